"""A scale of time in a terminal: equal steps of whole days, with the months named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scheduler.units import add_days, count, days_between

MOST_COLUMNS_A_DAY = 6
STRIDES = ((1, 3), (3, 4), (12, 0))  # mark every so many months, given so many columns each
WIDEST_MONTH = 5  # a tick and a year


@dataclass(frozen=True)
class Scale:
    """Equal steps of whole days, or of whole columns a day when there is much room."""

    from_on: date
    to_on: date
    days_a_step: int
    columns_a_step: int

    @classmethod
    def fit(cls, from_on: date, to_on: date, room: int) -> Scale:
        """Choose the finest step that fits into so many columns."""
        days = max(days_between(from_on, to_on), 1)
        if days > room:
            return cls(from_on, to_on, -(-days // room), 1)
        return cls(from_on, to_on, 1, min(room // days, MOST_COLUMNS_A_DAY))

    @property
    def columns(self) -> int:
        """Count the columns from edge to edge."""
        days = max(days_between(self.from_on, self.to_on), 1)
        return -(-days // self.days_a_step) * self.columns_a_step

    def edge(self, day: date) -> int:
        """Give the column edge nearest to the morning of a day, kept within the scale."""
        days = min(max(days_between(self.from_on, day), 0), days_between(self.from_on, self.to_on))
        twice = 2 * days * self.columns_a_step + self.days_a_step
        return min(twice // (2 * self.days_a_step), self.columns)

    @property
    def step(self) -> str:
        """Say what one column is."""
        if self.columns_a_step > 1:
            return f"{self.columns_a_step} columns a day"
        return f"{count(self.days_a_step, 'day')} a column"

    @property
    def remark(self) -> str:
        """Say what the chart spans and what one column is."""
        return f"{self.from_on} to {add_days(self.to_on, -1)}, {self.step}"

    def ticks(self) -> list[tuple[int, date]]:
        """List the months to mark, with their columns: each, or each third or twelfth."""
        months = self._months()
        for every, least in STRIDES:
            chosen = [(column, day) for column, day in months if (day.month - 1) % every == 0]
            if least_room(chosen) >= least:
                break
        return chosen

    def _months(self) -> list[tuple[int, date]]:
        first = (self.from_on.year * 12 + self.from_on.month) - (self.from_on.day == 1)
        last = self.to_on.year * 12 + self.to_on.month
        starts = [date(number // 12, number % 12 + 1, 1) for number in range(first, last)]
        found = [(self.edge(day), day) for day in starts if day < self.to_on]
        return [(column, day) for column, day in found if column < self.columns]


def least_room(ticks: Sequence[tuple[int, date]]) -> int:
    """Count the columns from one tick to the next where they are closest."""
    gaps = [after - before for (before, _), (after, _) in pairwise(ticks)]
    return min(gaps, default=WIDEST_MONTH)


def month_line(scale: Scale) -> str:
    """Draw a tick and a name where each marked month begins."""
    ticks = scale.ticks()
    room = least_room(ticks) - 1
    line = [" "] * scale.columns
    for column, day in ticks:
        for offset, mark in enumerate(f"|{_month_name(day, room)}"[: scale.columns - column]):
            line[column + offset] = mark
    return "".join(line)


def _month_name(day: date, room: int) -> str:
    """Name a month in so many columns; January gives the year."""
    name, year = f"{day:%b}", f"{day:%Y}"
    if day.month > 1:
        return name if room >= len(name) else name[0]
    return year if room >= len(year) else f"'{year[2:]}" if room > 2 else year[2:]
