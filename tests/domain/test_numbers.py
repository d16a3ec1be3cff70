"""Which number binds: the more particular beats the general, a waiver beats both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import (
    Health,
    HealthFact,
    HealthSpan,
    LifeEdition,
    Override,
    Problem,
    Waiver,
)
from tests.rules.worlds import TINY, make_flight, make_problem, on, with_rules

SHIP = make_flight("ship", launch=2, undock=9, crew=("ito",))


def world(*overrides: Override, waivers: tuple[Waiver, ...] = ()) -> Problem:
    """Make a world of one Soyuz whose type has 200 days of life."""
    return make_problem(SHIP, overrides=overrides, waivers=waivers)


def life(value: int, subject: str | None = None) -> Override:
    """Set the life of one subject, or of all."""
    return Override("VL-1", "life_days", value, subject)


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        pytest.param((), None, id="the-type-has-editions-not-one-number"),
        pytest.param((life(150),), 150, id="for-all"),
        pytest.param((life(150), life(160, "soyuz")), 160, id="the-line-beats-all"),
        pytest.param(
            (life(170, "soyuz-ms"), life(160, "soyuz")), 170, id="the-type-beats-the-line"
        ),
        pytest.param(
            (life(180, "ship"), life(170, "soyuz-ms")), 180, id="the-flight-beats-the-type"
        ),
        pytest.param((life(150), life(155)), 155, id="the-later-of-two"),
        pytest.param((life(190, "another"),), None, id="another-flight-is-silent"),
    ],
)
def test_more_particular_what_if_beats_the_general(
    overrides: tuple[Override, ...], expected: int | None
) -> None:
    """A what-if for the flight beats one for its type, its line and all."""
    assert world(*overrides).number("VL-1", "life_days", "ship") == expected


def test_numbers_of_the_station_file() -> None:
    """Without a what-if the subject's own number counts, then the rule's."""
    problem = make_problem(SHIP, station=with_rules(TR_1={"separation_days": 2}))
    assert problem.number("TR-1", "separation_days", "iss") == 2
    assert problem.number("LB-3", "transfer_days", "ship") == 2
    assert problem.number("TR-7", "turnaround_days", "baikonur-31") == (
        TINY.pads["baikonur-31"].turnaround_days
    )
    assert problem.number("HO-4", "least_crew", "RS") == 1
    assert problem.number("CR-1", "most_days", "ito") is None


def test_life_is_that_of_the_launch_day() -> None:
    """A dated certificate holds for ships launched on its day or later."""
    editions = (LifeEdition(on(0), 100), LifeEdition(on(5), 120))
    kind = replace(TINY.vehicle_types["soyuz-ms"], life=editions)
    station = replace(TINY, vehicle_types={**TINY.vehicle_types, "soyuz-ms": kind})
    problem = make_problem(SHIP, station=station)
    days = [problem.life_days("ship", on(day)) for day in (-1, 0, 4, 5)]
    assert days == [None, 100, 100, 120]


def test_waiver_moves_the_bound_on_its_days_only() -> None:
    """``from`` is the first day of a waiver, ``to`` the first without it."""
    waiver = Waiver("VL-1", "life_days", "ship", 220, "board", "why", on(3), on(5))
    problem = world(life(200), waivers=(waiver,))
    bounds = [problem.bound("VL-1", "life_days", "ship", on(day)) for day in (2, 3, 4, 5)]
    assert bounds == [200, 220, 220, 200]
    assert problem.number("VL-1", "life_days", "ship") == 200


def test_what_if_health_lies_over_facts_while_it_lasts() -> None:
    """Of facts the newest counts; a what-if covers it for its own days only."""
    facts = (
        HealthFact("ship", on(0), Health.UNDER_REVIEW, None, on(-5)),
        HealthFact("ship", on(6), Health.NOMINAL, None, on(-5)),
    )
    span = HealthSpan("ship", "emergency-only", 2, on(2), on(4), "what-if.yaml:5")
    problem = make_problem(SHIP, health_facts=facts, health_spans=(span,))
    found = [problem.health_on("ship", on(day)).health.value for day in (-1, 0, 2, 3, 4, 6)]
    assert found == [
        "nominal",
        "under-review",
        "emergency-only",
        "emergency-only",
        "under-review",
        "nominal",
    ]


def test_waiver_for_a_line_binds_its_flights() -> None:
    """A waiver for the flight itself beats the one for its line."""
    line = Waiver("HO-1", "least_handover_days", "soyuz", 1, "partners", "why")
    ship = replace(line, subject="ship", bound=0)
    assert world(waivers=(line,)).bound("HO-1", "least_handover_days", "ship") == 1
    assert world(waivers=(ship, line)).bound("HO-1", "least_handover_days", "ship") == 0
