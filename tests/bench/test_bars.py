"""Bars: kept by the median, over where a search fell short, never kept by what is wrong."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from scripts.bench.bars import (
    Bar,
    Target,
    bar_lines,
    bars_document,
    proved_s,
    whole_ratio,
    worst_gap,
)
from scripts.bench.measured import Watched
from scripts.bench.worlds import World
from tests.bench.measurements import WORLD, goal, measured, searched

DONE = goal("seats", 1.0, ("G4", 0, 0))
OPEN = goal("change", 4.0, ("flights", 10, 8))


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        pytest.param([0.9, 1.0, 5.0], "kept", id="median-exactly-at-the-bar"),
        pytest.param([0.9, 1.1, 1.2], "over", id="median-over"),
        pytest.param([0.5, inf, inf], "over", id="most-seeds-fell-short"),
        pytest.param([], "not measured", id="nothing"),
    ],
)
def test_bar_is_kept_by_the_median(figures: list[float], verdict: str) -> None:
    """One slow seed does not break a bar, one quick seed does not keep it."""
    assert Bar("first plan", 1.0, figures).verdict == verdict


@pytest.mark.parametrize(
    ("watched", "figure"),
    [(searched(DONE), 4.0), (searched(DONE, OPEN), inf), (searched(), inf)],
    ids=["proved", "one-open", "no-plan"],
)
def test_proof_of_every_goal_is_asked(watched: Watched, figure: float) -> None:
    """A search that ended with an open goal has no time to the proof."""
    assert proved_s(watched) == figure


@pytest.mark.parametrize(
    ("watched", "gap"),
    [(searched(DONE), 0.0), (searched(DONE, OPEN), 0.2), (searched(), 1.0)],
    ids=["proved", "one-open", "no-plan"],
)
def test_widest_gap_is_that_of_the_worst_goal(watched: Watched, gap: float) -> None:
    """(10 - 8) / 10 where ten flights are changed and eight must be; all without a plan."""
    assert worst_gap(watched) == pytest.approx(gap)


def test_whole_is_divided_by_the_solving() -> None:
    """(4 + 0.1) / 2 s; where CP-SAT was never asked, there is nothing to divide by."""
    assert whole_ratio(searched(DONE)) == pytest.approx(2.05)
    assert whole_ratio(replace(searched(DONE), solving_s=0.0)) == inf


def test_failed_and_wrong_measurements_do_not_keep_a_bar() -> None:
    """What crashed, and a plan that the audit rejects, count as infinitely slow."""
    target = Target("all proved", WORLD, proved_s, 5.0)
    found = [
        measured(searched(DONE)),
        measured(None, seed=2, fault="stopped after 180 s"),
        measured(searched(DONE, breaches=("two ships at one port",)), seed=3),
        measured(searched(DONE), World("fresh", crewed=12)),
    ]
    assert target.bar(found).figures == [4.0, inf, inf]


def test_table_says_bound_figures_and_verdict() -> None:
    """One line a bar, within a terminal of 100 columns."""
    bars = [Bar("ten years fresh, peak memory", 400.0, [300, 500.5, 390], "MB"), Bar("x", 1, [])]
    lines = list(bar_lines(bars))
    assert " ".join(lines[1].split()) == (
        "ten years fresh, peak memory 400 MB 390 (300 to 500) kept"
    )
    assert lines[2].split() == ["x", "1", "s", "-", "not", "measured"]
    assert max(map(len, lines)) <= 100


def test_table_says_where_a_search_fell_short() -> None:
    """The spread is that of the seeds that got there; the verdict is that of all."""
    some, none = Bar("x", 1.0, [0.5, inf, 0.75, inf, inf]), Bar("y", 1.0, [inf, inf])
    _, first, second = bar_lines([some, none])
    assert first.split() == ["x", "1", "s", "0.62", "(0.50", "to", "0.75)", "3", "not", "over"]
    assert second.split() == ["y", "1", "s", "not", "reached", "over"]


def test_nothing_to_hold_gives_no_table() -> None:
    """Not even a head."""
    assert list(bar_lines([])) == []


def test_document_has_no_infinite_number() -> None:
    """JSON knows none."""
    [told] = bars_document([Bar("first plan", 1.0, [0.5, inf, inf])])
    assert told == {
        "text": "first plan",
        "most": 1.0,
        "figures": [0.5, None, None],
        "unit": "s",
        "verdict": "over",
    }
