"""People aboard on each day, in all and by segment, as linear expressions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import accumulate

from ortools.sat.python import cp_model

from scheduler.board.crews import LineQueue
from scheduler.board.literals import Literal, Number
from scheduler.board.people import SeatGroup
from scheduler.board.presence import Presence
from scheduler.board.seats import Seats, settled_aboard, settled_riders
from scheduler.board.ships import Ship
from scheduler.domain import Problem


@dataclass(frozen=True)
class Load:
    """Settled people who are aboard while their ship is docked, if it brings them."""

    ship: Ship
    is_brought: Literal
    by_segment: tuple[tuple[str, int], ...]

    def people(self, segment: str | None) -> int:
        """Count the people of one segment, or all."""
        return sum(number for name, number in self.by_segment if segment in (None, name))


class Headcount:
    """Counts people by day; expressions are made when they are first asked for."""

    def __init__(
        self,
        model: cp_model.CpModel,
        problem: Problem,
        ships: dict[str, Ship],
        queues: tuple[LineQueue, ...],
        seats: Seats,
        presence: Presence,
    ) -> None:
        """Sort the settled people into loads, alike crews of one ship together."""
        self._model = model
        self._seats = seats
        self._presence = presence
        self._present: dict[tuple[int, int], Number] = {}
        self._parts: dict[tuple[str, str, int], Number] = {}
        self.loads: list[Load] = []
        for ship in ships.values():
            if not ship.flight.is_ahead:
                people = settled_aboard(problem, seats.groups, ship.id)
                self._add(ship, True, _by_segment(problem, people))
        for queue in queues:
            for ship in queue.ships:
                self._add_crews(problem, queue, ship)

    def _add_crews(self, problem: Problem, queue: LineQueue, ship: Ship) -> None:
        alike: dict[tuple[tuple[str, int], ...], list[Literal]] = {}
        for crew, literal in queue.loads(ship.id):
            people = settled_riders(
                problem, self._seats.groups, ship.id, problem.any_flight(crew).crew
            )
            alike.setdefault(_by_segment(problem, people), []).append(literal)
        for by_segment, literals in alike.items():
            if len(alike) == 1:
                self._add(ship, queue.is_crewed[ship.id], by_segment)
                continue
            one = self._model.new_bool_var(f"load:{ship.id}:{len(self.loads)}")
            self._model.add(sum(literals) == one)
            self._add(ship, one, by_segment)

    def _add(self, ship: Ship, literal: Literal, by_segment: tuple[tuple[str, int], ...]) -> None:
        if by_segment:
            self.loads.append(Load(ship, literal, by_segment))

    def aboard(
        self, day: int, segment: str | None = None, ships: Collection[str] | None = None
    ) -> Number:
        """Count the people aboard on a day, of one segment or of all.

        Given ships, the settled people of no others are counted, so there may be more.
        """
        settled = [
            load.people(segment) * self._is_present(number, load, day)
            for number, load in enumerate(self.loads)
            if load.people(segment) and (ships is None or load.ship.id in ships)
        ]
        loose = [self._loose(group, segment, day) for group in self._seats.groups]
        return sum([*settled, *loose])

    def _loose(self, group: SeatGroup, segment: str | None, day: int) -> Number:
        """Count the people of a seat group; those of its first segment are what the rest leaves."""
        first, *others = dict.fromkeys(one.segment for one in group.classes)
        if segment is None or (segment == first and not others):
            return self._seats.aboard(group, day)
        if segment == first:
            rest = [self._loose(group, other, day) for other in others]
            return self._seats.aboard(group, day) - sum(rest)
        key = (group.id, segment, day)
        if key not in self._parts:
            classes = tuple(one for one in group.classes if one.segment == segment)
            self._parts[key] = self._presence.aboard(group, classes, day) if classes else 0
        return self._parts[key]

    def counted(self, value: Callable[[Number], int], days: range) -> list[int]:
        """Count the people aboard on each day of a solution, given as the value of each number."""
        steps = [0] * (len(days) + 1)
        for load in self.loads:
            if value(load.is_brought) and value(load.ship.flies):
                dock, undock = _stay(load.ship, value)
                for day, sign in ((dock, 1), (undock, -1)):
                    steps[min(max(day, 0), len(days))] += sign * load.people(None)
        settled = list(accumulate(steps[:-1]))
        return [
            settled[day]
            + sum(value(self._seats.aboard(group, day)) for group in self._seats.groups)
            for day in days
        ]

    def ships_there(self, value: Callable[[Number], int], days: range) -> frozenset[str]:
        """Name the ships with settled people that are there on some of the days of a solution."""
        stays = {load.ship.id: _stay(load.ship, value) for load in self.loads}
        return frozenset(
            ship
            for ship, (dock, undock) in stays.items()
            if dock < days.stop and days.start < undock
        )

    def _is_present(self, number: int, load: Load, day: int) -> Number:
        """Give 1 when the load is aboard on the day, else 0."""
        docked = load.ship.docked_sum(day)
        if load.is_brought is True or load.is_brought is load.ship.flies:
            return docked
        if load.is_brought is False or isinstance(docked, int):
            return docked and load.is_brought
        if (number, day) not in self._present:
            brought = load.is_brought
            present = self._model.new_bool_var(f"present:{load.ship.id}:{number}:{day}")
            self._model.add(present <= docked)
            self._model.add_implication(present, brought)
            self._model.add(present >= docked + brought - 1)
            self._present[number, day] = present
        return self._present[number, day]


def _stay(ship: Ship, value: Callable[[Number], int]) -> tuple[int, int]:
    return value(ship.dock.expr), value(ship.undock.expr)


def _by_segment(problem: Problem, people: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    segments = [problem.home_segment(person) for person in people]
    return tuple((name, segments.count(name)) for name in sorted(set(segments)))
