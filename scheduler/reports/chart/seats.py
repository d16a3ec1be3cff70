"""The step chart: certified seats and other places against the people aboard, trouble in red."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from scheduler.domain import Grade
from scheduler.reports.chart.axis import Axis
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.headcount import Level, levels
from scheduler.reports.chart.labels import Wanted, measure, place
from scheduler.reports.chart.scene import Box, Layer, Shape, Stroke, Text, Thing

SECTION = "Seats against people"
STEPS = (1, 2, 4, 5, 10, 20)


def draw_seats(
    charted: Charted, axis: Axis, y: float, h: float, size: float
) -> tuple[list[Thing], Layer]:
    """Draw the step chart into a band; its scale comes apart, for it stands still."""
    found = levels(charted)
    if not found:
        return [], Layer()
    most = max(max(level.certified + level.others, level.heads) for level in found) or 1
    top, bottom = y + size * 1.5, y + h - 1.0
    unit = (bottom - top) / most
    things = [_draw(level, axis, bottom, unit) for level in found]
    lines = _head_line(found, axis, bottom, unit)
    things += _labels(found, axis, y + size * 1.05, size)
    line = Thing(
        SECTION, "People aboard", found[0].from_on, found[-1].to_on, _most(found), (lines,)
    )
    return [*things, line], _scale(axis, most, bottom, unit, size)


def _most(found: Sequence[Level]) -> tuple[str, ...]:
    heads = [level.heads for level in found]
    return (f"{min(heads)} at least, {max(heads)} at most",)


def _draw(level: Level, axis: Axis, bottom: float, unit: float) -> Thing:
    left, right = axis.span(level.from_on, level.to_on)
    width, seats = right - left, bottom - unit * level.certified
    shapes: list[Shape] = [Box(left, seats, width, unit * level.certified, "places")]
    if level.others:
        height = unit * level.others
        shapes.append(Box(left, seats - height, width, height, "places-more"))
    if level.lacking:
        height = unit * level.lacking
        shapes.append(Box(left, bottom - unit * level.heads, width, height, "lacking"))
    name = f"{level.heads} people, {level.certified} certified seats"
    return Thing(SECTION, name, level.from_on, level.to_on, level.words, tuple(shapes))


def _head_line(found: Sequence[Level], axis: Axis, bottom: float, unit: float) -> Stroke:
    points: list[tuple[float, float]] = []
    for level in found:
        left, right = axis.span(level.from_on, level.to_on)
        height = bottom - unit * level.heads
        points += [(left, height), (right, height)]
    kept = [points[0]]
    for point, following in pairwise(points[1:]):
        if not kept[-1][1] == point[1] == following[1]:
            kept.append(point)
    return Stroke((*kept, points[-1]), "heads")


def _labels(found: Sequence[Level], axis: Axis, y: float, size: float) -> list[Thing]:
    """Say above the chart how many lack a certified seat, spell by spell."""
    spells = [list(group) for bad, group in groupby(found, lambda one: one.lacking > 0) if bad]
    starts = [axis.x(spell[0].from_on) for spell in spells]
    ends = [*starts[1:], axis.plot.right][: len(starts)]
    wanted = [
        Wanted(start, end, _lacking_forms(spell))
        for spell, start, end in zip(spells, starts, ends, strict=True)
    ]
    ruler = measure(size, is_bold=True)
    things = []
    for spell, one, placed in zip(
        spells, wanted, place(wanted, (axis.plot.x, axis.plot.right), ruler), strict=True
    ):
        text = Text(
            placed.room[0] + 3, y, placed.text, size, "alarm", True, placed.room, one.forms, True
        )
        said = one.forms[0]
        things.append(Thing(SECTION, said, spell[0].from_on, spell[-1].to_on, (), (), (text,)))
    return things


def _lacking_forms(spell: Sequence[Level]) -> tuple[str, ...]:
    """Word a spell, the longest first; somebody without any seat is told before all else."""
    most = max(level.lacking for level in spell)
    none = max(dict(level.grades).get(Grade.G4, 0) for level in spell)
    long = f"{most} without a certified seat"
    if none:
        return f"{long}, {none} without any", f"{none} without any seat", f"{none} without!"
    return long, f"{most} not certified", f"{most}!"


def _scale(axis: Axis, most: int, bottom: float, unit: float, size: float) -> Layer:
    """Draw numbers beside the chart, as many as there is height for."""
    step = next((step for step in STEPS if step * unit >= size * 1.3), STEPS[-1])
    texts, shapes = [], []
    for number in range(step, most + 1, step):
        y, text = bottom - number * unit, str(number)
        shapes.append(Stroke(((axis.plot.x - 4, y), (axis.plot.x, y)), "edge"))
        width = measure(size)(text)
        texts.append(Text(axis.plot.x - 7 - width, y + size * 0.34, text, size, "muted"))
    return Layer(tuple(shapes), tuple(texts))
