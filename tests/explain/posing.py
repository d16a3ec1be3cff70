"""Random worlds without a plan, and another route to the question what can hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pytest
from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import Conflict, Finding, Plan, Problem, Requirement, Verdict
from scheduler.explain import find_conflict
from scheduler.rules import RULES
from scheduler.solve import Answer, Engine
from scheduler.solve.decode import Decoder
from scheduler.solve.values import Values
from tests.referee.comparing import small_world, solved

STEP = 10_000
NOTHING = Answer(cp_model.UNKNOWN, (), 0, 0, 0.0)


class Tiring(Engine):
    """An engine that gives up after so many solves."""

    def __init__(self, solves: int) -> None:
        """Solve so many models, and no more."""
        super().__init__(60.0, workers=1)
        self.left = solves

    def solve(
        self,
        model: cp_model.CpModel,
        on_better: Callable[[int, int], None] | None = None,
        work: float | None = None,
    ) -> Answer:
        """Solve, or say that nothing is known."""
        self.left -= 1
        return super().solve(model, on_better, work) if self.left >= 0 else NOTHING

    def quick(self, model: cp_model.CpModel) -> tuple[Answer, frozenset[int]]:
        """Try, or say that nothing is known."""
        self.left -= 1
        return super().quick(model) if self.left >= 0 else (NOTHING, frozenset())


def blame(monkeypatch: pytest.MonkeyPatch, members: frozenset[int]) -> None:
    """Let the solver blame these variables, whatever it is asked."""
    quick = Engine.quick

    def wrong(engine: Engine, model: cp_model.CpModel) -> tuple[Answer, frozenset[int]]:
        return quick(engine, model)[0], members

    monkeypatch.setattr(Engine, "quick", wrong)


@cache
def hopeless_world(seed: int) -> Problem:
    """Make the first world of a seed that has no plan, troubled or not."""
    for number in range(seed, seed + 100 * STEP, STEP):
        problem = small_world(number, is_troubled=seed % 2 == 0)
        if solved(problem).verdict is Verdict.INFEASIBLE:
            return problem
    raise AssertionError(f"All worlds of seed {seed} have plans.")


def conflict_of(
    problem: Problem, engine: Engine | None = None, proof: Engine | None = None
) -> Conflict:
    """Explain a world."""
    return find_conflict(
        problem,
        RULES,
        engine or Engine(60.0, workers=1),
        proof or Engine(60.0, workers=1, seed=3),
        lambda *_: None,
    )


def all_requirements(problem: Problem) -> frozenset[Requirement]:
    """List every requirement that the rules pose in a world."""
    board = Board(problem, has_switches=True)
    for rule in RULES:
        rule.post(board)
    return frozenset(board.switches)


def holding(problem: Problem, requirements: Iterable[Requirement]) -> Plan | None:
    """Find a plan that keeps these requirements and asks for no others; none if there is none.

    The route is another: a fresh board without switches and with these only, no presolve.
    """
    board = Board(problem, only=frozenset(requirements))
    for rule in RULES:
        rule.post(board)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 77
    solver.parameters.cp_model_presolve = False
    status = solver.solve(board.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    if status == cp_model.INFEASIBLE:
        return None
    return Decoder(board, Values(tuple(solver.response_proto.solution))).plan()


def kept_badly(problem: Problem, plan: Plan, kept: set[Requirement]) -> list[Finding]:
    """List what the rules' own checks say against a plan that should keep some requirements.

    A subject of a rule is looked at only where all its requirements are to be kept.
    """
    open_ones = {(r.rule, r.subject) for r in all_requirements(problem) - kept}
    wanted = {(r.rule, r.subject) for r in kept} - open_ones
    return [
        finding
        for rule in RULES
        for finding in rule.check(plan, problem)
        if (finding.rule, finding.subject) in wanted and not finding.is_told
    ]
