"""How the benchmark tells things: medians with their spread, bounds, what is going on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from statistics import median


def spread(values: Sequence[float], places: int = 2) -> str:
    """Write a median with the least and the most; one value alone stands alone."""
    told = f"{median(values):.{places}f}"
    if len(values) == 1:
        return told
    return f"{told} ({min(values):.{places}f} to {max(values):.{places}f})"


def brief(values: Sequence[float]) -> str:
    """Write a spread with two places below ten, one below a hundred, none from there on."""
    largest = max(values)
    return spread(values, 2 if largest < 10 else 1 if largest < 100 else 0)


def held(values: Sequence[float], most: float) -> str:
    """Say whether the median keeps a bound."""
    return "kept" if median(values) <= most else "over"


def say(what: str) -> None:
    """Tell on standard error what is going on."""
    print(f"bench: {what} ...", file=sys.stderr, flush=True)
