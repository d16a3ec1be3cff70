"""The published plan behind a chart: what stood in the facts, flight by flight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Flight, FlightPlan, PortStay, Published
from scheduler.reports.chart import published_plan
from tests.rules.worlds import POISK, RASSVET, make_flight, make_problem, on

MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=4, undock=16, crew=("cat",), ports=((POISK, 4),))


def told(*flights: Flight, **fields: dict[str, str]) -> dict[str, FlightPlan]:
    """Give the published plan of a world, by flight."""
    made = published_plan(make_problem(*flights, **fields))  # type: ignore[arg-type]
    return {flight.flight: flight for flight in made.flights}


def test_days_are_those_that_stood_in_the_facts() -> None:
    """A published launch that nobody corrected is drawn as it stood, a day too early."""
    stale = replace(MS_2, published=Published(on(3), on(3), on(15), on(16)))
    ship = told(MS_1, stale)["ms-2"]
    assert (ship.launch_on, ship.dock_on, ship.undock_on, ship.land_on) == (
        on(3),
        on(3),
        on(15),
        on(16),
    )
    assert ship.ports == (PortStay(POISK, on(3), on(15)),)


def test_a_ship_that_is_there_came_when_it_came() -> None:
    """Published for day -10, launched on day -8; its way home is as published."""
    early = replace(MS_1, published=Published(on(-10), on(-10), on(7), on(7)))
    ship = told(early)["ms-1"]
    assert (ship.launch_on, ship.dock_on, ship.undock_on) == (on(-8), on(-8), on(7))


@pytest.mark.parametrize(
    "flight",
    [
        pytest.param(replace(MS_2, is_added=True), id="added-by-the-what-if"),
        *(
            pytest.param(replace(MS_2, published=replace(MS_2.published, **{day: None})), id=day)
            for day in ("launch_on", "dock_on", "undock_on", "land_on")
        ),
    ],
)
def test_a_flight_that_was_not_published_whole_does_not_fly(flight: Flight) -> None:
    """Nothing is made up for it; the others are drawn."""
    found = told(MS_1, flight)
    assert (found["ms-2"].flies, found["ms-1"].flies) == (False, True)


def test_ports_follow_one_another() -> None:
    """From the docking over each relocation to the undocking; one on that day is none."""
    moving = make_flight("ms-1", launch=-8, undock=6, ports=((RASSVET, -8), (POISK, 2)))
    assert told(moving)["ms-1"].ports == (
        PortStay(RASSVET, on(-8), on(2)),
        PortStay(POISK, on(2), on(6)),
    )
    too_late = make_flight("ms-1", launch=-8, undock=6, ports=((RASSVET, -8), (POISK, 6)))
    assert told(too_late)["ms-1"].ports == (PortStay(RASSVET, on(-8), on(6)),)


def test_crews_go_up_and_come_down_as_published() -> None:
    """Bob is to go home in the second ship."""
    found = told(MS_1, MS_2, down={"bob": "ms-2"})
    assert (found["ms-1"].crew_up, found["ms-1"].crew_down) == (("ann", "bob"), ("ann",))
    assert (found["ms-2"].crew_up, found["ms-2"].crew_down) == (("cat",), ("bob", "cat"))
