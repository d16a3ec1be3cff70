"""Never empty (CT-1): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import Plan, Waiver
from scheduler.rules import Stretch
from scheduler.rules.never_empty import NeverEmpty
from tests.rules.agreement import agree, breaches, sentences, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    POISK,
    VISITS,
    make_flight,
    make_problem,
    make_waiver,
    with_rules,
)

RULE = NeverEmpty()
MS_1 = make_flight("ms-1", launch=-8, undock=5, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=5, undock=30, crew=("cat",), ports=((POISK, 5),))


def waiver(bound: int, first: int | None = None, end: int | None = None) -> Waiver:
    """Allow fewer people, on some days or always."""
    return make_waiver("CT-1", "least_aboard", "iss", bound, first, end)


@pytest.mark.parametrize(
    ("least", "waivers", "leaves", "comes", "allowed"),
    [
        # ann and bob leave on the one day, cat comes on the other; until is day 10
        pytest.param(1, (), 7, 5, True, id="never-near-it"),
        pytest.param(1, (), 5, 5, True, id="exactly-relieved"),
        pytest.param(1, (), 5, 6, False, id="empty-for-a-day"),
        pytest.param(1, (), 0, 0, True, id="relieved-on-the-first-day"),
        pytest.param(1, (), 0, 1, False, id="empty-on-the-first-day"),
        pytest.param(1, (), 9, 9, True, id="relieved-on-the-last-day"),
        pytest.param(1, (), 8, 9, False, id="empty-near-the-end"),
        pytest.param(2, (), 30, 9, True, id="two-aboard"),
        pytest.param(2, (), 9, 5, False, id="one-instead-of-two"),
        pytest.param(2, (), 10, 5, True, id="days-beyond-until-do-not-count"),
        pytest.param(0, (), 2, 8, True, id="no-number"),
        pytest.param(1, (waiver(0),), 2, 8, True, id="waived"),
        pytest.param(1, (waiver(0, 5, 6),), 5, 6, True, id="waived-on-that-day"),
        pytest.param(1, (waiver(0, 5, 6),), 5, 7, False, id="waived-a-day-short"),
        pytest.param(1, (waiver(0, 6, 8),), 5, 7, False, id="waived-a-day-late"),
    ],
)
def test_worked_cases(
    least: int, waivers: tuple[Waiver, ...], leaves: int, comes: int, allowed: bool
) -> None:
    """Two leave and one comes."""
    station = with_rules(CT_1={"least_aboard": least} if least else {})
    problem = make_problem(MS_1, MS_2, until=10, station=station, waivers=waivers)
    plan = make_plan(problem, {"ms-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(
    *BUSY,
    until=12,
    station=with_rules(CT_1={"least_aboard": 2}),
    opened=VISITS,
    waivers=(waiver(1, 4, 8),),
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


@pytest.mark.parametrize(
    ("crew", "words"),
    [pytest.param(("cat",), "1 person is", id="one"), pytest.param((), "0 people are", id="none")],
)
def test_finding_counts_who_is_left(crew: tuple[str, ...], words: str) -> None:
    """Days with too few people are told with their number."""
    station = with_rules(CT_1={"least_aboard": 2})
    problem = make_problem(MS_1, replace(MS_2, crew=crew), until=10, station=station)
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == f"Only {words} aboard from 2030-01-06 up to 2030-01-11."
    assert sentences(RULE, problem) == ["At least 2 people are aboard every day."]


@pytest.mark.parametrize("ships", [None, frozenset(), frozenset({"ms-1"})])
def test_everybody_counts_whatever_ships_are_named(ships: frozenset[str] | None) -> None:
    """Three are aboard in two ships, so three can be asked for, and four cannot."""
    home_late = make_flight("ms-2", launch=-4, undock=30, crew=("cat",), ports=((POISK, -4),))
    for least, is_possible in ((3, True), (4, False)):
        station = with_rules(CT_1={"least_aboard": least})
        board = Board(make_problem(MS_1, home_late, until=4, station=station))
        RULE.post_days(board, Stretch(board.days, ships))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert (solver.solve(board.model) == cp_model.OPTIMAL) is is_possible
