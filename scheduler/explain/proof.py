"""Proofs on a fresh board without switches, which owe nothing to the search that came before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scheduler.board import Board
from scheduler.domain import Problem, Requirement
from scheduler.explain.late import Late
from scheduler.rules import Rule
from scheduler.solve import Engine


def prove_infeasible(
    problem: Problem,
    rules: Sequence[Rule],
    engine: Engine,
    only: Collection[Requirement] | None = None,
) -> bool:
    """Prove again that there is no plan: a fresh board with all days, without switches.

    Parameters
    ----------
    only
        Requirements to keep; all of them without.
    """
    board = Board(problem, is_narrow=False, only=None if only is None else frozenset(only))
    late = Late(board, rules)
    while True:
        answer = engine.solve(board.model)
        if not answer.has_plan:
            return answer.is_infeasible
        if not late.mend(answer.values, only):
            return False
