"""What every rule is: one sentence, two voices that share no arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem, Requirement, each_day

if TYPE_CHECKING:
    from scheduler.board import Board, RequirementScope


class Rule:
    """Base of all rules.

    ``code`` is the rule's name and its file's, ``ref`` its reference in domain_rules,
    ``hardness`` one of S, C, F, A, ``sentence`` the rule in the planner's words and ``source``
    where it comes from. ``post`` tells it to the solver, one requirement a subject; ``check``
    judges any plan in plain Python.
    """

    code: ClassVar[str]
    ref: ClassVar[str]
    hardness: ClassVar[str]
    sentence: ClassVar[str]
    source: ClassVar[str]

    def post(self, board: Board) -> None:
        """Post one requirement for each subject."""
        raise NotImplementedError

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Find every breach of this rule in a plan."""
        raise NotImplementedError

    def require(
        self, board: Board, subject: str, sentence: str, at: str = ""
    ) -> AbstractContextManager[RequirementScope]:
        """Open the requirement of this rule for one subject."""
        return board.requirement(
            Requirement(self.ref, self.code, self.hardness, subject, sentence, at)
        )

    def finding(
        self,
        subject: str,
        text: str,
        from_on: date | None = None,
        to_on: date | None = None,
        *,
        is_told: bool = False,
    ) -> Finding:
        """Make a finding of this rule."""
        return Finding(self.ref, self.code, self.hardness, subject, text, from_on, to_on, is_told)


@dataclass(frozen=True)
class Stretch:
    """Days in a row for which a daily rule is posted.

    Given ``ships``, a rule that bounds people from above may leave out those in other ships:
    that demands less. One that bounds them from below counts everybody.
    """

    days: range
    ships: frozenset[str] | None = None


class DailyRule(Rule):
    """A rule that bounds the people aboard day by day, and seldom binds.

    Posted for every day it would be most of the model, so it is posted late: when a plan breaks
    it, or for the days on which one does.
    """

    def post(self, board: Board) -> None:
        """Post it for every day of the horizon."""
        self.post_days(board, Stretch(board.days))

    def post_days(self, board: Board, stretch: Stretch) -> None:
        """Post what the rule says of some days in a row; without days, its requirement alone."""
        raise NotImplementedError

    def broken_days(self, board: Board, people: Sequence[int]) -> Iterator[range]:
        """Find days in a row that break the rule by themselves.

        Parameters
        ----------
        people
            How many are aboard on each day.
        """
        raise NotImplementedError


def stretches(from_on: date, to_on: date, turns: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Cut ``[from_on, to_on)`` at the days on which something turns, so that days are alike."""
    if from_on < to_on:
        inside = sorted({day for day in turns if from_on < day < to_on})
        yield from pairwise([from_on, *inside, to_on])


def people_in(plan: Plan, flight: str, problem: Problem) -> dict[date, int]:
    """Count the people with a seat in a ship, for each day of the horizon that has any."""
    held = Counter(
        day
        for seat in plan.seats_in(flight)
        for day in each_day(max(seat.from_on, problem.as_of), min(seat.to_on, problem.until))
    )
    return {day: held[day] for day in sorted(held)}


def runs(days: Iterable[int]) -> Iterator[range]:
    """Join sorted day numbers into runs of days in a row."""
    run = range(0)
    for day in days:
        if run and day == run.stop:
            run = range(run.start, day + 1)
            continue
        if run:
            yield run
        run = range(day, day + 1)
    if run:
        yield run


def spans(days: list[date]) -> Iterator[tuple[date, date]]:
    """Join sorted days into half-open spans of days in a row."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = last = day
        elif (day - last).days == 1:
            last = day
        else:
            yield first, date.fromordinal(last.toordinal() + 1)
            first = last = day
    if first is not None and last is not None:
        yield first, date.fromordinal(last.toordinal() + 1)
