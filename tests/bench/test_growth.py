"""Growth: exponents of made-up measurements, their table, and the plot with a mark for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from xml.etree import ElementTree

import pytest

from scripts.bench.growth import COSTS, Growth, document, joint_fit, text_of
from scripts.bench.measured import Measured
from scripts.bench.plot import Axis, svg_of
from scripts.bench.worlds import World
from tests.bench.measurements import goal, measured, searched

SVG = "{http://www.w3.org/2000/svg}"
FLIGHTS = (12, 48, 480)
SEATS = goal("seats", 1.0, ("G4", 0, 0))


def family(power: float) -> list[Measured]:
    """Make worlds, two seeds a size, whose costs are powers of their flights."""
    return [
        measured(
            searched(SEATS, first_plan_s=0.01 * flights**power, search_s=0.02 * flights),
            World("slip", crewed=flights),
            seed=seed,
            flights=flights,
        )
        for flights in FLIGHTS
        for seed in (1, 2)
    ]


def growth(*powers: float, others: Sequence[Measured] = ()) -> Growth:
    """Make a growth with one family for each power."""
    return Growth(60.0, {f"as {power}": family(power) for power in powers}, others)


def marks(svg: str) -> list[str]:
    """List what the marks of a plot say when they are pointed at."""
    found = ElementTree.fromstring(svg).iter(f"{SVG}circle")
    return [title.text or "" for mark in found for title in mark]


def test_exponents_of_powers_are_those_powers() -> None:
    """The first plan follows the square, the search goes in step, building stays as it is."""
    found = document(growth(2.0))["exponents"]["as 2.0"]
    assert found["first plan, s"]["flights"]["exponents"] == pytest.approx([2])
    assert found["first plan, s"]["people"]["exponents"] == pytest.approx([2])  # three to a flight
    assert found["all proved, s"]["years"]["exponents"] == pytest.approx([1])
    assert found["building, s"]["flights"]["exponents"] == pytest.approx([0])


def test_bar_is_on_the_first_plan_of_each_family() -> None:
    """At most 1.3 against flights."""
    bars = growth(1.0, 2.0).bars
    assert [bar.verdict for bar in bars] == ["kept", "over"]
    assert [bar.figures[0] for bar in bars] == pytest.approx([1, 2])


def test_world_without_a_first_plan_breaks_the_bar() -> None:
    """The slowest are those that have none: an exponent of the others would flatter."""
    found = family(1.0)
    last = replace(found[-1], watched=searched(first_plan_s=None))
    assert Growth(60.0, {"fresh": [*found[:-1], last]}, ()).bars[0].figures == [inf]


def test_search_that_was_cut_short_has_no_time_to_the_proof() -> None:
    """It would have cost more than was measured."""
    open_ = searched(goal("change", 4.0, ("flights", 10, 8)))
    grown = Growth(60.0, {"fresh": [*family(1.0), measured(open_, flights=480)]}, ())
    assert len(grown.points("fresh", "flights", "all proved, s")) == 6
    assert len(grown.points("fresh", "flights", "first plan, s")) == 7


def test_flights_years_and_people_are_told_apart_by_other_worlds() -> None:
    """The cost is made to follow flights and the square of people, and years not at all."""
    shapes = [(12, 36, 3.0), (48, 70, 20.0), (48, 150, 8.0), (96, 100, 30.0), (480, 500, 40.0)]
    found = [
        replace(
            measured(searched(SEATS, first_plan_s=flights * people**2), flights=flights),
            people=people,
            years=years,
        )
        for flights, people, years in shapes
    ]
    grown = Growth(60.0, {"replanning": found[:2]}, found[2:])
    fitted = joint_fit(grown, "first plan, s")
    assert fitted is not None
    assert fitted.exponents == pytest.approx([1, 0, 2])
    assert joint_fit(growth(1.0), "first plan, s") is None
    assert joint_fit(growth(1.0, others=family(1.0)), "first plan, s") is None
    joint = document(growth(1.0, others=family(1.0)))["joint_exponents"]
    assert joint == dict.fromkeys(COSTS)
    assert text_of(grown).count("exponents fitted as one") == 1


def test_table_has_a_row_for_each_size_and_cost() -> None:
    """Sizes with their medians, then exponents, then the bar; within 100 columns."""
    text = text_of(growth(2.0))
    assert max(map(len, text.splitlines())) <= 100
    lines = [" ".join(line.split()) for line in text.splitlines()]
    row = "12 3.0 1.44 (1.44 to 1.44) 0.50 (0.50 to 0.50) 0.24 (0.24 to 0.24) 200"
    assert f"{row} 2 of 2" in lines  # 0.01 * 12 ** 2 s, 0.02 * 12 s
    assert "first plan, s 2.00 +- 0.00 2.00 +- 0.00 2.00 +- 0.00" in lines
    assert "exponent of the first plan, as 2.0 1.3 2.00 over" in lines


def test_plot_has_a_mark_for_each_search_and_cost() -> None:
    """Four panels, two families of six searches each: 48 marks that say what they are."""
    told = marks(svg_of(growth(1.0, 2.0)))
    assert len(told) == len(COSTS) * 2 * 6
    assert told.count("as 2.0: 12 flights, 1.44") == 2


def test_plot_says_the_exponents() -> None:
    """Beside the name of each family, in each panel."""
    texts = [one.text for one in ElementTree.fromstring(svg_of(growth(2.0))).iter(f"{SVG}text")]
    assert texts.count("as 2.0: exponent 2.00") == 1
    assert texts.count("as 2.0: exponent 1.00") == 1  # of the search
    assert {*COSTS} <= {*texts}


def test_marks_lie_in_the_field_of_their_panel() -> None:
    """Nothing is drawn over the words beside the axes."""
    drawing = ElementTree.fromstring(svg_of(growth(1.0, 2.0)))
    for panel in drawing.iter(f"{SVG}g"):
        for mark in panel.iter(f"{SVG}circle"):
            assert 58 <= float(mark.attrib["cx"]) <= 444
            assert 34 <= float(mark.attrib["cy"]) <= 258


def test_plot_of_nothing_that_was_proved_is_still_a_plot() -> None:
    """A panel without marks says so, and one size gives no line."""
    cut_short = measured(searched(goal("change", 4.0, ("flights", 10, 8))))
    drawing = svg_of(Growth(60.0, {"fresh & new": [cut_short]}, ()))
    texts = [one.text for one in ElementTree.fromstring(drawing).iter(f"{SVG}text")]
    assert "fresh & new: no line: fewer than two sizes" in texts


def test_plot_follows_the_viewer_into_the_night() -> None:
    """By day and by night, with the colours of the flight-plan chart."""
    drawing = svg_of(growth(1.0))
    assert "@media (prefers-color-scheme: dark)" in drawing
    assert "font-family:Roboto" in drawing


def test_axis_is_even_in_powers_of_ten() -> None:
    """Ten lies halfway between one and a hundred."""
    axis = Axis.over([1, 100], 50.0, 200.0)
    assert [axis.place(figure) for figure in axis.ticks] == pytest.approx([50, 150, 250])
