"""Labels of one row: they shorten, move or drop, in that order, and never overlap.

Each label gets a room of its own: its bar, or the free place beside it. What fits there is
decided by measured widths, so nothing is cut and nothing touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scheduler.reports.chart.fonts import text_width

PAD = 3.0  # kept free at each end of a room
Room = tuple[float, float]
Measure = Callable[[str], float]


@dataclass(frozen=True)
class Wanted:
    """A label asked for: where its bar is, and its wordings, the longest first.

    ``brief`` ones are hard to read alone: they are tried when the others fit nowhere.
    """

    start: float
    end: float
    forms: tuple[str, ...]
    brief: tuple[str, ...] = ()


@dataclass(frozen=True)
class Placed:
    """A label with its room; ``text`` is empty where it was dropped.

    It ``is_moved`` when it stands beside its bar, and ``is_before`` when it ends there.
    """

    text: str
    room: Room
    is_moved: bool = False
    is_before: bool = False

    def x(self, ruler: Measure) -> float:
        """Give where the text begins: it stands beside its bar, or at the start of its room."""
        return self.room[1] - PAD - ruler(self.text) if self.is_before else self.room[0] + PAD


def measure(size: float, *, is_bold: bool = False) -> Measure:
    """Give the ruler for texts of a size."""
    return lambda text: text_width(text, size, is_bold=is_bold)


def fitting(forms: Iterable[str], room: Room, ruler: Measure) -> str:
    """Choose the longest wording that a room holds; nothing where none fits."""
    width = room[1] - room[0] - 2 * PAD
    return next((form for form in forms if form and ruler(form) <= width), "")


def shortened(text: str, width: float, ruler: Measure) -> str:
    """Cut a text that has to stand somewhere, ending in dots where it was cut."""
    if ruler(text) <= width:
        return text
    while text and ruler(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…" if text else ""


def place(wanted: Sequence[Wanted], edges: Room, ruler: Measure) -> list[Placed]:
    """Place the labels of one row, whose bars may touch but not overlap.

    Parameters
    ----------
    wanted
        In the order of their bars from left to right.
    edges
        Where the row begins and ends.
    """
    placed = [_inside(one, ruler) for one in wanted]
    gaps = _gaps(wanted, edges)
    for number, one in enumerate(wanted):
        if placed[number].text or not one.forms:
            continue
        for side in (number + 1, number):  # after the bar, else before it
            text = fitting(one.forms, gaps[side], ruler)
            if text:
                placed[number] = Placed(text, gaps[side], True, side == number)
                gaps[side] = (gaps[side][1], gaps[side][1])
                break
        else:
            placed[number] = Placed(
                fitting(one.brief, placed[number].room, ruler), placed[number].room
            )
    return placed


def _inside(one: Wanted, ruler: Measure) -> Placed:
    room = (one.start, one.end)
    return Placed(fitting(one.forms, room, ruler), room)


def _gaps(wanted: Sequence[Wanted], edges: Room) -> list[Room]:
    """List the free places of a row: before the first bar, between bars, after the last."""
    if not wanted:
        return [edges]
    between = [(before.end, max(before.end, after.start)) for before, after in pairwise(wanted)]
    return [(edges[0], wanted[0].start), *between, (wanted[-1].end, edges[1])]


def pack(spans: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """Give each span a lane in which it overlaps no other; the first free lane, in order."""
    ends: list[float] = []
    lanes: list[int] = []
    for start, end in spans:
        lane = next((n for n, last in enumerate(ends) if last + gap <= start), len(ends))
        if lane == len(ends):
            ends.append(end)
        ends[lane] = end
        lanes.append(lane)
    return lanes
