"""Launch days (TR-4): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import Plan, WindowFact
from scheduler.rules.launch_days import LaunchDays
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.windows import busy_with, ms_2_with, window

RULE, KIND = LaunchDays(), "launch-days"


@pytest.mark.parametrize(
    ("windows", "launch", "allowed"),
    [
        pytest.param((), 4, True, id="never-any-window"),
        pytest.param((window(KIND, 3, 6),), 3, True, id="on-its-first-day"),
        pytest.param((window(KIND, 3, 6),), 2, False, id="the-day-before"),
        pytest.param((window(KIND, 3, 6),), 5, True, id="on-its-last-day"),
        pytest.param((window(KIND, 3, 6),), 6, False, id="the-day-after"),
        pytest.param((window(KIND, -3, 1),), 0, True, id="on-the-first-day"),
        pytest.param((window(KIND, 9, 12),), 9, True, id="on-the-last-day"),
        pytest.param((window(KIND, 10, 12),), 9, False, id="opens-at-until"),
        pytest.param((window(KIND, 3, None),), 9, True, id="open-ended"),
        pytest.param((window(KIND, 0, 2), window(KIND, 6, 8)), 7, True, id="the-second-of-two"),
        pytest.param((window(KIND, 0, 2), window(KIND, 6, 8)), 4, False, id="between-two"),
        pytest.param((window(KIND, 0, 2, "soyuz-ms"),), 4, False, id="of-its-type"),
        pytest.param((window(KIND, 0, 2, "baikonur-31"),), 4, False, id="of-its-pad"),
        pytest.param((window(KIND, 0, 2, "iss"),), 4, False, id="of-the-station"),
        pytest.param((window(KIND, 0, 2, "crew-dragon"),), 4, True, id="of-another-type"),
        pytest.param((window("eva", 0, 2),), 4, True, id="of-another-kind"),
    ],
)
def test_worked_cases(windows: tuple[WindowFact, ...], launch: int, allowed: bool) -> None:
    """One Soyuz and its launch windows."""
    problem = ms_2_with(*windows)
    plan = make_plan(problem, {"ms-2": Voyage(launch=launch)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_a_ship_on_the_ground_needs_no_window() -> None:
    """A ship that does not fly keeps any window."""
    problem = ms_2_with(window(KIND, 0, 2))
    plan = make_plan(problem, {"ms-2": Voyage(flies=False)})
    assert voices(RULE, plan, problem) == (True, True)


WORLD = busy_with(KIND)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_what_and_when() -> None:
    """A launch outside of every window is told with its day."""
    problem = ms_2_with(window(KIND, 0, 2))
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == (
        "The launch of ms-2 on 2030-01-05 is outside of every window (launch-days)."
    )
