"""What differs between two plans, as documents write it; each says what its two sides are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scheduler.domain import Change, PartDifference

Sides = tuple[str, str]


def goals_written(goals: Iterable[PartDifference], sides: Sides) -> list[dict[str, Any]]:
    """Write the parts of goals that differ, each with both values."""
    before, after = sides
    return [
        {
            "goal": part.goal,
            "part": part.part,
            before: part.before,
            after: part.after,
            "proved": part.is_proved,
        }
        for part in goals
    ]


def changes_written(noun: str, changes: Iterable[Change], sides: Sides) -> list[dict[str, Any]]:
    """Write what differs of ships, people or waivers; null is where one has nothing."""
    before, after = sides
    return [
        {
            noun: change.subject,
            "what": change.what,
            before: change.before or None,
            after: change.after or None,
        }
        for change in changes
    ]
