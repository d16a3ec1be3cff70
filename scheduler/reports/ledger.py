"""The report of ``history ledger``: expeditions beside the record, then all that was counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rich.text import Text

from scheduler.domain import Event
from scheduler.history import Ledger, LedgerLine, Mismatch, Turn
from scheduler.reports.context import Context, short_people
from scheduler.reports.layout import (
    HEADING,
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
from scheduler.reports.ledger_tables import (
    extension_table,
    handover_table,
    head_table,
    port_table,
    type_table,
)
from scheduler.units import count

NOTHING, UNSURE = "-", "!"


@dataclass(frozen=True)
class LedgerView:
    """A ledger as the sections of its report see it: short names are unique within it."""

    ledger: Ledger
    context: Context
    width: int

    def ship(self, flight: str) -> str:
        """Name a flight in full."""
        return self.context.name(flight)

    def person(self, person: str) -> str:
        """Name a person as briefly as this ledger allows."""
        return self._short.get(person) or self.context.name(person)

    def people(self, people: tuple[str, ...]) -> str:
        """List people, in the order given."""
        return ", ".join(map(self.person, people))

    @cached_property
    def _short(self) -> dict[str, str]:
        lines = self.ledger.lines
        ids = chain(
            (person for line in lines for person in line.expedition.candidates),
            (p for line in lines if line.recorded for p in line.recorded.commanders),
            (one.person for one in self.ledger.extensions),
        )
        return short_people(dict.fromkeys(ids), self.context)


def ledger_report(ledger: Ledger, context: Context, width: int, colour: bool) -> str:
    """Write the ledger as text; a section that has nothing to say is left out."""
    view = LedgerView(ledger, context, readable(width))
    lines = [*_head(view)]
    for section in (
        _expedition_table(view),
        _comparison(view),
        head_table(ledger, view.width),
        handover_table(ledger, view.ship, view.width),
        extension_table(ledger, view.ship, view.people, view.width),
        type_table(ledger, view.ship, view.width),
        port_table(ledger, context, view.width),
    ):
        lines += [Text(), *section] if section else []
    return paint(lines, colour)


def _head(view: LedgerView) -> Lines:
    ledger = view.ledger
    station = view.context.station.name if view.context.station else "The station"
    return [
        *paragraph(f"Ledger: {_outcome(ledger)}", view.width, 0, hang=2, style=HEADING),
        *paragraph(
            f"{station}, as flown from {ledger.from_on} up to {ledger.to_on}, in whole days, UTC",
            view.width,
            0,
            hang=2,
            style=QUIET,
        ),
    ]


def _outcome(ledger: Ledger) -> str:
    derived = count(len(ledger.lines), "expedition")
    if not ledger.has_record:
        return f"{derived} derived, and no record to compare with"
    recorded = sum(line.recorded is not None for line in ledger.lines)
    return (
        f"{derived} derived, {ledger.numbers_agreeing} of {recorded} on record with the same "
        f"number and days; {count(len(ledger.mismatches), 'difference')} in all"
    )


def _expedition_table(view: LedgerView) -> Lines:
    if not view.ledger.lines:
        return []
    columns = [
        Column("no", is_right=True),
        Column("begins"),
        Column("ends"),
        Column("days", is_right=True),
        Column("aboard", is_right=True),
        Column("ended by", rank=2),
        Column("commander", wraps=True),
        Column("could command", wraps=True, rank=1),
    ]
    remark = f"commander as on record, {UNSURE} where it differs"
    rows = [_expedition_row(view, line) for line in view.ledger.lines]
    return [heading("Expeditions", remark), *table(columns, rows, view.width)]


def _expedition_row(view: LedgerView, line: LedgerLine) -> list[Cell]:
    one, recorded = line.expedition, line.recorded
    is_unsure = any(found.expedition == one.number for found in view.ledger.mismatches)
    commander = view.people(recorded.commanders) if recorded else NOTHING
    return [
        str(one.number),
        str(one.begins.on),
        str(one.ends.on) if one.ends else "goes on",
        str(line.days),
        f"{line.least}" if line.least == line.most else f"{line.least}-{line.most}",
        _ended_by(view, one.ends) if one.ends else NOTHING,
        Text(f"{UNSURE} {commander}", style=NOTABLE) if is_unsure else commander,
        view.people(one.candidates) or NOTHING,
    ]


def _ended_by(view: LedgerView, ends: Turn) -> str:
    return f"{view.ship(ends.flight)}{' docks' if ends.event is Event.DOCK else ''}"


def _comparison(view: LedgerView) -> Lines:
    """Draw the section ``Compared with the record``: what was compared, and what differs."""
    ledger = view.ledger
    if not ledger.has_record:
        return []
    rows = [line.recorded for line in ledger.lines if line.recorded]
    recalled = sum(row.is_recalled for row in rows)
    told = f"{count(recalled, 'row')} of the record {_rests(recalled)} on memory alone. "
    told = (told if recalled else "") + _commanders(ledger)
    lines = [heading("Compared with the record"), *paragraph(told, view.width)]
    if not ledger.mismatches:
        return [*lines, *paragraph("Nothing differs.", view.width)]
    columns = [
        Column("no", is_right=True),
        Column("what"),
        Column("derived", wraps=True),
        Column("recorded", wraps=True),
        Column("days off", is_right=True),
        Column("why", wraps=True),
    ]
    return [
        *lines,
        *table(columns, [_mismatch(view, one) for one in ledger.mismatches], view.width),
    ]


def _rests(number: int) -> str:
    return "rests" if number == 1 else "rest"


def _commanders(ledger: Ledger) -> str:
    """Say how far commanders can be derived: how many could have been it, and how often it fits."""
    lines = [line for line in ledger.lines if line.recorded and line.recorded.commanders]
    differing = {one.expedition for one in ledger.mismatches if one.what == "commander"}
    fitting = [line for line in lines if line.expedition.number not in differing]
    alone = sum(len(line.expedition.candidates) == 1 for line in fitting)
    return (
        "No fact tells who commands, only who can have: whoever came before the expedition began "
        f"and went home when it ended. The commander on record is one of them in {len(fitting)} "
        f"of {count(len(lines), 'expedition')}{f', the only one in {alone}' if alone else ''}."
    )


def _mismatch(view: LedgerView, one: Mismatch) -> list[Cell]:
    is_people = one.what == "commander"
    off = NOTHING if one.days_off is None else f"{one.days_off:+d}"
    derived, recorded = (
        (view.people(names) if is_people else ", ".join(names)) or "nothing"
        for names in (one.derived, one.recorded)
    )
    why = f"{view.person(one.person)} {one.why}" if one.person else one.why
    return [str(one.expedition), one.what, derived, recorded, off, why]
