"""Days on the board: the calendar, what is cut beforehand, health by periods, ships by the day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.board import Board
from scheduler.board.calendar import ROOM_AFTER_DAYS, Calendar
from scheduler.board.limits import narrow, wide
from scheduler.domain import DemandKind, Health, Waiver
from tests.referee.hand_made import STATION, broken, demand, life
from tests.rules.worlds import DRAGON, PROGRESS, make_flight, make_problem, on

MS_1 = make_flight("ms-1", launch=-4, undock=3, crew=("ann",))
MS_2 = make_flight("ms-2", launch=2, undock=9, crew=("cat",))
CALENDAR = Calendar(on(0), on(8), on(9))


def test_day_numbers_go_there_and_back() -> None:
    """Day 0 is today, negative days are past, the horizon has eight days."""
    assert [CALENDAR.day(on(number)) for number in (-2, 0, 8)] == [-2, 0, 8]
    assert CALENDAR.date(3) == on(3)
    assert CALENDAR.length == 8


def test_undockings_have_room_after_the_last_one_published() -> None:
    """The bound lies so far out that every order of departures fits before it."""
    assert CALENDAR.end == 9 + ROOM_AFTER_DAYS
    assert Calendar(on(0), on(8), on(3)).end == 8 + ROOM_AFTER_DAYS


def test_ship_launches_no_earlier_than_published_and_lives_no_longer_than_certified() -> None:
    """Nothing is cut but what two rules would cut as well."""
    posed = make_problem(MS_1, MS_2, until=8, station=STATION, overrides=(life(12),))
    limits = narrow(posed, CALENDAR, MS_2)
    assert (limits.least_launch, limits.most_life_days) == (2, 12)
    left = wide(posed, CALENDAR, MS_2)
    assert (left.least_launch, left.most_life_days, left.ports) == (0, None, tuple(STATION.ports))


@pytest.mark.parametrize(("days", "least"), [((1,), 1), ((4,), 4), ((1, 4), 4), ((30,), 8)])
def test_stated_readiness_replaces_the_published_launch(days: tuple[int, ...], least: int) -> None:
    """The latest of several statements; one beyond the horizon means no launch in it."""
    ready = replace(MS_2, has_readiness=True)
    demands = tuple(demand(DemandKind.EARLIEST_LAUNCH, "ms-2", day) for day in days)
    posed = make_problem(MS_1, ready, until=8, station=STATION, demands=demands)
    assert narrow(posed, CALENDAR, ready).least_launch == least


def test_waiver_leaves_room_for_the_days_it_gives() -> None:
    """Dated or not, the longer of limit and waiver bounds the board; the rule does the rest."""
    waiver = Waiver("VL-1", "life_days", "ms-2", 20, "who", "why", on(5))
    posed = make_problem(
        MS_1, MS_2, until=8, station=STATION, overrides=(life(12),), waivers=(waiver,)
    )
    assert narrow(posed, CALENDAR, MS_2).most_life_days == 20
    assert narrow(posed, CALENDAR, MS_1).most_life_days == 12


def test_health_goes_by_periods() -> None:
    """Sound today, broken from day 2 up to day 5, sound again to the end of all days."""
    span = broken("ms-1", "emergency-only", 1, 2, 5)
    board = Board(make_problem(MS_1, until=8, station=STATION, health_spans=(span,)))
    periods = [(first, end, state.health) for first, end, state in board.health_periods("ms-1")]
    assert periods == [
        (0, 2, Health.NOMINAL),
        (2, 5, Health.EMERGENCY_ONLY),
        (5, board.calendar.end + 1, Health.NOMINAL),
    ]


def test_health_of_the_past_is_one_period_from_today() -> None:
    """What began before today holds today."""
    span = broken("ms-1", "unfit", None, -3)
    board = Board(make_problem(MS_1, until=8, station=STATION, health_spans=(span,)))
    [(first, _, state)] = board.health_periods("ms-1")
    assert (first, state.health) == (0, Health.UNFIT)


def test_docked_ship_has_no_launch_to_decide_and_stands_where_it_stands() -> None:
    """Its past is known; its port is known; only its leaving is open."""
    ship = Board(make_problem(MS_1, until=8, station=STATION)).ships["ms-1"]
    assert (ship.flies, ship.launch.expr, ship.dock.expr) == (True, -4, -4)
    assert ship.slots[0].at == {"rassvet-nadir": True}
    assert not ship.undock.is_known
    assert ship.is_docked(0)[0] is True


def test_ship_docks_its_transit_after_launch_and_lands_its_return_after_undocking() -> None:
    """A Dragon of this station takes a day each way."""
    dragon = make_flight("crew-1", kind=DRAGON, launch=2, undock=7, crew=("mia",))
    ship = Board(make_problem(MS_1, dragon, until=8, station=STATION)).ships["crew-1"]
    assert (ship.dock.least - ship.launch.least, ship.land.least - ship.undock.least) == (1, 1)


def test_ship_that_cannot_launch_in_the_horizon_does_not_fly() -> None:
    """Ready on the first day after it, it is known to stay on the ground."""
    late = replace(MS_2, has_readiness=True)
    demands = (demand(DemandKind.EARLIEST_LAUNCH, "ms-2", 8),)
    ship = Board(make_problem(MS_1, late, until=8, station=STATION, demands=demands)).ships["ms-2"]
    assert ship.flies is False


@pytest.mark.parametrize(("kind", "slots"), [(PROGRESS, 1), (DRAGON, 2)])
def test_only_ships_with_seats_are_moved(kind: str, slots: int) -> None:
    """Their crew rides along; a cargo ship keeps to the port it came to."""
    station = replace(STATION, rules={**STATION.rules, "PT-3": {"most_relocations": 1}})
    flight = make_flight("ship", kind=kind, launch=2, undock=7)
    board = Board(make_problem(MS_1, flight, until=8, station=station))
    assert len(board.ships["ship"].slots) == slots
