"""Flights created from cadences, in a problem that plans them like published ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from scheduler.domain.cadence import Cadence, WishedLaunch, wished_launches
from scheduler.domain.demand import Demand, DemandKind
from scheduler.domain.fact import Person
from scheduler.domain.flight import Flight, PortCall, Published, Standing, Traveller, Uncrewed
from scheduler.domain.problem import Problem
from scheduler.domain.published import LIFE_UNKNOWN_DAYS
from scheduler.units import add_days


@dataclass(frozen=True)
class Created:
    """A flight that a cadence wishes, its people, and the day from which its ship is ready."""

    flight: Flight
    people: tuple[Person, ...]
    ready_on: date


def with_cadences(problem: Problem, cadences: Iterable[Cadence]) -> Problem:
    """Give a problem with the flights that cadences wish, published for the days wished.

    A ship is not ready before its day: that is a demand told with the place of its cadence. A
    ship of the family that is published without an undocking is wished to leave as the cadence
    says: when its stay is over, or when its crew is relieved.
    """
    for cadence in cadences:
        problem = _with_flights(problem, cadence, created_flights(problem, cadence))
    return problem


def created_flights(problem: Problem, cadence: Cadence) -> tuple[Created, ...]:
    """Create the flights that a cadence wishes to launch before the end of the horizon.

    They begin after the last launch published for the family. Their days are the wished ones,
    also where those clash with others: to find days and ports that go together is for the search.
    Of a line, the first flight from the end of the horizon on is created, too, as one that comes
    later: so a crew that leaves before the end without a relief is seen to leave a gap. No flight
    is given an id that is known on the morning of ``as_of``; what is to be known later is not
    looked at.
    """
    launches: list[WishedLaunch] = []
    for launch in wished_launches(cadence, problem.as_of, last_launch(problem, cadence)):
        if launch.launch_on < problem.until or cadence.line:
            launches.append(launch)
        if launch.launch_on >= problem.until:
            break
    ids = _ids(cadence, launches, set(_known(problem)))
    return tuple(
        _created(problem, cadence, number, flight, launch, _relief_on(cadence, launches, number))
        for number, (flight, launch) in enumerate(zip(ids, launches, strict=True))
    )


def last_launch(problem: Problem, cadence: Cadence) -> date | None:
    """Give the last launch that is published for the family of a cadence; none without."""
    return max((flight.launch_on for flight in _family(problem, cadence)), default=None)


def _family(problem: Problem, cadence: Cadence) -> list[Flight]:
    """List the published flights of a family that fly or have flown, in order of launch."""
    known = (*problem.departed.values(), *problem.flights.values(), *problem.later)
    members = [
        flight
        for flight in known
        if flight.line == cadence.line
        and (cadence.line is not None or flight.vehicle_type == cadence.vehicle_type)
    ]
    return sorted(members, key=lambda flight: (flight.launch_on, flight.id))


def _known(problem: Problem) -> Iterator[str]:
    """Walk the ids of all flights that are known."""
    yield from problem.flights
    yield from problem.departed
    yield from (flight.id for flight in (*problem.later, *problem.cancelled))


def _ids(cadence: Cadence, launches: Iterable[WishedLaunch], taken: set[str]) -> list[str]:
    """Name the flights by the years of their launches, each with the first number that is free."""
    found: list[str] = []
    for launch in launches:
        number = 1
        while f"{cadence.id}-{launch.launch_on.year}-{number}" in taken:
            number += 1
        found.append(f"{cadence.id}-{launch.launch_on.year}-{number}")
        taken.add(found[-1])
    return found


def _relief_on(cadence: Cadence, launches: list[WishedLaunch], number: int) -> date | None:
    """Give the wished launch after one; the last is followed by one beyond, where days say when."""
    if number + 1 < len(launches):
        return launches[number + 1].launch_on
    if cadence.every_days is None:
        return None
    return add_days(launches[number].launch_on, cadence.every_days)


def _created(
    problem: Problem,
    cadence: Cadence,
    number: int,
    flight: str,
    launch: WishedLaunch,
    relief_on: date | None,
) -> Created:
    kind = problem.station.vehicle_types[cadence.vehicle_type]
    name = f"{cadence.told_name}{flight.removeprefix(cadence.id).replace('-', ' ', 1)}"
    dock_on = _dock_on(problem, cadence, launch.launch_on)
    undock_on = _undock_on(problem, cadence, launch.launch_on, relief_on)
    land_on = add_days(undock_on, kind.return_days)
    port = cadence.ports[number % len(cadence.ports)] if cadence.ports else None
    people = tuple(
        Person(f"{flight}-{seat}", f"{name}/{seat}", agency, source=cadence.at)
        for seat, agency in enumerate(cadence.crew, start=1)
    )
    made = Flight(
        id=flight,
        name=name,
        vehicle_type=kind.id,
        standing=Standing.PLANNED if launch.launch_on < problem.until else Standing.LATER,
        launch_on=launch.launch_on,
        dock_on=dock_on,
        undock_on=undock_on,
        land_on=land_on,
        calls=(PortCall(port, dock_on),) if port else (),
        published=Published(launch.launch_on, dock_on, undock_on, land_on),
        line=cadence.line,
        pad=cadence.pad or next(iter(kind.pads), None),
        crew=tuple(sorted(person.id for person in people)),
        seats=cadence.seats,
        uncrewed=Uncrewed.FORBIDDEN if people else Uncrewed.ALLOWED,
        has_readiness=launch.launch_on < problem.until,
        cadence=cadence.id,
    )
    return Created(made, people, launch.ready_on)


def _dock_on(problem: Problem, cadence: Cadence, launch_on: date) -> date:
    kind = problem.station.vehicle_types[cadence.vehicle_type]
    return add_days(launch_on, next(iter(kind.transit_days.values())))


def _undock_on(problem: Problem, cadence: Cadence, launch_on: date, relief_on: date | None) -> date:
    """Give the wished undocking: after the stay, or the handover; else at the end of its life."""
    kind = problem.station.vehicle_types[cadence.vehicle_type]
    dock_on = _dock_on(problem, cadence, launch_on)
    if cadence.line is None and cadence.stay_days is not None:
        return add_days(dock_on, cadence.stay_days)
    if cadence.line is not None and relief_on is not None:
        return max(add_days(dock_on, 1), _relieved_on(problem, cadence, relief_on))
    life_days = kind.life_days(launch_on) or LIFE_UNKNOWN_DAYS
    return max(add_days(dock_on, 1), add_days(launch_on, life_days - kind.return_days))


def _relieved_on(problem: Problem, cadence: Cadence, launch_on: date) -> date:
    """Give the day on which the wished overlap with a flight of the line is over."""
    overlap_days = problem.number("HO-1", "wished_handover_days", cadence.line or "") or 0
    return add_days(_dock_on(problem, cadence, launch_on), overlap_days)


def _with_flights(problem: Problem, cadence: Cadence, created: tuple[Created, ...]) -> Problem:
    flights = [one.flight for one in created]
    ahead = {flight.id: flight for flight in flights if flight.is_ahead}
    later = [*problem.later, *(flight for flight in flights if not flight.is_ahead)]
    leaving = {flight.id: flight for flight in _leaving(problem, cadence, flights)}
    travellers = {
        person: _traveller(person, flight) for flight in ahead.values() for person in flight.crew
    }
    people = {person.id: person for one in created for person in one.people}
    return replace(
        problem,
        flights=dict(sorted({**problem.flights, **leaving, **ahead}.items())),
        later=tuple(sorted(later, key=lambda flight: flight.id)),
        people={**problem.people, **people},
        travellers=dict(sorted({**problem.travellers, **travellers}.items())),
        demands=(
            *problem.demands,
            *(_readiness(cadence, one) for one in created if one.flight.is_ahead),
        ),
    )


def _readiness(cadence: Cadence, created: Created) -> Demand:
    kind, flight = DemandKind.EARLIEST_LAUNCH, created.flight.id
    return Demand(kind, flight, cadence.at, day=created.ready_on, why=cadence.why)


def _traveller(person: str, flight: Flight) -> Traveller:
    return Traveller(
        person=person,
        up=flight.id,
        down=flight.id,
        is_aboard=False,
        launched_on=flight.launch_on,
        planned_to_on=flight.land_on,
    )


def _leaving(problem: Problem, cadence: Cadence, created: list[Flight]) -> Iterator[Flight]:
    """Walk the published ships of a family that no undocking is published for, with the wished.

    Of a line that is each one that another relieves.
    """
    family = _family(problem, cadence)
    reliefs = [*family[1:], created[0] if created else None]
    for flight, relief in zip(family, reliefs if family else (), strict=True):
        is_open = not (flight.published.undock_on or flight.published.land_on)
        if flight.id not in problem.flights or not is_open:
            continue
        wished_on = _leaves_on(problem, cadence, flight, relief)
        if wished_on is None:
            continue
        undock_on = max(wished_on, problem.as_of, add_days(flight.dock_on, 1))
        return_days = (flight.land_on - flight.undock_on).days
        yield replace(flight, undock_on=undock_on, land_on=add_days(undock_on, return_days))


def _leaves_on(
    problem: Problem, cadence: Cadence, flight: Flight, relief: Flight | None
) -> date | None:
    if cadence.line is None:
        return add_days(flight.dock_on, cadence.stay_days) if cadence.stay_days else None
    return _relieved_on(problem, cadence, relief.launch_on) if relief else None
