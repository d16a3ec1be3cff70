"""Offers: what a waiver would bring to a plan that has used up a ship's life to the last day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain import (
    AUTHORITIES,
    FlightPlan,
    GoalResult,
    Problem,
    Relaxation,
    Verdict,
    Waiver,
    WaiverNeed,
    part_in_words,
)
from scheduler.rules import RULES
from scheduler.solve import Engine, Outcome, Progress, search
from scheduler.units import count

MOST_DAYS_OFFERED = 60
"""Assumed: a life stretched further is no waiver but a new certificate."""


def offers(
    problem: Problem, outcome: Outcome, engine: Engine, progress: Progress
) -> tuple[Relaxation, ...]:
    """Plan again with a longer life for each ship that lands on the last day of its own.

    Returns
    -------
    One relaxation for each ship whose waiver makes a better plan, told by the goals it betters.
    """

    def tell(goal: str, best: str, bound: str) -> None:
        progress(f"with a waiver, {goal}", best, bound)

    return tuple(_offers(problem, outcome, engine, tell))


def _offers(
    problem: Problem, outcome: Outcome, engine: Engine, progress: Progress
) -> Iterator[Relaxation]:
    for flight in outcome.plan.flights if outcome.plan else ():
        if flight.life is None or flight.life.margin_days > 0 or "undock" not in flight.changed:
            continue
        waiver = Waiver(
            rule="VL-1",
            number="life_days",
            subject=flight.flight,
            bound=flight.life.limit_days + MOST_DAYS_OFFERED,
            authority=AUTHORITIES["C"],
            reason="offered",
        )
        after = search(problem.with_waiver(waiver), RULES, engine, progress)
        longer = after.plan.flight(flight.flight) if after.plan else None
        if after.verdict is not Verdict.OPTIMAL or not longer or not longer.life:
            continue
        differences = list(_differences(outcome.goals, after.goals))
        by = longer.life.used_days - flight.life.limit_days
        if by > 0 and differences and differences[0].is_cost:
            yield _relaxation(problem, flight, by, differences)


@dataclass(frozen=True)
class _Difference:
    """One part of a goal, without the waiver and with it."""

    words: str
    without: int
    given: int

    @property
    def is_cost(self) -> bool:
        """Say whether the missing waiver makes this part worse."""
        return self.without > self.given

    def __str__(self) -> str:
        """Read as ``33 days moved instead of 24``."""
        return f"{self.without} {self.words} instead of {self.given}"


def _relaxation(
    problem: Problem, flight: FlightPlan, by: int, differences: list[_Difference]
) -> Relaxation:
    assert flight.life is not None
    name = problem.any_flight(flight.flight).name
    text = (
        f"{name} lands on the last of its {flight.life.limit_days} certified days. The missing "
        f"waiver of VL-1 by {count(by, 'day')} costs {_told(differences, is_cost=True)}."
    )
    spared = _told(differences, is_cost=False)
    if spared:
        text += f" In return there are {spared}."
    need = WaiverNeed("VL-1", flight.flight, by, "days", "C", AUTHORITIES["C"])
    return Relaxation((need,), Verdict.OPTIMAL.value, text)


def _told(differences: list[_Difference], *, is_cost: bool) -> str:
    *told, last = [str(one) for one in differences if one.is_cost is is_cost] or [""]
    return f"{', '.join(told)} and {last}" if told else last


def _differences(
    without: tuple[GoalResult, ...], given: tuple[GoalResult, ...]
) -> Iterator[_Difference]:
    """Walk the parts that differ, in the order of the goals."""
    for goal, then in zip(without, given, strict=True):
        for old, new in zip(goal.parts, then.parts, strict=True):
            if old.value != new.value:
                words = part_in_words(goal.goal, old.part, old.value)
                yield _Difference(words, old.value, new.value)
