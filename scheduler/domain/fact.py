"""Facts as they were recorded: rows with the day they hold and the day they became known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class Event(StrEnum):
    """What happens to a flight."""

    LAUNCH = "launch"
    DOCK = "dock"
    RELOCATE = "relocate"
    UNDOCK = "undock"
    LAND = "land"
    ABORT = "abort"


class Status(StrEnum):
    """What a row says of its event."""

    PLANNED = "planned"
    ACTUAL = "actual"
    WITHDRAWN = "withdrawn"


class Health(StrEnum):
    """What a ship may still be used for (domain_rules LB-5)."""

    NOMINAL = "nominal"
    RESTRICTED = "restricted"
    UNDER_REVIEW = "under-review"
    EMERGENCY_ONLY = "emergency-only"
    UNCREWED_ONLY = "uncrewed-only"
    UNFIT = "unfit"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in a user's file; line and column count from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        """Read as ``file:line``."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Person:
    """Somebody who flies."""

    id: str
    name: str
    agency: str
    skills: tuple[str, ...] = ()
    career_days: float | None = None
    career_dose_msv: float | None = None
    source: str = ""


@dataclass(frozen=True)
class FlightFact:
    """One ship on one mission."""

    id: str
    name: str
    vehicle_type: str
    line: str | None = None
    hull: str | None = None
    pad: str | None = None
    relieves: str | None = None
    source: str = ""


@dataclass(frozen=True)
class EventFact:
    """One edition of one event; ``known_on`` is filled in for actual rows, too."""

    flight: str
    event: Event
    port: str | None
    on: date
    status: Status
    known_on: date
    at: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class CrewFact:
    """One edition of who rides a leg (``up`` or ``down``) of a flight."""

    flight: str
    person: str
    leg: str
    role: str
    status: Status
    known_on: date | None
    source: str = ""


@dataclass(frozen=True)
class HealthFact:
    """A health that holds for a ship from a day on."""

    flight: str
    from_on: date
    health: Health
    seats: int | None
    known_on: date
    source: str = ""


@dataclass(frozen=True)
class OutageFact:
    """A pad, port or launcher family out of use in ``[from_on, to_on)``; open-ended without."""

    kind: str
    subject: str
    from_on: date
    to_on: date | None
    known_on: date
    source: str = ""


@dataclass(frozen=True)
class SeatFact:
    """A seat that was moved: where the person's place has been since ``from_on``."""

    person: str
    flight: str
    from_on: date
    grade: str
    known_on: date
    source: str = ""


@dataclass(frozen=True)
class WindowFact:
    """A calendar window for launches, landings or dynamic events."""

    kind: str
    subject: str
    from_on: date
    to_on: date | None
    known_on: date
    source: str = ""


@dataclass(frozen=True)
class Facts:
    """All rows of one fact folder, in file order. Nothing is resolved yet.

    ``known_on`` of a crew row is ``None`` for an actual row: it became known on that
    flight's actual launch (up) or landing (down).
    """

    people: tuple[Person, ...] = ()
    flights: tuple[FlightFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    crew: tuple[CrewFact, ...] = ()
    health: tuple[HealthFact, ...] = ()
    outages: tuple[OutageFact, ...] = ()
    seats: tuple[SeatFact, ...] = ()
    windows: tuple[WindowFact, ...] = ()

    @cached_property
    def events_by_flight(self) -> Mapping[str, tuple[EventFact, ...]]:
        """Sort the events by flight, each flight's in file order."""
        found: dict[str, list[EventFact]] = {}
        for row in self.events:
            found.setdefault(row.flight, []).append(row)
        return {flight: tuple(rows) for flight, rows in found.items()}
