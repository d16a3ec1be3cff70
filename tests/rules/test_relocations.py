"""Relocations (PT-3): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import Plan, Problem
from scheduler.rules.relocations import Relocations
from tests.rules.agreement import (
    agree,
    breaches,
    checker_accepts,
    voices,
)
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    POISK,
    RASSVET,
    make_flight,
    make_problem,
    make_waiver,
    with_rules,
)

RULE = Relocations()
MS_1 = make_flight("ms-1", launch=-8, undock=30, crew=("ann",))
PUBLISHED = make_flight(
    "ms-1",
    launch=-8,
    undock=30,
    crew=("ann",),
    ports=((RASSVET, -8), (POISK, 3), (RASSVET, 6)),
)
MOVES = ((RASSVET, -8), (POISK, 3), (RASSVET, 6), (POISK, 9))


def world(most: int, published: bool = False) -> Problem:
    """Allow one ship so many relocations, besides the two that may be published."""
    station = with_rules(PT_3={"most_relocations": most})
    return make_problem(PUBLISHED if published else MS_1, until=10, station=station)


@pytest.mark.parametrize(
    ("number", "most", "published"),
    [
        pytest.param(0, 1, False, id="never"),
        pytest.param(1, 1, False, id="exactly-at-the-limit"),
        pytest.param(3, 3, False, id="up-to-the-last-day"),
        pytest.param(2, 0, True, id="published-ones-are-allowed"),
    ],
)
def test_allowed(number: int, most: int, published: bool) -> None:
    """So many relocations are within the limit, or published."""
    problem = world(most, published)
    plan = make_plan(problem, {"ms-1": Voyage(ports=MOVES[: number + 1])})
    assert voices(RULE, plan, problem) == (True, True)


@pytest.mark.parametrize(
    ("number", "most", "published"),
    [
        pytest.param(1, 0, False, id="one-over-none"),
        pytest.param(2, 1, False, id="one-over"),
        pytest.param(3, 1, True, id="one-more-than-published"),
    ],
)
def test_one_over(number: int, most: int, published: bool) -> None:
    """Both voices object to one relocation more than is allowed."""
    problem = world(most, published)
    plan = make_plan(problem, {"ms-1": Voyage(ports=MOVES[: number + 1])})
    assert voices(RULE, plan, problem) == (False, False)


@pytest.mark.parametrize(
    ("first", "allowed"),
    [
        pytest.param(-1, True, id="the-day-before-is-past"),
        pytest.param(0, False, id="the-first-day-counts"),
        pytest.param(12, False, id="days-beyond-until-count"),
    ],
)
def test_days_that_count(first: int, allowed: bool) -> None:
    """Relocations behind us do not count; all others do. The checker alone is asked."""
    problem = world(most=0)
    plan = make_plan(problem, {"ms-1": Voyage(ports=((RASSVET, -8), (POISK, first)))})
    assert checker_accepts(RULE, plan, problem) is allowed


def test_a_waiver_moves_the_bound() -> None:
    """Waived to two, a ship may be relocated twice."""
    waiver = make_waiver("PT-3", "most_relocations", "ms-1", 2)
    problem = make_problem(MS_1, until=10, waivers=(waiver,))
    plan = make_plan(problem, {"ms-1": Voyage(ports=MOVES[:3])})
    assert voices(RULE, plan, problem) == (True, True)


WORLD = make_problem(*BUSY, until=12, station=with_rules(PT_3={"most_relocations": 2}))


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_counts_relocations() -> None:
    """Too many relocations are told with their number and the limit."""
    problem = make_problem(MS_1, until=10)
    plan = make_plan(problem, {"ms-1": Voyage(ports=MOVES[:3])})
    [finding] = breaches(RULE, plan, problem)
    assert finding.text == "ms-1 is relocated 2 times; the limit is 1."
