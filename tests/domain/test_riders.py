"""Who flies when there are fewer places than people: worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Person, Problem, places_up, riders
from tests.rules.worlds import DRAGON, make_flight, make_problem

CREW = ("cardman", "gorbunov", "hague", "wilson")


def world(seats_up: int | None) -> Problem:
    """Make a Dragon with four seats and the crew first named for Crew-9."""
    ship = make_flight(
        "crew-9", launch=2, undock=9, kind=DRAGON, crew=CREW, seats=4, seats_up=seats_up
    )
    problem = make_problem(ship, agencies={"gorbunov": "Roscosmos"})
    hague = Person("hague", "Nick Hague", "NASA", ("dragon-commander",))
    return replace(problem, people={**problem.people, "hague": hague})


@pytest.mark.parametrize(
    ("seats_up", "expected"),
    [
        pytest.param(None, CREW, id="places-for-all"),
        pytest.param(3, ("cardman", "gorbunov", "hague"), id="then-by-id"),
        pytest.param(2, ("gorbunov", "hague"), id="as-crew-9-flew"),
        pytest.param(1, ("hague",), id="the-commander-first"),
        pytest.param(0, (), id="no-place"),
        pytest.param(9, CREW, id="more-places-than-seats"),
    ],
)
def test_commander_then_one_for_each_segment(
    seats_up: int | None, expected: tuple[str, ...]
) -> None:
    """A commander flies first, then each segment in turn, then by id."""
    problem = world(seats_up)
    assert riders(problem, "crew-9", CREW) == expected
    assert len(expected) == min(places_up(problem, "crew-9"), len(CREW))
