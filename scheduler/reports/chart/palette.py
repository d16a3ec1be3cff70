"""The colours of the charts, by role: by day and by night, all texts at AA contrast.

No meaning rests on colour alone: what matters is hatched, dashed, or told by a label.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ink:
    """How a role is drawn: fill, outline, width of the outline, its dashes, hatching."""

    fill: str | None = None
    line: str | None = None
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    hatch: str | None = None


Palette = dict[str, Ink]

TEXTS = ("ink", "muted", "alarm", "note")
"""The roles of texts."""

LIGHT: Palette = {
    "paper": Ink("#ffffff"),
    "ink": Ink("#16202c"),
    "muted": Ink("#475363"),
    "alarm": Ink("#a3150e"),
    "note": Ink("#5b2d86"),
    "band": Ink("#f3f5f8"),
    "outside": Ink("#e9ecf1"),
    "grid": Ink(None, "#dde2e9", 0.8),
    "year": Ink(None, "#98a3b3", 1.0),
    "edge": Ink(None, "#5d6a7c", 1.0),
    "as-of": Ink(None, "#475363", 1.2, (5, 3)),
    "today": Ink(None, "#b8005c", 1.8),
    "crewed": Ink("#bfd9f6", "#2462a6"),
    "cargo": Ink("#ece7da", "#9a8f75", 0.8),
    "joint": Ink(None, "#2462a6", 1.6),
    "person-0": Ink("#c6e6d3", "#2b7a52", 0.8),
    "person-1": Ink("#cbdcf4", "#3a68a8", 0.8),
    "person-2": Ink("#f3e0b5", "#8f6a14", 0.8),
    "person-3": Ink("#e3d6f3", "#7350a0", 0.8),
    "extension": Ink("#fbd9bd", "#a64b00", 0.8, (), "#f0b183"),
    "allowed": Ink("#fbf0c0", "#a58a1f", 0.8),
    "forbidden": Ink("#f9d8d4", "#a3352c", 0.8, (), "#edb3ac"),
    "expedition": Ink("#e6e9f7", "#5a66a8", 0.8),
    "places": Ink("#d3ead9"),
    "places-more": Ink("#edf3df", hatch="#c6d19d"),
    "lacking": Ink("#e0483e", "#8f1710", 0.8, (), "#b3261e"),
    "heads": Ink(None, "#16202c", 2.2),
    "direct": Ink("#c6e6d3", "#2b7a52"),
    "gap": Ink("#ffffff", "#a3150e", 1.2, (3, 2)),
    "health": Ink("#f9dedb", "#a3150e", 1.0, (), "#f3c6c1"),
    "strip": Ink("#e0483e", hatch="#8f1710"),
    "outage": Ink("#e9ddc9", "#6e4f14", 1.0, (), "#d1bd98"),
    "waiver": Ink("#e3d6f3", "#5b2d86"),
    "ghost": Ink("#ffffff", "#5d6a7c", 0.9, (3, 2)),
    "arrow": Ink(None, "#b8005c", 1.1),
    "arrow-head": Ink("#b8005c"),
    "none": Ink(None, None),
}

DARK: Palette = {
    "paper": Ink("#10161e"),
    "ink": Ink("#edf1f6"),
    "muted": Ink("#b3bfcd"),
    "alarm": Ink("#ffb0a8"),
    "note": Ink("#dcc3ff"),
    "band": Ink("#171f2a"),
    "outside": Ink("#1f2833"),
    "grid": Ink(None, "#26313e", 0.8),
    "year": Ink(None, "#5c6b7e", 1.0),
    "edge": Ink(None, "#8d9aab", 1.0),
    "as-of": Ink(None, "#b3bfcd", 1.2, (5, 3)),
    "today": Ink(None, "#ff6fb1", 1.8),
    "crewed": Ink("#1d4573", "#6fa8e8"),
    "cargo": Ink("#3a362b", "#a69a7d", 0.8),
    "joint": Ink(None, "#6fa8e8", 1.6),
    "person-0": Ink("#1f4d37", "#5fbf8f", 0.8),
    "person-1": Ink("#284368", "#7fa9e0", 0.8),
    "person-2": Ink("#4e3d14", "#cda545", 0.8),
    "person-3": Ink("#432f60", "#ae8bdc", 0.8),
    "extension": Ink("#5d3412", "#f0a060", 0.8, (), "#7a4519"),
    "allowed": Ink("#4a4012", "#cdb64b", 0.8),
    "forbidden": Ink("#5a2521", "#e58a81", 0.8, (), "#77322c"),
    "expedition": Ink("#2a3158", "#95a0de", 0.8),
    "places": Ink("#1d4430"),
    "places-more": Ink("#333b1d", hatch="#4a5529"),
    "lacking": Ink("#c23a30", "#ffb0a8", 0.8, (), "#8f1710"),
    "heads": Ink(None, "#edf1f6", 2.2),
    "direct": Ink("#1f4d37", "#5fbf8f"),
    "gap": Ink("#10161e", "#ffb0a8", 1.2, (3, 2)),
    "health": Ink("#5a2521", "#ffb0a8", 1.0, (), "#77322c"),
    "strip": Ink("#c23a30", hatch="#ffb0a8"),
    "outage": Ink("#4a3a1b", "#d3b274", 1.0, (), "#604c25"),
    "waiver": Ink("#432f60", "#dcc3ff"),
    "ghost": Ink("#10161e", "#8d9aab", 0.9, (3, 2)),
    "arrow": Ink(None, "#ff6fb1", 1.1),
    "arrow-head": Ink("#ff6fb1"),
    "none": Ink(None, None),
}


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
