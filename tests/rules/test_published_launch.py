"""Published launch (readiness): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Flight, Plan
from scheduler.rules.published_launch import PublishedLaunch
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, make_flight, make_problem

RULE = PublishedLaunch()
MS_1 = make_flight("ms-1", launch=-8, undock=30, crew=("ann",))
MS_2 = make_flight("ms-2", launch=4, undock=30, crew=("bob",))


@pytest.mark.parametrize(
    ("ship", "voyage", "allowed"),
    [
        # published for day 4; until is day 10
        pytest.param(MS_2, Voyage(launch=7), True, id="never-near-it"),
        pytest.param(MS_2, Voyage(launch=4), True, id="exactly-as-published"),
        pytest.param(MS_2, Voyage(launch=3), False, id="one-day-before"),
        pytest.param(MS_2, Voyage(launch=0), False, id="on-the-first-day"),
        pytest.param(MS_2, Voyage(launch=9), True, id="on-the-last-day"),
        pytest.param(MS_2, Voyage(flies=False), True, id="beyond-until"),
        pytest.param(replace(MS_2, has_readiness=True), Voyage(launch=1), True, id="ready-before"),
        pytest.param(MS_1, Voyage(), True, id="launched-already"),
    ],
)
def test_worked_cases(ship: Flight, voyage: Voyage, allowed: bool) -> None:
    """One ship, whose readiness a what-if may state."""
    problem = make_problem(ship, until=10)
    plan = make_plan(problem, {ship.id: voyage})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("launch", "allowed"), [pytest.param(9, True, id="then"), pytest.param(8, False, id="before")]
)
def test_published_for_the_last_day(launch: int, allowed: bool) -> None:
    """A launch published for the last day of the horizon can be kept, not beaten."""
    ship = make_flight("ms-2", launch=9, undock=30, crew=("bob",))
    problem = make_problem(ship, until=10)
    plan = make_plan(problem, {"ms-2": Voyage(launch=launch)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(
    *(replace(f, has_readiness=f.id == "ms-3") for f in BUSY),
    until=12,
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_both_days() -> None:
    """A launch before the published one is told with both days."""
    problem = make_problem(MS_2, until=10)
    [finding] = breaches(RULE, make_plan(problem, {"ms-2": Voyage(launch=3)}), problem)
    assert finding.text == "ms-2 launches on 2030-01-04, before its published 2030-01-05."
