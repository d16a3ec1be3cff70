"""Never empty: somebody is always aboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem, heads_by_day
from scheduler.rules.base import DailyRule, Stretch, spans

if TYPE_CHECKING:
    from scheduler.board import Board


class NeverEmpty(DailyRule):
    """At least ``least_aboard`` people are aboard on every day of the horizon."""

    code: ClassVar[str] = "never-empty"
    ref: ClassVar[str] = "CT-1"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "Somebody is always aboard."
    source: ClassVar[str] = "domain_rules CT-1"

    def post_days(self, board: Board, stretch: Stretch) -> None:
        """Bound the people aboard from below, day by day, whatever ships they are in."""
        problem, station = board.problem, board.problem.station.id
        least = _least(board.problem)
        most = max(least, default=0)
        if not most:
            return
        words = "person is" if most == 1 else "people are"
        sentence = f"At least {most} {words} aboard every day."
        with self.require(board, station, sentence) as require:
            base = problem.bound("CT-1", "least_aboard", station, problem.as_of) or 0
            slack = require.slack("least_aboard", base, most, step=-1)
            for day in stretch.days:
                require.add(board.headcount.aboard(day) >= least[day] - slack)

    def broken_days(self, board: Board, people: Sequence[int]) -> Iterator[range]:
        """Find the days with too few people."""
        least = _least(board.problem)
        return (range(day, day + 1) for day in board.days if people[day] < least[day])

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look for days with too few people."""
        station = problem.station.id
        heads = heads_by_day(plan.stays, problem.as_of, problem.until)
        least = dict(zip(heads, _least(problem), strict=True))
        empty = [day for day, people in heads.items() if people < least[day]]
        for start, end in spans(empty):
            words = "person is" if heads[start] == 1 else "people are"
            text = f"Only {heads[start]} {words} aboard from {start} up to {end}."
            yield self.finding(station, text, start, end)


def _least(problem: Problem) -> list[int]:
    """Give the least number aboard for each day of the horizon."""
    bounds = problem.bounds_by_day("CT-1", "least_aboard", problem.station.id)
    return [bound or 0 for bound in bounds.values()]
