"""Disturbed worlds: what is published no longer holds, and a plan is left."""

from __future__ import annotations

import pytest

from scheduler.domain import DemandKind
from scripts.bench.worlds import disturb, make_world, slip_once
from scripts.bench.worlds.disturbed import SLIP_DAYS
from tests.bench.posing import has_a_plan, keeps_its_dates


def test_one_slip_moves_one_ship() -> None:
    """The readiness of one crewed ship lies some days after its published launch."""
    world = make_world(1, 20)
    slipped = slip_once(world, 3)
    [demand] = slipped.demands_of(DemandKind.EARLIEST_LAUNCH)
    assert demand.day is not None
    ship = world.flights[demand.subject]
    least, most = SLIP_DAYS
    assert least <= (demand.day - ship.launch_on).days <= most
    assert [f.id for f in slipped.flights.values() if f.has_readiness] == [ship.id]


def test_disturbed_world_has_each_disturbance() -> None:
    """Slips, a pad and a port that are out, and a ship at the station under review."""
    world = make_world(1, 50)
    disturbed = disturb(world, 1)
    assert len(disturbed.demands) == 46 // 12  # 46 ships ahead that are not the last of their line
    assert [outage.kind for outage in disturbed.outages] == ["pad", "port"]
    [review] = disturbed.health_spans
    assert review.health == "under-review"
    assert world.flights[review.flight].has_launched


@pytest.mark.slow
@pytest.mark.parametrize(("lines", "is_rich"), [(1, False), (2, False), (3, False), (2, True)])
@pytest.mark.parametrize("seed", range(2))
def test_disturbed_world_has_a_plan_but_not_the_published_one(
    seed: int, lines: int, is_rich: bool
) -> None:
    """Planning again is needed, and possible."""
    disturbed = disturb(make_world(seed, 3 * lines, is_rich=is_rich, lines=lines), seed)
    assert not keeps_its_dates(disturbed)
    assert has_a_plan(disturbed)
