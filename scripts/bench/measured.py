"""What was measured of a world: one search in a process of its own, and many of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Self

from scripts.bench.trace import GoalTrace
from scripts.bench.worlds import World


@dataclass(frozen=True)
class Watched:
    """One search.

    Seconds are of the wall clock, from the problem in memory on. ``build_s`` ends when CP-SAT is
    first asked, ``first_plan_s`` when the search tells the value of a plan, or with the search
    where it never does. ``breaches`` are what the audit finds in the plan that no plan may hold:
    there should be none. Sizes are those of the first model asked; ``peak_mb`` is in millions of
    bytes.
    """

    verdict: str
    build_s: float
    first_plan_s: float | None
    search_s: float
    audit_s: float
    solving_s: float
    asked: int
    variables: int
    constraints: int
    peak_mb: float
    breaches: Sequence[str]
    goals: Sequence[GoalTrace]


@dataclass(frozen=True)
class Measured:
    """A world and its search; ``watched`` is none where the process was stopped or failed.

    ``import_s`` are the seconds until the solver's side is imported, ``fault`` what the process
    said when it failed.
    """

    world: World
    flights: int = 0
    people: int = 0
    years: float = 0.0
    import_s: float = 0.0
    watched: Watched | None = None
    fault: str = ""

    @classmethod
    def of_document(cls, world: World, found: Mapping[str, Any]) -> Self:
        """Read what the worker wrote."""
        watched = dict(found["watched"])
        watched["goals"] = tuple(GoalTrace(**goal) for goal in watched["goals"])
        return cls(world, **{**found, "watched": Watched(**watched)})

    @property
    def complaint(self) -> str:
        """Say why a measurement should not be counted; empty where nothing is wrong."""
        if self.watched is None:
            return f"FAILED: {self.fault}"
        if self.watched.breaches:
            return f"WRONG: the audit rejects the plan: {self.watched.breaches[0]}"
        has_plans = self.world.form not in ("troubled", "shipped")  # of shipped ones some have none
        if self.watched.verdict == "infeasible" and has_plans:
            return "WRONG: no plan, where there should be one"
        if self.watched.goals and self.world.form == "troubled":
            return "WRONG: a plan, where there should be none"
        return ""


def by_world(found: Sequence[Measured]) -> Iterator[Sequence[Measured]]:
    """Walk the measurements of each world, its seeds together."""
    for _, group in groupby(found, key=lambda one: one.world.name):
        yield list(group)


def values(found: Sequence[Measured], of: Callable[[Watched], float | None]) -> list[float]:
    """Take one figure of each measurement that has it."""
    figures = [of(one.watched) for one in found if one.watched is not None]
    return [figure for figure in figures if figure is not None]


def document_of(found: Sequence[Measured]) -> list[dict[str, Any]]:
    """Give all measurements for machines."""
    return [{"name": one.world.name} | asdict(one) for one in found]
