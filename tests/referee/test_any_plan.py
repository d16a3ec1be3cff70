"""Any plan that the checker accepts, good or bad, the board can express and prices alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

import pytest

from scheduler.domain import Plan
from scheduler.goals import GOALS
from scheduler.rules import RULES
from scheduler.solve import Engine
from scheduler.solve.values import Values
from scheduler.solve.weights import weigh
from tests.referee.comparing import small_world
from tests.referee.referee import Referee
from tests.rules.agreement import fixed_board

PLANS_A_WORLD = 6


@pytest.mark.parametrize("seed", range(40))
def test_board_expresses_and_prices_what_the_checker_accepts(seed: int) -> None:
    """With all rules posted each goal costs what the goal's own score counts, part by part."""
    referee = Referee(small_world(seed, is_troubled=seed % 2 == 0))
    for plan in islice(sound_plans(referee, Random(seed)), PLANS_A_WORLD):
        for goal in GOALS:
            assert cost(referee, plan, goal.code) == dict(goal.score(plan, referee.problem))


def sound_plans(referee: Referee, random: Random) -> Iterator[Plan]:
    """Walk sound plans in no order, seats as good as can be, for some choices of rides."""
    chosen = [{course.id: course for course in fleet} for fleet in referee.courses.fleets()]
    random.shuffle(chosen)
    for fleet in chosen[:400]:
        flying = frozenset(ship for ship, course in fleet.items() if course.flies)
        listed = referee.riders.of(flying)
        for rides in random.sample(listed, min(2, len(listed))):
            plan = referee.plan_of(fleet, rides)
            if plan is not None:
                yield plan


def cost(referee: Referee, plan: Plan, code: str) -> dict[str, int]:
    """Give the least cost of each part of a goal on a board that is fixed to a plan."""
    board = fixed_board(plan, referee.problem)
    for rule in RULES:
        rule.post(board)
    parts = next(goal for goal in GOALS if goal.code == code).cost(board)
    board.model.minimize(
        sum(weight * part.cost for weight, part in zip(weigh(parts), parts, strict=True))
    )
    answer = Engine(60, workers=1).solve(board.model)
    assert answer.has_plan, "the board with all rules does not allow the plan"
    return {part.part: Values(answer.values)(part.cost) for part in parts}
