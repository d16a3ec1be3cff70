"""Who relieves whom in a plan, worked out by hand from the days of its ships.

Day 0 is ``as_of``, day 20 ``until``. All ships are of one line but those named crew-.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Flight, FlightPlan, Handover, Problem, Standing, handovers_of
from tests.rules.worlds import DRAGON, make_flight, make_problem

MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann",))
MS_2 = make_flight("ms-2", launch=4, undock=14, crew=("bob",))
MS_3 = make_flight("ms-3", launch=9, undock=30, crew=("cat",))
CREW_1 = make_flight("crew-1", kind=DRAGON, launch=-8, undock=9, crew=("fay",))
CREW_2 = make_flight("crew-2", kind=DRAGON, launch=11, undock=30, crew=("gus",))
GONE = make_flight("ms-0", launch=-30, undock=-1, crew=(), standing=Standing.DEPARTED)
LATER = make_flight("ms-9", launch=25, undock=60, crew=("zoe",), standing=Standing.LATER)


def flown(flight: Flight, *, up: bool = True, down: bool = True, flies: bool = True) -> FlightPlan:
    """Plan a flight as published, perhaps without a crew on a leg, or let it wait."""
    if not flies:
        return FlightPlan(flight.id, flight.vehicle_type, "waiting", None, None, None, None)
    return FlightPlan(
        flight.id,
        flight.vehicle_type,
        "planned" if flight.is_ahead else "docked",
        flight.launch_on,
        flight.dock_on,
        flight.undock_on,
        flight.land_on,
        crew_up=flight.crew if up else (),
        crew_down=flight.crew if down else (),
    )


def direct(outgoing: str, incoming: str, days: int) -> Handover:
    """Give days together."""
    return Handover("soyuz", outgoing, incoming, True, days)


def gap(outgoing: str, incoming: str, days: int) -> Handover:
    """Give days apart."""
    return Handover("soyuz", outgoing, incoming, False, days)


def found(problem: Problem, *plans: FlightPlan) -> list[Handover]:
    """Work out the handovers of some ships."""
    return list(handovers_of(plans, problem))


@pytest.mark.parametrize(
    ("plans", "wanted"),
    [
        # ms-1 leaves on 6, ms-2 comes on 4 and leaves on 14, ms-3 comes on 9 and stays
        pytest.param(
            [flown(MS_1), flown(MS_2), flown(MS_3)],
            [direct("ms-1", "ms-2", 2), direct("ms-2", "ms-3", 5)],
            id="each-in-turn",
        ),
        pytest.param(
            [flown(MS_1), flown(MS_2, flies=False), flown(MS_3)],
            [gap("ms-1", "ms-3", 3)],
            id="past-a-ship-that-waits",
        ),
        pytest.param(
            [flown(MS_1), flown(MS_2, up=False), flown(MS_3)],
            [direct("ms-2", "ms-3", 5)],
            id="a-ship-that-comes-empty-relieves-nobody",
        ),
        pytest.param(
            [flown(MS_1), flown(MS_2, down=False), flown(MS_3)],
            [direct("ms-1", "ms-2", 2)],
            id="a-ship-that-leaves-empty-is-not-relieved",
        ),
        pytest.param(
            [flown(MS_1), flown(MS_2), flown(MS_3, flies=False)],
            [direct("ms-1", "ms-2", 2), gap("ms-2", "ms-3", 6)],
            id="nobody-follows-before-until",
        ),
        pytest.param(
            [flown(MS_1), flown(MS_2), flown(MS_3, up=False)],
            [direct("ms-1", "ms-2", 2), gap("ms-2", "ms-3", 6)],
            id="what-follows-comes-empty",
        ),
        pytest.param(
            [flown(MS_1), flown(MS_2, flies=False), flown(MS_3, flies=False)],
            [gap("ms-1", "ms-2", 14)],
            id="the-next-in-line-is-named",
        ),
        pytest.param(
            [flown(MS_1), flown(MS_2, down=False), flown(MS_3, flies=False)],
            [direct("ms-1", "ms-2", 2)],
            id="nobody-left-to-be-followed",
        ),
    ],
)
def test_one_line(plans: list[FlightPlan], wanted: list[Handover]) -> None:
    """Three ships, one after the other."""
    assert found(make_problem(MS_1, MS_2, MS_3), *plans) == wanted


@pytest.mark.parametrize(
    ("undock", "wanted"),
    [
        pytest.param(5, direct("ms-1", "ms-2", 1), id="one-day-together"),
        pytest.param(4, gap("ms-1", "ms-2", 0), id="on-the-same-day"),
        pytest.param(3, gap("ms-1", "ms-2", 1), id="a-day-between"),
    ],
)
def test_a_day_is_the_least_that_is_direct(undock: int, wanted: Handover) -> None:
    """Ms-2 comes on day 4: a crew that leaves on that day has not handed over."""
    one = make_flight("ms-1", launch=-8, undock=undock, crew=("ann",))
    assert found(make_problem(one, MS_2), flown(one), flown(MS_2)) == [wanted]


def test_lines_do_not_mix() -> None:
    """A Dragon docks a day after its launch, on 12, three days after crew-1 left on 9."""
    problem = make_problem(CREW_2, MS_2, CREW_1, MS_1)
    plans = [flown(flight) for flight in (CREW_1, MS_2, CREW_2, MS_1)]
    told = [direct("ms-1", "ms-2", 2), Handover("dragon", "crew-1", "crew-2", False, 3)]
    assert found(problem, *plans) == told


def test_whom_the_facts_name_is_relieved() -> None:
    """Ms-3 relieves ms-1, three days after it left; ms-2 relieves ms-1, too, as the one before."""
    three = replace(MS_3, relieves="ms-1")
    problem = make_problem(MS_1, MS_2, three)
    told = found(problem, flown(MS_1), flown(MS_2), flown(three))
    assert told == [direct("ms-1", "ms-2", 2), gap("ms-1", "ms-3", 3)]


@pytest.mark.parametrize(
    ("launch", "wanted"),
    [
        pytest.param(-8, [], id="docked-before-as-of-is-past"),
        pytest.param(3, [gap("ms-0", "ms-1", 4)], id="to-come"),
    ],
)
def test_a_crew_that_has_gone(launch: int, wanted: list[Handover]) -> None:
    """Ms-0 left on the day before ``as_of``: who comes on day 3 is four days late."""
    one = make_flight("ms-1", launch=launch, undock=30, crew=("ann",))
    assert found(make_problem(GONE, one), flown(one)) == wanted


def test_a_ship_beyond_the_horizon_follows_on_paper_only() -> None:
    """Ms-1 leaves on day 6 and ms-9 comes after ``until``: 14 days of gap are counted."""
    assert found(make_problem(MS_1, LATER), flown(MS_1)) == [gap("ms-1", "ms-9", 14)]


@pytest.mark.parametrize(("undock", "is_open"), [(19, True), (20, False), (25, False)])
def test_a_ship_that_leaves_at_until_leaves_no_gap(undock: int, is_open: bool) -> None:
    """Beyond it nobody looks."""
    one = make_flight("ms-1", launch=-8, undock=undock, crew=("ann",))
    told = [gap("ms-1", "ms-9", 1)] if is_open else []
    assert found(make_problem(one, LATER), flown(one)) == told


def test_the_last_of_a_line_leaves_no_gap() -> None:
    """Nobody is published to follow."""
    assert found(make_problem(MS_1), flown(MS_1)) == []
