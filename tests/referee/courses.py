"""Courses: all that one ship may do, and which courses of several ships go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.domain import (
    Demand,
    DemandKind,
    Flight,
    FlightPlan,
    Plan,
    PortStay,
    Problem,
    Standing,
)
from scheduler.rules import Rule

PortDays = tuple[tuple[str, int, int], ...]
ALONE = (
    *("VL-1", "PT-2", "PT-3", "PT-6", "readiness", "TR-1", "TR-7"),
    *("TR-2", "TR-4", "TR-5", "TR-9"),
)
"""Rules that a single ship can break; their ``check`` is asked about each course alone."""


@dataclass(frozen=True)
class Course:
    """All that one ship does, in day numbers from ``as_of``; ports are (port, start, end)."""

    flight: Flight
    flies: bool
    launch: int = 0
    dock: int = 0
    undock: int = 0
    land: int = 0
    ports: PortDays = ()

    @property
    def id(self) -> str:
        """Give the flight's id."""
        return self.flight.id

    @property
    def dates(self) -> tuple[bool, int, int]:
        """Give what tells courses apart, ports left out."""
        return self.flies, self.launch, self.undock

    @property
    def moves(self) -> list[int]:
        """List the days of relocations."""
        return [start for _, start, _ in self.ports[1:]]

    @property
    def events(self) -> list[int]:
        """List the dynamic events from day 0 on."""
        if not self.flies:
            return []
        return [day for day in (self.dock, *self.moves, self.undock) if day >= 0]


Fleet = dict[str, Course]


@dataclass(frozen=True)
class Days:
    """Days as numbers; day 0 is ``as_of``."""

    problem: Problem

    def number(self, on: date) -> int:
        """Give the day number of a date."""
        return (on - self.problem.as_of).days

    def date(self, number: int) -> date:
        """Give the date of a day number."""
        return self.problem.as_of + timedelta(days=number)

    @property
    def length(self) -> int:
        """Count the days of the horizon."""
        return self.number(self.problem.until)


