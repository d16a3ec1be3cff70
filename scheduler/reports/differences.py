"""What differs between a plan and the one that was asked for: goals, flights, stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from rich.text import Text

from scheduler.domain import Change, Difference, part_in_words
from scheduler.reports.context import View
from scheduler.reports.layout import NOTABLE, Cell, Column, Lines, heading, table
from scheduler.units import count, days_between

Alike = dict[tuple[Change, ...], list[str]]


Names = tuple[str, str]
ASKED: Names = ("plan", "asked")


def goals_that_differ(view: View, difference: Difference, names: Names = ASKED) -> Lines:
    """Draw the goals that differ, the one that ranks first at the top."""
    if not difference.goals:
        return []
    rows, last = [], ""
    for part in difference.goals:
        rows.append(
            (
                "" if part.goal == last else part.goal,
                part_in_words(part.goal, part.part),
                f"{part.before:,}",
                f"{part.after:,}",
                _shift(part.after - part.before, ""),
                "" if part.is_proved else "not proved",
            )
        )
        last = part.goal
    numbers = [Column(head, is_right=True) for head in (*names, "differs")]
    columns = [Column("goal"), Column("counted", wraps=True), *numbers, Column("")]
    title = heading("Goals that differ", "in order; less is better")
    return [title, *table(columns, rows, view.width)]


def dates_that_differ(view: View, difference: Difference, names: Names = ASKED) -> Iterator[Lines]:
    """Draw the flights that differ, then the stays."""
    flights, people = _alike(difference.flights), _alike(difference.people)
    title = heading("Flights that differ", count(_size(flights), "flight"))
    yield _table(view, title, Column("ship"), flights, names)
    number = _size(people)
    told = "1 person" if number == 1 else f"{number} people"
    title = heading("Stays that differ", f"{told}; days from launch to landing")
    yield _table(view, title, Column("who", wraps=True), people, names)


def waivers_that_differ(view: View, difference: Difference, names: Names = ASKED) -> Lines:
    """Draw the waivers that one of the plans is given, or uses otherwise."""
    waivers = _alike(difference.waivers)
    title = heading("Waivers that differ")
    return _table(view, title, Column("waiver"), waivers, names, are_days=False)


def _alike(changes: Sequence[Change]) -> Alike:
    """Put those together of whom all the same differs."""
    by_subject: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_subject[change.subject].append(replace(change, subject=""))
    alike: Alike = defaultdict(list)
    for subject, own in by_subject.items():
        alike[tuple(own)].append(subject)
    return alike


def _size(alike: Alike) -> int:
    return sum(map(len, alike.values()))


def _table(
    view: View, title: Text, first: Column, alike: Alike, names: Names, are_days: bool = True
) -> Lines:
    if not alike:
        return []
    columns = [
        first,
        Column("what"),
        *(Column(name, wraps=True) for name in names),
        Column("differs" if are_days else "", is_right=True),
    ]
    rows: list[list[Cell]] = []
    for changes, subjects in alike.items():
        name = ", ".join(_words(view, subject) for subject in subjects)
        for what, before, after in _together(changes):
            by = _days(before, after) if are_days else ""
            rows.append([name, what, _words(view, before), _words(view, after), by])
            name = ""
    return [title, *table(columns, rows, view.width)]


def _together(changes: Sequence[Change]) -> Iterator[tuple[str, str, str]]:
    """Put things on one line that change alike, as undocking and landing of one day."""
    whats: dict[tuple[str, str], list[str]] = defaultdict(list)
    for change in changes:
        whats[change.before, change.after].append(change.what)
    for (before, after), names in whats.items():
        yield ", ".join(names), before, after


def _words(view: View, told: str) -> str:
    """Put names for ids; a dash where there is nothing."""
    return ", ".join(" ".join(map(view.person, t.split())) for t in told.split(", ")) or "-"


def _days(before: str, after: str) -> Cell:
    """Give the days between two dates or two numbers of days; nothing for other things."""
    if before.isdigit() and after.isdigit():
        return _shift(int(after) - int(before), " d")
    with suppress(ValueError):
        return _shift(days_between(date.fromisoformat(before), date.fromisoformat(after)), " d")
    return ""


def _shift(by: int, unit: str) -> Cell:
    return Text(f"{by:+,}{unit}", style=NOTABLE if by > 0 else "")
