"""Small worlds for the tests of the bench, and what is published for them as a plan."""

from __future__ import annotations

from scheduler.board import Board
from scheduler.domain import Problem
from scheduler.explain.late import Late
from scheduler.rules import RULES
from scheduler.solve import Engine


def keeps_its_dates(problem: Problem) -> bool:
    """Say whether a plan that keeps every rule has all flights on their published days."""
    board = Board(problem, is_narrow=False)
    late = Late(board, RULES)
    for ship in board.ships.values():
        flight = ship.flight
        board.model.add(ship.undock.expr == board.calendar.day(flight.undock_on))
        board.model.add(ship.launch.expr == board.calendar.day(flight.launch_on))
        board.model.add(ship.slots[0].at[flight.calls[0].port] == 1)
        for slot in ship.slots[1:]:
            board.model.add(slot.is_used == 0)
    while True:
        answer = Engine(60.0, workers=1).solve(board.model)
        if not (answer.has_plan and late.mend(answer.values)):
            return answer.has_plan


def number_of_requirements(problem: Problem) -> int:
    """Count the requirements of a problem."""
    board = Board(problem, has_switches=True)
    Late(board, RULES)
    return len(board.switches)
