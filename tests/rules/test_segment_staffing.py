"""Segment staffing (HO-4): worked by hand. The rule posts nothing, so only the check is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan, Waiver
from scheduler.rules.segment_staffing import SegmentStaffing
from tests.rules.agreement import breaches, solver_accepts
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, DRAGON, make_flight, make_problem, make_waiver, on

RULE = SegmentStaffing()
MS_1 = make_flight("ms-1", launch=-8, undock=30, crew=("ann",))
CREW_1 = make_flight("crew-1", kind=DRAGON, launch=-8, undock=5, crew=("fay",))
CREW_2 = make_flight("crew-2", kind=DRAGON, launch=6, undock=30, crew=("gus",))
THREE = make_problem(MS_1, CREW_1, CREW_2, until=10)


def told(plan: Plan, *waivers: Waiver) -> list[str]:
    """Give what the check says of the plan; all of it may be in a plan that tells it."""
    findings = list(RULE.check(plan, replace(THREE, waivers=waivers)))
    assert all(finding.is_told for finding in findings)
    return [finding.text for finding in findings]


@pytest.mark.parametrize(
    ("leaves", "comes", "days"),
    [
        # the US segment is empty from the day fay leaves up to the day gus comes; until is day 10
        pytest.param(7, 5, None, id="never-short"),  # gus is launched on day 5, docks on day 6
        pytest.param(6, 5, None, id="relieved-on-the-same-day"),
        pytest.param(5, 5, (5, 6), id="short-for-a-day"),
        pytest.param(0, 5, (0, 6), id="from-the-first-day"),
        pytest.param(8, 9, (8, 10), id="to-the-last-day"),
        pytest.param(10, 9, None, id="days-beyond-until-do-not-count"),
    ],
)
def test_worked_cases(leaves: int, comes: int, days: tuple[int, int] | None) -> None:
    """The least crew of each segment is 1."""
    plan = make_plan(THREE, {"crew-1": Voyage(undock=leaves), "crew-2": Voyage(launch=comes)})
    wanted = []
    if days:
        first, end = (on(day) for day in days)
        wanted = [f"USOS has 0 people from {first} up to {end}; the least is 1."]
    assert told(plan) == wanted


def test_a_waiver_moves_the_floor() -> None:
    """A floor waived on some days is told on the others only."""
    plan = make_plan(THREE, {"crew-1": Voyage(undock=2), "crew-2": Voyage(launch=7)})
    waiver = make_waiver("HO-4", "least_crew", "USOS", 0, 3, 5)
    assert told(plan, waiver) == [
        "USOS has 0 people from 2030-01-03 up to 2030-01-04; the least is 1.",
        "USOS has 0 people from 2030-01-06 up to 2030-01-09; the least is 1.",
    ]


def test_people_of_other_agencies_count_to_the_segment_of_their_ship() -> None:
    """Somebody of an agency that no segment names runs the segment where the ship docks."""
    problem = make_problem(MS_1, replace(CREW_1, undock_on=on(30)), agencies={"fay": "Axiom"})
    assert list(RULE.check(make_plan(problem), problem)) == []


def test_wrong_statements_are_found() -> None:
    """A head-count by segment that is not that of the stays is found, and is a breach."""
    plan = make_plan(THREE)
    first = replace(plan.aboard[0], by_segment={"RS": 2, "USOS": 1})
    wrong = replace(plan, aboard=(first, *plan.aboard[1:]))
    [finding] = breaches(RULE, wrong, THREE)
    assert finding.text == (
        "RS has 1 person from 2030-01-01 up to 2030-01-06; the plan states another number."
    )


WORLD = make_problem(*BUSY, until=12)


@FEW
@given(plan=plans(WORLD))
def test_nothing_is_posted(plan: Plan) -> None:
    """The floor binds no plan; no plan of ours states a head-count that is wrong."""
    assert solver_accepts(RULE, plan, WORLD)
    assert breaches(RULE, plan, WORLD) == []
