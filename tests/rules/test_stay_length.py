"""Stay length (CR-1): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan
from scheduler.rules.stay_length import StayLength
from tests.rules.agreement import agree, breaches, sentences, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    DRAGON,
    VISITS,
    make_flight,
    make_problem,
    make_waiver,
    with_rules,
)

RULE = StayLength()
MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob"))
CREW_2 = make_flight("crew-2", kind=DRAGON, launch=2, undock=9, crew=("gus",))
BOTH = with_rules(CR_1={"most_days": 16, "least_days": 8})


@pytest.mark.parametrize(
    ("undock", "allowed"),
    [
        # launched on day -8, landed on the day of undocking: 8 to 16 days are allowed
        pytest.param(4, True, id="never-near-either"),
        pytest.param(8, True, id="exactly-the-most"),
        pytest.param(9, False, id="one-day-over-on-the-last-day"),
        pytest.param(0, True, id="exactly-the-least-on-the-first-day"),
        pytest.param(10, False, id="over-at-until"),
        pytest.param(20, False, id="over-beyond-until"),
    ],
)
def test_people_aboard(undock: int, allowed: bool) -> None:
    """Two people aboard, up since before ``as_of``; until is day 10."""
    problem = make_problem(MS_1, until=10, station=BOTH)
    plan = make_plan(problem, {"ms-1": Voyage(undock=undock)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("voyage", "allowed"),
    [
        # a Dragon lands the day after it undocks
        pytest.param(Voyage(launch=2, undock=9), True, id="exactly-the-least"),
        pytest.param(Voyage(launch=2, undock=8), False, id="one-day-less"),
        pytest.param(Voyage(launch=2, undock=17), True, id="exactly-the-most"),
        pytest.param(Voyage(launch=2, undock=18), False, id="one-day-over"),
        pytest.param(Voyage(launch=0, undock=16), False, id="from-the-first-day"),
        pytest.param(Voyage(launch=9, undock=24), True, id="from-the-last-day"),
        pytest.param(Voyage(launch=9, undock=25), False, id="from-the-last-day-and-over"),
        pytest.param(Voyage(flies=False), True, id="stays-on-the-ground"),
    ],
)
def test_people_still_to_launch(voyage: Voyage, allowed: bool) -> None:
    """One person of a Dragon crew."""
    problem = make_problem(CREW_2, until=10, station=BOTH)
    plan = make_plan(problem, {"crew-2": voyage})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("person", "allowed"),
    [pytest.param("ann", True, id="hers"), pytest.param("bob", False, id="somebody-else's")],
)
def test_a_waiver_moves_the_bound(person: str, allowed: bool) -> None:
    """Waived to 18 days, ann may stay on, and nobody else."""
    waiver = make_waiver("CR-1", "most_days", person, 18)
    alone = replace(MS_1, crew=("ann",))
    other = make_flight("ms-2", launch=-4, undock=9, crew=("bob",))
    problem = make_problem(alone, other, until=10, station=BOTH, waivers=(waiver,))
    plan = make_plan(problem, {"ms-1": Voyage(undock=10)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("numbers", "allowed", "told"),
    [
        pytest.param({}, True, [], id="no-number"),
        pytest.param({"least_days": 14}, True, ["for at least 14 days"], id="only-a-least"),
        pytest.param({"least_days": 15}, False, ["for at least 15 days"], id="and-less"),
        pytest.param({"most_days": 13}, False, ["between 0 and 13 days"], id="only-a-most"),
    ],
)
def test_numbers_left_out_limit_nothing(
    numbers: dict[str, int], allowed: bool, told: list[str]
) -> None:
    """The stay of 14 days is judged by the numbers that are given."""
    alone = replace(MS_1, crew=("ann",))
    problem = make_problem(alone, until=10, station=with_rules(CR_1=numbers))
    assert voices(RULE, make_plan(problem), problem) == (allowed, allowed)
    assert sentences(RULE, problem) == [f"Ann is away {words}." for words in told]


def test_another_ship_home() -> None:
    """Whoever lands in another ship is away until that one lands."""
    # ann came up on day -8; crew-2 undocks on day 9 and lands on day 10: 18 days
    opened = frozenset({("ann", "crew-2")})
    problem = make_problem(MS_1, CREW_2, until=10, station=BOTH, opened=opened)
    plan = make_plan(problem, down={"ann": "crew-2"})
    assert voices(RULE, plan, problem) == (False, False)


WORLD = make_problem(
    *BUSY, until=12, station=with_rules(CR_1={"most_days": 18, "least_days": 4}), opened=VISITS
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_how_long() -> None:
    """A stay that is too long is told with its days and what is allowed."""
    problem = make_problem(replace(MS_1, crew=("ann",)), until=10, station=BOTH)
    plan = make_plan(problem, {"ms-1": Voyage(undock=9)})
    [finding] = breaches(RULE, plan, problem)
    assert finding.text == "ann is away for 17 days; allowed are 8 to 16."


def test_wrong_statements_are_found() -> None:
    """What a plan says of a stay's days is judged, too."""
    problem = make_problem(replace(MS_1, crew=("ann",)), until=10)
    plan = make_plan(problem)
    wrong = replace(plan, stays=(replace(plan.stays[0], days=15),))
    [finding] = breaches(RULE, wrong, problem)
    assert finding.text == "ann is away for 14 days; the plan states 15."
