"""The goals, in their default order (design.md, section 3)."""

from __future__ import annotations

import re
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


PART_WORDS = {
    ("seats", "G4"): "person-days without a seat",
    ("seats", "G3"): "person-days with a place in an emergency-only ship",
    ("seats", "G2"): "person-days with an improvised place",
    ("seats", "G1"): "person-days in a seat without own liner or suit",
    ("change", "crews_waiting"): "crews waiting",
    ("change", "flights"): "flights changed",
    ("change", "days"): "days moved",
    ("handover", "gap_days"): "days of gap between crews",
    ("handover", "short_days"): "days short of the wished handover",
    ("extension", "longest"): "days in the longest extension",
    ("extension", "total"): "days in all extensions",
    ("margin", "days"): "days short of the wished life margins",
    ("moves", "seat_moves"): "seat moves",
    ("moves", "relocations"): "relocations",
}


PLURALS = re.compile(r"\b(day|crew|flight|move|relocation)s\b")


def part_in_words(goal: str, part: str, number: int = 0) -> str:
    """Tell a part of a goal as a planner calls it; of others the goal's and the part's names.

    Parameters
    ----------
    number
        How many there are: of one, it is told in the singular.
    """
    words = PART_WORDS.get((goal, part), f"{goal} {part}")
    if goal == "staffing":
        words = f"person-days missing in {part}"
    return PLURALS.sub(r"\1", words, count=1) if abs(number) == 1 else words
