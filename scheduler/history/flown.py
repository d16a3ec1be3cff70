"""What was really flown, as the facts tell it: the voyage of each ship, and moved seats."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from scheduler.domain import (
    Editions,
    Event,
    Facts,
    Flight,
    Plan,
    PortStay,
    Problem,
    Station,
    Status,
    crew_known,
    down_flight,
    editions_of,
    published_problem,
    seats_known,
)
from scheduler.history.completing import Moves, Voyage, completed
from scheduler.units import add_days


@dataclass(frozen=True)
class Ride:
    """One stay of somebody at the station: the ships they came and went in."""

    person: str
    up: str
    down: str


def told_on(facts: Facts) -> date:
    """Give the first morning on which all that the facts tell is known."""
    rows = (facts.events, facts.crew, facts.health, facts.outages, facts.seats, facts.windows)
    known = (row.known_on for kind in rows for row in kind if row.known_on)
    return add_days(max(known), 1)


def flown_flights(facts: Facts, station: Station) -> dict[str, Flight]:
    """Give the flights that reached the station, with the days on which they did.

    What has not happened yet of a ship that is still there is as published last.
    """
    end = told_on(facts)
    known = published_problem(facts, station, end, add_days(end, 1))
    ships = {**known.departed, **known.flights}
    return {
        ship.id: ship
        for ship in sorted(ships.values(), key=lambda ship: (ship.launch_on, ship.id))
        if Event.DOCK in editions_of(facts, ship.id, end).actual
    }


def flown_rides(facts: Facts, flights: Mapping[str, Flight]) -> list[Ride]:
    """List who came and went in which ships, in the order in which they came."""
    rides = crew_known(facts, told_on(facts))
    return [
        Ride(person, ship.id, down_flight(person, ship, flights, rides))
        for ship in flights.values()
        for person in ship.crew
    ]


def flown_voyages(
    facts: Facts, flights: Mapping[str, Flight], rides: Iterable[Ride]
) -> dict[str, Voyage]:
    """Give the voyage of each flight, with the people of these rides."""
    listed, end = tuple(rides), told_on(facts)
    return {
        ship.id: Voyage(
            launch_on=ship.launch_on,
            dock_on=ship.dock_on,
            undock_on=ship.undock_on,
            land_on=ship.land_on,
            ports=tuple(_ports(ship, editions_of(facts, ship.id, end))),
            crew_up=tuple(ride.person for ride in listed if ride.up == ship.id),
            crew_down=tuple(ride.person for ride in listed if ride.down == ship.id),
        )
        for ship in flights.values()
    }


def _ports(ship: Flight, found: Editions) -> Iterator[PortStay]:
    """Walk the ports of a flight, from docking over each relocation to undocking."""
    moves = [row for row in found.relocations if row.status is Status.ACTUAL]
    rows = [found.actual[Event.DOCK], *moves]
    starts = [ship.dock_on, *(row.on for row in moves)]
    for row, start, end in zip(rows, starts, [*starts[1:], ship.undock_on], strict=True):
        if row.port is not None:
            yield PortStay(row.port, start, end)


def flown_moves(facts: Facts) -> Moves:
    """Give the seats that were moved, by person, the earliest first."""
    return seats_known(facts, told_on(facts))


def flown_plan(problem: Problem, facts: Facts, station: Station) -> Plan:
    """Tell what was flown as a plan for a problem: the one that reality chose.

    Flights and people of whom the problem does not know, because nobody had published them,
    are left out. Who went home after ``until`` is told to go home as published: the plan does
    not reach as far.
    """
    flights = flown_flights(facts, station)
    within = {
        ship
        for ship, flight in flights.items()
        if ship in problem.flights and flight.launch_on < problem.until
    }
    back = {ship for ship in within if flights[ship].undock_on < problem.until}
    rides = [
        ride if ride.down in back else replace(ride, down=_home(problem, ride, back))
        for ride in flown_rides(facts, flights)
        if ride.person in problem.travellers and _is_meant(problem, ride, within)
    ]
    voyages = flown_voyages(facts, flights, rides)
    return completed(problem, {ship: voyages[ship] for ship in sorted(within)}, flown_moves(facts))


def _is_meant(problem: Problem, ride: Ride, within: Container[str]) -> bool:
    """Tell the stay that a problem is about from other stays of the same person."""
    traveller = problem.travellers[ride.person]
    return ride.up == traveller.up if traveller.is_aboard else ride.up in within


def _home(problem: Problem, ride: Ride, back: Container[str]) -> str:
    """Name the ship home as published: of those to come, the one that brings them up.

    If that one left before ``until`` it was without them, so theirs is the ship of reality.
    """
    traveller = problem.travellers[ride.person]
    published = traveller.down if traveller.is_aboard else ride.up
    return ride.down if published in back else published
