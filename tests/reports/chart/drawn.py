"""Charts to look at: the MS-22 week, three years as flown, ten years of a made world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from scheduler.cli.folder import FactFolder
from scheduler.cli.shared import context_of
from scheduler.domain import Inputs, Plan, Problem, Run, SolverInfo, Verdict
from scheduler.history import flown_record
from scheduler.intake import fingerprint, read_expeditions
from scheduler.planning import Case, Limits, plan, read_case
from scheduler.reports.chart import PUBLISHED, Charted, Other, published_plan
from scripts.bench.worlds import make_world
from tests.command import ROOT, WHAT_IFS

TODAY = date(2023, 4, 1)


@cache
def week() -> Charted:
    """Plan the MS-22 week and chart it."""
    case = read_case(WHAT_IFS / "ms-22-leak.yaml")
    run = plan(case, "week", Limits(60.0), lambda *_: None)
    recorded = read_expeditions(ROOT / "seeds" / "iss", case.problem.people) or ()
    return Charted(run, case.problem, context_of(case), recorded, TODAY)


@cache
def week_against() -> Charted:
    """Chart the MS-22 week against the published plan."""
    found = week()
    return replace(found, other=Other(PUBLISHED, published_plan(found.problem)))


@cache
def three_years() -> Charted:
    """Chart all that was flown in 2022 to 2024."""
    told = FactFolder.read(None, None)
    record = flown_record(told.facts, told.station)
    problem = replace(record.problem, as_of=date(2022, 1, 1), until=date(2025, 1, 1))
    return charted(problem, record.plan, "Flown, 2022 to 2024")


@cache
def ten_years() -> Charted:
    """Chart ten years of a made world, as published: such a plan keeps every rule."""
    problem = make_world(1, 40, is_rich=True)
    return charted(problem, published_plan(problem), "Ten years")


CHARTS = {
    "week": week,
    "against": week_against,
    "three-years": three_years,
    "ten-years": ten_years,
}


def charted(problem: Problem, made: Plan, title: str) -> Charted:
    """Chart a plan that was not searched for."""
    run = Run(
        id="run",
        title=title,
        station=problem.station.id,
        as_of=problem.as_of,
        until=problem.until,
        verdict=Verdict.FEASIBLE,
        plan=made,
        goals=(),
        solver=SolverInfo("none", "0", 0.0, 0),
        inputs=Inputs(fingerprint({}), ()),
    )
    case = Case(problem, problem.station, FactFolder.read(None, None).facts, run.inputs, {})
    return Charted(run, problem, context_of(case), (), TODAY)


def write(folder: Path, name: str, data: bytes) -> Path:
    """Save what was drawn, and say where."""
    path = folder / name
    path.write_bytes(data)
    return path
