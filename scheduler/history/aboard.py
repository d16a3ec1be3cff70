"""Who was aboard when, as flown: stays and ships, from the first docking with a crew on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scheduler.domain import Event, Facts, Flight, FlightFact, Standing, Station, Status
from scheduler.history.flown import flown_flights, flown_rides, told_on

LONG_STAY_DAYS = 60
"""From so many days aboard on a stay is a long one. Source: DATA_NOTES, ``stay_class``."""


@dataclass(frozen=True)
class FlownStay:
    """Somebody's time aboard in ``[from_on, to_on)``; still aboard where there is no end."""

    person: str
    up: str
    down: str | None
    from_on: date
    to_on: date | None

    @property
    def is_long(self) -> bool:
        """Say whether this is a long stay; one that goes on is taken for one."""
        return self.to_on is None or (self.to_on - self.from_on).days >= LONG_STAY_DAYS

    def is_aboard_on(self, day: date) -> bool:
        """Say whether they were aboard on a day; the day of the undocking does not count."""
        return self.from_on <= day and (self.to_on is None or day < self.to_on)


@dataclass(frozen=True)
class Ship:
    """A flight that docked; without ``undock_on`` it is still there."""

    id: str
    vehicle_type: str
    line: str | None
    dock_on: date
    undock_on: date | None


@dataclass(frozen=True)
class Flown:
    """Everything that was flown to one station.

    Parameters
    ----------
    facts
        What it was read from.
    ships
        By id, in the order of their launches.
    stays
        Of all people, in the order in which they came.
    begun_on, told_on
        The day of the first docking with a crew, and the first morning on which all is known.
    """

    facts: Facts
    ships: Mapping[str, Ship]
    stays: tuple[FlownStay, ...]
    begun_on: date
    told_on: date

    @cached_property
    def long_up(self) -> Mapping[str, tuple[FlownStay, ...]]:
        """Give by ship the long stays that began with it."""
        return _by((stay.up, stay) for stay in self.stays if stay.is_long)

    @cached_property
    def long_down(self) -> Mapping[str, tuple[FlownStay, ...]]:
        """Give by ship the long stays that ended with it."""
        return _by((stay.down, stay) for stay in self.stays if stay.down and stay.is_long)

    @cached_property
    def flown_down(self) -> frozenset[str]:
        """Name the ships that took anybody home at all."""
        return frozenset(stay.down for stay in self.stays if stay.down)

    @cached_property
    def in_line(self) -> Mapping[str, tuple[FlightFact, ...]]:
        """Give by line the flights that were launched, lost ones too, the first launched first."""
        launched = {
            row.flight: row.on
            for row in self.facts.events
            if row.event is Event.LAUNCH and row.status is Status.ACTUAL
        }
        members: dict[str, list[FlightFact]] = {}
        for fact in sorted(self.facts.flights, key=lambda fact: fact.id):
            if fact.line is not None and fact.id in launched:
                members.setdefault(fact.line, []).append(fact)
        return {
            line: tuple(sorted(found, key=lambda fact: launched[fact.id]))
            for line, found in members.items()
        }


def _by(
    pairs: Iterable[tuple[str | None, FlownStay]],
) -> Mapping[str, tuple[FlownStay, ...]]:
    found: dict[str, tuple[FlownStay, ...]] = {}
    for ship, stay in pairs:
        if ship is not None:
            found[ship] = (*found.get(ship, ()), stay)
    return found


def flown(facts: Facts, station: Station) -> Flown | None:
    """Gather what was flown; none where no crew has come yet."""
    if not facts.events:
        return None
    flights = flown_flights(facts, station)
    ships = {flight.id: _ship(flight) for flight in flights.values()}
    stays = [
        FlownStay(
            ride.person,
            ride.up,
            ride.down if ships[ride.down].undock_on else None,
            ships[ride.up].dock_on,
            ships[ride.down].undock_on,
        )
        for ride in flown_rides(facts, flights)
    ]
    if not stays:
        return None
    stays.sort(key=lambda stay: (stay.from_on, stay.person))
    return Flown(facts, ships, tuple(stays), stays[0].from_on, told_on(facts))


def _ship(flight: Flight) -> Ship:
    has_left = flight.standing is Standing.DEPARTED
    undock_on = flight.undock_on if has_left else None
    return Ship(flight.id, flight.vehicle_type, flight.line, flight.dock_on, undock_on)
