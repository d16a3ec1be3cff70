"""Most aboard: the station holds so many people, and more than its long-term number briefly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem, each_day, heads_by_day
from scheduler.rules.base import DailyRule, Stretch, runs, spans
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board, Number

NO_LIMIT = 10_000


class MostAboard(DailyRule):
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

    def post_days(self, board: Board, stretch: Stretch) -> None:
        """Bound every day; count the days of each crowd as they go by, and bound those."""
        problem = board.problem
        most = _most_aboard(problem)
        sentence = _sentence(problem, most[0])
        if not sentence:
            return
        long_term, most_days = _crowd(problem)
        everybody, length = len(problem.travellers), len(board.days)
        with self.require(board, problem.station.id, sentence) as require:
            more = require.slack("most_aboard", most[0], everybody)
            usual = long_term + require.slack("long_term", long_term, everybody)
            longest = most_days + require.slack("most_days", most_days, length - most_days)
            run: Number = 0
            for day in stretch.days:
                people = board.headcount.aboard(day, ships=stretch.ships)
                require.add(people <= most[day] + more)
                if most_days < length:
                    crowd, before = board.new_literal(f"crowd:{day}"), run
                    require.add(people <= usual, board.negate(crowd))
                    run = board.new_number(0, length, f"crowded:{day}")
                    require.add(run >= before + 1, crowd)
                    require.add(run <= longest)

    def broken_days(self, board: Board, people: Sequence[int]) -> Iterator[range]:
        """Find the days with too many people, and the crowds that last too long."""
        most = _most_aboard(board.problem)
        yield from (range(day, day + 1) for day in board.days if people[day] > most[day])
        long_term, most_days = _crowd(board.problem)
        crowds = runs(day for day in board.days if people[day] > long_term)
        yield from (crowd for crowd in crowds if len(crowd) > most_days)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count heads day by day; look at each crowded stretch; compare with what is stated."""
        station = problem.station.id
        heads = heads_by_day(plan.stays, problem.as_of, problem.until)
        most = dict(zip(heads, _most_aboard(problem), strict=True))
        full = [day for day, people in heads.items() if people > most[day]]
        for start, end in spans(full):
            text = (
                f"{heads[start]} people are aboard from {start} up to {end}; "
                f"the most is {most[start]}."
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


def _most_aboard(problem: Problem) -> list[int]:
    """Give the most aboard for each day of the horizon."""
    bounds = problem.bounds_by_day("HO-3", "most_aboard", problem.station.id)
    return [NO_LIMIT if most is None else most for most in bounds.values()]


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
