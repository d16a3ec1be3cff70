"""The layout: nothing overlaps or leaves the page, and everything of the plan is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from scheduler.reports.chart import Other, Size, lay_out
from scheduler.reports.chart.fonts import text_width
from scheduler.reports.chart.palette import LIGHT
from scheduler.reports.chart.scene import Box, Layer, Scene, Stroke, Text, Thing
from tests.reports.chart.drawn import CHARTS, ten_years, three_years, week, week_against

Corners = tuple[float, float, float, float]


def texts_of(scene: Scene) -> list[Text]:
    """List the texts that can be seen."""
    parts: list[Layer | Thing] = [scene.frame, scene.grid, *scene.things]
    return [text for part in parts for text in part.texts if text.text]


def corners(text: Text) -> Corners:
    """Give the box of a text's capital letters."""
    width = text_width(text.text, text.size, is_bold=text.is_bold)
    return text.x, text.y - 0.7 * text.size, text.x + width, text.y


def overlapping(boxes: list[Corners]) -> Iterator[tuple[Corners, Corners]]:
    """Walk the pairs of boxes that overlap."""
    for number, a in enumerate(boxes):
        for b in boxes[number + 1 :]:
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
                yield a, b


def named(scene: Scene, section: str) -> dict[str, Thing]:
    """Give the things of a section by name."""
    return {thing.name: thing for thing in scene.things if thing.section == section}


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("name", CHARTS)
def test_texts_do_not_overlap(name: str, size: Size) -> None:
    """Neither in a week nor in ten years, on a slide or on A3."""
    boxes = [corners(text) for text in texts_of(lay_out(CHARTS[name](), size))]
    assert list(overlapping(boxes)) == []


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("name", CHARTS)
def test_nothing_leaves_the_page(name: str, size: Size) -> None:
    """Texts lie within the page, and bars within the plot."""
    scene = lay_out(CHARTS[name](), size)
    outer = [corners(text) for text in texts_of(scene)]
    assert all(x0 >= 0 and y0 >= 0 and x1 <= scene.width for x0, y0, x1, _ in outer)
    assert max(y1 for *_, y1 in outer) <= scene.height
    bars = [s for thing in scene.things for s in thing.shapes if isinstance(s, Box)]
    assert min(bar.x for bar in bars) >= scene.plot.x
    assert max(bar.x + bar.w for bar in bars) <= scene.plot.right + 2  # the least bar is seen
    assert max(bar.y + bar.h for bar in bars) <= scene.plot.bottom


@pytest.mark.parametrize("name", CHARTS)
def test_texts_are_large_enough(name: str) -> None:
    """On a slide none is smaller than a hundredth of its height; on A3, 2 mm."""
    assert min(text.size for text in texts_of(lay_out(CHARTS[name]()))) >= 9
    smallest = min(text.size for text in texts_of(lay_out(CHARTS[name](), Size.A3)))
    assert smallest * 420 / 1600 >= 2


def test_every_role_has_a_colour() -> None:
    """What is drawn is in the palette."""
    scene = lay_out(week_against())
    parts: list[Layer | Thing] = [scene.frame, scene.grid, *scene.things]
    used = {one.role for part in parts for one in part.shapes}
    used |= {one.role for part in parts for one in part.texts}
    assert used - LIGHT.keys() == set()


def test_most_labels_are_legible_after_ten_years() -> None:
    """Of ships three in four still have a label; the others tell it on hover or zoom."""
    ports = [t for t in lay_out(ten_years()).things if t.section == "Ports" and t.texts]
    told = [thing for thing in ports if thing.texts[0].text]
    assert len(told) / len(ports) > 0.75


def test_ports_tell_ships_and_crews() -> None:
    """MS-23 comes up empty, brings three home, and lives 219 of 220 days."""
    facts = " ".join(named(lay_out(week()), "Ports")["Soyuz MS-23 at Prichal nadir"].facts)
    assert "up: nobody; down: Petelin, Prokopyev, Rubio" in facts
    assert "219 of 220 days" in facts
    assert "launch -24 d" in facts


