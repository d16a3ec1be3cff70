"""The first plan: what the trouble does not touch, and that it is no more than a hint."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import DemandKind, Health, HealthFact, Problem, Standing
from scheduler.rules import RULES
from scheduler.solve import Engine, lexicographic, search
from scheduler.solve.start import untouched
from tests.referee.comparing import small_world
from tests.referee.hand_made import broken, demand, ms_22_in_small
from tests.rules.worlds import DRAGON, POISK, PROGRESS, make_flight, make_problem, on

SHIPS = (
    make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
    make_flight("ms-2", launch=1, undock=9, crew=("cat",), ports=((POISK, 1),)),
    make_flight("crew-1", kind=DRAGON, launch=-4, undock=5, crew=("mia",)),
    make_flight("cargo-1", kind=PROGRESS, launch=2, undock=9),
)
CALM = make_problem(*SHIPS)


def left(problem: Problem) -> list[str]:
    """List the flights left untouched, in order."""
    return sorted(untouched(problem))


def test_without_trouble_everything_is_untouched() -> None:
    """Nothing is named, so nothing is touched."""
    assert left(CALM) == ["cargo-1", "crew-1", "ms-1", "ms-2"]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"health_spans": (broken("ms-1"),)}, id="a-health-laid-over"),
        pytest.param(
            {"health_facts": (HealthFact("ms-1", on(-1), Health.UNFIT, None, on(-1)),)},
            id="a-health-recorded",
        ),
        pytest.param(
            {"demands": (demand(DemandKind.EARLIEST_LAUNCH, "ms-2", 3),)}, id="a-day-demanded"
        ),
        pytest.param(
            {"demands": (demand(DemandKind.PIN_LEG, "mia", 0, event="down", flight="ms-2"),)},
            id="a-ride-pinned",
        ),
    ],
)
def test_one_ship_touches_its_line(fields: dict[str, object]) -> None:
    """Crews of a line may move on, so no ship of it stays as published; other lines do."""
    assert left(replace(CALM, **fields)) == ["cargo-1", "crew-1"]  # type: ignore[arg-type]


def test_ship_without_a_line_touches_itself_only() -> None:
    """Cargo ships relieve nobody."""
    late = demand(DemandKind.EARLIEST_LAUNCH, "cargo-1", 3)
    assert left(replace(CALM, demands=(late,))) == ["crew-1", "ms-1", "ms-2"]


def test_optional_and_added_ships_are_touched() -> None:
    """What need not fly, or was never published, is open from the start."""
    for field in ("is_optional", "is_added"):
        crew = replace(CALM.flights["crew-1"], **{field: True})  # type: ignore[arg-type]
        changed = replace(CALM, flights={**CALM.flights, "crew-1": crew})
        assert "crew-1" not in left(changed)


def test_lost_ship_touches_its_line() -> None:
    """Its crew takes the next, and so on along the line; other lines stay."""
    lost = make_flight("ms-9", launch=0, undock=9, crew=("tom",), standing=Standing.CANCELLED)
    assert left(make_problem(*SHIPS, lost)) == ["cargo-1", "crew-1"]


@pytest.mark.parametrize("seed", range(400, 410))
def test_search_does_without_a_first_plan(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """It saves time and changes nothing: the outcome is the same without it."""
    problem = small_world(seed, is_troubled=True)
    usual = search(problem, RULES, Engine(60, workers=1))
    monkeypatch.setattr(lexicographic, "first_plan", lambda *_: None)
    assert search(problem, RULES, Engine(60, workers=1)) == usual


def test_week_in_small_does_without_a_first_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """So does the leak week in small."""
    usual = search(ms_22_in_small(), RULES, Engine(60, workers=1))
    monkeypatch.setattr(lexicographic, "first_plan", lambda *_: None)
    assert search(ms_22_in_small(), RULES, Engine(60, workers=1)) == usual
