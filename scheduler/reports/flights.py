"""The flights of a plan: dates beside the published ones, ports, crews, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from scheduler.domain import FlightPlan
from scheduler.reports.context import View
from scheduler.reports.layout import NOTABLE, Cell, Column, Lines, heading, table
from scheduler.reports.summary import EVENTS, day_of, shift_days

WIDE = 110  # from here on crews have a column of their own
GROUNDED = {"waiting": "flies after the horizon", "cancelled": "cancelled"}
NOTHING, ARROW, BOTH = "-", "→", "↔"
COLUMNS = (
    Column("ship"),
    Column("launch"),
    Column("dock", rank=2),
    Column("undock"),
    Column("land"),
    Column("port", wraps=True, rank=1),
)
CREW = Column(f"crew up {ARROW} down, {BOTH} both", wraps=True)


def flight_table(view: View) -> Lines:
    """Draw the section ``Flights``: ships for people first, then cargo ships, by launch."""
    if not view.plan.flights:
        return []
    is_wide = view.width >= WIDE
    rows: list[list[Cell]] = []
    notes: dict[int, str] = {}
    before: FlightPlan | None = None
    for flight in sorted(view.plan.flights, key=lambda flight: _order(view, flight)):
        if before and view.carries_people(before) and not view.carries_people(flight):
            rows.append([""] * (len(COLUMNS) + is_wide))
        crew, changed = _crew_note(view, flight), ", ".join(changes(flight))
        told = [
            GROUNDED.get(flight.status, ""),
            "" if is_wide else crew,
            f"changed: {changed}" if changed else "",
        ]
        notes[len(rows)] = "\n".join(filter(None, told))
        rows.append([*_row(view, flight), *([_crew_cell(view, flight)] if is_wide else [])])
        before = flight
    columns = (*COLUMNS, CREW) if is_wide else COLUMNS
    return [heading("Flights"), *table(columns, rows, view.width, notes)]


def _order(view: View, flight: FlightPlan) -> tuple[bool, str, str]:
    return (not view.carries_people(flight), str(flight.launch_on or "9999"), flight.flight)


def _row(view: View, flight: FlightPlan) -> list[Cell]:
    """Give ship, days and ports; below a moved day stands the published one."""
    ship = view.ship(flight.flight)
    if any(_is_moved(flight, event) for event in EVENTS):
        ship += "\n  published"
    ports = f"\n{ARROW} ".join(view.context.port(stay.port) for stay in flight.ports)
    return [ship, *(_days(flight, event) for event in EVENTS), ports or NOTHING]


def _days(flight: FlightPlan, event: str) -> Cell:
    told = str(day_of(flight, event) or NOTHING)
    if not _is_moved(flight, event):
        return told
    return Text(f"{told}\n{flight.published[event]}", style=NOTABLE)


def _is_moved(flight: FlightPlan, event: str) -> bool:
    return flight.published.get(event) not in (None, day_of(flight, event))


def _has_crew(view: View, flight: FlightPlan) -> bool:
    return view.carries_people(flight) and flight.flies


def _crew_cell(view: View, flight: FlightPlan) -> str:
    if not _has_crew(view, flight):
        return ""
    up, down = _names(view, flight.crew_up), _names(view, flight.crew_down)
    return f"{BOTH} {up}" if up == down else f"{up} {ARROW} {down}"


def _crew_note(view: View, flight: FlightPlan) -> str:
    if not _has_crew(view, flight):
        return ""
    up, down = _names(view, flight.crew_up), _names(view, flight.crew_down)
    return f"crew up and down: {up}" if up == down else f"crew up: {up}; down: {down}"


def _names(view: View, people: Iterable[str]) -> str:
    return ", ".join(view.person(person) for person in people) or "none"


def changes(flight: FlightPlan) -> list[str]:
    """List what differs from the published plan, ``launch -24 d`` or ``crew up``."""
    return [*_moved_days(flight), *_other_changes(flight)]


def _moved_days(flight: FlightPlan) -> Iterator[str]:
    for event in EVENTS:
        shift = shift_days(flight, event)
        if shift:
            yield f"{event} {shift:+d} d"
        elif shift is None and event in flight.changed:
            yield event


def _other_changes(flight: FlightPlan) -> list[str]:
    return [name.replace("_", " ") for name in flight.changed if name not in EVENTS]
