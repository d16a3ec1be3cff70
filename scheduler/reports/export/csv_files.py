"""Tables as CSV files (RFC 4180, but for line ends): UTF-8, a header, ISO days, empty for none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scheduler.reports.export.sheets import Cell, Sheet

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file can name


def csv_texts(sheets: Iterable[Sheet]) -> dict[str, str]:
    """Write each table as one file, by its name."""
    return {f"{sheet.name}.csv": _text(sheet) for sheet in sheets}


def _text(sheet: Sheet) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return out.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files into one; the same files always give the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as bundle:
        for name, data in files.items():
            bundle.writestr(ZipInfo(name, LONG_AGO), data, ZIP_DEFLATED)
    return out.getvalue()
