"""How much of its certified life a ship uses up: worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import LifeEdition, LifeUse, Problem, Waiver, life_use
from tests.rules.worlds import TINY, make_flight, make_problem, make_waiver, on

SHIP = make_flight("ship", launch=2, undock=9, crew=("ito",))


def world(*editions: tuple[int, int], waivers: tuple[Waiver, ...] = ()) -> Problem:
    """Make a world of one ship, of a type with so many days of life from a launch day on."""
    life = tuple(LifeEdition(on(first), days) for first, days in editions)
    kind = replace(TINY.vehicle_types["soyuz-ms"], life=life)
    station = replace(TINY, vehicle_types={**TINY.vehicle_types, "soyuz-ms": kind})
    return make_problem(SHIP, station=station, waivers=waivers)


def life_waiver(bound: int, first: int | None = None, end: int | None = None) -> Waiver:
    """Give the ship another life, always or for landings on some days."""
    return make_waiver("VL-1", "life_days", "ship", bound, first, end)


def test_without_a_limit_nothing_is_used_up() -> None:
    """A type without editions has none, and a waiver of no limit gives it none."""
    assert life_use(world(), "ship", on(2), on(300)) is None
    assert life_use(world(waivers=(life_waiver(100),)), "ship", on(2), on(300)) is None


@pytest.mark.parametrize(
    ("launch", "expected"),
    [
        # each lands 90 days after its launch
        pytest.param(4, None, id="before-the-first-certificate"),
        pytest.param(5, LifeUse(90, 100, 10), id="on-its-first-day"),
        pytest.param(9, LifeUse(90, 100, 10), id="on-its-last-day"),
        pytest.param(10, LifeUse(90, 120, 30), id="on-the-first-day-of-the-next"),
    ],
)
def test_the_limit_is_that_of_the_launch_day(launch: int, expected: LifeUse | None) -> None:
    """A later certificate does not reach a ship that is up already."""
    problem = world((5, 100), (10, 120))
    assert life_use(problem, "ship", on(launch), on(launch + 90)) == expected


@pytest.mark.parametrize(
    ("land", "margin"),
    [(102, 0), (101, 1), (103, -1), (152, -50)],
)
def test_what_is_left_may_be_less_than_nothing(land: int, margin: int) -> None:
    """Launched on day 2 for 100 days, the last day of its life is day 102."""
    assert life_use(world((0, 100)), "ship", on(2), on(land)) == LifeUse(land - 2, 100, margin)


@pytest.mark.parametrize(
    ("waiver", "limit", "margin"),
    [
        # launched on day 2, landed on day 110: 108 days
        pytest.param(life_waiver(115), 115, 7, id="more"),
        pytest.param(life_waiver(90), 90, -18, id="less"),
        pytest.param(life_waiver(115, 110, 111), 115, 7, id="on-the-day-of-landing"),
        pytest.param(life_waiver(115, 2, 110), 100, -8, id="up-to-the-day-before"),
        pytest.param(life_waiver(115, 111), 100, -8, id="from-the-day-after"),
    ],
)
def test_a_waiver_moves_the_limit(waiver: Waiver, limit: int, margin: int) -> None:
    """If it holds on the day of landing."""
    problem = world((0, 100), waivers=(waiver,))
    assert life_use(problem, "ship", on(2), on(110)) == LifeUse(108, limit, margin)
