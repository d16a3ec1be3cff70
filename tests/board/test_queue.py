"""The queue of a line: crews go up first in, first out."""

from __future__ import annotations

from dataclasses import replace

from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import Flight, Problem, Standing, Uncrewed
from scheduler.rules.crew_order import CrewOrder
from tests.referee.hand_made import STATION, life
from tests.rules.worlds import DRAGON, make_flight, make_problem

FREE = Uncrewed.ALLOWED
ONE = make_flight("ms-1", launch=1, undock=9, crew=("ann",), uncrewed=FREE)
TWO = make_flight("ms-2", launch=2, undock=10, crew=("bob",), uncrewed=FREE)
THREE = make_flight("ms-3", launch=3, undock=11, crew=("cat",), uncrewed=FREE)


def loadings(problem: Problem, line: str = "soyuz") -> set[frozenset[tuple[str, str]]]:
    """List every way to bring the crews of a line up, each one forbidden once it is found."""
    board = Board(problem)
    CrewOrder().post(board)
    [queue] = [one for one in board.queues if one.line == line]
    for ship in queue.ships:
        board.model.add(ship.launch.expr == board.calendar.day(ship.flight.launch_on))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    found = set()
    while solver.solve(board.model) != cp_model.INFEASIBLE:
        held = {pair: solver.boolean_value(one) for pair, one in queue.carries.items()}
        found.add(frozenset(pair for pair, is_held in held.items() if is_held))
        others = [~one if held[pair] else one for pair, one in queue.carries.items()]
        board.model.add_bool_or(others)
    return found


def posed(*flights: Flight) -> Problem:
    """Pose a few ships to come."""
    return make_problem(*flights, until=5, station=STATION, overrides=(life(14),))


def test_crews_fill_the_crewed_ships_in_order() -> None:
    """Of three ships that may come empty, the n-th with a crew brings the n-th crew.

    No crew goes before its own ship, so nobody but ann can be on MS-1.
    """
    assert loadings(posed(ONE, TWO, THREE)) == {
        frozenset(pairs)
        for pairs in (
            (),
            (("ms-1", "ms-1"),),
            (("ms-2", "ms-1"),),
            (("ms-3", "ms-1"),),
            (("ms-1", "ms-1"), ("ms-2", "ms-2")),
            (("ms-1", "ms-1"), ("ms-3", "ms-2")),
            (("ms-2", "ms-1"), ("ms-3", "ms-2")),
            (("ms-1", "ms-1"), ("ms-2", "ms-2"), ("ms-3", "ms-3")),
        )
    }


def test_ship_that_may_not_come_empty_brings_the_next_crew() -> None:
    """Where both must be crewed, there is one way."""
    first, second = (replace(one, uncrewed=Uncrewed.FORBIDDEN) for one in (ONE, TWO))
    assert loadings(posed(first, second)) == {
        frozenset({("ms-1", "ms-1"), ("ms-2", "ms-2")}),
    }


def test_crew_of_a_lost_ship_goes_first() -> None:
    """MS-1 is cancelled: its crew is on the first ship that takes anybody."""
    lost = make_flight("ms-1", launch=1, undock=9, crew=("ann",), standing=Standing.CANCELLED)
    assert loadings(posed(lost, TWO)) == {frozenset(), frozenset({("ms-2", "ms-1")})}


def test_ship_without_a_crew_of_its_own_may_take_one_that_waits() -> None:
    """A ship published empty after MS-1 may bring the crew of MS-1, or nobody."""
    empty = make_flight("ms-2", launch=2, undock=10)
    assert loadings(posed(ONE, empty)) == {
        frozenset(),
        frozenset({("ms-1", "ms-1")}),
        frozenset({("ms-2", "ms-1")}),
    }


def test_ship_without_places_up_takes_nobody() -> None:
    """The crew of MS-1 waits for MS-2."""
    none = make_flight("ms-1", launch=1, undock=9, crew=("ann",), seats_up=0)
    assert loadings(posed(none, TWO)) == {frozenset(), frozenset({("ms-2", "ms-1")})}


def test_lines_do_not_mix() -> None:
    """A Dragon takes no crew of a Soyuz, and a ship without a line is a line of its own."""
    dragon = make_flight("crew-1", kind=DRAGON, launch=1, undock=9, crew=("mia",), uncrewed=FREE)
    alone = make_flight("visit", launch=1, undock=9, crew=("vic",), uncrewed=FREE, line=None)
    board = Board(posed(ONE, dragon, alone))
    assert {queue.line: queue.crews for queue in board.queues} == {
        "soyuz": ("ms-1",),
        "dragon": ("crew-1",),
        "visit": ("visit",),
    }


def test_ship_that_stays_on_the_ground_brings_nobody() -> None:
    """A ship that must carry its crew is crewed exactly when it flies."""
    board = Board(posed(make_flight("ms-1", launch=1, undock=9, crew=("ann",))))
    [queue] = board.queues
    assert queue.is_crewed["ms-1"] is board.ships["ms-1"].flies
