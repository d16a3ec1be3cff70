"""What every goal is: parts in order, a cost for the solver and a score in plain Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Plan, Problem, Stay

if TYPE_CHECKING:
    from scheduler.board import Board, Number


@dataclass(frozen=True)
class PartCost:
    """One part of a goal on the board: what it costs, and the most that can be."""

    part: str
    cost: Number
    most: int


class Goal:
    """Base of all goals.

    ``code`` is the goal's name in station and what-if files, ``sentence`` what it wishes.
    ``cost`` tells it to the solver, part by part; ``score`` counts the same in any plan.
    """

    code: ClassVar[str]
    sentence: ClassVar[str]
    source: ClassVar[str] = "design.md section 3"
    is_sparse: ClassVar[bool] = False
    """Whether it adds up many wishes of which good plans break few: cores prove that quickest."""

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Make the parts in their order; smaller is better, 0 the best."""
        raise NotImplementedError

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Count each part of a plan."""
        raise NotImplementedError

    def is_daily(self, _board: Board) -> bool:
        """Say whether the cost has variables for each day, so that it is large."""
        return False


class DailyGoal(Goal):
    """A goal that counts people day by day, and seldom finds anything to count.

    While it is at zero it need not be on the board: it is held there late, for the days around
    those on which a plan breaks it.
    """

    def is_daily(self, _board: Board) -> bool:
        """Say so: people are counted day by day."""
        return True

    def broken_days(self, plan: Plan, problem: Problem) -> Iterator[int]:
        """Walk the days that cost something, ``as_of`` being 0, in order."""
        raise NotImplementedError

    def hold(self, board: Board, days: range) -> None:
        """Demand that some days cost nothing."""
        raise NotImplementedError


def known_stays(plan: Plan, problem: Problem) -> Iterator[Stay]:
    """Walk the stays of people aboard or due before ``until``; later crews concern no goal."""
    return (stay for stay in plan.stays if stay.person in problem.travellers)
