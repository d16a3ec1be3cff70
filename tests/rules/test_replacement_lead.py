"""Replacement lead (LB-7): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Flight, Override, Plan, Uncrewed
from scheduler.rules.replacement_lead import ReplacementLead
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, make_flight, make_problem, make_waiver

RULE = ReplacementLead()
LEAD = (Override("LB-7", "lead_days", 6),)
MS_1 = make_flight("ms-1", launch=-8, undock=30, crew=("ann",))
MS_2 = make_flight("ms-2", launch=4, undock=30, crew=("bob",), uncrewed=Uncrewed.ALLOWED)
ADDED = replace(MS_2, crew=(), is_added=True)


@pytest.mark.parametrize(
    ("ship", "voyage", "allowed"),
    [
        # a replacement needs 6 days from the decision on day 0; until is day 10
        pytest.param(MS_2, Voyage(launch=4), True, id="never-with-its-crew"),
        pytest.param(MS_2, Voyage(launch=6, crew=""), True, id="empty-exactly-ready"),
        pytest.param(MS_2, Voyage(launch=5, crew=""), False, id="empty-a-day-too-soon"),
        pytest.param(MS_2, Voyage(launch=0, crew=""), False, id="empty-on-the-first-day"),
        pytest.param(MS_2, Voyage(launch=9, crew=""), True, id="empty-on-the-last-day"),
        pytest.param(MS_2, Voyage(flies=False), True, id="does-not-fly"),
        pytest.param(ADDED, Voyage(launch=5), False, id="added-a-day-too-soon"),
        pytest.param(ADDED, Voyage(launch=6), True, id="added-exactly-ready"),
        pytest.param(replace(ADDED, crew=("bob",)), Voyage(launch=5), False, id="added-with-crew"),
        pytest.param(replace(ADDED, is_added=False), Voyage(launch=4), True, id="without-a-crew"),
        pytest.param(
            replace(MS_2, has_readiness=True), Voyage(launch=4, crew=""), True, id="readiness-told"
        ),
    ],
)
def test_worked_cases(ship: Flight, voyage: Voyage, allowed: bool) -> None:
    """A second ship, published with a crew or added by a what-if."""
    problem = make_problem(MS_1, ship, until=10, overrides=LEAD)
    plan = make_plan(problem, {"ms-2": voyage})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("lead", "launch", "allowed"),
    [
        pytest.param(9, 9, True, id="ready-on-the-last-day"),
        pytest.param(10, 9, False, id="ready-at-until"),
        pytest.param(3, 3, True, id="waived-to-3-days"),
        pytest.param(3, 2, False, id="waived-and-still-too-soon"),
    ],
)
def test_a_waiver_moves_the_bound(lead: int, launch: int, allowed: bool) -> None:
    """The lead of one ship is waived, to more days or fewer."""
    waiver = make_waiver("LB-7", "lead_days", "ms-2", lead)
    problem = make_problem(MS_1, MS_2, until=10, overrides=LEAD, waivers=(waiver,))
    plan = make_plan(problem, {"ms-2": Voyage(launch=launch, crew="")})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(
    *(replace(f, uncrewed=Uncrewed.ALLOWED, is_added=f.id == "crew-2") for f in BUSY),
    until=12,
    overrides=LEAD,
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_when_it_is_ready() -> None:
    """A replacement that flies too soon is told with the day on which it is ready."""
    problem = make_problem(MS_1, MS_2, until=10, overrides=LEAD)
    [finding] = breaches(RULE, make_plan(problem, {"ms-2": Voyage(crew="")}), problem)
    assert finding.text == (
        "ms-2 launches on 2030-01-05; as a replacement it is ready on 2030-01-07, "
        "6 days after the decision."
    )
