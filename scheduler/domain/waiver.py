"""Waivers: a bound moved by name, never silently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Waiver:
    """A rule's number moved for one subject, in ``[from_on, to_on)`` where those are given."""

    rule: str
    number: str
    subject: str
    bound: int
    authority: str
    reason: str
    from_on: date | None = None
    to_on: date | None = None
    at: str = ""

    def holds_on(self, day: date) -> bool:
        """Say whether the waiver holds on a day."""
        return (self.from_on is None or self.from_on <= day) and (
            self.to_on is None or day < self.to_on
        )


@dataclass(frozen=True)
class Override:
    """A rule's number set by a what-if, for one subject or vehicle type, or for all."""

    rule: str
    number: str
    value: int | str
    subject: str | None = None
    at: str = ""
