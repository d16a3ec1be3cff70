"""Handover: few days without the old crew or the new, then overlaps as long as wished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Plan, Problem
from scheduler.goals.base import Goal, PartCost

if TYPE_CHECKING:
    from scheduler.board import Board


class HandoverGoal(Goal):
    """Days of gap, then days short of the wished overlap (domain_rules HO-1).

    An indirect handover has no overlap, so it is short by all of the wish as well. A crew that
    nobody relieves before ``until`` leaves a gap to that day.
    """

    code: ClassVar[str] = "handover"
    sentence: ClassVar[str] = "No gap between crews, and the wished overlap."

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Measure every possible handover, if it happens."""
        gaps, shorts, most_gap, most_short = [], [], 0, 0
        for handover in board.handovers:
            if handover.happens is False:
                continue
            when = [] if handover.happens is True else [handover.happens]
            wished = _wished(board.problem, handover.incoming.id)
            most = max(0, handover.dock.most - handover.undock.least)
            gap = board.model.new_int_var(0, most, f"gap:{handover.incoming.id}")
            short = board.model.new_int_var(0, wished, f"short:{handover.incoming.id}")
            overlap = handover.undock.expr - handover.dock.expr
            board.model.add(gap + overlap >= 0).only_enforce_if(when)
            board.model.add(short + overlap + gap >= wished).only_enforce_if(when)
            gaps.append(gap)
            shorts.append(short)
            most_gap += most
            most_short += wished
        return [
            PartCost("gap_days", sum(gaps), most_gap),
            PartCost("short_days", sum(shorts), most_short),
        ]

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Add up the gaps and shortfalls of the handovers in the plan."""
        gap = short = 0
        for handover in plan.handovers:
            wished = _wished(problem, handover.incoming)
            overlap = handover.days if handover.is_direct else 0
            gap += 0 if handover.is_direct else handover.days
            short += max(0, wished - overlap)
        return {"gap_days": gap, "short_days": short}


def _wished(problem: Problem, incoming: str) -> int:
    return problem.bound("HO-1", "wished_handover_days", incoming) or 0
