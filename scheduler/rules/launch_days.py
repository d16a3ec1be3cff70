"""Launch days: a ship launches only on a day that its windows allow."""

from __future__ import annotations

from typing import ClassVar

from scheduler.rules.calendar_window import CalendarWindow


class LaunchDays(CalendarWindow):
    """The launch lies inside one of the windows, where there are any for the ship."""

    code: ClassVar[str] = "launch-days"
    ref: ClassVar[str] = "TR-4"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "A ship launches inside its launch windows, where it has any."
    source: ClassVar[str] = "domain_rules TR-4; design.md section 4.2"
    kind: ClassVar[str] = "launch-days"
    events: ClassVar[tuple[str, ...]] = ("launch",)
    is_inside: ClassVar[bool] = True
