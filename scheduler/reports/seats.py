"""Who could come home on what, day by day, and how good a place that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from rich.text import Text

from scheduler.domain import Grade, SeatSpan
from scheduler.reports.context import View
from scheduler.reports.layout import ALARM, NOTABLE, Cell, Column, Lines, heading, paragraph, table
from scheduler.reports.spans import person_days, seat_spans, spans_by_person
from scheduler.units import add_days, count, days_between

Picture = tuple[tuple[str | None, Grade, date, date], ...]

COLUMNS = (
    Column("who", wraps=True),
    Column("seat in"),
    Column("grade"),
    Column("that is", rank=1),
    Column("first day"),
    Column("last day"),
    Column("days", is_right=True),
)


def seat_table(view: View) -> Lines:
    """Draw the section ``Seats``: people whose seat moves or is not G0, then all others."""
    spans = seat_spans(view)
    if not spans:
        return []
    own = {stay.person: stay.up for stay in view.plan.stays}
    by_person = spans_by_person(spans)
    told = {p: s for p, s in by_person.items() if not _is_plain(s, own.get(p))}
    lines = [heading("Seats", "who could come home on what")]
    if told:
        lines += table(COLUMNS, _rows(view, told), view.width)
    others = len(by_person) - len(told)
    whom = f"Everyone else ({count(others, 'person')})".replace("persons", "people")
    if others:
        text = f"{whom if told else 'Everyone'}: own seat, G0."
        lines += paragraph(text, view.width)
    return [*lines, *paragraph(_totals(spans), view.width)]


def _is_plain(spans: Sequence[SeatSpan], own: str | None) -> bool:
    """Say whether somebody keeps a G0 seat in one ship, their own where that is known."""
    ships = {span.flight for span in spans}
    is_best = all(span.grade is Grade.G0 for span in spans)
    return is_best and len(ships) == 1 and (own is None or ships == {own})


def _rows(view: View, told: dict[str, list[SeatSpan]]) -> list[list[Cell]]:
    """Put people with the same seats together, the worst off first."""
    alike: dict[Picture, list[str]] = defaultdict(list)
    for person, spans in told.items():
        alike[tuple((s.flight, s.grade, s.from_on, s.to_on) for s in spans)].append(person)
    groups = sorted(alike.items(), key=lambda group: (-max(s[1] for s in group[0]), group[1]))
    return [
        _row(view, people if number == 0 else [], span)
        for picture, people in groups
        for number, span in enumerate(picture)
    ]


def _row(view: View, people: list[str], span: tuple[str | None, Grade, date, date]) -> list[Cell]:
    flight, grade, from_on, to_on = span
    style = {Grade.G4: ALARM, Grade.G3: NOTABLE, Grade.G2: NOTABLE}.get(grade, "")
    days = days_between(from_on, to_on)
    return [
        ", ".join(view.person(person) for person in people),
        view.ship(flight),
        Text(grade.name, style=style),
        Text(grade.meaning, style=style),
        str(from_on),
        str(add_days(to_on, -1)),
        f"{days:,}",
    ]


def _totals(spans: Sequence[SeatSpan]) -> str:
    days = person_days(spans)
    told = [
        f"{days[grade]:,} at {grade.name} ({grade.meaning})" for grade in sorted(days, reverse=True)
    ]
    return f"Person-days: {'; '.join(told)}."
