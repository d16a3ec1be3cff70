"""Between texts and rows: facts cut into rows, runs summed up."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from scheduler.domain import Run
from scheduler.errors import StoreError


@dataclass(frozen=True)
class FactRow:
    """One row of a fact file, empty cells left out, and when it was first added."""

    content: Mapping[str, str]
    added_at: datetime


@dataclass(frozen=True)
class RunSummary:
    """What a list of runs shows; ``goals`` holds the value of every part of every goal."""

    id: str
    created_at: datetime
    title: str
    station: str
    as_of: date
    until: date
    verdict: str
    goals: Mapping[str, Mapping[str, int]]
    versions: Mapping[str, str]


def to_utc(moment: datetime) -> datetime:
    """Turn a moment into UTC; one without a zone would mean what the machine makes of it."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC)


def from_store(moment: datetime) -> datetime:
    """Give a stored moment in UTC; SQLite, which knows no zones, has dropped its zone."""
    return to_utc(moment.replace(tzinfo=moment.tzinfo or UTC))


def digest_of(text: str) -> str:
    """Sum a text up, so that equal texts are stored once."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def fact_rows(file: str, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Cut a CSV text into rows, each with the digest of what it says.

    Empty cells and the order of columns say nothing, so that a new, empty column makes no
    new facts. What the cells mean is not looked at.

    Raises
    ------
    StoreError
        When a row does not fit its header.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        for row in reader:
            if None in row:
                told = "more cells than columns. Check the folder before storing it"
                raise StoreError(f"{file}:{reader.reader.line_num}: {told}.")
            content = {column: cell for column, cell in row.items() if cell}
            written = json.dumps(content, ensure_ascii=False, sort_keys=True)
            yield digest_of(written), content
    except csv.Error as error:
        raise StoreError(f"{file}:{reader.reader.line_num}: {error}. Mend the quoting.") from None


def run_row(run: Run) -> dict[str, object]:
    """Give the columns that a list of runs is made from."""
    return {
        "id": run.id,
        "title": run.title,
        "station": run.station,
        "as_of": run.as_of,
        "until": run.until,
        "verdict": run.verdict.value,
        "goals": {goal.goal: {p.part: p.value for p in goal.parts} for goal in run.goals},
    }
