"""The head-count on the board: by day and segment, for settled and unsettled people alike."""

from __future__ import annotations

from typing import Any

import pytest

from scheduler.board import Board, Number
from scheduler.domain import Plan, Problem, each_day
from scheduler.solve import Engine
from scheduler.solve.values import Values
from tests.referee.hand_made import STATION, broken, life
from tests.rules.agreement import fixed_board
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import DRAGON, POISK, make_flight, make_problem

SHIPS = (
    make_flight("ms-1", launch=-4, undock=3, crew=("ann", "bob")),
    make_flight("ms-2", launch=2, undock=9, crew=("cat",), ports=((POISK, 2),)),
    make_flight("crew-1", kind=DRAGON, launch=-4, undock=5, crew=("mia",)),
)
PLAIN: dict[str, Any] = {"until": 7, "station": STATION, "overrides": (life(14),)}
TROUBLES: list[Any] = [
    pytest.param({}, id="all-settled"),
    pytest.param({"health_spans": (broken("ms-1", seats=2, end=3),)}, id="crew-aboard-unsettled"),
    pytest.param({"health_spans": (broken("ms-2", seats=2, end=5),)}, id="crew-to-come-unsettled"),
    pytest.param({"opened": frozenset({("mia", "ms-2")})}, id="one-unsettled"),
]


def heads(board: Board, segment: str | None) -> list[int]:
    """Count the people aboard on each day on a board that is fixed to a plan."""
    numbers: list[Number] = [board.headcount.aboard(day, segment) for day in board.days]
    answer = Engine(60, workers=1).solve(board.model)
    assert answer.has_plan
    return [Values(answer.values)(number) for number in numbers]


def stated(plan: Plan, segment: str | None) -> list[int]:
    """Read the same from the plan."""
    return [
        span.people if segment is None else span.by_segment[segment]
        for span in plan.aboard
        for _ in each_day(span.from_on, span.to_on)
    ]


@pytest.mark.parametrize("fields", TROUBLES)
def test_people_come_with_docking_and_go_with_undocking(fields: dict[str, Any]) -> None:
    """Two of MS-1 to day 2, one of MS-2 from day 2, one of the Dragon to day 4.

    In all: 3 3 4 2 2 1 1, whoever of them is settled; of the US segment 1 1 1 1 1 0 0.
    """
    posed: Problem = make_problem(*SHIPS, **PLAIN, **fields)
    board = fixed_board(make_plan(posed), posed)
    assert heads(board, None) == [3, 3, 4, 2, 2, 1, 1]
    assert heads(board, "USOS") == [1, 1, 1, 1, 1, 0, 0]
    assert heads(board, "RS") == [2, 2, 3, 1, 1, 1, 1]


@pytest.mark.parametrize("fields", TROUBLES)
def test_head_count_follows_other_days_too(fields: dict[str, Any]) -> None:
    """MS-1 leaves two days late, MS-2 comes a day late: the board counts as the plan states."""
    posed: Problem = make_problem(*SHIPS, **PLAIN, **fields)
    plan = make_plan(posed, {"ms-1": Voyage(undock=5), "ms-2": Voyage(launch=3)})
    board = fixed_board(plan, posed)
    for segment in (None, "RS", "USOS"):
        assert heads(board, segment) == stated(plan, segment)


def test_crew_left_on_the_ground_is_not_counted() -> None:
    """MS-2 does not fly: nobody comes."""
    posed = make_problem(*SHIPS, **PLAIN)
    plan = make_plan(posed, {"ms-2": Voyage(flies=False)})
    assert heads(fixed_board(plan, posed), None) == [3, 3, 3, 1, 1, 0, 0]


def test_people_whose_agency_no_segment_names_count_to_their_ports() -> None:
    """A visitor on a Soyuz counts to the Russian segment, where it docks."""
    posed = make_problem(*SHIPS, **PLAIN, agencies={"bob": "Nobody's"})
    assert heads(fixed_board(make_plan(posed), posed), "RS")[:3] == [2, 2, 3]


def test_one_group_of_two_segments_is_counted_by_segment() -> None:
    """Bob of the US segment is unsettled with Ann, and nothing else tells them apart.

    RS: Ann to day 2, Cat from day 2 on; USOS: Bob to day 2, Mia to day 4.
    """
    trouble: dict[str, Any] = {"health_spans": (broken("ms-1", seats=2, end=3),)}
    posed = make_problem(*SHIPS, **PLAIN, **trouble, agencies={"bob": "NASA"})
    board = fixed_board(make_plan(posed), posed)
    assert [len(group.classes) for group in board.seats.groups] == [2]
    assert heads(board, "RS") == [1, 1, 2, 1, 1, 1, 1]
    assert heads(board, "USOS") == [2, 2, 2, 1, 1, 0, 0]
    assert heads(board, None) == [3, 3, 4, 2, 2, 1, 1]


def test_of_some_ships_only_their_settled_people_are_counted() -> None:
    """Of MS-2 and the Dragon: 1 1 2 2 2 1 1; MS-1 is there on days 0 to 2, MS-2 from day 2 on."""
    posed: Problem = make_problem(*SHIPS, **PLAIN)
    board = fixed_board(make_plan(posed), posed)
    some = {"ms-2", "crew-1"}
    numbers: list[Number] = [board.headcount.aboard(day, ships=some) for day in board.days]
    values = Values(Engine(60, workers=1).solve(board.model).values)
    assert [values(number) for number in numbers] == [1, 1, 2, 2, 2, 1, 1]
    assert board.headcount.ships_there(values, range(2)) == {"ms-1", "crew-1"}
    assert board.headcount.ships_there(values, range(2, 5)) == {"ms-1", "ms-2", "crew-1"}
    assert board.headcount.ships_there(values, range(5, 7)) == {"ms-2"}
