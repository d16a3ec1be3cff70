"""The goal ``staffing`` held at zero for some days, where most days cost nothing anyway."""

from __future__ import annotations

import pytest

from scheduler.goals.staffing import Staffing
from tests.rules.agreement import fixed_board, is_feasible
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import DRAGON, POISK, make_flight, make_problem

WORLD = make_problem(
    make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob")),
    make_flight("ms-2", launch=4, undock=30, crew=("cat",), ports=((POISK, 4),)),
    make_flight("crew-1", kind=DRAGON, launch=-8, undock=30, crew=("fay",)),
    until=10,
)
GAP = make_plan(WORLD, {"ms-1": Voyage(undock=4), "ms-2": Voyage(launch=7)})
"""Nobody runs the Russian segment on days 4, 5 and 6."""


def test_broken_days_are_those_on_which_people_are_missing() -> None:
    """Days 4 to 6 in the Russian segment; fay runs the other on all of them."""
    assert list(Staffing().broken_days(GAP, WORLD)) == [4, 5, 6]
    assert list(Staffing().broken_days(make_plan(WORLD), WORLD)) == []


@pytest.mark.parametrize(
    ("days", "is_allowed"),
    [
        (range(10), False),
        (range(4), True),
        (range(5), False),
        (range(6, 7), False),
        (range(7, 10), True),
        (range(0), True),
    ],
)
def test_held_days_allow_nobody_to_be_missing(days: range, is_allowed: bool) -> None:
    """A plan that is short on days 4 to 6 is allowed where other days are held."""
    board = fixed_board(GAP, WORLD)
    Staffing().hold(board, days)
    assert is_feasible(board.model) is is_allowed
