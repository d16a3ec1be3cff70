"""One fact file as rows by column, with every fault of its form told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scheduler.errors import Complaint
from scheduler.intake.layout import Layout
from scheduler.intake.spelling import listed, nearest
from scheduler.intake.tokens import Cell, read_rows
from scheduler.units import count


@dataclass
class Row:
    """One row: its fields by column, and what is wrong with them.

    ``is_readable`` is false when its fields cannot be told apart. ``faulty`` holds the columns
    that were complained of: what was read from them is a stand-in.
    """

    place: str
    line: int
    cells: Mapping[str, Cell]
    complaints: list[Complaint]
    faulty: set[str] = field(default_factory=set)
    is_readable: bool = True

    def text(self, column: str) -> str:
        """Give a field as written; empty where the column is absent."""
        cell = self.cells.get(column)
        return cell.text if cell else ""

    def is_good(self, *columns: str) -> bool:
        """Say whether what was read from some columns can be relied on."""
        return self.is_readable and self.faulty.isdisjoint(columns)

    def complain(self, column: str, text: str) -> None:
        """Tell a fault of a field, at the place where the field starts."""
        self.faulty.add(column)
        cell = self.cells.get(column)
        line, start = (cell.line, cell.column) if cell else (self.line, 1)
        self.complaints.append(Complaint(self.place, line, start, text))


@dataclass(frozen=True)
class Table:
    """The rows of one fact file, and the columns that it should have but has not."""

    place: str
    rows: tuple[Row, ...] = ()
    absent: frozenset[str] = frozenset()


def read_table(place: str, text: str, layout: Layout, complaints: list[Complaint]) -> Table:
    """Split the text of a fact file into rows; every fault of form goes to ``complaints``."""
    lines = read_rows(text)
    header = next(lines, [])
    if not _is_header(place, header, layout, complaints):
        return Table(place, absent=frozenset(layout.columns))
    columns = _Header(place, layout, complaints).read(header)
    absent = frozenset(layout.columns).difference(columns, layout.optional_columns)
    rows = [_row(place, cells, columns, complaints) for cells in lines]
    for row in rows:
        row.faulty.update(absent)
    return Table(place, tuple(rows), absent)


def _is_header(place: str, cells: list[Cell], layout: Layout, complaints: list[Complaint]) -> bool:
    """Say whether the columns can be told by the first row; where they cannot, tell why."""
    if not cells:
        told = f"the file is empty. Give the header {layout.header}."
        complaints.append(Complaint(place, 1, 1, told))
        return False
    if _tell_quoting(place, cells, complaints):
        return False
    if any(nearest(cell.text, layout.columns) for cell in cells):
        return True
    told = f"this is not the header. Give {layout.header} as the first line."
    complaints.append(Complaint(place, cells[0].line, 1, told))
    return False


@dataclass(frozen=True)
class _Header:
    place: str
    layout: Layout
    complaints: list[Complaint]

    def read(self, header: list[Cell]) -> list[str | None]:
        """Name the column of each field, as it was meant; none for a field to pass over."""
        written = [cell.text for cell in header]
        missing = [name for name in self.layout.columns if name not in written]
        columns: list[str | None] = []
        for cell in header:
            columns.append(self._column(cell, columns, missing))
        for name in missing:
            if name not in self.layout.optional_columns:
                told = f"the column {name!r} is missing. Give the header {self.layout.header}."
                self._tell(header[0], told)
        return columns

    def _column(self, cell: Cell, before: list[str | None], missing: list[str]) -> str | None:
        """Name the column of one field; one misspelt is taken for the missing one it resembles."""
        if cell.text in before:
            self._tell(cell, f"the column {cell.text!r} stands here twice. Keep one.")
            return None
        if cell.text in self.layout.columns:
            return cell.text
        meant = nearest(cell.text, missing)
        told = f"no column is called {cell.text!r}."
        if meant is None:
            names = listed(self.layout.columns, "and")
            self._tell(cell, f"{told} Take it out; the columns are {names}.")
        else:
            missing.remove(meant)
            self._tell(cell, f"{told} Did you mean {meant!r}?")
        return meant

    def _tell(self, cell: Cell, text: str) -> None:
        self.complaints.append(Complaint(self.place, cell.line, cell.column, text))


def _row(
    place: str, cells: list[Cell], columns: list[str | None], complaints: list[Complaint]
) -> Row:
    by_column = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    row = Row(place, cells[0].line, by_column, complaints)
    is_misquoted = _tell_quoting(place, cells, complaints)
    if is_misquoted:
        row.faulty.update(name for name, cell in by_column.items() if cell.fault)
    if len(cells) != len(columns):
        row.is_readable = False
        if not is_misquoted:
            complaints.append(_wrong_count(place, cells, columns))
    return row


def _wrong_count(place: str, cells: list[Cell], columns: list[str | None]) -> Complaint:
    given = f"{count(len(cells), 'field')} in a row of {len(columns)}"
    if len(cells) > len(columns):
        cell = cells[len(columns)]
        told = f"{given}. Put a field that holds a comma in quotes."
    else:
        cell = cells[-1]
        told = f"{given}. Give a comma for every field, also for an empty one."
    return Complaint(place, cell.line, cell.column, told)


def _tell_quoting(place: str, cells: list[Cell], complaints: list[Complaint]) -> bool:
    """Tell the first fault of quoting in a row, of which others may follow; say whether any is."""
    fault = next((cell.fault for cell in cells if cell.fault), None)
    if fault is not None:
        complaints.append(Complaint(place, fault.line, fault.column, fault.text))
    return fault is not None
