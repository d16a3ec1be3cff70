"""Bars over time in a terminal: rows of bars that carry their labels, under a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from string import ascii_lowercase

from rich.cells import cell_len
from rich.text import Text

from scheduler.reports.layout import INDENT, QUIET, Lines, cut, heading, pad, paragraph
from scheduler.reports.scale import Scale, month_line

WIDEST_LABEL = 3  # row labels take at most one column in so many
GRID = "·"
EMPTY = " "


@dataclass(frozen=True)
class Bar:
    """One bar in ``[from_on, to_on)``.

    Parameters
    ----------
    fill, style
        The character and colour it is drawn with.
    label, compact, full
        The label stands inside when it fits, else to the right of the bar; else the compact
        one, or a letter, stands inside and the key explains it by the full one.
    tail
        The part from ``tail_on`` on is drawn with this character and style.
    is_labelled_last
        Put the label at the end of the bar rather than at its start.
    ends_with
        A mark in the last column: the ship moves on.
    """

    from_on: date
    to_on: date
    fill: str
    style: str
    label: str
    compact: str = ""
    full: str = ""
    tail_on: date | None = None
    tail: tuple[str, str] = ("", "")
    is_labelled_last: bool = False
    ends_with: str = ""


@dataclass
class Key:
    """What the marks mean that stand for labels without room."""

    marks: dict[str, str] = field(default_factory=dict)

    def mark(self, bar: Bar, room: int) -> str:
        """Give the mark of a bar, the compact label when that fits and is free."""
        full = bar.full or bar.label
        letters = (one for one in ascii_lowercase if self.marks.get(one, full) == full)
        is_free = self.marks.get(bar.compact, full) == full
        if bar.compact and cell_len(bar.compact) <= room and is_free:
            mark = bar.compact
        else:
            mark = next(letters, "?")
        self.marks[mark] = full
        return mark

    @property
    def entries(self) -> list[str]:
        """List what each mark means."""
        return [f"{mark} {full}" for mark, full in sorted(self.marks.items())]


class Track:
    """One row of a chart: characters with styles, drawn on from left to right."""

    def __init__(self, scale: Scale) -> None:
        """Begin with an empty row that shows where months begin."""
        self.scale = scale
        self.cells = [(EMPTY, "")] * scale.columns
        for column, _ in scale.ticks():
            self.cells[column] = (GRID, QUIET)

    def fill(self, start: int, end: int, mark: str, style: str) -> None:
        """Fill the columns ``[start, end)``."""
        self.cells[start:end] = [(mark, style)] * max(end - start, 0)

    def write(self, start: int, text: str, style: str) -> None:
        """Write a text from a column on; a wide character takes two columns."""
        column = start
        for mark in text:
            self.cells[column] = (mark, style)
            if cell_len(mark) > 1:
                self.cells[column + 1] = ("", style)
            column += cell_len(mark)

    def text(self) -> Text:
        """Give the row as text."""
        runs = groupby(self.cells, key=itemgetter(1))
        return Text.assemble(
            *(("".join(mark for mark, _ in cells), style) for style, cells in runs)
        )


def track(scale: Scale, bars: Sequence[Bar], key: Key) -> Text:
    """Draw the bars of one row, in order of time; none ever covers another or its label."""
    row, last_end = Track(scale), 0
    for start, end, free_to, bar in _placed(scale, bars):
        row.fill(max(start - 1, last_end), min(end + 1, scale.columns), EMPTY, "")
        row.fill(start, end, bar.fill, bar.style)
        if bar.tail_on is not None:
            row.fill(min(max(scale.edge(bar.tail_on), start), end), end, *bar.tail)
        if bar.ends_with and bar.to_on < scale.to_on:
            row.write(end - 1, bar.ends_with, bar.style)
        last_end = _label(row, bar, (start, end, free_to), key)
    return row.text()


def _placed(scale: Scale, bars: Sequence[Bar]) -> Iterator[tuple[int, int, int, Bar]]:
    """Give each bar its columns and the end of the free room behind it."""
    seen = [bar for bar in bars if bar.from_on < scale.to_on and bar.to_on > scale.from_on]
    ordered = sorted(seen, key=lambda bar: (bar.from_on, bar.to_on))
    starts: list[int] = []
    for bar in ordered:
        after = starts[-1] + 1 if starts else 0
        starts.append(min(max(scale.edge(bar.from_on), after), scale.columns - 1))
    for number, bar in enumerate(ordered):
        start = starts[number]
        is_last = number + 1 == len(ordered)
        free_to = scale.columns if is_last else max(starts[number + 1] - 1, start + 1)
        end = max(min(scale.edge(bar.to_on), free_to), start + 1)
        yield start, end, free_to, bar


def _label(row: Track, bar: Bar, room: tuple[int, int, int], key: Key) -> int:
    """Write the label where it fits; give the column where bar and label end."""
    start, end, free_to = room
    size, inside = cell_len(bar.label), f"{bar.style} reverse" if bar.style else ""
    goes_on = bar.to_on > row.scale.to_on
    if not bar.is_labelled_last and size < end - start - bool(bar.ends_with):
        row.write(start + 1, bar.label, inside)
    elif end + 1 + size <= free_to and not goes_on:
        row.fill(end, min(end + size + 2, free_to), EMPTY, "")
        row.write(end + 1, bar.label, "")
        return end + 1 + size
    elif bar.is_labelled_last and size + 3 <= end - start:
        row.write(end - size - 3, f" {bar.label} ", "")
    else:
        row.write(start, key.mark(bar, end - start), inside)
    return end


@dataclass(frozen=True)
class ChartRow:
    """One row of a chart: its label and its bars."""

    label: str
    bars: Sequence[Bar]


def chart(
    title: str,
    span: tuple[date, date],
    groups: Sequence[tuple[str, Sequence[ChartRow]]],
    legend: Sequence[str],
    width: int,
) -> Lines:
    """Draw a chart over ``span``: groups of rows under a scale, then what its marks mean."""
    longest = max(cell_len(row.label) for _, rows in groups for row in rows)
    labels = min(2 * INDENT + longest + 1, width // WIDEST_LABEL)
    scale = Scale.fit(*span, width - labels)
    key = Key()
    lines = [heading(title, scale.remark)]
    lines.append(Text(" " * labels + month_line(scale), style=QUIET))
    for name, rows in groups:
        if name:
            lines.append(Text(" " * INDENT + cut(name, width - INDENT), style=QUIET))
        for row in rows:
            label = " " * 2 * INDENT + pad(row.label, labels - 2 * INDENT - 1) + " "
            lines.append(Text(label).append_text(track(scale, row.bars, key)))
    for entries in filter(None, (legend, key.entries)):
        lines += paragraph(", ".join(entries), width, indent=2 * INDENT, style=QUIET)
    return lines
