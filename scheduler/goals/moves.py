"""Moves: few seats moved, few ships relocated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Plan, Problem
from scheduler.goals.base import Goal, PartCost, known_stays

if TYPE_CHECKING:
    from scheduler.board import Board


class Moves(Goal):
    """Seats that move into a ship, then relocations, in the horizon."""

    code: ClassVar[str] = "moves"
    sentence: ClassVar[str] = "Few seat moves, then few relocations."
    is_sparse: ClassVar[bool] = True

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Count what comes into each ship from one day to the next."""
        people = sum(group.size for group in board.seats.groups)
        slots = [slot for ship in board.ships.values() for slot in ship.slots[1:]]
        return [
            PartCost("seat_moves", sum(board.seat_moves.values()), people * len(board.days)),
            PartCost("relocations", sum(slot.is_used for slot in slots), len(slots)),
        ]

    def is_daily(self, board: Board) -> bool:
        """Say so where seats are decided day by day."""
        return bool(board.seats.groups)

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Follow each person from seat row to seat row; count the relocations ahead."""
        moves = 0
        for stay in known_stays(plan, problem):
            traveller = problem.travellers[stay.person]
            seat = traveller.seat_in if traveller.is_aboard else stay.up
            held = [one for one in plan.seats if one.person == stay.person]
            for one in sorted(held, key=lambda one: one.from_on):
                moves += one.flight is not None and one.flight != seat
                seat = one.flight
        relocations = sum(
            len([stay for stay in planned.ports[1:] if stay.from_on >= problem.as_of])
            for planned in plan.flights
            if planned.flies
        )
        return {"seat_moves": moves, "relocations": relocations}
