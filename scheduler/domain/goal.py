"""The goals, in their default order (design.md, section 3)."""

from __future__ import annotations

from collections.abc import Iterable

TIE_BREAK = "earliest"
GOALS = (
    "seats",
    "staffing",
    "change",
    "handover",
    "extension",
    "margin",
    "moves",
    TIE_BREAK,
)


def ranked(order: Iterable[str]) -> tuple[str, ...]:
    """Give an order of goals with the tie-break in it, so that one input has one plan."""
    goals = tuple(order)
    return goals if TIE_BREAK in goals else (*goals, TIE_BREAK)
