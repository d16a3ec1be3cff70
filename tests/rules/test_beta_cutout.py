"""Beta cut-out (TR-2): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import Plan, WindowFact
from scheduler.rules.beta_cutout import BetaCutout
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.windows import busy_with, ms_2_with, window
from tests.rules.worlds import POISK, RASSVET, make_flight, make_problem

RULE, KIND = BetaCutout(), "beta-cutout"


@pytest.mark.parametrize(
    ("windows", "docks", "leaves", "allowed"),
    [
        pytest.param((), 4, 30, True, id="never-any-cut-out"),
        pytest.param((window(KIND, 5, 8),), 4, 30, True, id="docks-the-day-before"),
        pytest.param((window(KIND, 5, 8),), 5, 30, False, id="docks-on-its-first-day"),
        pytest.param((window(KIND, 5, 8),), 7, 30, False, id="docks-on-its-last-day"),
        pytest.param((window(KIND, 5, 8),), 8, 30, True, id="docks-the-day-after"),
        pytest.param((window(KIND, 5, 8),), 4, 7, False, id="leaves-on-its-last-day"),
        pytest.param((window(KIND, 5, 8),), 4, 8, True, id="leaves-the-day-after"),
        pytest.param((window(KIND, -2, 1),), 0, 30, False, id="on-the-first-day"),
        pytest.param((window(KIND, -2, 0),), 0, 30, True, id="over-on-the-first-day"),
        pytest.param((window(KIND, 9, 10),), 9, 30, False, id="on-the-last-day"),
        pytest.param((window(KIND, 30, None),), 4, 30, False, id="beyond-until"),
        pytest.param((window(KIND, 5, 8, "iss"),), 5, 30, False, id="of-the-station"),
        pytest.param((window(KIND, 5, 8, "crew-dragon"),), 5, 30, True, id="of-another-type"),
        pytest.param((window(KIND, 0, 2), window(KIND, 5, 8)), 5, 30, False, id="second-of-two"),
    ],
)
def test_worked_cases(
    windows: tuple[WindowFact, ...], docks: int, leaves: int, allowed: bool
) -> None:
    """One Soyuz that docks and undocks."""
    problem = ms_2_with(*windows)
    plan = make_plan(problem, {"ms-2": Voyage(launch=docks, undock=leaves)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_what_is_past_and_what_moves_at_the_station_is_free() -> None:
    """A docking before ``as_of`` and a relocation are no concern of this rule."""
    ship = make_flight("ms-1", launch=-8, undock=30, crew=("ann",))
    problem = make_problem(ship, until=10, windows=(window(KIND, -9, 9, "ms-1"),))
    plan = make_plan(problem, {"ms-1": Voyage(ports=((RASSVET, -8), (POISK, 5)))})
    assert voices(RULE, plan, problem) == (True, True)


WORLD = busy_with(KIND)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_what_and_when() -> None:
    """A docking inside a cut-out is told with both."""
    problem = ms_2_with(window(KIND, 3, 8))
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == (
        "The docking of ms-2 on 2030-01-05 is inside 2030-01-04 to 2030-01-09 (beta-cutout)."
    )
