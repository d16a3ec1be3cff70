"""What is wished: goals in order of rank, each with a cost on the board and a score of any plan.

The last goal, ``earliest``, has no parts: it is the canonical tie-break of the search.
"""

from scheduler.goals.base import DailyGoal as DailyGoal
from scheduler.goals.base import Goal as Goal
from scheduler.goals.base import PartCost as PartCost
from scheduler.goals.change import Change
from scheduler.goals.extension import ExtensionGoal
from scheduler.goals.handover import HandoverGoal
from scheduler.goals.margin import Margin
from scheduler.goals.moves import Moves
from scheduler.goals.seats import Seats
from scheduler.goals.staffing import Staffing

TIE_BREAK = "earliest"

GOALS: tuple[Goal, ...] = (
    Seats(),
    Staffing(),
    Change(),
    HandoverGoal(),
    ExtensionGoal(),
    Margin(),
    Moves(),
)


def goals_in_order(order: tuple[str, ...]) -> tuple[Goal, ...]:
    """Pick the goals of a scenario in its order; the tie-break is left to the search."""
    by_code = {goal.code: goal for goal in GOALS}
    return tuple(by_code[code] for code in order if code in by_code)
