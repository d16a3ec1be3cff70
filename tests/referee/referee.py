"""The referee: the best plan of a tiny world, found by listing all plans, without a solver.

It shares no code with ``board``, ``solve`` or the ``post`` of any rule. What a plan is worth is
said by the rules' ``check`` (through ``audit``) and the goals' ``score``: they judge every plan
that the referee would call the best so far, and the referee must have counted the same. All
else only leaves out early what they would reject or rank lower: courses of ships are listed one
by one, put together where they go together, then people get their rides, then their seats.

Modelling rules of the README that are in no rule's ``check`` are applied here as well: settled
people keep their seat and land in their own ship, crews are cut to the places of their ship by
``riders``, and nobody leaves before they have come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from scheduler.audit import audit, breaches
from scheduler.domain import Finding, Handover, Plan, Problem
from scheduler.goals import goals_in_order
from scheduler.rules import RULES, Rule
from tests.referee.counting import Counter, Vector
from tests.referee.courses import Course, Courses, Days, Fleet
from tests.referee.rides import Riders, Rides
from tests.referee.seating import AWAY, NO_SEAT, Seater, Seating
from tests.referee.writing import Writer

PARTS = {
    "seats": ("G4", "G3", "G2", "G1"),
    "change": ("crews_waiting", "flights", "days"),
    "handover": ("gap_days", "short_days"),
    "extension": ("longest", "total"),
    "margin": ("days",),
    "moves": ("seat_moves", "relocations"),
}


@dataclass(frozen=True)
class Best:
    """The best vector, the plans that reach it, and the numbers that rank those plans."""

    vector: Vector
    plans: tuple[Plan, ...]
    canonical: tuple[int, ...]


@dataclass
class Judged:
    """How many plans were judged, and what was said against those that are no plans."""

    plans: int = 0
    refused: list[tuple[Plan, Finding]] = field(default_factory=list)


class Referee:
    """Finds the best plan of one problem."""

    def __init__(self, problem: Problem, rules: Sequence[Rule] = RULES) -> None:
        """List nothing yet."""
        self.problem = problem
        self.rules = rules
        self.judged = Judged()
        self.riders = Riders(problem)
        self.counter = Counter(problem, self.riders)
        self.seater = Seater(problem, self.riders, self.counter)
        self.writer = Writer(problem, self.counter, self.seater)
        self.courses = Courses(problem, rules)
        self._order = [goal.code for goal in goals_in_order(problem.goals)]

    def best(self) -> Best | None:
        """Find the best plan of all; none where there is no plan."""
        best: Vector | None = None
        ties: list[tuple[tuple[int, ...], Plan]] = []
        for fleets in self._alike():
            flying = frozenset(ship for ship, course in fleets[0].items() if course.flies)
            for rides in self.riders.of(flying):
                for fleet, vector, plan in self._plans(fleets, rides, best):
                    if best is None or vector < best:
                        best, ties = vector, []
                    if vector == best:
                        ties.append((self.canonical(fleet), plan))
        if best is None:
            return None
        ties.sort(key=lambda tie: tie[0])
        return Best(best, tuple(plan for _, plan in ties), ties[0][0])

    def plan_of(self, fleet: Fleet, rides: Rides) -> Plan | None:
        """Write the plan of some courses and rides, with the best seats; none if it is unsound."""
        seating = self.seater.best(fleet, rides)
        if self._known(fleet, rides) is None or seating is None:
            return None
        return self._judge(fleet, rides, seating, self.counter.handovers(fleet, rides))

    def _alike(self) -> list[list[Fleet]]:
        """Put the fleets together that differ in ports only, the least changed first."""
        groups: dict[tuple[tuple[bool, int, int], ...], list[Fleet]] = {}
        for courses in self.courses.fleets():
            dates = tuple(course.dates for course in courses)
            groups.setdefault(dates, []).append({course.id: course for course in courses})
        return sorted(
            groups.values(), key=lambda fleets: self.counter.change(fleets[0], (), has_ports=False)
        )

    def _plans(
        self, fleets: list[Fleet], rides: Rides, best: Vector | None
    ) -> Iterator[tuple[Fleet, Vector, Plan]]:
        """Walk the plans of alike fleets that are as good as the best so far, or better."""
        cost = self._known(fleets[0], rides)
        if cost is None or self._is_worse(cost, best):
            return
        seating = self.seater.best(fleets[0], rides)
        if seating is None:
            return
        cost |= {"seats": seating.grades, "moves": (seating.moves, 0)}
        if self._is_worse(cost, best):
            return
        handovers = self.counter.handovers(fleets[0], rides)
        for fleet in fleets:
            relocations = sum(len(course.moves) for course in fleet.values())
            cost["moves"] = (seating.moves, relocations)
            cost["change"] = self.counter.change(fleet, rides, has_ports=True)
            vector = self._vector(cost)
            if best is not None and vector > best:
                continue
            plan = self._judge(fleet, rides, seating, handovers)
            if plan is not None:
                assert vector == self.score(plan), (vector, self.score(plan), plan)
                best = vector
                yield fleet, vector, plan

    def _known(self, fleet: Fleet, rides: Rides) -> dict[str, Vector] | None:
        """Count all goals but seats and moves; none where a rule forbids the rides."""
        if not self.counter.is_allowed(fleet, rides):
            return None
        staffing = self.counter.staffing(self.counter.stays(fleet, rides))
        handover = self.counter.handover(self.counter.handovers(fleet, rides))
        if staffing is None or handover is None:
            return None
        return {
            "seats": (0,) * 4,
            "staffing": staffing,
            "change": self.counter.change(fleet, rides, has_ports=False),
            "handover": handover,
            "extension": self.counter.extension(fleet, rides),
            "margin": self.counter.margin(fleet),
            "moves": (0, 0),
        }

    def _is_worse(self, cost: dict[str, Vector], best: Vector | None) -> bool:
        return best is not None and self._vector(cost) > best

    def _vector(self, cost: dict[str, Vector]) -> Vector:
        return tuple(number for code in self._order for number in cost[code])

    def _judge(
        self, fleet: Fleet, rides: Rides, seating: Seating, handovers: list[Handover]
    ) -> Plan | None:
        """Write a plan and ask the audit; remember what is said against it."""
        plan = self.writer.plan(fleet, rides, seating, handovers)
        self.judged.plans += 1
        broken = breaches(audit(plan, self.problem, self.rules))
        if broken:
            self.judged.refused.append((plan, broken[0]))
        return None if broken else plan

    def score(self, plan: Plan) -> Vector:
        """Ask the goals what a plan is worth, part by part."""
        found: list[int] = []
        for goal in goals_in_order(self.problem.goals):
            told = goal.score(plan, self.problem)
            parts = PARTS.get(goal.code, tuple(self.problem.station.segments))
            found += [told[part] for part in parts]
        return tuple(found)

    def canonical(self, fleet: Fleet) -> tuple[int, ...]:
        """Give the numbers by which equally good plans are ranked, those of the ships only.

        Flights in order of id: launch, undocking, first port; then the port and day of a
        relocation. What does not fly launches on ``until``.
        """
        return canonical(self.problem, list(fleet.values()))

    def plain_plans(self) -> Iterator[Plan]:
        """Walk every plan that can be written at all, good or bad, each only once."""
        courses = Courses(self.problem, self.rules, is_pruned=False)
        riders = Riders(self.problem, is_pruned=False)
        for chosen in courses.fleets():
            fleet = {course.id: course for course in chosen}
            flying = frozenset(course.id for course in chosen if course.flies)
            for rides in riders.of(flying):
                handovers = self.counter.handovers(fleet, rides)
                for seating in self._plain_seatings(fleet, rides):
                    yield self.writer.plan(fleet, rides, seating, handovers)

    def _plain_seatings(self, fleet: Fleet, rides: Rides) -> Iterator[Seating]:
        stays = self.counter.stays(fleet, rides)
        people = [ride.person for ride in self.seater.loose(rides)]
        ships = [c.id for c in fleet.values() if c.flies and self.problem.seats(c.id)]
        options = [
            [*ships, NO_SEAT] if day in stays[person] else [AWAY]
            for day in range(self.seater.length)
            for person in people
        ]
        for places in product(*options):
            size = len(people)
            days = tuple(
                places[day * size : day * size + size] for day in range(self.seater.length)
            )
            yield Seating(tuple(people), (), 0, days)


def canonical(problem: Problem, fleet: list[Course]) -> tuple[int, ...]:
    """Give the numbers of the ships by which equally good plans are ranked."""
    ports = {port: place for place, port in enumerate(problem.station.ports)}
    numbers: list[int] = []
    for course in fleet:
        transit = (course.flight.dock_on - course.flight.launch_on).days
        launch = course.launch if course.flies else Days(problem).length
        undock = course.undock if course.flies else launch + transit + 1
        places = [ports[port] for port, _, _ in course.ports]
        first, second = [*places, 0, 0][:2]
        numbers += [launch, undock, first, second, *(course.moves or [undock])]
    return tuple(numbers)
