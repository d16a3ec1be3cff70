"""Labels of a row: they shorten, move or drop, in that order, and never overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.reports.chart.labels import PAD, Placed, Wanted, pack, place, shortened

EDGES = (0.0, 200.0)
FORMS = ("long words", "short", "s")


def ruler(text: str) -> float:
    """Count ten units a letter."""
    return 10.0 * len(text)


@pytest.mark.parametrize(
    ("bars", "texts"),
    [
        pytest.param([(0, 106)], ["long words"], id="exactly-as-wide-as-the-bar-with-its-pads"),
        pytest.param([(0, 105)], ["short"], id="shortens-when-a-unit-is-missing"),
        pytest.param([(0, 16)], ["s"], id="shortens-to-the-last-form"),
        pytest.param([(0, 15)], ["long words"], id="moves-behind-its-bar"),
        pytest.param([(190, 200)], ["long words"], id="moves-before-its-bar-at-the-edge"),
        pytest.param([(0, 5), (10, 200)], ["", "long words"], id="drops-without-any-room"),
        pytest.param([(0, 5), (40, 50)], ["s", "long words"], id="moves-and-shortens"),
        pytest.param([(0, 90), (110, 115), (120, 200)], ["short", "s", "short"], id="to-the-left"),
        pytest.param([], [], id="an-empty-row"),
    ],
)
def test_worked_cases(bars: list[tuple[float, float]], texts: list[str]) -> None:
    """Bars of these ends get these labels."""
    placed = place([Wanted(*bar, FORMS) for bar in bars], EDGES, ruler)
    assert [one.text for one in placed] == texts


def test_a_brief_form_is_tried_last() -> None:
    """It stands in the bar when the others fit neither there nor beside it."""
    wide = Wanted(0, 20, ("longer",), ("l.",))
    narrow = Wanted(0, 30, ("longer",), ("l.",))
    assert place([wide], EDGES, ruler)[0] == Placed("longer", (20, 200), True)
    assert place([narrow, Wanted(40, 200, ())], EDGES, ruler)[0].text == "l."


def test_one_gap_takes_one_label() -> None:
    """Between two narrow bars there is room for one of them only; the last goes to the edge."""
    bars = [Wanted(100, 105, ("ab",)), Wanted(135, 140, ("ab",)), Wanted(150, 200, ())]
    placed = place(bars, (100.0, 200.0), ruler)
    assert [one.text for one in placed] == ["ab", "", ""]


def test_a_label_before_its_bar_ends_at_it() -> None:
    """10 units before 190 lie the pad and two letters."""
    [placed] = place([Wanted(190, 200, ("ab",))], EDGES, ruler)
    assert placed.is_before
    assert placed.x(ruler) == 190 - PAD - 20


bars = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 60)), max_size=12)


@given(bars)
def test_labels_never_overlap(steps: list[tuple[int, int]]) -> None:
    """Whatever the bars, each label lies in a room of its own, within the row."""
    at, wanted = 0, []
    for gap, width in steps:
        wanted.append(Wanted(at + gap, at + gap + width, FORMS, ("x",)))
        at += gap + width
    placed = [one for one in place(wanted, (0.0, at + 30.0), ruler) if one.text]
    spans = sorted((one.x(ruler), one.x(ruler) + ruler(one.text)) for one in placed)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(start >= 0 and end <= at + 30 for start, end in spans)


def test_a_text_that_must_stand_is_cut_with_dots() -> None:
    """Titles and groups are never dropped while a letter fits."""
    assert shortened("Station", 70, ruler) == "Station"
    assert shortened("Station", 69, ruler) == "Stati…"
    assert shortened("Station", 5, ruler) == ""


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=20))
def test_lanes_hold_no_overlap(spans: list[tuple[int, int]]) -> None:
    """Two spans of one lane do not share a day."""
    ordered = sorted((start, start + days) for start, days in spans)
    lanes: dict[int, list[tuple[int, int]]] = {}
    for lane, span in zip(pack(ordered), ordered, strict=True):
        lanes.setdefault(lane, []).append(span)
    assert all(a[1] <= b[0] for lane in lanes.values() for a, b in pairwise(lane))
