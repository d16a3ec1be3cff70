"""The search: a problem in, the one plan that is best by all goals out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scheduler.board import Board
from scheduler.domain import Problem
from scheduler.rules import Rule
from scheduler.solve.engine import Engine
from scheduler.solve.lexicographic import LexicographicSearch, Outcome, Progress

LONG_LINE = 12
"""Ships of a line still to come beyond which pairs of ship and crew are left out at first."""
MOST_WAITING = 2
"""Crews of a line that may wait while they are; a better plan with more is never missed."""


def search(
    problem: Problem, rules: Sequence[Rule], engine: Engine, progress: Progress | None = None
) -> Outcome:
    """Find the one plan that is best by all goals in their order.

    Parameters
    ----------
    progress
        Called with the goal in hand, its best value and its bound.

    Returns
    -------
    Optimal when every goal is proved; feasible with the goals proved so far when the time runs
    out; infeasible only when proved; else undecided.
    """
    progress = progress or _silent
    if _is_long(problem):
        board = Board(problem, most_waiting=MOST_WAITING)
        outcome = LexicographicSearch(board, rules, engine, progress).run()
        if _beats_left_out(outcome):
            return outcome
    return LexicographicSearch(Board(problem), rules, engine, progress).run()


def _is_long(problem: Problem) -> bool:
    """Say whether a line has so many ships that most pairs of ship and crew may be left out."""
    ahead = Counter(flight.line for flight in problem.flights.values() if flight.is_ahead)
    return any(number > LONG_LINE for line, number in ahead.items() if line)


def _beats_left_out(outcome: Outcome) -> bool:
    """Say whether a plan beats each one in which more than ``MOST_WAITING`` crews wait.

    It does where every goal before ``change`` is at zero, which nothing beats, and where no more
    crews wait than that: crews that wait are what ``change`` counts first.
    """
    for result in outcome.goals:
        if result.goal == "change":
            return result.parts[0].value <= MOST_WAITING
        if any(part.value for part in result.parts):
            return False
    return False


def _silent(_goal: str, _best: str, _bound: str) -> None:
    """Tell nobody."""
