"""Worlds of the bench: the same from the same seed, without trouble, and as large as is asked."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.domain import Standing
from scripts.bench.worlds import make_world
from tests.bench.posing import keeps_its_dates, number_of_requirements


@pytest.mark.parametrize("is_rich", [False, True], ids=["plain", "rich"])
def test_same_seed_gives_the_same_bytes(is_rich: bool) -> None:
    """Chance is the seed's alone."""
    first, again = (repr(make_world(7, 20, is_rich=is_rich)).encode() for _ in range(2))
    assert first == again


def test_other_seed_gives_other_days() -> None:
    """Seeds move flights."""
    days = [[f.launch_on for f in make_world(seed, 20).flights.values()] for seed in (1, 2)]
    assert days[0] != days[1]


@pytest.mark.parametrize("crewed", [6, 7, 20])
def test_lines_have_as_many_flights_as_asked(crewed: int) -> None:
    """Two are at the station, one of each line; the others are to come."""
    flights = make_world(1, crewed).flights.values()
    assert len(flights) == crewed
    docked = [flight.line for flight in flights if flight.standing is Standing.DOCKED]
    assert sorted(docked, key=str) == ["dragon", "soyuz"]


def test_120_flights_take_30_years() -> None:
    """Four crews a year, as flown."""
    world = make_world(1)
    assert (world.as_of, world.until.year) == (date(2026, 6, 1), 2056)


def test_rich_world_adds_to_the_lines() -> None:
    """Cargo, visitors and closed days come on top; the lines are as many."""
    world = make_world(1, 8, is_rich=True)
    kinds = {flight.vehicle_type for flight in world.flights.values() if flight.line is None}
    assert kinds == {"progress-ms", "cygnus-xl", "htv", "cargo-dragon", "crew-dragon"}
    assert sum(flight.line is not None for flight in world.flights.values()) == 8
    assert {window.kind for window in world.windows} == {"beta-cutout", "eva", "lit-landing"}


@pytest.mark.parametrize("is_rich", [False, True], ids=["plain", "rich"])
@pytest.mark.parametrize("seed", range(3))
def test_published_dates_keep_every_rule(seed: int, is_rich: bool) -> None:
    """A world has a plan before it is troubled: the published one."""
    assert keeps_its_dates(make_world(seed, 8, is_rich=is_rich))


@pytest.mark.slow
@pytest.mark.parametrize(("is_rich", "least"), [(False, 800), (True, 2800)], ids=["plain", "rich"])
def test_120_flights_are_as_many_requirements_as_the_issue_wants(is_rich: bool, least: int) -> None:
    """The sizes that are to be explained."""
    assert number_of_requirements(make_world(1, 120, is_rich=is_rich)) > least


@pytest.mark.slow
def test_120_rich_flights_keep_their_published_dates() -> None:
    """The large world has a plan, too."""
    assert keeps_its_dates(make_world(1, 120, is_rich=True))
