"""Measures relaxations: the cheapest way out of many troubled worlds, beside CPMpy's ``mcs``.

CPMpy drops whole requirements, as few as can be; ours moves their numbers by as little as can
be, which says more. The comparison is one of time only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil
from time import perf_counter

from scheduler.domain import Problem
from scheduler.explain import Inquiry, WaysOut, preferred, worded
from scheduler.rules import RULES
from scheduler.solve import Engine
from scripts.bench.peers.asking import Told, ask
from scripts.bench.questions import question_of
from scripts.bench.troubles import LOCAL, Case, make_case
from scripts.bench.worlds import make_world

LIMIT_S = 60.0
WAYS = 1


@dataclass(frozen=True)
class Relaxed:
    """One case: the seconds to its conflict, those from there to a way out, and what it asks for.

    ``text`` is empty where no number that could move would open the case.
    """

    name: str
    explaining_s: float
    relaxing_s: float
    is_cheapest: bool
    text: str


@dataclass(frozen=True)
class Relaxations:
    """All cases of ours, and the peer's answer to a few of them, by name."""

    cases: Sequence[Relaxed]
    peers: Sequence[tuple[str, Told]]


def measure_relaxations(
    crewed: int, cases: int, peer_cases: int, limit_s: float, *, world_seed: int = 1
) -> Relaxations:
    """Relax so many seeded troubles of one world, kinds in turn; let the peer correct a few."""
    world = make_world(world_seed, crewed)
    troubled = [troubled_by(world, seed) for seed in range(cases)]
    ours = [relax(f"{case.trouble} {seed}", case.problem) for seed, case in enumerate(troubled)]
    peers = [
        (f"{case.trouble} {seed}", corrected(case.problem, limit_s))
        for seed, case in enumerate(troubled[:peer_cases])
    ]
    return Relaxations(ours, peers)


def troubled_by(world: Problem, seed: int) -> Case:
    """Trouble a world at a place drawn from a seed, the kinds taken in turn."""
    return make_case(world, seed, LOCAL[seed % len(LOCAL)])


def relax(name: str, problem: Problem) -> Relaxed:
    """Find the cheapest way out of one case."""
    begun = perf_counter()
    inquiry = Inquiry(problem, RULES, Engine(LIMIT_S))
    blamed = preferred(inquiry.oracle, inquiry.order).members
    explained = perf_counter()
    found = [worded(inquiry, way) for way in islice(WaysOut(inquiry, blamed), WAYS)]
    ended = perf_counter()
    cheapest = all(one.is_cheapest for one in found)
    text = found[0].text if found else ""
    return Relaxed(name, explained - begun, ended - explained, cheapest, text)


def corrected(problem: Problem, limit_s: float) -> Told:
    """Let the peer find the fewest requirements to give up."""
    inquiry = Inquiry(problem, RULES, Engine(LIMIT_S))
    return ask(question_of("", problem, inquiry.order), "mcs", limit_s)


def percentile(values: Sequence[float], part: int) -> float:
    """Give the least value that is not under ``part`` per cent of the values."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * part / 100) - 1)]
