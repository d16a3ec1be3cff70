"""``plan``: search, audit, explain; a problem in, a run out."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scheduler.audit import audit, breaches, waiver_uses
from scheduler.documents.run import document_text
from scheduler.documents.saving import save_new
from scheduler.domain import Plan, Problem, Run, SolverInfo, Verdict
from scheduler.errors import AuditMismatch
from scheduler.paths import data_directory
from scheduler.planning.case import Case
from scheduler.planning.limits import Limits
from scheduler.planning.offers import offers
from scheduler.planning.reasons import Wanted, reasons
from scheduler.rules import RULES, Rule
from scheduler.solve import Engine, Outcome, Progress, search


def plan(
    case: Case, run_id: str, limits: Limits, progress: Progress, *, has_offers: bool = True
) -> Run:
    """Plan a case and judge the plan before anybody sees it.

    Where there is no plan, say why and what would open the case. Where that cannot be proved a
    second time, the verdict is undecided.

    Parameters
    ----------
    has_offers
        Tell, too, what a waiver would bring where the life of a ship is used up.

    Raises
    ------
    AuditMismatch
        When the checker rejects the plan: our bug. The evidence is saved.
    """
    engine = Engine(limits.time_limit_s, workers=limits.workers)
    outcome = search(case.problem, RULES, engine, progress)
    run = planned(case, run_id, outcome, engine)
    if outcome.verdict is Verdict.OPTIMAL and has_offers:
        found = offers(case.problem, outcome, Engine(limits.time_limit_s), progress)
        return replace(run, relaxations=found)
    if outcome.verdict is not Verdict.INFEASIBLE:
        return run
    why = reasons(case.problem, limits, Wanted(), progress)
    if why.verdict is not Verdict.INFEASIBLE:
        return replace(run, verdict=Verdict.UNDECIDED)
    seconds = round(engine.seconds + why.seconds, 3)
    return replace(
        run,
        conflict=why.conflicts[0],
        relaxations=why.relaxations,
        solver=replace(run.solver, seconds=seconds),
    )


def planned(case: Case, run_id: str, outcome: Outcome, engine: Engine) -> Run:
    """Make the run of a search, with its plan judged by the checker."""
    run = run_of_case(case, run_id, outcome.verdict, engine)
    run = replace(run, plan=outcome.plan, goals=outcome.goals)
    if outcome.plan is None:
        return run
    return _audited(run, outcome.plan, case.problem, RULES)


def run_of_case(case: Case, run_id: str, verdict: Verdict, engine: Engine) -> Run:
    """Make the run that tells what was asked, by what it was answered, and the verdict."""
    problem = case.problem
    return Run(
        id=run_id,
        title=problem.title,
        station=problem.station.id,
        as_of=problem.as_of,
        until=problem.until,
        verdict=verdict,
        plan=None,
        goals=(),
        solver=SolverInfo(
            name="ortools-cp-sat",
            version=importlib.metadata.version("ortools"),
            seconds=round(engine.seconds, 3),
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
    """Save the inputs, then the run: where that is, all is."""
    folder = data_directory() / "evidence" / run.id
    folder.mkdir(parents=True, exist_ok=True)
    save_new(folder / "inputs.json", json.dumps(dict(run.inputs.texts)))
    save_new(folder / "run.json", document_text(run))
    return folder
