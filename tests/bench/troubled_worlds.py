"""Small worlds with one trouble each, so that the best plan is not the published one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from scheduler.domain import Demand, DemandKind, HealthSpan, Plan, Problem, Verdict
from scheduler.planning import read_case
from scheduler.rules import RULES
from scheduler.solve import Engine, Outcome, search
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


LEAK = """
title: Soyuz MS-22 loses its coolant, six weeks of it
station: iss
as_of: 2023-01-11
until: 2023-02-22
changes:
  - change: health
    flight: soyuz-ms-22
    health: emergency-only
    seats: 2
    from: 2022-12-15
    why: with two aboard it stays cool enough
  - change: flight
    flight: soyuz-ms-23
    earliest_launch: 2023-02-20
    uncrewed: allowed
    why: the ship for March can be ready by then
"""


def leak(folder: Path) -> Problem:
    """Give the shipped leak, over the weeks up to the launch of the replacement."""
    file = folder / "leak.yaml"
    file.write_text(LEAK, "utf-8")
    return read_case(file).problem


def _until(world: Problem, days: int) -> Problem:
    until = world.as_of + timedelta(days=days)
    assert all(flight.launch_on < until for flight in world.flights.values())
    return replace(world, until=until)


def best(problem: Problem) -> tuple[Plan, dict[str, int]]:
    """Give our plan of a problem and its parts, all proved."""
    outcome: Outcome = search(problem, RULES, Engine(60.0))
    assert outcome.verdict is Verdict.OPTIMAL
    assert outcome.plan is not None
    return outcome.plan, {
        f"{goal.goal}:{part.part}": part.value for goal in outcome.goals for part in goal.parts
    }
