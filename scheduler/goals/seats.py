"""Seats: nobody without a place home; then the best places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Grade, Plan, Problem
from scheduler.goals.base import Goal, PartCost

if TYPE_CHECKING:
    from scheduler.board import Board

WORST_FIRST = (Grade.G4, Grade.G3, Grade.G2, Grade.G1)


class Seats(Goal):
    """Person-days at G4, then G3, then G2, then G1, in ``[as_of, until)``."""

    code: ClassVar[str] = "seats"
    sentence: ClassVar[str] = "Few person-days without a seat, then in poor seats."

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Add up the people at each grade over the days."""
        people = sum(group.size for group in board.seats.groups)
        return [
            PartCost(
                grade.name,
                sum(board.grades.people(grade, day) for day in board.days),
                people * len(board.days),
            )
            for grade in WORST_FIRST
        ]

    def is_daily(self, board: Board) -> bool:
        """Say so where seats are decided day by day."""
        return bool(board.seats.groups)

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Add up the seat rows by grade, cut to the horizon."""
        found = dict.fromkeys((grade.name for grade in WORST_FIRST), 0)
        for seat in plan.seats:
            days = (min(seat.to_on, problem.until) - max(seat.from_on, problem.as_of)).days
            if seat.grade is not Grade.G0:
                found[seat.grade.name] += max(0, days)
        return found
