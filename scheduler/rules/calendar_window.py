"""Calendar windows: days inside which something must happen, or must not.

The base of four rules. A window speaks of a station, a vehicle type, a flight or a pad. What
has happened before ``as_of`` is past and not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, FlightPlan, Plan, Problem, WindowFact
from scheduler.rules.base import Rule
from scheduler.units import FAR_DAYS

if TYPE_CHECKING:
    from scheduler.board import Board, Literal, Ship, Timepoint

NOUNS = {
    "launch": "launch",
    "dock": "docking",
    "relocate": "relocation",
    "undock": "undocking",
    "land": "landing",
}


class CalendarWindow(Rule):
    """Keeps some events of a ship inside its windows of one kind, or outside of them.

    ``kind`` is the window's kind, ``events`` the events it speaks of, ``is_inside`` whether they
    belong inside. Where no window of the kind speaks of a ship, its events are free.
    """

    kind: ClassVar[str]
    events: ClassVar[tuple[str, ...]]
    is_inside: ClassVar[bool]

    def post(self, board: Board) -> None:
        """Post one requirement for each ship that windows speak of."""
        for ship in board.ships.values():
            windows = _windows(board.problem, self.kind, ship.id)
            if not windows:
                continue
            where = "inside" if self.is_inside else "outside of"
            named = "; ".join(_words(window) for window in windows)
            what = " and ".join(NOUNS[event] for event in self.events)
            sentence = f"{ship.flight.name}: {what} {where} {named} ({self.kind})."
            with self.require(board, ship.id, sentence) as require:
                spans = [_span(board, window) for window in windows]
                for timepoint, happens in _timepoints(ship, self.events):
                    day = timepoint.expr
                    require.keep_within(day, spans, happens, is_inside=self.is_inside)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look up each event of each ship in its windows."""
        for planned in plan.flights:
            windows = _windows(problem, self.kind, planned.flight) if planned.flies else []
            for event, day in _days(planned):
                if not windows or event not in self.events or day < problem.as_of:
                    continue
                covering = [window for window in windows if _covers(window, day)]
                if bool(covering) is not self.is_inside:
                    where = (
                        f"inside {_words(covering[0])}" if covering else "outside of every window"
                    )
                    text = (
                        f"The {NOUNS[event]} of {planned.flight} on {day} is {where} ({self.kind})."
                    )
                    yield self.finding(planned.flight, text, day)


def _windows(problem: Problem, kind: str, flight_id: str) -> list[WindowFact]:
    flight = problem.flights.get(flight_id)
    if flight is None:
        return []
    names = {problem.station.id, flight.vehicle_type, flight.id, flight.pad}
    return [w for w in problem.windows if w.kind == kind and w.subject in names]


def _timepoints(ship: Ship, events: tuple[str, ...]) -> Iterator[tuple[Timepoint, Literal]]:
    """Walk the events still ahead, each with the literal of its happening."""
    for name, timepoint, happens in ship.events():
        if name in events:
            yield timepoint, happens
    if "launch" in events and ship.flight.is_ahead:
        yield ship.launch, ship.flies
    if "land" in events:
        yield ship.land, ship.flies


def _span(board: Board, window: WindowFact) -> tuple[int, int]:
    """Give the days of a window; one without an end lasts beyond all that can be planned."""
    end = board.calendar.day(window.to_on) if window.to_on else FAR_DAYS
    return board.calendar.day(window.from_on), end


def _days(planned: FlightPlan) -> Iterator[tuple[str, date]]:
    named = [
        ("launch", planned.launch_on),
        ("dock", planned.dock_on),
        *(("relocate", stay.from_on) for stay in planned.ports[1:]),
        ("undock", planned.undock_on),
        ("land", planned.land_on),
    ]
    for event, day in named:
        if day is not None:
            yield event, day


def _covers(window: WindowFact, day: date) -> bool:
    return window.from_on <= day and (window.to_on is None or day < window.to_on)


def _words(window: WindowFact) -> str:
    return f"{window.from_on} to {window.to_on or 'further notice'}"
