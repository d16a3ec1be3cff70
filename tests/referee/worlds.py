"""Small random worlds: a tiny station, two to four ships, a week or so to plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from scheduler.domain import Facts, Person, Problem, Station, published_problem
from tests.builders import make_facts
from tests.referee.drafts import FACT_CHANGES, SPARE, Draft, break_ship, land_elsewhere
from tests.referee.stations import AS_OF, day, make_tiny_station
from tests.referee.what_ifs import WHAT_IFS, WhatIf, add_flight, cancel, hurt_ship, open_ship

SHAPES: tuple[tuple[str, ...], ...] = (
    ("kite-1", "kite-2"),
    ("kite-1", "kite-2"),
    ("kite-1", "kite-2", "kite-3"),
    ("kite-1", "kite-2", "gull-1"),
    ("kite-1", "kite-2", "gull-2"),
    ("kite-1", "kite-2", "mule-1"),
    ("kite-1", "gull-1", "kite-2", "mule-2"),
    ("kite-1", "gull-1", "gull-2"),
)
LENGTHS = (4, 5, 5, 6, 6, 7)
DOCKED = ("kite-1", "gull-1", "mule-2")


def make_world(
    seed: int,
    *,
    is_troubled: bool = False,
    shapes: Sequence[tuple[str, ...]] = SHAPES,
    lengths: Sequence[int] = LENGTHS,
) -> Problem:
    """Make one world; one seed gives one world. In troubled ones few people are settled."""
    world = make_facts_of_world(seed, is_troubled=is_troubled, shapes=shapes, lengths=lengths)
    random = world.random
    problem = published_problem(world.facts, world.station, AS_OF, world.until, f"World {seed}")
    laid = random.sample(WHAT_IFS, random.choice((0, 1, 1, 2, 2, 3, 4)))
    if is_troubled:
        laid = [hurt_ship, open_ship, *laid]
    for what_if in sorted(laid, key=_rank):
        problem = what_if(random, problem)
    return problem


@dataclass(frozen=True)
class FactWorld:
    """The facts of a world, before any what-if; what is laid over them follows ``random``."""

    random: Random
    station: Station
    facts: Facts
    until: date


def make_facts_of_world(
    seed: int,
    *,
    is_troubled: bool = False,
    shapes: Sequence[tuple[str, ...]] = SHAPES,
    lengths: Sequence[int] = LENGTHS,
) -> FactWorld:
    """Make the facts of one world."""
    random = Random(f"{seed}{is_troubled or ''}")
    station = make_tiny_station(random)
    length = random.choice(lengths)
    draft = Draft(random, station, length)
    for flight in random.choice(shapes):
        _add(draft, flight)
    if random.random() < 0.2:
        draft.add_trip("kite-4", flown=0, launch=length + 1, people=2, port="east")
        if random.random() < 0.5:
            draft.add_trip("kite-5", flown=0, launch=length + 3, people=2, port="east")
    changes = random.sample(FACT_CHANGES, random.choice((0, 0, 1, 1, 2)))
    for change in (break_ship, land_elsewhere, *changes) if is_troubled else changes:
        change(draft)
    return FactWorld(random, station, _facts(draft), day(length))


def _rank(what_if: WhatIf) -> int:
    """Order changes as what-ifs are laid: first what decides which flights there are."""
    return [add_flight, cancel, what_if].index(what_if)


def _add(draft: Draft, flight: str) -> None:
    random, kind = draft.random, flight.split("-")[0]
    is_docked = flight in DOCKED and bool(
        set(draft.station.ports_for(kind)) - {t.port for t in draft.trips.values() if t.flown}
    )
    transit = next(iter(draft.station.vehicle_types[kind].transit_days.values()))
    if is_docked:
        flown, launch = 2, -random.choice((1, 2, 3, 4)) - transit
        if transit and random.random() < 0.25 and draft.trips:
            flown, launch = 1, -transit
    else:
        flown, launch = 0, random.choice(range(draft.length))
    people = random.choice((1, 2, 2, 3))
    port = draft.port_for(kind)
    draft.add_trip(flight, flown=flown, launch=launch, people=people, port=port)


def _facts(draft: Draft) -> Facts:
    facts = make_facts(*draft.trips.values())
    agencies = ("North", "North", "South", "Guest")
    people = tuple(
        Person(
            person.id,
            person.name,
            draft.random.choice(agencies),
            ("kite-commander",) if draft.random.random() < 0.3 else (),
        )
        for person in (*facts.people, *SPARE)
    )
    flights = tuple(replace(fact, relieves=draft.relieves.get(fact.id)) for fact in facts.flights)
    return replace(
        facts,
        people=people,
        flights=flights,
        events=(*facts.events, *draft.events),
        crew=(*facts.crew, *draft.downs),
        windows=tuple(draft.windows),
        health=tuple(draft.health),
        seats=tuple(draft.seats),
    )
