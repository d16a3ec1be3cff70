"""The outlines of small marks."""

from __future__ import annotations

from math import cos, pi, sin

from scheduler.reports.chart.scene import Symbol

SHAPES = {  # corners around the point, in halves of the size
    "right": ((0, 0), (-1.6, -0.9), (-1.6, 0.9)),
    "left": ((0, 0), (1.6, -0.9), (1.6, 0.9)),
    "up": ((0, 0), (-0.9, 1.6), (0.9, 1.6)),
    "down": ((0, 0), (-0.9, -1.6), (0.9, -1.6)),
}
CORNERS = 12  # of a dot
DOT = 0.6


def outline(symbol: Symbol) -> list[tuple[float, float]]:
    """Give the corners of a symbol, around its own point."""
    half = symbol.size / 2
    if symbol.shape in SHAPES:
        return [(x * half, y * half) for x, y in SHAPES[symbol.shape]]
    turns = [2 * pi * number / CORNERS for number in range(CORNERS)]
    return [(cos(turn) * symbol.size * DOT, sin(turn) * symbol.size * DOT) for turn in turns]
