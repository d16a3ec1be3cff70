"""``plan``: search, audit, explain; a problem in, a run out."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.audit import audit, breaches, waiver_uses
from scheduler.documents.run import document_text
from scheduler.domain import Conflict, Plan, Problem, Run, SolverInfo, Verdict
from scheduler.errors import AuditMismatch
from scheduler.explain import find_conflict, prove_infeasible
from scheduler.paths import data_directory
from scheduler.planning.case import Case
from scheduler.planning.offers import offers
from scheduler.rules import RULES, Rule
from scheduler.solve import Engine, Outcome, Progress, search

OTHER_SEED = 20230226


@dataclass(frozen=True)
class Limits:
    """How long and with how many workers a run may search; ``None`` takes what is there."""

    time_limit_s: float = 60.0
    workers: int | None = None


def plan(case: Case, run_id: str, limits: Limits, progress: Progress) -> Run:
    """Plan a case and judge the plan before anybody sees it.

    Raises
    ------
    AuditMismatch
        When the checker rejects the plan: our bug. The evidence is saved.
    """
    engine = Engine(limits.time_limit_s, workers=limits.workers)
    outcome = search(case.problem, RULES, engine, progress)
    run = _run(case, run_id, outcome, engine)
    if outcome.plan is not None:
        run = _audited(run, outcome.plan, case.problem, RULES)
        if outcome.verdict is Verdict.OPTIMAL:
            found = offers(case.problem, outcome, Engine(limits.time_limit_s), progress)
            run = replace(run, relaxations=found)
    elif outcome.verdict is Verdict.INFEASIBLE:
        run = _explained(run, case.problem, limits, engine, progress)
    return replace(run, solver=replace(run.solver, seconds=round(engine.seconds, 3)))


def _run(case: Case, run_id: str, outcome: Outcome, engine: Engine) -> Run:
    problem = case.problem
    return Run(
        id=run_id,
        title=problem.title,
        station=problem.station.id,
        as_of=problem.as_of,
        until=problem.until,
        verdict=outcome.verdict,
        plan=outcome.plan,
        goals=outcome.goals,
        solver=SolverInfo(
            name="ortools-cp-sat",
            version=importlib.metadata.version("ortools"),
            seconds=0.0,
            seed=engine.seed,
        ),
        inputs=case.inputs,
    )


def _audited(run: Run, made: Plan, problem: Problem, rules: Sequence[Rule]) -> Run:
    """Let the checker judge a plan; a breach stops the run with its evidence."""
    findings = audit(made, problem, rules)
    run = replace(run, findings=findings, waivers=tuple(waiver_uses(made, problem, rules)))
    broken = breaches(findings)
    if broken:
        raise AuditMismatch(broken, _save_evidence(run))
    return run


def _save_evidence(run: Run) -> Path:
    folder = data_directory() / "evidence" / run.id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.json").write_text(document_text(run), encoding="utf-8")
    (folder / "inputs.json").write_text(json.dumps(dict(run.inputs.texts)), encoding="utf-8")
    return folder


def _explained(
    run: Run, problem: Problem, limits: Limits, engine: Engine, progress: Progress
) -> Run:
    """Prove a second time that there is no plan, then say which requirements are why.

    Where the second proof does not come about, the verdict is undecided.
    """
    other = Engine(limits.time_limit_s, seed=OTHER_SEED, workers=1)
    if not prove_infeasible(problem, RULES, other):
        return replace(run, verdict=Verdict.UNDECIDED)
    conflict: Conflict = find_conflict(
        problem,
        RULES,
        Engine(limits.time_limit_s, workers=limits.workers),
        Engine(limits.time_limit_s, seed=OTHER_SEED, workers=1),
        progress,
    )
    engine.seconds += other.seconds
    return replace(run, conflict=conflict)
