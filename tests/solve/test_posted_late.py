"""What is posted late binds as if it had been posted at once."""

from __future__ import annotations

import pytest

from scheduler.board import Board
from scheduler.domain import Demand, DemandKind, Problem, Uncrewed, Verdict
from scheduler.rules import RULES, DailyRule, Rule
from scheduler.solve import Engine, Outcome, search
from scheduler.solve.lexicographic import LexicographicSearch
from tests.referee.comparing import small_world
from tests.referee.hand_made import STATION, life, with_calm_rules
from tests.rules.worlds import POISK, make_flight, make_problem, on

LATE = tuple(rule for rule in RULES if isinstance(rule, DailyRule))


def at_once(problem: Problem) -> Outcome:
    """Search with every rule posted before the first solve."""
    board = Board(problem)
    for rule in LATE:
        rule.post(board)
    rules: tuple[Rule, ...] = tuple(rule for rule in RULES if not isinstance(rule, DailyRule))
    return LexicographicSearch(board, rules, Engine(60, workers=1), lambda *_: None).run()


def test_some_rules_are_posted_late() -> None:
    """Head-counts of every day are, and they are not the only rules there are."""
    assert {rule.ref for rule in LATE} == {"HO-3", "CT-1"}


def test_station_is_never_empty_though_that_would_change_less() -> None:
    """MS-1 is due on day 1 and MS-2 on day 3; somebody must be aboard on days 1 to 3.

    Two days of handover are the least, so MS-1 undocks on day 5: 4 days moved, one ship changed.
    """
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=1, crew=("ann",)),
        make_flight("ms-2", launch=3, undock=9, crew=("cat",), ports=((POISK, 3),)),
        until=6,
        station=with_calm_rules(),
        overrides=(life(12),),
    )
    outcome = search(posed, RULES, Engine(60, workers=1))
    change = next(goal for goal in outcome.goals if goal.goal == "change")
    assert [(part.part, part.value) for part in change.parts] == [
        ("crews_waiting", 0),
        ("flights", 1),
        ("days", 4),
    ]
    assert outcome.plan is not None
    ms_1 = outcome.plan.flight("ms-1")
    assert ms_1 is not None
    assert ms_1.undock_on == on(5)


def test_late_rule_can_leave_no_plan() -> None:
    """The only ship must go home on day 2, and then nobody is aboard: proved, not undecided."""
    home = Demand(DemandKind.LATEST_UNDOCK, "ms-1", "what-if.yaml:3", on(2))
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=2, crew=("ann",)),
        until=4,
        station=STATION,
        overrides=(life(12),),
        demands=(home,),
    )
    assert search(posed, RULES, Engine(60, workers=1)).verdict is Verdict.INFEASIBLE


def test_goal_without_a_price_yet_keeps_its_zero() -> None:
    """Staffing is 0 as published and posted late; no later goal may spend a person of it.

    With the wish of seven days of overlap MS-1 would like to stay; margins would like it to go.
    """
    relief = make_flight(
        "ms-2", launch=1, undock=9, crew=("cat",), ports=((POISK, 1),), uncrewed=Uncrewed.ALLOWED
    )
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=5, crew=("ann",)),
        relief,
        until=6,
        station=with_calm_rules(VL_1={"wished_margin_days": 9}),
        overrides=(life(14),),
        goals=("staffing", "margin", "seats", "change", "handover", "extension", "moves"),
    )
    outcome = search(posed, RULES, Engine(60, workers=1))
    assert outcome == at_once(posed)
    assert not any(part.value for part in outcome.goals[0].parts)


@pytest.mark.parametrize("seed", range(200, 230))
def test_late_is_as_good_as_at_once(seed: int) -> None:
    """Verdict, proofs and plan are the same, to the last seat row."""
    problem = small_world(seed, is_troubled=seed % 2 == 0)
    assert search(problem, RULES, Engine(60, workers=1)) == at_once(problem)
