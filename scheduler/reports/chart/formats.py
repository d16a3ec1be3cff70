"""The formats of a chart: one reporter each, chosen by the ending of a file's name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from scheduler.errors import InputError
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.html import embedded_fonts, html
from scheduler.reports.chart.layout import lay_out
from scheduler.reports.chart.page import PAGES, Size
from scheduler.reports.chart.pdf import pdf
from scheduler.reports.chart.png import png
from scheduler.reports.chart.svg import svg


class ChartFormat(StrEnum):
    """The formats that a chart can be drawn in, by the ending of the file."""

    HTML = ".html"
    SVG = ".svg"
    PNG = ".png"
    PDF = ".pdf"


def format_of(path: Path) -> ChartFormat:
    """Tell the format from a file's name.

    Raises
    ------
    InputError
        When the name ends otherwise.
    """
    ending = path.suffix.lower()
    if ending not in set(ChartFormat):
        *others, last = ChartFormat
        told = f"no chart is drawn as {ending!r}" if ending else "it has no ending"
        wanted = f"{', '.join(others)} or {last}"
        raise InputError(f"{path}: {told}. Give a name that ends in {wanted}.")
    return ChartFormat(ending)


def draw(charted: Charted, fmt: ChartFormat, size: Size = Size.SLIDE) -> bytes:
    """Draw a chart; equal charts give equal bytes."""
    scene, page = lay_out(charted, size), PAGES[size]
    match fmt:
        case ChartFormat.HTML:
            return html(scene, page.width_mm).encode()
        case ChartFormat.SVG:
            return svg(scene, embedded_fonts()).encode()
        case ChartFormat.PNG:
            return png(scene)
        case ChartFormat.PDF:
            return pdf(scene, page.width_mm)
