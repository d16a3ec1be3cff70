"""A scale has equal steps and names the months where they begin."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.reports.scale import Scale, month_line

YEAR = (date(2023, 1, 11), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("from_on", "to_on", "room", "columns", "remark"),
    [
        # 354 days in 64 columns: 6 days a column, 59 columns
        (*YEAR, 64, 59, "2023-01-11 to 2023-12-30, 6 days a column"),
        # exactly as many days as columns
        (*YEAR, 354, 354, "2023-01-11 to 2023-12-30, 1 day a column"),
        (*YEAR, 353, 177, "2023-01-11 to 2023-12-30, 2 days a column"),
        # 9 days in 44 columns: 4 columns a day
        (YEAR[0], date(2023, 1, 20), 44, 36, "2023-01-11 to 2023-01-19, 4 columns a day"),
    ],
)
def test_finest_equal_steps(
    from_on: date, to_on: date, room: int, columns: int, remark: str
) -> None:
    """The finest step of whole days that fits is chosen, and said."""
    scale = Scale.fit(from_on, to_on, room)
    assert (scale.columns, scale.remark) == (columns, remark)


def test_edges_are_the_nearest() -> None:
    """A day falls on the nearest column edge, and stays within the scale."""
    scale = Scale.fit(*YEAR, 64)  # 6 days a column
    days = {date(2022, 1, 1): 0, date(2023, 1, 11): 0, date(2023, 1, 13): 0, date(2023, 1, 14): 1}
    days |= {date(2023, 1, 17): 1, date(2023, 12, 31): 59, date(2024, 6, 1): 59}
    assert {day: scale.edge(day) for day in days} == days


@pytest.mark.parametrize(
    ("from_on", "to_on", "room", "line"),
    [
        (*YEAR, 64, "    |Feb|Mar |Apr |May  |Jun |Jul |Aug |Sep |Oct |Nov |Dec"),
        (*YEAR, 44, "  |F |M  |A |M  |J |J |A  |S |O  |N |D"),
        # 36 months in 40 columns: each January only
        (date(2023, 12, 1), date(2026, 12, 1), 40, " |2024        |2025        |2026"),
        (date(2023, 12, 1), date(2024, 3, 1), 40, "|Dec      |2024      |Feb"),
        (date(2023, 1, 11), date(2023, 1, 20), 44, ""),
    ],
)
def test_month_line(from_on: date, to_on: date, room: int, line: str) -> None:
    """Months are named as fully as the closest two allow; January gives the year."""
    assert month_line(Scale.fit(from_on, to_on, room)).rstrip() == line


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 5000), st.integers(20, 200))
def test_any_scale_fits(from_on: date, days: int, room: int) -> None:
    """No scale is wider than its room, and its month line is exactly as wide as it."""
    scale = Scale.fit(from_on, from_on + timedelta(days), room)
    assert 0 < scale.columns <= room
    assert len(month_line(scale)) == scale.columns
