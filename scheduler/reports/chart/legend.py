"""The legend: what bars, hatches and lines mean, of those that are on the chart."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.labels import measure
from scheduler.reports.chart.page import MARGIN, Page
from scheduler.reports.chart.scene import Box, Layer, Shape, Stroke, Text, Thing

SIZE = 11.0
SWATCH, SPACE, LINE = 18.0, 16.0, 17.0
MEANINGS = {
    "crewed": "crew ship",
    "cargo": "cargo ship",
    "joint": "moves to another port",
    "extension": "aboard longer than published",
    "ghost": "other plan",
    "arrow": "moved",
    "places": "certified seats",
    "places-more": "improvised or emergency places",
    "heads": "people aboard",
    "lacking": "people without a certified seat",
    "direct": "direct handover, overlap",
    "gap": "indirect handover, gap",
    "health": "ship out of health",
    "outage": "outage",
    "waiver": "waiver in use",
    "allowed": "allowed days",
    "forbidden": "closed days",
}


def legend(charted: Charted, page: Page, y: float, things: Sequence[Thing]) -> Layer:
    """Lay out the legend in as many lines as it takes."""
    used = {shape.role for thing in things for shape in thing.shapes}
    used |= {"places", "heads"}
    if any(len(flight.ports) > 1 for flight in charted.plan.flights if flight.flies):
        used.add("joint")
    if charted.other is not None:
        used.add("arrow")
    if any(seat.grade > 1 for seat in charted.plan.seats):
        used |= {"lacking", "places-more"}
    x, shapes, texts = MARGIN, list[Shape](), list[Text]()
    for role, words in MEANINGS.items():
        if role not in used:
            continue
        said = charted.other.title if role == "ghost" and charted.other else words
        width = SWATCH + 5 + measure(SIZE)(said)
        if x + width > page.width - MARGIN:
            x, y = MARGIN, y + LINE
        shapes.append(_swatch(role, x, y))
        texts.append(Text(x + SWATCH + 5, y + 9, said, SIZE, "muted"))
        x += width + SPACE
    return Layer(tuple(shapes), tuple(texts))


def _swatch(role: str, x: float, y: float) -> Shape:
    if role in ("joint", "heads", "arrow"):
        return Stroke(((x, y + 5), (x + SWATCH, y + 5)), role)
    return Box(x, y, SWATCH, 10, role)
