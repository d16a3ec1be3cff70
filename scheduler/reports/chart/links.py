"""What joins bars: a ship that moves to another port, and a bar that another plan had elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scheduler.reports.chart.axis import Axis
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.rows import Band, Item
from scheduler.reports.chart.scene import Box, Shape, Stroke, Symbol, Thing

MOVED, SAME = "Moved", 2.0  # bars whose ends are nearer than SAME need no arrow


def joints(charted: Charted, bands: Sequence[Band], axis: Axis) -> Iterator[Thing]:
    """Join the bars of each ship that moves from port to port."""
    rows = {band.row.key: band for band in bands if band.row.section == "Ports"}
    for flight in charted.plan.flights:
        for before, after in pairwise(flight.ports) if flight.flies else ():
            start, end = rows.get(before.port), rows.get(after.port)
            is_seen = axis.start <= after.from_on < axis.end
            if start is None or end is None or not is_seen:
                continue
            x = axis.x(after.from_on)
            points = ((x, start.y + start.h / 2), (x, end.y + end.h / 2))
            ports = [charted.context.port(stay.port) for stay in (before, after)]
            yield Thing(
                "Ports",
                f"{charted.ship(flight.flight)} moves from {ports[0]} to {ports[1]}",
                after.from_on,
                after.from_on,
                (),
                (Stroke(points, "joint"), *(Symbol(*point, "dot", "joint") for point in points)),
            )


def arrows(bands: Sequence[Band], axis: Axis) -> Iterator[Thing]:
    """Tie what another plan had to where it is now, where either end has moved."""
    ghosts: dict[tuple[str, ...], tuple[Item, Box]] = {}
    bars: dict[tuple[str, ...], tuple[Item, Box]] = {}
    for band in bands:
        for item in band.row.items:
            if item.key and axis.shows(item.from_on, item.to_on):
                (ghosts if item.is_ghost else bars)[item.key] = item, band.bar(item, axis)
    for key, (ghost, was) in ghosts.items():
        if key in bars:
            item, now = bars[key]
            yield from _arrow(axis, ghost, was, item, now)


def _arrow(axis: Axis, ghost: Item, was: Box, item: Item, now: Box) -> Iterator[Thing]:
    """Point from each end that moved to where it is now; once where both moved alike."""
    begins = ("starts", was.x, now.x, ghost.from_on, item.from_on)
    ends = ("ends", was.x + was.w, now.x + now.w, ghost.to_on, item.to_on)
    is_alike = abs((now.x - was.x) - (ends[2] - ends[1])) < SAME
    is_elsewhere = not was.y - now.h <= now.y <= was.y
    for verb, x, to_x, from_on, to_on in (begins,) if is_alike else (begins, ends):
        is_first = verb == "starts"
        is_moved = abs(to_x - x) >= SAME and not is_elsewhere
        is_seen = to_on is not None and axis.start <= to_on < axis.end
        if not is_seen or not (is_moved or (is_elsewhere and is_first)):
            continue
        yield Thing(
            MOVED,
            item.name,
            item.from_on,
            item.to_on,
            (f"{verb} {to_on} instead of {from_on}",),
            tuple(_line(x, to_x, was, now, is_elsewhere=is_elsewhere)),
        )


def _line(x: float, to_x: float, was: Box, now: Box, *, is_elsewhere: bool) -> Iterator[Shape]:
    """Draw along the strip of the ghost, then up or down to a bar in another row."""
    y = was.y + was.h / 2
    if not is_elsewhere:
        yield Stroke(((x, y), (to_x, y)), "arrow")
        yield Symbol(to_x, y, "right" if to_x > x else "left", "arrow-head")
        return
    is_up = now.y < was.y
    to_y = now.y + now.h if is_up else now.y
    yield Stroke(((x, y), (to_x, y), (to_x, to_y)), "arrow")
    yield Symbol(to_x, to_y, "up" if is_up else "down", "arrow-head")
