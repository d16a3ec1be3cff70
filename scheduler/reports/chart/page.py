"""The page: its size, and how its height is shared among rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scheduler.reports.chart.rows import Row


class Size(StrEnum):
    """The pages that a chart fits on."""

    SLIDE = "slide"
    A3 = "a3"


@dataclass(frozen=True)
class Page:
    """Width and height in units (pixels at 100 %), and the width in millimetres when printed."""

    width: float
    height: float
    width_mm: float


PAGES = {Size.SLIDE: Page(1600, 900, 338.7), Size.A3: Page(1600, 1131, 420.0)}

MARGIN = 16.0
GUTTER = 162.0  # for the names of rows
TITLE_ROOM = 62.0
AXIS_ROOM = 37.0
LEGEND_ROOM = 40.0
GAP = 5.0  # between sections
SEAT_ROWS = 5.0  # the height of the step chart, in rows
LEAST_SEATS, MOST_SEATS = 62.0, 170.0
MOST_ROW = 26.0
TEXT_SHARE, LEAST_TEXT, MOST_TEXT = 0.66, 7.0, 13.0


@dataclass(frozen=True)
class Shares:
    """The height of a row, that of the step chart, and the size of the texts in rows."""

    row: float
    seats: float
    text: float


def share(page: Page, rows: Sequence[Row], *, has_ghosts: bool) -> Shares:
    """Share the height of a page among rows of one height, and a step chart of a few rows."""
    gaps = GAP * (1 + len({row.section for row in rows}))
    room = page.height - 2 * MARGIN - TITLE_ROOM - AXIS_ROOM - LEGEND_ROOM - gaps
    row = min(MOST_ROW, room / (len(rows) + SEAT_ROWS))
    seats = min(MOST_SEATS, max(LEAST_SEATS, row * SEAT_ROWS, room - row * len(rows)))
    row = min(MOST_ROW, (room - seats) / max(1, len(rows)))
    bar = row * (0.85 if has_ghosts else 1.0)
    return Shares(row, seats, min(MOST_TEXT, max(LEAST_TEXT, bar * TEXT_SHARE)))
