"""Traffic separation (TR-1): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import PastEvent, Plan
from scheduler.rules.traffic_separation import TrafficSeparation
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    POISK,
    RASSVET,
    make_flight,
    make_problem,
    make_waiver,
    on,
    with_rules,
)

RULE = TrafficSeparation()
MS_1 = make_flight("ms-1", launch=-8, undock=5, crew=("ann",))
MS_2 = make_flight("ms-2", launch=7, undock=30, crew=("bob",), ports=((POISK, 7),))
TWO_DAYS = with_rules(TR_1={"separation_days": 2})
TWO = make_problem(MS_1, MS_2, until=10, station=TWO_DAYS)


@pytest.mark.parametrize(
    ("leaves", "comes", "allowed"),
    [
        # ms-1 undocks, ms-2 docks; ms-1 docked on day -8
        pytest.param(2, 8, True, id="never-near"),
        pytest.param(5, 7, True, id="exactly-apart"),
        pytest.param(6, 7, False, id="one-day-short"),
        pytest.param(7, 7, False, id="on-one-day"),
        pytest.param(8, 7, False, id="the-other-way-round"),
        pytest.param(9, 7, True, id="the-other-way-round-and-apart"),
        pytest.param(0, 1, False, id="on-the-first-days"),
        pytest.param(0, 2, True, id="on-the-first-days-and-apart"),
        pytest.param(10, 9, False, id="on-the-last-day-and-at-until"),
        pytest.param(31, 7, False, id="two-undockings-beyond-until"),
        pytest.param(32, 7, True, id="two-undockings-beyond-until-and-apart"),
    ],
)
def test_worked_cases(leaves: int, comes: int, allowed: bool) -> None:
    """Two days between a departure and an arrival."""
    plan = make_plan(TWO, {"ms-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes)})
    assert voices(RULE, plan, TWO) == (allowed, allowed)


@pytest.mark.parametrize(
    ("move", "allowed"),
    [
        pytest.param(5, True, id="apart-from-both"),
        pytest.param(6, False, id="too-near-the-docking"),
        pytest.param(8, False, id="too-soon-after-the-docking"),
        pytest.param(0, True, id="on-the-first-day"),
        pytest.param(28, True, id="before-an-undocking-beyond-until"),
        pytest.param(29, False, id="too-near-an-undocking-beyond-until"),
    ],
)
def test_relocations_count(move: int, allowed: bool) -> None:
    """A relocation is an event like another; ms-2 docks on day 7 and undocks on day 30."""
    voyage = Voyage(undock=40, ports=((RASSVET, -8), (POISK, move)))
    plan = make_plan(TWO, {"ms-1": voyage})
    assert voices(RULE, plan, TWO) == (allowed, allowed)


@pytest.mark.parametrize(
    ("last", "allowed"),
    [
        pytest.param(-2, True, id="two-days-ago"),
        pytest.param(-1, False, id="yesterday"),
    ],
)
def test_the_past_counts(last: int, allowed: bool) -> None:
    """An event just behind us keeps the next away; ms-1 undocks on the first day."""
    past = (
        PastEvent("cargo-8", "dock", on(-9)),
        PastEvent("cargo-9", "undock", on(last)),
        PastEvent("cargo-9", "launch", on(-1)),
    )
    problem = make_problem(MS_1, MS_2, until=10, station=TWO_DAYS, past_events=past)
    plan = make_plan(problem, {"ms-1": Voyage(undock=0)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("bound", "allowed"), [pytest.param(1, True, id="enough"), pytest.param(2, False, id="less")]
)
def test_a_waiver_moves_the_bound(bound: int, allowed: bool) -> None:
    """Four days between events are waived to fewer."""
    waiver = make_waiver("TR-1", "separation_days", "iss", bound)
    station = with_rules(TR_1={"separation_days": 4})
    problem = make_problem(MS_1, MS_2, until=10, station=station, waivers=(waiver,))
    plan = make_plan(problem, {"ms-1": Voyage(undock=6)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_ships_that_do_not_fly_have_no_events() -> None:
    """A ship that stays on the ground is in nobody's way."""
    plan = make_plan(TWO, {"ms-1": Voyage(undock=9), "ms-2": Voyage(flies=False)})
    assert voices(RULE, plan, TWO) == (True, True)


WORLD = make_problem(*BUSY, until=12, station=with_rules(TR_1={"separation_days": 1}))


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_names_both_events() -> None:
    """Two events too near one another are told with their days."""
    plan = make_plan(TWO, {"ms-1": Voyage(undock=6)})
    [finding] = breaches(RULE, plan, TWO)
    assert finding.text == (
        "undocking of ms-1 (2030-01-07) and docking of ms-2 (2030-01-08) "
        "are less than 2 days apart."
    )
