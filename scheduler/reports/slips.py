"""The report of ``history slips``: how much later ships flew than published."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from scheduler.history import Band, SlipGroup, Slips
from scheduler.history.confidence import SURE
from scheduler.history.slips import ENOUGH
from scheduler.reports.context import Context
from scheduler.reports.layout import (
    HEADING,
    QUIET,
    Cell,
    Column,
    Lines,
    heading,
    items,
    paint,
    paragraph,
    readable,
    table,
)
from scheduler.units import count

TOO_FEW, NO_BUFFER = "too few to say", "too few"


def slips_report(slips: Slips, context: Context, width: int, colour: bool) -> str:
    """Write the launch slips as text."""
    width = readable(width)
    lines = _head(slips, context, width)
    if slips.groups:
        lines += [Text(), *_group_table(slips, width)]
    return paint(lines, colour)


def _head(slips: Slips, context: Context, width: int) -> Lines:
    flights = len({slip.flight for slip in slips.slips})
    station = context.station.name if context.station else "The station"
    editions = count(len(slips.slips), "published launch day")
    title = f"Launch slips: {editions} of {count(flights, 'flight')}, of {slips.flown} that flew"
    return [
        *paragraph(title, width, 0, hang=2, style=HEADING),
        *paragraph(f"{station}, in whole days, UTC", width, 0, hang=2, style=QUIET),
        Text(),
        *items(_told(slips), width),
    ]


def _told(slips: Slips) -> Iterator[str]:
    """Say what was left out, and how far the numbers carry."""
    left_out = (
        f"Left out: {count(slips.stand_ins, 'row')} in which the flown day stands in for a plan"
    )
    yield left_out + (
        f", and {slips.waiting} of ships that have not flown." if slips.waiting else "."
    )
    rough = sum(slip.is_rough for slip in slips.slips)
    if rough:
        told = f"In {rough} of the published rows the day on which they became known is assumed"
        yield f"{told}, so their lead time is rough."
    yield (
        "A flight counts once in each line of the table, with its oldest edition of that lead time."
        " Below zero it flew earlier."
    )
    yield (
        "Published days may have been kept because there was trouble; then slips are larger here"
        " than they usually are."
    )
    yield (
        f"The true median lies within the days given {SURE:.0%} of the time, and the buffer covers"
        f" {ENOUGH:.0%} of launches as often. Fewer than 5 flights are too few for the one, fewer"
        " than 11 for the other."
    )


def _group_table(slips: Slips, width: int) -> Lines:
    columns = [
        Column("launcher"),
        Column("type"),
        Column("lead"),
        Column("flights", is_right=True),
        Column("least", is_right=True, rank=2),
        Column("median", is_right=True),
        Column("most", is_right=True, rank=1),
        Column("median within"),
        Column("buffer", is_right=True),
    ]
    rows: list[list[Cell]] = []
    last: tuple[str | None, str | None] | None = None
    for group in slips.groups:
        provider = (group.launcher, group.vehicle_type)
        if last is not None and last[0] != provider[0]:
            rows.append([""] * len(columns))
        rows.append(_group_row(group, provider == last))
        last = provider
    remark = "days later than published"
    return [heading("By provider and lead time", remark), *table(columns, rows, width)]


def _group_row(group: SlipGroup, is_next: bool) -> list[Cell]:
    within, buffer = group.interval_days, group.buffer_days
    launcher = "all" if group.launcher is None else group.launcher or "other"
    return [
        "" if is_next else launcher,
        "" if is_next else group.vehicle_type or "all",
        _band(group.band),
        str(len(group.slips)),
        f"{group.days[0]:,}",
        f"{group.median_days:,.10g}",
        f"{group.days[-1]:,}",
        f"{within[0]:,} to {within[1]:,}" if within else TOO_FEW,
        f"{buffer:,}" if buffer is not None else NO_BUFFER,
    ]


def _band(band: Band | None) -> str:
    if band is None:
        return "any time"
    if band.most_days is None:
        return f"{band.least_days} d or more"
    return f"{band.least_days} to {band.most_days} d"