class Courses:
    """Lists the courses of one problem, those left out that break a rule whoever rides them."""

    def __init__(self, problem: Problem, rules: Sequence[Rule], *, is_pruned: bool = True) -> None:
        """List the courses of every ship."""
        self._problem = problem
        self._days = Days(problem)
        self._rules = [rule for rule in rules if rule.ref in ALONE]
        self._is_pruned = is_pruned
        self.of = {flight.id: self._courses(flight) for flight in problem.flights.values()}

    @property
    def combinations(self) -> int:
        """Count the choices of one course a ship, those that do not go together included."""
        number = 1
        for courses in self.of.values():
            number *= len(courses)
        return number

    def fleets(self) -> Iterator[tuple[Course, ...]]:
        """Walk the choices of one course a ship that go together."""
        yield from self._joined(list(self.of.values()), ())

    def _joined(
        self, options: list[list[Course]], chosen: tuple[Course, ...]
    ) -> Iterator[tuple[Course, ...]]:
        if not options:
            yield chosen
            return
        for course in options[0]:
            if not self._is_pruned or all(self._go_together(course, one) for one in chosen):
                yield from self._joined(options[1:], (*chosen, course))

    def _courses(self, flight: Flight) -> list[Course]:
        """List the courses of one ship within its life, the published one first."""
        launch, undock = self._days.number(flight.launch_on), self._days.number(flight.undock_on)
        launches = range(self._days.length) if flight.is_ahead else (launch,)
        found = [course for day in launches for course in self._from(flight, day)]
        if self._is_pruned:
            found = [course for course in found if self._is_allowed(course)]
        found.sort(key=lambda c: (abs(c.launch - launch) + abs(c.undock - undock), len(c.ports)))
        return [*found, Course(flight, False)] if flight.is_ahead else found

    def _from(self, flight: Flight, launch: int) -> Iterator[Course]:
        problem = self._problem
        dock = launch + (flight.dock_on - flight.launch_on).days
        back = (flight.land_on - flight.undock_on).days
        waived = [w.bound for w in problem.waivers if (w.rule, w.subject) == ("VL-1", flight.id)]
        life = max(problem.life_days(flight.id, self._days.date(launch)) or 0, *waived, 0)
        for undock in range(max(0, dock + 1), launch + life - back + 1):
            for ports in self._ports(flight, dock, undock):
                yield Course(flight, True, launch, dock, undock, undock + back, ports)

    def _ports(self, flight: Flight, dock: int, undock: int) -> Iterator[PortDays]:
        """List the ways to stand at the ports, with at most one relocation."""
        problem = self._problem
        fits = problem.station.ports_for(flight.vehicle_type)
        is_docked = flight.standing is Standing.DOCKED
        most = problem.bound("PT-3", "most_relocations", flight.id) or 0
        may_move = len(flight.calls) > 1 or (most > 0 and problem.seats(flight.id) > 0)
        for first in (flight.calls[0].port,) if is_docked else fits:
            yield ((first, dock, undock),)
            for day in range(max(0, dock + 1), undock) if may_move else ():
                for second in fits:
                    if second != first:
                        yield (first, dock, day), (second, day, undock)

    def _is_allowed(self, course: Course) -> bool:
        """Ask the rules about the ship alone, then look at what a what-if demands of it."""
        date_of = self._days.date
        flight = FlightPlan(
            flight=course.id,
            vehicle_type=course.flight.vehicle_type,
            status="planned" if course.flight.is_ahead else "docked",
            launch_on=date_of(course.launch),
            dock_on=date_of(course.dock),
            undock_on=date_of(course.undock),
            land_on=date_of(course.land),
            ports=tuple(PortStay(p, date_of(a), date_of(b)) for p, a, b in course.ports),
        )
        alone = Plan(flights=(flight,))
        if any(any(rule.check(alone, self._problem)) for rule in self._rules):
            return False
        demands = [d for d in self._problem.demands if d.subject == course.id]
        return all(self._keeps(course, demand) for demand in demands)

    def _keeps(self, course: Course, demand: Demand) -> bool:
        day = self._days.number(demand.day) if demand.day else 0
        match demand.kind:
            case DemandKind.EARLIEST_LAUNCH | DemandKind.LAUNCH_FROM:
                return course.launch >= day
            case DemandKind.LATEST_LAUNCH:
                return course.launch <= day
            case DemandKind.EARLIEST_UNDOCK:
                return course.undock >= day
            case DemandKind.LATEST_UNDOCK:
                return course.undock <= day
            case DemandKind.PORTS:
                return {port for port, start, _ in course.ports if start >= 0} <= {*demand.ports}
            case DemandKind.PIN_EVENT if demand.event == "relocate":
                return day in course.moves
            case DemandKind.PIN_EVENT:
                return bool(getattr(course, demand.event) == day)
        return True

    def _go_together(self, one: Course, two: Course) -> bool:
        """Leave out courses that cannot stand beside each other, whoever rides them."""
        if not (one.flies and two.flies):
            return True
        return (
            self._are_apart(one, two)
            and self._have_room(one, two)
            and self._launch_in_turn(one, two)
        )

    def _are_apart(self, one: Course, two: Course) -> bool:
        least = self._problem.bound("TR-1", "separation_days", self._problem.station.id) or 0
        return all(abs(a - b) >= least for a in one.events for b in two.events)

    def _have_room(self, one: Course, two: Course) -> bool:
        for port, start, end in one.ports:
            gap = self._problem.bound("PT-1", "gap_days", port) or 0
            for other, other_start, other_end in two.ports:
                if port == other and start < other_end + gap and other_start < end + gap:
                    return False
        return True

    def _launch_in_turn(self, one: Course, two: Course) -> bool:
        """Keep days between launches from one pad, and the published order of a line."""
        first, second = sorted((one, two), key=lambda c: (c.flight.launch_on, c.id))
        if not (one.flight.is_ahead and two.flight.is_ahead):
            return True
        pad, line = one.flight.pad, one.flight.line
        least = self._problem.bound("TR-7", "turnaround_days", pad or "") or 0
        if pad == two.flight.pad and abs(one.launch - two.launch) < least:
            return False
        has_seats = self._problem.seats(one.id) and self._problem.seats(two.id)
        if line is None or line != two.flight.line or not has_seats:
            return True
        return first.launch < second.launch
