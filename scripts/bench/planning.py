"""The planning bench: time to a plan and to its proof, ours beside the peers on the same cases.

Every solver has a process of its own, two threads where it takes a number, and the same limit for
solving. Every plan is put together by us from the solver's numbers alone and judged by ``check``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from statistics import median
from typing import Any

from scheduler.domain import Problem
from scripts.bench.planning_peers.running import PEERS, Measured, Peer, run_ours, run_peer
from scripts.bench.telling import say
from scripts.bench.worlds import make_world, shipped_worlds

LEAST_LEAD = 5.0  # issue 6, "To show", point 2: over the best peer
LIMIT_S = 60.0


@dataclass(frozen=True)
class Named:
    """A case by name; ``pose`` reads or makes its problem."""

    name: str
    pose: Callable[[], Problem]


@dataclass(frozen=True)
class Asked:
    """What is to be measured."""

    cases: Sequence[Named]
    peers: Sequence[Peer]
    limit_s: float


@dataclass(frozen=True)
class Side:
    """All runs of one solver on one case."""

    solver: str
    is_part: bool
    runs: Sequence[Measured]

    @property
    def proof_s(self) -> float | None:
        """Give the median time to proof; none where a run did not come to it."""
        return middle([run.proof_s for run in self.runs])


@dataclass(frozen=True)
class Case:
    """One case with all solvers; ours is the first."""

    name: str
    days: int
    flights: int
    people: int
    limit_s: float
    sides: Sequence[Side]

    @property
    def lead(self) -> tuple[float, bool] | None:
        """Give how many times faster ours proved than the best peer, and whether it is a bound.

        Where no peer came to its proof within the limit, the lead is at least limit over ours.
        """
        ours, peers = self.sides[0], [side for side in self.sides[1:] if not side.is_part]
        if not ours.proof_s:
            return None
        done = [side.proof_s for side in peers if side.proof_s is not None]
        return (min(done) / ours.proof_s, False) if done else (self.limit_s / ours.proof_s, True)


@dataclass(frozen=True)
class Plans:
    """All that was measured."""

    limit_s: float
    cases: Sequence[Case]


def shipped() -> list[Named]:
    """List the cases that come with the program."""
    return [Named(world.name, world.problem) for world in shipped_worlds()]


def world(seed: int, crewed: int, *, is_rich: bool = False) -> Named:
    """Name a world made from a seed."""
    name = f"world {seed}: {crewed} crewed{', rich' if is_rich else ''}"
    return Named(name, partial(make_world, seed, crewed, is_rich=is_rich))


def quick() -> Asked:
    """Ask for one small world and all peers, for ten seconds each."""
    return Asked((world(3, 3),), PEERS, 10.0)


def whole(limit_s: float) -> Asked:
    """Ask for every shipped case and for worlds of growing size."""
    worlds = [
        world(seed, crewed, is_rich=is_rich)
        for crewed, is_rich in ((6, False), (6, True), (12, True), (24, False))
        for seed in (1,)
    ]
    return Asked((*shipped(), *worlds), PEERS, limit_s)


def measure(asked: Asked, repeat: int) -> Plans:
    """Measure every case that is asked for."""
    cases = [
        measure_case(named.pose(), named.name, asked.peers, asked.limit_s, repeat)
        for named in asked.cases
    ]
    return Plans(asked.limit_s, cases)


def measure_case(
    problem: Problem, name: str, peers: Sequence[Peer], limit_s: float, repeat: int
) -> Case:
    """Let ours and the peers plan one case, each as often as is asked until it runs out of time."""
    say(f"{name}: ours")
    sides = [Side("ours", False, _repeated(lambda: run_ours(problem, limit_s), repeat))]
    for peer in peers:
        say(f"{name}: {peer.name}")
        runs = _repeated(partial(run_peer, peer, problem, limit_s), repeat)
        sides.append(Side(peer.name, peer.is_part, runs))
    days = (problem.until - problem.as_of).days
    return Case(name, days, len(problem.flights), len(problem.travellers), limit_s, sides)


def _repeated(run: Callable[[], Measured], repeat: int) -> list[Measured]:
    runs = [run()]
    while len(runs) < repeat and runs[-1].proof_s is not None:
        runs.append(run())
    return runs


def middle(values: Sequence[float | None]) -> float | None:
    """Give the median; none where any value is missing."""
    known = [value for value in values if value is not None]
    return median(known) if known and len(known) == len(values) else None


def text_of(plans: Plans) -> str:
    """Write the table for a reader."""
    lines = [
        f"Planning: ours beside peers on the same cases, {plans.limit_s:g} s of solving at most",
        "open: share of the goals' parts without proof after 1, 10, 60 s; area: its integral, s",
    ]
    for case in plans.cases:
        size = f"{case.days} days, {case.flights} flights, {case.people} people"
        lines += ["", f"{case.name}: {size}", HEAD, *(row(side) for side in case.sides)]
        lines += [*lacking(case), *differing(case), bounds(case)]
    return "\n".join(lines)


COLUMNS = (24, 9, 9, 9, 9, 18, 8, 8)
HEAD = (
    "  "
    + "".join(
        f"{told:<{width}}"
        for told, width in zip(
            ("solver", "build s", "plan s", "proof s", "proved", "open", "area", "MB"),
            COLUMNS,
            strict=True,
        )
    )
    + "check"
)


def row(side: Side) -> str:
    """Write one solver's medians."""
    runs, one = side.runs, side.runs[0]
    if one.status in ("missing", "cannot"):
        return f"  {side.solver:<24}{one.status}"
    proof = side.proof_s
    told = (
        side.solver,
        _seconds(middle([run.build_s for run in runs])),
        _seconds(middle([run.first_plan_s for run in runs])),
        f"> {one.limit_s:g}" if proof is None else _seconds(proof),
        f"{min(len(run.proved) for run in runs)}/{one.parts}",
        " ".join(f"{share:.0%}" for share in one.open_after.values()),
        _seconds(middle([run.open_integral for run in runs])),
        "-" if one.memory_mb is None else f"{max(run.memory_mb or 0 for run in runs):.0f}",
    )
    cells = "".join(f"{cell:<{width}}" for cell, width in zip(told, COLUMNS, strict=True))
    checked = one.verdict if one.status in ("optimal", "feasible") else f"no plan: {one.status}"
    return f"  {cells}{checked}" + (f"; no proof of {one.in_hand}" if one.in_hand else "")


