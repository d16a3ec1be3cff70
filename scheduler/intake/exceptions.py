"""``exceptions.csv``: breaches of rules that really happened, each with its source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scheduler.errors import Complaint, SeedError
from scheduler.history import DocumentedException
from scheduler.intake.fields import day, known_id, needed
from scheduler.intake.files import text_of
from scheduler.intake.layout import EXCEPTIONS
from scheduler.intake.names import Known
from scheduler.intake.table import Row, read_table
from scheduler.shelf import DISK, Shelf


def read_exceptions(
    folder: Path, rules: frozenset[str], subjects: frozenset[str], shelf: Shelf = DISK
) -> tuple[DocumentedException, ...]:
    """Read the exceptions of a fact folder; a folder without the file has none.

    Parameters
    ----------
    rules
        The references of all rules.
    subjects
        All ids that a rule may be about.

    Raises
    ------
    SeedError
        With every fault of the file.
    """
    path = folder / EXCEPTIONS.name
    if not shelf.is_file(path):
        return ()
    complaints: list[Complaint] = []
    text = text_of(path, shelf, complaints) or ""
    rows = () if complaints else read_table(shelf.shown(path), text, EXCEPTIONS, complaints).rows
    refs = Known("rule", rules, "the references that rotation rules lists")
    ids = Known("subject", subjects, "the ids in flights.csv, people.csv or the station file")
    found = tuple(_read(row, refs, ids) for row in rows if row.is_readable)
    if complaints:
        raise SeedError(complaints)
    return found


def _read(row: Row, rules: Known, subjects: Known) -> DocumentedException:
    from_on = day(row, "from")
    return DocumentedException(
        rule=known_id(row, "rule", rules),
        subject=_subject(row, subjects),
        from_on=from_on,
        to_on=_end(row, from_on),
        what=needed(row, "what", "what really happened"),
        source=needed(row, "source", "where that is told"),
    )


def _subject(row: Row, subjects: Known) -> str:
    text = needed(row, "subject", "whom or what the rule is about, such as crew-8")
    return known_id(row, "subject", subjects) if text.strip() else text


def _end(row: Row, from_on: date) -> date:
    """Read the day up to which it held; the first where it was one day."""
    to_on = day(row, "to")
    if row.is_good("from") and row.is_good("to") and to_on < from_on:
        row.complain("to", f"to is {to_on}, before from ({from_on}). Give the same day or later.")
    return to_on
