"""CSV text into fields that know where they stand (RFC 4180).

The standard library's ``csv`` gives fields without columns and mends bad quoting in silence.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

QUOTE, COMMA, LINE_ENDS = '"', ",", "\r\n"
BYTE_ORDER_MARK = "\ufeff"


class QuotingFault(NamedTuple):
    """Bad quoting: where it shows and what to do; line and column count from 1."""

    line: int
    column: int
    text: str


class Cell(NamedTuple):
    """One field: its text without quotes, and where it starts; lines are physical lines.

    With a fault, ``text`` is the best that could be made of the field.
    """

    text: str
    line: int
    column: int
    fault: QuotingFault | None = None


def physical_lines(text: str) -> list[str]:
    """Split a text into lines with their ends, which are CRLF, LF or CR.

    A byte order mark is not part of the text.
    """
    return list(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))


def read_rows(text: str) -> Iterator[list[Cell]]:
    """Walk the rows of a CSV text, header included; blank lines are passed over."""
    lines = physical_lines(text)
    at = 0
    while at < len(lines):
        if QUOTE in lines[at]:
            scanner = _Scanner(lines, at)
            yield scanner.row()
            at = scanner.at + 1
            continue
        body = lines[at].rstrip(LINE_ENDS)
        at += 1
        if body:
            yield _plain_row(body, at)


def _plain_row(body: str, line: int) -> list[Cell]:
    cells, column = [], 1
    for part in body.split(COMMA):
        cells.append(Cell(part, line, column))
        column += len(part) + 1
    return cells


class _Scanner:
    """Reads one row that holds quotes; ``at`` and ``col`` count from 0."""

    def __init__(self, lines: list[str], at: int) -> None:
        self.lines = lines
        self.at = at
        self.col = 0

    def row(self) -> list[Cell]:
        """Read fields until the row ends; ``at`` is then the last line of the row."""
        cells = [self._cell()]
        while self.lines[self.at].startswith(COMMA, self.col):
            self.col += 1
            cells.append(self._cell())
        return cells

    def _cell(self) -> Cell:
        if self.lines[self.at].startswith(QUOTE, self.col):
            return self._quoted()
        line, column = self.at + 1, self.col + 1
        text = self._up_to_comma()
        inside = text.find(QUOTE)
        if inside < 0:
            return Cell(text, line, column)
        told = (
            "a quote inside a field that does not begin with one."
            " Put the whole field in quotes and double the quotes in it."
        )
        return Cell(text, line, column, QuotingFault(line, column + inside, told))

    def _up_to_comma(self) -> str:
        body = self.lines[self.at].rstrip(LINE_ENDS)
        end = body.find(COMMA, self.col)
        end = len(body) if end < 0 else end
        text = body[self.col : end]
        self.col = end
        return text

    def _quoted(self) -> Cell:
        first, opened = self.at, self.col
        text = self._inside()
        if text is None:
            return self._unclosed(first, opened, "this quote is never closed.")
        line, column = self.at + 1, self.col + 1
        rest = self._up_to_comma()
        if not rest:
            return Cell(text, first + 1, opened + 1)
        if line > first + 1:  # a quote was forgotten, and the next one opens another field
            told = f"this quote is not closed: text follows on the next quote, in line {line}."
            return self._unclosed(first, opened, told)
        told = (
            "text after a closing quote."
            " Put a comma between, or double each quote inside a quoted field."
        )
        return Cell(text + rest, line, opened + 1, QuotingFault(line, column, told))

    def _inside(self) -> str | None:
        """Read past the closing quote and give the text before it; none when none closes."""
        parts: list[str] = []
        self.col += 1
        while True:
            line = self.lines[self.at]
            end = line.find(QUOTE, self.col)
            if end < 0:
                parts.append(line[self.col :])
                if self.at + 1 == len(self.lines):
                    return None
                self.at, self.col = self.at + 1, 0
                continue
            parts.append(line[self.col : end])
            self.col = end + 1
            if not line.startswith(QUOTE, self.col):
                return "".join(parts)
            parts.append(QUOTE)
            self.col += 1

    def _unclosed(self, first: int, opened: int, told: str) -> Cell:
        """Go back and end the field with its line, so that the lines below can be read."""
        self.at = first
        body = self.lines[first].rstrip(LINE_ENDS)
        self.col = len(body)
        advice = "Close it, or double each quote that belongs to the text of a quoted field."
        fault = QuotingFault(first + 1, opened + 1, f"{told} {advice}")
        return Cell(body[opened + 1 :], first + 1, opened + 1, fault)
