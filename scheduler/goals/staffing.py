"""Staffing: each segment keeps the people who run it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Plan, Problem, heads_by_day
from scheduler.goals.base import DailyGoal, PartCost, known_stays

if TYPE_CHECKING:
    from scheduler.board import Board, Number


class Staffing(DailyGoal):
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

    def hold(self, board: Board, days: range) -> None:
        """Demand the least crew of each segment on some days."""
        for segment in board.problem.station.segments:
            least = _least(board.problem, segment)
            for day in days:
                board.model.add(board.headcount.aboard(day, segment) >= least[day])

    def broken_days(self, plan: Plan, problem: Problem) -> Iterator[int]:
        """Walk the days on which people are missing from any segment."""
        missing = [self._missing(plan, problem, segment) for segment in problem.station.segments]
        return (day for day, people in enumerate(zip(*missing, strict=True)) if any(people))

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Count heads by segment from the stays."""
        return {
            segment: sum(self._missing(plan, problem, segment))
            for segment in problem.station.segments
        }

    def _missing(self, plan: Plan, problem: Problem, segment: str) -> list[int]:
        """Count the people missing from a segment on each day."""
        own = [
            stay
            for stay in known_stays(plan, problem)
            if problem.home_segment(stay.person) == segment
        ]
        heads = heads_by_day(own, problem.as_of, problem.until).values()
        return [
            max(0, least - people)
            for least, people in zip(_least(problem, segment), heads, strict=True)
        ]


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
