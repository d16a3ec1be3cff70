"""One reporter per format, behind one small protocol."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from scheduler.documents.run import document_text
from scheduler.domain import Run
from scheduler.reports.context import Context
from scheduler.reports.text import text_report


class Format(StrEnum):
    """The formats that a run can be shown in."""

    TEXT = "text"
    JSON = "json"


class Reporter(Protocol):
    """Writes one run in one format; pure text out, nothing is printed here."""

    def __call__(self, run: Run, context: Context, width: int, colour: bool) -> str:
        """Write the run; formats for machines take no heed of width and colour."""
        ...


def _document(run: Run, context: Context, width: int, colour: bool) -> str:  # noqa: ARG001
    return document_text(run)


REPORTERS: Mapping[Format, Reporter] = {Format.TEXT: text_report, Format.JSON: _document}


def render(
    run: Run, context: Context, fmt: Format = Format.TEXT, width: int = 80, colour: bool = False
) -> str:
    """Write a run in a format, ending in a line end.

    Parameters
    ----------
    width
        Columns of the terminal; no line is wider, but fewer than 60 are drawn as 60.
    colour
        Whether colours and weights may be used; no meaning rests on them.
    """
    return REPORTERS[fmt](run, context, width, colour)
