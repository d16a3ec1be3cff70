"""The tables of a ledger: people aboard, handovers, extensions, docked days, taken ports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median

from rich.text import Text

from scheduler.history import FlownExtension, FlownHandover, HeadYear, Ledger
from scheduler.reports.context import Context
from scheduler.reports.layout import NOTABLE, Cell, Column, Lines, heading, paragraph, table
from scheduler.units import ONE_DAY, count

Naming = Callable[[str], str]
NO_LINE = "one ship"


def head_table(ledger: Ledger, width: int) -> Lines:
    """Draw the section ``Head-counts``: the extremes with their days, then year by year."""
    if not ledger.heads:
        return []
    people = [span.people for span in ledger.heads]
    told = f"{_extreme(ledger, min(people), 'least')} {_extreme(ledger, max(people), 'most')}"
    columns = [Column("year"), *(Column(name, is_right=True) for name in ("least", "most", "mean"))]
    rows = [_year_row(year) for year in ledger.years]
    remark = "people aboard at the end of a day"
    return [heading("Head-counts", remark), *paragraph(told, width), *table(columns, rows, width)]


def _extreme(ledger: Ledger, people: int, word: str) -> str:
    """Tell on how many days so many people were aboard, and from when to when at all."""
    spans = [span for span in ledger.heads if span.people == people]
    days = sum(span.days for span in spans)
    first, last = spans[0].from_on, spans[-1].to_on - ONE_DAY
    if days == 1:
        return f"{people} at {word}, on {first}."
    return f"{people} at {word}, on {days:,} days between {first} and {last}."


def _year_row(year: HeadYear) -> list[Cell]:
    mean = year.person_days / year.days
    return [str(year.year), str(year.least), str(year.most), f"{mean:.1f}"]


def handover_table(ledger: Ledger, ship: Naming, width: int) -> Lines:
    """Draw the section ``Handovers``: how they were in each line, then one by one."""
    if not ledger.handovers:
        return []
    columns = [
        Column("line"),
        Column("outgoing"),
        Column("incoming"),
        Column("docked", rank=2),
        Column("undocked", rank=1),
        Column("handover"),
    ]
    rows = [_handover_row(one, ship) for one in ledger.handovers]
    lines = [heading("Handovers", "a long-stay crew relieves another")]
    for told in _by_line(ledger):
        lines += paragraph(told, width, hang=2)
    return [*lines, *table(columns, rows, width)]


def _by_line(ledger: Ledger) -> Iterator[str]:
    groups: dict[str, list[FlownHandover]] = defaultdict(list)
    for one in ledger.handovers:
        groups[one.line or NO_LINE].append(one)
    for line in sorted(groups, key=lambda line: (line == NO_LINE, line)):
        overlaps = [one.overlap_days for one in groups[line] if one.is_direct]
        gaps = [-one.overlap_days for one in groups[line] if not one.is_direct]
        parts = [_spread("direct", overlaps, "overlap"), _spread("indirect", gaps, "gap")]
        name = "Brought and taken home by one ship" if line == NO_LINE else line
        yield f"{name}: {'; '.join(filter(None, parts))}."


def _spread(kind: str, days: list[int], of: str) -> str:
    if not days:
        return ""
    if len(days) == 1:
        return f"1 {kind}, {count(days[0], 'day')} of {of}"
    least, most = min(days), max(days)
    return f"{len(days)} {kind}, {least} to {most} days of {of}, median {median(days):g}"


def _handover_row(one: FlownHandover, ship: Naming) -> list[Cell]:
    days = count(abs(one.overlap_days), "day")
    return [
        one.line or NO_LINE,
        ship(one.outgoing),
        ship(one.incoming),
        str(one.docked_on),
        str(one.undocked_on),
        f"direct, {days} of overlap"
        if one.is_direct
        else Text(f"indirect, {days} of gap", style=NOTABLE),
    ]


def extension_table(
    ledger: Ledger, ship: Naming, people: Callable[[tuple[str, ...]], str], width: int
) -> Lines:
    """Draw the section ``Extensions``: same ones together, in the order of landing."""
    alike: dict[FlownExtension, list[str]] = defaultdict(list)
    for one in ledger.extensions:
        alike[replace(one, person="")].append(one.person)
    assumed = sum(one.is_assumed_in_part for one in ledger.extensions)
    told = (
        f"A landing had been published for {len(ledger.extensions)} of {ledger.stays} ended stays."
    )
    told += f" The rows of {assumed} say that something in them is assumed." if assumed else ""
    lines = [heading("Extensions", "landings against the published ones")]
    lines += paragraph(told, width)
    if not alike:
        return lines
    columns = [
        Column("who", wraps=True),
        Column("up"),
        Column("down"),
        Column("planned"),
        Column("landed", rank=1),
        Column("extension", is_right=True),
    ]
    rows = [_extension_row(one, people(tuple(who)), ship) for one, who in alike.items()]
    return [*lines, *table(columns, rows, width)]


def _extension_row(one: FlownExtension, who: str, ship: Naming) -> list[Cell]:
    extension = f"{one.days:+d} d" if one.days else "0 d"
    return [
        who,
        ship(one.up),
        ship(one.down),
        str(one.planned_on),
        str(one.landed_on),
        Text(extension, style=NOTABLE if one.days > 0 else ""),
    ]


def type_table(ledger: Ledger, ship: Naming, width: int) -> Lines:
    """Draw the section ``Ship days``: docked days by vehicle type, the most first."""
    if not ledger.types:
        return []
    columns = [
        Column("type"),
        *(Column(name, is_right=True) for name in ("ships", "docked days", "mean", "longest")),
        Column("by", rank=1),
    ]
    rows = [
        (
            one.vehicle_type,
            str(one.ships),
            f"{one.days:,}",
            f"{one.days / one.ships:.0f}",
            str(one.longest_days),
            ship(one.longest),
        )
        for one in ledger.types
    ]
    total = sum(one.days for one in ledger.types)
    remark = f"{count(len(ledger.ships), 'ship')}, {total:,} docked days"
    return [heading("Ship days", remark), *table(columns, rows, width)]


def port_table(ledger: Ledger, context: Context, width: int) -> Lines:
    """Draw the section ``Ports``: days on which each was taken, the most first."""
    if not ledger.ports:
        return []
    heads = ("ships", "days taken", "of", "share")
    columns = [Column("port"), *(Column(name, is_right=True) for name in heads)]
    rows = [
        (
            context.port(one.port),
            str(one.ships),
            f"{one.days:,}",
            f"{one.days_there:,}",
            f"{one.share:.0%}",
        )
        for one in ledger.ports
    ]
    return [heading("Ports", "of the days on which they were there"), *table(columns, rows, width)]
