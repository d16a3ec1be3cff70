"""Fresh worlds: no plan on the nominal days, a plan beside them; ships ready early but no more."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from scheduler.audit import audit, breaches
from scheduler.domain import DemandKind, Problem, Verdict
from scheduler.rules import RULES
from scheduler.solve import Engine, search
from scripts.bench.worlds import make_fresh_world
from scripts.bench.worlds.fresh import EARLY_DAYS
from tests.bench.posing import has_a_regular_plan, on_its_dates

SMALL = [(1, False), (2, False), (3, False), (2, True)]


def ready_days(problem: Problem) -> dict[str, int]:
    """Count how long before its nominal launch each ship is ready."""
    demands = problem.demands_of(DemandKind.EARLIEST_LAUNCH)
    flights = problem.flights
    return {
        demand.subject: (flights[demand.subject].launch_on - demand.day).days
        for demand in demands
        if demand.day
    }


@pytest.mark.parametrize(("lines", "is_rich"), SMALL)
@pytest.mark.parametrize("seed", range(3))
def test_nominal_days_are_no_plan(seed: int, lines: int, is_rich: bool) -> None:
    """It is proved that no choice of ports makes the nominal days a plan."""
    world = make_fresh_world(seed, 3 * lines, is_rich=is_rich, lines=lines)
    assert on_its_dates(world).is_infeasible


@pytest.mark.parametrize(("lines", "is_rich"), SMALL)
@pytest.mark.parametrize("seed", range(3))
def test_there_is_a_plan_beside_the_nominal_days(seed: int, lines: int, is_rich: bool) -> None:
    """Each ship can be placed so that every rule holds."""
    world = make_fresh_world(seed, 3 * lines, is_rich=is_rich, lines=lines)
    assert has_a_regular_plan(world)


@pytest.mark.slow
@pytest.mark.parametrize(("crewed", "is_rich"), [(120, False), (42, True)], ids=["plain", "rich"])
def test_large_fresh_world_has_a_plan(crewed: int, is_rich: bool) -> None:
    """The worlds that planning is held against can be planned."""
    assert has_a_regular_plan(make_fresh_world(1, crewed, is_rich=is_rich))


def test_search_places_the_ships_of_a_small_world() -> None:
    """The search finds what is there, proves it, and the audit agrees."""
    world = make_fresh_world(1, 4, lines=1)
    outcome = search(world, RULES, Engine(60.0, workers=1))
    assert outcome.verdict is Verdict.OPTIMAL
    assert outcome.plan is not None
    assert breaches(audit(outcome.plan, world, RULES)) == ()


def test_ships_come_once_in_a_season() -> None:
    """A cadence has no chance in it beyond the first day."""
    flights = make_fresh_world(4, 10).flights
    days = [flight.launch_on for id_, flight in flights.items() if id_.startswith("soyuz")]
    assert {later - earlier for earlier, later in pairwise(days)} == {timedelta(days=183)}


def test_every_fourth_crew_leaves_too_soon() -> None:
    """A day after the next has come; the others overlap as the station wishes."""
    world = make_fresh_world(1, 12)
    for line, wished_days in (("soyuz", 7), ("dragon", 5)):
        crews = world.line_of(line)
        overlaps = [(one.undock_on - following.dock_on).days for one, following in pairwise(crews)]
        assert overlaps == [1, *[wished_days] * 3, 1]


def test_ship_may_come_early_because_it_is_ready() -> None:
    """Only ships to come state their readiness; nobody is ready before the past ends."""
    world = make_fresh_world(1, 12, is_rich=True)
    ahead = {flight.id for flight in world.flights.values() if flight.is_ahead}
    assert ready_days(world).keys() == ahead
    assert set(ready_days(world).values()) <= {*range(EARLY_DAYS + 1)}
    assert max(ready_days(world).values()) == EARLY_DAYS
    assert all(demand.day and demand.day >= world.as_of for demand in world.demands)
    assert {f.id for f in world.flights.values() if f.has_readiness} == ahead


def test_only_ships_at_the_station_have_a_port() -> None:
    """Who comes where is to be decided."""
    flights = make_fresh_world(1, 12, is_rich=True).flights.values()
    assert {flight.id for flight in flights if flight.calls} == {"soyuz-001", "dragon-001"}
