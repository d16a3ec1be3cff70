"""The growth of planning as a picture: cost against flights on logarithmic axes, as an SVG file.

One panel a cost; a mark for each search, the fitted line through them, its exponent beside its
name. Colours and font are those of the flight-plan chart, by day and, where the viewer asks for
it, by night.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from scheduler.reports.chart.palette import DARK, LIGHT, Palette
from scripts.bench.growth import COSTS, Growth, line_through

FAMILY = "Roboto, Arial, sans-serif"
HUES = ("person-1", "extension", "person-0", "person-3")
PANEL_WIDTH, PANEL_HEIGHT = 460.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 58.0, 16.0, 34.0, 42.0  # room around the field of a panel
COLUMNS = 2
MARK = 3.5
LINE_STEP = 17.0

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Axis:
    """A logarithmic axis between two powers of ten, over a length on paper; y grows upwards."""

    least: int
    most: int
    start: float
    length: float

    @classmethod
    def over(cls, figures: Sequence[float], start: float, length: float) -> Axis:
        """Make an axis with room for all figures."""
        least = floor(log10(min(figures, default=1.0)))
        most = ceil(log10(max(figures, default=10.0)))
        return cls(least, max(most, least + 1), start, length)

    def place(self, figure: float) -> float:
        """Give the place of a figure on paper."""
        share = (log10(figure) - self.least) / (self.most - self.least)
        return self.start + share * self.length

    @property
    def ticks(self) -> list[float]:
        """List the powers of ten."""
        return [10.0**power for power in range(self.least, self.most + 1)]


def svg_of(growth: Growth) -> str:
    """Draw one panel for each cost."""
    rows = ceil(len(COSTS) / COLUMNS)
    width, height = COLUMNS * PANEL_WIDTH, rows * PANEL_HEIGHT
    panels = [
        _panel(cost, {family: growth.points(family, "flights", cost) for family in growth.families})
        for cost in COSTS
    ]
    placed = [
        f'<g transform="translate({number % COLUMNS * PANEL_WIDTH:g} '
        f'{number // COLUMNS * PANEL_HEIGHT:g})">{panel}</g>'
        for number, panel in enumerate(panels)
    ]
    night = f"@media (prefers-color-scheme: dark){{{_style(DARK)}}}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
            f'width="{width:g}" height="{height:g}" role="img">',
            "<title>Cost of planning against flights</title>",
            f"<style>text{{font-family:{FAMILY};font-size:12px}}{_style(LIGHT)}{night}</style>",
            f'<rect class="paper" width="{width:g}" height="{height:g}"/>',
            *placed,
            "</svg>",
            "",
        ]
    )


def _panel(cost: str, series: Mapping[str, Points]) -> str:
    points = [point for found in series.values() for point in found]
    across = Axis.over([size for size, _ in points], LEFT, PANEL_WIDTH - LEFT - RIGHT)
    field = PANEL_HEIGHT - TOP - BOTTOM
    up = Axis.over([figure for _, figure in points], PANEL_HEIGHT - BOTTOM, -field)
    drawn = [
        f'<text class="ink" x="{LEFT:g}" y="18" font-weight="700">{escape(cost)}</text>',
        *_grid(across, up),
    ]
    for number, (family, found) in enumerate(series.items()):
        drawn += _series(number, family, found, across, up)
    return "".join(drawn)


def _grid(across: Axis, up: Axis) -> Iterator[str]:
    bottom, top = up.start, up.start + up.length
    for size in across.ticks:
        x = across.place(size)
        yield f'<path class="grid" d="M{x:.1f} {bottom:.1f}V{top:.1f}"/>'
        yield _text("muted", x, bottom + 16, f"{size:g}", "middle")
    for figure in up.ticks:
        y = up.place(figure)
        yield f'<path class="grid" d="M{across.start:.1f} {y:.1f}h{across.length:.1f}"/>'
        yield _text("muted", across.start - 6, y + 4, f"{figure:g}", "end")
    yield _text("muted", across.start + across.length / 2, bottom + 34, "flights", "middle")


def _series(number: int, family: str, points: Points, across: Axis, up: Axis) -> Iterator[str]:
    """Draw the marks of one family, the line through them, and its line of the legend."""
    hue = f"hue-{number % len(HUES)}"
    for size, figure in points:
        told = f"{family}: {size:g} flights, {figure:.3g}"
        yield _mark(hue, across.place(size), up.place(figure), told)
    line = line_through(points)
    told = "no line: fewer than two sizes"
    if line is not None:
        ends = [min(size for size, _ in points), max(size for size, _ in points)]
        drawn = [f"{across.place(size):.1f} {up.place(line.cost(size)):.1f}" for size in ends]
        yield f'<path class="fit {hue}" d="M{"L".join(drawn)}"/>'
        told = f"exponent {line.exponents[0]:.2f}"
    x, y = across.start + 10, up.start + up.length + 16 + LINE_STEP * number
    yield f'<path class="{hue}" d="M{x - 4:.1f} {y - 8:.1f}h8v8h-8z"/>'
    yield _text("ink", x + 9, y, f"{family}: {told}")


def _text(role: str, x: float, y: float, words: str, anchor: str = "start") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{role}" {place}>{escape(words)}</text>'


def _mark(hue: str, x: float, y: float, told: str) -> str:
    shape = f'<circle class="{hue}" cx="{x:.1f}" cy="{y:.1f}" r="{MARK}">'
    return f"{shape}<title>{escape(told)}</title></circle>"


def _style(palette: Palette) -> str:
    rules = [
        f".paper{{fill:{palette['paper'].fill}}}",
        f".ink{{fill:{palette['ink'].fill}}}",
        f".muted{{fill:{palette['muted'].fill}}}",
        f".grid{{stroke:{palette['grid'].line};stroke-width:1}}",
    ]
    for number, role in enumerate(HUES):
        line = palette[role].line
        fill = line if number % 2 == 0 else palette["paper"].fill  # told apart without colour, too
        rules.append(f".hue-{number}{{fill:{fill};stroke:{line};stroke-width:1.5}}")
    rules.append(".fit{fill:none}")
    return "".join(rules)
