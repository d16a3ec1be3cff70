"""Long problems: what makes them quick leaves verdict, goals and the one plan as they are."""

from __future__ import annotations

from functools import cache

import pytest

from scheduler.audit import audit, breaches
from scheduler.board import Board, Number
from scheduler.domain import Problem, Verdict
from scheduler.goals import goals_in_order
from scheduler.rules import RULES, DailyRule
from scheduler.solve import Engine, Outcome, lexicographic, pieces, search, searching, start
from scheduler.solve.pieces import Pieces
from scheduler.solve.values import Values
from scheduler.solve.weights import stages, weighted
from scripts.bench.worlds.fresh import make_fresh_world
from scripts.bench.worlds.published import make_world
from tests.referee.comparing import small_world

TROUBLED = [pytest.param(seed, id=f"world-{seed}") for seed in range(300, 330)]
SEEDS = [pytest.param(seed, id=f"fresh-{seed}") for seed in (1, 2)]


@cache
def fresh(seed: int) -> Problem:
    """Make a year of traffic that is known by its cadences alone."""
    return make_fresh_world(seed, 5, is_rich=True)


def answer(problem: Problem, workers: int = 2) -> Outcome:
    """Search one world to the end."""
    return search(problem, RULES, Engine(120, workers=workers))


def cut_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every problem for a long one, with pieces of two ships and more."""
    for module in (lexicographic, start):
        monkeypatch.setattr(module, "LONG_SHIPS", 1)
    monkeypatch.setattr(lexicographic, "BRIEF", 0.0)
    for module in (lexicographic, pieces):
        monkeypatch.setattr(module, "SMALL", 2)
    monkeypatch.setattr(pieces, "USUAL", 4)


@pytest.mark.parametrize("most_waiting", [0, 1])
@pytest.mark.parametrize("seed", TROUBLED)
def test_pairs_left_out_lose_no_plan(
    seed: int, most_waiting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where crews must wait in a better plan, it is found all the same."""
    problem = small_world(seed, is_troubled=True)
    before = answer(problem)
    monkeypatch.setattr(searching, "LONG_LINE", 0)
    monkeypatch.setattr(searching, "MOST_WAITING", most_waiting)
    assert answer(problem) == before


@pytest.mark.parametrize("seed", TROUBLED)
def test_troubled_worlds_in_pieces_have_the_same_plan(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pieces bring a plan and bounds, never another answer."""
    problem = small_world(seed, is_troubled=True)
    before = answer(problem)
    cut_in_pieces(monkeypatch)
    assert answer(problem) == before


@pytest.mark.parametrize("workers", [1, 2, 8])
@pytest.mark.parametrize("seed", SEEDS)
def test_fresh_worlds_in_pieces_have_the_same_plan(
    seed: int, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is where every flight is to be placed, whatever the workers."""
    problem = fresh(seed)
    before = answer(problem)
    assert before.verdict is Verdict.OPTIMAL
    cut_in_pieces(monkeypatch)
    assert answer(problem, workers) == before


def change_of(board: Board) -> Number:
    """Post all rules that are not of every day; give what the days moved and flights cost."""
    for rule in RULES:
        if not isinstance(rule, DailyRule):
            rule.post(board)
    [goal] = goals_in_order(("change",))
    _, *parts = goal.cost(board)  # no crew waits in these worlds
    return weighted(stages(parts)[0])


@pytest.mark.parametrize("ships", [2, 3, 5, 8])
@pytest.mark.parametrize("seed", SEEDS)
def test_bounds_of_pieces_are_kept_by_every_plan(seed: int, ships: int) -> None:
    """Each piece of the best plan costs no less than its bound, and so does any other's."""
    board = Board(fresh(seed))
    objective = change_of(board)
    bounds = list(Pieces(board).bounds(Engine(60), objective, ships))
    assert bounds
    board.model.minimize(objective)
    best = Engine(60).solve(board.model)
    board.model.clear_objective()
    other = Engine(60).solve(board.model)
    for found in (best, other):
        value = Values(found.values)
        assert all(value(cost) >= bound for cost, bound in bounds)
    assert sum(bound for _, bound in bounds) <= best.objective


@pytest.mark.parametrize("seed", SEEDS)
def test_one_piece_of_all_ships_has_the_least_cost_as_its_bound(seed: int) -> None:
    """With nothing left out there is nothing to lose."""
    board = Board(fresh(seed))
    objective = change_of(board)
    [(_, bound)] = Pieces(board).bounds(Engine(60), objective, len(board.ships))
    board.model.minimize(objective)
    assert bound == Engine(60).solve(board.model).objective


@pytest.mark.parametrize("seed", SEEDS)
def test_plan_made_in_pieces_keeps_all_and_is_made_better(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every constraint of the board holds for it, before and after."""
    monkeypatch.setattr(pieces, "SMALL", 3)
    monkeypatch.setattr(pieces, "USUAL", 6)
    board = Board(fresh(seed))
    objective = change_of(board)
    first = Pieces(board).first_plan(Engine(60), objective)
    assert first is not None
    better = Pieces(board).improved(Engine(60), objective, first.values)
    assert Values(better)(objective) <= Values(first.values)(objective)
    for values in (first.values, better):
        model = board.model.clone()
        for index, number in enumerate(values):
            model.proto.variables[index].domain.clear()
            model.proto.variables[index].domain.extend([number, number])
        assert Engine(60).solve(model).has_plan


def test_plan_of_a_long_line_is_clean() -> None:
    """The checker knows nothing of what was left out."""
    problem = make_world(3, 40, is_rich=True)
    outcome = answer(problem)
    assert outcome.verdict is Verdict.OPTIMAL
    assert outcome.plan is not None
    assert not breaches(audit(outcome.plan, problem, RULES))
