"""The layout: from a run to a scene in which every place and every label is decided."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.reports.chart.axis import Axis, whole_months
from scheduler.reports.chart.calendar import expedition_rows, window_rows
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.frame import bands_layer, frame_texts, grid_layer, titles
from scheduler.reports.chart.legend import legend
from scheduler.reports.chart.links import arrows, joints
from scheduler.reports.chart.page import (
    AXIS_ROOM,
    GAP,
    GUTTER,
    LEGEND_ROOM,
    MARGIN,
    PAGES,
    TITLE_ROOM,
    Page,
    Size,
    share,
)
from scheduler.reports.chart.people import people_rows
from scheduler.reports.chart.ports import port_rows
from scheduler.reports.chart.reliefs import handover_rows
from scheduler.reports.chart.rows import Band, Row, draw_band
from scheduler.reports.chart.scene import Layer, Plot, Scene, Thing
from scheduler.reports.chart.seats import SECTION as SEATS
from scheduler.reports.chart.seats import draw_seats
from scheduler.reports.chart.troubles import trouble_rows


def lay_out(charted: Charted, size: Size = Size.SLIDE) -> Scene:
    """Lay a chart out on a slide of 16:9, or on a sheet of A3 across."""
    page = PAGES[size]
    axis = _axis(charted, page)
    above, below = _rows(charted, axis)
    shares = share(page, [*above, *below], has_ghosts=charted.other is not None)
    upper = _bands(above, axis.plot.y, shares.row)
    seats_y = _end(upper, axis.plot.y) + GAP
    lower = _bands(below, seats_y + shares.seats, shares.row)
    bands = [*upper, *lower]
    things: list[Thing] = [thing for band in bands for thing in draw_band(band, axis, shares.text)]
    steps, scale = draw_seats(charted, axis, seats_y, shares.seats, shares.text)
    bottom = _end(lower, seats_y + shares.seats)
    plot = Plot(axis.plot.x, axis.plot.y, axis.plot.w, bottom - axis.plot.y)
    title, subtitle, head = titles(charted, page)
    marks = legend(charted, page, bottom + 12, things)
    frame = _joined(
        bands_layer(bands, plot, (seats_y, shares.seats)),
        frame_texts(bands, shares.text, (SEATS, seats_y, shares.seats)),
        scale,
        head,
        marks,
    )
    return Scene(
        page.width,
        page.height,
        title,
        subtitle,
        frame,
        grid_layer(charted, axis, plot),
        (*joints(charted, bands, axis), *things, *arrows(bands, axis), *steps),
        plot,
    )


def _axis(charted: Charted, page: Page) -> Axis:
    start, end = whole_months(charted.run.as_of, charted.run.until)
    top = MARGIN + TITLE_ROOM + AXIS_ROOM
    room = page.height - top - LEGEND_ROOM - MARGIN
    return Axis(start, end, Plot(MARGIN + GUTTER, top, page.width - 2 * MARGIN - GUTTER, room))


def _rows(charted: Charted, axis: Axis) -> tuple[list[Row], list[Row]]:
    """Give the rows above the step chart, and those below it."""
    above = [
        *expedition_rows(charted),
        *window_rows(charted, axis),
        *port_rows(charted, axis),
        *people_rows(charted, axis),
    ]
    return above, [*handover_rows(charted), *trouble_rows(charted, axis)]


def _bands(rows: Sequence[Row], y: float, height: float) -> list[Band]:
    bands: list[Band] = []
    for number, row in enumerate(rows):
        if number and row.section != rows[number - 1].section:
            y += GAP
        has_ghosts = any(item.is_ghost for item in row.items)
        bands.append(Band(row, y, height, has_ghosts))
        y += height
    return bands


def _end(bands: Sequence[Band], otherwise: float) -> float:
    return bands[-1].y + bands[-1].h if bands else otherwise


def _joined(*layers: Layer) -> Layer:
    return Layer(
        tuple(shape for layer in layers for shape in layer.shapes),
        tuple(text for layer in layers for text in layer.texts),
    )
