"""The ledger: all that follows from who flew when, in one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.domain import Facts, Station
from scheduler.history.aboard import Flown, flown
from scheduler.history.comparing import Mismatch, RecordedExpedition, mismatches
from scheduler.history.expeditions import Expedition, expeditions
from scheduler.history.extensions import FlownExtension, extensions
from scheduler.history.headcount import (
    HeadSpan,
    HeadYear,
    head_spans,
    head_years,
    least_and_most,
)
from scheduler.history.relief import FlownHandover, handovers
from scheduler.history.ship_days import (
    PortDays,
    ShipDays,
    TypeDays,
    port_days,
    ship_days,
    type_days,
)


@dataclass(frozen=True)
class LedgerLine:
    """One expedition as derived, with its head-count, beside its row on record.

    ``least`` and ``most`` are people aboard on its days, all of them, also those that lie
    outside the days asked for.
    """

    expedition: Expedition
    days: int
    least: int
    most: int
    recorded: RecordedExpedition | None


@dataclass(frozen=True)
class Ledger:
    """What was flown in ``[from_on, to_on)``, derived; ``mismatches`` compare with the record.

    Expeditions are those with any day in it, handovers those that were over in it, extensions
    those of people who landed in it. Head-counts, ships and ports count its days alone.
    ``stays`` are all stays that ended in it, with a published landing or without.
    """

    from_on: date
    to_on: date
    lines: tuple[LedgerLine, ...]
    has_record: bool
    mismatches: tuple[Mismatch, ...]
    heads: tuple[HeadSpan, ...]
    years: tuple[HeadYear, ...]
    handovers: tuple[FlownHandover, ...]
    stays: int
    extensions: tuple[FlownExtension, ...]
    ships: tuple[ShipDays, ...]
    types: tuple[TypeDays, ...]
    ports: tuple[PortDays, ...]

    @property
    def numbers_agreeing(self) -> int:
        """Count the recorded expeditions whose number and days were derived as recorded."""
        differing = {one.expedition for one in self.mismatches if one.what != "commander"}
        return sum(
            line.recorded is not None and line.expedition.number not in differing
            for line in self.lines
        )


def ledger(
    facts: Facts,
    station: Station,
    recorded: Sequence[RecordedExpedition] | None = None,
    from_on: date | None = None,
    until: date | None = None,
) -> Ledger | None:
    """Derive the ledger of a span of days; none where no crew has come by then.

    Parameters
    ----------
    recorded
        The record to compare with, if there is one.
    from_on, until
        The days asked for, ``until`` not included; by default, and at most, from the first
        docking with a crew to the end of what the facts tell.
    """
    all_flown = flown(facts, station)
    if all_flown is None:
        return None
    start = max(from_on or all_flown.begun_on, all_flown.begun_on)
    end = min(until or all_flown.told_on, all_flown.told_on)
    if start >= end:
        return None
    derived = expeditions(all_flown)
    heads = head_spans(all_flown.stays, start, end)
    ships = ship_days(all_flown, start, end)
    lines = _lines(all_flown, derived, recorded or (), start, end)
    return Ledger(
        from_on=start,
        to_on=end,
        lines=lines,
        has_record=recorded is not None,
        mismatches=_mismatches(all_flown, derived, recorded, start, end),
        heads=heads,
        years=head_years(heads),
        handovers=tuple(
            one
            for one in handovers(all_flown)
            if start <= max(one.docked_on, one.undocked_on) < end
        ),
        stays=sum(stay.to_on is not None and start <= stay.to_on < end for stay in all_flown.stays),
        extensions=tuple(one for one in extensions(all_flown) if start <= one.undocked_on < end),
        ships=ships,
        types=type_days(ships),
        ports=port_days(ships, station, start, end),
    )


def _lines(
    all_flown: Flown,
    derived: Sequence[Expedition],
    recorded: Sequence[RecordedExpedition],
    start: date,
    end: date,
) -> tuple[LedgerLine, ...]:
    on_record = {one.number: one for one in recorded}
    heads = head_spans(all_flown.stays, all_flown.begun_on, all_flown.told_on)
    found = []
    for one in derived:
        if one.overlaps(start, end):
            ended_on = one.ends.on if one.ends else all_flown.told_on
            least, most = least_and_most(heads, one.begins.on, ended_on)
            days = (ended_on - one.begins.on).days
            found.append(LedgerLine(one, days, least, most, on_record.get(one.number)))
    return tuple(found)


def _mismatches(
    all_flown: Flown,
    derived: Sequence[Expedition],
    recorded: Sequence[RecordedExpedition] | None,
    start: date,
    end: date,
) -> tuple[Mismatch, ...]:
    """List what differs of the expeditions with any day in ``[start, end)``, on either side."""
    if recorded is None:
        return ()
    asked = {one.number for one in derived if one.overlaps(start, end)}
    asked |= {
        one.number
        for one in recorded
        if one.from_on < end and (one.to_on is None or one.to_on > start)
    }
    found = mismatches(all_flown, derived, recorded)
    return tuple(one for one in found if one.expedition in asked)
