"""The referee's own short cuts lose no plan: it agrees with a list of everything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scheduler.audit import audit, breaches
from scheduler.domain import Problem
from tests.referee.hand_made import plain_line, plain_relief, plain_seats
from tests.referee.referee import Referee


@pytest.mark.parametrize("pose", [plain_seats, plain_relief, plain_line])
def test_referee_agrees_with_a_list_of_all_plans(pose: Callable[[], Problem]) -> None:
    """Every course, ride and seat of every day is written out, judged and scored."""
    referee = Referee(pose())
    sound = [
        referee.score(plan)
        for plan in referee.plain_plans()
        if not breaches(audit(plan, referee.problem, referee.rules))
    ]
    best = referee.best()
    assert best is not None
    assert best.vector == min(sound)
    assert len(sound) > 1
