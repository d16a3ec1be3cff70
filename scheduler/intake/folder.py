"""A fact folder into facts: every file read, every fault told at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain import EventFact, Facts, Station
from scheduler.errors import Complaint, SeedError
from scheduler.intake import records
from scheduler.intake.berths import check_berths
from scheduler.intake.entries import Entry, Fact, Log, lost, read_entries
from scheduler.intake.files import read_texts
from scheduler.intake.layout import (
    CREW,
    EVENTS,
    FLIGHTS,
    HEALTH,
    LAYOUTS,
    OUTAGES,
    PEOPLE,
    SEATS,
    WINDOWS,
    Layout,
)
from scheduler.intake.names import gather
from scheduler.intake.order import check_order
from scheduler.intake.rides import check_rides, check_seats
from scheduler.intake.table import Table, read_table
from scheduler.shelf import DISK, Shelf

# What a row must have right to be compared with others; an id and a word come first.
EVENT_KEYS = ("flight_id", "event", "port", "at", "status", "known_on")
CREW_KEYS = ("person_id", "leg", "flight_id", "status", "known_on")


@dataclass(frozen=True)
class FactFolder:
    """What a fact folder says, and what was read for it.

    ``files`` are the names of the files that are there, as shown to the user, in the order of
    design.md 4.2; ``texts`` holds the exact text of each.
    """

    facts: Facts
    files: tuple[str, ...]
    texts: dict[str, str]


def read_facts(folder: Path, station: Station, shelf: Shelf = DISK) -> FactFolder:
    """Read a fact folder against the ids of a station.

    Raises
    ------
    SeedError
        When anything is wrong with the folder; it holds every fault found.
    """
    complaints: list[Complaint] = []
    texts = read_texts(folder, shelf, complaints)
    tables = {
        layout: _table(shelf.shown(folder / layout.name), texts, layout, complaints)
        for layout in LAYOUTS
    }
    facts = _read_tables(tables, station)
    if complaints:
        raise SeedError(complaints)
    return FactFolder(facts, tuple(texts), texts)


def _table(
    place: str, texts: Mapping[str, str], layout: Layout, complaints: list[Complaint]
) -> Table:
    """Split one file into rows; a file that is not there has none."""
    if place in texts:
        return read_table(place, texts[place], layout, complaints)
    return Table(place, absent=frozenset(layout.columns))


def _read_tables(tables: Mapping[Layout, Table], station: Station) -> Facts:
    """Read every row, then check what only several rows can show."""
    _check_unique(tables[PEOPLE], "person_id")
    _check_unique(tables[FLIGHTS], "flight_id")
    names = gather(station, tables[PEOPLE], tables[FLIGHTS])
    events = read_entries(tables[EVENTS], records.read_event, names)
    crew = read_entries(tables[CREW], records.read_crew, names)
    facts = Facts(
        people=_facts(read_entries(tables[PEOPLE], records.read_person, names)),
        flights=_facts(read_entries(tables[FLIGHTS], records.read_flight, names)),
        events=_facts(events),
        crew=_facts(crew),
        health=_facts(read_entries(tables[HEALTH], records.read_health, names)),
        outages=_facts(read_entries(tables[OUTAGES], records.read_outage, names)),
        seats=_facts(read_entries(tables[SEATS], records.read_seat, names)),
        windows=_facts(read_entries(tables[WINDOWS], records.read_window, names)),
    )
    lost_events = lost(tables[EVENTS], EVENT_KEYS, names.flights)
    lost_rides = lost(tables[CREW], CREW_KEYS, names.people)
    logs = _logs(events)
    rides = [entry for entry in crew if entry.row.is_good(*CREW_KEYS)]
    for log in logs.values():
        check_order(log, lost_events)
    check_berths((log for log in logs.values() if log.is_sound), lost_events)
    check_rides(rides, logs, lost_events, lost_rides)
    check_seats(rides, names.type_of)
    return facts


def _facts(entries: Iterable[Entry[Fact]]) -> tuple[Fact, ...]:
    return tuple(entry.fact for entry in entries)


def _check_unique(table: Table, column: str) -> None:
    """Tell each row that gives an id again."""
    lines: dict[str, int] = {}
    for row in table.rows:
        text = row.text(column)
        if text and lines.setdefault(text, row.line) != row.line:
            told = f"{column} {text!r} stands already in line {lines[text]}. Keep one of the rows."
            row.complain(column, told)


def _logs(events: Iterable[Entry[EventFact]]) -> dict[str, Log]:
    """Sort the events by flight, leaving out the rows with a fault."""
    by_flight: dict[str, list[Entry[EventFact]]] = {}
    for entry in events:
        if entry.row.is_good(*EVENT_KEYS):
            by_flight.setdefault(entry.fact.flight, []).append(entry)
    return {flight: Log(flight, tuple(entries)) for flight, entries in by_flight.items()}
