"""Small flown worlds: a few ships with their days, and who went up and down in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from scheduler.domain import CrewFact, Event, EventFact, Facts, Station, Status
from scheduler.history.aboard import Flown, flown
from tests.builders import DRAGON, PROGRESS, SOYUZ, Trip, make_facts, make_station
from tests.builders import make_vehicle_type as kind

SHUTTLE = kind("shuttle", seats=7, fitted="shuttle-suit", pad="lc-39b", launcher="shuttle")
STATION = make_station(types=(SOYUZ, DRAGON, PROGRESS, SHUTTLE))


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


def soyuz(number: int, dock: str, undock: str = "", crew: str = "") -> Trip:
    """Make a Soyuz that docks on the day of its launch and lands on that of its undocking."""
    return _trip(f"soyuz-{number}", "soyuz-ms", "soyuz", dock, undock, crew)


def dragon(number: int, dock: str, undock: str = "", crew: str = "") -> Trip:
    """Make a Dragon of the second line; it lands when it undocks, too."""
    return _trip(f"crew-{number}", "crew-dragon", "dragon", dock, undock, crew)


def shuttle(number: int, dock: str, undock: str = "", crew: str = "") -> Trip:
    """Make a Shuttle, a ship of no line."""
    return _trip(f"sts-{number}", "shuttle", None, dock, undock, crew)


def progress(number: int, dock: str, undock: str = "") -> Trip:
    """Make a cargo ship; the last event of a world tells until when all is known."""
    return _trip(f"progress-{number}", "progress-ms", None, dock, undock, "")


def _trip(
    flight: str, vehicle_type: str, line: str | None, dock: str, undock: str, crew: str
) -> Trip:
    return Trip(
        flight=flight,
        days=(dock, dock, undock or "2099-01-01", undock or "2099-01-01"),
        vehicle_type=vehicle_type,
        line=line,
        crew=tuple(crew.split()),
        flown=4 if undock else 2,
        known_on="2000-01-01",
    )


def world(
    *trips: Trip, down: Mapping[str, str] | None = None, relieves: Mapping[str, str] | None = None
) -> Facts:
    """Make the facts of ships; ``down`` names who went home in another ship than their own."""
    facts = make_facts(*trips)
    rides = [
        CrewFact(flight, person, "down", "", Status.ACTUAL, None)
        for flight, people in (down or {}).items()
        for person in people.split()
    ]
    flights = [replace(one, relieves=(relieves or {}).get(one.id)) for one in facts.flights]
    return replace(facts, flights=tuple(flights), crew=(*facts.crew, *rides))


def lost(facts: Facts, flight: str) -> Facts:
    """Let a flight be lost right after its launch."""
    rows = [row for row in facts.events if row.flight != flight or row.event is Event.LAUNCH]
    launch = next(row for row in rows if row.flight == flight)
    return replace(facts, events=(*rows, replace(launch, event=Event.ABORT)))


def planned(
    flight: str, event: Event, on: str, known_on: str, note: str = "", withdrawn: bool = False
) -> EventFact:
    """Make a published edition."""
    status = Status.WITHDRAWN if withdrawn else Status.PLANNED
    return EventFact(flight, event, None, day(on), status, day(known_on), on, "", note)


def plan_down(flight: str, person: str, known_on: str, withdrawn: bool = False) -> CrewFact:
    """Make a published way home."""
    status = Status.WITHDRAWN if withdrawn else Status.PLANNED
    return CrewFact(flight, person, "down", "", status, day(known_on))


def flown_of(facts: Facts, station: Station = STATION) -> Flown:
    """Gather what was flown, where somebody has flown."""
    found = flown(facts, station)
    assert found is not None
    return found


# One line of ships, three at a time: each crew leaves some days after the next has come.
ONE_LINE = world(
    soyuz(1, "2001-01-01", "2001-07-10", "ann bob"),
    soyuz(2, "2001-07-01", "2002-01-10", "cid dee"),
    soyuz(3, "2002-01-05", "", "eve fay"),
    progress(1, "2001-03-01", "2002-02-19"),
)

# As Soyuz MS-22: its crew waits for Soyuz 2, which came up empty, and Soyuz 3 relieves that.
LEFT_EMPTY = world(
    soyuz(1, "2022-09-21", "2023-03-28", "ann bob"),
    soyuz(2, "2023-02-26", "2023-09-27"),
    soyuz(3, "2023-09-15", "", "cid dee"),
    down={"soyuz-2": "ann bob"},
)

# As Soyuz TMA-15: Soyuz 2 and 3 were both sent for Soyuz 1, so the later one makes room for more.
ONE_MORE_CREW = world(
    soyuz(1, "2008-10-14", "2009-04-08", "ann bob"),
    soyuz(2, "2009-03-28", "2009-10-11", "cid dee"),
    soyuz(3, "2009-05-29", "", "eve fay"),
    relieves={"soyuz-3": "soyuz-1"},
)
