"""Small worlds drawn at random: lines of ships, people who change ships, published voyages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from scheduler.domain import Flight, Health, HealthFact, PortStay, Problem, Standing
from scheduler.history.completing import Voyage
from tests.rules.worlds import (
    AS_OF,
    DRAGON,
    FORWARD,
    POISK,
    PROGRESS,
    RASSVET,
    SOYUZ,
    ZENITH,
    make_flight,
    make_problem,
)

UNTIL = 12
PORTS = {SOYUZ: (RASSVET, POISK), DRAGON: (FORWARD, ZENITH)}
Step = tuple[int, str, str]
"""A seat that is moved: the day, the ship, the grade."""
MovedWorld = tuple[Problem, dict[str, list[Step]]]
NAMES = {SOYUZ: "ms", DRAGON: "crew"}


@st.composite
def worlds(draw: DrawFn, *, is_sound: bool = True) -> Problem:
    """Draw two lines of up to four ships each, one of them perhaps lost, and a cargo ship.

    Some people land in another ship of their line, or have their seat in any docked ship. Where
    it is not ``is_sound``, some ships have a health.
    """
    flights = [flight for kind in (SOYUZ, DRAGON) for flight in _line(draw, kind)]
    flights.append(make_flight("cargo", kind=PROGRESS, launch=draw(st.integers(-9, 9)), undock=14))
    crewed = [flight for flight in flights if flight.line]
    here = [f for f in crewed if f.standing in (Standing.DOCKED, Standing.FLYING)]
    coming = [f for f in crewed if f.standing is Standing.PLANNED]
    down, seat_in = {}, {}
    for flight in flights:
        others = [
            other.id
            for other in (*here, *coming)
            if other.line == flight.line and other.undock_on > max(flight.dock_on, AS_OF)
        ]
        for person in flight.crew if flight.has_launched and others else ():
            if flight.standing is Standing.DEPARTED or draw(st.integers(0, 3)) == 0:
                down[person] = draw(st.sampled_from(others))
            if draw(st.integers(0, 3)) == 0:
                seat_in[person] = draw(st.sampled_from([one.id for one in here or (flight,)]))
    people = [person for flight in flights for person in flight.crew]
    guests = {person: "CNSA" for person in people if draw(st.integers(0, 5)) == 0}
    health = () if is_sound else tuple(_health(draw, flight.id) for flight in here + coming)
    return make_problem(
        *flights, until=UNTIL, down=down, seat_in=seat_in, agencies=guests, health_facts=health
    )


@st.composite
def moved_worlds(draw: DrawFn, *, is_sound: bool = True) -> MovedWorld:
    """Draw a world in which some seats are moved, to any crewed ship, up to two times each."""
    problem = draw(worlds(is_sound=is_sound))
    ships = [flight.id for flight in problem.flights.values() if flight.line]
    moves: dict[str, list[Step]] = {}
    for person, traveller in problem.travellers.items():
        first = max(0, (problem.any_flight(traveller.up).dock_on - AS_OF).days)
        if ships and first < UNTIL and draw(st.booleans()):
            step = st.tuples(st.integers(first, UNTIL), st.sampled_from(ships), st.just("G1"))
            moves[person] = sorted(draw(st.lists(step, max_size=2)), key=lambda one: one[0])
    return problem, moves


def _line(draw: DrawFn, kind: str) -> list[Flight]:
    """Draw the ships of a line: gone, docked, on the way, planned and later ones."""
    launch, found = draw(st.integers(-14, -1)), list[Flight]()
    for number in range(1, 1 + draw(st.integers(0, 4))):
        name = f"{NAMES[kind]}-{number}"
        dock = launch + (1 if kind == DRAGON else 0)
        undock = dock + draw(st.integers(1, 16))
        fields: dict[str, Any] = {}
        if dock < 0 and undock < 0:
            fields["standing"] = Standing.DEPARTED
        elif launch >= UNTIL:
            fields["standing"] = Standing.LATER
        elif launch >= 0 and not draw(st.integers(0, 7)):
            fields["standing"] = Standing.CANCELLED
        found.append(
            make_flight(
                name,
                kind=kind,
                launch=launch,
                undock=max(undock, 0, dock + 1) if "standing" not in fields else undock,
                ports=((draw(st.sampled_from(PORTS[kind])), dock),),
                crew=[f"{letter}-{name}" for letter in "ab"[: draw(st.integers(0, 2))]],
                relieves=draw(st.sampled_from([None, None, None, *(one.id for one in found)])),
                **fields,
            )
        )
        launch += draw(st.integers(1, 9))
    return found


def _health(draw: DrawFn, flight: str) -> HealthFact:
    from_on = AS_OF + timedelta(days=draw(st.integers(-1, UNTIL - 1)))
    seats = draw(st.sampled_from((None, 0, 1, 2)))
    return HealthFact(flight, from_on, draw(st.sampled_from(Health)), seats, AS_OF)


def published(problem: Problem) -> dict[str, Voyage]:
    """Give the voyages as published: who is aboard lands as published, others as they came."""
    home = {
        person: traveller.down if traveller.is_aboard else traveller.up
        for person, traveller in problem.travellers.items()
    }
    return {
        flight.id: Voyage(
            launch_on=flight.launch_on,
            dock_on=flight.dock_on,
            undock_on=flight.undock_on,
            land_on=flight.land_on,
            ports=tuple(PortStay(c.port, c.from_on, flight.undock_on) for c in flight.calls),
            crew_up=flight.crew,
            crew_down=tuple(person for person, ship in home.items() if ship == flight.id),
        )
        for flight in problem.flights.values()
    }
