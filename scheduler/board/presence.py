"""Who of a seat group is aboard: how many have come, and gone, by a day."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from scheduler.board.crews import LineQueue
from scheduler.board.literals import Literal, Number, conjunction
from scheduler.board.people import PeopleClass, SeatGroup
from scheduler.board.seats import Seats, riding
from scheduler.board.ships import Ship
from scheduler.domain import Problem


class Presence:
    """Counts people of one seat group day by day; what it needs is made when first asked for."""

    def __init__(
        self,
        model: cp_model.CpModel,
        problem: Problem,
        ships: dict[str, Ship],
        queues: tuple[LineQueue, ...],
        seats: Seats,
    ) -> None:
        """Keep what comings and goings are told by."""
        self._model = model
        self._problem = problem
        self._ships = ships
        self._queues = queues
        self._seats = seats
        self._come: dict[tuple[str, str, int], Literal] = {}
        self._leaving: dict[tuple[PeopleClass, ...], list[tuple[Ship, Number]]] = {}

    def balance(self, days: Iterable[int]) -> None:
        """Have everybody aboard hold one seat or none on each day."""
        for group in self._seats.groups:
            for day in days:
                aboard = self.aboard(group, group.classes, day)
                self._model.add(self._seats.aboard(group, day) == aboard)

    def aboard(self, group: SeatGroup, classes: tuple[PeopleClass, ...], day: int) -> Number:
        """Count the people of some classes of a group who are aboard on a day."""
        return self._come_by(group, classes, day) - self._gone_by(classes, day)

    def _come_by(self, group: SeatGroup, classes: tuple[PeopleClass, ...], day: int) -> Number:
        if group.crew is None:
            people = sum(one.size for one in classes)
            brought = self._ships.get(group.came_in)
            return people * brought.dock.by(day) if brought else people
        return sum(
            sum(riding(self._problem, ship.id, group, one) for one in classes)
            * self._has_come(ship, group.crew, literal, day)
            for queue in self._queues
            for ship, literal in queue.carriers(group.crew)
        )

    def _has_come(self, ship: Ship, crew: str, literal: Literal, day: int) -> Literal:
        """Say whether a ship has brought a crew by a day."""
        key = (ship.id, crew, day)
        if key not in self._come:
            self._come[key] = conjunction(
                self._model, (literal, ship.dock.by(day)), f"come:{ship.id}:{crew}:{day}"
            )
        return self._come[key]

    def _gone_by(self, classes: tuple[PeopleClass, ...], day: int) -> Number:
        size = sum(one.size for one in classes)
        return sum(self._gone_in(ship, people, size, day) for ship, people in self._leaves(classes))

    def _leaves(self, classes: tuple[PeopleClass, ...]) -> list[tuple[Ship, Number]]:
        """List the ships that may bring some classes home, each with how many it does."""
        if classes not in self._leaving:
            landings: dict[str, list[cp_model.IntVar]] = {}
            for one in self._seats.landings:
                if one.ship is not None and one.people in classes:
                    landings.setdefault(one.ship.id, []).append(one.number)
            self._leaving[classes] = [
                (self._ships[ship], sum(numbers)) for ship, numbers in landings.items()
            ]
        return self._leaving[classes]

    def _gone_in(self, ship: Ship, people: Number, size: int, day: int) -> Number:
        """Count those of ``people``, at most ``size``, who have left in one ship by a day."""
        has_left = ship.undock.by(day)
        if isinstance(has_left, bool):
            return people if has_left else 0
        gone = self._model.new_int_var(0, size, f"gone:{ship.id}:{day}")
        self._model.add(gone <= people)
        self._model.add(gone >= people - size + size * has_left)
        self._model.add(gone <= size * has_left)
        return gone
