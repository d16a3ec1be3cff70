"""A plan as an iCalendar file (RFC 5545), for calendars to subscribe to.

Every event is of whole UTC days, so no time zone can move it. The id of an event names its
flight and what happens, not the run: the calendar of a later run moves the same event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, Event

from scheduler import __version__
from scheduler.domain import FlightPlan, Run, Stay
from scheduler.reports.context import Context
from scheduler.reports.export.moment import moment_of
from scheduler.units import add_days

REFRESH = timedelta(hours=6)
HAPPENED, PLANNED = "CONFIRMED", "TENTATIVE"


@dataclass(frozen=True)
class Entry:
    """One event of a calendar in ``[from_on, to_on)``; ``key`` is its own within the station."""

    key: str
    kind: str
    title: str
    from_on: date
    to_on: date
    details: tuple[str, ...]


def calendar_text(run: Run, context: Context, *, has_people: bool = False) -> str:
    """Write the calendar of a run: launches, dockings, relocations, undockings, landings.

    Parameters
    ----------
    has_people
        Add the stay of each person, from docking up to undocking.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//rotation//crew-rotation-scheduler {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = f"{context.name(run.station)}: {run.title}"
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries(run, context, has_people=has_people):
        calendar.add_component(_event(entry, run))
    return bytes(calendar.to_ical()).decode()


def entries(run: Run, context: Context, *, has_people: bool) -> Iterator[Entry]:
    """Walk the events of a plan: of each flight in turn, then the stays."""
    assert run.plan is not None
    for flight in run.plan.flights:
        yield from _of_flight(flight, context)
    for stay in run.plan.stays if has_people else ():
        if stay.from_on is not None:
            yield _of_stay(stay, stay.from_on, run, context)


def _event(entry: Entry, run: Run) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{run.station}.rotation")
    event.add("dtstamp", moment_of(run))
    event.add("summary", entry.title)
    event.add("dtstart", entry.from_on)
    event.add("dtend", entry.to_on)
    event.add("categories", [entry.kind])
    event.add("status", HAPPENED if entry.to_on <= run.as_of else PLANNED)
    event.add("transp", "TRANSPARENT")
    plan = f"Plan: {run.title}, as of {run.as_of}, run {run.id}."
    event.add("description", "\n".join([*entry.details, plan]))
    return event


def _of_flight(flight: FlightPlan, context: Context) -> Iterator[Entry]:
    ship = context.name(flight.flight)
    up = _riders("Up", flight.crew_up, context)
    down = _riders("Down", flight.crew_down, context)
    at = f" at {context.port(flight.ports[0].port)}" if flight.ports else ""
    days: list[tuple[str, str, str, date | None, str]] = [
        ("launch", "Launch", ship, flight.launch_on, up),
        ("dock", "Docking", f"{ship}{at}", flight.dock_on, up),
        *(
            (f"relocate-{n}", "Relocation", f"{ship} to {context.port(s.port)}", s.from_on, "")
            for n, s in enumerate(flight.ports[1:], start=1)
        ),
        ("undock", "Undocking", ship, flight.undock_on, down),
        ("land", "Landing", ship, flight.land_on, down),
    ]
    for event, noun, told, on, riders in days:
        if on is not None:
            details = [riders, *_remarks(flight, event, on)]
            yield Entry(
                f"{flight.flight}.{event}",
                noun,
                f"{noun}: {told}",
                on,
                add_days(on, 1),
                tuple(filter(None, details)),
            )


def _riders(leg: str, people: tuple[str, ...], context: Context) -> str:
    return f"{leg}: {', '.join(map(context.name, people))}." if people else ""


def _remarks(flight: FlightPlan, event: str, on: date) -> Iterator[str]:
    published = flight.published.get(event)
    if published is not None and published != on:
        yield f"Published for {published}."
    if not flight.flies:
        yield "Beyond the days of the plan."


def _of_stay(stay: Stay, from_on: date, run: Run, context: Context) -> Entry:
    """Give a stay; one without an end in the plan lasts to the end of its days."""
    rides = [(leg, ship) for leg, ship in (("Up", stay.up), ("Down", stay.down)) if ship]
    details = [f"{leg} on {context.name(ship)}." for leg, ship in rides]
    if stay.days is not None:
        details.append(f"{stay.days} days from launch to landing.")
    if stay.extension_days:
        details.append(f"{stay.extension_days} days longer than published.")
    if stay.to_on is None:
        details.append("The plan has no ship home.")
    end = stay.to_on or max(run.until, add_days(from_on, 1))
    name = context.name(stay.person)
    key = f"{stay.person}.{stay.up or 'aboard'}"
    return Entry(key, "Stay", f"Aboard: {name}", from_on, end, tuple(details))
