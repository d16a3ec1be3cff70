"""The crews on the board: which crew goes up on which ship of its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ortools.sat.python import cp_model

from scheduler.board.literals import Literal, Number
from scheduler.board.ships import Ship
from scheduler.domain import Problem, Uncrewed, places_up


@dataclass(frozen=True)
class LineQueue:
    """The ships of one line still to launch, and the crews that wait for them, in order.

    ``carries[ship, crew]`` says that the ship brings the crew; a crew is named by the flight
    that is published for it. ``crews_before`` counts the crews that went up on ships before.
    ``most_idle`` bounds the ships that go without a crew. A flight without a line is a queue of
    its own.
    """

    line: str
    ships: tuple[Ship, ...]
    crews: tuple[str, ...]
    is_crewed: dict[str, Literal]
    carries: dict[tuple[str, str], Literal]
    crews_before: dict[str, Number]
    most_idle: int

    def carriers(self, crew: str) -> Sequence[tuple[Ship, Literal]]:
        """List the ships that may bring a crew."""
        return self._carriers.get(crew, ())

    def loads(self, ship_id: str) -> Sequence[tuple[str, Literal]]:
        """List the crews that a ship may bring."""
        return self._loads.get(ship_id, ())

    @cached_property
    def _carriers(self) -> dict[str, list[tuple[Ship, Literal]]]:
        ships = {ship.id: ship for ship in self.ships}
        found: dict[str, list[tuple[Ship, Literal]]] = {}
        for (ship, crew), literal in self.carries.items():
            found.setdefault(crew, []).append((ships[ship], literal))
        return found

    @cached_property
    def _loads(self) -> dict[str, list[tuple[str, Literal]]]:
        found: dict[str, list[tuple[str, Literal]]] = {}
        for (ship, crew), literal in self.carries.items():
            found.setdefault(ship, []).append((crew, literal))
        return found


def make_queues(
    model: cp_model.CpModel, problem: Problem, ships: dict[str, Ship], most_waiting: int | None
) -> tuple[LineQueue, ...]:
    """Make one queue a line, and one for each crewed flight that belongs to no line.

    Parameters
    ----------
    most_waiting
        Leave out the plans in which more crews of a line than this wait beyond the horizon.
    """
    ahead = [s for s in ships.values() if s.flight.is_ahead and problem.seats(s.id) > 0]
    names = dict.fromkeys(ship.flight.line or ship.id for ship in ahead)
    return tuple(
        _make_queue(
            model,
            problem,
            name,
            sorted(
                (ship for ship in ahead if (ship.flight.line or ship.id) == name),
                key=lambda ship: (ship.flight.launch_on, ship.id),
            ),
            most_waiting,
        )
        for name in names
    )


def _make_queue(
    model: cp_model.CpModel,
    problem: Problem,
    line: str,
    ships: list[Ship],
    most_waiting: int | None,
) -> LineQueue:
    waiting = [*problem.cancelled, *(ship.flight for ship in ships)]
    crews = sorted(
        (f for f in waiting if (f.line or f.id) == line and f.crew),
        key=lambda flight: (flight.launch_on, flight.id),
    )
    most_idle = len(ships)
    if most_waiting is not None:
        most_idle = min(most_idle, max(0, len(ships) - len(crews) + most_waiting))
    is_crewed: dict[str, Literal] = {}
    carries: dict[tuple[str, str], Literal] = {}
    for place, ship in enumerate(ships):
        has_room = places_up(problem, ship.id) > 0
        in_turn = crews if most_waiting is None else crews[max(0, place - most_idle) : place + 1]
        due = [c.id for c in in_turn if has_room and c.launch_on <= ship.flight.launch_on]
        must_carry = ship.flight.uncrewed is Uncrewed.FORBIDDEN and ship.flight.crew and has_room
        is_crewed[ship.id] = (
            ship.flies if must_carry else model.new_bool_var(f"crewed:{ship.id}") if due else False
        )
        for crew in due:
            carries[ship.id, crew] = model.new_bool_var(f"carries:{ship.id}:{crew}")
        model.add(sum(carries[ship.id, crew] for crew in due) == is_crewed[ship.id])
        if not must_carry and due:
            model.add(is_crewed[ship.id] <= ship.flies)
    queue = LineQueue(
        line,
        tuple(ships),
        tuple(crew.id for crew in crews),
        is_crewed,
        carries,
        _crews_before(model, ships, is_crewed),
        most_idle,
    )
    for crew in queue.crews:
        model.add_at_most_one(literal for _, literal in queue.carriers(crew))
    return queue


def _crews_before(
    model: cp_model.CpModel, ships: list[Ship], is_crewed: dict[str, Literal]
) -> dict[str, Number]:
    """Count, for each ship, the ones before it that carry a crew."""
    before: Number = 0
    counted: dict[str, Number] = {}
    for place, ship in enumerate(ships):
        counted[ship.id] = before
        after = model.new_int_var(0, place + 1, f"crews-till:{ship.id}")
        model.add(after == before + is_crewed[ship.id])
        before = after
    return counted
