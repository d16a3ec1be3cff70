"""What-if demand, of people: worked by hand."""

from __future__ import annotations

import pytest

from scheduler.domain import Demand, Uncrewed
from tests.rules.agreement import voices
from tests.rules.demanding import KIND, MS_1, MS_2, RULE, demanding, judged
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import make_flight, make_problem


@pytest.mark.parametrize(
    ("person", "day", "voyages", "allowed"),
    [
        pytest.param("ann", 6, {}, True, id="exactly"),
        pytest.param("ann", 5, {}, False, id="one-day-late"),
        pytest.param("ann", 0, {"ms-1": Voyage(undock=0)}, True, id="on-the-first-day"),
        pytest.param("ann", 9, {"ms-1": Voyage(undock=10)}, False, id="after-the-last-day"),
        pytest.param("gus", 10, {}, True, id="the-landing-counts"),
        pytest.param("gus", 9, {}, False, id="the-landing-counts-and-is-late"),
        pytest.param("gus", 12, {"crew-2": Voyage(flies=False)}, False, id="never-flies"),
    ],
)
def test_return_by(person: str, day: int, voyages: dict[str, Voyage], allowed: bool) -> None:
    """Somebody lands by a day."""
    problem = demanding(KIND.RETURN_BY, person, day=day)
    assert voices(RULE, make_plan(problem, voyages), problem) == (allowed, allowed)


def test_return_of_somebody_who_stays() -> None:
    """Who lands in no ship of the horizon has not returned."""
    problem = demanding(KIND.RETURN_BY, "ann", day=9)
    plan = make_plan(problem, down={"ann": None})
    assert voices(RULE, plan, problem) == (False, False)


@pytest.mark.parametrize(
    ("first", "end", "launch", "allowed"),
    [
        pytest.param(3, 6, 2, True, id="the-day-before"),
        pytest.param(3, 6, 3, False, id="the-first-day-of-it"),
        pytest.param(3, 6, 5, False, id="the-last-day-of-it"),
        pytest.param(3, 6, 6, True, id="the-day-after"),
        pytest.param(0, 1, 0, False, id="the-first-day"),
        pytest.param(9, 12, 9, False, id="the-last-day"),
        pytest.param(3, None, 9, False, id="without-an-end"),
        pytest.param(3, None, 2, True, id="without-an-end-and-before"),
        pytest.param(3, None, None, True, id="stays-on-the-ground"),
    ],
)
def test_unavailable(first: int, end: int | None, launch: int | None, allowed: bool) -> None:
    """Somebody cannot launch on some days."""
    days = {"day": first} if end is None else {"day": first, "to_on": end}
    problem = demanding(KIND.UNAVAILABLE, "gus", **days)
    found = judged(problem, "crew-2", launch=launch, undock=30, flies=launch is not None)
    assert found == (allowed, allowed)


def test_somebody_aboard_is_not_kept_from_launching() -> None:
    """Whoever is up already cannot launch on a bad day."""
    problem = demanding(KIND.UNAVAILABLE, "ann", day=0)
    assert voices(RULE, make_plan(problem), problem) == (True, True)


@pytest.mark.parametrize(
    ("leg", "flight", "voyages", "allowed"),
    [
        pytest.param("up", "ms-2", {}, True, id="up"),
        pytest.param("up", "ms-3", {}, False, id="up-on-another"),
        pytest.param(
            "up",
            "ms-3",
            {"ms-2": Voyage(crew=""), "ms-3": Voyage(crew="ms-2")},
            True,
            id="up-on-the-next",
        ),
        pytest.param("up", "ms-2", {"ms-2": Voyage(crew="")}, False, id="stays-on-the-ground"),
        pytest.param("down", "ms-2", {}, True, id="down"),
        pytest.param("down", "ms-3", {}, False, id="down-in-another"),
    ],
)
def test_pinned_legs(leg: str, flight: str, voyages: dict[str, Voyage], allowed: bool) -> None:
    """Somebody rides a ship up, or down."""
    demand = Demand(KIND.PIN_LEG, "bob", "what-if.yaml:9", event=leg, flight=flight)
    ms_3 = make_flight("ms-3", launch=8, undock=40, uncrewed=Uncrewed.ALLOWED)
    problem = make_problem(MS_1, MS_2, ms_3, until=10, demands=(demand,))
    plan = make_plan(problem, voyages)
    assert voices(RULE, plan, problem) == (allowed, allowed)
