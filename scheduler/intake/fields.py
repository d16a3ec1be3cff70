"""Single fields into values. A fault is told to the row, and a stand-in is given for it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TypeVar

from scheduler.intake.names import Known
from scheduler.intake.spelling import is_kebab, kebab, listed
from scheduler.intake.table import Row
from scheduler.units import utc_day

WHOLE, DECIMAL = re.compile(r"[0-9]{1,9}"), re.compile(r"[0-9]{1,9}(\.[0-9]+)?")
STAND_IN_DAY = date.min

Words = TypeVar("Words", bound=StrEnum)


def needed(row: Row, column: str, give: str) -> str:
    """Read a field that may not be empty; ``give`` says what belongs there."""
    text = row.text(column)
    if not text.strip() and row.is_good(column):
        row.complain(column, f"{column} is empty. Give {give}.")
    return text


def optional(row: Row, column: str) -> str | None:
    """Read a field that may be empty."""
    return row.text(column) or None


def new_id(row: Row, column: str, example: str) -> str:
    """Read the id that a row gives to somebody or something."""
    text = needed(row, column, f"an id such as {example}")
    if row.is_good(column) and not is_kebab(text):
        better = kebab(text)
        give = repr(better) if better else "lower-case letters, digits and hyphens"
        row.complain(column, f"{column} {text!r} is not in kebab-case. Give {give}.")
    return text


def known_id(row: Row, column: str, known: Known) -> str:
    """Read a word that must be known and may not be empty."""
    text = needed(row, column, f"a {known.noun}")
    _check_known(row, column, known)
    return text


def optional_id(row: Row, column: str, known: Known) -> str | None:
    """Read a word that must be known where the field is not empty."""
    if not row.text(column):
        return None
    _check_known(row, column, known)
    return row.text(column)


def _check_known(row: Row, column: str, known: Known) -> None:
    fault = known.fault(row.text(column)) if row.is_good(column) else None
    if fault:
        row.complain(column, fault)


def word(row: Row, column: str, words: type[Words]) -> Words:
    """Read one of the words of the domain; the first of them stands in for a wrong one."""
    if row.is_good(column):
        with suppress(ValueError):
            return words(row.text(column))
    members = list(words)
    text = needed(row, column, listed(members))
    if row.is_good(column):
        known = Known(column, frozenset(str(member) for member in members))
        row.complain(column, known.fault(text) or "")
    return members[0]


def day(row: Row, column: str) -> date:
    """Read a day, or an instant as its UTC day."""
    text = needed(row, column, "a day as YYYY-MM-DD")
    if not row.is_good(column):
        return STAND_IN_DAY
    try:
        return utc_day(text)
    except ValueError as error:
        row.complain(column, str(error))
    except OverflowError:
        row.complain(column, f"{text!r} lies beyond the calendar. Give a day of this age.")
    return STAND_IN_DAY


def optional_day(row: Row, column: str) -> date | None:
    """Read a day where the field is not empty."""
    return day(row, column) if row.text(column) else None


def day_after(row: Row, column: str, start: str, start_on: date) -> date | None:
    """Read the open end of a span: later than its start, or empty."""
    end_on = optional_day(row, column)
    are_good = row.is_good(column) and row.is_good(start)
    if end_on is not None and are_good and end_on <= start_on:
        told = f"{column} is {end_on}, not after {start} ({start_on})."
        row.complain(column, f"{told} Give a later day, or leave it empty for an open end.")
    return end_on


def optional_number(row: Row, column: str) -> float | None:
    """Read a number, 0 or more, where the field is not empty."""
    text = row.text(column)
    if text and row.is_good(column) and not DECIMAL.fullmatch(text):
        row.complain(column, f"{column} is {text!r}. Give a number such as 12.5, or nothing.")
    return float(text) if text and row.is_good(column) else None


def optional_count(row: Row, column: str) -> int | None:
    """Read a whole number, 0 or more, where the field is not empty."""
    text = row.text(column)
    if text and row.is_good(column) and not WHOLE.fullmatch(text):
        row.complain(column, f"{column} is {text!r}. Give a whole number, or nothing.")
    return int(text) if text and row.is_good(column) else None
