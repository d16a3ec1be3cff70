"""Disturbed worlds: what is published no longer holds, and has to be planned again.

Each disturbance is laid so that a plan is left: a ship slips by fewer days than the life of the
one before it has to spare, a pad or a port is out for less than that, and the health of a ship
is under review only for weeks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from scheduler.domain import DemandKind, Flight, HealthSpan, Outage, Problem, Standing
from scripts.bench.troubles import FILE, crewed, demanding

SLIP_DAYS = (5, 25)
SLIPS_EVERY = 12  # one of so many crewed flights slips, one at least; assumed
OUT_DAYS = (14, 21)
REVIEW_DAYS = (15, 45)
LEAD_DAYS = 3  # from the beginning of an outage to what it hits


def slip_once(problem: Problem, seed: int) -> Problem:
    """Let one crewed ship slip: the commonest reason to plan again."""
    random = Random(seed)
    return _slipping(problem, random, [random.choice(crewed(problem))])


def disturb(problem: Problem, seed: int) -> Problem:
    """Let ships slip, a docked ship come under review, a pad and a port be out for weeks."""
    random = Random(seed)
    ships = crewed(problem)
    number = max(1, len(ships) // SLIPS_EVERY)
    slipped = _slipping(problem, random, random.sample(ships, number))
    by_pad, by_port = random.choice(ships), random.choice(ships)
    outages = (
        _outage(random, "pad", by_pad.pad or "", by_pad.launch_on, 3),
        _outage(random, "port", by_port.calls[0].port, by_port.dock_on, 4),
    )
    docked = [f for f in problem.flights.values() if f.standing is Standing.DOCKED and f.crew]
    return replace(
        slipped,
        outages=(*problem.outages, *outages),
        health_spans=(*problem.health_spans, _review(problem, random, random.choice(docked))),
    )


def _slipping(problem: Problem, random: Random, ships: Sequence[Flight]) -> Problem:
    asked = [
        (DemandKind.EARLIEST_LAUNCH, ship, ship.launch_on + timedelta(random.randint(*SLIP_DAYS)))
        for ship in sorted(ships, key=lambda ship: ship.launch_on)
    ]
    return demanding(problem, *asked)


def _outage(random: Random, kind: str, subject: str, hits_on: date, line: int) -> Outage:
    first_on = hits_on - timedelta(days=LEAD_DAYS)
    to_on = first_on + timedelta(days=random.randint(*OUT_DAYS))
    return Outage(kind, subject, first_on, to_on, f"{FILE}:{line}")


def _review(problem: Problem, random: Random, ship: Flight) -> HealthSpan:
    first_on = problem.as_of - timedelta(days=LEAD_DAYS)
    to_on = first_on + timedelta(days=random.randint(*REVIEW_DAYS))
    return HealthSpan(ship.id, "under-review", None, first_on, to_on, f"{FILE}:5")
