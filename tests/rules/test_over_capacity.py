"""Over capacity (LB-4): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import HealthSpan, Plan, Waiver
from scheduler.rules.over_capacity import OverCapacity
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import make_plan
from tests.rules.worlds import BUSY, DRAGON, VISITS, make_flight, make_problem, make_waiver, on

RULE = OverCapacity()
FOUR = make_problem(
    make_flight("ms-1", launch=-8, undock=30, crew=("ann", "bob")),
    make_flight("crew-1", kind=DRAGON, launch=-8, undock=30, crew=("fay", "gus")),
    until=10,
    opened=frozenset({("ann", "crew-1"), ("bob", "crew-1")}),
)


def waiver(seats: int, first: int | None = None, end: int | None = None) -> Waiver:
    """Allow so many in the Dragon, on some days or always."""
    return make_waiver("LB-4", "emergency_seats", "crew-1", seats, first, end)


@pytest.mark.parametrize(
    ("guests", "waivers", "allowed"),
    [
        # the Dragon has 2 seats and 1 place beyond them; its crew is 2
        pytest.param({}, (), True, id="never"),
        pytest.param({"ann": (3, 6)}, (), True, id="exactly-full"),
        pytest.param({"ann": (3, 6), "bob": (5, 6)}, (), False, id="one-over"),
        pytest.param({"ann": (0, 1), "bob": (0, 1)}, (), False, id="one-over-on-the-first-day"),
        pytest.param({"ann": (9, 10), "bob": (9, 10)}, (), False, id="one-over-on-the-last-day"),
        pytest.param({"ann": (3, 6), "bob": (6, 9)}, (), True, id="one-after-the-other"),
        pytest.param({"ann": (3, 6), "bob": (5, 6)}, (waiver(4),), True, id="waived"),
        pytest.param({"ann": (3, 6), "bob": (5, 6)}, (waiver(4, 5, 6),), True, id="waived-then"),
        pytest.param(
            {"ann": (3, 6), "bob": (4, 6)}, (waiver(4, 5, 6),), False, id="waived-a-day-late"
        ),
        pytest.param(
            {"ann": (3, 6), "bob": (5, 7)}, (waiver(4, 4, 5),), False, id="waived-a-day-short"
        ),
    ],
)
def test_worked_cases(
    guests: dict[str, tuple[int, int]], waivers: tuple[Waiver, ...], allowed: bool
) -> None:
    """Two cosmonauts sit in the Dragon from the first day up to the second."""
    problem = replace(FOUR, waivers=waivers)
    seats = {name: [(first, "crew-1"), (end, "ms-1")] for name, (first, end) in guests.items()}
    plan = make_plan(problem, seats=seats)
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_damaged_ships_belong_to_ship_health() -> None:
    """A ship restricted to 1 holds 3 people: LB-5 has to say so, not this rule."""
    restricted = HealthSpan("crew-1", "restricted", 1, on(2), None, "")
    problem = replace(FOUR, health_spans=(restricted,))
    plan = make_plan(problem, seats={"ann": [(3, "crew-1")]})
    assert voices(RULE, plan, problem) == (True, True)


WORLD = replace(make_problem(*BUSY, until=12), opened=VISITS)
SICK = replace(
    WORLD,
    health_spans=(
        HealthSpan("ms-1", "restricted", 1, on(2), on(7), ""),
        HealthSpan("crew-1", "emergency-only", 2, on(4), None, ""),
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
    """No plan is judged differently while some ships are not sound."""
    assert agree(RULE, plan, SICK)


def test_finding_counts_people_and_places() -> None:
    """Too many in a ship are told with its places on those days, waived ones included."""
    problem = FOUR.with_waiver(waiver(4, 0, 5))
    everyone = {"ann": [(3, "crew-1")], "bob": [(3, "crew-1")]}
    [finding] = breaches(RULE, make_plan(problem, seats=everyone), problem)
    assert finding.text == (
        "4 people hold seats in crew-1, which has 3 places, from 2030-01-06 up to 2030-01-11."
    )
