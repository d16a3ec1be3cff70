"""Who came in a ship that is still here and has left in another is nobody unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.audit import audit
from scheduler.audit.names import unknown_names
from scheduler.domain import Plan, Problem
from scheduler.rules import RULES
from tests.rules.voyages import make_plan
from tests.rules.worlds import make_flight, make_problem

# bob came in ms-1, too, and went home in a ship that has left; cat is still on the ground
MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=4, undock=16, crew=("cat",), ports=(("poisk-zenith", 4),))


@pytest.fixture
def problem() -> Problem:
    """Give a world in which bob has gone home."""
    whole = make_problem(MS_1, MS_2)
    travellers = {who: one for who, one in whole.travellers.items() if who != "bob"}
    return replace(whole, travellers=travellers)


@pytest.fixture
def made(problem: Problem) -> Plan:
    """Give the published plan: ms-1 is told with the crew that came in it."""
    plan = make_plan(problem)
    assert [flight.crew_up for flight in plan.flights] == [("ann", "bob"), ("cat",)]
    return plan


def test_the_crew_that_came_is_known(made: Plan, problem: Problem) -> None:
    """Bob stands in the crew of ms-1 and has no stay, which is as it should be."""
    assert list(unknown_names(made, problem)) == []
    assert [one for one in audit(made, problem, RULES) if one.subject == "bob"] == []


def test_the_crew_of_a_ship_to_come_is_not_known_so(made: Plan, problem: Problem) -> None:
    """Somebody named in the crew of ms-2 alone, of whom nobody knows, is told."""
    strange = replace(MS_2, crew=("cat", "eve"))
    flights = {**problem.flights, "ms-2": strange}
    plan = replace(
        made,
        flights=tuple(
            replace(one, crew_up=("cat", "eve")) if one.flight == "ms-2" else one
            for one in made.flights
        ),
    )
    found = [one.subject for one in unknown_names(plan, replace(problem, flights=flights))]
    assert found == ["eve"]
