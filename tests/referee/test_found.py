"""What the referee found once stays found: the smallest case of every wrong answer there was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scheduler.domain import Problem, Verdict
from tests.referee import found
from tests.referee.comparing import differences, solved

Pose = Callable[[], Problem]

WORLDS: tuple[tuple[Pose, dict[str, int]], ...] = (
    # two people without a seat on days 0 and 1, then one has the waived place
    (found.waiver_that_comes_later, {"seats G4": 2, "seats G2": 2}),
    # the crew waits, and so does whoever was to land with them
    (found.ship_that_is_never_ready, {"change crews_waiting": 2}),
    # nobody may land in the ship for some days, so it leaves two days later
    (found.crew_that_docks_at_the_end, {"change crews_waiting": 1}),
    (found.one_leaves_today_and_one_stays, {"seats G1": 3, "moves seat_moves": 1}),
    (found.half_a_crew_flies, {"change crews_waiting": 0, "change flights": 2}),
    (found.ship_without_places_up, {"change crews_waiting": 1, "change flights": 1}),
    (found.ship_without_places_that_is_never_ready, {"change crews_waiting": 2}),
    (found.two_of_one_crew_left_up_there, {"change crews_waiting": 1}),
    # one of two has no seat on each of the days 2 and 3
    (found.newcomers_on_a_day_of_leaving, {"seats G4": 2, "seats G3": 2}),
    (found.ship_gone_before_the_crew_comes, {"change crews_waiting": 1}),
    # one day of 7 in the first handover; the second ship lands nobody, so there is no second
    (found.crew_that_is_never_brought_home, {"handover short_days": 6}),
    (found.two_alike_and_one_seat, {"seats G4": 1, "moves seat_moves": 2}),
    # one gives up a seat on day 2 already, so that one seat is enough for day 3
    (found.two_ships_leave_and_one_seat_is_free, {"seats G4": 2}),
    (found.crews_pushed_beyond_the_horizon, {"change crews_waiting": 1}),
    (found.ports_of_a_ship_that_stands, {"change flights": 0}),
    (found.landing_published_in_a_strange_ship, {"change flights": 2}),
    (found.people_on_their_way, {"moves seat_moves": 0}),
    (found.crew_of_an_aborted_launch, {"change crews_waiting": 1}),
)
IMPOSSIBLE: tuple[Pose, ...] = (
    found.seat_moved_before_today,
    found.seat_in_a_ship_pinned_to_leave_today,
)


@pytest.mark.parametrize(("pose", "parts"), WORLDS, ids=[pose.__name__ for pose, _ in WORLDS])
def test_search_agrees_with_the_referee(pose: Pose, parts: dict[str, int]) -> None:
    """The same answer, and what was wrong is the number that it should be."""
    assert differences(pose()) == []
    goals = solved(pose()).goals
    values = {f"{goal.goal} {part.part}": part.value for goal in goals for part in goal.parts}
    assert {part: values[part] for part in parts} == parts


@pytest.mark.parametrize("pose", IMPOSSIBLE, ids=[pose.__name__ for pose in IMPOSSIBLE])
def test_search_agrees_that_there_is_no_plan(pose: Pose) -> None:
    """Nobody has a seat to go to in time, so the ship cannot leave, and must."""
    assert differences(pose()) == []
    assert solved(pose()).verdict is Verdict.INFEASIBLE


def test_every_world_is_asked() -> None:
    """No world that was found is left out of the tests."""
    asked = {pose.__name__ for pose, _ in WORLDS} | {pose.__name__ for pose in IMPOSSIBLE}
    own = (one for one in vars(found).values() if getattr(one, "__module__", "") == found.__name__)
    assert asked == {pose.__name__ for pose in own}
