"""Spacewalk days (TR-9): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import Plan, WindowFact
from scheduler.rules.spacewalk_days import SpacewalkDays
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.windows import busy_with, ms_2_with, window
from tests.rules.worlds import POISK, RASSVET

RULE, KIND = SpacewalkDays(), "eva"


@pytest.mark.parametrize(
    ("windows", "voyage", "allowed"),
    [
        # ms-2 docks on the day of its launch, day 4 where nothing else is said
        pytest.param((), Voyage(), True, id="never-any-spacewalk"),
        pytest.param((window(KIND, 4, 5),), Voyage(), False, id="docks-on-the-day"),
        pytest.param((window(KIND, 5, 6),), Voyage(), True, id="docks-the-day-before"),
        pytest.param((window(KIND, 3, 4),), Voyage(), True, id="docks-the-day-after"),
        pytest.param((window(KIND, 0, 1, "iss"),), Voyage(launch=0), False, id="on-the-first-day"),
        pytest.param((window(KIND, 9, 10, "iss"),), Voyage(launch=9), False, id="on-the-last-day"),
        pytest.param((window(KIND, 8, 9),), Voyage(undock=8), False, id="leaves-on-the-day"),
        pytest.param((window(KIND, 8, 9),), Voyage(undock=9), True, id="leaves-the-day-after"),
        pytest.param((window(KIND, 29, 31),), Voyage(), False, id="leaves-beyond-until"),
        pytest.param(
            (window(KIND, 8, 9),),
            Voyage(ports=((RASSVET, 4), (POISK, 8))),
            False,
            id="moves-on-the-day",
        ),
        pytest.param(
            (window(KIND, 8, 9),),
            Voyage(ports=((RASSVET, 4), (POISK, 9))),
            True,
            id="moves-the-day-after",
        ),
        pytest.param((window(KIND, 4, 5, "crew-dragon"),), Voyage(), True, id="of-another-type"),
    ],
)
def test_worked_cases(windows: tuple[WindowFact, ...], voyage: Voyage, allowed: bool) -> None:
    """One Soyuz that docks, moves and leaves."""
    problem = ms_2_with(*windows)
    plan = make_plan(problem, {"ms-2": voyage})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = busy_with(KIND)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_what_and_when() -> None:
    """A docking on the day of a spacewalk is told with both."""
    problem = ms_2_with(window(KIND, 4, None))
    docking, undocking = breaches(RULE, make_plan(problem), problem)
    assert docking.text == (
        "The docking of ms-2 on 2030-01-05 is inside 2030-01-05 to further notice (eva)."
    )
    assert undocking.text.startswith("The undocking of ms-2 on 2030-01-31")
