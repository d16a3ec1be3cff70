"""What a station is made of: segments, ports, vehicle types, pads, lines, rule numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from scheduler.domain.cadence import Cadence


@dataclass(frozen=True)
class Segment:
    """A part of the station that its own people must run (RS, USOS)."""

    id: str
    name: str
    least_crew: int
    wished_crew: int
    operated_by: tuple[str, ...]


@dataclass(frozen=True)
class Port:
    """A place where one ship can be; ``blocked_by`` maps a neighbour port to vehicle types.

    It is there in ``[from_on, to_on)``: hardware comes and goes. Without a day it always was,
    or stays.
    """

    id: str
    segment: str
    accepts: tuple[str, ...]
    blocked_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    from_on: date | None = None
    to_on: date | None = None

    def is_there(self, start: date, end: date) -> bool:
        """Say whether the port is there at some time in ``[start, end)``."""
        has_come = self.from_on is None or self.from_on < end
        return has_come and (self.to_on is None or self.to_on > start)


@dataclass(frozen=True)
class LifeEdition:
    """A certified life in days, for ships launched on or after ``from_on``."""

    from_on: date
    days: int


@dataclass(frozen=True)
class VehicleType:
    """One type of ship. Seats are people; days are whole days.

    ``fitted`` names the kind of seat (liner or suit); people keep one kind.
    ``transit_days`` maps a flight profile to days from launch to dock, the default first.
    """

    id: str
    seats: int = 0
    emergency_seats: int = 0
    shelter: int = 0
    life: tuple[LifeEdition, ...] = ()
    transit_days: Mapping[str, int] = field(default_factory=lambda: {"default": 0})
    return_days: int = 0
    fitted: str | None = None
    transfer_days: int = 0
    autonomous: bool = True
    pads: tuple[str, ...] = ()
    launcher: str | None = None
    lead_days: int = 0

    @property
    def carries_people(self) -> bool:
        """Say whether this type has seats at all."""
        return self.seats > 0

    def life_days(self, launch_on: date) -> int | None:
        """Give the certified life for a launch day; none when no edition covers it."""
        valid = [edition for edition in self.life if edition.from_on <= launch_on]
        return max(valid, key=lambda edition: edition.from_on).days if valid else None


@dataclass(frozen=True)
class Pad:
    """A launch pad and the least days between two launches from it."""

    id: str
    turnaround_days: int


@dataclass(frozen=True)
class Line:
    """A chain of crewed flights that relieve one another."""

    id: str
    wished_handover_days: int
    least_handover_days: int


@dataclass(frozen=True)
class Provenance:
    """Where a number of the station file comes from."""

    key: str
    source: str
    assumed: bool


@dataclass(frozen=True)
class Station:
    """A station with everything that the rules need to know of it.

    ``rules`` maps a reference to its numbers. Source: ``config/stations/*.yaml``.
    """

    id: str
    name: str
    segments: Mapping[str, Segment]
    ports: Mapping[str, Port]
    vehicle_types: Mapping[str, VehicleType]
    pads: Mapping[str, Pad]
    lines: Mapping[str, Line]
    agencies: Mapping[str, int | None]
    skills_always_aboard: tuple[str, ...]
    rules: Mapping[str, Mapping[str, int | str]]
    goals: tuple[str, ...]
    least_grade: str = "G4"
    provenance: tuple[Provenance, ...] = ()
    cadences: tuple[Cadence, ...] = ()

    def between(self, start: date, end: date) -> Self:
        """Give the station with those ports only that are there at some time in a span."""
        ports = {port.id: port for port in self.ports.values() if port.is_there(start, end)}
        return replace(self, ports=ports)

    def segment_of(self, agency: str) -> str | None:
        """Name the segment that an agency operates; none for other agencies."""
        return next((s.id for s in self.segments.values() if agency in s.operated_by), None)

    def ports_for(self, vehicle_type: str) -> tuple[str, ...]:
        """List the ports that accept a vehicle type, in the order of the station file."""
        return tuple(p.id for p in self.ports.values() if vehicle_type in p.accepts)
