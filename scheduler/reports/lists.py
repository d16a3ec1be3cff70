"""Lists for the smaller commands: stored runs, rules, flights as of a day, editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from scheduler.domain import Editions, EventFact, Flight, GoalResult, Standing
from scheduler.reports.context import Context
from scheduler.reports.layout import (
    HEADING,
    INDENT,
    NOTABLE,
    QUIET,
    Cell,
    Column,
    Lines,
    heading,
    paint,
    paragraph,
    readable,
    table,
)
from scheduler.reports.trouble import class_words
from scheduler.units import count

NOTHING, PLANNED, HOLDS = "-", "~", "*"
WIDE = 110  # from here on the titles of runs have a column of their own
HAS_HAPPENED = {
    Standing.DEPARTED: ("launch", "dock", "undock", "land"),
    Standing.DOCKED: ("launch", "dock"),
    Standing.FLYING: ("launch",),
}


@dataclass(frozen=True)
class RunRow:
    """One stored run; ``created`` and ``goals`` are words, see ``goals_in_brief``."""

    id: str
    created: str
    title: str
    as_of: date
    until: date
    verdict: str
    goals: str


@dataclass(frozen=True)
class RuleRow:
    """One rule as ``rotation rules`` tells it; ``numbers`` are words such as ``gap_days 1``."""

    ref: str
    code: str
    hardness: str
    sentence: str
    numbers: tuple[str, ...]
    source: str


def goals_in_brief(goals: Sequence[GoalResult]) -> str:
    """Give the values of all goals in one line; what is not proved is marked."""
    return ", ".join(
        f"{goal.goal} {'/'.join(str(part.value) for part in goal.parts)}"
        f"{'' if goal.is_proved else ' (open)'}"
        for goal in goals
        if goal.parts
    )


def runs_table(rows: Sequence[RunRow], width: int, colour: bool) -> str:
    """Write the list of stored runs, in the order given; goal values stand below."""
    if not rows:
        return "No runs are stored.\n"
    width = readable(width)
    is_wide = width >= WIDE
    columns = [
        Column("run"),
        Column("created"),
        Column("as of"),
        Column("until", rank=1),
        Column("verdict"),
        Column("title" if is_wide else "", wraps=True),
    ]
    cells, notes = [], {}
    for number, row in enumerate(rows):
        title, below = (row.title, "") if is_wide else ("", row.title)
        cells.append((row.id, row.created, str(row.as_of), str(row.until), row.verdict, title))
        notes[number] = "\n".join(filter(None, (below, row.goals)))
    return paint(table(columns, cells, width, notes), colour)


def rules_table(rows: Sequence[RuleRow], width: int, colour: bool) -> str:
    """Write the rules, each as a small block: what it says, its numbers, where it is from."""
    width = readable(width)
    refs = max((len(row.ref) for row in rows), default=0)
    lines: Lines = []
    for row in rows:
        lines += [Text()] if lines else []
        lines += _rule_block(row, refs + 2, width)
    return paint(lines, colour)


def _rule_block(row: RuleRow, indent: int, width: int) -> Lines:
    head = Text.assemble(
        (f"{row.ref:{indent}}", HEADING),
        (row.code, HEADING),
        (f", {class_words(row.hardness)}", ""),
    )
    block = [head, *paragraph(row.sentence, width, indent=indent)]
    if row.numbers:
        block += paragraph(", ".join(row.numbers), width, indent=indent, hang=2)
    if row.source:
        block += paragraph(f"Source: {row.source}", width, indent=indent, hang=2, style=QUIET)
    return block


def facts_table(
    flights: Sequence[Flight], as_of: date, context: Context, width: int, colour: bool
) -> str:
    """Write the flights known on the morning of ``as_of``, with what was published of each."""
    width = readable(width)
    ordered = sorted(flights, key=lambda flight: (flight.launch_on, flight.id))
    columns = [
        Column("flight"),
        Column("standing"),
        Column("launch"),
        Column("dock", rank=2),
        Column("undock"),
        Column("land"),
        Column("port", rank=1),
    ]
    lines = [heading(f"{count(len(flights), 'flight')} as of {as_of}", f"{PLANNED} is planned")]
    if ordered:
        lines += table(columns, [_flight_row(flight, context) for flight in ordered], width)
    return paint(lines, colour)


def _flight_row(flight: Flight, context: Context) -> list[Cell]:
    name = context.name(flight.id) if flight.id in context.names else flight.name
    port = context.port(flight.calls[0].port) if flight.calls else NOTHING
    return [name, flight.standing.value, *_published_days(flight), port]


def _published_days(flight: Flight) -> Iterator[str]:
    known = flight.published
    days = {
        "launch": known.launch_on,
        "dock": known.dock_on,
        "undock": known.undock_on,
        "land": known.land_on,
    }
    happened = HAS_HAPPENED.get(flight.standing, ())
    for event, day in days.items():
        yield NOTHING if day is None else f"{' ' if event in happened else PLANNED}{day}"


def editions_table(
    flight: str,
    rows: Sequence[EventFact],
    held: Editions,
    as_of: date,
    context: Context,
    width: int,
    colour: bool,
) -> str:
    """Write every edition of a flight's events; marked is the one that holds as of a day."""
    width = readable(width)
    holding = (*held.actual.values(), *held.planned.values(), *held.relocations)
    columns = [
        Column("event"),
        Column("at"),
        Column("status"),
        Column("known on"),
        Column("port", rank=1),
    ]
    cells = [_edition_row(row, row in holding, as_of, context) for row in rows]
    notes = {number: "\n".join(filter(None, _remarks(row))) for number, row in enumerate(rows)}
    title = f"{context.name(flight)}, editions known"
    lines = [heading(title, f"{HOLDS} holds as of {as_of}")]
    if rows:
        lines += table(columns, cells, width, notes, note_indent=4 * INDENT)
    return paint(lines, colour)


def _edition_row(row: EventFact, holds: bool, as_of: date, context: Context) -> list[Cell]:
    style = NOTABLE if holds else QUIET if row.known_on >= as_of else ""
    known = f"{row.known_on}{' (later)' if row.known_on >= as_of else ''}"
    cells = (
        f"{HOLDS if holds else ' '} {row.event.value}",
        row.at or str(row.on),
        row.status.value,
        known,
        context.port(row.port) if row.port else NOTHING,
    )
    return [Text(cell, style=style) for cell in cells]


def _remarks(row: EventFact) -> tuple[str, str]:
    return row.note, f"Source: {row.source}" if row.source else ""
