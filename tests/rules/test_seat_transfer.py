"""Seat transfer (LB-3): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Override, Plan
from scheduler.rules.seat_transfer import SeatTransfer
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Steps, make_plan
from tests.rules.worlds import BUSY, DRAGON, VISITS, ZENITH, make_flight, make_problem, make_waiver

RULE = SeatTransfer()
GUESTS = make_problem(
    make_flight("ms-1", launch=-8, undock=30, crew=("ann", "bob")),
    make_flight("crew-1", kind=DRAGON, launch=-8, undock=30, crew=("fay",)),
    make_flight("crew-2", kind=DRAGON, launch=3, undock=30, crew=("gus",), ports=((ZENITH, 4),)),
    until=10,
    seat_in={"bob": "crew-1"},
    opened=frozenset({("ann", "crew-1"), ("bob", "ms-1"), ("gus", "ms-1")}),
)
WAIVER = make_waiver("LB-3", "transfer_days", "crew-1", 0)


@pytest.mark.parametrize(
    ("person", "steps", "allowed"),
    [
        # a Dragon needs 1 day, a Soyuz 2; from docking, or from day 0 for a ship already there
        pytest.param("ann", [], True, id="never"),
        pytest.param("ann", [(1, "crew-1")], True, id="exactly-ready"),
        pytest.param("ann", [(0, "crew-1")], False, id="on-the-first-day"),
        pytest.param("ann", [(5, "crew-2")], True, id="exactly-ready-after-docking"),
        pytest.param("ann", [(4, "crew-2")], False, id="on-the-day-of-docking"),
        pytest.param("ann", [(9, "crew-2")], True, id="on-the-last-day"),
        pytest.param("ann", [(1, "crew-1"), (2, "ms-1")], True, id="back-to-where-it-was"),
        pytest.param("bob", [], True, id="moved-before"),
        pytest.param("bob", [(1, "ms-1")], False, id="back-to-own-ship-too-soon"),
        pytest.param("bob", [(2, "ms-1")], True, id="back-to-own-ship"),
        pytest.param("gus", [], True, id="own-ship-needs-none"),
    ],
)
def test_worked_cases(person: str, steps: Steps, allowed: bool) -> None:
    """One person moves; ann sits in ms-1 at first, bob in crew-1, gus comes up on day 4."""
    plan = make_plan(GUESTS, seats={person: steps})
    assert voices(RULE, plan, GUESTS) == (allowed, allowed)


@pytest.mark.parametrize(
    ("days", "allowed"),
    [
        pytest.param(5, True, id="ready-on-the-last-day"),
        pytest.param(6, False, id="ready-at-until"),
    ],
)
def test_a_move_on_the_last_day(days: int, allowed: bool) -> None:
    """Docked on day 4, moved on day 9: five days are enough."""
    number = Override("LB-3", "transfer_days", days, "crew-2")
    problem = replace(GUESTS, overrides=(number,))
    plan = make_plan(problem, seats={"ann": [(9, "crew-2")]})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("day", "allowed"),
    [pytest.param(2, False, id="too-soon"), pytest.param(3, True, id="exactly-ready")],
)
def test_a_ship_on_its_way(day: int, allowed: bool) -> None:
    """A Soyuz that docks on day 1 after a launch behind us is ready on day 3."""
    problem = make_problem(
        make_flight("crew-1", kind=DRAGON, launch=-8, undock=30, crew=("fay",)),
        make_flight("ms-2", launch=-1, dock=1, undock=30, crew=("bob",)),
        until=10,
        opened=frozenset({("fay", "ms-2")}),
    )
    plan = make_plan(problem, seats={"fay": [(day, "ms-2")]})
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_a_waiver_moves_the_bound() -> None:
    """Waived to no days, a seat can move on the first day; in that ship only."""
    problem = GUESTS.with_waiver(WAIVER)
    first = make_plan(problem, seats={"ann": [(0, "crew-1")]})
    other = make_plan(problem, seats={"ann": [(4, "crew-2")]})
    assert voices(RULE, first, problem) == (True, True)
    assert voices(RULE, other, problem) == (False, False)


WORLD = replace(make_problem(*BUSY, until=12), opened=VISITS)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_when_the_seat_is_ready() -> None:
    """A seat taken too soon is told with the day from which it can be used."""
    plan = make_plan(GUESTS, seats={"ann": [(4, "crew-2")]})
    [finding] = breaches(RULE, plan, GUESTS)
    assert finding.text == "ann moves to crew-2 on 2030-01-05; the seat is ready on 2030-01-06."
