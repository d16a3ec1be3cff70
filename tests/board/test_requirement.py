"""Requirements on the board: as they are, behind a switch, or left out."""

from __future__ import annotations

from datetime import date

import pytest
from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import Requirement, Waiver
from tests.rules.worlds import make_flight, make_problem

PROBLEM = make_problem(make_flight("ms-1", launch=-4, undock=3, crew=("ann",)))
RULE = Requirement("XX-1", "rule", "F", "ms-1", "It leaves on day 2.")
OTHER = Requirement("XX-2", "other", "F", "ms-1", "It leaves on day 5.")


def can(board: Board) -> bool:
    """Say whether a board has any plan."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return bool(solver.solve(board.model) != cp_model.INFEASIBLE)


def post(board: Board) -> None:
    """Post two requirements that cannot hold together."""
    for requirement, day in ((RULE, 2), (OTHER, 5)):
        with board.requirement(requirement) as require:
            require.add(board.ships["ms-1"].undock.expr == day)


def test_planning_board_demands_all() -> None:
    """Two days for one undocking: no plan."""
    board = Board(PROBLEM)
    post(board)
    assert not can(board)
    assert board.switches == {}


@pytest.mark.parametrize(
    ("rule", "other", "is_possible"),
    [(0, 0, True), (1, 0, True), (0, 1, True), (1, 1, False)],
)
def test_switches_turn_requirements_on(rule: int, other: int, is_possible: bool) -> None:
    """All rows of the table of two switches."""
    board = Board(PROBLEM, has_switches=True)
    post(board)
    assert list(board.switches) == [RULE, OTHER]
    for switch, value in zip(board.switches.values(), (rule, other), strict=True):
        board.model.add(switch == value)
    assert can(board) is is_possible


@pytest.mark.parametrize(
    ("only", "is_possible"),
    [(set(), True), ({RULE}, True), ({OTHER}, True), ({RULE, OTHER}, False)],
)
def test_board_with_some_requirements_leaves_the_others_out(
    only: set[Requirement], is_possible: bool
) -> None:
    """What is not named leaves no trace."""
    board = Board(PROBLEM, only=frozenset(only))
    post(board)
    assert can(board) is is_possible
    assert board.switches == {}


def test_condition_that_cannot_hold_adds_nothing() -> None:
    """A demand under a false literal is no demand; under a true one it is a plain one."""
    board = Board(PROBLEM)
    undock = board.ships["ms-1"].undock
    before = len(board.model.proto.constraints)
    with board.requirement(RULE) as require:
        require.add(undock.expr == 2, False)
        require.add_or([True, undock.by(1)])
        require.forbid(False, undock.by(1))
        assert len(board.model.proto.constraints) == before + 2  # the two of the literal itself
        require.add(undock.expr == 2, True)
        require.forbid(undock.by(1))
    assert can(board)


def test_nothing_to_choose_from_is_impossible() -> None:
    """One of no literals cannot hold; all of none cannot be avoided."""
    for name in ("add_or", "forbid"):
        board = Board(PROBLEM)
        with board.requirement(RULE) as require:
            if name == "add_or":
                require.add_or([])
            else:
                require.forbid()
        assert not can(board)


@pytest.mark.parametrize(
    ("to_on", "gives_way"), [(None, True), (date(2030, 1, 20), False)], ids=["for-good", "for-days"]
)
def test_number_that_is_waived_for_some_days_gives_no_way(
    to_on: date | None, gives_way: bool
) -> None:
    """A waiver for all days, laid over it, would undo it; over one for all days it may be laid."""
    waiver = Waiver("XX-1", "days", "ms-1", 5, "somebody", "asked for", to_on=to_on)
    board = Board(PROBLEM.with_waiver(waiver), has_switches=True, has_slacks=True)
    with board.requirement(RULE) as require:
        require.slack("days", 5, 9)
        require.slack("others", 5, 9)
    given = [slack.number for slack in board.slacks.values()]
    assert given == (["days", "others"] if gives_way else ["others"])
