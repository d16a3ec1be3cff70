"""Days as whole numbers: day 0 is ``as_of``, ``length`` is ``until``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scheduler.units import add_days, days_between

ROOM_AFTER_DAYS = 400


@dataclass(frozen=True)
class Calendar:
    """Turns dates into day numbers and back.

    ``end`` bounds undockings after ``until``. Nothing that a goal counts happens there; it lies
    ``ROOM_AFTER_DAYS`` beyond the latest published undocking, so every order of departures fits.
    """

    as_of: date
    until: date
    latest_on: date

    @property
    def length(self) -> int:
        """Count the days of the horizon."""
        return days_between(self.as_of, self.until)

    @property
    def end(self) -> int:
        """Give the last day number that an undocking may have."""
        return days_between(self.as_of, max(self.until, self.latest_on)) + ROOM_AFTER_DAYS

    def day(self, on: date) -> int:
        """Give the number of a date; negative before ``as_of``."""
        return days_between(self.as_of, on)

    def date(self, day: int) -> date:
        """Give the date of a day number."""
        return add_days(self.as_of, day)
