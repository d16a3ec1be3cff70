"""Literals and timepoints: known or open, they answer alike."""

from __future__ import annotations

from itertools import product

import pytest
from ortools.sat.python import cp_model

from scheduler.board import Literal, Timepoint, conjunction, negate


def truth(model: cp_model.CpModel, literal: Literal) -> bool:
    """Say whether a literal must hold in a model, where it is decided."""
    if isinstance(literal, bool):
        return literal
    can = []
    for value in (False, True):
        trial = model.clone()
        trial.add(literal == value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        can.append(solver.solve(trial) != cp_model.INFEASIBLE)
    assert sum(can) == 1, "the literal is not decided"
    return can[1]


def test_negation_of_plain_truth_is_plain() -> None:
    """No variable is made for what is known."""
    assert negate(True) is False
    assert negate(False) is True


def test_negation_of_a_literal_is_the_other() -> None:
    """One of the two holds."""
    model = cp_model.CpModel()
    literal = model.new_bool_var("one")
    model.add(literal == 1)
    assert not truth(model, negate(literal))


@pytest.mark.parametrize("day", range(-1, 5))
def test_known_timepoint_answers_in_plain_truth(day: int) -> None:
    """On day 2 it has come by day 2 and every later day."""
    point = Timepoint.known(cp_model.CpModel(), 2)
    assert point.by(day) is (day >= 2)
    assert (point.is_known, point.expr, point.least, point.most) == (True, 2, 2, 2)


@pytest.mark.parametrize(("value", "day"), [*product(range(1, 5), range(7))])
def test_open_timepoint_answers_by_its_variable(value: int, day: int) -> None:
    """Held to a day in its bounds, it has come by that day and not before."""
    model = cp_model.CpModel()
    point = Timepoint.open(model, 1, 4, "day")
    literal = point.by(day)
    model.add(point.expr == value)
    assert truth(model, literal) is (value <= day)


def test_days_outside_the_bounds_cost_no_literal() -> None:
    """Before the least day it has not come, from the most day on it has, whatever is decided."""
    point = Timepoint.open(cp_model.CpModel(), 1, 4, "day")
    assert (point.by(0), point.by(4), point.by(9)) == (False, True, True)
    assert isinstance(point.by(3), cp_model.IntVar)


def test_one_day_has_one_literal() -> None:
    """Asked twice, the same literal answers."""
    point = Timepoint.open(cp_model.CpModel(), 1, 4, "day")
    assert point.by(2) is point.by(2)


def test_timepoint_open_in_one_day_only_is_known() -> None:
    """There is nothing to decide."""
    model = cp_model.CpModel()
    assert Timepoint.open(model, 3, 3, "day").is_known
    assert len(model.proto.variables) == 0


@pytest.mark.parametrize("days", [-2, 0, 3])
@pytest.mark.parametrize("value", [1, 4])
def test_later_timepoint_is_the_same_some_days_on(days: int, value: int) -> None:
    """Docking a transit after launch shares the variable and the literals of the launch."""
    model = cp_model.CpModel()
    launch = Timepoint.open(model, 1, 4, "launch")
    dock = launch.later(days)
    assert (dock.least, dock.most) == (1 + days, 4 + days)
    for day in range(-3, 9):
        assert dock.by(day) is launch.by(day - days)
    model.add(launch.expr == value)
    model.add(dock.expr != value + days)
    solver = cp_model.CpSolver()
    assert solver.solve(model) == cp_model.INFEASIBLE


def test_later_than_known_is_known() -> None:
    """Day 2 and three days make day 5."""
    assert Timepoint.known(cp_model.CpModel(), 2).later(3).expr == 5


@pytest.mark.parametrize("values", [*product((False, True), repeat=3)])
def test_conjunction_holds_exactly_when_all_hold(values: tuple[bool, ...]) -> None:
    """All rows of the truth table, with a variable for each."""
    model = cp_model.CpModel()
    literals = [model.new_bool_var(str(place)) for place in range(3)]
    both = conjunction(model, literals, "all")
    for literal, value in zip(literals, values, strict=True):
        model.add(literal == value)
    assert truth(model, both) is all(values)


def test_conjunction_of_what_is_known_makes_no_variable() -> None:
    """False wins, true falls out, a single literal stands for itself."""
    model = cp_model.CpModel()
    one = model.new_bool_var("one")
    assert conjunction(model, [], "none") is True
    assert conjunction(model, [True, True], "true") is True
    assert conjunction(model, [one, False], "false") is False
    assert conjunction(model, [True, one], "one") is one
    assert len(model.proto.variables) == 1
