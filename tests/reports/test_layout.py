"""Lines, paragraphs and tables: aligned, wrapped, never cut without a sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from scheduler.reports.layout import Column, Row, cut, items, pad, paint, paragraph, table, wrap

COLUMNS = (Column("ship"), Column("days", is_right=True), Column("note", wraps=True, rank=1))
ROWS = [("Soyuz MS-23", "219", "flown early and empty, as the replacement"), ("Crew-5", "9", "")]


def plain(lines: list[Text]) -> list[str]:
    """Give lines as they are painted without colour."""
    return paint(lines, colour=False).splitlines()


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one  two\nthree", 13, ["one two three"]),
        ("config/what-if/leak.yaml:18", 12, ["config/", "what-if/", "leak.yaml:18"]),
        ("at a/b/c", 8, ["at a/b/c"]),
        ("Konstantinopolitanski", 10, ["Konstanti…"]),
        ("日本語 日本語", 7, ["日本語", "日本語"]),
        ("red \x1b[31m", 20, ["red [31m"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    """Lines break at blanks, paths after slashes; a longer word shows that it was cut."""
    assert wrap(text, width) == lines


@given(st.text(), st.integers(1, 40))
def test_wrapped_lines_fit(text: str, width: int) -> None:
    """No wrapped line is wider than asked."""
    assert all(cell_len(line) <= width for line in wrap(text, width))


@pytest.mark.parametrize(("width", "short"), [(9, "Prokopyev"), (8, "Prokopy…"), (1, "…"), (0, "")])
def test_cut(width: int, short: str) -> None:
    """A cut name ends in an ellipsis."""
    assert cut("Prokopyev", width) == short


def test_pad() -> None:
    """Wide letters count for two columns when a name is filled up."""
    assert pad("日本", 6) == "日本  "
    assert pad("Prokopyev", 5) == "Prok…"


def test_paragraph_hangs() -> None:
    """Lines after the first hang; prose is never wider than can be read."""
    assert plain(paragraph("one two three", 12, indent=2, hang=2)) == ["  one two", "    three"]
    assert max(map(len, plain(paragraph("word " * 100, 300)))) <= 100


def test_items() -> None:
    """Each item has its dash, and its other lines stand below its text."""
    assert plain(items(["one two", "three"], 9)) == ["  - one", "    two", "  - three"]


def test_table_with_room() -> None:
    """With room every cell stands on one line, numbers flush right."""
    assert plain(table(COLUMNS, ROWS, 80)) == [
        "  ship         days  note",
        "  Soyuz MS-23   219  flown early and empty, as the replacement",
        "  Crew-5          9",
    ]


def test_table_wraps_long_texts() -> None:
    """With less room the long column wraps and the others keep their width."""
    assert plain(table(COLUMNS, ROWS, 44)) == [
        "  ship         days  note",
        "  Soyuz MS-23   219  flown early and empty,",
        "                     as the replacement",
        "  Crew-5          9",
    ]


def test_table_drops_what_matters_least() -> None:
    """With too little room the column of the highest rank goes."""
    assert plain(table(COLUMNS, ROWS, 30)) == [
        "  ship         days",
        "  Soyuz MS-23   219",
        "  Crew-5          9",
    ]


def test_table_shortens_at_last() -> None:
    """Where nothing may go, cells show that they were cut."""
    assert plain(table([Column("who"), Column("ship")], [("Prokopyev", "MS-23")], 13)) == [
        "  who   ship",
        "  Prok… MS-23",
    ]


def test_heads_wrap_with_their_column() -> None:
    """A head longer than its column is wrapped like any cell."""
    columns = [Column("who"), Column("crew up and down", wraps=True)]
    assert plain(table(columns, [("Prokopyev", "none")], 21)) == [
        "  who        crew up",
        "             and down",
        "  Prokopyev  none",
    ]


def test_table_leaves_out_empty_columns() -> None:
    """A column that says nothing in any row is not drawn."""
    assert plain(table(COLUMNS, [("Crew-5", "", "")], 80)) == ["  ship", "  Crew-5"]


def test_cells_and_notes_of_several_lines() -> None:
    """A cell may hold lines, indented ones too; notes stand under their row."""
    rows: list[Row] = [
        ("Soyuz MS-23\n  published", Text("219\n200", style="red"), ""),
        ("Crew-5", "9", ""),
    ]
    assert plain(table(COLUMNS, rows, 80, {0: "early\nempty"})) == [
        "  ship         days",
        "  Soyuz MS-23   219",
        "    published   200",
        "    early",
        "    empty",
        "  Crew-5          9",
    ]


@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.text(max_size=9), st.text(max_size=90)), min_size=1
    ),
    st.integers(40, 120),
)
def test_any_table_fits(rows: list[tuple[str, str, str]], width: int) -> None:
    """No row of any table is wider than asked, and no line of it ends in a blank."""
    for line in plain(table(COLUMNS, rows, width)):
        assert cell_len(line) <= width
        assert line == line.rstrip()
