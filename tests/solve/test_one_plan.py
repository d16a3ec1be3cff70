"""One input has one plan, whatever the seed, the workers, the order of rules, the room."""

from __future__ import annotations

from functools import partial

import pytest

from scheduler.board import Board
from scheduler.documents.run import document_text
from scheduler.domain import Problem
from scheduler.paths import shipped
from scheduler.planning import Limits, planning, read_case
from scheduler.rules import RULES
from scheduler.solve import Engine, Outcome, search
from scheduler.solve.lexicographic import LexicographicSearch
from tests.referee.comparing import small_world
from tests.referee.hand_made import ms_22_in_small

WORLDS = [pytest.param(seed, id=f"world-{seed}") for seed in range(300, 312)]


def world(seed: int) -> Problem:
    """Make a world in which something is wrong."""
    return small_world(seed, is_troubled=True)


def answer(problem: Problem, *, workers: int = 1, seed: int = 1) -> Outcome:
    """Search one world."""
    return search(problem, RULES, Engine(60, workers=workers, seed=seed))


@pytest.mark.parametrize("seed", WORLDS)
@pytest.mark.parametrize(("workers", "solver_seed"), [(1, 99), (2, 1), (8, 7)])
def test_workers_and_seeds_change_nothing(seed: int, workers: int, solver_seed: int) -> None:
    """The whole outcome is the same: verdict, parts, bounds, plan."""
    assert answer(world(seed), workers=workers, seed=solver_seed) == answer(world(seed))


@pytest.mark.parametrize("seed", WORLDS)
def test_order_of_rules_changes_nothing(seed: int) -> None:
    """Rules posted in reverse pose the same problem."""
    backwards = search(world(seed), tuple(reversed(RULES)), Engine(60, workers=1))
    assert backwards == answer(world(seed))


@pytest.mark.parametrize("seed", WORLDS)
def test_days_cut_beforehand_lose_no_plan(seed: int) -> None:
    """A board with all days and all places has the same best plan: there is no hidden window."""
    board = Board(world(seed), is_narrow=False)
    wide = LexicographicSearch(board, RULES, Engine(60, workers=1), lambda *_: None).run()
    assert wide == answer(world(seed))


@pytest.mark.parametrize(("workers", "solver_seed"), [(1, 99), (2, 1), (8, 7)])
def test_week_in_small_has_one_plan(workers: int, solver_seed: int) -> None:
    """So has the leak week in small, with its crews and seats moving."""
    problem = ms_22_in_small()
    assert answer(problem, workers=workers, seed=solver_seed) == answer(problem)


@pytest.mark.slow
def test_shipped_week_has_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """The leak of MS-22 as shipped gives one document for 1, 2 and 8 workers and other seeds."""
    case = read_case(shipped("config/what-if/ms-22-leak.yaml"))
    told = set()
    for workers, seed in ((1, 1), (2, 20221215), (8, 99)):
        monkeypatch.setattr(planning, "Engine", partial(Engine, seed=seed))
        run = planning.plan(case, "run", Limits(300.0, workers), lambda *_: None)
        told.add(document_text(run).partition('"solver"')[0])
    assert len(told) == 1
