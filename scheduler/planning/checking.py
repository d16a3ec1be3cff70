"""``check``: any plan against the facts and rules, without the solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scheduler.audit import audit, breaches, known_part, waiver_uses
from scheduler.domain import Finding, Plan, Problem, Run, Verdict
from scheduler.goals import TIE_BREAK, goals_in_order
from scheduler.planning.case import Case
from scheduler.rules import RULES


@dataclass(frozen=True)
class Judgement:
    """What the checker says of a run; ``notes`` are remarks that are no findings."""

    run: str
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Say whether nothing is wrong with the plan."""
        return not breaches(self.findings)


def judge(run: Run, case: Case) -> Judgement:
    """Judge the plan of a run, and what the run says of it, as if nobody had ever solved it."""
    problem, notes = case.problem, []
    if run.inputs.fingerprint != case.inputs.fingerprint:
        notes.append("The run was made from other inputs than those it is judged by.")
    findings = list(_check_frame(run, problem))
    if run.plan is None:
        notes.append("There is no plan to judge.")
        return Judgement(run.id, tuple(findings), tuple(notes))
    known = known_part(run.plan, problem)
    findings += audit(run.plan, problem, RULES)
    findings += _check_verdict(run)
    if run.goals or run.verdict is Verdict.OPTIMAL:
        findings += _check_goals(run, known, problem)
    else:
        notes.append("The run states no goals, so none were counted.")
    findings += _check_waivers(run, known, problem)
    findings += _check_told(run, findings)
    return Judgement(run.id, tuple(findings), tuple(notes))


def _check_frame(run: Run, problem: Problem) -> list[Finding]:
    pairs = [
        ("station", run.station, problem.station.id),
        ("as_of", run.as_of, problem.as_of),
        ("until", run.until, problem.until),
    ]
    return [
        _finding(name, f"The run's {name} is {told}; the case's is {own}.", "facts")
        for name, told, own in pairs
        if told != own
    ]


def _check_verdict(run: Run) -> Iterator[Finding]:
    """Hold the verdict to the plan, the goals to their parts, and the parts to their bounds."""
    verdict = run.verdict.value
    if run.verdict not in (Verdict.OPTIMAL, Verdict.FEASIBLE) or run.conflict is not None:
        text = f"There is a plan, so neither the verdict {verdict} nor a conflict fits it."
        yield _finding("verdict", text)
    is_proved = bool(run.goals) and all(goal.is_proved for goal in run.goals)
    if is_proved is not (run.verdict is Verdict.OPTIMAL):
        words = "every goal is" if is_proved else "not every goal is"
        yield _finding("verdict", f"The verdict is {verdict}, but {words} told as proved.")
    for goal in run.goals:
        for part in goal.parts:
            if part.bound > part.value or (part.is_proved and part.bound != part.value):
                text = f"{part.value} with a bound of {part.bound}"
                text += ", told as proved" if part.is_proved else ""
                yield _finding(goal.goal, f"The part {part.part} of {goal.goal} is {text}.")
        if goal.is_proved and not all(part.is_proved for part in goal.parts):
            text = f"The goal {goal.goal} is told as proved, but not every part of it is."
            yield _finding(goal.goal, text)


def _check_goals(run: Run, plan: Plan, problem: Problem) -> Iterator[Finding]:
    """Count every goal again, in the order that was asked for."""
    goals = goals_in_order(problem.goals)
    asked, stated = [*(goal.code for goal in goals), TIE_BREAK], [one.goal for one in run.goals]
    if asked != stated:
        text = f"The goals are {', '.join(asked)}; the run states {', '.join(stated) or 'none'}."
        yield _finding("order", text)
    told = {goal.goal: [(part.part, part.value) for part in goal.parts] for goal in run.goals}
    for goal in goals:
        score = list(goal.score(plan, problem).items())
        if goal.code in told and told[goal.code] != score:
            text = f"The goal {goal.code} is {_words(score)}; the run states "
            yield _finding(goal.code, f"{text}{_words(told[goal.code]) or 'nothing'}.")


def _words(parts: Sequence[tuple[str, int]]) -> str:
    """Read as ``G4 2, G3 88``."""
    return ", ".join(f"{part.replace('_', ' ')} {value}" for part, value in parts)


def _check_waivers(run: Run, plan: Plan, problem: Problem) -> Iterator[Finding]:
    """See that every waiver is named once, with what the plan makes of it."""
    actual, stated = Counter(waiver_uses(plan, problem, RULES)), Counter(run.waivers)
    wrong = {(use.rule, use.subject) for use in (actual - stated) + (stated - actual)}
    for rule, subject in sorted(wrong):
        text = f"The waiver of {rule} for {subject} is not told as it is used."
        yield _finding(subject, text, rule)


def _check_told(run: Run, findings: list[Finding]) -> Iterator[Finding]:
    """See that a plan tells its days without a seat, as they are and no others."""
    actual = {_told_key(finding): finding for finding in findings if finding.is_told}
    stated = {_told_key(finding): finding for finding in run.findings}
    for key, finding in actual.items():
        if key not in stated:
            yield replace(finding, text=f"Not told by the run: {finding.text}", is_told=False)
    for key, finding in stated.items():
        if key not in actual:
            text = f"Told by the run, but not so: {finding.text}"
            yield replace(finding, text=text, is_told=False)


def _told_key(finding: Finding) -> tuple[str, str, date | None, date | None]:
    return finding.ref, finding.subject, finding.from_on, finding.to_on


def _finding(subject: str, text: str, ref: str = "goals") -> Finding:
    return Finding(ref, "record", "S", subject, text)
