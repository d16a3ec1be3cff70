"""The font of the charts: Roboto, cut down and shipped, so that widths are known everywhere.

Only what is needed is read from the TrueType file: which glyph a letter has, and how wide it is.
There is no kerning in the files, so a text is as wide as its letters together.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FAMILY = "Roboto"
UNKNOWN = "?"  # drawn for a letter that the font has not


@dataclass(frozen=True)
class Font:
    """One face: its bytes, its glyphs by letter, and the advance of each glyph in font units."""

    name: str
    data: bytes
    units_per_em: int
    ascent: int
    descent: int
    glyphs: Mapping[str, int]
    advances: tuple[int, ...]

    def glyph(self, letter: str) -> int:
        """Give the glyph of a letter; that of a question mark for one the font has not."""
        return self.glyphs.get(letter, self.glyphs[UNKNOWN])

    def width(self, text: str, size: float) -> float:
        """Measure a text at a size, in the unit of the size."""
        units = sum(self.advances[self.glyph(letter)] for letter in text)
        return units * size / self.units_per_em


@cache
def font(*, is_bold: bool = False) -> Font:
    """Read the regular or the bold face."""
    face = "bold" if is_bold else "regular"
    data = font_bytes(f"roboto-{face}.ttf")
    tables = {
        tag.decode(): data[start : start + length]
        for tag, _, start, length in struct.iter_unpack(
            ">4sLLL", data[12 : 12 + 16 * struct.unpack_from(">H", data, 4)[0]]
        )
    }
    ascent, descent = struct.unpack_from(">hh", tables["hhea"], 4)
    return Font(
        name=f"{FAMILY}-{face.capitalize()}",
        data=data,
        units_per_em=struct.unpack_from(">H", tables["head"], 18)[0],
        ascent=ascent,
        descent=descent,
        glyphs=_glyphs(tables["cmap"]),
        advances=_advances(tables),
    )


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Measure a text, in the unit of the size."""
    return font(is_bold=is_bold).width(text, size)


def font_bytes(name: str) -> bytes:
    """Read one of the shipped font files."""
    return (files("scheduler.reports.chart") / "fonts" / name).read_bytes()


def _advances(tables: Mapping[str, bytes]) -> tuple[int, ...]:
    """Read a width for each glyph; glyphs past the last width given have that one, too."""
    given = struct.unpack_from(">H", tables["hhea"], 34)[0]
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    widths = [struct.unpack_from(">H", tables["hmtx"], 4 * number)[0] for number in range(given)]
    return (*widths, *[widths[-1]] * (count - given))


def _glyphs(cmap: bytes) -> dict[str, int]:
    """Read the letters of the Unicode table (format 4)."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    starts = {struct.unpack_from(">HHL", cmap, 4 + 8 * number) for number in range(count)}
    table = next(cmap[at:] for platform, _, at in starts if _is_unicode(cmap, platform, at))
    half = struct.unpack_from(">H", table, 6)[0] // 2
    ends, begins, deltas, offsets = (
        struct.unpack_from(f">{half}H", table, 14 + 2 * half * part + (2 if part else 0))
        for part in range(4)
    )
    found: dict[str, int] = {}
    for number in range(half):
        base = 16 + 6 * half + 2 * number
        for code in range(begins[number], min(ends[number], 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                place = base + offsets[number] + 2 * (code - begins[number])
                glyph = struct.unpack_from(">H", table, place)[0]
            found[chr(code)] = (glyph + deltas[number]) & 0xFFFF
    return found


def _is_unicode(cmap: bytes, platform: int, start: int) -> bool:
    return platform in (0, 3) and struct.unpack_from(">H", cmap, start)[0] == 4
