"""A plan as facts: the rows that publish it, and those that take back what it ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from scheduler.domain.editions import Editions, crew_known, editions_of
from scheduler.domain.fact import CrewFact, Event, EventFact, Facts, FlightFact, Person, Status
from scheduler.domain.plan import FlightPlan, Plan
from scheduler.domain.problem import Problem
from scheduler.domain.published import down_flight, published_problem
from scheduler.domain.run import Run
from scheduler.domain.station import Station
from scheduler.units import add_days


@dataclass(frozen=True)
class Edition:
    """Rows to be added to facts; ``known_on`` and ``source`` are the same for all of them."""

    known_on: date
    source: str
    flights: tuple[FlightFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    crew: tuple[CrewFact, ...] = ()
    people: tuple[Person, ...] = ()

    def over(self, facts: Facts) -> Facts:
        """Give the facts with these rows added at their ends."""
        return replace(
            facts,
            people=(*facts.people, *self.people),
            flights=(*facts.flights, *self.flights),
            events=(*facts.events, *self.events),
            crew=(*facts.crew, *self.crew),
        )


def planned_edition(
    run: Run, known_on: date, source: str, roles: Mapping[str, str] | None = None
) -> Edition:
    """Give the plan of a run as planned rows: all that lies ahead of it.

    A person who lands on the ship that brought them up needs no row for that. A ship that waits
    beyond the horizon has no port in the plan, and so no row for its docking.

    Parameters
    ----------
    roles
        What people do aboard, by person; empty for others.
    """
    plan, roles = run.plan or Plan(), roles or {}
    events = [
        EventFact(flight.flight, event, port, on, Status.PLANNED, known_on, str(on), source)
        for flight in plan.flights
        for event, port, on in course(flight)
        if on >= run.as_of and (port or event not in (Event.DOCK, Event.RELOCATE))
    ]
    ups = [
        CrewFact(flight.flight, person, "up", roles.get(person, ""), Status.PLANNED, known_on)
        for flight in plan.flights
        if flight.launch_on is not None and flight.launch_on >= run.as_of
        for person in flight.crew_up
    ]
    downs = [
        CrewFact(stay.down, stay.person, "down", "", Status.PLANNED, known_on)
        for stay in plan.stays
        if stay.down is not None and stay.down != stay.up
    ]
    crew = tuple(replace(row, source=source) for row in (*ups, *downs))
    return Edition(known_on, source, (), tuple(events), crew)


def course(flight: FlightPlan) -> Iterator[tuple[Event, str | None, date]]:
    """Walk the events that a plan gives a flight, each with its port where it has one."""
    first = flight.ports[0].port if flight.ports else None
    days: list[tuple[Event, str | None, date | None]] = [
        (Event.LAUNCH, None, flight.launch_on),
        (Event.DOCK, first, flight.dock_on),
        *((Event.RELOCATE, stay.port, stay.from_on) for stay in flight.ports[1:]),
        (Event.UNDOCK, None, flight.undock_on),
        (Event.LAND, None, flight.land_on),
    ]
    for event, port, on in days:
        if on is not None:
            yield event, port, on


def accepted_edition(
    run: Run, problem: Problem, facts: Facts, station: Station, known_on: date, source: str
) -> Edition:
    """Give the rows after which facts say what a run plans, from the morning after on.

    What has happened as planned by then needs no row. Planned days, ports, rides up and rides
    down that are not in the plan are withdrawn; flights that it does not tell of stay as they
    are. A flight that a what-if has added becomes a flight of the facts, and the unnamed people of
    one that was created from a cadence become people of the facts.

    Parameters
    ----------
    problem
        What the run was made from.
    facts
        What is known, later days included: those count for nothing here.
    """
    morning = add_days(known_on, 1)
    plan = run.plan or Plan()
    rides = crew_known(facts, morning)
    roles = {ride.person: ride.role for ride in rides if ride.leg == "up"}
    seen = {f.flight: editions_of(facts, f.flight, morning) for f in plan.flights}
    planned = planned_edition(run, known_on, source, roles)
    edition = replace(
        planned,
        flights=tuple(_new_flights(plan, problem, facts, source)),
        people=tuple(_new_people(planned, problem, facts, source)),
        events=(
            *(row for row in planned.events if not _is_past(row, seen)),
            *(row for f in plan.flights for row in _taken_back(f, seen[f.flight], planned)),
        ),
        crew=(*planned.crew, *_left_on_the_ground(plan, rides, seen, planned)),
    )
    edition = replace(edition, crew=(*edition.crew, *_stale_downs(run, edition, facts, station)))
    return _without_what_holds(edition, facts)


def _new_flights(plan: Plan, problem: Problem, facts: Facts, source: str) -> Iterator[FlightFact]:
    known = {flight.id for flight in facts.flights}
    for planned in plan.flights:
        if planned.flight not in known:
            new = problem.any_flight(planned.flight)
            details = (new.name, new.vehicle_type, new.line, new.hull, new.pad, new.relieves)
            yield FlightFact(new.id, *details, source)


def _new_people(planned: Edition, problem: Problem, facts: Facts, source: str) -> Iterator[Person]:
    known = {person.id for person in facts.people}
    for person in dict.fromkeys(row.person for row in planned.crew):
        if person not in known:
            yield replace(problem.people[person], source=source)


def _is_past(row: EventFact, seen: Mapping[str, Editions]) -> bool:
    """Say whether what a row plans has happened."""
    found = seen[row.flight]
    if row.event is Event.RELOCATE:
        return any(m.port == row.port and m.status is Status.ACTUAL for m in found.relocations)
    return row.event in found.actual


def _taken_back(flight: FlightPlan, found: Editions, planned: Edition) -> Iterator[EventFact]:
    """Withdraw the planned events of a flight that are not in the plan."""
    kept = {(event, port) for event, port, _ in course(flight)}
    events = {event for event, _ in kept}
    gone = [row for event, row in found.planned.items() if event not in events]
    moves = [row for row in found.relocations if row.status is Status.PLANNED]
    gone += [row for row in moves if (Event.RELOCATE, row.port) not in kept]
    for row in gone:
        yield replace(
            row,
            status=Status.WITHDRAWN,
            known_on=planned.known_on,
            at="",
            source=planned.source,
            note="",
        )


def _left_on_the_ground(
    plan: Plan, rides: Iterable[CrewFact], seen: Mapping[str, Editions], planned: Edition
) -> Iterator[CrewFact]:
    """Withdraw the rides up that are not in the plan, on ships that are still to launch."""
    kept = {(row.flight, row.person) for row in planned.crew if row.leg == "up"}
    told = {flight.flight for flight in plan.flights}
    for ride in rides:
        if ride.leg != "up" or ride.flight not in told or (ride.flight, ride.person) in kept:
            continue
        if Event.LAUNCH not in seen[ride.flight].actual:
            yield _withdrawn(ride, planned)


def _stale_downs(run: Run, edition: Edition, facts: Facts, station: Station) -> Iterator[CrewFact]:
    """Withdraw the rides down that would bring somebody home otherwise than planned."""
    morning = add_days(edition.known_on, 1)
    known = edition.over(facts)
    problem = published_problem(known, station, morning, max(run.until, add_days(morning, 1)))
    rides = crew_known(known, morning)
    flights = {
        **{flight.id: flight for flight in (*problem.later, *problem.cancelled)},
        **problem.departed,
        **problem.flights,
    }
    for stay in (run.plan or Plan()).stays:
        up = flights.get(stay.up or "")
        while up is not None and stay.down is not None:
            down = down_flight(stay.person, up, flights, rides)
            if down in (stay.down, up.id):
                break
            key = (down, stay.person, "down")
            stale = next(ride for ride in rides if (ride.flight, ride.person, ride.leg) == key)
            rides = tuple(ride for ride in rides if ride is not stale)
            yield _withdrawn(stale, edition)


def _withdrawn(ride: CrewFact, edition: Edition) -> CrewFact:
    return replace(ride, status=Status.WITHDRAWN, known_on=edition.known_on, source=edition.source)


def _without_what_holds(edition: Edition, facts: Facts) -> Edition:
    """Leave out rows that are there already, so that an acceptance made twice is made once."""
    return replace(
        edition,
        events=tuple(row for row in edition.events if row not in facts.events),
        crew=tuple(row for row in edition.crew if row not in facts.crew),
    )


def unsaid(run: Run, facts: Facts, station: Station, known_on: date) -> Iterator[str]:
    """Tell what of a plan facts do not say on the morning after a day; nothing when they do.

    What has happened otherwise than planned is told, too.
    """
    morning = add_days(known_on, 1)
    plan = run.plan or Plan()
    problem = published_problem(facts, station, morning, max(run.until, add_days(morning, 1)))
    for flight in plan.flights:
        found = editions_of(facts, flight.flight, morning)
        for event, port, on in course(flight):
            has_no_row = event is Event.RELOCATE or (event is Event.DOCK and port is None)
            if has_no_row or on < run.as_of:
                continue
            known = found.published_on(event)
            if known != on:
                is_actual = event in found.actual
                told = f"happened on {known}" if is_actual else f"is published for {known}"
                yield f"{flight.flight}: the {event} is planned for {on}, but {told}."
    downs = {stay.person: stay.down for stay in plan.stays if stay.down is not None}
    for person, traveller in problem.travellers.items():
        down = downs.get(person, traveller.down)
        if down != traveller.down:
            yield f"{person}: lands on {traveller.down} as published, but on {down} as planned."
