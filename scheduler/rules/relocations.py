"""Relocations: a ship changes port only so often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class Relocations(Rule):
    """A ship is relocated at most ``most_relocations`` times from ``as_of`` on.

    Relocations that the facts publish are always allowed.
    """

    code: ClassVar[str] = "relocations"
    ref: ClassVar[str] = "PT-3"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "A ship is relocated at most so many times."
    source: ClassVar[str] = "domain_rules PT-3"

    def post(self, board: Board) -> None:
        """Bound the relocations of every ship that has any to make."""
        for ship in board.ships.values():
            moves = [slot.is_used for slot in ship.slots[1:]]
            if not moves:
                continue
            most = _most(board.problem, ship.id)
            sentence = f"{ship.flight.name} is relocated at most {count(most, 'time')}."
            with self.require(board, ship.id, sentence) as require:
                slack = require.slack("most_relocations", most, len(moves) - most)
                require.add(sum(moves) <= most + slack)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count the relocations of each ship from ``as_of`` on."""
        for flight in plan.flights:
            if flight.flight not in problem.flights or not flight.flies:
                continue
            moves = [stay.from_on for stay in flight.ports[1:] if stay.from_on >= problem.as_of]
            most = _most(problem, flight.flight)
            if len(moves) > most:
                told = f"{flight.flight} is relocated {count(len(moves), 'time')}"
                text = f"{told}; the limit is {most}."
                yield self.finding(flight.flight, text, moves[0], moves[-1])


def _most(problem: Problem, flight: str) -> int:
    published = len(problem.flights[flight].calls) - 1
    return max(problem.bound("PT-3", "most_relocations", flight) or 0, published)
