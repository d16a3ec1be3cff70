"""Segment staffing: each segment keeps enough of its own people to run it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem, each_day, heads_by_day
from scheduler.rules.base import Rule, spans

if TYPE_CHECKING:
    from scheduler.board import Board


class SegmentStaffing(Rule):
    """A segment has at least ``least_crew`` of its people aboard.

    The floor leads the goals instead of binding, so nothing is posted: a day below it is told.
    People whose agency no segment names count to the segment of the port of their ship.
    """

    code: ClassVar[str] = "segment-staffing"
    ref: ClassVar[str] = "HO-4"
    hardness: ClassVar[str] = "A"
    sentence: ClassVar[str] = "Each segment keeps at least so many of its own people aboard."
    source: ClassVar[str] = "domain_rules HO-4"

    def post(self, board: Board) -> None:
        """Post nothing: the goal ``staffing`` counts what is missing."""

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count each segment's people day by day; compare with what is stated."""
        stated = {
            day: span.by_segment
            for span in plan.aboard
            for day in each_day(span.from_on, span.to_on)
        }
        days = list(each_day(problem.as_of, problem.until))
        for segment in problem.station.segments:
            own = [stay for stay in plan.stays if _is_of(problem, stay.person, segment)]
            heads = heads_by_day(own, problem.as_of, problem.until)
            bounds = problem.bounds_by_day("HO-4", "least_crew", segment)
            least = {day: bound or 0 for day, bound in bounds.items()}
            for start, end in spans([day for day in days if heads[day] < least[day]]):
                text = (
                    f"{segment} has {_people(heads[start])} from {start} up to {end}; "
                    f"the least is {least[start]}."
                )
                yield self.finding(segment, text, start, end, is_told=True)
            wrong = [day for day in days if stated.get(day, {}).get(segment, 0) != heads[day]]
            for start, end in spans(wrong):
                text = (
                    f"{segment} has {_people(heads[start])} from {start} up to {end}; "
                    "the plan states another number."
                )
                yield self.finding(segment, text, start, end)


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _is_of(problem: Problem, person: str, segment: str) -> bool:
    return person in problem.travellers and problem.home_segment(person) == segment
