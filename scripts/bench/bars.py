"""The bars that planning is held against: what a median of the seeds may be at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import inf
from statistics import median
from typing import Any

from scripts.bench.measured import Measured, Watched
from scripts.bench.telling import brief
from scripts.bench.worlds import World

Figure = Callable[[Watched], float]


@dataclass(frozen=True)
class Bar:
    """A bound and what was measured for it, a figure a seed; infinite where the search fell short.

    ``unit`` stands after the figures.
    """

    text: str
    most: float
    figures: Sequence[float]
    unit: str = "s"

    @property
    def verdict(self) -> str:
        """Say whether the median keeps the bound."""
        if not self.figures:
            return "not measured"
        return "kept" if median(self.figures) <= self.most else "over"


@dataclass(frozen=True)
class Target:
    """A bound on one figure of one kind of world."""

    text: str
    world: World
    figure: Figure
    most: float
    unit: str = "s"

    def bar(self, found: Sequence[Measured]) -> Bar:
        """Hold what was measured against it; what failed or is wrong counts as infinite."""
        mine = [one for one in found if one.world.name == self.world.name]
        figures = [
            inf if one.watched is None or one.complaint else self.figure(one.watched)
            for one in mine
        ]
        return Bar(self.text, self.most, figures, self.unit)


def proved_s(watched: Watched) -> float:
    """Give the seconds to the proof of every goal."""
    return watched.search_s if watched.verdict == "optimal" else inf


def first_s(watched: Watched) -> float:
    """Give the seconds to the first plan."""
    return inf if watched.first_plan_s is None else watched.first_plan_s


def worst_gap(watched: Watched) -> float:
    """Give the widest gap of any goal at the end; 1 without a plan."""
    gaps = [goal.gap for goal in watched.goals if goal.parts]
    return max(gaps, default=1.0)


def peak(watched: Watched) -> float:
    """Give the most memory held."""
    return watched.peak_mb


def whole_ratio(watched: Watched) -> float:
    """Divide search and audit together by CP-SAT's part; infinite where that has none."""
    whole_s = watched.search_s + watched.audit_s
    return whole_s / watched.solving_s if watched.solving_s else inf


def bar_lines(bars: Sequence[Bar]) -> Iterator[str]:
    """Write a table of bars; nothing without any."""
    if not bars:
        return
    yield f"  {'bar':<46}{'at most':<9}measured"
    for bar in bars:
        most = f"{bar.most:g} {bar.unit}".strip()
        yield f"  {bar.text:<46}{most:<9}{_told(bar):<26}{bar.verdict}"


def _told(bar: Bar) -> str:
    """Write the figures that were reached, and how many were not."""
    reached = [figure for figure in bar.figures if figure < inf]
    if not reached:
        return "not reached" if bar.figures else "-"
    lost = len(bar.figures) - len(reached)
    return f"{brief(reached)}{f' {lost} not' if lost else ''}"


def bars_document(bars: Sequence[Bar]) -> list[dict[str, Any]]:
    """Give the bars for machines; a figure that is infinite is null."""
    return [
        asdict(bar)
        | {"figures": [None if one == inf else one for one in bar.figures], "verdict": bar.verdict}
        for bar in bars
    ]
