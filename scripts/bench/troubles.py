"""Troubles that leave a world without a plan: each kind with a conflict that is known beforehand.

A trouble speaks of one place in the world, drawn from a seed, with demands and outages as a
what-if file states them. ``TROUBLES`` maps its name to how it is laid and to the size of its
conflict, worked out by hand in the docstring of each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from scheduler.domain import Demand, DemandKind, Flight, Outage, Override, Problem

FILE = "bench.yaml"
CLOSED_DAYS = 20


@dataclass(frozen=True)
class Case:
    """A world with a trouble.

    ``members`` is the number of requirements of its conflict; none where it grows with the world.
    """

    problem: Problem
    trouble: str
    members: int | None


def make_case(problem: Problem, seed: int, trouble: str | None = None) -> Case:
    """Trouble a world; a seed draws the place, and the kind where none is named."""
    random = Random(seed)
    name = trouble or random.choice(sorted(LOCAL))
    lay, members = TROUBLES[name]
    return Case(lay(problem, random), name, members)


def life(problem: Problem, random: Random) -> Problem:
    """Keep a ship beyond its life: launched by, stays until, life. Three members."""
    ship = random.choice(crewed(problem))
    days = problem.life_days(ship.id, ship.launch_on) or 0
    return demanding(
        problem,
        (DemandKind.LATEST_LAUNCH, ship, ship.launch_on),
        (DemandKind.EARLIEST_UNDOCK, ship, ship.launch_on + timedelta(days=days + 5)),
    )


def pad(problem: Problem, random: Random) -> Problem:
    """Close the pad of a ship that must go: launched by, not ready before, pad. Three members."""
    ship = random.choice(crewed(problem))
    closed = Outage("pad", ship.pad or "", *around(ship.launch_on), f"{FILE}:2")
    return replace(launched_by(problem, ship), outages=(*problem.outages, closed))


def order(problem: Problem, random: Random) -> Problem:
    """Let a ship go after the next one. Four members.

    Launched after, launched by (which makes it fly), the next launched by, crew order.
    """
    first, second = in_a_row(problem, random)
    return demanding(
        problem,
        (DemandKind.EARLIEST_LAUNCH, first, second.launch_on + timedelta(days=20)),
        (DemandKind.LATEST_LAUNCH, first, second.launch_on + timedelta(days=40)),
        (DemandKind.LATEST_LAUNCH, second, second.launch_on),
    )


def handover(problem: Problem, random: Random) -> Problem:
    """Let a crew leave a day after the next has come. Four members.

    Undocked on, the next launched by, not ready before, handover.
    """
    first, second = in_a_row(problem, random)
    leaves = Demand(
        DemandKind.PIN_EVENT,
        first.id,
        f"{FILE}:2",
        day=second.dock_on + timedelta(days=1),
        event="undock",
    )
    return replace(launched_by(problem, second), demands=(leaves, latest(second, 3)))


def turnaround(problem: Problem, random: Random) -> Problem:
    """Send two ships from one pad within days. Five members.

    One launched in a span around the launch of the next (two), the next launched by, not ready
    before, pad turnaround.
    """
    first, second = in_a_row(problem, random)
    days = timedelta(days=(problem.bound("TR-7", "turnaround_days", second.pad or "") or 0) - 1)
    return demanding(
        problem,
        (DemandKind.EARLIEST_LAUNCH, first, second.launch_on - days),
        (DemandKind.LATEST_LAUNCH, first, second.launch_on + days),
        (DemandKind.LATEST_LAUNCH, second, second.launch_on),
    )


def ports(problem: Problem, random: Random) -> Problem:
    """Close all ports of a Dragon that must go: two ports, fit, ready, by. Five members."""
    return closed_ports(problem, random, "dragon")


def more_ports(problem: Problem, random: Random) -> Problem:
    """Close all ports of a Soyuz that must go: four ports, fit, ready, by. Seven members."""
    return closed_ports(problem, random, "soyuz")


def berth(problem: Problem, random: Random) -> Problem:
    """Send two ships to one port at once. Seven members.

    Port of each (two), launched by of each (two), the first stays, port capacity, and that the
    second cannot be there before (readiness, or crew order).
    """
    first, second = in_a_row(problem, random)
    port = (first.calls[0].port,)
    asked = demanding(
        problem,
        (DemandKind.LATEST_LAUNCH, first, first.launch_on),
        (DemandKind.EARLIEST_UNDOCK, first, second.dock_on + timedelta(days=10)),
        (DemandKind.LATEST_LAUNCH, second, second.launch_on),
    )
    used = tuple(
        Demand(DemandKind.PORTS, ship.id, f"{FILE}:{line}", ports=port)
        for line, ship in ((5, first), (6, second))
    )
    return replace(asked, demands=(*asked.demands, *used))


def relief(problem: Problem, random: Random) -> Problem:
    """Let the relief of a Dragon slip by half a year, where four must always be aboard.

    Its conflict grows with the world: any earlier ship might stay but for its life, and any
    later one come but for its readiness.
    """
    ship = random.choice([f for f in crewed(problem)[4:] if f.line == "dragon"])
    slipped = demanding(
        problem, (DemandKind.EARLIEST_LAUNCH, ship, ship.launch_on + timedelta(days=165))
    )
    four = Override("CT-1", "least_aboard", 4, None, f"{FILE}:3")
    return replace(slipped, overrides=(*problem.overrides, four))


Laying = Callable[[Problem, Random], Problem]
TROUBLES: dict[str, tuple[Laying, int | None]] = {
    "life": (life, 3),
    "pad": (pad, 3),
    "order": (order, 4),
    "handover": (handover, 4),
    "turnaround": (turnaround, 5),
    "ports": (ports, 5),
    "more-ports": (more_ports, 7),
    "berth": (berth, 7),
    "relief": (relief, None),
}
LOCAL = tuple(name for name, (_, members) in TROUBLES.items() if members)


def crewed(problem: Problem) -> list[Flight]:
    """List the ships of the lines still to launch, by day, the last of each line left out."""
    ships = [f for line in problem.station.lines for f in problem.line_of(line)[:-1] if f.is_ahead]
    return sorted(ships, key=lambda flight: flight.launch_on)


def in_a_row(problem: Problem, random: Random) -> tuple[Flight, Flight]:
    """Draw a ship and the next of its line."""
    ship = random.choice(crewed(problem))
    line = problem.line_of(ship.line or "")
    return ship, line[line.index(ship) + 1]


def closed_ports(problem: Problem, random: Random, line: str) -> Problem:
    """Close all ports that a ship of a line fits while it must come."""
    ship = random.choice([flight for flight in crewed(problem) if flight.line == line])
    fits = problem.station.ports_for(ship.vehicle_type)
    closed = tuple(
        Outage("port", port, *around(ship.dock_on), f"{FILE}:{number}")
        for number, port in enumerate(fits, 3)
    )
    return replace(launched_by(problem, ship), outages=(*problem.outages, *closed))


def around(day: date) -> tuple[date, date]:
    """Give a span of days with this one inside."""
    return day - timedelta(days=CLOSED_DAYS // 2), day + timedelta(days=CLOSED_DAYS // 2)


def launched_by(problem: Problem, ship: Flight) -> Problem:
    """Demand that a ship is launched on its published day at the latest."""
    return demanding(problem, (DemandKind.LATEST_LAUNCH, ship, ship.launch_on))


def latest(ship: Flight, line: int) -> Demand:
    """Demand that a ship is launched on its published day at the latest, on a line of the file."""
    return Demand(DemandKind.LATEST_LAUNCH, ship.id, f"{FILE}:{line}", day=ship.launch_on)


def demanding(problem: Problem, *asked: tuple[DemandKind, Flight, date]) -> Problem:
    """Lay demands over a problem; who states a ship's earliest launch, states its readiness."""
    demands = tuple(
        Demand(kind, ship.id, f"{FILE}:{line}", day=day)
        for line, (kind, ship, day) in enumerate(asked, 2)
    )
    ready = {ship.id for kind, ship, _ in asked if kind is DemandKind.EARLIEST_LAUNCH}
    flights = {
        flight.id: replace(flight, has_readiness=flight.has_readiness or flight.id in ready)
        for flight in problem.flights.values()
    }
    return replace(problem, flights=flights, demands=(*problem.demands, *demands))
