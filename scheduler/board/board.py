"""The board: everything that may be decided in one problem, and nothing that is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property

from ortools.sat.python import cp_model, cp_model_helper

from scheduler.board.calendar import Calendar
from scheduler.board.crews import LineQueue, make_queues
from scheduler.board.grades import Grades
from scheduler.board.handovers import (
    PossibleHandover,
    Relieved,
    possible_handovers,
    relieved,
)
from scheduler.board.headcount import Headcount
from scheduler.board.limits import narrow, wide
from scheduler.board.literals import Literal, Number, Timepoint, conjunction, negate
from scheduler.board.moves import seat_moves
from scheduler.board.people import health_days, seat_groups
from scheduler.board.presence import Presence
from scheduler.board.requirement import RequirementScope, Slack
from scheduler.board.rides import Rides
from scheduler.board.seats import SeatMaker, least_settled, settled_aboard, settled_riders
from scheduler.board.ships import Ship, make_ship
from scheduler.domain import Flight, HealthState, Problem, Requirement
from scheduler.units import FAR_DAYS


class Board:
    """The CP-SAT variables of one problem.

    Parameters
    ----------
    problem
        What is to be planned.
    has_switches
        Give each requirement a switch.
    has_slacks
        Let the numbers of requirements give way, each by its slack.
    is_narrow
        Leave out beforehand what the rules would cut anyway: days, places in full ships, and
        relocations. A board with switches or slacks, or with some requirements only, leaves
        nothing out.
    only
        Post these requirements and drop the others.
    most_waiting
        Leave out the plans in which more crews of a line than this wait beyond the horizon. Crews
        keep their order, so each has few ships that may bring it, where else it had them all.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        has_switches: bool = False,
        has_slacks: bool = False,
        is_narrow: bool = True,
        only: frozenset[Requirement] | None = None,
        most_waiting: int | None = None,
    ) -> None:
        """Make all variables on an empty model."""
        self.problem = problem
        self.model = cp_model.CpModel()
        self.calendar = _calendar(problem)
        self._has_switches = has_switches
        self._only = only
        is_narrow = is_narrow and not has_switches and not has_slacks and only is None
        self.is_narrow = is_narrow
        self.switches: dict[Requirement, cp_model.IntVar] = {}
        self.slacks: dict[tuple[Requirement, str, int], Slack] = {}
        self._has_slacks = has_slacks
        self._handovers: tuple[PossibleHandover, ...] | None = None
        self._lands_people: dict[str, Literal] = {}
        self.reliefs: dict[str, Relieved] = {}
        self.ships: dict[str, Ship] = {}
        for flight in problem.flights.values():
            limits = (
                narrow(problem, self.calendar, flight)
                if is_narrow
                else wide(problem, self.calendar, flight)
            )
            ship = make_ship(self.model, problem, self.calendar, flight, limits)
            self.ships[flight.id] = ship
        self.queues = make_queues(self.model, problem, self.ships, most_waiting)
        self._queues = {ship.id: queue for queue in self.queues for ship in queue.ships}
        groups = seat_groups(problem)
        self.seats = SeatMaker(
            self.model,
            problem,
            self.calendar,
            self.ships,
            self.queues,
            groups,
            is_narrow=is_narrow,
        ).make()
        presence = Presence(self.model, problem, self.ships, self.queues, self.seats)
        presence.balance(self.days)
        self.headcount = Headcount(
            self.model, problem, self.ships, self.queues, self.seats, presence
        )
        if not has_switches:
            self._handovers = tuple(possible_handovers(self))

    @property
    def days(self) -> range:
        """Give the days of the horizon."""
        return range(self.calendar.length)

    @contextmanager
    def requirement(self, requirement: Requirement) -> Iterator[RequirementScope]:
        """Open a requirement, for the first time or again; what is added inside belongs to it."""
        slacks = self.slacks if self._has_slacks else None
        switch, is_held = self._switch(requirement), self.problem.is_waived_for_days
        yield RequirementScope(self.model, requirement, switch, slacks, is_held)

    def _switch(self, requirement: Requirement) -> Literal:
        """Give the switch of a requirement, made when it is first opened."""
        if self._only is not None:
            return requirement in self._only
        if not self._has_switches:
            return True
        if requirement not in self.switches:
            self.switches[requirement] = self.model.new_bool_var(f"on:{len(self.switches)}")
        return self.switches[requirement]

    def interval(
        self,
        start: Number,
        size: Number,
        end: Number,
        is_present: Literal,
        name: str,
    ) -> cp_model.IntervalVar:
        """Make an interval that exists while a literal holds."""
        size = self._single(size, 0, f"size:{name}")
        end = self._single(end, -FAR_DAYS, f"end:{name}")
        if is_present is True:
            return self.model.new_interval_var(start, size, end, name)
        return self.model.new_optional_interval_var(start, size, end, is_present, name)

    def sooner(self, timepoint: Timepoint, days: Number, name: str) -> Timepoint:
        """Give a timepoint some days earlier, where the number of days may be open."""
        if isinstance(days, int):
            return timepoint.later(-days)
        moved = Timepoint.open(self.model, 0, timepoint.most, name)
        self.model.add(moved.expr >= timepoint.expr - days)
        return moved

    def _single(self, expr: Number, least: int, name: str) -> Number:
        """Give a sum as one variable, which is all that an interval takes."""
        if not isinstance(expr, cp_model_helper.SumArray):
            return expr
        var = self.model.new_int_var(least, FAR_DAYS, name)
        self.model.add(var == expr)
        return var

    def queue_of(self, ship_id: str) -> LineQueue | None:
        """Give the queue that a ship still to launch belongs to; one without seats has none."""
        return self._queues.get(ship_id)

    def is_crewed(self, ship_id: str) -> Literal:
        """Say whether a ship carries people up; true for one that has done so."""
        queue = self.queue_of(ship_id)
        return queue.is_crewed[ship_id] if queue else bool(self.ships[ship_id].flight.crew)

    def settled_in(self, ship_id: str) -> Number:
        """Count the settled people who hold their seat in a ship while it is docked."""
        groups = self.seats.groups
        if not self.ships[ship_id].flight.is_ahead:
            return len(settled_aboard(self.problem, groups, ship_id))
        loads: dict[int, list[Literal]] = {}
        queue = self.queue_of(ship_id)
        for crew, literal in queue.loads(ship_id) if queue else ():
            people = self.problem.any_flight(crew).crew
            number = len(settled_riders(self.problem, groups, ship_id, people))
            loads.setdefault(number, []).append(literal)
        if len(loads) == 1:
            return next(iter(loads)) * self.is_crewed(ship_id)
        return sum(number * sum(literals) for number, literals in loads.items())

    @cached_property
    def grades(self) -> Grades:
        """Count people by seat grade."""
        settled = {ship: self.settled_in(ship) for ship in self.ships}
        return Grades(
            self.model,
            self.problem,
            self.calendar,
            self.ships,
            self.seats,
            settled,
            self.is_narrow,
        )

    @property
    def handovers(self) -> tuple[PossibleHandover, ...]:
        """List the handovers that may happen; of a board with switches, where it is asked."""
        if self._handovers is None:
            self._handovers = tuple(possible_handovers(self))
        return self._handovers

    def relieved(self, incoming: Flight) -> Relieved:
        """Give the crew that a flight's relieves: that of the nearest ship before it that flies."""
        return relieved(self, incoming)

    @property
    def counts_seat_moves(self) -> bool:
        """Say whether seat moves are counted: they are from the first time they are asked for."""
        return "seat_moves" in self.__dict__

    @cached_property
    def seat_moves(self) -> dict[tuple[str, str, int], cp_model.IntVar]:
        """Count the seats moved into each ship on each day, by group."""
        return seat_moves(self)

    @cached_property
    def rides(self) -> Rides:
        """Tell in which ways people may come up and land."""
        return Rides(self)

    def health_periods(self, ship_id: str) -> list[tuple[int, int, HealthState]]:
        """Split the days from ``as_of`` on by the health of a ship, ``[first, end)`` each."""
        starts = [self.calendar.day(day) for day in health_days(self.problem, ship_id)]
        ends = [*starts[1:], self.calendar.end + 1]
        return [
            (first, end, self.problem.health_on(ship_id, self.calendar.date(first)))
            for first, end in zip(starts, ends, strict=True)
        ]

    def negate(self, literal: Literal) -> Literal:
        """Turn a literal round."""
        return negate(literal)

    def all_of(self, literals: Iterable[Literal], name: str) -> Literal:
        """Give a literal that holds exactly when all of them do."""
        return conjunction(self.model, literals, name)

    def new_literal(self, name: str) -> cp_model.IntVar:
        """Make a free choice between two ways to keep a rule."""
        return self.model.new_bool_var(name)

    def new_number(self, least: int, most: int, name: str) -> cp_model.IntVar:
        """Make a number to count with."""
        return self.model.new_int_var(least, most, name)

    def lands_people(self, ship_id: str) -> Literal:
        """Say whether anybody lands in a ship."""
        if ship_id not in self._lands_people:
            ship, people = self.ships[ship_id], self.landing_in(ship_id)
            if isinstance(people, int):
                self._lands_people[ship_id] = people > 0
            elif least_settled(self.problem, self.queues, self.seats.groups, ship):
                self._lands_people[ship_id] = True
            else:
                literal = self.model.new_bool_var(f"lands-people:{ship_id}")
                self.model.add(people >= 1).only_enforce_if(literal)
                self.model.add(people == 0).only_enforce_if(~literal)
                self._lands_people[ship_id] = literal
        return self._lands_people[ship_id]

    def landing_in(self, ship_id: str) -> Number:
        """Count the people who land in a ship."""
        loose = sum(landing.number for landing in self.seats.landing_in(ship_id))
        return self.settled_in(ship_id) + loose


def _calendar(problem: Problem) -> Calendar:
    undockings = [flight.undock_on for flight in problem.flights.values()]
    return Calendar(problem.as_of, problem.until, max([problem.until, *undockings]))
