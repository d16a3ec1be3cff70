"""Daylight landing: a ship lands only on a day with light at its landing site."""

from __future__ import annotations

from typing import ClassVar

from scheduler.rules.calendar_window import CalendarWindow


class DaylightLanding(CalendarWindow):
    """The landing lies inside one of the windows, where there are any for the ship."""

    code: ClassVar[str] = "daylight-landing"
    ref: ClassVar[str] = "TR-5"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "A ship lands inside its lit windows, where it has any."
    source: ClassVar[str] = "domain_rules TR-5; design.md section 4.2"
    kind: ClassVar[str] = "lit-landing"
    events: ClassVar[tuple[str, ...]] = ("land",)
    is_inside: ClassVar[bool] = True
