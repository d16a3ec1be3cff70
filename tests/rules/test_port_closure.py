"""Port closure (PT-6): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import Outage, Plan
from scheduler.rules.port_closure import PortClosure
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, POISK, RASSVET, make_flight, make_problem, on

RULE = PortClosure()
MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann",))
MS_2 = make_flight("ms-2", launch=3, undock=30, crew=("bob",))


def closed(first: int, end: int | None, port: str = RASSVET) -> Outage:
    """Close a port on some days, or for good."""
    return Outage("port", port, on(first), None if end is None else on(end))


@pytest.mark.parametrize(
    ("outage", "allowed"),
    [
        # ms-1 is at Rassvet from day -8 up to day 6; until is day 10
        pytest.param(closed(0, None, POISK), True, id="never-there"),
        pytest.param(closed(6, 9), True, id="leaves-as-it-closes"),
        pytest.param(closed(5, 9), False, id="leaves-a-day-late"),
        pytest.param(closed(0, 1), False, id="on-the-first-day"),
        pytest.param(closed(-3, 1), False, id="under-way-on-the-first-day"),
        pytest.param(closed(-5, 0), True, id="over-on-the-first-day"),
        pytest.param(closed(5, None), False, id="for-good-a-day-too-soon"),
        pytest.param(closed(6, None), True, id="for-good"),
        pytest.param(Outage("pad", RASSVET, on(0), None), True, id="another-kind-of-outage"),
    ],
)
def test_leaving_in_time(outage: Outage, allowed: bool) -> None:
    """A docked ship has to be away before its port closes."""
    problem = make_problem(MS_1, until=10, outages=(outage,))
    assert voices(RULE, make_plan(problem), problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("outage", "launch", "allowed"),
    [
        # ms-2 comes to Rassvet on the day of its launch and stays up to day 30
        pytest.param(closed(0, 3), 3, True, id="comes-as-it-opens"),
        pytest.param(closed(0, 4), 3, False, id="comes-a-day-too-soon"),
        pytest.param(closed(0, 9), 9, True, id="comes-on-the-last-day"),
        pytest.param(closed(28, 40), 9, False, id="closed-beyond-until"),
        pytest.param(closed(30, 40), 9, True, id="gone-before-beyond-until"),
    ],
)
def test_coming_in_time(outage: Outage, launch: int, allowed: bool) -> None:
    """A ship can come when its port is open again."""
    problem = make_problem(MS_2, until=10, outages=(outage,))
    plan = make_plan(problem, {"ms-2": Voyage(launch=launch)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("day", "allowed"), [pytest.param(4, True, id="in-time"), pytest.param(5, False, id="late")]
)
def test_moving_away_in_time(day: int, allowed: bool) -> None:
    """A ship may give way by a relocation."""
    problem = make_problem(MS_1, until=10, outages=(closed(4, 20),))
    voyage = Voyage(undock=9, ports=((RASSVET, -8), (POISK, day)))
    plan = make_plan(problem, {"ms-1": voyage})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(*BUSY, until=12, outages=(closed(-2, 4), closed(8, None, POISK)))


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_which_days() -> None:
    """A ship at a closed port is told with the days ahead of us that it is there."""
    problem = make_problem(MS_1, until=10, outages=(closed(-3, 3),))
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == (
        "ms-1 is at rassvet-nadir from 2030-01-01 up to 2030-01-04 while it is closed."
    )
