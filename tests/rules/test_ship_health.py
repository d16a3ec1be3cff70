"""Ship health (LB-5): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import HealthSpan, Plan
from scheduler.rules.ship_health import ShipHealth
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, VISITS, make_flight, make_problem, on

RULE = ShipHealth()
TWO = make_problem(
    make_flight("ms-1", launch=-8, undock=30, crew=("ann", "bob")),
    make_flight("ms-2", launch=-4, undock=40, crew=("cat",), ports=(("poisk-zenith", -4),)),
    until=10,
)


def spoilt(health: str, seats: int | None, first: int, end: int | None) -> HealthSpan:
    """Give ms-1 a health from a day on."""
    return HealthSpan("ms-1", health, seats, on(first), None if end is None else on(end), "")


@pytest.mark.parametrize(
    ("span", "allowed"),
    [
        # ann and bob sit in ms-1 on all days, and land in it on day 30
        pytest.param(None, True, id="never"),
        pytest.param(spoilt("emergency-only", 2, 3, 9), True, id="exactly-as-many-as-it-may"),
        pytest.param(spoilt("emergency-only", 1, 3, 9), False, id="one-more-than-it-may"),
        pytest.param(spoilt("emergency-only", None, 3, 9), True, id="all-its-seats"),
        pytest.param(spoilt("under-review", 1, 3, 9), False, id="under-review-for-1"),
        pytest.param(spoilt("restricted", 1, 3, 9), False, id="restricted-to-1"),
        pytest.param(spoilt("uncrewed-only", None, 3, 9), False, id="for-nobody"),
        pytest.param(spoilt("unfit", None, 3, 9), False, id="unfit"),
        pytest.param(spoilt("unfit", None, -5, 0), True, id="over-on-the-first-day"),
        pytest.param(spoilt("unfit", None, -5, 1), False, id="still-so-on-the-first-day"),
        pytest.param(spoilt("unfit", None, 9, 10), False, id="on-the-last-day"),
        pytest.param(spoilt("unfit", None, 10, 29), True, id="beyond-until"),
    ],
)
def test_seats(span: HealthSpan | None, allowed: bool) -> None:
    """Two people hold seats in a ship that is damaged on some days of the horizon."""
    problem = replace(TWO, health_spans=(span,) if span else ())
    assert voices(RULE, make_plan(problem), problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("health", "seats", "leaves", "people", "allowed"),
    [
        # the ship is damaged from day 4 up to day 15; until is day 10
        pytest.param("emergency-only", 2, 3, 2, True, id="the-day-before"),
        pytest.param("emergency-only", 2, 4, 2, False, id="with-people-on-its-first-day"),
        pytest.param("emergency-only", 2, 4, 0, True, id="empty-on-its-first-day"),
        pytest.param("emergency-only", 2, 14, 2, False, id="with-people-beyond-until"),
        pytest.param("emergency-only", 2, 15, 2, True, id="when-it-is-over"),
        pytest.param("under-review", 2, 9, 2, False, id="under-review"),
        pytest.param("restricted", 2, 9, 2, True, id="restricted-to-as-many"),
        pytest.param("restricted", 1, 12, 2, False, id="restricted-to-one-less"),
        pytest.param("restricted", 1, 12, 1, True, id="restricted-with-one"),
        pytest.param("uncrewed-only", None, 9, 0, True, id="for-nobody-and-empty"),
        pytest.param("unfit", None, 9, 0, False, id="unfit-even-empty"),
        pytest.param("unfit", None, 15, 0, True, id="unfit-no-longer"),
    ],
)
def test_leaving(health: str, seats: int | None, leaves: int, people: int, allowed: bool) -> None:
    """A ship undocks with so many of its two people; the others stay, without a seat."""
    problem = replace(TWO, health_spans=(spoilt(health, seats, 4, 15),))
    staying = ["ann", "bob"][people:]
    held = {"restricted": [], "emergency-only": []}.get(health, ["ann", "bob"])
    if seats == 1:  # one of the two has to be without from day 4 on
        held = ["bob"]
    plan = make_plan(
        problem,
        {"ms-1": Voyage(undock=leaves)},
        down=dict.fromkeys(staying, "ms-2"),
        seats={person: [(4, None)] for person in {*staying, *held}},
    )
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_the_later_health_holds() -> None:
    """Of two healths that a file lays over a ship, the one written later holds."""
    spans = (spoilt("unfit", None, 2, None), spoilt("nominal", None, 2, None))
    problem = replace(TWO, health_spans=spans)
    assert voices(RULE, make_plan(problem), problem) == (True, True)


WORLD = replace(
    make_problem(*BUSY, until=12),
    opened=VISITS,
    health_spans=(
        HealthSpan("ms-1", "emergency-only", 1, on(2), on(9), ""),
        HealthSpan("crew-1", "restricted", 1, on(4), None, ""),
        HealthSpan("ms-2", "unfit", None, on(9), on(10), ""),
    ),
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_findings_name_health_and_days() -> None:
    """Too many seats and a landing that may not be planned are told with the health."""
    problem = replace(TWO, health_spans=(spoilt("emergency-only", 1, 4, None),))
    plan = make_plan(problem, {"ms-1": Voyage(undock=7)})
    assert [finding.text for finding in breaches(RULE, plan, problem)] == [
        "More people hold seats in ms-1 than it may carry while emergency-only (1 seats), "
        "from 2030-01-05 up to 2030-01-08.",
        "ms-1 leaves on 2030-01-08 with 2 people while emergency-only (1 seats).",
    ]


def test_finding_of_an_unfit_ship() -> None:
    """An unfit ship may not leave at all."""
    problem = replace(TWO, health_spans=(spoilt("unfit", None, 12, None),))
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == "ms-1 leaves on 2030-01-31 while unfit."
