"""Spacewalk days: no ship moves on a day that belongs to a spacewalk."""

from __future__ import annotations

from typing import ClassVar

from scheduler.rules.calendar_window import CalendarWindow


class SpacewalkDays(CalendarWindow):
    """No docking, relocation or undocking on the days of a spacewalk."""

    code: ClassVar[str] = "spacewalk-days"
    ref: ClassVar[str] = "TR-9"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "No ship docks, undocks or is relocated on a spacewalk's days."
    source: ClassVar[str] = "domain_rules TR-9; design.md section 4.2"
    kind: ClassVar[str] = "eva"
    events: ClassVar[tuple[str, ...]] = ("dock", "relocate", "undock")
    is_inside: ClassVar[bool] = False
