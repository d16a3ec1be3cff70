"""What stands around the bars: titles, names of rows, the axis, the grid, today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from scheduler.domain import Verdict
from scheduler.reports.chart.axis import Axis, month_forms
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.labels import Room, fitting, measure, shortened
from scheduler.reports.chart.page import GUTTER, MARGIN, Page
from scheduler.reports.chart.rows import CAP, Band
from scheduler.reports.chart.scene import Box, Layer, Plot, Shape, Stroke, Symbol, Text
from scheduler.reports.context import listed

TITLE, SUBTITLE, AXIS_TEXT = 22.0, 13.0, 12.0
LABEL_AT = 54.0  # where the names of rows begin, after those of groups
FEWEST_PER_MONTH = 7.0  # narrower months get no line of their own


def titles(charted: Charted, page: Page) -> tuple[str, str, Layer]:
    """Give title and subtitle in words, and as they stand on the page."""
    run, other = charted.run, charted.other
    title = f"{run.title}, against {other.title}" if other else run.title
    surely = "proved optimal" if run.verdict is Verdict.OPTIMAL else str(run.verdict)
    station = charted.problem.station.name
    told = [f"{station}, as of {run.as_of}, until {run.until}, {surely}"]
    waiting = [f.flight for f in charted.plan.flights if f.status == "waiting"]
    if waiting:
        ships = listed([charted.view.ship(flight) for flight in waiting])
        told.append(f"waiting beyond the horizon: {ships}")
    subtitle, width = "; ".join(told), page.width - 2 * MARGIN
    texts = (
        _line(title, MARGIN, MARGIN + TITLE, TITLE, width, is_bold=True),
        _line(subtitle, MARGIN, MARGIN + TITLE + 22, SUBTITLE, width, role="muted"),
    )
    return title, subtitle, Layer((), texts)


def _line(
    text: str,
    x: float,
    y: float,
    size: float,
    width: float,
    *,
    role: str = "ink",
    is_bold: bool = False,
) -> Text:
    cut = shortened(text, width, measure(size, is_bold=is_bold))
    return Text(x, y, cut, size, role, is_bold)


def bands_layer(bands: Sequence[Band], plot: Plot, seats: tuple[float, float]) -> Layer:
    """Draw the ground of the rows, every second one shaded, and lines between sections."""
    shapes: list[Shape] = []
    for number, band in enumerate(bands):
        is_first = number == 0 or bands[number - 1].row.section != band.row.section
        if is_first or bands[number - 1].row.group != band.row.group:
            left = MARGIN if is_first else MARGIN + 6
            shapes.append(
                Stroke(((left, band.y), (plot.right, band.y)), "year" if is_first else "grid")
            )
        if number % 2:
            shapes.append(Box(plot.x, band.y, plot.w, band.h, "band"))
    y, height = seats
    shapes += [Stroke(((MARGIN, line), (plot.right, line)), "year") for line in (y, y + height)]
    return Layer(tuple(shapes))


def frame_texts(bands: Sequence[Band], size: float, seats: tuple[str, float, float]) -> Layer:
    """Name groups and rows in the gutter."""
    texts = []
    for number, band in enumerate(bands):
        base = band.y + band.h / 2 + CAP * size
        if band.row.group and (number == 0 or bands[number - 1].row.group != band.row.group):
            name = shortened(band.row.group, LABEL_AT - 4, measure(size, is_bold=True))
            texts.append(Text(MARGIN, base, name, size, "ink", is_bold=True))
        left = MARGIN + (LABEL_AT if band.row.group else 0.0)
        right = MARGIN + GUTTER - 4
        label = fitting(band.row.label, (left - 3, right), measure(size))
        if label:
            texts.append(Text(left, base, label, size, "muted"))
    section, y, height = seats
    for number, words in enumerate(section.split(" against ")):
        name = words if number == 0 else f"against {words}"
        texts.append(
            Text(MARGIN, y + height / 2 + number * size * 1.25, name, size, "ink", number == 0)
        )
    return Layer((), tuple(texts))


def grid_layer(charted: Charted, axis: Axis, plot: Plot) -> Layer:
    """Draw what moves with time: years, months, the horizon, ``as of`` and today."""
    shapes: list[Shape] = []
    texts: list[Text] = []
    top = plot.y
    outside = ((axis.start, charted.run.as_of), (charted.run.until, axis.end))
    for start, end in outside:
        left, right = axis.span(start, end)
        if right > left:
            shapes.append(Box(left, top, right - left, plot.h, "outside"))
    months = list(axis.months())
    is_wide = plot.w / len(months) >= FEWEST_PER_MONTH
    for start, end in months:
        if is_wide or start.month in (1, 4, 7, 10):
            role = "year" if start.month == 1 else "grid"
            shapes.append(Stroke(((axis.x(start), top), (axis.x(start), plot.bottom)), role))
        texts.append(_axis_text(month_forms(start), axis.span(start, end), top - 7))
    for start, end in axis.years():
        room = axis.span(start, end)
        texts.append(_axis_text((str(start.year), f"{start.year % 100:02d}"), room, top - 22, True))
    shapes.append(Stroke(((plot.x, top), (plot.right, top)), "edge"))
    shapes += _days(charted, axis, plot, texts)
    return Layer(tuple(shapes), tuple(texts))


def _axis_text(forms: tuple[str, ...], room: Room, y: float, is_bold: bool = False) -> Text:
    text = fitting(forms, room, measure(AXIS_TEXT, is_bold=is_bold))
    role = "ink" if is_bold else "muted"
    return Text(room[0] + 3, y, text, AXIS_TEXT, role, is_bold, room, forms)


def _days(charted: Charted, axis: Axis, plot: Plot, texts: list[Text]) -> Iterator[Shape]:
    """Draw the lines of ``as of`` and of today, each with its name above the axis."""
    taken: Room | None = None
    for day, name, role in (
        (charted.today, "today", "today"),
        (charted.run.as_of, "as of", "as-of"),
    ):
        if day is None or not axis.start <= day < axis.end:
            continue
        yield Stroke(((axis.x(day), plot.y), (axis.x(day), plot.bottom)), role)
        yield Symbol(axis.x(day), plot.y, "down", role)
        room = _name_room(axis.x(day), name, plot)
        if taken is None or room[1] <= taken[0] or room[0] >= taken[1]:
            said = f"{name} {day}"
            texts.append(Text(room[0] + 3, plot.y - 37, said, 11.0, "muted", True, room, (said,)))
            taken = room


def _name_room(x: float, name: str, plot: Plot) -> Room:
    width = measure(11.0, is_bold=True)(f"{name} {date.max}") + 6
    left = min(max(x - width / 2, plot.x), plot.right - width)
    return left, left + width
