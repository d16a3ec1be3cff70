"""A plan: the dates of ships, the rides and seats of people, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from scheduler.domain.seat import Grade


@dataclass(frozen=True)
class PortStay:
    """A ship at a port in ``[from_on, to_on)``."""

    port: str
    from_on: date
    to_on: date


@dataclass(frozen=True)
class LifeUse:
    """Days from launch to landing against the certified life, waivers included in the limit."""

    used_days: int
    limit_days: int
    margin_days: int


@dataclass(frozen=True)
class FlightPlan:
    """What happens to one flight; days are none only where the flight does not fly."""

    flight: str
    vehicle_type: str
    status: str
    launch_on: date | None
    dock_on: date | None
    undock_on: date | None
    land_on: date | None
    ports: tuple[PortStay, ...] = ()
    crew_up: tuple[str, ...] = ()
    crew_down: tuple[str, ...] = ()
    hull: str | None = None
    published: Mapping[str, date] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    life: LifeUse | None = None

    @property
    def flies(self) -> bool:
        """Say whether the ship comes to the station, or is there, before ``until``."""
        return self.status in ("docked", "planned")

    def is_docked_on(self, day: date) -> bool:
        """Say whether the ship is at the station on a day."""
        if self.dock_on is None or self.undock_on is None or not self.flies:
            return False
        return self.dock_on <= day < self.undock_on


@dataclass(frozen=True)
class Stay:
    """One person's time aboard, from docking to undocking; ``days`` from launch to landing."""

    person: str
    up: str | None
    down: str | None
    from_on: date | None
    to_on: date | None
    days: int | None
    planned_to_on: date | None
    extension_days: int | None

    def is_aboard_on(self, day: date) -> bool:
        """Say whether the person is aboard on a day; a stay without an end lasts."""
        if self.from_on is None or day < self.from_on:
            return False
        return self.to_on is None or day < self.to_on


@dataclass(frozen=True)
class SeatSpan:
    """A person's seat in ``[from_on, to_on)``; no flight means no seat (G4)."""

    person: str
    flight: str | None
    from_on: date
    to_on: date
    grade: Grade


@dataclass(frozen=True)
class Handover:
    """One crew of a line relieving another; ``days`` overlap when direct, else gap."""

    line: str
    outgoing: str
    incoming: str
    is_direct: bool
    days: int


@dataclass(frozen=True)
class AboardSpan:
    """How many people are aboard in ``[from_on, to_on)``, and for which segment."""

    from_on: date
    to_on: date
    people: int
    by_segment: Mapping[str, int]


@dataclass(frozen=True)
class Plan:
    """Everything that one plan says."""

    flights: tuple[FlightPlan, ...] = ()
    stays: tuple[Stay, ...] = ()
    seats: tuple[SeatSpan, ...] = ()
    handovers: tuple[Handover, ...] = ()
    aboard: tuple[AboardSpan, ...] = ()

    def flight(self, flight_id: str) -> FlightPlan | None:
        """Find a flight by id; of two, the first."""
        return self._by_flight.get(flight_id)

    @cached_property
    def _by_flight(self) -> dict[str, FlightPlan]:
        return {planned.flight: planned for planned in reversed(self.flights)}

    def seats_in(self, flight_id: str) -> tuple[SeatSpan, ...]:
        """List the seats that are held in a ship."""
        return self._seats_by_flight.get(flight_id, ())

    @cached_property
    def _seats_by_flight(self) -> dict[str, tuple[SeatSpan, ...]]:
        found: dict[str, list[SeatSpan]] = {}
        for seat in self.seats:
            if seat.flight is not None:
                found.setdefault(seat.flight, []).append(seat)
        return {flight: tuple(seats) for flight, seats in found.items()}


def each_day(from_on: date, to_on: date) -> Iterator[date]:
    """Walk the days of ``[from_on, to_on)``."""
    return map(date.fromordinal, range(from_on.toordinal(), to_on.toordinal()))
