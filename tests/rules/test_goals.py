"""The goals: what the board counts is what the score counts, for plans drawn at random."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given, reject

from scheduler.domain import GOALS as NAMES
from scheduler.domain import (
    Flight,
    HealthSpan,
    Plan,
    Standing,
    Uncrewed,
)
from scheduler.goals import GOALS, TIE_BREAK, Goal, goals_in_order
from scheduler.rules.over_capacity import OverCapacity
from scheduler.rules.own_vehicle import OwnVehicle
from scheduler.rules.ship_health import ShipHealth
from tests.rules.agreement import Inexpressible, checker_accepts, cost_of
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import make_plan
from tests.rules.worlds import (
    BUSY,
    DRAGON,
    VISITS,
    make_flight,
    make_problem,
    on,
    with_rules,
)

LATER = (
    make_flight("ms-4", launch=16, undock=60, crew=("hal",), standing=Standing.LATER),
    make_flight("crew-3", kind=DRAGON, launch=14, undock=60, standing=Standing.LATER),
)


def changed(flight: Flight) -> Flight:
    """Make the random world a little stranger: an optional ship, one that may fly empty."""
    return replace(
        flight,
        is_optional=flight.id == "ms-3",
        uncrewed=Uncrewed.ALLOWED if flight.id in ("ms-2", "ms-3") else flight.uncrewed,
    )


WORLD = make_problem(
    *(changed(flight) for flight in BUSY),
    *LATER,
    until=12,
    station=with_rules(VL_1={"wished_margin_days": 180}),
    opened=VISITS | {("cat", "ms-3")},
    health_spans=(HealthSpan("ms-1", "emergency-only", 2, on(4), on(9), ""),),
)


OTHERS = {
    "seats": (OverCapacity(), ShipHealth()),  # a place that a ship does not have has no grade
    "moves": (OwnVehicle(),),  # whoever stays behind when a ship leaves has moved by then
}


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.code)
@FEW
@given(plan=plans(WORLD), orderly=plans(WORLD, is_orderly=True))
def test_cost_is_score(goal: Goal, plan: Plan, orderly: Plan) -> None:
    """What the solver minimises is what the plan is told to cost, where other rules are kept."""
    chosen = orderly if goal.code in OTHERS else plan
    assume(all(checker_accepts(rule, chosen, WORLD) for rule in OTHERS.get(goal.code, ())))
    try:
        cost = cost_of(goal, chosen, WORLD)
    except Inexpressible:
        reject()
    assert cost == goal.score(chosen, WORLD)


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.code)
def test_a_goal_says_what_it_wishes(goal: Goal) -> None:
    """A goal has a name that files use, a sentence and a source; parts are in both voices."""
    assert goal.code in NAMES
    assert goal.sentence.endswith(".")
    assert goal.source
    score: Mapping[str, int] = goal.score(make_plan(WORLD), WORLD)
    assert list(cost_of(goal, make_plan(WORLD), WORLD)) == list(score)


def test_goals_come_in_the_order_of_the_scenario() -> None:
    """The tie-break is no goal with parts; it is left to the search."""
    assert [goal.code for goal in goals_in_order(("moves", TIE_BREAK, "seats"))] == [
        "moves",
        "seats",
    ]
    assert [*(goal.code for goal in GOALS), TIE_BREAK] == list(NAMES)
