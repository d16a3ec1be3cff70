"""Tables as one workbook (XLSX): dates are dates, headers stay in view, every column filters."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from scheduler.reports.export.sheets import Cell, Sheet

NARROWEST, WIDEST = 6, 60  # columns, in characters
ROOM = 3  # for the button of the filter
DAY = "yyyy-mm-dd"


def workbook_bytes(sheets: Iterable[Sheet], title: str, made_at: datetime) -> bytes:
    """Write a workbook, one sheet a table; the same tables always give the same bytes."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": DAY, "align": "left"})
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), sheet, bold, day)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet, bold: Format, day: Format) -> None:
    for column, name in enumerate(sheet.columns):
        page.write_string(0, column, name, bold)
        cells = [row[column] for row in sheet.rows]
        page.set_column(column, column, _width(name, cells))
        for row, cell in enumerate(cells, start=1):
            _write(page, row, column, cell, day)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)


def _write(page: Worksheet, row: int, column: int, cell: Cell, day: Format) -> None:
    """Write a cell as what it is: a text that begins with ``=`` is no formula."""
    match cell:
        case None | "":
            return
        case bool():
            page.write_boolean(row, column, cell)
        case int():
            page.write_number(row, column, cell)
        case date():
            page.write_datetime(row, column, cell, day)
        case _:
            page.write_string(row, column, cell)


def _width(name: str, cells: Iterable[Cell]) -> int:
    longest = max(len(str(cell)) for cell in (name, *cells) if cell is not None)
    return min(max(longest, NARROWEST) + ROOM, WIDEST)
