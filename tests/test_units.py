"""Days and instants: UTC, always."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.units import add_days, count, days_between, utc_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2022-12-15", date(2022, 12, 15), id="a-day"),
        pytest.param(
            "2022-12-14T19:45:00-06:00", date(2022, 12, 15), id="the-leak-seen-in-houston"
        ),
        pytest.param("2022-12-15T04:45:00+03:00", date(2022, 12, 15), id="the-leak-seen-in-moscow"),
        pytest.param("2024-03-04T03:53:38Z", date(2024, 3, 4), id="crew-8-was-3-march-in-florida"),
        pytest.param("2025-04-20T01:20Z", date(2025, 4, 20), id="without-seconds"),
    ],
)
def test_instant_becomes_its_utc_day(text: str, expected: date) -> None:
    """The same moment has one day, wherever it was written down."""
    assert utc_day(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2023-02-30", "is not a day. Give YYYY-MM-DD"),
        ("soon", "is not a day"),
        ("2023-02-24T00:24:00", "has no time zone. End the instant in Z"),
        ("2023-02-24T25:00:00Z", "is not a day"),
    ],
)
def test_what_is_no_day_is_refused_in_words(text: str, told: str) -> None:
    """The message says what to give instead."""
    with pytest.raises(ValueError, match=told):
        utc_day(text)


def test_days_are_counted_both_ways() -> None:
    """MS-23 reached 210 days on 18 September: February has 8 left, then 31, 30 ... 31, 18."""
    launch = date(2023, 2, 20)
    assert add_days(launch, 210) == date(2023, 9, 18)
    assert days_between(launch, date(2023, 9, 27)) == 219
    assert days_between(date(2023, 9, 27), launch) == -219


def test_noun_follows_the_number() -> None:
    """One day, no days, two days."""
    assert [count(n, "day") for n in (0, 1, 2, -1)] == ["0 days", "1 day", "2 days", "-1 day"]
