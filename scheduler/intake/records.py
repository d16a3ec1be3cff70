"""Rows into facts, one reader a file. What needs other rows is checked elsewhere.

A reader always gives a fact; that of a row with a fault holds stand-ins and is thrown away.
"""

from __future__ import annotations

from datetime import date

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    FlightFact,
    Health,
    HealthFact,
    OutageFact,
    Person,
    SeatFact,
    Status,
    WindowFact,
)
from scheduler.intake.fields import (
    day,
    day_after,
    known_id,
    needed,
    new_id,
    optional,
    optional_count,
    optional_day,
    optional_id,
    optional_number,
    word,
)
from scheduler.intake.names import GRADES, LEGS, OUTAGE_KINDS, WINDOW_KINDS, Known, Names
from scheduler.intake.spelling import listed
from scheduler.intake.table import Row


def read_person(row: Row, _names: Names) -> Person:
    """Read a row of ``people.csv``; an agency may be any, and skills are free words."""
    return Person(
        id=new_id(row, "person_id", "rubio"),
        name=needed(row, "name", "the name of the person"),
        agency=needed(row, "agency", "the agency, such as NASA"),
        skills=tuple(filter(None, (skill.strip() for skill in row.text("skills").split(";")))),
        career_days=optional_number(row, "career_days"),
        career_dose_msv=optional_number(row, "career_dose_msv"),
        source=row.text("source"),
    )


def read_flight(row: Row, names: Names) -> FlightFact:
    """Read a row of ``flights.csv``."""
    flight = FlightFact(
        id=new_id(row, "flight_id", "soyuz-ms-23"),
        name=needed(row, "name", "the name of the flight"),
        vehicle_type=known_id(row, "vehicle_type", names.vehicle_types),
        line=optional_id(row, "line", names.lines),
        hull=optional(row, "hull"),
        pad=optional_id(row, "pad", names.pads),
        relieves=optional_id(row, "relieves", names.flights),
        source=row.text("source"),
    )
    if flight.relieves == flight.id and row.is_good("relieves"):
        told = f"{flight.id} relieves itself. Give the flight before it, or leave it empty."
        row.complain("relieves", told)
    return flight


def read_event(row: Row, names: Names) -> EventFact:
    """Read a row of ``events.csv``; an actual row became known the day it happened."""
    flight = known_id(row, "flight_id", names.flights)
    event, status = word(row, "event", Event), word(row, "status", Status)
    known_on = _known_on(row, status)
    if status is Status.WITHDRAWN and row.is_good("status"):
        on = optional_day(row, "at") or known_on or date.min  # the day taken back plays no part
    else:
        on = day(row, "at")
    are_good = row.is_good("at") and row.is_good("known_on")
    if status is Status.ACTUAL and known_on and are_good and known_on < on:
        told = f"known_on is {known_on}, before the day it happened ({on})."
        row.complain("known_on", f"{told} Give that day or a later one, or leave it empty.")
    return EventFact(
        flight=flight,
        event=event,
        port=_port(row, event, status, names, on),
        on=on,
        status=status,
        known_on=known_on or on,
        at=row.text("at"),
        source=row.text("source"),
        note=row.text("note"),
    )


def _known_on(row: Row, status: Status) -> date | None:
    known_on = optional_day(row, "known_on")
    is_needed = status is not Status.ACTUAL and row.is_good("status") and row.is_good("known_on")
    if known_on is None and is_needed:
        told = f"known_on is empty in a {status} row. Give the day on which it became known."
        row.complain("known_on", told)
    return known_on


def _port(row: Row, event: Event, status: Status, names: Names, on: date) -> str | None:
    port = row.text("port")
    if not (row.is_good("event") and row.is_good("status")):
        return optional_id(row, "port", names.ports)
    if event not in (Event.DOCK, Event.RELOCATE):
        if port:
            told = f"port is {port!r}, but the event is {event}."
            row.complain("port", f"{told} Leave it empty: only dock and relocate name a port.")
        return None
    if status is Status.WITHDRAWN and event is Event.DOCK and not port:
        return None
    known_id(row, "port", names.ports)
    _check_port_fits(row, names)
    if status is Status.ACTUAL and row.is_good("at"):
        _check_port_is_there(row, names, on)
    return port


