"""What the rules say of all that was flown: the report of ``rotation history audit``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from scheduler.domain import HARDNESS
from scheduler.history import Breach, DocumentedException, HistoryAudit, PoorSeat, WorstDays
from scheduler.reports.context import Context, listed
from scheduler.reports.layout import (
    ALARM,
    HEADING,
    Column,
    Lines,
    heading,
    items,
    paint,
    paragraph,
    readable,
    table,
)
from scheduler.reports.trouble import class_words
from scheduler.units import add_days, count


def past_report(audit: HistoryAudit, context: Context, width: int, colour: bool) -> str:
    """Write the audit of the flown record: breaches, what explains them, and the worst days."""
    width = readable(width)
    style = ALARM if audit.unexplained else HEADING
    lines = paragraph(_outcome(audit), width, 0, hang=2, style=style)
    lines += paragraph(_scope(audit, context), width, 0, hang=2)
    for section in (
        _by_rule(audit, width),
        _unexplained(audit, context, width),
        _explained(audit, context, width),
        _unused(audit.unused, width),
        _worst(audit, context, width),
    ):
        lines += [Text(), *section] if section else []
    return paint(lines, colour)


def _outcome(audit: HistoryAudit) -> str:
    breaches, left = len(audit.breaches), len(audit.unexplained)
    if left:
        verb = "has" if left == 1 else "have"
        return f"{left} of {count(breaches, 'finding')} {verb} no documented exception."
    if not breaches:
        return "No rule was ever broken."
    return f"{count(breaches, 'finding')} in all that was flown, each with a documented exception."


def _scope(audit: HistoryAudit, context: Context) -> str:
    station = context.name(context.station.id) if context.station else ""
    judged = (
        count(audit.flights, "flight"),
        count(audit.stays, "stay"),
        count(audit.handovers, "handover"),
    )
    return f"{station}, {audit.from_on} to {_last(audit.to_on)}: {listed(judged)} judged."


def _by_rule(audit: HistoryAudit, width: int) -> Lines:
    if not audit.breaches:
        return []
    columns = [
        Column("rule"),
        Column("class"),
        Column("findings", is_right=True),
        Column("explained", is_right=True),
        Column("by year", wraps=True),
    ]
    refs = dict.fromkeys(breach.finding.ref for breach in audit.breaches)
    rows = [_rule_row([b for b in audit.breaches if b.finding.ref == ref]) for ref in refs]
    order = list(HARDNESS.values())
    rows.sort(key=lambda row: order.index(row[1]) if row[1] in order else len(order))
    return [heading("Findings by rule and year"), *table(columns, rows, width)]


def _rule_row(breaches: Sequence[Breach]) -> tuple[str, str, str, str, str]:
    years = Counter(breach.year for breach in breaches)
    told = ", ".join(f"{year} {number}" for year, number in sorted(years.items()))
    explained = sum(breach.exception is not None for breach in breaches)
    first = breaches[0].finding
    return first.ref, class_words(first.hardness), str(len(breaches)), str(explained), told


def _unexplained(audit: HistoryAudit, context: Context, width: int) -> Lines:
    if not audit.unexplained:
        return []
    columns = [Column("rule"), Column("finding", wraps=True)]
    rows = [(b.finding.ref, _words(b, context)) for b in audit.unexplained]
    return [heading("Not explained"), *table(columns, rows, width)]


def _explained(audit: HistoryAudit, context: Context, width: int) -> Lines:
    explained = [breach for breach in audit.breaches if breach.exception is not None]
    if not explained:
        return []
    columns = [Column("rule"), Column("finding", wraps=True), Column("what happened", wraps=True)]
    rows = [
        (b.finding.ref, _words(b, context), f"{b.exception.what} ({b.exception.source}).")
        for b in explained
        if b.exception
    ]
    return [heading("Explained, each by a documented exception"), *table(columns, rows, width)]


def _words(breach: Breach, context: Context) -> str:
    return context.named(breach.finding.text, breach.finding.subject)


def _unused(unused: Sequence[DocumentedException], width: int) -> Lines:
    if not unused:
        return []
    told = (f"{one.rule}, {one.subject}, {one.from_on}: {one.what}." for one in unused)
    return [heading("Exceptions that explain nothing"), *items(told, width)]


def _worst(audit: HistoryAudit, context: Context, width: int) -> Lines:
    """Draw the worst days; days that are alike stand in one row."""
    title = heading("The worst days for a seat home", "the worst first")
    if not audit.worst:
        return [title, *paragraph("Everybody had a certified seat of their own.", width)]
    columns = [
        Column("from"),
        Column("to"),
        Column("days", is_right=True),
        Column("who, where and why", wraps=True),
    ]
    rows = [
        (str(one.from_on), _last(one.to_on), str((one.to_on - one.from_on).days), told)
        for one in audit.worst
        for told in [" ".join(_seats(one, context))]
    ]
    return [title, *table(columns, rows, width)]


def _seats(worst: WorstDays, context: Context) -> Iterator[str]:
    """Tell the seats ship by ship: ``Petelin and Prokopyev at G3 in Soyuz MS-22, ...``."""
    alike: dict[tuple[object, ...], list[PoorSeat]] = {}
    for seat in worst.seats:
        alike.setdefault((seat.flight, seat.grade, seat.health), []).append(seat)
    for seats in alike.values():
        first = seats[0]
        people = listed([context.name(seat.person) for seat in seats])
        where = f"in {context.name(first.flight)}" if first.flight else "without a seat"
        why = f", {first.health}" if first.health else f", {first.grade.meaning}"
        yield f"{people} {where} at {first.grade.name}{why}."


def _last(to_on: date) -> str:
    return str(add_days(to_on, -1))
