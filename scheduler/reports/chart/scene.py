"""What is drawn, as plain values: boxes, strokes, symbols and texts with their places decided.

Every format draws the same scene. Lengths are in units of the page, from its upper left corner;
``role`` names a colour of the palette.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float
    role: str


@dataclass(frozen=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    role: str


@dataclass(frozen=True)
class Symbol:
    """A small mark around a point: ``diamond``, ``dot``, ``left`` or ``right`` arrow head."""

    x: float
    y: float
    shape: str
    role: str
    size: float = 5.0


@dataclass(frozen=True)
class Text:
    """A text on its base line, within a room that is its own.

    ``forms`` are all wordings, the longest first; ``text`` is the one that was chosen, empty for
    a label that was dropped: a reader who zooms in has room for a longer one.
    One that stands ``is_beside`` its bar gets a halo; ``is_before`` it, it ends with its room.
    """

    x: float
    y: float
    text: str
    size: float
    role: str = "ink"
    is_bold: bool = False
    room: tuple[float, float] = (0.0, 0.0)
    forms: tuple[str, ...] = ()
    is_beside: bool = False
    is_before: bool = False


Shape = Box | Stroke | Symbol


@dataclass(frozen=True)
class Thing:
    """Something on the chart that a reader may ask about: its shapes and the facts behind it."""

    section: str
    name: str
    from_on: date | None
    to_on: date | None
    facts: tuple[str, ...] = ()
    shapes: tuple[Shape, ...] = ()
    texts: tuple[Text, ...] = ()

    @property
    def days(self) -> str:
        """Say when it is, with the last day included."""
        first = str(self.from_on) if self.from_on else "before"
        return first if self.from_on == self.to_on else f"{first} up to {self.to_on or 'open'}"


@dataclass(frozen=True)
class Plot:
    """The part of the page in which time goes across."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.y + self.h


@dataclass(frozen=True)
class Layer:
    """Shapes and texts that nobody asks about: rows, grid, axis, legend."""

    shapes: tuple[Shape, ...] = ()
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Scene:
    """A whole chart; ``grid`` moves with time when a reader zooms, ``frame`` stands still."""

    width: float
    height: float
    title: str
    subtitle: str
    frame: Layer
    grid: Layer
    things: tuple[Thing, ...]
    plot: Plot
