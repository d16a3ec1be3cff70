"""Most aboard: the station holds so many people, and more than its long-term number briefly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem, each_day
from scheduler.rules.base import Rule, spans
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board

NO_LIMIT = 10_000


class MostAboard(Rule):
    """Never more than ``most_aboard``; more than ``long_term`` at most ``most_days`` in a row.

    A number that the station file leaves out limits nothing. Days before ``as_of`` count as
    days within the long-term number.
    """

    code: ClassVar[str] = "most-aboard"
    ref: ClassVar[str] = "HO-3"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = (
        "The station holds so many people, above its long-term number briefly."
    )
    source: ClassVar[str] = "domain_rules HO-3"
    is_posted_late: ClassVar[bool] = True

    def post(self, board: Board) -> None:
        """Bound every day, then every window one day longer than a crowd may last."""
        problem = board.problem
        most = {day: _most_aboard(problem, board.calendar.date(day)) for day in board.days}
        sentence = _sentence(problem, most.get(0))
        if not sentence:
            return
        long_term, most_days = _crowd(problem)
        with self.require(board, problem.station.id, sentence) as require:
            crowded = []
            for day in board.days:
                people = board.headcount.aboard(day)
                require.add(people <= most[day])
                crowd = board.new_literal(f"crowd:{day}")
                require.add(people <= long_term, board.negate(crowd))
                crowded.append(crowd)
            for end in range(most_days + 1, len(crowded) + 1):
                require.add(sum(crowded[end - most_days - 1 : end]) <= most_days)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count heads day by day; look at each crowded stretch; compare with what is stated."""
        station = problem.station.id
        heads = {
            day: sum(stay.is_aboard_on(day) for stay in plan.stays)
            for day in each_day(problem.as_of, problem.until)
        }
        full = [day for day, people in heads.items() if people > _most_aboard(problem, day)]
        for start, end in spans(full):
            text = (
                f"{heads[start]} people are aboard from {start} up to {end}; "
                f"the most is {_most_aboard(problem, start)}."
            )
            yield self.finding(station, text, start, end)
        long_term, most_days = _crowd(problem)
        for start, end in spans([day for day, people in heads.items() if people > long_term]):
            if (end - start).days > most_days:
                text = (
                    f"More than {long_term} people are aboard for {(end - start).days} days, "
                    f"from {start} up to {end}; the most is {count(most_days, 'day')}."
                )
                yield self.finding(station, text, start, end)
        yield from self._check_stated(plan, problem, heads)

    def _check_stated(
        self, plan: Plan, problem: Problem, heads: dict[date, int]
    ) -> Iterator[Finding]:
        """Compare the plan's own head-count with its stays."""
        stated = {
            day: span.people for span in plan.aboard for day in each_day(span.from_on, span.to_on)
        }
        for start, end in spans([day for day in heads if stated.get(day) != heads[day]]):
            text = (
                f"{heads[start]} people are aboard from {start} up to {end}; "
                f"the plan states {stated.get(start, 'nothing')}."
            )
            yield self.finding(problem.station.id, text, start, end)


def _most_aboard(problem: Problem, day: date) -> int:
    most = problem.bound("HO-3", "most_aboard", problem.station.id, day)
    return NO_LIMIT if most is None else most


def _crowd(problem: Problem) -> tuple[int, int]:
    """Give the long-term number, and the days for which there may be more."""
    station = problem.station.id
    long_term = problem.bound("HO-3", "long_term", station)
    most_days = problem.bound("HO-3", "most_days", station)
    if long_term is None or most_days is None:
        return NO_LIMIT, NO_LIMIT
    return long_term, most_days


def _sentence(problem: Problem, most: int | None) -> str:
    """Tell the numbers that are given; nothing where none is."""
    long_term, most_days = _crowd(problem)
    parts = []
    if most not in (None, NO_LIMIT):
        parts.append(f"at most {most} people are aboard")
    if long_term != NO_LIMIT:
        people = "" if parts else " people are aboard"
        days = count(most_days, "day")
        parts.append(f"more than {long_term}{people} for at most {days} in a row")
    text = ", and ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
