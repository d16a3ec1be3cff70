"""Late rules: days are posted when a solution breaks them, and the answer is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import DemandKind, Problem
from scheduler.explain import Inquiry, prove_infeasible
from scheduler.explain.late import Late
from scheduler.rules import RULES
from scheduler.solve import Engine
from tests.explain.posing import all_requirements, hopeless_world
from tests.referee.comparing import small_world
from tests.referee.hand_made import demand, life, with_calm_rules
from tests.rules.worlds import make_flight, make_problem

MS_1 = make_flight("ms-1", launch=-4, undock=6, crew=("ann",))


def never_empty() -> Problem:
    """Pose a crew that is home by day 5 at the latest, where somebody is aboard to day 7."""
    home = demand(DemandKind.LATEST_UNDOCK, "ms-1", 5)
    return make_problem(
        MS_1, until=8, station=with_calm_rules(), overrides=(life(14),), demands=(home,)
    )


def late_board(problem: Problem) -> tuple[Board, Late]:
    """Make a board with switches on which the days are left out."""
    board = Board(problem, has_switches=True)
    late = Late(board, RULES)
    board.model.add_bool_and(list(board.switches.values()))
    return board, late


def values_of(board: Board, **least: int) -> tuple[int, ...]:
    """Solve, with the undocking of the only ship no sooner than told."""
    model = board.model.clone()
    for ship in board.ships.values():
        model.add(ship.undock.expr >= least.get("undock", 0))
    model.minimize(sum(ship.undock.expr for ship in board.ships.values()))
    return Engine(60.0, workers=1).solve(model).values


def test_days_without_anybody_are_posted() -> None:
    """The ship leaves on day 2 at first; days 2 to 7 are empty then, and are posted."""
    board, late = late_board(never_empty())
    values = values_of(board, undock=2)
    size = len(board.model.proto.constraints)
    assert late.mend(values)
    assert len(board.model.proto.constraints) > size


def test_the_same_days_are_posted_once() -> None:
    """A solution that breaks only what is posted already has nothing to mend."""
    board, late = late_board(never_empty())
    values = values_of(board, undock=2)
    assert late.mend(values)
    size = len(board.model.proto.constraints)
    assert not late.mend(values)
    assert len(board.model.proto.constraints) == size


def test_days_of_a_rule_that_is_off_are_left_alone() -> None:
    """Nobody asks for the daily rule, so its days are not looked at."""
    board, late = late_board(never_empty())
    values = values_of(board, undock=2)
    others = [one for one in board.switches if one.ref != "CT-1"]
    assert not late.mend(values, others)
    assert late.mend(values, [*board.switches])


def test_nothing_is_mended_in_a_plan_that_breaks_nothing() -> None:
    """Somebody is aboard all the time."""
    board, late = late_board(replace(never_empty(), demands=()))
    assert not late.mend(values_of(board, undock=8))


def test_requirements_are_those_of_all_days() -> None:
    """Leaving days out leaves no requirement out, nor does it change a sentence."""
    for seed in range(20):
        problem = small_world(seed)
        board = Board(problem, has_switches=True)
        Late(board, RULES)
        assert frozenset(board.switches) == all_requirements(problem)


@pytest.mark.parametrize("seed", range(20))
def test_answer_is_that_of_a_board_with_all_days(seed: int) -> None:
    """Whether all can hold is the same when every day is posted beforehand."""
    problem = hopeless_world(seed) if seed % 2 else small_world(seed)
    inquiry = Inquiry(problem, RULES, Engine(60.0, workers=1))
    board = Board(problem, is_narrow=False)
    for rule in RULES:
        rule.post(board)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    holds = solver.solve(board.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    assert inquiry.oracle.ask(inquiry.oracle.members).holds is holds
    assert prove_infeasible(problem, RULES, Engine(60.0, workers=1)) is not holds


def test_days_are_found_that_only_matter_when_a_member_is_on() -> None:
    """The demand and the daily rule cannot hold together; either can by itself."""
    inquiry = Inquiry(never_empty(), RULES, Engine(60.0, workers=1))
    of = {one.ref: member for member, one in enumerate(inquiry.requirements)}
    assert inquiry.oracle.ask([of["CT-1"]]).holds
    assert inquiry.oracle.ask([of["what-if"]]).holds
    assert inquiry.oracle.ask([of["CT-1"], of["what-if"]]).holds is False
