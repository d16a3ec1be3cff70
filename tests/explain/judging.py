"""Conflicts and ways out of small worlds, judged by listing plans; no solver is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from scheduler.audit import audit, breaches
from scheduler.domain import Conflict, Problem, Relaxation
from scheduler.explain import Inquiry, WaysOut, preferred, proved, worded
from scheduler.rules import RULES
from scheduler.solve import Engine
from tests.explain.giving_way import Name, gives, names_of, with_one_less
from tests.explain.listing import Listing
from tests.explain.posing import all_requirements

CLASSES = "SCFAP"
"""Classes as they are spared: safety first."""
MOST_WAYS = 2


@dataclass(frozen=True)
class Told:
    """What the explainer says of a world without a plan."""

    problem: Problem
    conflict: Conflict
    ways: tuple[Relaxation, ...]
    are_ways_all: bool


def told(problem: Problem) -> Told | None:
    """Explain a world; none where it has a plan."""
    inquiry = Inquiry(problem, RULES, Engine(60.0, workers=1))
    if inquiry.oracle.ask(inquiry.oracle.members).holds:
        return None
    shrunk = preferred(inquiry.oracle, inquiry.order)
    conflict = proved(inquiry, shrunk, RULES, Engine(60.0, workers=1, seed=3))
    ways = WaysOut(inquiry, shrunk.members)
    found = tuple(worded(inquiry, way) for way in islice(ways, MOST_WAYS))
    return Told(problem, conflict, found, ways.are_all)


def complaints(told: Told) -> Iterator[str]:
    """List what a list of all plans says against an explanation; nothing when all is well.

    Raises
    ------
    TooMany
        When there are more plans than can be listed.
    """
    yield from _about_conflict(told)
    for number, way in enumerate(told.ways):
        yield from _about_way(told.problem, way, told.ways[:number])
    yield from _about_others(told)


def has_plan(problem: Problem) -> bool:
    """Say whether a plan is listed that breaks nothing, by the audit."""
    plan = Listing(problem, all_requirements(problem)).find()
    assert plan is None or not breaches(audit(plan, problem, RULES))
    return plan is not None


def _about_conflict(told: Told) -> Iterator[str]:
    conflict, members = told.conflict, frozenset(told.conflict.requirements)
    if not (conflict.is_irreducible and conflict.is_reproved):
        yield f"labelled irreducible {conflict.is_irreducible}, proved {conflict.is_reproved}"
    if Listing(told.problem, members).find() is not None:
        yield f"a plan keeps all of {[one.sentence for one in members]}"
    for member in members:
        if Listing(told.problem, members - {member}).find() is None:
            yield f"not needed: {member.sentence}"


def _about_way(problem: Problem, way: Relaxation, before: Sequence[Relaxation]) -> Iterator[str]:
    if not has_plan(problem.relaxed(way)):
        yield f"leads nowhere: {way.text}"
        return
    for nearer in with_one_less(way, problem):
        if has_plan(nearer):
            yield f"less would do: {way.text}"
    if not way.is_cheapest:
        yield f"not proved the cheapest: {way.text}"
    yield from _cheaper(problem, way, [{*names_of(one, problem)} for one in before])


def _about_others(told: Told) -> Iterator[str]:
    """List single numbers that would open the world where no other way is said to be left."""
    if len(told.ways) < MOST_WAYS and not told.are_ways_all:
        yield "no reason is given for so few ways out"
    known = [{*names_of(one, told.problem)} for one in told.ways]
    for give in gives(told.problem) if told.are_ways_all else ():
        if not any(one <= {give.name} for one in known) and has_plan(give.by(give.most)):
            yield f"{give.name} would open it, too"


def _cheaper(problem: Problem, way: Relaxation, barred: list[set[Name]]) -> Iterator[str]:
    """List single numbers that would open the world at a lower price."""
    amounts = names_of(way, problem)
    own = Counter(need.hardness for need in way.waivers)
    price = [own[hardness] for hardness in CLASSES]
    for give in gives(problem):
        other = [int(hardness == give.hardness) for hardness in CLASSES]
        by = give.most if other < price else min(give.most, sum(amounts.values()) - 1)
        if other > price or by <= 0 or any(one <= {give.name} for one in barred):
            continue
        if has_plan(give.by(by)):
            yield f"{give.name} by {by} is cheaper than {way.text}"
