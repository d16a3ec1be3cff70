"""Days and instants: the one place where time becomes whole UTC days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

ONE_DAY = timedelta(days=1)
FAR_DAYS = 100_000
"""No day of any plan lies so far from its ``as_of``."""


def utc_day(text: str) -> date:
    """Turn an ISO 8601 day or instant into its UTC day.

    Raises
    ------
    ValueError
        When the text is no such day; the message says what to give.
    """
    try:
        if "T" not in text:
            return date.fromisoformat(text)
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a day. Give YYYY-MM-DD, or an instant in UTC.") from None
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone. End the instant in Z.")
    return instant.astimezone(UTC).date()


def days_between(start: date, end: date) -> int:
    """Count whole days from ``start`` to ``end``; negative when it lies before."""
    return (end - start).days


def add_days(day: date, days: int) -> date:
    """Move a day by a number of days."""
    return day + timedelta(days=days)


def count(number: int, noun: str) -> str:
    """Write a number with its noun, ``1 day`` or ``3 days``."""
    return f"{number} {noun}" if abs(number) == 1 else f"{number} {noun}s"
