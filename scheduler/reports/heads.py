"""Heads and seats: how many people are aboard, and how many seats of which kind there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby

from scheduler.domain import Grade, each_day
from scheduler.reports.context import View
from scheduler.reports.layout import ALARM, INDENT, NOTABLE, Lines, paragraph
from scheduler.reports.spans import in_words
from scheduler.reports.timeline import Bar, ChartRow, chart
from scheduler.units import add_days

Counts = list[tuple[date, date, int]]

PEOPLE, SEATS, WORSE = ("█", "cyan"), ("░", ""), ("▒", NOTABLE)
ROWS = {
    Grade.G1: ("others' seats", WORSE),
    Grade.G2: ("improvised", WORSE),
    Grade.G3: ("emergency", WORSE),
    Grade.G4: ("no seat", ("▓", ALARM)),
}


def head_chart(view: View) -> Lines:
    """Draw the section ``Heads and seats``: numbers over time, a row each.

    Certified seats are those of the ships that are there, as sound as they are on the day; they
    are drawn where the ships' health is known.
    """
    heads = _counts(view, lambda day: _heads(view, day))
    if not any(number for _, _, number in heads):
        return []
    certified = _counts(view, lambda day: _certified(view, day)) if view.context.places else []
    rows = [_row("aboard", heads, PEOPLE)]
    rows += [_row("certified", certified, SEATS)] if certified else []
    for grade, (label, look) in ROWS.items():
        held = _counts(view, lambda day, grade=grade: _held(view, day, grade))  # type: ignore[misc]
        if any(number for _, _, number in held):
            rows.append(_row(label, held, look))
    legend = [f"{PEOPLE[0]} people aboard"]
    legend += [f"{SEATS[0]} certified seats at the station"] if certified else []
    legend += ["below: people whose seat is no better than that"] if len(rows) > 2 else []
    span = (view.run.as_of, view.run.until)
    drawn = chart("Heads and seats", span, [("", rows)], legend, view.width)
    return [*drawn, *_spare(view, heads, certified)]


def _counts(view: View, count: Callable[[date], int]) -> Counts:
    """Count day by day, and join the days on which the number is the same."""
    days = each_day(view.run.as_of, view.run.until)
    found = []
    for number, group in groupby(days, key=count):
        first, *others = group
        found.append((first, add_days(others[-1] if others else first, 1), number))
    return found


def _heads(view: View, day: date) -> int:
    return sum(span.people for span in view.plan.aboard if span.from_on <= day < span.to_on)


def _certified(view: View, day: date) -> int:
    places = view.context.places
    assert places is not None
    ships = [flight.flight for flight in view.plan.flights if flight.is_docked_on(day)]
    return sum(places(ship, day).certified for ship in ships)


def _held(view: View, day: date, grade: Grade) -> int:
    seats = (seat for seat in view.plan.seats if seat.grade is grade)
    return sum(seat.from_on <= day < seat.to_on for seat in seats)


def _row(label: str, counts: Counts, look: tuple[str, str]) -> ChartRow:
    bars = [Bar(start, end, *look, label=str(number)) for start, end, number in counts if number]
    return ChartRow(label, bars)


def _spare(view: View, heads: Counts, certified: Counts) -> Lines:
    """Say when there are fewer certified seats than people."""
    short = [(start, end) for start, end, by in _differences(heads, certified) if by < 0]
    if not certified:
        return []
    when = "; ".join(in_words(*span) for span in _joined(short))
    told = f"Fewer certified seats than people: {when}." if when else "A certified seat for all."
    return paragraph(told, view.width, indent=2 * INDENT)


def _differences(heads: Counts, certified: Counts) -> Iterator[tuple[date, date, int]]:
    """Walk the spans in which neither number changes, with the seats to spare."""
    for start, end, people in heads:
        for first, last, seats in certified:
            if max(start, first) < min(end, last):
                yield max(start, first), min(end, last), seats - people


def _joined(spans: list[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """Join spans that follow one another."""
    start = end = None
    for first, last in spans:
        if start is not None and end is not None and first != end:
            yield start, end
            start = first
        start, end = start or first, last
    if start is not None and end is not None:
        yield start, end
