"""Offers: what a waiver would bring, in days and in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import GoalResult, PartResult, Run, Verdict, Waiver, WaiverNeed
from scheduler.planning import Case, Limits, offers, plan
from scheduler.rules import RULES
from scheduler.solve import Engine, Outcome, search
from tests.planning.conftest import unheard


def test_a_ship_at_the_end_of_its_life_is_offered_the_days_it_lacks(leak_run: Run) -> None:
    """Soyuz 2 flies from 25 May up to 21 December; published is 2 January, 12 days later.

    6 + 30 + 31 + 31 + 30 + 31 + 30 + 21 are its 210 certified days.
    """
    [offer] = leak_run.relaxations
    assert offer.waivers == (
        WaiverNeed("VL-1", "soyuz-2", 12, "days", "C", "the certification body"),
    )
    assert offer.verdict_after == "optimal"


def test_the_words_tell_what_is_lost_and_what_is_won(leak_run: Run) -> None:
    """Days moved: 6 + 10 of the launch, and 12 of the landing, which the waiver would spare.

    In return three people are home 12 days earlier: from 20 June to 21 December it is
    10 + 31 + 31 + 30 + 31 + 30 + 21 = 184 days for each. The margin is short of its 10 days by
    all of them, with the waiver by 12 more.
    """
    [offer] = leak_run.relaxations
    assert offer.text == (
        "Soyuz 2 lands on the last of its 210 certified days. The missing waiver of VL-1 by 12 "
        "days costs 28 days moved instead of 16. In return there are 184 days in the longest "
        "extension instead of 196, 552 days in all extensions instead of 588 and 10 days short of "
        "the wished life margins instead of 22."
    )


def test_an_offer_keeps_what_it_promises(leak: Case, leak_run: Run) -> None:
    """With the waiver the plan uses as many days more as were offered."""
    [offer] = leak_run.relaxations
    waiver = Waiver("VL-1", "life_days", "soyuz-2", 210 + 12, "somebody", "asked for")
    after = plan(
        replace(leak, problem=leak.problem.with_waiver(waiver)), "after", Limits(workers=1), unheard
    )
    assert after.verdict.value == offer.verdict_after
    [use] = after.waivers
    assert (use.used, use.limit, use.is_needed) == (222, 210, True)
    assert after.relaxations == ()


def test_progress_tells_an_offer_from_the_plan(leak: Case) -> None:
    """Nobody takes the second search for the first."""
    told: list[str] = []
    plan(leak, "told", Limits(workers=1), lambda goal, _best, _bound: told.append(goal))
    first = told.index("with a waiver, seats")
    assert not any(goal.startswith("with a waiver") for goal in told[:first])
    assert all(goal.startswith("with a waiver, ") for goal in told[first:])


@pytest.mark.parametrize("days", [1, 10])
def test_a_ship_with_days_to_spare_is_offered_nothing(days: int, leak: Case) -> None:
    """Only a ship that lands on its very last day is held back by its life."""
    outcome = search(leak.problem, RULES, Engine(60, workers=1), unheard)
    assert outcome.plan is not None
    flights = []
    for flight in outcome.plan.flights:
        life = flight.life and replace(flight.life, margin_days=days)
        flights.append(replace(flight, life=life))
    spared = replace(outcome, plan=replace(outcome.plan, flights=tuple(flights)))
    assert offers.offers(leak.problem, spared, Engine(60, workers=1), unheard) == ()


def test_a_waiver_that_brings_nothing_is_not_offered(
    leak: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the plan with it is the same, or not proved, there is nothing to say."""
    outcome = search(leak.problem, RULES, Engine(60, workers=1), unheard)
    for after in (outcome, Outcome(Verdict.UNDECIDED, None)):
        monkeypatch.setattr(offers, "search", lambda *_, found=after: found)
        assert offers.offers(leak.problem, outcome, Engine(60, workers=1), unheard) == ()


def test_no_plan_no_offer(leak: Case) -> None:
    """An infeasible case is explained, not bettered."""
    nothing = Outcome(Verdict.INFEASIBLE, None)
    assert offers.offers(leak.problem, nothing, Engine(60), unheard) == ()


def test_parts_without_words_are_told_by_their_names() -> None:
    """A goal that comes later need not be known here."""

    def made(value: int) -> tuple[GoalResult, ...]:
        return (GoalResult("light", True, (PartResult("dark_days", value, value, True),)),)

    [one] = offers._differences(made(3), made(1))
    assert str(one) == "3 light dark_days instead of 1"
    assert one.is_cost
