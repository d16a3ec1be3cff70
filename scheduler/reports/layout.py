"""Lines of text: wrapped, aligned in columns, painted last. No line is ever wider than asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import product

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

Lines = list[Text]

NARROWEST = 60  # below it nothing reads well; a report is drawn for this many columns instead
WIDEST_PROSE = 100  # longer lines are hard to read
INDENT, GAP = 2, 2
COMFORTABLE = 20  # a column of long texts is not made narrower than this without need
ELLIPSIS = "…"

HEADING, QUIET, ALARM, NOTABLE = "bold", "dim", "bold red", "yellow"
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


def clean(text: str) -> str:
    """Take out what would steer the terminal: a document may come from anybody."""
    return text.translate(_CONTROLS)


def cut(text: str, width: int) -> str:
    """Shorten a text to a width; what is missing shows as an ellipsis."""
    text = clean(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + ELLIPSIS if width > 0 else ""


def pad(text: str, width: int) -> str:
    """Fill a text up with blanks to a width, or shorten it."""
    return set_cell_size(cut(text, width), width)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines at blanks, a path also after its slashes."""
    lines: list[str] = []
    line = ""
    for word in clean(text).split():
        for number, piece in enumerate(_pieces(word, width)):
            joint = "" if number or not line else " "
            if line and cell_len(line + joint + piece) > width:
                lines.append(line)
                line = piece
            else:
                line += joint + piece
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is too long after its slashes; what is still too long is shortened."""
    if cell_len(word) <= width:
        return [word]
    parts = word.replace("/", "/\0").split("\0")
    return [cut(part, width) for part in parts if part]


def paragraph(text: str, width: int, indent: int = INDENT, hang: int = 0, style: str = "") -> Lines:
    """Set a text as a paragraph; lines after the first hang by so many columns more."""
    lines = wrap(text, min(width, WIDEST_PROSE) - indent - hang)
    return [
        Text(" " * (indent + (hang if number else 0)) + line, style=style)
        for number, line in enumerate(lines)
    ]


def items(texts: Iterable[str], width: int) -> Lines:
    """Set texts as a list, one dash each."""
    return [
        Text(" " * INDENT + ("  " if number else "- ") + line)
        for text in texts
        for number, line in enumerate(wrap(text, min(width, WIDEST_PROSE) - INDENT - 2))
    ]


def heading(title: str, remark: str = "") -> Text:
    """Set a section's heading, with a quiet remark beside it."""
    return Text.assemble((title, HEADING), (f": {remark}" if remark else "", QUIET))


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    head
        What stands above it.
    is_right
        Numbers: flush right.
    wraps
        Long texts may go over several lines.
    rank
        Which columns go when there is no room: the highest first; 0 always stays.
    """

    head: str
    is_right: bool = False
    wraps: bool = False
    rank: int = 0


Cell = str | Text
Row = Sequence[Cell]


def table(
    columns: Sequence[Column],
    rows: Sequence[Row],
    width: int,
    notes: Mapping[int, str] | None = None,
    note_indent: int = 2 * INDENT,
) -> Lines:
    """Set rows in columns; ``notes`` stand under their row, across all columns, a line each.

    A cell holds several lines when it has line ends; a ``Text`` brings its own style.
    """
    shown, widths, gap = _fit(columns, rows, width - INDENT)
    flush = [columns[i].is_right for i in shown]
    drawn: Lines = []
    heads = [Text(column.head, style=QUIET) for column in columns]
    for number, row in enumerate((heads, *rows), start=-1):
        stacks = [_stack(row[i], size) for i, size in zip(shown, widths, strict=True)]
        for depth in range(max(map(len, stacks))):
            cells = [stack[depth] if depth < len(stack) else Text() for stack in stacks]
            drawn.append(_line(cells, flush, widths, gap))
        for note in (notes or {}).get(number, "").splitlines():
            drawn += paragraph(note, width, indent=note_indent, hang=INDENT, style=QUIET)
    return drawn


def _line(cells: Sequence[Text], flush: Sequence[bool], widths: Sequence[int], gap: int) -> Text:
    line = Text(" " * (INDENT - gap))
    for cell, is_right, size in zip(cells, flush, widths, strict=True):
        blank = Text(" " * (size - cell.cell_len))
        line.append(" " * gap)
        line.append_text(blank + cell if is_right else cell + blank)
    return line


def _cell_lines(cell: Cell) -> list[tuple[str, str]]:
    """Give the lines of a cell, each with its style."""
    if isinstance(cell, str):
        return [(line, "") for line in cell.split("\n")]
    return [
        (line.plain, str(line.spans[0].style if line.spans else line.style))
        for line in cell.split("\n", allow_blank=True)
    ]


def _stack(cell: Cell, width: int) -> list[Text]:
    """Break a cell into lines; a line that is indented stays so."""
    stack = []
    for line, style in _cell_lines(cell):
        indent = min(len(line) - len(line.lstrip(" ")), max(width - 1, 0))
        pieces = wrap(line, width - indent) or [""]
        stack += [Text(" " * indent + piece, style=style) for piece in pieces]
    return stack


def _natural(cells: Iterable[Cell]) -> int:
    return max((cell_len(line) for cell in cells for line, _ in _cell_lines(cell)), default=0)


def _longest_word(cells: Iterable[Cell]) -> int:
    lines = (line for cell in cells for line, _ in _cell_lines(cell))
    return max((cell_len(word) for line in lines for word in line.split()), default=0)


def _fit(
    columns: Sequence[Column], rows: Sequence[Row], room: int
) -> tuple[list[int], list[int], int]:
    """Choose the columns that have room, their widths, and the blanks between them.

    First all on one line, wide apart or close; then with long texts wrapped; then without
    the column that matters least; at last shortened.
    """
    shown = [i for i in range(len(columns)) if any(_natural([row[i]]) for row in rows)] or [0]
    while True:
        cells = [[columns[i].head, *(row[i] for row in rows)] for i in shown]
        natural = [_natural(column) for column in cells]
        least = [
            _longest_word(column) if columns[i].wraps else size
            for i, column, size in zip(shown, cells, natural, strict=True)
        ]
        eased = [max(n, min(COMFORTABLE, most)) for n, most in zip(least, natural, strict=True)]
        going = max(shown, key=lambda i: (columns[i].rank, i))
        wishes = (natural, eased) if columns[going].rank else (natural, eased, least)
        for wish, gap in product(wishes, (GAP, 1)):
            free = room - gap * (len(shown) - 1)
            if sum(wish) <= free:
                return shown, _share(natural, wish, free), gap
        if not columns[going].rank:
            return shown, _squeeze(least, free), 1
        shown.remove(going)


def _share(natural: Sequence[int], least: Sequence[int], free: int) -> list[int]:
    """Give each column its least, then what is left to those that have least of their wish."""
    widths = list(least)
    for _ in range(free - sum(least)):
        got = [size / wish if wish else 1 for size, wish in zip(widths, natural, strict=True)]
        if min(got) >= 1:
            break
        widths[got.index(min(got))] += 1
    return widths


def _squeeze(least: Sequence[int], free: int) -> list[int]:
    """Take from the widest column until the rest fits; its cells will show an ellipsis."""
    widths = list(least)
    while sum(widths) > free:
        widths[widths.index(max(widths))] -= 1
    return widths


def paint(lines: Iterable[Text], colour: bool) -> str:
    """Turn lines into text that ends in a line end, without blanks at line ends.

    Without colour nothing but the words goes out; the environment has no say in either case.
    """
    if not colour:
        return "".join(line.plain.rstrip() + "\n" for line in lines)
    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as capture:
        for line in lines:
            kept = line.copy()
            kept.rstrip()
            console.print(kept, soft_wrap=True, highlight=False)
    return capture.get()


def readable(width: int) -> int:
    """Give the width to draw for: what was asked, but never less than can be read."""
    return max(width, NARROWEST)
