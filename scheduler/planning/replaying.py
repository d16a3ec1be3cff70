"""``history replay``: plan a past day again, and set what was flown beside the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scheduler.audit import breaches, known_part, waiver_uses
from scheduler.documents.suggestions import suggestion
from scheduler.domain import (
    Finding,
    GoalResult,
    PartResult,
    Plan,
    Problem,
    Run,
    Verdict,
    difference,
)
from scheduler.errors import InputError
from scheduler.goals import TIE_BREAK, goals_in_order
from scheduler.history import Replay, flown_plan
from scheduler.paths import shipped
from scheduler.planning.case import Case
from scheduler.planning.limits import Limits
from scheduler.planning.planning import plan
from scheduler.rules import RULES
from scheduler.solve import Progress

CASES = "config/history"


def replay(case: Case, name: str, limits: Limits, progress: Progress) -> Replay:
    """Plan a case and judge what was flown by the same rules and goals."""
    run = plan(case, name, limits, progress)
    made = flown_plan(case.problem, case.facts, case.station)
    findings = tuple(_findings(made, case.problem))
    flown = replace(
        run,
        id=f"{name}-flown",
        verdict=Verdict.FEASIBLE,
        plan=made,
        goals=_counted(made, case.problem),
        findings=tuple(finding for finding in findings if finding.is_told),
        waivers=tuple(waiver_uses(made, case.problem, RULES)),
        conflict=None,
        relaxations=(),
    )
    return Replay(
        name=name,
        run=run,
        flown=flown,
        broken=breaches(findings),
        difference=difference(_within(run), _within(flown)) if run.plan else None,
    )


def _findings(made: Plan, problem: Problem) -> Iterator[Finding]:
    """Judge by the rules alone: what ships took under way is as it was, and no plan's claim."""
    known = known_part(made, problem)
    return (finding for rule in RULES for finding in rule.check(known, problem))


def _within(run: Run) -> Run:
    """Leave out people who go up beyond the horizon, or not at all."""
    made = run.plan or Plan()
    aboard = {f.flight for f in made.flights if f.flies}
    came = {stay.up for stay in made.stays if stay.from_on and stay.from_on < run.as_of}
    stays = tuple(stay for stay in made.stays if stay.up in aboard | came)
    return replace(run, plan=replace(made, stays=stays))


def _counted(made: Plan, problem: Problem) -> tuple[GoalResult, ...]:
    """Count the goals of a plan that nobody searched for, nor compared with equally good ones."""
    known = known_part(made, problem)
    counted = (
        GoalResult(
            goal.code,
            True,
            tuple(PartResult(part, n, n, True) for part, n in goal.score(known, problem).items()),
        )
        for goal in goals_in_order(problem.goals)
    )
    return (*counted, GoalResult(TIE_BREAK, False))


def replay_cases() -> dict[str, Path]:
    """Find the shipped cases, by name."""
    folder = shipped(CASES)
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def find_replay(name: str) -> Path:
    """Find a case by the name of a shipped one, or by the path of a what-if file.

    Raises
    ------
    InputError
        When there is neither.
    """
    known = replay_cases()
    if name in known:
        return known[name]
    if Path(name).is_file():
        return Path(name)
    told = f"{name}: there is no such case or what-if file."
    raise InputError(f"{told} {suggestion(name, known)}")
