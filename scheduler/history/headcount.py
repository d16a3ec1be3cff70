"""How many people were aboard, day by day and year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.history.aboard import FlownStay


@dataclass(frozen=True)
class HeadSpan:
    """So many people aboard on every day of ``[from_on, to_on)``."""

    from_on: date
    to_on: date
    people: int

    @property
    def days(self) -> int:
        """Count its days."""
        return (self.to_on - self.from_on).days


@dataclass(frozen=True)
class HeadYear:
    """The people aboard in one year, or the part of it that was asked for, of so many days."""

    year: int
    days: int
    least: int
    most: int
    person_days: int


def head_spans(stays: Iterable[FlownStay], start: date, end: date) -> tuple[HeadSpan, ...]:
    """Count the people aboard in ``[start, end)``, each span cut where the number changes.

    A day counts for who docked on it or before, and undocks after it. So the number of a day
    on which people come and go is that of its end.
    """
    changes: dict[date, int] = {start: 0, end: 0}
    for stay in stays:
        from_on, to_on = max(stay.from_on, start), min(stay.to_on or end, end)
        if from_on < to_on:
            changes[from_on] = changes.get(from_on, 0) + 1
            changes[to_on] = changes.get(to_on, 0) - 1
    return tuple(_joined(changes, end))


def _joined(changes: dict[date, int], end: date) -> Iterator[HeadSpan]:
    people, since = 0, None
    for day in sorted(changes):
        if changes[day] == 0 and since is not None and day != end:
            continue
        if since is not None and since < day:
            yield HeadSpan(since, day, people)
        people, since = people + changes[day], day


def least_and_most(spans: Sequence[HeadSpan], start: date, end: date) -> tuple[int, int]:
    """Give the least and the most people aboard in ``[start, end)``."""
    counts = [span.people for span in spans if span.from_on < end and span.to_on > start]
    return min(counts, default=0), max(counts, default=0)


def head_years(spans: Sequence[HeadSpan]) -> tuple[HeadYear, ...]:
    """Sum the spans up by year."""
    if not spans:
        return ()
    first, last = spans[0].from_on, spans[-1].to_on
    return tuple(
        _year(spans, max(first, date(year, 1, 1)), min(last, date(year + 1, 1, 1)))
        for year in range(first.year, last.year + 1)
        if date(year, 1, 1) < last
    )


def _year(spans: Sequence[HeadSpan], start: date, end: date) -> HeadYear:
    least, most = least_and_most(spans, start, end)
    person_days = sum(
        span.people * (min(span.to_on, end) - max(span.from_on, start)).days
        for span in spans
        if span.from_on < end and span.to_on > start
    )
    return HeadYear(start.year, (end - start).days, least, most, person_days)
