"""Traffic separation: dockings, undockings and relocations keep days between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class TrafficSeparation(Rule):
    """Two dynamic events lie at least ``separation_days`` apart, those just past included."""

    code: ClassVar[str] = "traffic-separation"
    ref: ClassVar[str] = "TR-1"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "Dockings, undockings and relocations keep days between them."
    source: ClassVar[str] = "domain_rules TR-1"

    def post(self, board: Board) -> None:
        """Give each event a slot of the separation and let no two overlap."""
        station = board.problem.station.id
        days = board.problem.bound("TR-1", "separation_days", station) or 0
        if not days:
            return
        sentence = f"Dockings, undockings and relocations are at least {count(days, 'day')} apart."
        with self.require(board, station, sentence) as require:
            kept = days - require.slack("separation_days", days, days, step=-1)
            slots = [
                board.interval(day.expr, kept, day.expr + kept, literal, f"{name}:{ship.id}")
                for ship in board.ships.values()
                for name, day, literal in ship.events()
            ]
            newest = max(
                (board.calendar.day(on) for on in _past_days(board.problem)), default=-days
            )
            if newest + days > 0:
                slots.append(board.interval(newest, kept, newest + kept, True, "past"))
            require.keep_apart(slots)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Sort all events by day and compare neighbours."""
        least = problem.bound("TR-1", "separation_days", problem.station.id) or 0
        events = sorted(_events(plan, problem.as_of))
        past = max(_past_days(problem), default=None)
        if past is not None:
            events.insert(0, (past, "the last event before"))
        for (first_on, first), (second_on, second) in pairwise(events):
            if (second_on - first_on).days < least:
                text = (
                    f"{first} ({first_on}) and {second} ({second_on}) "
                    f"are less than {count(least, 'day')} apart."
                )
                yield self.finding(problem.station.id, text, first_on, second_on)


def _past_days(problem: Problem) -> list[date]:
    return [past.on for past in problem.past_events if past.event != "launch"]


def _events(plan: Plan, as_of: date) -> Iterator[tuple[date, str]]:
    for flight in plan.flights:
        if not flight.flies or flight.dock_on is None or flight.undock_on is None:
            continue
        named = [(flight.dock_on, f"docking of {flight.flight}")]
        named += [(stay.from_on, f"relocation of {flight.flight}") for stay in flight.ports[1:]]
        named.append((flight.undock_on, f"undocking of {flight.flight}"))
        yield from ((on, name) for on, name in named if on >= as_of)
