"""Margin: ships land well before their certified life ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Plan, Problem
from scheduler.goals.base import Goal, PartCost

if TYPE_CHECKING:
    from scheduler.board import Board


class Margin(Goal):
    """Days by which life margins fall short of the wished margin (domain_rules VL-1).

    The life is the one of the published launch day; waivers do not lengthen it, so leaning on a
    waiver is a shortfall.
    """

    code: ClassVar[str] = "margin"
    sentence: ClassVar[str] = "Life margins as wide as wished."

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Measure the margin of every ship that flies."""
        shorts, most = [], 0
        for ship in board.ships.values():
            wished, life = _numbers(board.problem, ship.id)
            if not wished or life is None:
                continue
            short = board.model.new_int_var(0, board.calendar.end + wished, f"margin:{ship.id}")
            used = ship.land.expr - ship.launch.expr
            when = [] if isinstance(ship.flies, bool) else [ship.flies]
            if ship.flies is not False:
                board.model.add(short >= wished - life + used).only_enforce_if(when)
            shorts.append(short)
            most += board.calendar.end + wished
        return [PartCost("days", sum(shorts), most)]

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Count each ship's days flown against its life less the wish."""
        short = 0
        for planned in plan.flights:
            if planned.flight not in problem.flights or not planned.flies:
                continue
            wished, life = _numbers(problem, planned.flight)
            if planned.launch_on and planned.land_on and life is not None:
                used = (planned.land_on - planned.launch_on).days
                short += max(0, wished - (life - used))
        return {"days": short}


def _numbers(problem: Problem, flight: str) -> tuple[int, int | None]:
    wished = problem.bound("VL-1", "wished_margin_days", flight) or 0
    life = problem.life_days(flight, problem.flights[flight].launch_on)
    return wished, life if wished else None
