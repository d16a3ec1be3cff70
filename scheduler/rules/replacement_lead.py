"""Replacement lead: a ship sent up as a replacement needs its lead time from the decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Flight, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class ReplacementLead(Rule):
    """A replacement launches no sooner than its type's lead time after ``as_of``.

    A replacement is a ship that a what-if adds, or one published with a crew that flies empty.
    Where a what-if states the ship's own readiness (``earliest_launch``), that statement is the
    more particular number and this rule is silent.
    """

    code: ClassVar[str] = "replacement-lead"
    ref: ClassVar[str] = "LB-7"
    hardness: ClassVar[str] = "C"
    sentence: ClassVar[str] = "A replacement ship launches its lead time after the decision."
    source: ClassVar[str] = "domain_rules LB-7"

    def post(self, board: Board) -> None:
        """Bound the launch of every ship that is, or turns into, a replacement."""
        for ship in board.ships.values():
            days = board.problem.bound("LB-7", "lead_days", ship.id)
            if not days or not _may_replace(ship.flight):
                continue
            sentence = (
                f"{ship.flight.name} needs {count(days, 'day')} "
                "from decision to launch as a replacement."
            )
            with self.require(board, ship.id, sentence) as require:
                empty = [] if ship.flight.is_added else [board.negate(board.is_crewed(ship.id))]
                slack = require.slack("lead_days", days, days, step=-1)
                require.add(ship.launch.expr >= days - slack, ship.flies, *empty)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Compare the launch day of each replacement with the first day it can be ready."""
        for planned in plan.flights:
            flight = problem.flights.get(planned.flight)
            days = problem.bound("LB-7", "lead_days", planned.flight)
            if flight is None or not days or not _may_replace(flight) or not planned.launch_on:
                continue
            if not planned.flies or (planned.crew_up and not flight.is_added):
                continue
            ready_on = problem.as_of + timedelta(days=days)
            if planned.launch_on < ready_on:
                text = (
                    f"{planned.flight} launches on {planned.launch_on}; as a replacement it is "
                    f"ready on {ready_on}, {count(days, 'day')} after the decision."
                )
                yield self.finding(planned.flight, text, planned.launch_on, ready_on)


def _may_replace(flight: Flight) -> bool:
    return flight.is_ahead and not flight.has_readiness and (flight.is_added or bool(flight.crew))
