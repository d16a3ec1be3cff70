"""Beta cut-out: no ship comes or goes while the sun stands too high over the orbit."""

from __future__ import annotations

from typing import ClassVar

from scheduler.rules.calendar_window import CalendarWindow


class BetaCutout(CalendarWindow):
    """No docking or undocking inside a cut-out that speaks of the ship."""

    code: ClassVar[str] = "beta-cutout"
    ref: ClassVar[str] = "TR-2"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "No ship docks or undocks inside a beta cut-out."
    source: ClassVar[str] = "domain_rules TR-2; design.md section 4.2"
    kind: ClassVar[str] = "beta-cutout"
    events: ClassVar[tuple[str, ...]] = ("dock", "undock")
    is_inside: ClassVar[bool] = False
