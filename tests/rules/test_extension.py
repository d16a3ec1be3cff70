"""Extension (CR-2): worked by hand. The rule posts nothing, so only the check is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan
from scheduler.rules.extension import Extension
from tests.rules.agreement import breaches, checker_accepts, solver_accepts
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, VISITS, make_flight, make_problem, on

RULE = Extension()
MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann",))
MS_2 = make_flight("ms-2", launch=5, undock=30, crew=("bob",))
TWO = make_problem(MS_1, MS_2, until=10)


@pytest.mark.parametrize(
    ("undock", "stated", "allowed"),
    [
        # published to land on day 6; until is day 10
        pytest.param(6, 0, True, id="never-extended"),
        pytest.param(6, None, False, id="nothing-stated"),
        pytest.param(7, 1, True, id="a-day"),
        pytest.param(7, 0, False, id="a-day-too-few"),
        pytest.param(7, 2, False, id="a-day-too-many"),
        pytest.param(0, 0, True, id="home-early-on-the-first-day"),
        pytest.param(0, -6, False, id="never-below-nothing"),
        pytest.param(9, 3, True, id="to-the-last-day"),
        pytest.param(12, 6, True, id="beyond-until"),
        pytest.param(12, 4, False, id="not-cut-at-until"),
    ],
)
def test_worked_cases(undock: int, stated: int | None, allowed: bool) -> None:
    """One person aboard; the plan states an extension."""
    plan = make_plan(TWO, {"ms-1": Voyage(undock=undock)})
    ann, bob = plan.stays
    plan = replace(plan, stays=(replace(ann, extension_days=stated), bob))
    assert checker_accepts(RULE, plan, TWO) is allowed


@pytest.mark.parametrize(
    ("change", "text"),
    [
        pytest.param(
            {"extension_days": 3}, "bob has no extension; the plan states 3.", id="not-yet-aboard"
        ),
        pytest.param(
            {"planned_to_on": on(5)},
            "The published landing of bob is 2030-01-31; the plan states 2030-01-06.",
            id="another-published-landing",
        ),
        pytest.param({"person": "zoe"}, "zoe is nobody known to fly.", id="nobody-known"),
    ],
)
def test_findings(change: dict[str, object], text: str) -> None:
    """Wrong statements are told with what is right."""
    plan = make_plan(TWO)
    ann, bob = plan.stays
    wrong = replace(plan, stays=(ann, replace(bob, **change)))  # type: ignore[arg-type]
    assert [finding.text for finding in breaches(RULE, wrong, TWO)] == [text]


def test_finding_of_a_wrong_extension() -> None:
    """A wrong extension is told with the right one."""
    plan = make_plan(TWO, {"ms-1": Voyage(undock=7)})
    ann, bob = plan.stays
    wrong = replace(plan, stays=(replace(ann, extension_days=2), bob))
    [finding] = breaches(RULE, wrong, TWO)
    assert finding.text == "ann has an extension of 1 day; the plan states 2."


WORLD = make_problem(*BUSY, until=12, opened=VISITS)


@FEW
@given(plan=plans(WORLD))
def test_nothing_is_posted(plan: Plan) -> None:
    """An extension binds no plan; no plan of ours states one that is wrong."""
    assert solver_accepts(RULE, plan, WORLD)
    assert checker_accepts(RULE, plan, WORLD)
