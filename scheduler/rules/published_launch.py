"""Published launch: a ship is not ready before its published launch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class PublishedLaunch(Rule):
    """A flight launches no earlier than published, unless a what-if states its readiness.

    A waiver lets it launch ``early_days`` before that.
    """

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
            early_days = _early_days(board.problem, ship.id)
            ready_on = flight.launch_on - timedelta(days=early_days)
            told = "waived" if early_days else "published"
            sentence = f"{flight.name} is not ready to launch before {ready_on}, as {told}."
            with self.require(board, ship.id, sentence) as require:
                first = board.calendar.day(ready_on)
                slack = require.slack("early_days", early_days, first)
                require.add(ship.launch.expr >= first - slack, ship.flies)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Compare each launch with the published one."""
        for planned in plan.flights:
            flight = problem.flights.get(planned.flight)
            if flight is None or not flight.is_ahead or flight.has_readiness:
                continue
            if not planned.flies or planned.launch_on is None:
                continue
            days = (flight.launch_on - planned.launch_on).days
            most = _early_days(problem, planned.flight)
            if days > most:
                told = f", {count(days, 'day')} instead of {most}" if most else ""
                text = (
                    f"{planned.flight} launches on {planned.launch_on}, "
                    f"before its published {flight.launch_on}{told}."
                )
                yield self.finding(planned.flight, text, planned.launch_on, flight.launch_on)


def _early_days(problem: Problem, flight: str) -> int:
    return problem.bound("readiness", "early_days", flight) or 0
