"""The chart as PDF: one page, vectors and real text, drawn from the same scene.

Written by hand, for it is little: boxes, lines, hatches and one embedded font. Equal scenes give
equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.reports.chart.fonts import font
from scheduler.reports.chart.palette import LIGHT, Ink
from scheduler.reports.chart.pdf_file import PdfFile, font_objects
from scheduler.reports.chart.scene import Box, Layer, Scene, Shape, Stroke, Symbol, Text, Thing
from scheduler.reports.chart.symbols import outline

POINTS_PER_MM = 72 / 25.4
HATCH_STEP, HATCH_WIDTH = 7.07, 1.6  # as in the drawing: a line every 5 units, at 45 degrees


def pdf(scene: Scene, width_mm: float) -> bytes:
    """Draw a scene as a PDF of one page.

    Parameters
    ----------
    width_mm
        The width of the page; its height follows.
    """
    scale = width_mm * POINTS_PER_MM / scene.width
    height = scene.height * scale
    drawn = [f"{_n(scale)} 0 0 {_n(-scale)} 0 {_n(height)} cm", *_operators(scene)]
    file = PdfFile()
    fonts = [font_objects(file, is_bold=is_bold) for is_bold in (False, True)]
    content = file.stream("\n".join(drawn).encode("ascii"))
    names = " ".join(f"/F{number} {font} 0 R" for number, font in enumerate(fonts))
    page = file.reserve()
    pages = file.add(f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
    box = f"[0 0 {_n(width_mm * POINTS_PER_MM)} {_n(height)}]"
    file.fill(
        page,
        f"<</Type/Page/Parent {pages} 0 R/MediaBox{box}/Contents {content} 0 R"
        f"/Resources<</Font<<{names}>>>>>>",
    )
    return file.written(pages, scene.title)


def _operators(scene: Scene) -> Iterator[str]:
    yield from _shape(Box(0, 0, scene.width, scene.height, "paper"))
    drawn: list[Layer | Thing] = [scene.frame, scene.grid, *scene.things]
    for layer in drawn:
        for shape in layer.shapes:
            yield from _shape(shape)
        for text in layer.texts:
            if text.text:
                yield _text(text)


def _shape(shape: Shape) -> Iterator[str]:
    ink = LIGHT[shape.role]
    match shape:
        case Box():
            yield from _box(shape, ink)
        case Stroke():
            yield from (_pen(ink), _points(shape.points), "S")
        case Symbol():
            corners = [(shape.x + x, shape.y + y) for x, y in outline(shape)]
            yield from (_colour(ink.line or ink.fill, "rg"), _points(corners), "h f")


def _box(box: Box, ink: Ink) -> Iterator[str]:
    rectangle = f"{_n(box.x)} {_n(box.y)} {_n(box.w)} {_n(box.h)} re"
    if ink.fill:
        yield from (_colour(ink.fill, "rg"), rectangle, "f")
    if ink.hatch:
        yield from ("q", rectangle, "W n", _colour(ink.hatch, "RG"), f"{HATCH_WIDTH} w [] 0 d")
        yield from (*_hatch(box), "Q")
    if ink.line:
        yield from (_pen(ink), rectangle, "S")


def _hatch(box: Box) -> Iterator[str]:
    """Draw lines that rise to the right, each through points of one sum of x and y."""
    total = HATCH_STEP * int((box.x + box.y) / HATCH_STEP)
    while total < box.x + box.w + box.y + box.h + HATCH_STEP:
        yield _points(((total - box.y, box.y), (total - box.y - box.h, box.y + box.h)))
        yield "S"
        total += HATCH_STEP


def _text(text: Text) -> str:
    face = font(is_bold=text.is_bold)
    glyphs = "".join(f"{face.glyph(letter):04X}" for letter in text.text)
    colour = _colour(LIGHT[text.role].fill, "rg")
    place = f"1 0 0 -1 {_n(text.x)} {_n(text.y)} Tm"
    return f"{colour} BT /F{int(text.is_bold)} {_n(text.size)} Tf {place} <{glyphs}> Tj ET"


def _pen(ink: Ink) -> str:
    dashes = " ".join(map(_n, ink.dashes))
    return f"{_colour(ink.line, 'RG')} {_n(ink.width)} w [{dashes}] 0 d"


def _points(points: Sequence[tuple[float, float]]) -> str:
    first, *others = [f"{_n(x)} {_n(y)}" for x, y in points]
    return " ".join((f"{first} m", *(f"{point} l" for point in others)))


def _colour(colour: str | None, operator: str) -> str:
    assert colour is not None
    shares = [_n(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    return f"{' '.join(shares)} {operator}"


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").removesuffix(".")
