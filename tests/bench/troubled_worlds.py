"""Small worlds with one trouble each, so that the best plan is not the published one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from scheduler.domain import Demand, DemandKind, HealthSpan, Problem
from scripts.bench.worlds import make_world


def calm() -> Problem:
    """Give three flights of which one is still to come; what is published is best."""
    return _until(make_world(3, 3), 80)


def sick() -> Problem:
    """Give a Soyuz that has places for two of its three, and nothing to replace it with."""
    world = make_world(3, 2)
    health = HealthSpan("soyuz-001", "emergency-only", 2, world.as_of, None, "a test")
    return replace(_until(world, 20), health_spans=(health,))


def late() -> Problem:
    """Give a Soyuz that launches ten days late, after the ship before it has to leave."""
    world = _until(make_world(3, 3), 80)
    flight = world.flights["soyuz-002"]
    ready_on = flight.launch_on + timedelta(days=10)
    demand = Demand(DemandKind.EARLIEST_LAUNCH, flight.id, "a test", ready_on)
    flights = {**world.flights, flight.id: replace(flight, has_readiness=True)}
    return replace(world, flights=flights, demands=(demand,))


def _until(world: Problem, days: int) -> Problem:
    until = world.as_of + timedelta(days=days)
    assert all(flight.launch_on < until for flight in world.flights.values())
    return replace(world, until=until)
