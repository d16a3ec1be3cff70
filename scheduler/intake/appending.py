"""Facts back into the rows of a fact file, added at its end."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date

from scheduler.domain import CrewFact, Edition, EventFact, FlightFact, Person
from scheduler.intake.layout import CREW, EVENTS, FLIGHTS, PEOPLE, Layout
from scheduler.intake.tokens import read_rows

Cells = Mapping[str, str]


def event_cells(row: EventFact) -> Cells:
    """Give the fields of an event, by column."""
    return {
        "flight_id": row.flight,
        "event": row.event.value,
        "port": row.port or "",
        "at": row.at,
        "status": row.status.value,
        "known_on": str(row.known_on),
        "source": row.source,
        "note": row.note,
    }


def crew_cells(row: CrewFact) -> Cells:
    """Give the fields of a ride, by column."""
    return {
        "flight_id": row.flight,
        "person_id": row.person,
        "leg": row.leg,
        "role": row.role,
        "status": row.status.value,
        "known_on": _day(row.known_on),
        "source": row.source,
    }


def flight_cells(row: FlightFact) -> Cells:
    """Give the fields of a flight, by column."""
    return {
        "flight_id": row.id,
        "name": row.name,
        "vehicle_type": row.vehicle_type,
        "line": row.line or "",
        "hull": row.hull or "",
        "pad": row.pad or "",
        "relieves": row.relieves or "",
        "source": row.source,
    }


def person_cells(row: Person) -> Cells:
    """Give the fields of somebody who is new to the facts, by column."""
    return {
        "person_id": row.id,
        "name": row.name,
        "agency": row.agency,
        "skills": ";".join(row.skills),
        "career_days": "",
        "career_dose_msv": "",
        "source": row.source,
    }


def _day(day: date | None) -> str:
    return "" if day is None else str(day)


def rows_by_file(edition: Edition) -> dict[Layout, list[Cells]]:
    """Sort the rows of an edition by their files; a file without rows is left out."""
    rows = {
        PEOPLE: [person_cells(row) for row in edition.people],
        FLIGHTS: [flight_cells(row) for row in edition.flights],
        EVENTS: [event_cells(row) for row in edition.events],
        CREW: [crew_cells(row) for row in edition.crew],
    }
    return {layout: found for layout, found in rows.items() if found}


def new_file(layout: Layout, rows: Iterable[Cells]) -> str:
    """Write a fact file: its header and some rows."""
    header = f"{layout.header}\n"
    return header + added(header, rows)


def added(text: str, rows: Iterable[Cells]) -> str:
    """Write rows as they go to the end of a fact file: its order of columns, its line ends."""
    header = [cell.text for cell in next(read_rows(text))]
    line_end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    out = io.StringIO()
    writer = csv.DictWriter(out, header, restval="", extrasaction="ignore", lineterminator=line_end)
    for row in rows:
        writer.writerow(row)
    joint = "" if text.endswith(("\n", "\r")) else line_end
    return joint + out.getvalue()
