"""The tokenizer: every field with its place, bad quoting told, nothing lost on the way."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scheduler.intake.tokens import QuotingFault, physical_lines, read_rows

AFTER = "Put a comma between, or double each quote inside a quoted field."
WITHIN = "Put the whole field in quotes and double the quotes in it."
CLOSE = "Close it, or double each quote that belongs to the text of a quoted field."

Places = list[tuple[str, int, int]]


def places(text: str) -> list[Places]:
    """Read a text into rows of (field, line, column)."""
    return [[cell[:3] for cell in row] for row in read_rows(text)]


def faults(text: str) -> list[QuotingFault]:
    """List the faults of quoting in a text."""
    return [cell.fault for row in read_rows(text) for cell in row if cell.fault]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("\n\r\n\r", [], id="blank-lines-only"),
        pytest.param("a,bc,d", [[("a", 1, 1), ("bc", 1, 3), ("d", 1, 6)]], id="no-line-end"),
        pytest.param("a,\n", [[("a", 1, 1), ("", 1, 3)]], id="empty-last-field"),
        pytest.param(",", [[("", 1, 1), ("", 1, 2)]], id="empty-fields"),
        pytest.param("a\r\nb\nc\rd", [[("a", 1, 1)], [("b", 2, 1)], [("c", 3, 1)], [("d", 4, 1)]],
                     id="every-line-end"),
        pytest.param("a\n\n\nb", [[("a", 1, 1)], [("b", 4, 1)]], id="blank-lines-count"),
        pytest.param("\ufeffa,b", [[("a", 1, 1), ("b", 1, 3)]], id="byte-order-mark"),
        pytest.param('"a,b",c', [[("a,b", 1, 1), ("c", 1, 7)]], id="comma-in-quotes"),
        pytest.param('"",c', [[("", 1, 1), ("c", 1, 4)]], id="empty-quoted"),
        pytest.param('x,"a""b",c', [[("x", 1, 1), ('a"b', 1, 3), ("c", 1, 10)]], id="doubled"),
        pytest.param('""""', [[('"', 1, 1)]], id="one-quote-quoted"),
        pytest.param('a,"b\nc",d\ne', [[("a", 1, 1), ("b\nc", 1, 3), ("d", 2, 4)], [("e", 3, 1)]],
                     id="line-in-quotes"),
        pytest.param('"b\r\n\r\nc",d\r\n', [[("b\r\n\r\nc", 1, 1), ("d", 3, 4)]],
                     id="blank-line-in-quotes"),
        pytest.param(" a , b", [[(" a ", 1, 1), (" b", 1, 5)]], id="blanks-belong-to-fields"),
        pytest.param("a\u2028b\x0bc,d", [[("a\u2028b\x0bc", 1, 1), ("d", 1, 7)]],
                     id="other-separators-end-no-line"),
    ],
)  # fmt: skip
def test_fields_and_where_they_start(text: str, expected: list[Places]) -> None:
    """Lines and columns count from 1; a quoted field starts at its quote."""
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('a,b"c,d', (1, 4, f"a quote inside a field that does not begin with one."
                                       f" {WITHIN}"), id="quote-in-a-plain-field"),
        pytest.param('a, "b"', (1, 4, f"a quote inside a field that does not begin with one."
                                      f" {WITHIN}"), id="blank-before-a-quote"),
        pytest.param('a,"b"c,d', (1, 6, f"text after a closing quote. {AFTER}"), id="text-after"),
        pytest.param('a,"b" ,d', (1, 6, f"text after a closing quote. {AFTER}"), id="blank-after"),
        pytest.param('x\na,"b\nc,"d",e', (2, 3, f"this quote is not closed: text follows on the"
                                              f" next quote, in line 3. {CLOSE}"), id="forgotten"),
        pytest.param('x\na,"b,c\nd', (2, 3, f"this quote is never closed. {CLOSE}"), id="unclosed"),
        pytest.param('a,"', (1, 3, f"this quote is never closed. {CLOSE}"), id="unclosed-at-end"),
    ],
)  # fmt: skip
def test_bad_quoting_is_told_where_it_shows(text: str, expected: tuple[int, int, str]) -> None:
    """Each fault of quoting has its place and says what to do."""
    assert faults(text) == [expected]


def test_rows_below_an_unclosed_quote_are_read_all_the_same() -> None:
    """An unclosed quote swallows its own line only."""
    assert places('a,"b,c\nd,e\n') == [[("a", 1, 1), ("b,c", 1, 3)], [("d", 2, 1), ("e", 2, 3)]]


def test_what_stands_after_a_faulty_field_is_read() -> None:
    """A bad field ends at the next comma; what it held is kept as well as can be."""
    assert places('x\na,"b\nc,"d",e') == [
        [("x", 1, 1)],
        [("a", 2, 1), ("b", 2, 3)],
        [("c", 3, 1), ("d", 3, 3), ("e", 3, 7)],
    ]
    assert places('"a"b,c') == [[("ab", 1, 1), ("c", 1, 6)]]


table = st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=5), max_size=6)
tricky = st.lists(st.lists(st.text('",\r\n a', max_size=6), min_size=1, max_size=4), max_size=6)


@given(rows=st.one_of(table, tricky), line_end=st.sampled_from(["\r\n", "\n"]))
@example(rows=[["\ufeff"]], line_end="\n")
def test_what_csv_writes_is_read_back(rows: list[list[str]], line_end: str) -> None:
    """Whatever the standard library writes comes back equal, without a fault."""
    rows = [[field.replace("\0", "") for field in row] for row in rows]
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows(rows)
    assert [[cell.text for cell in row] for row in read_rows(file.getvalue())] == rows
    assert faults(file.getvalue()) == []


@given(rows=st.one_of(table, tricky))
def test_what_csv_writes_with_few_quotes_is_read_back(rows: list[list[str]]) -> None:
    """The same with quotes only where they are needed."""
    rows = [[field.replace("\0", "").replace("\ufeff", "") for field in row] for row in rows]
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    assert [[cell.text for cell in row] for row in read_rows(file.getvalue())] == rows
    assert faults(file.getvalue()) == []


@given(rows=st.one_of(table, tricky))
def test_places_point_at_the_fields(rows: list[list[str]]) -> None:
    """At its line and column stands the field, or the quote that opens it."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([[field.replace("\0", "") for field in row] for row in rows])
    lines = physical_lines(file.getvalue())
    for row in read_rows(file.getvalue()):
        for cell in row:
            rest = lines[cell.line - 1][cell.column - 1 :]
            assert rest.startswith('"') or rest.startswith(cell.text)


@given(text=st.text('",\r\nab ', max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    """Bad quoting never stops the reading, and each line is read once."""
    starts = [(cell.line, cell.column) for row in read_rows(text) for cell in row]
    assert starts == sorted(set(starts))
