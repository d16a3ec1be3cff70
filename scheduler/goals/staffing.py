"""Staffing: each segment keeps the people who run it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
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
            missing = [_missing(board, segment, day) for day in board.days]
            most = sum(
                _least(board.problem, segment, board.calendar.date(day)) for day in board.days
            )
            parts.append(PartCost(segment, sum(missing), most))
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
                max(0, _least(problem, segment, day) - people)
                for day, people in heads_by_day(own, problem.as_of, problem.until).items()
            )
            for segment, own in stays.items()
        }


def _least(problem: Problem, segment: str, day: date) -> int:
    return problem.bound("HO-4", "least_crew", segment, day) or 0


def _missing(board: Board, segment: str, day: int) -> Number:
    """Count the people missing from a segment on one day."""
    least = _least(board.problem, segment, board.calendar.date(day))
    people = board.headcount.aboard(day, segment)
    if isinstance(people, int):
        return max(0, least - people)
    missing = board.model.new_int_var(0, least, f"missing:{segment}:{day}")
    board.model.add(people + missing >= least)
    return missing
