"""Rows of a chart before they have a place: what lies in them from day to day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scheduler.reports.chart.axis import Axis
from scheduler.reports.chart.labels import Placed, Wanted, measure, place
from scheduler.reports.chart.scene import Box, Shape, Text, Thing

MARGIN = 0.1  # of a row's height, kept free above and below its bars
GHOST_SHARE = 0.24  # of a row's height, for what another plan had there
STRIP_SHARE = 0.2  # of a bar's height, for the strip along its lower edge
LEAST_BAR = 1.5  # narrower ones would not be seen
CAP = 0.36  # from the middle of a line of text to its base line, in sizes


@dataclass(frozen=True)
class Part:
    """A stretch of a bar that is drawn otherwise; ``is_strip`` along its lower edge alone."""

    from_on: date | None
    to_on: date | None
    role: str
    is_strip: bool = False


@dataclass(frozen=True)
class Item:
    """A bar with its label and the facts behind it.

    ``key`` is what another plan's bar of the same thing has, too; ``is_ghost`` is such a one.
    """

    name: str
    from_on: date | None
    to_on: date | None
    role: str
    forms: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    key: tuple[str, ...] = ()
    is_ghost: bool = False
    text_role: str = "ink"


@dataclass(frozen=True)
class Row:
    """One row: its section and group, its own name, and its bars."""

    section: str
    group: str
    label: tuple[str, ...]
    items: tuple[Item, ...]
    key: str = ""


@dataclass(frozen=True)
class Band:
    """Where a row has come to stand."""

    row: Row
    y: float
    h: float
    has_ghosts: bool = False

    def bar(self, item: Item, axis: Axis) -> Box:
        """Give the box of a bar."""
        left, right = axis.span(item.from_on, item.to_on)
        top, height = self.y + self.h * MARGIN, self.h * (1 - 2 * MARGIN)
        if self.has_ghosts:
            share = GHOST_SHARE if item.is_ghost else 1 - GHOST_SHARE
            top, height = top + (height * (1 - share) if item.is_ghost else 0), height * share
        return Box(left, top, max(LEAST_BAR, right - left), height, item.role)


def draw_band(band: Band, axis: Axis, size: float) -> list[Thing]:
    """Draw the bars of a row with their labels."""
    seen = [item for item in band.row.items if axis.shows(item.from_on, item.to_on)]
    seen.sort(key=lambda item: (axis.span(item.from_on, item.to_on), item.is_ghost))
    bars = [band.bar(item, axis) for item in seen]
    told = [number for number, item in enumerate(seen) if item.forms or not item.is_ghost]
    wanted = [Wanted(bars[n].x, bars[n].x + bars[n].w, seen[n].forms, seen[n].brief) for n in told]
    placed = dict(
        zip(told, place(wanted, (axis.plot.x, axis.plot.right), measure(size)), strict=True)
    )
    things = []
    for number, (item, bar) in enumerate(zip(seen, bars, strict=True)):
        label = placed.get(number)
        texts = (_text(item, bar, label, size),) if label and item.forms else ()
        shapes = (bar, *_parts(item, bar, axis))
        things.append(
            Thing(band.row.section, item.name, item.from_on, item.to_on, item.facts, shapes, texts)
        )
    return things


def _text(item: Item, bar: Box, label: Placed, size: float) -> Text:
    strip = STRIP_SHARE * any(part.is_strip for part in item.parts)
    middle = bar.y + bar.h * (1 - strip) / 2
    if item.is_ghost:
        middle = bar.y - bar.h * (1 - GHOST_SHARE) / GHOST_SHARE / 2
    return Text(
        label.x(measure(size)),
        middle + CAP * size,
        label.text,
        size,
        item.text_role,
        room=label.room,
        forms=(*item.forms, *item.brief),
        is_beside=label.is_moved,
        is_before=label.is_before,
    )


def _parts(item: Item, bar: Box, axis: Axis) -> tuple[Shape, ...]:
    drawn = []
    for part in item.parts:
        left, right = axis.span(part.from_on, part.to_on)
        left, right = max(left, bar.x), min(right, bar.x + bar.w)
        if right > left:
            height = bar.h * (STRIP_SHARE if part.is_strip else 1.0)
            drawn.append(Box(left, bar.y + bar.h - height, right - left, height, part.role))
    return tuple(drawn)