def test_a_relocation_is_joined() -> None:
    """Crew-6 moves from zenith to forward, and a line joins the two."""
    joints = [name for name in named(lay_out(week()), "Ports") if " moves from " in name]
    assert joints == ["SpaceX Crew-6 moves from Harmony zenith to Harmony forward"]


def test_people_tell_ships_extension_and_seats() -> None:
    """Rubio: up MS-22, down MS-23, 183 days longer, hatched; two days without a seat."""
    rubio = named(lay_out(week()), "People")["Frank Rubio"]
    assert "up Soyuz MS-22, down Soyuz MS-23" in rubio.facts
    assert "published landing 2023-03-28, +183 days" in rubio.facts
    assert "G4 no seat, 2023-01-11 to 2023-01-12" in rubio.facts
    assert [shape.role for shape in rubio.shapes] == ["person-0", "extension"]


def test_days_without_a_certified_seat_are_red() -> None:
    """They are told in words above, too: three in MS-22, and one of them without any."""
    scene = lay_out(week())
    red = [t for t in scene.things if any(shape.role == "lacking" for shape in t.shapes)]
    assert (red[0].from_on, str(red[-1].to_on)) == (week().run.as_of, "2023-02-24")
    texts = [text.text for text in texts_of(scene) if text.role == "alarm"]
    assert "3 without a certified seat, 1 without any" in texts


def test_handovers_are_told_direct_or_gap() -> None:
    """The week has direct ones only; Ax-1 aside, 2022 to 2024 had no gap either."""
    found = named(lay_out(week()), "Handovers")
    assert found["Soyuz MS-23 to Soyuz MS-24"].facts == ("direct, 12 days of overlap",)
    assert len(found) == 3


def test_health_and_waivers_are_marked() -> None:
    """With their words, and the waiver by who gave it and why."""
    found = named(lay_out(week()), "Health, outages, waivers")
    assert "emergency-only, 2 seats" in found["Soyuz MS-22 emergency-only"].facts[0]
    waiver = found["Waiver of VL-1 for Soyuz MS-23"]
    assert waiver.facts[0] == "bound 220 (limit 210), used 219, needed"
    assert "Roscosmos" in waiver.facts[1]
    assert "falcon-9 launcher closed" in named(lay_out(three_years()), "Health, outages, waivers")


def test_windows_stand_above() -> None:
    """Light, beta and spacewalks each have a row; allowed and closed days differ."""
    windows = [t for t in lay_out(ten_years()).things if t.section == "Windows"]
    assert {t.shapes[0].role for t in windows if t.shapes} == {"allowed", "forbidden"}


def test_expeditions_go_on_with_the_plan() -> None:
    """69 begins as MS-22 leaves, 70 as MS-23 does; of those, who can command is told."""
    found = named(lay_out(week()), "Expeditions")
    assert [(name, str(one.from_on)) for name, one in found.items()][1:] == [
        ("Expedition 69", "2023-03-28"),
        ("Expedition 70", "2023-09-27"),
    ]
    assert found["Expedition 69"].facts == ("can command: Petelin, Prokopyev, Rubio",)
    assert "Prokopyev" in found["Expedition 68"].facts[0]


def test_another_plan_is_ghosted_and_tied() -> None:
    """MS-23 was published for Poisk in March; arrows tie what moved, and who waits is named."""
    scene = lay_out(week_against())
    ghosts = [t.name for t in scene.things if t.shapes and t.shapes[0].role == "ghost"]
    assert "Soyuz MS-23 at Poisk zenith, the published plan" in ghosts
    assert "Tracy Caldwell Dyson, the published plan" in ghosts
    moved = named(scene, "Moved")
    assert moved["Oleg Kononenko"].facts == ("starts 2023-09-15 instead of 2023-03-16",)
    strokes = [s for t in moved.values() for s in t.shapes if isinstance(s, Stroke)]
    assert all(stroke.role == "arrow" for stroke in strokes)


def test_a_plan_against_itself_has_no_ghosts() -> None:
    """What is the same is not drawn twice."""
    same = replace(week(), other=Other("itself", week().plan))
    roles = {s.role for t in lay_out(same).things for s in t.shapes}
    assert roles.isdisjoint({"ghost", "arrow"})
