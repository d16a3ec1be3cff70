"""Staffing: each segment keeps the people who run it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Plan, Problem, Stay, heads_by_day
from scheduler.goals.base import Goal, PartCost, known_stays

if TYPE_CHECKING:
    from scheduler.board import Board, Number


class Staffing(Goal):
    """Person-days below ``least_crew``, one part a segment (domain_rules HO-4)."""

    code: ClassVar[str] = "staffing"
    sentence: ClassVar[str] = "Few person-days below the least crew of a segment."

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Count the people missing on each day."""
        parts = []
        for segment in board.problem.station.segments:
            least = _least(board.problem, segment)
            missing = [_missing(board, segment, day, least[day]) for day in board.days]
            parts.append(PartCost(segment, sum(missing), sum(least)))
        return parts

    def is_daily(self, _board: Board) -> bool:
        """Say so: people are counted day by day."""
        return True

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Count heads by segment from the stays."""
        stays: dict[str, list[Stay]] = {segment: [] for segment in problem.station.segments}
        for stay in known_stays(plan, problem):
            stays[problem.home_segment(stay.person)].append(stay)
        return {
            segment: sum(
                max(0, least - people)
                for least, people in zip(
                    _least(problem, segment),
                    heads_by_day(own, problem.as_of, problem.until).values(),
                    strict=True,
                )
            )
            for segment, own in stays.items()
        }


def _least(problem: Problem, segment: str) -> list[int]:
    """Give the least crew of a segment for each day of the horizon."""
    bounds = problem.bounds_by_day("HO-4", "least_crew", segment)
    return [least or 0 for least in bounds.values()]


def _missing(board: Board, segment: str, day: int, least: int) -> Number:
    """Count the people missing from a segment on one day."""
    people = board.headcount.aboard(day, segment)
    if isinstance(people, int):
        return max(0, least - people)
    missing = board.model.new_int_var(0, least, f"missing:{segment}:{day}")
    board.model.add(people + missing >= least)
    return missing
