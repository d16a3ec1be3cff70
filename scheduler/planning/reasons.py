"""Why a problem has no plan: conflicts, proved twice, and the cheapest ways out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from scheduler.domain import Conflict, Problem, Relaxation, Verdict
from scheduler.explain import (
    Conflicts,
    Inquiry,
    Shrunk,
    WaysOut,
    preferred,
    prove_infeasible,
    proved,
    smallest,
    worded,
)
from scheduler.planning.limits import OTHER_SEED, Limits
from scheduler.rules import RULES
from scheduler.solve import Engine, Progress
from scheduler.units import count

IS_THERE = "is there a plan"


@dataclass(frozen=True)
class Wanted:
    """What to look for: a conflict of least size, how many conflicts, how many ways out."""

    is_smallest: bool = False
    most_conflicts: int = 1
    most_ways: int = 3


@dataclass(frozen=True)
class Reasons:
    """What was found out about a problem; ``domain.Explanation`` says what the labels mean.

    The verdict is feasible where a plan exists, and undecided where neither that nor the
    contrary was proved.
    """

    verdict: Verdict
    conflicts: tuple[Conflict, ...] = ()
    is_smallest: bool | None = None
    are_all: bool | None = None
    relaxations: tuple[Relaxation, ...] = ()
    are_ways_all: bool | None = None
    seconds: float = 0.0


def reasons(problem: Problem, limits: Limits, wanted: Wanted, progress: Progress) -> Reasons:
    """Look for conflicts and ways out until all that is wanted is found.

    Conflicts have the time of the limit, and ways out have it again.
    """
    engine = Engine(limits.time_limit_s, workers=limits.workers)
    progress(IS_THERE, "", "")
    inquiry = Inquiry(problem, RULES, engine)
    holds = inquiry.oracle.ask(inquiry.oracle.members).holds
    if holds is False and not prove_infeasible(problem, RULES, _other(engine)):
        holds = None
    progress(IS_THERE, {True: "yes", False: "no, proved twice", None: "not decided"}[holds], "")
    if holds is not False:
        verdict = Verdict.FEASIBLE if holds else Verdict.UNDECIDED
        return Reasons(verdict, seconds=engine.seconds)
    return _Search(inquiry, engine, wanted, progress).run()


def _other(engine: Engine) -> Engine:
    """Make an engine with other settings for the time that is left."""
    return Engine(max(1.0, engine.seconds_left), seed=OTHER_SEED, workers=1)


@dataclass(frozen=True)
class _Search:
    """Looks for what is wanted, one after the other, on one inquiry."""

    inquiry: Inquiry
    engine: Engine
    wanted: Wanted
    progress: Progress

    def run(self) -> Reasons:
        """Find conflicts, then ways out of the first."""
        oracle, order = self.inquiry.oracle, self.inquiry.order
        tell = self._tell("a conflict", "{}")
        first = preferred(oracle, order, tell)
        tell(len(first.members))
        is_smallest = are_all = None
        if self.wanted.is_smallest:
            tell = self._tell("a smallest conflict", "at least {}")
            least = smallest(oracle, order, first, tell)
            first, is_smallest = least or first, least is not None
        found = [first]
        if self.wanted.most_conflicts > 1:
            conflicts = Conflicts(oracle, order)
            found += self._others(conflicts, first)
            are_all = conflicts.are_all
        told = [proved(self.inquiry, one, RULES, _other(self.engine)) for one in found]
        oracle.engine = self.engine.anew()
        ways = WaysOut(self.inquiry, first.members, self._tell("ways out", "looking at {}"))
        relaxations = [worded(self.inquiry, way) for way in islice(ways, self.wanted.most_ways)]
        if self.wanted.most_ways:
            self.progress("ways out", f"{len(relaxations)} found", "")
        return Reasons(
            verdict=Verdict.INFEASIBLE,
            conflicts=tuple(told),
            is_smallest=is_smallest and told[0].is_reproved,
            are_all=are_all and all(conflict.is_reproved for conflict in told),
            relaxations=tuple(relaxations),
            are_ways_all=ways.are_all if self.wanted.most_ways else None,
            seconds=self.engine.seconds + oracle.engine.seconds,
        )

    def _others(self, conflicts: Conflicts, first: Shrunk) -> Iterator[Shrunk]:
        others = (one for one in conflicts if set(one.members) != set(first.members))
        for number, one in enumerate(islice(others, self.wanted.most_conflicts - 1), start=2):
            self.progress("all conflicts", f"{number} found", "")
            yield one

    def _tell(self, step: str, how_far: str) -> Callable[[int], None]:
        return lambda number: self.progress(step, how_far.format(count(number, "requirement")), "")