def lacking(case: Case) -> Iterator[str]:
    """Say what solvers cannot say."""
    for side in case.sides:
        if side.runs[0].lacks:
            yield f"  {side.solver} cannot say: {'; '.join(side.runs[0].lacks)}"


def differing(case: Case) -> Iterator[str]:
    """Tell loudly where a peer proved another value than ours: one of the two is wrong."""
    ours = case.sides[0].runs[0]
    for side in case.sides[1:]:
        one = side.runs[0]
        both = [part for part in ours.proved if part in one.proved and one.scores and ours.scores]
        wrong = [
            f"{part} {one.scores[part]}" for part in both if one.scores[part] != ours.scores[part]
        ]
        if wrong:
            yield f"  DIFFERS from ours, both proved: {side.solver}: {', '.join(wrong)}"
        pair = {one.status: one, ours.status: ours}
        if "infeasible" in pair and any(run.verdict == "clean" for run in pair.values()):
            yield f"  DIFFERS from ours: {side.solver} is {one.status}, ours {ours.status}"


def bounds(case: Case) -> str:
    """Hold our lead to the bound of the issue."""
    if case.lead is None:
        return "  no proof, so no lead"
    factor, is_least = case.lead
    words = f"{'at least ' if is_least else ''}{factor:.1f} times faster than the best peer"
    held = "kept" if factor >= LEAST_LEAD else "open" if is_least else "over"
    return f"  {words} to proof, {LEAST_LEAD:g} asked: {held}"


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def document_of(plans: Plans) -> dict[str, Any]:
    """Give all measurements for machines."""
    limits = {"lead": LEAST_LEAD}
    leads = {case.name: case.lead for case in plans.cases}
    return {"bounds": limits, "leads": leads, **asdict(plans)}
