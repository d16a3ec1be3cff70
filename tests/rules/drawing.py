"""Plans drawn at random for a given tiny world, nearly all of which a board can express."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from scheduler.board.people import SeatGroup, seat_groups
from scheduler.domain import Flight, FlightPlan, Plan, Problem, Standing, Stay, Uncrewed
from tests.rules.voyages import Steps, Voyage, make_plan
from tests.rules.worlds import AS_OF

FEW = settings(max_examples=40)
"""Enough plans to meet the common edges; all rules together take less than a minute."""
BEYOND = 6
"""Days after ``until`` in which ships may still undock."""


@st.composite
def plans(draw: DrawFn, problem: Problem, *, is_orderly: bool | None = None) -> Plan:
    """Draw days, ports and crews of all ships, then rides and seats of those who have a choice.

    In an orderly plan people land where they sit and move before their ship leaves, wherever
    the ships allow that; else they sit and land anywhere. Half of the plans are orderly.
    """
    voyages: dict[str, Voyage] = {}
    taken: set[str] = set()
    for flight in sorted(problem.flights.values(), key=lambda f: (f.launch_on, f.id)):
        voyage = _voyage(draw, problem, flight, taken)
        voyages[flight.id] = voyage
        if voyage.crew:
            taken.add(voyage.crew)
    keeps_order = draw(st.booleans()) if is_orderly is None else is_orderly
    down: dict[str, str | None] = {}
    seats: dict[str, Steps] = {}
    settled = make_plan(problem, voyages)
    for group in seat_groups(problem):
        for person in group.people:
            stay = next(stay for stay in settled.stays if stay.person == person)
            if stay.up is not None:
                seat = _in_order if keeps_order else _anywhere
                down[person], seats[person] = seat(draw, problem, settled, group, stay)
    return make_plan(problem, voyages, down=down, seats=seats)


def _days(problem: Problem) -> int:
    return (problem.until - AS_OF).days


def _voyage(draw: DrawFn, problem: Problem, flight: Flight, taken: set[str]) -> Voyage:
    if flight.is_ahead and not draw(st.integers(0, 5)):
        return Voyage(flies=False)
    launch = (flight.launch_on - AS_OF).days
    if flight.is_ahead:
        launch = draw(st.integers(0, _days(problem) - 1))
    dock = launch + (flight.dock_on - flight.launch_on).days
    undock = draw(st.integers(max(0, dock + 1), max(_days(problem), dock) + BEYOND))
    crew = _crew(draw, problem, flight, taken) if problem.seats(flight.id) else None
    ports = _ports(draw, problem, flight, dock, undock)
    return Voyage(launch=launch, undock=undock, ports=ports, crew=crew)


def _crew(draw: DrawFn, problem: Problem, flight: Flight, taken: set[str]) -> str:
    """Draw whom a ship brings: a crew that is due and on the ground, or nobody where allowed."""
    line = [f for f in (*problem.flights.values(), *problem.cancelled) if f.line == flight.line]
    due = [
        f.id
        for f in sorted(line, key=lambda f: (f.launch_on, f.id))
        if f.crew and not f.has_launched and f.launch_on <= flight.launch_on and f.id not in taken
    ]
    if not flight.is_ahead:
        return ""
    must_carry = flight.uncrewed is Uncrewed.FORBIDDEN and flight.crew
    return draw(st.sampled_from(due if must_carry else [*due, ""]))


def _ports(
    draw: DrawFn, problem: Problem, flight: Flight, dock: int, undock: int
) -> tuple[tuple[str, int], ...]:
    ports = list(problem.station.ports)
    is_docked = flight.standing is Standing.DOCKED
    at = [(flight.calls[0].port if is_docked else draw(st.sampled_from(ports)), dock)]
    moves = problem.bound("PT-3", "most_relocations", flight.id) or 0
    for _ in range(moves if problem.seats(flight.id) else 0):
        earliest = max(0, at[-1][1] + 1)
        if earliest < undock and draw(st.booleans()):
            others = [port for port in ports if port != at[-1][0]]
            at.append((draw(st.sampled_from(others)), draw(st.integers(earliest, undock - 1))))
    return tuple(at)


def _homes(problem: Problem, plan: Plan, group: SeatGroup, stay: Stay) -> list[FlightPlan]:
    """List the ships in which somebody may land: of their kind or open, leaving after they came."""
    return [
        ship
        for ship in plan.flights
        if ship.flies and problem.seats(ship.flight)
        if ship.flight in group.opened or problem.type_of(ship.flight).fitted in group.kinds
        if ship.undock_on and stay.from_on and ship.undock_on > stay.from_on
    ]


def _anywhere(
    draw: DrawFn, problem: Problem, plan: Plan, group: SeatGroup, stay: Stay
) -> tuple[str | None, Steps]:
    """Draw a ship home and up to two changes of seat, whatever the one has to do with the other."""
    ships = [ship.flight for ship in plan.flights if ship.flies and problem.seats(ship.flight)]
    homes = [ship.flight for ship in _homes(problem, plan, group, stay)]
    step = st.tuples(st.integers(0, _days(problem) - 1), st.sampled_from([*ships, None]))
    steps = sorted(draw(st.lists(step, max_size=2)), key=lambda step: step[0])
    return draw(st.sampled_from([*homes, None])), steps


def _in_order(
    draw: DrawFn, problem: Problem, plan: Plan, group: SeatGroup, stay: Stay
) -> tuple[str | None, Steps]:
    """Draw a ship home and a day to move to it, while it is there and the own ship is, too."""
    own = plan.flight(group.seat_in or stay.up or "")
    home = draw(st.sampled_from([own, *_homes(problem, plan, group, stay)]))
    if own is None or home is None or home is own:
        return own.flight if own else None, []
    if not (own.dock_on and own.undock_on and home.dock_on and home.undock_on):
        return own.flight, []
    first = max((own.dock_on - AS_OF).days, (home.dock_on - AS_OF).days, 0)
    last = min((own.undock_on - AS_OF).days, (home.undock_on - AS_OF).days - 1)
    if first > last:
        return own.flight, []
    return home.flight, [(draw(st.integers(first, last)), home.flight)]
