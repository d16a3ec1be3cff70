"""Long calm worlds with troubles of which every member is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache

from scheduler.domain import Demand, DemandKind, Flight, Outage, Problem
from scheduler.explain import Inquiry, prove_infeasible
from scheduler.rules import RULES
from scheduler.solve import Engine
from scripts.bench.troubles import demanding
from scripts.bench.worlds import make_world

Members = frozenset[tuple[str, str]]
Trouble = Callable[[Problem, int], tuple[Problem, Members]]
"""Lays a trouble over a world, on the Soyuz of a season; gives reference and subject of each
member of its conflict."""

FILE = "what-if.yaml"
SHORT, TEN_YEARS = 8, 40  # flights of both lines; a season of half a year has two of them


@cache
def calm_world(crewed: int) -> Problem:
    """Make a world of so many flights, all of which can keep their dates."""
    return make_world(3, crewed)


def two(problem: Problem, season: int) -> tuple[Problem, Members]:
    """Pin a launch to a day on which its pad is out: pin, pad."""
    ship = soyuz(problem, season)
    closed = Outage("pad", str(ship.pad), ship.launch_on, ship.dock_on + days(5), f"{FILE}:20")
    pinned = Demand(
        DemandKind.PIN_EVENT, ship.id, f"{FILE}:21", ship.launch_on + days(2), event="launch"
    )
    troubled = replace(
        problem,
        outages=(*problem.outages, closed),
        demands=(*problem.demands, pinned),
    )
    return troubled, frozenset({("TR-7", str(ship.pad)), ("what-if", ship.id)})


def three(problem: Problem, season: int) -> tuple[Problem, Members]:
    """Keep a ship beyond its 210 days: launched by, undocked no sooner than, life."""
    ship = soyuz(problem, season)
    life = problem.life_days(ship.id, ship.launch_on) or 0
    troubled = demanding(
        problem,
        (DemandKind.LATEST_LAUNCH, ship, ship.launch_on),
        (DemandKind.EARLIEST_UNDOCK, ship, ship.launch_on + days(life + 1)),
    )
    return troubled, frozenset({("VL-1", ship.id), ("what-if", ship.id)})


def four(problem: Problem, season: int) -> tuple[Problem, Members]:
    """Let a ship go after the next: launched from and by, the next launched by, crew order."""
    first, second = soyuz(problem, season), soyuz(problem, season + 1)
    troubled = demanding(
        problem,
        (DemandKind.EARLIEST_LAUNCH, first, second.launch_on + days(20)),
        (DemandKind.LATEST_LAUNCH, first, second.launch_on + days(40)),
        (DemandKind.LATEST_LAUNCH, second, second.launch_on),
    )
    subjects = {("what-if", first.id), ("what-if", second.id), ("CT-2", "soyuz")}
    return troubled, frozenset(subjects)


def seven(problem: Problem, season: int) -> tuple[Problem, Members]:
    """Close the ports of a ship: four closures, fit, not ready before, launched by."""
    ship = soyuz(problem, season)
    fits = problem.station.ports_for(ship.vehicle_type)
    closed = tuple(
        Outage("port", port, ship.dock_on - days(9), ship.dock_on + days(9), f"{FILE}:3{number}")
        for number, port in enumerate(fits)
    )
    troubled = demanding(problem, (DemandKind.LATEST_LAUNCH, ship, ship.launch_on))
    own = {("PT-2", ship.id), ("readiness", ship.id), ("what-if", ship.id)}
    members = frozenset({*own, *(("PT-6", port) for port in fits)})
    return replace(troubled, outages=(*troubled.outages, *closed)), members


SIZES: dict[int, Trouble] = {2: two, 3: three, 4: four, 7: seven}


def soyuz(problem: Problem, season: int) -> Flight:
    """Give the Soyuz of a season; those of the first stand at the station on ``as_of``."""
    return problem.flights[f"soyuz-{season:03}"]


def days(number: int) -> timedelta:
    """Give a span of days."""
    return timedelta(days=number)


def can_hold(problem: Problem, inquiry: Inquiry, members: frozenset[int]) -> bool:
    """Ask by another route: a fresh board with these requirements only, no presolve, no switch."""
    engine = Engine(60.0, workers=1, seed=77, uses_presolve=False)
    return not prove_infeasible(problem, RULES, engine, inquiry.named(members))
