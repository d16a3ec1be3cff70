"""Vehicle life (VL-1): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import LifeEdition, LifeUse, Override, Plan, Waiver
from scheduler.rules.vehicle_life import VehicleLife
from tests.rules.agreement import agree, breaches, sentences, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, DRAGON, SOYUZ, TINY, make_flight, make_problem, make_waiver, on

RULE = VehicleLife()
MS_1 = make_flight("ms-1", launch=-8, undock=4, crew=("ann",))
CREW_2 = make_flight("crew-2", kind=DRAGON, launch=2, undock=9, crew=("gus",))


def waiver(days: int, first: int | None = None, end: int | None = None) -> Waiver:
    """Give ms-1 so many days, for landings on some days or on all."""
    return make_waiver("VL-1", "life_days", "ms-1", days, first, end)


@pytest.mark.parametrize(
    ("life", "undock", "allowed"),
    [
        # launched on day -8, lands on the day it undocks; until is day 10
        pytest.param(200, 4, True, id="never-near-it"),
        pytest.param(12, 4, True, id="exactly-at-the-limit"),  # 4 - -8 = 12
        pytest.param(11, 4, False, id="one-day-over"),
        pytest.param(8, 0, True, id="at-the-limit-on-the-first-day"),
        pytest.param(7, 0, False, id="over-on-the-first-day"),
        pytest.param(17, 9, True, id="at-the-limit-on-the-last-day"),
        pytest.param(17, 10, False, id="over-at-until"),
        pytest.param(30, 22, True, id="at-the-limit-beyond-until"),
        pytest.param(30, 23, False, id="over-beyond-until"),
    ],
)
def test_worked_cases(life: int, undock: int, allowed: bool) -> None:
    """A docked Soyuz with so many certified days."""
    problem = make_problem(MS_1, until=10, overrides=(Override("VL-1", "life_days", life),))
    plan = make_plan(problem, {"ms-1": Voyage(undock=undock)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("launch", "undock", "allowed"),
    [
        pytest.param(2, 8, True, id="landing-exactly"),  # lands on day 9: 9 - 2 = 7
        pytest.param(2, 9, False, id="landing-a-day-late"),
        pytest.param(9, 15, True, id="launched-on-the-last-day"),  # lands on day 16
        pytest.param(9, 16, False, id="launched-on-the-last-day-and-over"),
    ],
)
def test_the_way_home_counts(launch: int, undock: int, allowed: bool) -> None:
    """A Dragon of 7 days still to launch: the day between undocking and landing counts."""
    problem = make_problem(MS_1, CREW_2, until=10, overrides=(Override("VL-1", "life_days", 7),))
    problem = problem.with_waiver(waiver(200))
    plan = make_plan(problem, {"crew-2": Voyage(launch=launch, undock=undock)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("waivers", "undock", "allowed"),
    [
        # 10 certified days end on day 2
        pytest.param((waiver(12),), 4, True, id="waived"),
        pytest.param((waiver(12),), 5, False, id="waived-and-over"),
        pytest.param((waiver(12, 4, 6),), 4, True, id="on-the-first-waived-day"),
        pytest.param((waiver(12, 4, 6),), 3, False, id="the-day-before"),
        pytest.param((waiver(14, 4, 6),), 5, True, id="on-the-last-waived-day"),
        pytest.param((waiver(14, 4, 6),), 6, False, id="the-day-after"),
        pytest.param((waiver(14, 4, 6),), 2, True, id="within-its-life-anyway"),
        pytest.param((waiver(14, 4, 6), waiver(20, 8, 12)), 5, True, id="the-first-of-two"),
        pytest.param((waiver(14, 4, 6), waiver(20, 8, 12)), 11, True, id="the-second-of-two"),
        pytest.param((waiver(14, 4, 6), waiver(20, 8, 12)), 7, False, id="between-the-two"),
        pytest.param((waiver(20), waiver(12, 4, 6)), 5, False, id="the-later-written-holds"),
        pytest.param((waiver(20, -3, 2),), 3, False, id="over-before-it-is-needed"),
    ],
)
def test_waivers(waivers: tuple[Waiver, ...], undock: int, allowed: bool) -> None:
    """A waiver holds for landings on its days."""
    numbers = (Override("VL-1", "life_days", 10),)
    problem = make_problem(MS_1, until=10, overrides=numbers, waivers=waivers)
    plan = make_plan(problem, {"ms-1": Voyage(undock=undock)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("launch", "undock", "allowed"),
    [
        # launched before day 5: 10 days; from day 5 on: 20
        pytest.param(4, 14, True, id="old-certificate"),
        pytest.param(4, 15, False, id="old-certificate-and-over"),
        pytest.param(5, 25, True, id="new-certificate"),
        pytest.param(5, 26, False, id="new-certificate-and-over"),
        pytest.param(1, 40, True, id="before-any-certificate"),
    ],
)
def test_the_certificate_of_the_launch_day(launch: int, undock: int, allowed: bool) -> None:
    """The life is that of the day of launch; a ship without one is not judged."""
    lives = (LifeEdition(on(2), 10), LifeEdition(on(5), 20))
    types = {**TINY.vehicle_types, SOYUZ: replace(TINY.vehicle_types[SOYUZ], life=lives)}
    station = replace(TINY, vehicle_types=types)
    ms_2 = make_flight("ms-2", launch=4, undock=12, crew=("bob",))
    problem = make_problem(ms_2, until=10, station=station)
    plan = make_plan(problem, {"ms-2": Voyage(launch=launch, undock=undock)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(
    *BUSY,
    until=12,
    overrides=(Override("VL-1", "life_days", 14),),
    waivers=(waiver(18, 8, 12), waiver(22, 14)),
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_days_and_limit() -> None:
    """A life overrun is told with the days used and the limit."""
    problem = make_problem(MS_1, until=10, overrides=(Override("VL-1", "life_days", 11),))
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == ("ms-1 lands 12 days after launch, on 2030-01-05; its limit is 11 days.")


def test_requirement_names_the_days_that_hold() -> None:
    """The sentence tells the waived days where there is a waiver, else those of the launch day."""
    problem = make_problem(MS_1, CREW_2, until=10).with_waiver(waiver(220))
    assert sentences(RULE, problem) == [
        "Crew-2 lands within 200 days of its launch.",
        "Ms-1 lands within 220 days of its launch.",
    ]


@pytest.mark.parametrize(
    ("stated", "text"),
    [
        pytest.param(
            LifeUse(11, 200, 189), "ms-1 states 11 of 200 days of life; it is 12 of 200.", id="used"
        ),
        pytest.param(
            LifeUse(12, 210, 198),
            "ms-1 states 12 of 210 days of life; it is 12 of 200.",
            id="limit",
        ),
        pytest.param(
            LifeUse(12, 200, 180), "ms-1 states a life margin of 180 days; it is 188.", id="margin"
        ),
    ],
)
def test_wrong_statements_are_found(stated: LifeUse, text: str) -> None:
    """What a plan says of a ship's life is judged, too."""
    problem = make_problem(MS_1, until=10)
    plan = make_plan(problem)
    wrong = replace(plan, flights=(replace(plan.flights[0], life=stated),))
    assert [finding.text for finding in breaches(RULE, wrong, problem)] == [text]
