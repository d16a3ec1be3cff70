"""Whether reality was better than the plan: that would be a fault of ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import PartDifference
from tests.reports.past_example import MOVED, SEATS, TOO_LONG, make_hopeless_replay, make_replay

BETTER = PartDifference("seats", "G3", 7, 6, True)


@pytest.mark.parametrize(
    ("goals", "is_better"),
    [
        pytest.param((SEATS, MOVED), False, id="worse-by-the-first-goal"),
        pytest.param((BETTER, MOVED), True, id="better-by-the-first-goal"),
        pytest.param((BETTER, SEATS), True, id="only-the-first-goal-counts"),
        pytest.param((replace(SEATS, after=SEATS.before),), False, id="as-good-by-the-first-goal"),
        pytest.param((), False, id="as-good"),
    ],
)
def test_the_first_goal_that_differs_decides(
    goals: tuple[PartDifference, ...], is_better: bool
) -> None:
    """Less is better."""
    assert make_replay(goals=goals).is_flown_better is is_better


def test_what_breaks_a_rule_is_no_better() -> None:
    """Whatever it gains by that."""
    assert not make_replay(goals=(BETTER,), broken=(TOO_LONG,)).is_flown_better


def test_where_there_is_no_plan_nothing_is_better() -> None:
    """There is nothing to be better than, also where no rule was broken."""
    assert not replace(make_hopeless_replay(), broken=()).is_flown_better
