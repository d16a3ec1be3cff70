"""All that was flown as one problem and one plan, for the rules to judge.

The problem asks for nothing but what happened: each flight is published for the days on which
it flew. Whoever came more than once is one person a stay there, told apart by a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scheduler.domain import (
    Facts,
    Flight,
    Grade,
    Outage,
    Person,
    Plan,
    PortCall,
    Problem,
    Published,
    SeatFact,
    Standing,
    Station,
    Traveller,
    absences,
    health_known,
    outages_known,
)
from scheduler.history.completing import Moves, Voyage, completed
from scheduler.history.flown import (
    Ride,
    flown_flights,
    flown_moves,
    flown_rides,
    flown_voyages,
    told_on,
)

NUMBER = "#"
"""What stands between a person and the number of their stay."""


@dataclass(frozen=True)
class Record:
    """What was flown, and the problem that it solves."""

    problem: Problem
    plan: Plan


def person_of(stay: str) -> str:
    """Name the person of a stay."""
    return stay.partition(NUMBER)[0]


def flown_record(facts: Facts, station: Station) -> Record:
    """Put all that was flown into one problem and one plan, from the first crew to today."""
    flights = flown_flights(facts, station)
    rides = list(_numbered(flown_rides(facts, flights)))
    begun_on = min(flight.dock_on for flight in flights.values() if flight.crew)
    voyages = {
        ship: voyage
        for ship, voyage in flown_voyages(facts, flights, rides).items()
        if voyage.undock_on > begun_on
    }
    end = told_on(facts)
    present, moves = station.between(begun_on, end), _moves(facts, rides, flights)
    people = {person.id: person for person in facts.people}
    problem = Problem(
        title=f"What was flown at {station.name}",
        station=present,
        as_of=begun_on,
        until=end,
        flights={
            ship: _asked(flights[ship], one, begun_on) for ship, one in sorted(voyages.items())
        },
        people={ride.person: _same(people[person_of(ride.person)], ride) for ride in rides},
        travellers={
            ride.person: _traveller(ride, voyages, begun_on, moves[ride.person]) for ride in rides
        },
        health_facts=health_known(facts, end),
        outages=(
            *(Outage(o.kind, o.subject, o.from_on, o.to_on) for o in outages_known(facts, end)),
            *absences(present, begun_on),
        ),
        windows=facts.windows,
        goals=station.goals,
        least_grade=station.least_grade,
    )
    return Record(problem, completed(problem, voyages, moves))


def _numbered(rides: Sequence[Ride]) -> Iterator[Ride]:
    """Tell the stays of those who came more than once apart."""
    often, seen = Counter(ride.person for ride in rides), Counter[str]()
    for ride in rides:
        seen[ride.person] += 1
        number = f"{NUMBER}{seen[ride.person]}" if often[ride.person] > 1 else ""
        yield replace(ride, person=ride.person + number)


def _same(person: Person, ride: Ride) -> Person:
    return replace(person, id=ride.person)


def _asked(flight: Flight, voyage: Voyage, begun_on: date) -> Flight:
    """Publish a flight for the days on which it flew; the first crew's is there already."""
    return replace(
        flight,
        standing=Standing.DOCKED if voyage.dock_on <= begun_on else Standing.PLANNED,
        published=Published(voyage.launch_on, voyage.dock_on, voyage.undock_on, voyage.land_on),
        calls=tuple(PortCall(stay.port, stay.from_on) for stay in voyage.ports),
        crew=tuple(sorted(voyage.crew_up)),
    )


def _traveller(
    ride: Ride, voyages: Mapping[str, Voyage], begun_on: date, moves: Sequence[SeatFact]
) -> Traveller:
    up, down = voyages[ride.up], voyages[ride.down]
    return Traveller(
        person=ride.person,
        up=ride.up,
        down=ride.down,
        is_aboard=up.dock_on <= begun_on,
        launched_on=up.launch_on,
        planned_to_on=down.land_on,
        seat_in=ride.up if up.dock_on <= begun_on else None,
        fitted_in=tuple(row.flight for row in moves if row.grade == Grade.G0.name),
    )


def _moves(facts: Facts, rides: Sequence[Ride], flights: Mapping[str, Flight]) -> Moves:
    """Give each moved seat to the stay in which it was moved."""
    moved = flown_moves(facts)
    return {
        ride.person: [
            row
            for row in moved.get(person_of(ride.person), ())
            if flights[ride.up].dock_on <= row.from_on <= flights[ride.down].undock_on
        ]
        for ride in rides
    }
