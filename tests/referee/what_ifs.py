"""What a random what-if lays over a problem, as ``scenarios`` would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from scheduler.domain import (
    Demand,
    DemandKind,
    Flight,
    Health,
    HealthSpan,
    Outage,
    Override,
    Problem,
    Standing,
    Traveller,
    Uncrewed,
    Waiver,
    relieved_in_turn,
)
from tests.referee.stations import AS_OF, GULL, KITE, day

WhatIf = Callable[[Random, Problem], Problem]


def _set_flight(problem: Problem, flight: Flight) -> Problem:
    return replace(problem, flights={**problem.flights, flight.id: flight})


def demand(problem: Problem, kind: DemandKind, subject: str, **told: object) -> Problem:
    """Lay one demand over a problem."""
    at = f"what-if.yaml:{len(problem.demands) + 5}"
    return replace(problem, demands=(*problem.demands, Demand(kind, subject, at, **told)))  # type: ignore[arg-type]


def _ahead(problem: Problem, has_crew: bool = False) -> list[Flight]:
    return [f for f in problem.flights.values() if f.is_ahead and (f.crew or not has_crew)]


def _replace_ship(random: Random, problem: Problem) -> Problem:
    """Let a ship be ready on another day, and go up empty."""
    for flight in _ahead(problem, has_crew=True)[:1]:
        ready = random.choice((0, 1, 2, 3))
        uncrewed = random.choice((Uncrewed.ALLOWED, Uncrewed.ALLOWED, Uncrewed.REQUIRED))
        return make_empty(problem, flight.id, ready, uncrewed)
    return problem


def make_empty(
    problem: Problem, flight: str, ready: int | None, uncrewed: Uncrewed = Uncrewed.ALLOWED
) -> Problem:
    """Let a ship go up empty, from a day on if one is given."""
    changed = replace(problem.flights[flight], uncrewed=uncrewed)
    if ready is not None:
        changed = replace(changed, has_readiness=True)
        problem = demand(problem, DemandKind.EARLIEST_LAUNCH, flight, day=day(ready))
    if uncrewed is Uncrewed.REQUIRED:
        problem = demand(problem, DemandKind.UNCREWED, flight)
    return _set_flight(problem, changed)


def _allow_empty(_random: Random, problem: Problem) -> Problem:
    """Let every crewed ship go up empty, without a word on its readiness."""
    for flight in _ahead(problem, has_crew=True):
        problem = make_empty(problem, flight.id, None)
    return problem


def _ready_later(random: Random, problem: Problem) -> Problem:
    """Have a ship ready on another day, even after the horizon."""
    for flight in _ahead(problem)[:1]:
        ready = random.choice((0, 2, 4, 9))
        problem = demand(problem, DemandKind.EARLIEST_LAUNCH, flight.id, day=day(ready))
        problem = _set_flight(problem, replace(flight, has_readiness=True))
    return problem


def _bound_flight(random: Random, problem: Problem) -> Problem:
    """Demand a day of a flight."""
    flight = random.choice(list(problem.flights.values()))
    kinds = [DemandKind.EARLIEST_UNDOCK, DemandKind.LATEST_UNDOCK]
    if flight.is_ahead:
        kinds += [DemandKind.LAUNCH_FROM, DemandKind.LATEST_LAUNCH]
        if flight.crew:
            kinds += [DemandKind.CREWED]
    kind, on = random.choice(kinds), day(random.choice(range(1, 8)))
    if kind is DemandKind.CREWED:
        return demand(problem, kind, flight.id)
    if kind is DemandKind.LATEST_LAUNCH and on >= problem.until:
        on = problem.until - timedelta(days=1)
    return demand(problem, kind, flight.id, day=on)


def _pin_event(random: Random, problem: Problem) -> Problem:
    """Pin an event of a flight to a day near the published one."""
    flight = random.choice(list(problem.flights.values()))
    events = {"undock": flight.undock_on, "land": flight.land_on}
    if flight.is_ahead:
        events |= {"launch": flight.launch_on, "dock": flight.dock_on}
    event = random.choice(sorted(events))
    on = events[event] + timedelta(days=random.choice((-1, 0, 1)))
    last = problem.until - timedelta(days=1)
    on = max(on, problem.as_of) if event != "launch" else min(max(on, problem.as_of), last)
    return demand(problem, DemandKind.PIN_EVENT, flight.id, day=on, event=event)


def _name_ports(random: Random, problem: Problem) -> Problem:
    """Leave a ship some of its ports."""
    flight = random.choice(list(problem.flights.values()))
    fits = problem.station.ports_for(flight.vehicle_type)
    ports = tuple(sorted(random.sample(fits, max(1, len(fits) - 1))))
    return demand(problem, DemandKind.PORTS, flight.id, ports=ports)


def _pin_leg(random: Random, problem: Problem) -> Problem:
    """Pin somebody's ride."""
    ships = [f for f in problem.flights.values() if problem.seats(f.id)]
    if not problem.travellers:
        return problem
    person = random.choice(sorted(problem.travellers))
    leg, flight = random.choice(("up", "down", "down")), random.choice(ships)
    if leg == "up" and (problem.travellers[person].is_aboard or flight.has_launched):
        return problem
    if leg == "down":
        problem = replace(problem, opened=problem.opened | {(person, flight.id)})
    return demand(problem, DemandKind.PIN_LEG, person, event=leg, flight=flight.id)


