"""The ships of a world with their crews, put together to a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from scheduler.domain import (
    Demand,
    Flight,
    PastEvent,
    Person,
    PortCall,
    Problem,
    Published,
    Standing,
    Traveller,
    WindowFact,
)
from scheduler.units import count
from scripts.bench.worlds.traffic import (
    AS_OF,
    LEAD_DAYS,
    LINES,
    Slot,
    on,
    season_start,
    slots,
    station,
)


def is_used(slot: Slot, season: int, left: int) -> bool:
    """Say whether a slot has a ship in a season; ``left`` flights of the lines are to be made."""
    if slot.line is None:
        return season % slot.every == 0 and season_start(season) + slot.day > 0
    return left > LINES.index(slot)


def transit_days(slot: Slot) -> int:
    """Give the days from launch to dock of the ships of a slot."""
    return next(iter(station().vehicle_types[slot.vehicle_type].transit_days.values()))


def make_flight(slot: Slot, season: int, launch: int, undock: int) -> Flight:
    """Make the ship of a slot in a season, with its port in turn; one long launched is docked."""
    id_ = f"{slot.name.lower().replace(' ', '-')}-{season + 1:03}"
    dock = launch + transit_days(slot)
    launch_on, dock_on, undock_on = map(on, (launch, dock, undock))
    return_days = station().vehicle_types[slot.vehicle_type].return_days
    land_on = undock_on + timedelta(days=return_days)
    return Flight(
        id_,
        f"{slot.name} {season + 1}",
        slot.vehicle_type,
        Standing.DOCKED if dock < 0 else Standing.PLANNED,
        launch_on,
        dock_on,
        undock_on,
        land_on,
        calls=(PortCall(slot.ports[season % len(slot.ports)], dock_on),),
        published=Published(launch_on, dock_on, undock_on, land_on),
        line=slot.line,
        pad=slot.pad,
        crew=tuple(f"{id_}-{number + 1}" for number in range(len(slot.crew))),
    )


def make_problem(
    title: str,
    lines: int,
    flights: Sequence[Flight],
    windows: Iterable[WindowFact],
    demands: Iterable[Demand] = (),
) -> Problem:
    """Pose what is still ahead of the flights, each crew going up and down in its own ship.

    The horizon ends when the last crew of a line has left, if not before: nobody follows it.
    """
    last_on = max(flight.launch_on for flight in flights)
    left_on = max(flight.undock_on for flight in flights if flight.line)
    return Problem(
        title=title,
        station=station(lines),
        as_of=AS_OF,
        until=min(left_on, last_on + timedelta(days=LEAD_DAYS)),
        flights={flight.id: flight for flight in sorted(flights, key=lambda flight: flight.id)},
        people={person.id: person for flight in flights for person in _people(flight)},
        travellers=dict(sorted((t.person, t) for f in flights for t in _travellers(f))),
        windows=tuple(windows),
        past_events=tuple(event for flight in flights for event in _past(flight)),
        demands=tuple(demands),
        goals=station(lines).goals,
        least_grade=station(lines).least_grade,
    )


def title_of(kind: str, seed: int, crewed: int, lines: int, is_rich: bool) -> str:
    """Name a world."""
    told = "" if lines == 2 else f", {count(lines, 'line')}"
    return f"{kind} {seed}: {crewed} crewed flights{told}{', rich' if is_rich else ''}"


def _people(flight: Flight) -> Iterator[Person]:
    known = slots(len(LINES), is_rich=True)
    slot = next(s for s in known if (s.vehicle_type, s.line) == (flight.vehicle_type, flight.line))
    for person, agency in zip(flight.crew, slot.crew, strict=True):
        yield Person(person, person.replace("-", " ").title(), agency)


def _travellers(flight: Flight) -> Iterator[Traveller]:
    for person in flight.crew:
        yield Traveller(
            person=person,
            up=flight.id,
            down=flight.id,
            is_aboard=flight.has_launched,
            launched_on=flight.launch_on,
            planned_to_on=flight.land_on,
            seat_in=flight.id if flight.has_launched else None,
        )


def _past(flight: Flight) -> Iterator[PastEvent]:
    if flight.has_launched:
        yield PastEvent(flight.id, "launch", flight.launch_on, flight.pad)
        yield PastEvent(flight.id, "dock", flight.dock_on)
