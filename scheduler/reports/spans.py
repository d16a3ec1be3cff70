"""Seats as spans of days, cut to the horizon, neighbours of one kind joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scheduler.domain import Grade, SeatSpan
from scheduler.reports.context import View
from scheduler.units import add_days, days_between


def in_words(from_on: date, to_on: date) -> str:
    """Write ``[from_on, to_on)`` for people, both days included."""
    last_on = add_days(to_on, -1)
    return f"{from_on}" if last_on <= from_on else f"{from_on} to {last_on}"


def seat_spans(view: View) -> list[SeatSpan]:
    """List the seats within ``[as_of, until)``, in order of person and day."""
    joined: list[SeatSpan] = []
    for seat in sorted(view.plan.seats, key=lambda seat: (seat.person, seat.from_on)):
        from_on, to_on = max(seat.from_on, view.run.as_of), min(seat.to_on, view.run.until)
        if from_on >= to_on:
            continue
        span = replace(seat, from_on=from_on, to_on=to_on)
        if joined and _continues(joined[-1], span):
            joined[-1] = replace(joined[-1], to_on=to_on)
        else:
            joined.append(span)
    return joined


def _continues(before: SeatSpan, after: SeatSpan) -> bool:
    return (before.person, before.flight, before.grade, before.to_on) == (
        after.person,
        after.flight,
        after.grade,
        after.from_on,
    )


def spans_by_person(spans: Sequence[SeatSpan]) -> dict[str, list[SeatSpan]]:
    """Gather each person's spans."""
    found: dict[str, list[SeatSpan]] = defaultdict(list)
    for span in spans:
        found[span.person].append(span)
    return dict(found)


def person_days(spans: Sequence[SeatSpan]) -> Counter[Grade]:
    """Count person-days by grade."""
    days: Counter[Grade] = Counter()
    for span in spans:
        days[span.grade] += days_between(span.from_on, span.to_on)
    return days
