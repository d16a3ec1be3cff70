"""Time across: which day stands where, and how the axis is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scheduler.reports.chart.scene import Plot
from scheduler.units import add_days, days_between

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Axis:
    """The days ``[start, end)`` laid over the width of a plot."""

    start: date
    end: date
    plot: Plot

    def x(self, day: date) -> float:
        """Give the place of the morning of a day; days outside stand at the edge."""
        share = days_between(self.start, day) / days_between(self.start, self.end)
        return self.plot.x + self.plot.w * min(1.0, max(0.0, share))

    def span(self, start: date | None, end: date | None) -> tuple[float, float]:
        """Give the places of two days; open ends reach the edge."""
        return self.x(start or self.start), self.x(end or self.end)

    def shows(self, start: date | None, end: date | None) -> bool:
        """Say whether anything of ``[start, end)`` is to be seen."""
        return (start or self.start) < self.end and (end or self.end) > self.start

    def months(self) -> Iterator[tuple[date, date]]:
        """Walk the months with their ends, cut at the edges."""
        day = self.start
        while day < self.end:
            following = month_after(day)
            yield day, min(following, self.end)
            day = following

    def years(self) -> Iterator[tuple[date, date]]:
        """Walk the years with their ends, cut at the edges."""
        day = self.start
        while day < self.end:
            following = date(day.year + 1, 1, 1)
            yield day, min(following, self.end)
            day = following


def whole_months(start: date, end: date) -> tuple[date, date]:
    """Widen a span to whole months."""
    first = start.replace(day=1)
    return first, end if end.day == 1 else month_after(end)


def month_after(day: date) -> date:
    """Give the first day of the next month."""
    return add_days(day.replace(day=28), 4).replace(day=1)


def month_forms(day: date) -> tuple[str, ...]:
    """Word a month, the longest first."""
    name = MONTHS[day.month - 1]
    return name, name[:3], name[:1]
