"""Published launch: a ship is not ready before its published launch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board


class PublishedLaunch(Rule):
    """A flight launches no earlier than published, unless a what-if states its readiness."""

    code: ClassVar[str] = "published-launch"
    ref: ClassVar[str] = "readiness"
    hardness: ClassVar[str] = "A"
    sentence: ClassVar[str] = "A ship launches no earlier than published."
    source: ClassVar[str] = "design.md section 3"

    def post(self, board: Board) -> None:
        """Bound each launch by the published day, or ``as_of`` when that has passed."""
        for ship in board.ships.values():
            flight = ship.flight
            if not flight.is_ahead or flight.has_readiness:
                continue
            name, published_on = flight.name, flight.launch_on
            sentence = f"{name} is not ready to launch before {published_on}, as published."
            with self.require(board, ship.id, sentence) as require:
                require.add(ship.launch.expr >= board.calendar.day(flight.launch_on), ship.flies)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Compare each launch with the published one."""
        for planned in plan.flights:
            flight = problem.flights.get(planned.flight)
            if flight is None or not flight.is_ahead or flight.has_readiness:
                continue
            if planned.flies and planned.launch_on and planned.launch_on < flight.launch_on:
                text = (
                    f"{planned.flight} launches on {planned.launch_on}, "
                    f"before its published {flight.launch_on}."
                )
                yield self.finding(planned.flight, text, planned.launch_on, flight.launch_on)