def _demand_handover(random: Random, problem: Problem) -> Problem:
    """Demand that one crew relieves another directly, or only after it has left."""
    pairs = [
        (before.id, flight.id)
        for flight in problem.flights.values()
        if flight.line and problem.seats(flight.id)
        for before in relieved_in_turn(problem, flight)
    ]
    if not pairs:
        return problem
    outgoing, incoming = random.choice(pairs)
    kind = random.choice((DemandKind.DIRECT_HANDOVER, DemandKind.INDIRECT_HANDOVER))
    return demand(problem, kind, incoming, flight=outgoing)


def open_ship(random: Random, problem: Problem) -> Problem:
    """Open a ship to somebody."""
    ships = [f.id for f in problem.flights.values() if problem.seats(f.id)]
    if not problem.travellers:
        return problem
    pair = (random.choice(sorted(problem.travellers)), random.choice(ships))
    return replace(problem, opened=problem.opened | {pair})


def _call_home(random: Random, problem: Problem) -> Problem:
    """Want somebody home by a day."""
    if not problem.travellers:
        return problem
    person = random.choice(sorted(problem.travellers))
    on = day(random.choice((2, 4, 6, 8)))
    return demand(problem, DemandKind.RETURN_BY, person, day=on)


def _keep_down(random: Random, problem: Problem) -> Problem:
    """Keep somebody on the ground for some days."""
    if not problem.travellers:
        return problem
    person = random.choice(sorted(problem.travellers))
    first = random.choice((0, 1, 3))
    to_on = random.choice((None, day(first + 2)))
    return demand(problem, DemandKind.UNAVAILABLE, person, day=day(first), to_on=to_on)


def hurt_ship(random: Random, problem: Problem) -> Problem:
    """Lay a health over a ship with a crew."""
    flight = random.choice([f.id for f in problem.flights.values() if problem.seats(f.id)])
    health, first = random.choice([h.value for h in Health]), random.choice((-1, 0, 1, 3))
    most = max(problem.seats(flight), problem.type_of(flight).emergency_seats)
    seats = random.choice((None, None, *range(most + 1)))
    to_on = random.choice((None, None, day(first + 3)))
    span = HealthSpan(flight, health, seats, day(first), to_on, "what-if.yaml:3")
    return replace(problem, health_spans=(*problem.health_spans, span))


def _put_out(random: Random, problem: Problem) -> Problem:
    """Put a pad, port or launcher out of use."""
    kind = random.choice(("pad", "port", "port", "launcher"))
    subjects = {
        "pad": sorted(problem.station.pads),
        "port": sorted(problem.station.ports),
        "launcher": ["rocket-g", "rocket-k"],
    }
    first = random.choice((-1, 0, 2, 4))
    to_on = random.choice((None, day(first + 2), day(first + 3)))
    subject = random.choice(subjects[kind])
    outage = Outage(kind, subject, day(first), to_on, "what-if.yaml:4")
    if to_on and to_on <= AS_OF:
        return problem
    return replace(problem, outages=(*problem.outages, outage))


def cancel(random: Random, problem: Problem) -> Problem:
    """Cancel a flight; its crew waits for the next."""
    ahead = _ahead(problem)
    if not ahead:
        return problem
    flight = random.choice(ahead)
    left = {id_: f for id_, f in problem.flights.items() if id_ != flight.id}
    gone = replace(flight, standing=Standing.CANCELLED)
    return replace(problem, flights=left, cancelled=(*problem.cancelled, gone))


