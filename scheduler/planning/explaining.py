"""``explain`` and ``why-not``: why there is no plan, and what another one would cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from scheduler.domain import (
    Contrast,
    Explanation,
    Grade,
    Plan,
    Problem,
    Relaxation,
    Run,
    Verdict,
    Way,
    difference,
    each_day,
)
from scheduler.planning.case import Case, read_case
from scheduler.planning.limits import Limits
from scheduler.planning.planning import planned, run_of_case
from scheduler.planning.reasons import Wanted, reasons
from scheduler.rules import RULES
from scheduler.scenarios import Question, read_question, relaxed_what_if
from scheduler.shelf import Shelf
from scheduler.solve import Engine, Progress, search
from scheduler.units import add_days

ASKED = "asked.yaml"


def explain(
    case: Case,
    run_id: str,
    limits: Limits,
    wanted: Wanted,
    under: Sequence[str],
    progress: Progress,
) -> Explanation:
    """Say why a case has no plan, and plan each of the cheapest ways out.

    Parameters
    ----------
    under
        The what-if files of the case, by the paths that a file of a way out is to name.

    Returns
    -------
    An explanation without conflicts where there is a plan, or where neither that nor the
    contrary was proved in time.
    """
    engine = Engine(limits.time_limit_s, workers=limits.workers)
    why = reasons(case.problem, limits, wanted, progress)
    engine.seconds += why.seconds
    ways = tuple(_ways(case, run_id, why.relaxations, under, limits, progress))
    run = run_of_case(case, run_id, why.verdict, engine)
    if why.conflicts:
        run = replace(run, conflict=why.conflicts[0])
    return Explanation(
        run=replace(run, relaxations=tuple(way.relaxation for way in ways)),
        conflicts=why.conflicts,
        is_smallest=why.is_smallest,
        are_all=why.are_all,
        ways=ways,
        are_ways_all=why.are_ways_all,
    )


def _ways(
    case: Case,
    run_id: str,
    relaxations: Sequence[Relaxation],
    under: Sequence[str],
    limits: Limits,
    progress: Progress,
) -> Iterator[Way]:
    """Plan each way out, as its own what-if file would be planned."""
    for number, relaxation in enumerate(relaxations, start=1):
        eased = replace(case, problem=case.problem.relaxed(relaxation))
        run = _planned(eased, f"{run_id}-{number}", limits, progress, f"way {number}")
        if run.verdict is Verdict.INFEASIBLE:
            raise AssertionError(f"A way out leads nowhere: {relaxation.text}")
        if run.plan is None:  # that there is one is proved; no time was left to make it
            yield Way(relaxation, relaxed_what_if(case.problem, relaxation, under))
            continue
        dated = _on_its_days(replace(relaxation, verdict_after=run.verdict.value), case, run.plan)
        yield Way(dated, relaxed_what_if(case.problem, dated, under), run)


def _on_its_days(relaxation: Relaxation, case: Case, plan: Plan) -> Relaxation:
    """Limit a waiver of LB-1 to the days on which the plan leans on it.

    The first goal keeps these few, so with the waiver dated the plan is as good as before.
    """
    problem = case.problem
    days = [
        day
        for day in each_day(problem.as_of, problem.until)
        if any(
            seat.from_on <= day < seat.to_on and seat.grade > _least_grade(problem, day)
            for seat in plan.seats
        )
    ]
    if not days:
        return relaxation
    first_on, end_on = days[0], add_days(days[-1], 1)
    waived = [
        replace(one, from_on=first_on, to_on=end_on) if one.rule == "LB-1" else one
        for one in relaxation.waived
    ]
    return replace(relaxation, waived=tuple(waived))


def _least_grade(problem: Problem, day: date) -> Grade:
    waiver = problem.waiver("LB-1", "least_grade", problem.station.id, day)
    return Grade(waiver.bound) if waiver else Grade[problem.least_grade]


def asked_case(
    question: str,
    case: Case,
    what_if: Path,
    under: Sequence[str],
    facts: Path | None = None,
    station: Path | None = None,
) -> tuple[Question, Case]:
    """Read a question to a case, and the case that it asks about.

    Parameters
    ----------
    under
        The what-if files of the case, by the paths that a file of the question is to name.

    Raises
    ------
    ScenarioError
        When the question is not understood, or asks what cannot be asked.
    """
    asked = read_question(question, case.problem, (what_if.name,))
    at = what_if.with_name(ASKED)
    other = read_case(at, facts, station, Shelf({str(at): asked.what_if}))
    other = replace(other, problem=asked.placed(other.problem, str(at)))
    return read_question(question, case.problem, under), other


def why_not(
    asked: Question, case: Case, other: Case, run_id: str, limits: Limits, progress: Progress
) -> Contrast:
    """Answer a question to a plan: what it would cost, or what stands against it."""
    plan = _planned(case, run_id, limits, progress, "the plan")
    wanted = _planned(other, f"{run_id}-asked", limits, progress, "as asked")
    ways: tuple[Way, ...] = ()
    are_ways_all = None
    if wanted.verdict is Verdict.INFEASIBLE:
        why = explain(other, wanted.id, limits, Wanted(), (ASKED,), progress)
        wanted, ways, are_ways_all = why.run, why.ways, why.are_ways_all
    has_both = plan.plan is not None and wanted.plan is not None
    return Contrast(
        said=asked.said,
        what_if=asked.what_if,
        plan=plan,
        asked=wanted,
        difference=difference(plan, wanted) if has_both else None,
        ways=ways,
        are_ways_all=are_ways_all,
    )


def _planned(case: Case, run_id: str, limits: Limits, progress: Progress, what: str) -> Run:
    """Plan a case and judge the plan; nothing is explained or offered."""

    def tell(goal: str, best: str, bound: str) -> None:
        progress(f"{what}, {goal}", best, bound)

    engine = Engine(limits.time_limit_s, workers=limits.workers)
    return planned(case, run_id, search(case.problem, RULES, engine, tell), engine)
