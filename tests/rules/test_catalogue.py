"""The catalogue: every rule is whole, tested, told in its own words, and posted in any order."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import (
    HARDNESS,
    Demand,
    DemandKind,
    FlightPlan,
    Grade,
    Handover,
    HealthSpan,
    Outage,
    PortStay,
    Problem,
    SeatSpan,
    Stay,
)
from scheduler.rules import RULES, Rule
from tests.rules.voyages import make_plan
from tests.rules.windows import window
from tests.rules.worlds import BUSY, POISK, PROGRESS, RASSVET, VISITS, make_problem, on, with_rules

REF = re.compile(r"(LB|VL|PT|TR|HO|CR|CT)-[1-9]|readiness|what-if")
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)

STATION = with_rules(
    PT_1={"gap_days": 1},
    TR_1={"separation_days": 1},
    HO_3={"most_aboard": 5, "most_days": 4, "long_term": 4},
    CR_1={"most_days": 30, "least_days": 3},
    CT_1={"least_aboard": 1},
)
RASSVET_PORT = replace(STATION.ports[RASSVET], blocked_by={POISK: (PROGRESS,)})
EVERYTHING = make_problem(
    *BUSY,
    until=12,
    station=replace(
        STATION,
        ports={**STATION.ports, RASSVET: RASSVET_PORT},
        pads={pad: replace(one, turnaround_days=3) for pad, one in STATION.pads.items()},
        vehicle_types={
            kind.id: replace(kind, lead_days=5) for kind in STATION.vehicle_types.values()
        },
    ),
    opened=VISITS,
    least_grade="G2",
    health_spans=(HealthSpan("ms-1", "emergency-only", 2, on(9), None, ""),),
    outages=(
        Outage("pad", "lc-39a", on(0), on(2)),
        Outage("port", "harmony-zenith", on(7), on(9)),
    ),
    windows=(
        window("launch-days", 0, None, "ms-3"),
        window("lit-landing", 4, None, "soyuz-ms"),
        window("beta-cutout", 7, 8, "crew-2"),
        window("eva", 2, 3, "iss"),
    ),
    demands=(Demand(DemandKind.LATEST_UNDOCK, "ms-1", "what-if.yaml:9", day=on(8)),),
)
"""A world in which every rule that posts anything has something to say."""
TOO_MUCH = Demand(DemandKind.EARLIEST_UNDOCK, "ms-1", "what-if.yaml:12", day=on(9))
FIRST_SENTENCES = {
    "seat-for-everyone": "Nobody aboard has a seat below G2 (improvised place).",
    "own-vehicle": "Crew-1 takes home people with seats in it and leaves nobody seatless.",
    "seat-transfer": "A seat moves to Crew-1 1 day after it docks at the earliest.",
    "over-capacity": "Crew-1 holds at most 3 people, 2 of them certified.",
    "ship-health": "Ms-1 is nominal, then emergency-only (2 seats).",
    "replacement-lead": "Crew-2 needs 5 days from decision to launch as a replacement.",
    "vehicle-life": "Cargo-1 lands within 200 days of its launch.",
    "port-capacity": "rassvet-nadir holds one ship at a time, with 1 day between two.",
    "port-fit": "Cargo-1 fits poisk-zenith only.",
    "relocations": "Crew-1 is relocated at most 1 time.",
    "neighbouring-ports": (
        "No ship comes to or leaves rassvet-nadir while one of progress-ms is at poisk-zenith."
    ),
    "port-closure": "harmony-zenith is closed from 2030-01-08 up to 2030-01-10.",
    "traffic-separation": "Dockings, undockings and relocations are at least 1 day apart.",
    "beta-cutout": (
        "Crew-2: docking and undocking outside of 2030-01-08 to 2030-01-09 (beta-cutout)."
    ),
    "launch-days": "Ms-3: launch inside 2030-01-01 to further notice (launch-days).",
    "daylight-landing": "Ms-1: landing inside 2030-01-05 to further notice (lit-landing).",
    "pad-turnaround": "Launches from baikonur-31 are at least 3 days apart.",
    "spacewalk-days": (
        "Cargo-1: docking and relocation and undocking outside of 2030-01-03 to 2030-01-04 (eva)."
    ),
    "handover-overlap": "Crew-1 and Crew-2 overlap by at least 2 days, or not at all.",
    "most-aboard": "At most 5 people are aboard, and more than 4 for at most 4 days in a row.",
    "stay-length": "Ann is away between 3 and 30 days.",
    "never-empty": "At least 1 person is aboard every day.",
    "crew-order": "The crews of dragon keep their published order.",
    "seats-both-ways": "Crew-1 brings home at most 2 people.",
    "published-launch": "Crew-2 is not ready to launch before 2030-01-03, as published.",
    "what-if-demand": "Ms-1 undocks on 2030-01-09 at the latest.",
}
"""What each rule says of its first subject there; the rules not named post nothing."""


@each_rule
def test_a_rule_is_named_like_its_file_and_tested(rule: Rule) -> None:
    """Code, module and test file carry one name."""
    module = type(rule).__module__.removeprefix("scheduler.rules.")
    assert rule.code == module.replace("_", "-")
    assert Path(__file__).with_name(f"test_{module}.py").exists()


@each_rule
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    """Reference, class, sentence, source and docstring are there."""
    assert REF.fullmatch(rule.ref)
    assert rule.hardness in HARDNESS
    assert rule.sentence.endswith(".")
    assert rule.source
    assert type(rule).__doc__
    assert type(rule).__doc__ != Rule.__doc__


@each_rule
def test_a_rule_has_two_voices(rule: Rule) -> None:
    """Neither voice is left to the base class."""
    assert type(rule).post is not Rule.post
    assert type(rule).check is not Rule.check


def test_codes_are_unique() -> None:
    """No two rules share a name."""
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_every_rule_file_is_in_the_catalogue() -> None:
    """A rule that nobody posts would be a rule that fell out."""
    folder = Path(__file__).parents[2] / "scheduler" / "rules"
    named = {rule.code.replace("-", "_") for rule in RULES}
    bases = {"__init__", "base", "calendar_window", "what_if_kept"}
    assert {path.stem for path in folder.glob("*.py")} == named | bases


@each_rule
def test_requirements_tell_whose_they_are(rule: Rule) -> None:
    """Each requirement carries its rule, a subject and a whole sentence."""
    board = Board(EVERYTHING, has_switches=True)
    rule.post(board)
    posted = list(board.switches)
    first = posted[0].sentence if posted else None
    assert first == FIRST_SENTENCES.get(rule.code)
    for requirement in posted:
        assert (requirement.rule, requirement.ref) == (rule.code, rule.ref)
        assert requirement.hardness == rule.hardness
        assert requirement.subject
        assert requirement.sentence.endswith(".")
    assert len(set(posted)) == len(posted)


def best(problem: Problem, rules: Sequence[Rule]) -> float | None:
    """Give the least sum of days and moves over all plans; none where there is no plan."""
    board = Board(problem)
    for rule in rules:
        rule.post(board)
    days = sum(ship.undock.expr + 3 * ship.launch.expr for ship in board.ships.values())
    board.model.minimize(days + 5 * sum(board.seat_moves.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(board.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return solver.objective_value if status == cp_model.OPTIMAL else None


@pytest.mark.parametrize(
    ("problem", "has_plan"),
    [
        pytest.param(EVERYTHING, True, id="feasible"),
        pytest.param(
            replace(EVERYTHING, demands=(*EVERYTHING.demands, TOO_MUCH)), False, id="infeasible"
        ),
    ],
)
def test_posting_order_does_not_matter(problem: Problem, has_plan: bool) -> None:
    """The catalogue posted backwards gives the same best plan, or none as well."""
    found = best(problem, RULES)
    assert (found is not None) is has_plan
    assert best(problem, RULES[::-1]) == found


@each_rule
def test_a_plan_of_others_may_name_what_nobody_knows(rule: Rule) -> None:
    """A check judges any plan: unknown ships, people and ports are no reason to stumble."""
    problem = make_problem(*BUSY, until=12)
    days = (on(-3), on(-2), on(5), on(6))
    plan = make_plan(problem)
    unknown = FlightPlan(
        "ms-99", "rocket", "docked", *days, (PortStay("hatch", on(-2), on(5)),), ("zoe",), ("zoe",)
    )
    stay = Stay("zoe", "ms-99", "ms-99", on(-2), on(5), 9, None, None)
    seats = (
        SeatSpan("zoe", "ms-99", on(0), on(5), Grade.G0),
        SeatSpan("ann", "ms-98", on(0), on(5), Grade.G1),
    )
    handover = Handover("line", "ms-99", "ms-98", False, 3)
    strange = replace(
        plan,
        flights=(*plan.flights, unknown),
        stays=(*plan.stays, stay),
        seats=(*plan.seats, *seats),
        handovers=(handover,),
    )
    for finding in rule.check(strange, problem):
        assert finding.text


@pytest.mark.parametrize("module", ["scheduler.audit", "scheduler.rules", "scheduler.goals"])
def test_judging_needs_no_solver(module: str) -> None:
    """Where OR-Tools cannot be imported, plans can still be judged."""
    code = f"import sys; sys.modules['ortools'] = None; import {module}"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