def _check_port_fits(row: Row, names: Names) -> None:
    kind = names.type_of.get(row.text("flight_id"))
    port = names.station.ports.get(row.text("port"))
    if kind is None or port is None or kind.id in port.accepts:
        return
    fitting = listed(names.station.ports_for(kind.id)) or "another station"
    row.complain("port", f"{port.id} does not take {kind.id}. Give {fitting}.")


def _check_port_is_there(row: Row, names: Names, on: date) -> None:
    """Tell an arrival before the port has come, or after it is gone."""
    port = names.station.ports.get(row.text("port"))
    told = ""
    if port and port.from_on and on < port.from_on:
        told = f"{port.id} comes on {port.from_on}, after this day ({on})."
    if port and port.to_on and port.to_on <= on:
        told = f"{port.id} is gone since {port.to_on}, before this day ({on})."
    if told:
        row.complain("port", f"{told} Give another port or another day.")


def read_crew(row: Row, names: Names) -> CrewFact:
    """Read a row of ``crew.csv``; when an actual row became known is left to the editions."""
    status = word(row, "status", Status)
    fact = CrewFact(
        flight=known_id(row, "flight_id", names.flights),
        person=known_id(row, "person_id", names.people),
        leg=known_id(row, "leg", LEGS),
        role=row.text("role"),
        status=status,
        known_on=_known_on(row, status),
        source=row.text("source"),
    )
    kind = names.type_of.get(fact.flight)
    if kind is not None and not kind.carries_people:
        told = f"{fact.flight} has no seats: its type is {kind.id}. Give a flight with seats."
        row.complain("flight_id", told)
    return fact


def read_health(row: Row, names: Names) -> HealthFact:
    """Read a row of ``health.csv``."""
    fact = HealthFact(
        flight=known_id(row, "flight_id", names.flights),
        from_on=day(row, "from"),
        health=word(row, "health", Health),
        seats=optional_count(row, "seats"),
        known_on=day(row, "known_on"),
        source=row.text("source"),
    )
    kind = names.type_of.get(fact.flight)
    if kind is not None and fact.seats is not None and fact.seats > kind.seats:
        told = f"seats is {fact.seats}, but {kind.id} has {kind.seats}. Give that or fewer."
        row.complain("seats", told)
    return fact


def read_outage(row: Row, names: Names) -> OutageFact:
    """Read a row of ``outages.csv``; the subject is a pad, port or launcher as the kind says."""
    kind = known_id(row, "kind", OUTAGE_KINDS)
    anything = Known("pad, port or launcher", None)
    from_on = day(row, "from")
    return OutageFact(
        kind=kind,
        subject=known_id(row, "subject", names.outage_subjects.get(kind, anything)),
        from_on=from_on,
        to_on=day_after(row, "to", "from", from_on),
        known_on=day(row, "known_on"),
        source=row.text("source"),
    )


def read_seat(row: Row, names: Names) -> SeatFact:
    """Read a row of ``seats.csv``."""
    return SeatFact(
        person=known_id(row, "person_id", names.people),
        flight=known_id(row, "flight_id", names.flights),
        from_on=day(row, "from"),
        grade=known_id(row, "grade", GRADES),
        known_on=day(row, "known_on"),
        source=row.text("source"),
    )


def read_window(row: Row, names: Names) -> WindowFact:
    """Read a row of ``windows.csv``."""
    from_on = day(row, "from")
    return WindowFact(
        kind=known_id(row, "kind", WINDOW_KINDS),
        subject=known_id(row, "subject", names.window_subjects),
        from_on=from_on,
        to_on=day_after(row, "to", "from", from_on),
        known_on=day(row, "known_on"),
        source=row.text("source"),
    )
