"""The file format of PDF 1.7, as much of it as one page needs: objects, streams, one font kind.

Source: ISO 32000-1, 7.5 (file structure), 9.7 (composite fonts), 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import zlib
from itertools import islice

from scheduler.reports.chart.fonts import font

MOST_PER_BLOCK = 100  # entries of a ToUnicode block


class PdfFile:
    """Collects numbered objects and writes them out with their table."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def reserve(self) -> int:
        """Give the number of an object that is filled later."""
        self._objects.append(b"")
        return len(self._objects)

    def fill(self, number: int, body: str | bytes) -> None:
        """Give an object its body."""
        self._objects[number - 1] = body.encode("latin-1") if isinstance(body, str) else body

    def add(self, body: str | bytes) -> int:
        """Add an object and give its number."""
        number = self.reserve()
        self.fill(number, body)
        return number

    def stream(self, data: bytes, keys: str = "") -> int:
        """Add a compressed stream and give its number."""
        packed = zlib.compress(data, 9)
        head = f"<<{keys}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode("latin-1")
        return self.add(head + packed + b"\nendstream")

    def written(self, pages: int, title: str) -> bytes:
        """Write the whole file, with the title that a viewer shows."""
        told = f"<FEFF{title.encode('utf-16-be').hex().upper()}>"
        info = self.add(f"<</Title{told}>>")
        root = self.add(
            f"<</Type/Catalog/Pages {pages} 0 R/Lang(en)"
            "/ViewerPreferences<</DisplayDocTitle true>>>>"
        )
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self._objects, start=1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        table = len(out)
        count = len(places) + 1
        out += f"xref\n0 {count}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
        trailer = f"<</Size {count}/Root {root} 0 R/Info {info} 0 R>>"
        out += f"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n".encode()
        return bytes(out)


def font_objects(file: PdfFile, *, is_bold: bool) -> int:
    """Embed a face of the font and give the number of its font object."""
    face = font(is_bold=is_bold)
    per_mille = 1000 / face.units_per_em
    data = file.stream(face.data, f"/Length1 {len(face.data)}")
    ascent, descent = round(face.ascent * per_mille), round(face.descent * per_mille)
    about = file.add(
        f"<</Type/FontDescriptor/FontName/{face.name}/Flags 32"
        f"/FontBBox[-500 {descent} 1500 {ascent}]"
        f"/ItalicAngle 0/Ascent {ascent}/Descent {descent}/CapHeight 711/StemV 80"
        f"/FontFile2 {data} 0 R>>"
    )
    widths = " ".join(str(round(width * per_mille)) for width in face.advances)
    inner = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{face.name}/CIDToGIDMap/Identity"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {about} 0 R/W[0[{widths}]]>>"
    )
    letters = file.stream(_to_unicode(is_bold=is_bold).encode("ascii"))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{face.name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {letters} 0 R>>"
    )


def _to_unicode(*, is_bold: bool) -> str:
    """Say which letter each glyph stands for, so that text can be searched and copied."""
    glyphs = {glyph: letter for letter, glyph in font(is_bold=is_bold).glyphs.items()}
    entries = iter(f"<{glyph:04X}> <{ord(letter):04X}>" for glyph, letter in glyphs.items())
    blocks = []
    while block := list(islice(entries, MOST_PER_BLOCK)):
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *blocks,
            "endcmap end end",
        )
    )
