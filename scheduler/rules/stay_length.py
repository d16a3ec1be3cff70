"""Stay length: nobody stays longer, or shorter, than is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board

NO_LIMIT = 10_000


class StayLength(Rule):
    """From launch to landing a person is away between ``least_days`` and ``most_days``.

    A number that nobody gives limits nothing. Crews that wait beyond ``until`` are not judged.
    """

    code: ClassVar[str] = "stay-length"
    ref: ClassVar[str] = "CR-1"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "Nobody is away from Earth longer or shorter than is allowed."
    source: ClassVar[str] = "domain_rules CR-1"

    def post(self, board: Board) -> None:
        """Bound the days from launch to landing of everybody."""
        for person in board.problem.travellers:
            times = board.rides.times_away(person)
            least, most = _bounds(board.problem, person)
            if (least, most) == (0, NO_LIMIT):
                continue
            name = board.problem.people[person].name
            words = f"between {least} and {count(most, 'day')}"
            if most == NO_LIMIT:
                words = f"for at least {count(least, 'day')}"
            with self.require(board, person, f"{name} is away {words}.") as require:
                longer = require.slack(
                    "most_days", most, 0 if most == NO_LIMIT else board.calendar.end
                )
                shorter = require.slack("least_days", least, least, step=-1)
                for days, happens in times:
                    require.add(days <= most + longer, happens)
                    if least:
                        require.add(days >= least - shorter, happens)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count each person's days from the launch and landing of the ships they ride."""
        for stay in plan.stays:
            traveller = problem.travellers.get(stay.person)
            up = plan.flight(stay.up) if stay.up else None
            down = plan.flight(stay.down) if stay.down else None
            if traveller is None or down is None or down.land_on is None or not down.flies:
                continue
            start = traveller.launched_on if traveller.is_aboard else up and up.launch_on
            if not start:
                continue
            days = (down.land_on - start).days
            least, most = _bounds(problem, stay.person)
            if not least <= days <= most:
                told = f"{stay.person} is away for {count(days, 'day')}"
                words = f"at least {least}" if most == NO_LIMIT else f"{least} to {most}"
                text = f"{told}; allowed are {words}."
                yield self.finding(stay.person, text, start, down.land_on)
            if stay.days != days:
                told = f"{stay.person} is away for {count(days, 'day')}"
                text = f"{told}; the plan states {stay.days}."
                yield self.finding(stay.person, text, start, down.land_on)


def _bounds(problem: Problem, person: str) -> tuple[int, int]:
    least = problem.bound("CR-1", "least_days", person) or 0
    most = problem.bound("CR-1", "most_days", person)
    return least, NO_LIMIT if most is None else most
