"""The chart as SVG, by a template; the same drawing is part of the HTML page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scheduler.reports.chart.fonts import FAMILY
from scheduler.reports.chart.palette import LIGHT, TEXTS, Palette
from scheduler.reports.chart.scene import Box, Scene, Stroke, Symbol, Text
from scheduler.reports.chart.symbols import outline

if TYPE_CHECKING:
    from jinja2 import Environment


def svg(scene: Scene, fonts: str = "") -> str:
    """Write a scene as an SVG file of its own, by day.

    Parameters
    ----------
    fonts
        Style rules that bring the font along, for viewers that may not have it.
    """
    drawing = (
        environment()
        .get_template("drawing.svg.j2")
        .render(scene=scene, style=fonts + style(LIGHT), hatches=hatches(LIGHT), is_alone=True)
    )
    return f"{drawing}\n"


@cache
def environment() -> Environment:
    """Give the templates, with what they need for numbers and shapes."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("scheduler.reports.chart"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["n"] = number
    made.filters["path"] = path
    made.filters["outline"] = outline_path
    made.tests["box"] = lambda shape: isinstance(shape, Box)
    made.tests["stroke"] = lambda shape: isinstance(shape, Stroke)
    made.filters["forms"] = lambda text: "|".join(text.forms)
    made.filters["is_whole"] = is_whole
    return made


def number(value: float) -> str:
    """Write a length as briefly as a tenth of a unit allows."""
    return f"{value:.1f}".removesuffix(".0")


def path(stroke: Stroke) -> str:
    """Write a line as path data."""
    points = [f"{number(x)} {number(y)}" for x, y in stroke.points]
    return f"M{'L'.join(points)}"


def outline_path(symbol: Symbol) -> str:
    """Write the outline of a symbol around its own point."""
    points = [f"{number(x)} {number(y)}" for x, y in outline(symbol)]
    return f"M{'L'.join(points)}Z"


def is_whole(text: Text) -> bool:
    """Say whether a text has no other wordings."""
    return not text.forms


def style(palette: Palette) -> str:
    """Write the colours of all roles as style rules; literal, for resvg knows no variables."""
    rules = [
        f"text{{font-family:{FAMILY},Arial,sans-serif;font-kerning:none}}.b{{font-weight:700}}"
    ]
    paper = palette["paper"].fill
    rules.append(
        f".m{{paint-order:stroke;stroke:{paper};stroke-width:2.5px;stroke-linejoin:round}}"
    )
    for role, ink in palette.items():
        if role in TEXTS:
            rules.append(f".t-{role}{{fill:{ink.fill}}}")
            continue
        fill = f"url(#h-{role})" if ink.hatch else ink.fill or "none"
        line = f"stroke:{ink.line};stroke-width:{number(ink.width)};" if ink.line else ""
        dashes = f"stroke-dasharray:{' '.join(map(number, ink.dashes))};" if ink.dashes else ""
        sharp = "" if ink.line else "shape-rendering:crispEdges"  # neighbours leave no seam
        rules.append(f".{role}{{fill:{fill};{line}{dashes}{sharp}}}")
        if ink.hatch:
            rules.append(f".hf-{role}{{fill:{ink.fill}}}.hl-{role}{{stroke:{ink.hatch}}}")
        elif ink.line:
            rules.append(f".s-{role}{{fill:{ink.line}}}")
        else:
            rules.append(f".s-{role}{{fill:{ink.fill}}}")
    return "".join(rules)


def hatches(palette: Palette) -> list[str]:
    """List the roles that are hatched."""
    return [role for role, ink in palette.items() if ink.hatch]
