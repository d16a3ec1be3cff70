"""Worlds of the bench: the same from the same seed, without trouble, and as large as is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest

from scheduler.domain import Standing
from scheduler.planning import read_case
from scripts.bench.starts import ROOT
from scripts.bench.worlds import FORMS, World, crewed_for, make_world, shipped_worlds
from tests.bench.posing import keeps_its_dates, number_of_requirements

DIGESTS = """
from hashlib import sha256
from scripts.bench.worlds import FORMS, World
for form in FORMS:
    world = World(form, seed=5, crewed=9, lines=3, is_rich=True)
    print(form, sha256(repr(world.problem()).encode()).hexdigest())
"""


@pytest.mark.parametrize("is_rich", [False, True], ids=["plain", "rich"])
def test_same_seed_gives_the_same_bytes(is_rich: bool) -> None:
    """Chance is the seed's alone."""
    first, again = (repr(make_world(7, 20, is_rich=is_rich)).encode() for _ in range(2))
    assert first == again


def test_same_seed_gives_the_same_bytes_in_every_process() -> None:
    """No form leans on the order of a set, which each process draws anew."""
    told = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert [line.split()[0] for line in told[0].splitlines()] == list(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_other_seed_gives_another_world(form: str) -> None:
    """Seeds move flights, and draw what goes wrong."""
    worlds = [World(form, seed=seed, crewed=12).problem() for seed in (1, 2)]
    assert worlds[0].flights != worlds[1].flights


@pytest.mark.parametrize("crewed", [6, 7, 20])
def test_lines_have_as_many_flights_as_asked(crewed: int) -> None:
    """Two are at the station, one of each line; the others are to come."""
    flights = make_world(1, crewed).flights.values()
    assert len(flights) == crewed
    docked = [flight.line for flight in flights if flight.standing is Standing.DOCKED]
    assert sorted(docked, key=str) == ["dragon", "soyuz"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [(1, {"soyuz"}), (2, {"soyuz", "dragon"}), (3, {"soyuz", "dragon", "starliner"})],
    ids=["one", "two", "three"],
)
@pytest.mark.parametrize("form", ["published", "fresh"])
def test_world_has_as_many_lines_as_asked(form: str, lines: int, names: set[str]) -> None:
    """One line has the Soyuz alone, the third has Starliner; the flights are shared out evenly."""
    flights = World(form, crewed=12, lines=lines).problem().flights.values()
    flown = [flight.line for flight in flights]
    assert {name: flown.count(name) for name in names} == dict.fromkeys(names, 12 // lines)
    assert len(flown) == 12


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


@pytest.mark.parametrize("flights", [6, 12, 48, 192, 480])
@pytest.mark.parametrize("is_rich", [False, True], ids=["plain", "rich"])
def test_size_is_counted_in_all_flights(flights: int, is_rich: bool) -> None:
    """As few crewed flights as give that many in all; the last season brings a few more."""
    crewed = crewed_for(flights, is_rich=is_rich)
    assert flights <= len(make_world(1, crewed, is_rich=is_rich).flights) < flights + 8
    assert len(make_world(1, crewed - 1, is_rich=is_rich).flights) < flights or crewed == 2


def test_sizes_span_years_to_decades() -> None:
    """Six flights of one line take three years, 240 of two lines sixty."""
    shortest, longest = make_world(1, 6, lines=1), make_world(1, 240)
    assert (shortest.until.year, longest.until.year) == (2028, 2086)


@pytest.mark.parametrize("is_rich", [False, True], ids=["plain", "rich"])
@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("seed", range(3))
def test_published_dates_keep_every_rule(seed: int, lines: int, is_rich: bool) -> None:
    """A world has a plan before it is troubled: the published one."""
    assert keeps_its_dates(make_world(seed, 9, is_rich=is_rich, lines=lines))


def test_every_shipped_case_is_a_world() -> None:
    """Each what-if of the program is posed as the program itself poses it."""
    files = {world.file for world in shipped_worlds()}
    expected = [*ROOT.glob("config/what-if/*.yaml"), *ROOT.glob("config/history/*.yaml")]
    assert files == {file.relative_to(ROOT).as_posix() for file in expected}
    leak = World("shipped", file="config/what-if/ms-22-leak.yaml")
    assert leak.problem() == read_case(ROOT / "config/what-if/ms-22-leak.yaml").problem


def test_unknown_form_is_refused() -> None:
    """A slip of the pen is no published world."""
    with pytest.raises(ValueError, match=r"form is 'frsh'\. Give one of: published, slip,"):
        World("frsh")


@pytest.mark.slow
@pytest.mark.parametrize(("is_rich", "least"), [(False, 800), (True, 2800)], ids=["plain", "rich"])
def test_120_flights_are_as_many_requirements_as_the_issue_wants(is_rich: bool, least: int) -> None:
    """The sizes that are to be explained."""
    assert number_of_requirements(make_world(1, 120, is_rich=is_rich)) > least


@pytest.mark.slow
def test_120_rich_flights_keep_their_published_dates() -> None:
    """The large world has a plan, too."""
    assert keeps_its_dates(make_world(1, 120, is_rich=True))
