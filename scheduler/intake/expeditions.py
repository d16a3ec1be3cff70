"""The record of expeditions, which may stand beside the facts: ``expeditions.csv``.

No fact is taken from it. It is read for comparison only, with the faults of any other table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from scheduler.errors import Complaint, SeedError
from scheduler.history import RecordedExpedition
from scheduler.intake.fields import WHOLE, day, day_after, needed
from scheduler.intake.files import text_of
from scheduler.intake.layout import EXPEDITIONS
from scheduler.intake.names import Known
from scheduler.intake.table import Row, read_table
from scheduler.shelf import DISK, Shelf


def read_expeditions(
    folder: Path, people: Iterable[str], shelf: Shelf = DISK
) -> tuple[RecordedExpedition, ...] | None:
    """Read the record of a fact folder; none where there is no such file.

    Parameters
    ----------
    people
        The ids that commanders may have.

    Raises
    ------
    SeedError
        When anything is wrong with it; it holds every fault found.
    """
    path = folder / EXPEDITIONS.name
    if not shelf.is_file(path):
        return None
    complaints: list[Complaint] = []
    known = Known("person", frozenset(people), shelf.shown(folder / "people.csv"))
    text = text_of(path, shelf, complaints) or ""
    rows = () if complaints else read_table(shelf.shown(path), text, EXPEDITIONS, complaints).rows
    found = [(_read(row, known), row) for row in rows if row.is_readable]
    _check_order(found)
    if complaints:
        raise SeedError(complaints)
    return tuple(one for one, _ in found)


def _read(row: Row, people: Known) -> RecordedExpedition:
    from_on = day(row, "from")
    return RecordedExpedition(
        number=_number(row),
        from_on=from_on,
        to_on=day_after(row, "to", "from", from_on),
        commanders=tuple(_commanders(row, people)),
        source=row.text("source"),
    )


def _number(row: Row) -> int:
    text = needed(row, "expedition", "its number")
    if row.is_good("expedition") and not WHOLE.fullmatch(text):
        row.complain("expedition", f"expedition is {text!r}. Give its number, such as 69.")
    return int(text) if row.is_good("expedition") else 0


def _commanders(row: Row, people: Known) -> Iterable[str]:
    """Read the ids between semicolons, in the order of their terms; there may be none."""
    names = [name.strip() for name in row.text("commander").split(";") if name.strip()]
    faults = [people.fault(name) for name in names] if row.is_good("commander") else []
    for fault in filter(None, faults):
        row.complain("commander", fault)
    return names


def _check_order(found: Sequence[tuple[RecordedExpedition, Row]]) -> None:
    """Tell a number that does not follow the one before, and a beginning before that one's end."""
    last: RecordedExpedition | None = None
    for one, row in found:
        if not row.is_good("expedition", "from", "to"):
            last = None
            continue
        if last is not None and one.number <= last.number:
            told = f"expedition {one.number} does not come after {last.number}, in the row before."
            row.complain("expedition", f"{told} Give the rows by number, each number once.")
        elif last is not None and one.from_on < (last.to_on or date.max):
            told = f"from is {one.from_on}, before the end of expedition {last.number}"
            end = f"({last.to_on})" if last.to_on else "(none is given)"
            row.complain("from", f"{told} {end}. Give that day or a later one.")
        last = one
