"""Small worlds for the tests of the bench, and plans of them by a board that only asks for one."""

from __future__ import annotations

from itertools import pairwise

from scheduler.board import Board
from scheduler.domain import Problem
from scheduler.explain.late import Late
from scheduler.rules import RULES
from scheduler.solve import Answer, Engine, hint_published

LIMIT_S = 60.0
LATE_DAYS = 25
OVERLAP_DAYS = range(2, 10)


def keeps_its_dates(problem: Problem) -> bool:
    """Say whether a plan that keeps every rule has all flights on their published days."""
    return on_its_dates(problem).has_plan


def on_its_dates(problem: Problem) -> Answer:
    """Ask for a plan on the published days, and at the published ports where there are any."""
    board = Board(problem, is_narrow=False)
    late = Late(board, RULES)
    for ship in board.ships.values():
        flight = ship.flight
        board.model.add(ship.undock.expr == board.calendar.day(flight.undock_on))
        board.model.add(ship.launch.expr == board.calendar.day(flight.launch_on))
        if flight.calls:
            board.model.add(ship.slots[0].at[flight.calls[0].port] == 1)
        for slot in ship.slots[1:]:
            board.model.add(slot.is_used == 0)
    return mended(board, late)


def has_a_plan(problem: Problem) -> bool:
    """Say whether a plan that keeps every rule is found from the published days on."""
    board = Board(problem)
    late = Late(board, RULES)
    hint_published(board)
    return mended(board, late).has_plan


def has_a_regular_plan(problem: Problem) -> bool:
    """Say whether a plan is found with usual handovers, and no ship long after its nominal days.

    What is asked beyond the rules only narrows the search, so a plan that is found is one.
    """
    board = Board(problem)
    late = Late(board, RULES)
    for line in problem.station.lines:
        for one, following in pairwise(problem.line_of(line)):
            overlap = board.ships[one.id].undock.expr - board.ships[following.id].dock.expr
            board.model.add(overlap >= OVERLAP_DAYS.start)
            board.model.add(overlap < OVERLAP_DAYS.stop)
    for ship in board.ships.values():
        flight, day = ship.flight, board.calendar.day
        board.model.add(ship.launch.expr <= day(flight.launch_on) + LATE_DAYS)
        if flight.line is None:
            board.model.add(ship.undock.expr <= day(flight.undock_on) + LATE_DAYS)
    return mended(board, late).has_plan


def mended(board: Board, late: Late) -> Answer:
    """Solve until the plan keeps the daily rules as well."""
    engine = Engine(LIMIT_S, workers=1)
    while True:
        answer = engine.solve(board.model)
        if not (answer.has_plan and late.mend(answer.values)):
            return answer


def number_of_requirements(problem: Problem) -> int:
    """Count the requirements of a problem."""
    board = Board(problem, has_switches=True)
    Late(board, RULES)
    return len(board.switches)
