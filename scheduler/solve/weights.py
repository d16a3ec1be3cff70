"""Several counts as one: parts of a goal in a weighted sum, and back again."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.board import Number
from scheduler.goals import PartCost

SAFE_PRODUCT = 2**52


def stages(parts: Sequence[PartCost]) -> list[list[PartCost]]:
    """Group the parts of a goal so that each group fits one weighted sum exactly."""
    grouped: list[list[PartCost]] = []
    for part in parts:
        if grouped and _span([*grouped[-1], part]) <= SAFE_PRODUCT:
            grouped[-1].append(part)
        else:
            grouped.append([part])
    return grouped


def _span(parts: Sequence[PartCost]) -> int:
    span = 1
    for part in parts:
        span *= part.most + 1
    return span


def weigh(parts: Sequence[PartCost]) -> list[int]:
    """Weigh parts so that one unit of an earlier outweighs all of the later."""
    return [_span(parts[number + 1 :]) for number in range(len(parts))]


def in_words(total: int, parts: Sequence[PartCost]) -> str:
    """Tell the parts behind a weighted sum, ``G4 2, G3 88``."""
    told = []
    for part, weight in zip(parts, weigh(parts), strict=True):
        told.append(f"{part.part} {max(0, total) // weight}")
        total = max(0, total) % weight
    return ", ".join(told)


def unfold(bound: int, parts: Sequence[PartCost], values: Sequence[int]) -> list[int]:
    """Read the bound of each part from the bound of their weighted sum.

    A part's bound says something only while the parts before it are at theirs.
    """
    bounds = []
    for weight, value in zip(weigh(parts), values, strict=True):
        part_bound = min(value, max(0, bound // weight))
        bounds.append(part_bound)
        bound = bound - value * weight if part_bound == value else 0
    return bounds


def weighted(stage: Sequence[PartCost]) -> Number:
    """Add the parts up so that one unit of an earlier outweighs all of the later."""
    return sum(weight * part.cost for weight, part in zip(weigh(stage), stage, strict=True))
