"""From facts to a problem: what stood published on the morning of ``as_of``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from scheduler.domain.demand import Outage
from scheduler.domain.editions import (
    Editions,
    crew_known,
    editions_of,
    health_known,
    outages_known,
    seats_known,
)
from scheduler.domain.fact import CrewFact, Event, EventFact, Facts, FlightFact, SeatFact, Status
from scheduler.domain.flight import Flight, PortCall, Published, Standing, Traveller
from scheduler.domain.problem import PastEvent, Problem
from scheduler.domain.seat import Grade
from scheduler.domain.station import Station, VehicleType
from scheduler.units import add_days, days_between

LIFE_UNKNOWN_DAYS = 180
"""Days from launch to landing where neither an undocking nor a certified life is known; assumed."""


def published_problem(
    facts: Facts, station: Station, as_of: date, until: date, title: str = ""
) -> Problem:
    """Build the problem that the facts known before ``as_of`` pose, without any what-if.

    Its station has the ports that are there while anything published is up. A lost ship plays a
    part while its crew waits, or up to the day on which it would have left.
    """
    rides = crew_known(facts, as_of)
    seen = [
        (fact, editions_of(facts, fact.id, as_of))
        for fact in sorted(facts.flights, key=lambda fact: fact.id)
    ]
    known = [(fact, found) for fact, found in seen if found.published_on(Event.LAUNCH)]
    flights = {fact.id: _flight(fact, found, station, rides, as_of, until) for fact, found in known}
    flights |= {
        flight.id: replace(flight, crew=_left_behind(flight, flights))
        for flight in flights.values()
        if flight.standing is Standing.CANCELLED
    }
    by_standing: dict[Standing, list[Flight]] = {standing: [] for standing in Standing}
    for flight in flights.values():
        by_standing[flight.standing].append(flight)
    ahead = (Standing.DOCKED, Standing.FLYING, Standing.PLANNED)
    decided = [flight for flight in flights.values() if flight.standing in ahead]
    last_on = max((flight.land_on for flight in decided), default=until)
    present = station.between(as_of, max(until, last_on))
    return Problem(
        title=title,
        station=present,
        as_of=as_of,
        until=until,
        flights={flight.id: flight for flight in decided},
        later=tuple(by_standing[Standing.LATER]),
        departed={flight.id: flight for flight in by_standing[Standing.DEPARTED]},
        cancelled=tuple(
            flight
            for flight in by_standing[Standing.CANCELLED]
            if flight.crew or (flight.published.undock_on or flight.launch_on) > as_of
        ),
        people={person.id: person for person in facts.people},
        travellers=_travellers(flights, rides, seats_known(facts, as_of)),
        health_facts=health_known(facts, as_of),
        outages=(
            *(
                Outage(row.kind, row.subject, row.from_on, row.to_on)
                for row in outages_known(facts, as_of)
                if row.to_on is None or row.to_on > as_of
            ),
            *absences(present, as_of),
        ),
        windows=tuple(row for row in facts.windows if row.known_on < as_of),
        past_events=tuple(_past_events(known, flights)),
        goals=station.goals,
        least_grade=station.least_grade,
    )


def absences(station: Station, as_of: date) -> Iterable[Outage]:
    """Close each port until it comes, and from the day on which it is gone."""
    for port in station.ports.values():
        if port.from_on is not None and port.from_on > as_of:
            yield Outage("port", port.id, as_of, port.from_on)
        if port.to_on is not None:
            yield Outage("port", port.id, port.to_on, None)


def _standing(found: Editions, as_of: date, until: date) -> Standing:
    if Event.ABORT in found.actual:
        return Standing.CANCELLED
    if Event.UNDOCK in found.actual or Event.LAND in found.actual:
        return Standing.DEPARTED
    if Event.DOCK in found.actual:
        return Standing.DOCKED
    if Event.LAUNCH in found.actual:
        return Standing.FLYING
    launch_on = found.planned[Event.LAUNCH].on
    return Standing.PLANNED if max(launch_on, as_of) < until else Standing.LATER


def _flight(
    fact: FlightFact,
    found: Editions,
    station: Station,
    rides: Iterable[CrewFact],
    as_of: date,
    until: date,
) -> Flight:
    kind = station.vehicle_types[fact.vehicle_type]
    standing = _standing(found, as_of, until)
    published = Published(
        *(
            found.published_on(event)
            for event in (Event.LAUNCH, Event.DOCK, Event.UNDOCK, Event.LAND)
        )
    )
    launch_on, dock_on, undock_on, land_on = _due_days(published, found, kind, as_of)
    return Flight(
        id=fact.id,
        name=fact.name,
        vehicle_type=fact.vehicle_type,
        standing=standing,
        launch_on=launch_on,
        dock_on=dock_on,
        undock_on=undock_on,
        land_on=land_on,
        calls=_calls(found, dock_on, as_of),
        published=published,
        line=fact.line,
        hull=fact.hull,
        pad=fact.pad or next(iter(kind.pads), None),
        relieves=fact.relieves,
        crew=tuple(sorted(_crew_up(rides, fact.id, Event.LAUNCH in found.actual))),
    )


def _due_days(
    published: Published, found: Editions, kind: VehicleType, as_of: date
) -> tuple[date, date, date, date]:
    """Give launch, dock, undock and landing; what is overdue is due on ``as_of``."""
    assert published.launch_on is not None
    launch_on = _due(published.launch_on, Event.LAUNCH in found.actual, as_of)
    transit_days = _gap(
        published.launch_on, published.dock_on, next(iter(kind.transit_days.values()))
    )
    dock_on = published.dock_on if Event.DOCK in found.actual else None
    dock_on = dock_on or _due(add_days(launch_on, transit_days), False, as_of)
    return_days = _gap(published.undock_on, published.land_on, kind.return_days)
    undock_on = published.undock_on
    if undock_on is None and published.land_on is not None:
        undock_on = add_days(published.land_on, -kind.return_days)
    if undock_on is None:
        undock_on = add_days(
            launch_on, (kind.life_days(launch_on) or LIFE_UNKNOWN_DAYS) - return_days
        )
    if Event.UNDOCK not in found.actual:
        undock_on = max(undock_on, as_of, add_days(dock_on, 1))
    land_on = add_days(undock_on, return_days)
    if Event.LAND in found.actual and published.land_on:
        land_on = published.land_on
    return launch_on, dock_on, undock_on, land_on


def _due(day: date, has_happened: bool, as_of: date) -> date:
    return day if has_happened else max(day, as_of)


def _gap(start: date | None, end: date | None, otherwise: int) -> int:
    return otherwise if start is None or end is None else max(0, days_between(start, end))


def _calls(found: Editions, dock_on: date, as_of: date) -> tuple[PortCall, ...]:
    """List the port of the moment, or of the docking, and the relocations still ahead."""
    docking = found.actual.get(Event.DOCK) or found.planned.get(Event.DOCK)
    calls = [PortCall(docking.port, dock_on)] if docking and docking.port else []
    for row in found.relocations:
        assert row.port is not None
        if row.status is Status.ACTUAL:
            calls = [PortCall(row.port, row.on)]
        elif calls and row.port != calls[-1].port:
            calls.append(PortCall(row.port, max(row.on, as_of)))
    return tuple(calls)


def _crew_up(rides: Iterable[CrewFact], flight: str, has_launched: bool) -> set[str]:
    up = [ride for ride in rides if ride.flight == flight and ride.leg == "up"]
    flown = {ride.person for ride in up if ride.status is Status.ACTUAL}
    return flown if has_launched else {ride.person for ride in up}


def _left_behind(lost: Flight, flights: Mapping[str, Flight]) -> tuple[str, ...]:
    """List the crew of a lost flight who still wait: nobody has published them anew."""
    lost_on = lost.published.launch_on or date.min
    others = [f for f in flights.values() if (f.published.launch_on or date.min) > lost_on]
    return tuple(p for p in lost.crew if not any(p in flight.crew for flight in others))


def _travellers(
    flights: Mapping[str, Flight],
    rides: tuple[CrewFact, ...],
    seats: Mapping[str, Sequence[SeatFact]],
) -> dict[str, Traveller]:
    found: dict[str, Traveller] = {}
    order = sorted(flights.values(), key=lambda flight: (flight.launch_on, flight.id))
    for flight in order:
        if flight.standing is Standing.LATER:
            continue
        for person in flight.crew:
            down = down_flight(person, flight, flights, rides)
            is_home = flights[down].standing is Standing.DEPARTED
            if is_home or (person in found and found[person].is_aboard):
                continue
            found[person] = Traveller(
                person=person,
                up=flight.id,
                down=down,
                is_aboard=flight.has_launched,
                launched_on=flight.launch_on,
                planned_to_on=flights[down].published.land_on,
                seat_in=_seat_in(flight, flights[down], seats.get(person, ())),
                fitted_in=_fitted_in(flight, seats.get(person, ())),
            )
    return dict(sorted(found.items()))


def down_flight(
    person: str, up: Flight, flights: Mapping[str, Flight], rides: tuple[CrewFact, ...]
) -> str:
    """Name the flight a person lands on: the newest ``down`` row of this stay, else ``up``.

    A stay ends before the person's next launch.
    """
    launches = (f.launch_on for f in flights.values() if person in f.crew)
    next_on = min((day for day in launches if day > up.launch_on), default=date.max)
    down = up.id
    for ride in rides:
        if ride.person == person and ride.leg == "down" and ride.flight in flights:
            leaves_on = flights[ride.flight].undock_on
            if up.dock_on < leaves_on <= next_on:
                down = ride.flight
    return down


def _seat_in(up: Flight, down: Flight, moves: Sequence[SeatFact]) -> str | None:
    if not up.has_launched:
        return None
    if moves and moves[-1].from_on >= up.dock_on:
        return moves[-1].flight
    return up.id if up.standing is not Standing.DEPARTED else down.id


def _fitted_in(up: Flight, moves: Sequence[SeatFact]) -> tuple[str, ...]:
    """List the ships in which somebody got a seat of their own during this stay."""
    own = (row for row in moves if row.grade == Grade.G0.name and row.from_on >= up.dock_on)
    return tuple(row.flight for row in own) if up.has_launched else ()


def _past_events(
    known: Iterable[tuple[FlightFact, Editions]], flights: Mapping[str, Flight]
) -> Iterable[PastEvent]:
    """Walk what has happened at the ports and pads, oldest flight first."""
    for fact, found in known:
        rows: list[EventFact] = [*found.actual.values()]
        rows += [row for row in found.relocations if row.status is Status.ACTUAL]
        for row in rows:
            if row.event in (Event.LAUNCH, Event.DOCK, Event.UNDOCK, Event.RELOCATE):
                yield PastEvent(fact.id, row.event.value, row.on, flights[fact.id].pad)