def add_flight(random: Random, problem: Problem) -> Problem:
    """Add a ship that nobody has published, with a crew or without."""
    kind = problem.station.vehicle_types[random.choice((KITE, GULL))]
    length = (problem.until - problem.as_of).days
    launch = random.choice(range(length))
    dock = launch + next(iter(kind.transit_days.values()))
    land = max(dock + 1 + kind.return_days, launch + (kind.life_days(day(launch)) or 0))
    crew = random.choice(((), (), ("vic",), ("vic", "wes")))[: kind.seats]
    flight = Flight(
        id=f"{kind.id}-9",
        name="Added",
        vehicle_type=kind.id,
        standing=Standing.PLANNED,
        launch_on=day(launch),
        dock_on=day(dock),
        undock_on=day(land - kind.return_days),
        land_on=day(land),
        calls=(),
        line=random.choice((kind.id, kind.id, None)),
        pad=kind.pads[0],
        crew=crew,
        seats=random.choice((None, None, max(1, kind.seats - 1))),
        uncrewed=Uncrewed.FORBIDDEN if crew else Uncrewed.ALLOWED,
        is_added=True,
    )
    added = {
        person: Traveller(person, flight.id, flight.id, False, flight.launch_on, None)
        for person in crew
    }
    flights = dict(sorted({**problem.flights, flight.id: flight}.items()))
    travellers = dict(sorted({**problem.travellers, **added}.items()))
    return replace(problem, flights=flights, travellers=travellers)


def _make_optional(random: Random, problem: Problem) -> Problem:
    """Leave it open whether a flight flies."""
    ahead = _ahead(problem)
    if not ahead:
        return problem
    return _set_flight(problem, replace(random.choice(ahead), is_optional=True))


def _cut_seats_up(random: Random, problem: Problem) -> Problem:
    """Leave a ship fewer places on the way up."""
    crewed = _ahead(problem, has_crew=True)
    if not crewed:
        return problem
    flight = random.choice(crewed)
    return _set_flight(problem, replace(flight, seats_up=random.choice((0, 1, 1, 2))))


def _waive(random: Random, problem: Problem) -> Problem:
    """Move a bound by name, for some days or for good."""
    flight = random.choice(sorted(problem.flights))
    spans = [(None, None), (None, day(6)), (day(3), None), (day(1), day(5))]
    from_on, to_on = random.choice(spans)
    rule, number, subject, bound = random.choice(
        (
            ("VL-1", "life_days", flight, random.choice((7, 9, 10))),
            ("VL-1", "life_days", flight, random.choice((8, 9))),
            ("HO-3", "most_aboard", "tiny", random.choice((2, 4))),
            ("CT-1", "least_aboard", "tiny", random.choice((0, 2))),
            ("HO-4", "least_crew", "A", random.choice((0, 2))),
            ("LB-4", "emergency_seats", flight, random.choice((1, 3))),
            ("HO-1", "least_handover_days", flight, random.choice((0, 1, 3))),
        )
    )
    waiver = Waiver(rule, number, subject, bound, "who", "why", from_on, to_on, "what-if.yaml:2")
    return problem.with_waiver(waiver)


def _override(random: Random, problem: Problem) -> Problem:
    """Set a number of a rule anew."""
    flight = random.choice(sorted(problem.flights))
    rule, number, value, subject = random.choice(
        (
            ("VL-1", "life_days", random.choice((6, 8)), random.choice((flight, KITE, None))),
            ("LB-3", "transfer_days", random.choice((0, 1, 3)), random.choice((flight, None))),
            ("LB-7", "lead_days", random.choice((1, 3, 5)), None),
            ("TR-1", "separation_days", random.choice((0, 2)), None),
            ("HO-1", "wished_handover_days", random.choice((0, 3)), random.choice((KITE, None))),
            ("CR-1", "most_days", random.choice((6, 9)), None),
        )
    )
    override = Override(rule, number, value, subject, "what-if.yaml:1")
    return replace(problem, overrides=(*problem.overrides, override))


def _least_grade(random: Random, problem: Problem) -> Problem:
    """Demand a seat grade for everybody."""
    grade = random.choice(("G0", "G1", "G2", "G3"))
    return replace(problem, least_grade=grade, least_grade_at="what-if.yaml:9")


WHAT_IFS: tuple[WhatIf, ...] = (
    _replace_ship,
    _replace_ship,
    _allow_empty,
    _ready_later,
    _bound_flight,
    _pin_event,
    _name_ports,
    _pin_leg,
    _demand_handover,
    open_ship,
    open_ship,
    _call_home,
    _keep_down,
    hurt_ship,
    hurt_ship,
    _put_out,
    add_flight,
    cancel,
    _make_optional,
    _cut_seats_up,
    _waive,
    _override,
    _least_grade,
)
