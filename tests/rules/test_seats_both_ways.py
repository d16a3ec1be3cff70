"""Seats both ways (CT-3): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan
from scheduler.rules.seats_both_ways import SeatsBothWays
from tests.rules.agreement import (
    Inexpressible,
    agree,
    breaches,
    checker_accepts,
    solver_accepts,
    voices,
)
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, DRAGON, VISITS, make_flight, make_problem

RULE = SeatsBothWays()
MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob"))
CREW_1 = make_flight("crew-1", kind=DRAGON, launch=-8, undock=8, crew=("fay",))
OPEN = frozenset({("ann", "crew-1"), ("fay", "ms-1"), ("bob", "crew-1")})
TWO = make_problem(MS_1, CREW_1, until=10, opened=OPEN)


@pytest.mark.parametrize(
    ("undock", "home", "allowed"),
    [
        # both ships have 2 seats; undock: of ms-1, and of crew-1 as published
        pytest.param(6, {}, True, id="never-another-ship"),
        pytest.param(6, {"fay": "ms-1", "ann": "crew-1"}, True, id="exactly-full"),
        pytest.param(6, {"fay": "ms-1"}, False, id="one-over"),
        pytest.param(0, {"fay": "ms-1"}, False, id="one-over-on-the-first-day"),
        pytest.param(9, {"fay": "ms-1"}, False, id="one-over-on-the-last-day"),
        pytest.param(10, {"fay": "ms-1"}, False, id="one-over-at-until"),
        pytest.param(30, {"fay": "ms-1"}, False, id="one-over-beyond-until"),
        pytest.param(6, {"ann": "crew-1", "bob": "crew-1"}, False, id="one-over-in-the-dragon"),
        pytest.param(6, {"fay": "ms-1", "ann": None}, True, id="one-stays-behind"),
    ],
)
def test_worked_cases(undock: int, home: dict[str, str | None], allowed: bool) -> None:
    """Three people and two ships of two seats."""
    plan = make_plan(TWO, {"ms-1": Voyage(undock=undock)}, down=home)
    assert voices(RULE, plan, TWO) == (allowed, allowed)


@pytest.mark.parametrize(
    ("seats", "allowed"), [pytest.param(3, True, id="three"), pytest.param(1, False, id="one")]
)
def test_a_ship_with_seats_of_its_own(seats: int, allowed: bool) -> None:
    """A flight's own number of seats beats that of its type."""
    problem = make_problem(replace(MS_1, seats=seats), CREW_1, until=10, opened=OPEN)
    plan = make_plan(problem)
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(*BUSY, until=12, opened=VISITS)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_counts_people_and_seats() -> None:
    """Too many in a landing ship are told with its seats."""
    [finding] = breaches(RULE, make_plan(TWO, down={"fay": "ms-1"}), TWO)
    assert finding.text == "ms-1 lands with 3 people in 2 seats."


def test_places_up() -> None:
    """A ship brings up no more people than it has places; the board cuts its crews to them."""
    ms_2 = make_flight("ms-2", launch=4, undock=30, crew=("cat", "dan"), seats_up=1)
    problem = make_problem(ms_2, until=10)
    plan = make_plan(problem)
    assert voices(RULE, plan, problem) == (True, True)
    full = replace(plan, flights=(replace(plan.flights[0], crew_up=("cat", "dan")),))
    [finding] = breaches(RULE, full, problem)
    assert finding.text == "ms-2 brings up 2 people in 1 places."
    with pytest.raises(Inexpressible):
        solver_accepts(RULE, full, problem)


def test_a_ship_of_another_kind_is_closed() -> None:
    """Nobody lands in a ship for which they are not fitted, unless a what-if opens it."""
    problem = replace(TWO, opened=frozenset({("ann", "crew-1")}))
    plan = make_plan(problem, down={"bob": "crew-1"})
    [finding] = breaches(RULE, plan, problem)
    assert finding.text == "bob lands in crew-1, which has no soyuz-liner."
    with pytest.raises(Inexpressible):
        solver_accepts(RULE, plan, problem)


def test_everybody_aboard_has_one_stay() -> None:
    """People aboard who are forgotten, or told twice, are found."""
    plan = make_plan(TWO)
    ann, bob, fay = plan.stays
    forgotten = replace(plan, stays=(ann, bob))
    [finding] = breaches(RULE, forgotten, TWO)
    assert finding.text == "fay is aboard on 2030-01-01 but has no stay."
    twice = replace(plan, stays=(ann, ann, bob, fay))
    assert not checker_accepts(RULE, twice, TWO)
    assert [f.text for f in breaches(RULE, twice, TWO)] == ["ann has two stays at once."]
