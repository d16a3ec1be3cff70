"""When the time runs out, or CP-SAT is wrong: nothing is told that was not proved."""

from __future__ import annotations

import pytest
from ortools.sat.python import cp_model

from scheduler.audit import audit, breaches
from scheduler.domain import Problem, Verdict
from scheduler.goals import GOALS
from scheduler.rules import RULES
from scheduler.solve import Answer, Engine, Outcome, search
from scheduler.solve.engine import _Watcher
from tests.referee.hand_made import ms_22_in_small

PROBLEM = ms_22_in_small()


class Tiring(Engine):
    """An engine that gives the same answer to everything after so many solves."""

    def __init__(self, solves: int, status: cp_model.CpSolverStatus) -> None:
        """Solve so many models, then end each with a status."""
        super().__init__(60.0, workers=1)
        self.left = solves
        self.status = status

    def _run(
        self,
        solver: cp_model.CpSolver,
        model: cp_model.CpModel,
        watcher: _Watcher | None = None,
    ) -> Answer:
        """Solve, in whatever way, or give up."""
        self.left -= 1
        if self.left >= 0:
            return super()._run(solver, model, watcher)
        return Answer(self.status, (), 0, 0, 0.0)


def cut_short(solves: int, status: cp_model.CpSolverStatus, problem: Problem = PROBLEM) -> Outcome:
    """Search with an engine that tires."""
    return search(problem, RULES, Tiring(solves, status))


def solves_in_all() -> int:
    """Count the solves of an undisturbed search."""
    engine = Tiring(1000, cp_model.UNKNOWN)
    assert search(PROBLEM, RULES, engine).verdict is Verdict.OPTIMAL
    return 1000 - engine.left


ALL = solves_in_all()
BEST = search(PROBLEM, RULES, Engine(60.0, workers=1))


@pytest.mark.parametrize("solves", range(ALL))
def test_answer_cut_short_is_honest(solves: int) -> None:
    """Without a plan undecided; with one feasible, sound, scored, and its bounds hold."""
    outcome = cut_short(solves, cp_model.UNKNOWN)
    assert outcome.verdict is (Verdict.FEASIBLE if outcome.plan else Verdict.UNDECIDED)
    if outcome.plan is None:
        return
    assert breaches(audit(outcome.plan, PROBLEM, RULES)) == ()
    assert [goal.goal for goal in outcome.goals] == list(PROBLEM.goals)
    score = {goal.code: dict(goal.score(outcome.plan, PROBLEM)) for goal in GOALS}
    for told in outcome.goals[:-1]:
        assert {part.part: part.value for part in told.parts} == score[told.goal]
        assert all(part.bound <= part.value for part in told.parts)
        assert all(part.is_proved is (part.bound == part.value) for part in told.parts)
    assert not outcome.goals[-1].is_proved


@pytest.mark.parametrize("solves", range(ALL))
def test_goal_is_called_proved_only_at_its_best(solves: int) -> None:
    """The goals proved before the cut have the values of the undisturbed search."""
    goals = cut_short(solves, cp_model.UNKNOWN).goals
    for told, best in zip(goals, BEST.goals, strict=False):
        if not told.is_proved:
            break
        assert told == best


@pytest.mark.parametrize("solves", range(1, ALL))
def test_infeasible_beside_a_plan_in_hand_is_no_proof(solves: int) -> None:
    """A false verdict of a worker (google/or-tools issues 5295, 3842) proves nothing."""
    outcome = cut_short(solves, cp_model.INFEASIBLE)
    assert outcome.plan is not None
    assert breaches(audit(outcome.plan, PROBLEM, RULES)) == ()
    if outcome.verdict is Verdict.OPTIMAL:  # the last question of the tie-break has this answer
        assert solves == ALL - 1
        assert outcome.plan == BEST.plan
    else:
        assert outcome.verdict is Verdict.FEASIBLE
        assert not outcome.goals[-1].is_proved


def test_no_time_at_all_is_no_crash() -> None:
    """The clock may have run out before the first solve; time left is never below zero."""
    engine = Engine(0.0, workers=1)
    assert engine.seconds_left == 0.0
    outcome = search(PROBLEM, RULES, engine)
    assert outcome.verdict is not Verdict.INFEASIBLE


def test_goal_that_counts_otherwise_than_its_score_is_our_crash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the board minimised and what the plan is worth must be the same number."""
    change = next(goal for goal in GOALS if goal.code == "change")
    monkeypatch.setattr(
        type(change), "score", lambda *_: {"crews_waiting": 9, "flights": 3, "days": 3}
    )
    with pytest.raises(AssertionError, match=r"change: the board counts \[1, 3, 3\]"):
        search(PROBLEM, RULES, Engine(60.0, workers=1))
