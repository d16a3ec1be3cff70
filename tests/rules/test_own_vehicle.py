"""Own vehicle (LB-2): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import HealthSpan, Plan
from scheduler.rules.own_vehicle import OwnVehicle
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Steps, Voyage, make_plan
from tests.rules.worlds import BUSY, DRAGON, VISITS, make_flight, make_problem, on

RULE = OwnVehicle()
TWO_SHIPS = make_problem(
    make_flight("ms-1", launch=-8, undock=6, crew=("ann",)),
    make_flight("crew-1", kind=DRAGON, launch=-8, undock=8, crew=("fay",)),
    until=10,
    opened=frozenset({("ann", "crew-1")}),
)


@pytest.mark.parametrize(
    ("undocks", "home", "seats", "allowed"),
    [
        # undocks: of ms-1 and crew-1; home and seats: of ann, whose seat is in ms-1 at first
        pytest.param((6, 8), "ms-1", [], True, id="never-moved"),
        pytest.param((6, 8), "crew-1", [(6, "crew-1")], True, id="moved-on-the-day-it-leaves"),
        pytest.param((6, 8), "crew-1", [(7, "crew-1")], False, id="moved-a-day-late"),
        pytest.param((6, 8), "crew-1", [(5, None), (7, "crew-1")], True, id="seatless-before"),
        pytest.param((9, 8), "crew-1", [(7, "crew-1")], True, id="seat-on-the-last-full-day"),
        pytest.param((9, 8), "crew-1", [], False, id="lands-without-a-seat-there"),
        pytest.param((0, 8), "ms-1", [], True, id="own-ship-leaves-on-the-first-day"),
        pytest.param((6, 0), "crew-1", [], False, id="another-leaves-on-the-first-day"),
        pytest.param((0, 8), "crew-1", [(0, "crew-1")], True, id="moved-on-the-first-day"),
        pytest.param((0, 8), "crew-1", [(1, "crew-1")], False, id="moved-after-the-first-day"),
        pytest.param((12, 10), "crew-1", [(9, "crew-1")], True, id="leaves-at-until-seated"),
        pytest.param((12, 10), "crew-1", [], False, id="leaves-at-until-seatless"),
        pytest.param((10, 12), "crew-1", [], True, id="stays-behind-at-until"),
        pytest.param((9, 12), "crew-1", [], False, id="stays-behind-on-the-last-day"),
        pytest.param((12, 11), "crew-1", [], True, id="leaves-beyond-until"),
    ],
)
def test_worked_cases(undocks: tuple[int, int], home: str, seats: Steps, allowed: bool) -> None:
    """One cosmonaut, to whom the Dragon is open."""
    voyages = dict(zip(("ms-1", "crew-1"), (Voyage(undock=day) for day in undocks), strict=True))
    plan = make_plan(TWO_SHIPS, voyages, down={"ann": home}, seats={"ann": seats})
    assert voices(RULE, plan, TWO_SHIPS) == (allowed, allowed)


def test_a_seat_lost_for_another_reason() -> None:
    """On the day a ship leaves, another may lose places; that is no fault of the one that left."""
    # crew-1 leaves on day 5 with fay; on that day ms-1 becomes good for 1, so bob has no seat
    problem = make_problem(
        make_flight("ms-1", launch=-8, undock=30, crew=("ann", "bob")),
        make_flight("crew-1", kind=DRAGON, launch=-8, undock=5, crew=("fay",)),
        until=10,
        health_spans=(HealthSpan("ms-1", "emergency-only", 1, on(5), None, ""),),
    )
    plan = make_plan(problem, seats={"bob": [(5, None)]})
    assert voices(RULE, plan, problem) == (True, True)


def test_a_crew_that_comes_up_while_another_leaves() -> None:
    """Somebody who arrives without a seat on that day has not lost one."""
    problem = make_problem(
        make_flight("ms-1", launch=-8, undock=5, crew=("ann",)),
        make_flight("ms-2", launch=5, undock=30, crew=("bob",)),
        until=10,
        opened=frozenset({("ann", "ms-2"), ("bob", "ms-1")}),
    )
    plan = make_plan(problem, seats={"bob": [(5, None)]})
    assert voices(RULE, plan, problem) == (True, True)


@pytest.mark.parametrize(
    ("seats", "allowed"),
    [
        pytest.param({"ann": [(6, "crew-1")], "bob": [(6, "crew-1")]}, True, id="both-move"),
        pytest.param({"ann": [(6, "crew-1")]}, False, id="one-is-left-seatless"),
    ],
)
def test_two_who_stay_behind(seats: dict[str, Steps], allowed: bool) -> None:
    """Each of two people alike needs a seat when their ship leaves without them."""
    problem = make_problem(
        make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob")),
        make_flight("crew-1", kind=DRAGON, launch=-8, undock=12, crew=("fay",)),
        until=10,
        opened=frozenset({("ann", "crew-1"), ("bob", "crew-1")}),
    )
    plan = make_plan(problem, down={"ann": "crew-1", "bob": None}, seats=seats)
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = replace(make_problem(*BUSY, until=12), opened=VISITS)
SICK = replace(
    WORLD,
    health_spans=(
        HealthSpan("ms-1", "emergency-only", 1, on(4), on(9), ""),
        HealthSpan("crew-1", "unfit", None, on(6), None, ""),
    ),
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan of sound ships is judged differently."""
    assert agree(RULE, plan, WORLD)


@FEW
@given(plan=plans(SICK))
def test_both_voices_agree_on_damaged_ships(plan: Plan) -> None:
    """No plan is judged differently while ships lose places."""
    assert agree(RULE, plan, SICK)


def test_finding_says_who_and_when() -> None:
    """Landing without a seat and staying behind without one are told in a sentence each."""
    plan = make_plan(TWO_SHIPS, down={"ann": "crew-1"})
    late, behind = sorted(finding.text for finding in breaches(RULE, plan, TWO_SHIPS))
    assert late == (
        "ann holds a seat in ms-1 when it leaves on 2030-01-07, and stays behind without one."
    )
    assert behind == "ann lands in crew-1 on 2030-01-09 without a seat in it before."


def test_crews_that_contradict_the_stays() -> None:
    """A crew down that is not the people whose stays end there, is found."""
    plan = make_plan(TWO_SHIPS)
    ms_1 = plan.flight("ms-1")
    assert ms_1 is not None
    stays = tuple(replace(stay, to_on=on(7)) for stay in plan.stays if stay.person == "ann")
    wrong = replace(plan, flights=(replace(ms_1, crew_down=("fay",)),), stays=stays)
    assert [finding.text for finding in breaches(RULE, wrong, TWO_SHIPS)] == [
        "ann is not in the crew that ms-1 brings down; the stays say otherwise.",
        "fay is in the crew that ms-1 brings down; the stays say otherwise.",
        "ann leaves on 2030-01-08, but ms-1 undocks on 2030-01-07.",
        "fay lands in ms-1 on 2030-01-07 without a seat in it before.",
        "ann holds a seat in ms-1 when it leaves on 2030-01-07, and stays behind without one.",
    ]
