"""Daylight landing (TR-5): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import Plan, WindowFact
from scheduler.rules.daylight_landing import DaylightLanding
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.windows import busy_with, ms_2_with, window
from tests.rules.worlds import DRAGON, make_flight, make_problem

RULE, KIND = DaylightLanding(), "lit-landing"


@pytest.mark.parametrize(
    ("windows", "land", "allowed"),
    [
        pytest.param((), 30, True, id="never-any-window"),
        pytest.param((window(KIND, 6, 9),), 6, True, id="on-its-first-day"),
        pytest.param((window(KIND, 6, 9),), 5, False, id="the-day-before"),
        pytest.param((window(KIND, 6, 9),), 8, True, id="on-its-last-day"),
        pytest.param((window(KIND, 6, 9),), 9, False, id="the-day-after"),
        pytest.param((window(KIND, 9, 10),), 9, True, id="on-the-last-day"),
        pytest.param((window(KIND, 9, 10),), 10, False, id="at-until"),
        pytest.param((window(KIND, 20, 31),), 30, True, id="beyond-until"),
        pytest.param((window(KIND, 20, 30),), 30, False, id="dark-beyond-until"),
        pytest.param((window(KIND, 6, None),), 30, True, id="open-ended"),
        pytest.param((window(KIND, 6, 9, "soyuz-ms"),), 9, False, id="of-its-type"),
        pytest.param((window(KIND, 6, 9, "crew-dragon"),), 9, True, id="of-another-type"),
    ],
)
def test_worked_cases(windows: tuple[WindowFact, ...], land: int, allowed: bool) -> None:
    """One Soyuz, which lands on the day it undocks, and its lit windows."""
    problem = ms_2_with(*windows)
    plan = make_plan(problem, {"ms-2": Voyage(undock=land)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("undock", "allowed"),
    [
        pytest.param(0, True, id="undocks-on-the-first-day"),
        pytest.param(1, True, id="lands-on-the-last-lit-day"),
        pytest.param(2, False, id="lands-a-day-late"),
    ],
)
def test_the_landing_counts(undock: int, allowed: bool) -> None:
    """A docked Dragon lands the day after it undocks; the light ends with day 2."""
    ship = make_flight("crew-1", kind=DRAGON, launch=-8, undock=9, crew=("fay",))
    problem = make_problem(ship, until=10, windows=(window(KIND, -5, 3, "crew-1"),))
    plan = make_plan(problem, {"crew-1": Voyage(undock=undock)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = busy_with(KIND)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_what_and_when() -> None:
    """A landing in the dark is told with its day."""
    problem = ms_2_with(window(KIND, 6, 9))
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == (
        "The landing of ms-2 on 2030-01-31 is outside of every window (lit-landing)."
    )
