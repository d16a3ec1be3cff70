"""The chart as one HTML page: the drawing, its facts on hover and focus, zoom, and a table.

Nothing is loaded from anywhere: font, style and script are in the page.
"""

from __future__ import annotations

from base64 import b64encode
from itertools import groupby

from scheduler.reports.chart.fonts import FAMILY, font_bytes
from scheduler.reports.chart.palette import DARK, LIGHT
from scheduler.reports.chart.scene import Scene, Thing
from scheduler.reports.chart.svg import environment, hatches, style


def html(scene: Scene, width_mm: float) -> str:
    """Write a scene as a page.

    Parameters
    ----------
    width_mm
        The width of the sheet, in millimetres, that it is printed on.
    """
    height_mm = width_mm * scene.height / scene.width
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            scene=scene,
            fonts=embedded_fonts(),
            light=style(LIGHT),
            dark=style(DARK),
            sheet=f"{width_mm:.1f}mm {height_mm:.1f}mm",
            tables=_tables(scene),
            style="",
            hatches=hatches(LIGHT),
            is_alone=False,
        )
    )


def embedded_fonts() -> str:
    """Write style rules that hold both faces of the font."""
    rules = []
    for face, weight in (("regular", 400), ("bold", 700)):
        data = b64encode(font_bytes(f"roboto-{face}.woff2")).decode()
        source = f"url(data:font/woff2;base64,{data}) format('woff2')"
        rules.append(f"@font-face{{font-family:{FAMILY};font-weight:{weight};src:{source}}}")
    return "".join(rules)


def _tables(scene: Scene) -> list[tuple[str, list[tuple[int, Thing]]]]:
    """Gather things by section, each with its number in the drawing."""
    numbered = sorted(enumerate(scene.things), key=lambda one: _first(scene, one[1].section))
    return [
        (section, list(found))
        for section, found in groupby(numbered, key=lambda one: one[1].section)
    ]


def _first(scene: Scene, section: str) -> int:
    sections = list(dict.fromkeys(thing.section for thing in scene.things))
    return sections.index(section)
