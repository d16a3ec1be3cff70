"""How long ships were there: docked days by ship, by vehicle type and by port."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scheduler.domain import Event, EventFact, Facts, PortStay, Station, Status
from scheduler.history.aboard import Flown, Ship


@dataclass(frozen=True)
class ShipDays:
    """One ship at the station in ``[from_on, to_on)``, within the days that were asked for.

    ``is_there`` says that it is docked still when the facts end.
    """

    flight: str
    vehicle_type: str
    from_on: date
    to_on: date
    ports: tuple[PortStay, ...]
    is_there: bool

    @property
    def days(self) -> int:
        """Count its docked days."""
        return (self.to_on - self.from_on).days


@dataclass(frozen=True)
class TypeDays:
    """The docked days of all ships of one type, and the one that was docked longest."""

    vehicle_type: str
    ships: int
    days: int
    longest: str
    longest_days: int


@dataclass(frozen=True)
class PortDays:
    """The days on which a port was taken, of those on which it was there."""

    port: str
    ships: int
    days: int
    days_there: int

    @property
    def share(self) -> float:
        """Give the part of its days on which it was taken, 0 to 1."""
        return self.days / self.days_there if self.days_there else 0.0


def ship_days(flown: Flown, start: date, end: date) -> tuple[ShipDays, ...]:
    """List the ships that were there at some time in ``[start, end)``, by docking."""
    ships = sorted(flown.ships.values(), key=lambda ship: (ship.dock_on, ship.id))
    return tuple(
        ShipDays(
            ship.id,
            ship.vehicle_type,
            max(ship.dock_on, start),
            min(ship.undock_on or flown.told_on, end),
            tuple(_ports(flown, ship, start, end)),
            ship.undock_on is None,
        )
        for ship in ships
        if ship.dock_on < end and (ship.undock_on or flown.told_on) > start
    )


def _ports(flown: Flown, ship: Ship, start: date, end: date) -> Iterator[PortStay]:
    """Walk the ports of a ship, from its docking over each relocation, within the days asked."""
    calls = _calls(flown.facts, ship.id)
    left_on = ship.undock_on or flown.told_on
    for call, next_on in zip(calls, [*(row.on for row in calls[1:]), left_on], strict=True):
        from_on, to_on = max(call.on, start), min(next_on, end)
        if call.port is not None and from_on < to_on:
            yield PortStay(call.port, from_on, to_on)


def _calls(facts: Facts, flight: str) -> list[EventFact]:
    rows = facts.events_by_flight.get(flight, ())
    calls = [
        row
        for row in rows
        if row.status is Status.ACTUAL and row.event in (Event.DOCK, Event.RELOCATE)
    ]
    return sorted(calls, key=lambda row: row.on)


def type_days(ships: Iterable[ShipDays]) -> tuple[TypeDays, ...]:
    """Sum the docked days up by vehicle type, the most days first."""
    by_type: dict[str, list[ShipDays]] = {}
    for ship in ships:
        by_type.setdefault(ship.vehicle_type, []).append(ship)
    found = [_type_days(kind, members) for kind, members in by_type.items()]
    return tuple(sorted(found, key=lambda one: (-one.days, one.vehicle_type)))


def _type_days(kind: str, ships: list[ShipDays]) -> TypeDays:
    longest = max(ships, key=lambda ship: ship.days)
    total = sum(ship.days for ship in ships)
    return TypeDays(kind, len(ships), total, longest.flight, longest.days)


def port_days(
    ships: Iterable[ShipDays], station: Station, start: date, end: date
) -> tuple[PortDays, ...]:
    """Sum the taken days of ``[start, end)`` up by port, the most days first."""
    by_port: dict[str, list[tuple[str, PortStay]]] = {}
    for ship in ships:
        for stay in ship.ports:
            by_port.setdefault(stay.port, []).append((ship.flight, stay))
    found = [
        PortDays(
            port,
            len({flight for flight, _ in stays}),
            sum((stay.to_on - stay.from_on).days for _, stay in stays),
            _days_there(station, port, start, end),
        )
        for port, stays in by_port.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.port)))


def _days_there(station: Station, port: str, start: date, end: date) -> int:
    known = station.ports[port]
    return (min(known.to_on or end, end) - max(known.from_on or start, start)).days
