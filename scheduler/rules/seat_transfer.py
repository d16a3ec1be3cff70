"""Seat transfer: a seat moves only when its liner or suit has been moved, which takes days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem, SeatSpan
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board, Literal, Number, SeatGroup, Ship, Timepoint


class SeatTransfer(Rule):
    """A new seat can be used once the transfer days of its ship have passed.

    They count from docking, or from ``as_of`` for a ship already there. The seat in which a
    person came up, or held on ``as_of``, needs no transfer.
    """

    code: ClassVar[str] = "seat-transfer"
    ref: ClassVar[str] = "LB-3"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "A seat moves only after the transfer days of the new ship."
    source: ClassVar[str] = "domain_rules LB-3, LB-4"

    def post(self, board: Board) -> None:
        """Keep strangers out of a ship until its transfer days have passed."""
        for ship in board.ships.values():
            groups = [group for group in board.seats.groups if group.seat_in != ship.id]
            days = board.problem.bound("LB-3", "transfer_days", ship.id) or 0
            if not groups or not board.seats.uses(ship.id):
                continue
            sentence = (
                f"A seat moves to {ship.flight.name} {count(days, 'day')} "
                "after it docks at the earliest."
            )
            with self.require(board, ship.id, sentence) as require:
                slack = require.slack("transfer_days", days, days, step=-1)
                ready_on = _ready_on(board, ship, days, slack)
                for group in groups:
                    for day in board.days:
                        held = board.seats.held.get((group.id, ship.id, day))
                        if held is not None:
                            ready = ready_on.by(day)
                            brought = _brings(board, group, ship)
                            require.add(held == 0, board.negate(ready), board.negate(brought))

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Follow each person from seat to seat."""
        for person in sorted({seat.person for seat in plan.seats}):
            held = sorted(
                (seat for seat in plan.seats if seat.person == person),
                key=lambda seat: seat.from_on,
            )
            for seat in held:
                yield from self._check_seat(plan, problem, seat)

    def _check_seat(self, plan: Plan, problem: Problem, seat: SeatSpan) -> Iterator[Finding]:
        traveller = problem.travellers.get(seat.person)
        ship = plan.flight(seat.flight) if seat.flight else None
        if traveller is None or ship is None or ship.dock_on is None:
            return
        rides = {stay.up for stay in plan.stays if stay.person == seat.person}
        came_in = {traveller.seat_in} if traveller.is_aboard else rides
        if ship.flight in came_in:
            return
        days = problem.bound("LB-3", "transfer_days", ship.flight) or 0
        ready_on = max(ship.dock_on, problem.as_of) + timedelta(days=days)
        if seat.from_on < ready_on:
            text = (
                f"{seat.person} moves to {ship.flight} on {seat.from_on}; "
                f"the seat is ready on {ready_on}."
            )
            yield self.finding(ship.flight, text, seat.from_on, ready_on)


def _ready_on(board: Board, ship: Ship, days: int, slack: Number) -> Timepoint:
    """Give the day on which the transfer days have passed, sooner by the slack."""
    since = ship.dock
    if since.is_known and since.least < 0:
        since = since.later(-since.least)
    return board.sooner(since.later(days), slack, f"ready:{ship.id}")


def _brings(board: Board, group: SeatGroup, ship: Ship) -> Literal:
    """Say whether the group comes up in this ship."""
    if group.crew is None:
        return False
    return next(
        (
            queue.carries[ship.id, group.crew]
            for queue in board.queues
            if (ship.id, group.crew) in queue.carries
        ),
        False,
    )
