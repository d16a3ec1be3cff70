"""What ships may do where only some requirements are to be kept, and which of it goes together.

A board leaves a ship every day that is not past, every port, and one relocation more than it
may make. Listed is one course of each kind that looks different to what is kept; those that
break something that is kept, by the rules' own checks, are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations_with_replacement, pairwise, product

from scheduler.domain import (
    Flight,
    FlightPlan,
    Plan,
    PortStay,
    Problem,
    Requirement,
    Standing,
)
from tests.explain.keeping import broken
from tests.explain.reading import (
    LAUNCH,
    MOVES,
    PORTS,
    SOON,
    UNDOCK,
    Reading,
    demands_of,
    last_day,
)
from tests.referee.courses import Course, Days, PortDays

ONE_SHIP = (
    *("VL-1", "readiness", "PT-2", "PT-3", "PT-6"),
    *("TR-1", "TR-2", "TR-4", "TR-5", "TR-7", "TR-9"),
)
"""Rules that a ship can break by itself, whoever rides it; other ships cannot mend that."""
DAYS_ONLY = ("VL-1", "readiness", "TR-2", "TR-4", "TR-5", "TR-7")
"""Those of them for which it does not matter where the ship stands."""
TWO_SHIPS = ("TR-1", "TR-7", "PT-1", "PT-5")
"""Rules that two ships can break; a third cannot mend that."""
Fleet = dict[str, Course]


class Options:
    """The courses of all ships, and the fleets made of them."""

    def __init__(
        self, problem: Problem, kept: Collection[Requirement], *, is_pruned: bool = True
    ) -> None:
        """List the courses of each ship by itself."""
        self._problem = problem
        self._days = Days(problem)
        self._reading = Reading(problem, kept)
        self._last_day = last_day(problem, kept)
        self._alone = [one for one in kept if self._is_alone(one)] if is_pruned else []
        self._pairs = [one for one in kept if one.ref in TWO_SHIPS] if is_pruned else []
        self._few_moves = {one.subject for one in self._alone if one.ref == "PT-3"}
        self._is_pruned = is_pruned
        self._apart: dict[tuple[Course, Course], bool] = {}
        self._plans: dict[Course, FlightPlan] = {}
        self.of = {flight.id: self._courses(flight) for flight in problem.flights.values()}

    @property
    def combinations(self) -> int:
        """Count the choices of one course a ship, those that do not go together included."""
        number = 1
        for courses in self.of.values():
            number *= len(courses)
        return number

    def fleets(self) -> Iterator[Fleet]:
        """Walk the choices of one course a ship that go together, few courses first."""
        listed = sorted(self.of.values(), key=len)
        for fleet in self._joined(listed, ()):
            yield {ship: fleet[ship] for ship in self._problem.flights}

    def _joined(self, listed: list[list[Course]], chosen: tuple[Course, ...]) -> Iterator[Fleet]:
        if not listed:
            yield {course.id: course for course in chosen}
            return
        for course in listed[0]:
            if all(self._go_together(course, one) for one in chosen):
                yield from self._joined(listed[1:], (*chosen, course))

    def _is_alone(self, requirement: Requirement) -> bool:
        demands = demands_of(self._problem, requirement)
        is_about_flight = all(
            demand.subject in self._problem.flights and not demand.flight for demand in demands
        )
        is_about_days = is_about_flight and all(demand.day or demand.ports for demand in demands)
        return requirement.ref in ONE_SHIP or (bool(demands) and is_about_days)

    def _go_together(self, one: Course, two: Course) -> bool:
        if not (self._pairs and one.flies and two.flies):
            return True
        if (one, two) not in self._apart:
            plan = Plan(flights=(self.plan_of(one), self.plan_of(two)))
            self._apart[one, two] = not broken(plan, self._problem, self._pairs)
        return self._apart[one, two]

    def _courses(self, flight: Flight) -> list[Course]:
        """List one course of each kind, the published days first."""
        launch, undock = self._days.number(flight.launch_on), self._days.number(flight.undock_on)
        launches = range(self._days.length) if flight.is_ahead else (launch,)
        mine = [one for one in self._alone if one.ref != "what-if" or one.subject == flight.id]
        found = [course for day in launches for course in self._from(flight, day, mine)]
        found.sort(key=lambda c: (len(c.ports), abs(c.launch - launch) + abs(c.undock - undock)))
        if flight.is_ahead:
            found.append(Course(flight, False))
        kinds: dict[tuple[object, ...], Course] = {}
        for course in found:
            kind = self._kind(course)
            if kind not in kinds and not self._breaks(course, mine):
                kinds[kind] = course
        return list(kinds.values())

    def _kind(self, course: Course) -> tuple[object, ...]:
        """Give what tells a course apart for what is kept; everything where nothing is pruned."""
        looks = self._reading.of_ship(course.id)
        if not self._is_pruned:
            return (course.flies, course.launch, course.undock, course.ports)
        leaves: object = course.undock if UNDOCK in looks else None
        if leaves is None and SOON in looks:
            leaves = min(course.undock, self._days.length + 1)
        return (
            (course.flies, course.launch) if LAUNCH in looks else None,
            leaves,
            course.ports if PORTS in looks else tuple(course.moves) if MOVES in looks else None,
        )

    def _breaks(self, course: Course, mine: list[Requirement]) -> bool:
        return bool(broken(Plan(flights=(self.plan_of(course),)), self._problem, mine))

    def _from(self, flight: Flight, launch: int, mine: list[Requirement]) -> Iterator[Course]:
        """Walk the courses after one launch, those left out that break something by their days."""
        dock = launch + (flight.dock_on - flight.launch_on).days
        back = (flight.land_on - flight.undock_on).days
        on_days = [one for one in mine if one.ref in DAYS_ONLY]
        most = self._most_moves(flight)
        for undock in range(max(0, dock + 1), self._last_day + 1):
            ports = list(self._ports(flight, dock, undock, most))
            courses = [Course(flight, True, launch, dock, undock, undock + back, p) for p in ports]
            if courses and not self._breaks(courses[0], on_days):
                yield from courses

    def _ports(self, flight: Flight, dock: int, undock: int, most: int) -> Iterator[PortDays]:
        """List the ways to stand at the ports, with so many relocations at the most."""
        is_fixed = flight.standing is Standing.DOCKED and bool(flight.calls)
        ports = list(self._problem.station.ports)
        for moves in range(1 + most):
            for days in combinations_with_replacement(range(max(0, dock + 1), undock), moves):
                starts, ends = (dock, *days), (*days, undock)
                firsts = (flight.calls[0].port,) if is_fixed else ports
                for at in product(firsts, *(ports for _ in days)):
                    if all(a != b for a, b in pairwise(at)):
                        yield tuple(zip(at, starts, ends, strict=True))

    def _most_moves(self, flight: Flight) -> int:
        """Count the relocations that a board has room for; cargo ships keep to published ones.

        Where the relocations of the ship are to be kept, one too many is no more use.
        """
        looks, published = self._reading.of_ship(flight.id), max(0, len(flight.calls) - 1)
        if self._is_pruned and not {PORTS, MOVES} & looks:
            return 0
        if not self._problem.type_of(flight.id).carries_people:
            return published
        most = self._problem.bound("PT-3", "most_relocations", flight.id) or 0
        return max(most, published) + (flight.id not in self._few_moves)

    def plan_of(self, course: Course) -> FlightPlan:
        """Write what one ship does, nobody in it."""
        if course not in self._plans:
            self._plans[course] = _written(course, self._days)
        return self._plans[course]


def _written(course: Course, days: Days) -> FlightPlan:
    kind, is_ahead = course.flight.vehicle_type, course.flight.is_ahead
    if not course.flies:
        return FlightPlan(course.id, kind, "waiting", None, None, None, None)
    return FlightPlan(
        course.id,
        kind,
        "planned" if is_ahead else "docked",
        days.date(course.launch),
        days.date(course.dock),
        days.date(course.undock),
        days.date(course.land),
        tuple(PortStay(p, days.date(a), days.date(b)) for p, a, b in course.ports),
    )
