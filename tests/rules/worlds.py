"""A tiny station and a handful of flights.

Days are numbers: day 0 is the morning of ``as_of``, negative days are past.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from scheduler.domain import (
    Flight,
    PastEvent,
    Person,
    PortCall,
    Problem,
    Published,
    Standing,
    Station,
    Traveller,
    Uncrewed,
    Waiver,
)
from tests.builders import make_station, make_vehicle_type

AS_OF = date(2030, 1, 1)
SOYUZ, DRAGON, PROGRESS = "soyuz-ms", "crew-dragon", "progress-ms"
RASSVET, POISK, FORWARD, ZENITH = (
    "rassvet-nadir",
    "poisk-zenith",
    "harmony-forward",
    "harmony-zenith",
)
LINES = {SOYUZ: "soyuz", DRAGON: "dragon"}
AGENCIES = {SOYUZ: "Roscosmos", DRAGON: "NASA"}
PUBLISHED_PORTS = {SOYUZ: RASSVET, DRAGON: FORWARD, PROGRESS: POISK}

TYPES = (
    replace(make_vehicle_type(seats=2, life_days=200), transfer_days=2),
    replace(
        make_vehicle_type(
            DRAGON,
            seats=2,
            emergency_seats=3,
            life_days=200,
            transit_days=1,
            return_days=1,
            fitted="dragon-suit",
            pad="lc-39a",
            launcher="falcon-9",
        ),
        transfer_days=1,
    ),
    make_vehicle_type(PROGRESS, seats=0, life_days=200, transit_days=2, fitted=None),
)
TINY = make_station(types=TYPES, rules={"PT-3": {"most_relocations": 1}})


def on(day: int) -> date:
    """Give the date of a day number."""
    return AS_OF + timedelta(days=day)


def with_rules(station: Station = TINY, **numbers: Mapping[str, int | str]) -> Station:
    """Give a station other rule numbers: ``with_rules(TR_1={"separation_days": 2})``."""
    rules = {code.replace("_", "-"): given for code, given in numbers.items()}
    return replace(station, rules={**station.rules, **rules})


def make_flight(
    flight: str,
    *,
    launch: int,
    undock: int,
    dock: int | None = None,
    kind: str = SOYUZ,
    crew: Iterable[str] = (),
    ports: Sequence[tuple[str, int]] = (),
    **fields: Any,  # noqa: ANN401  any field of a flight
) -> Flight:
    """Make a flight as published; where it stands on ``as_of`` follows from its days.

    It docks as many days after its launch as its type takes, where no other day is given.
    ``ports`` lists the port of the moment and the relocations still ahead.
    """
    if dock is None:
        dock = launch + TINY.vehicle_types[kind].transit_days["default"]
    land = undock + TINY.vehicle_types[kind].return_days
    calls = ports or ((PUBLISHED_PORTS[kind], dock),)
    days = (on(launch), on(dock), on(undock), on(land))
    return Flight(
        **{
            "id": flight,
            "name": flight.title(),
            "vehicle_type": kind,
            "standing": _standing(launch, dock),
            "launch_on": days[0],
            "dock_on": days[1],
            "undock_on": days[2],
            "land_on": days[3],
            "calls": tuple(PortCall(port, on(day)) for port, day in calls),
            "published": Published(*days),
            "line": LINES.get(kind),
            "pad": TINY.vehicle_types[kind].pads[0],
            "crew": tuple(sorted(crew)),
            **fields,
        }
    )


def _standing(launch: int, dock: int) -> Standing:
    if launch >= 0:
        return Standing.PLANNED
    return Standing.DOCKED if dock < 0 else Standing.FLYING


def make_problem(
    *flights: Flight,
    until: int = 20,
    station: Station = TINY,
    down: Mapping[str, str] | None = None,
    seat_in: Mapping[str, str] | None = None,
    agencies: Mapping[str, str] | None = None,
    **fields: Any,  # noqa: ANN401  any field of a problem
) -> Problem:
    """Make the problem of a few flights, sorted by where they stand.

    ``down`` and ``seat_in`` name the ships of people who do not keep to their own; ``agencies``
    those who are not of their ship's usual one.
    """
    ahead = {f.id: f for f in sorted(flights, key=lambda f: f.id) if f.standing in AHEAD}
    travellers = _travellers(flights, down or {}, seat_in or {})
    return Problem(
        **{
            "title": "A tiny world",
            "station": station,
            "as_of": AS_OF,
            "until": on(until),
            "flights": ahead,
            "later": tuple(f for f in flights if f.standing is Standing.LATER),
            "departed": {f.id: f for f in flights if f.standing is Standing.DEPARTED},
            "cancelled": tuple(f for f in flights if f.standing is Standing.CANCELLED),
            "people": {person.id: person for person in _people(flights, agencies or {})},
            "travellers": dict(sorted(travellers.items())),
            "past_events": tuple(event for f in flights for event in _past(f)),
            "goals": station.goals,
            **fields,
        }
    )


BUSY = (
    make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob")),
    make_flight("ms-2", launch=4, undock=16, crew=("cat",), ports=((POISK, 4),)),
    make_flight("ms-3", launch=8, undock=20, crew=("eve",), uncrewed=Uncrewed.ALLOWED),
    make_flight("crew-1", kind=DRAGON, launch=-5, undock=5, crew=("fay",)),
    make_flight("crew-2", kind=DRAGON, launch=2, undock=14, crew=("gus",), ports=((ZENITH, 3),)),
    make_flight("cargo-1", kind=PROGRESS, launch=-5, undock=3),
)
"""Six ships whose days lie close together, for plans drawn at random."""
VISITS = frozenset({("ann", "crew-1"), ("fay", "ms-1"), ("gus", "ms-2")})
"""People of ``BUSY`` to whom ships of another kind are open, so that their seats are decided."""

AHEAD = (Standing.DOCKED, Standing.FLYING, Standing.PLANNED)


def _people(flights: Sequence[Flight], agencies: Mapping[str, str]) -> Iterator[Person]:
    for flight in flights:
        usual = AGENCIES.get(flight.vehicle_type, "NASA")
        for person in flight.crew:
            yield Person(person, person.title(), agencies.get(person, usual))


def _travellers(
    flights: Sequence[Flight], down: Mapping[str, str], seat_in: Mapping[str, str]
) -> dict[str, Traveller]:
    landings = {flight.id: flight.published.land_on for flight in flights}
    return {
        person: Traveller(
            person=person,
            up=flight.id,
            down=down.get(person, flight.id),
            is_aboard=flight.has_launched,
            launched_on=flight.launch_on,
            planned_to_on=landings[down.get(person, flight.id)],
            seat_in=seat_in.get(person, flight.id) if flight.has_launched else None,
        )
        for flight in flights
        for person in flight.crew
        if flight.standing in (*AHEAD, Standing.CANCELLED) or person in down
    }


def _past(flight: Flight) -> Iterator[PastEvent]:
    if flight.has_launched:
        yield PastEvent(flight.id, "launch", flight.launch_on, flight.pad)
    if flight.standing in (Standing.DOCKED, Standing.DEPARTED):
        yield PastEvent(flight.id, "dock", flight.dock_on)
    if flight.standing is Standing.DEPARTED:
        yield PastEvent(flight.id, "undock", flight.undock_on)


def make_waiver(
    rule: str,
    number: str,
    subject: str,
    bound: int,
    first: int | None = None,
    end: int | None = None,
) -> Waiver:
    """Move a bound from one day up to another, or without a first or last day."""
    from_on, to_on = (None if day is None else on(day) for day in (first, end))
    return Waiver(rule, number, subject, bound, "the programme", "told in a test", from_on, to_on)
