"""Any small fresh horizon: what is planned from random cadences is clean under the audit."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

import pytest

from scheduler.audit import audit, breaches
from scheduler.domain import Cadence, Facts, Problem, Verdict, published_problem, with_cadences
from scheduler.rules import RULES
from scheduler.solve import Outcome
from scheduler.units import add_days
from tests.builders import Trip, make_facts, make_station
from tests.referee.comparing import solved

AS_OF, LENGTH = date(2030, 1, 1), 80
SEEDS = range(12)


def facts() -> Facts:
    """Give a Soyuz with two people, docked in December; nothing is published beyond its launch."""
    trip = Trip(flight="soyuz-1", days=("2029-12-01", "2029-12-01", "2030-06-01", "2030-06-01"),
                crew=("ann", "bob"), flown=2)  # fmt: skip
    return make_facts(trip)


def fresh(seed: int) -> Problem:
    """Make one small fresh horizon: two or three families, each with a random cadence."""
    random = Random(seed)
    problem = published_problem(facts(), make_station(), AS_OF, add_days(AS_OF, LENGTH))
    families = [soyuz(random), progress(random)]
    if random.random() < 0.5:
        families.append(dragon(random))
    return with_cadences(problem, families)


def soyuz(random: Random) -> Cadence:
    """Relieve the crew of the docked ship, some of the time by ships that are ready early."""
    crew = ("Roscosmos", "NASA", "Roscosmos")[: random.randint(1, 3)]
    early = random.choice((0, 0, 10))
    return Cadence(
        "soyuz", "soyuz-ms", random.randint(25, 70), "soyuz", crew=crew, ready_days_early=early
    )


def progress(random: Random) -> Cadence:
    """Bring cargo to the one port that takes it, on days or as the ships are ready."""
    stay_days = random.randint(5, 25)
    if random.random() < 0.5:
        return Cadence("progress", "progress-ms", random.randint(15, 40), stay_days=stay_days)
    ready = sorted(random.sample(range(LENGTH), 3))
    days = tuple(add_days(AS_OF, day) for day in ready)
    return Cadence("progress", "progress-ms", ready_on=days, stay_days=stay_days)


def dragon(random: Random) -> Cadence:
    """Visit, or rotate crews, at the ports of the US segment."""
    ports = random.choice(((), ("harmony-forward",), ("harmony-zenith", "harmony-forward")))
    line = random.choice((None, "dragon"))
    return Cadence(
        "dragon",
        "crew-dragon",
        random.randint(20, 50),
        line,
        stay_days=None if line else random.randint(4, 14),
        crew=("NASA", "NASA"),
        ports=ports,
    )


@cache
def outcome_of(seed: int) -> Outcome:
    """Plan a world, once."""
    return solved(fresh(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fresh_plan_is_clean(seed: int) -> None:
    """Whatever clashes is settled by the search, and the audit finds nothing broken."""
    problem, outcome = fresh(seed), outcome_of(seed)
    assert outcome.verdict is Verdict.OPTIMAL
    assert outcome.plan is not None
    assert breaches(audit(outcome.plan, problem, RULES)) == ()
    created = {flight.id for flight in problem.flights.values() if flight.cadence}
    assert len(created) >= 3
    assert created <= {planned.flight for planned in outcome.plan.flights}


def test_some_wishes_clash() -> None:
    """The worlds above are no idle ones: in several, what is wished cannot all hold."""
    clashing = [seed for seed in SEEDS if change_days(seed)]
    assert len(clashing) >= 3


def change_days(seed: int) -> int:
    """Count the days by which the plan of a world moves what is wished."""
    [change] = [one for one in outcome_of(seed).goals if one.goal == "change"]
    return {part.part: part.value for part in change.parts}["days"]
