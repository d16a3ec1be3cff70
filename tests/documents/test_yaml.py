"""YAML to plain data: YAML 1.2 scalars, places of keys and values, faults of the text itself."""

from __future__ import annotations

from codecs import BOM_UTF8
from math import inf, isnan
from pathlib import Path

import pytest

from scheduler.documents.document import ANY
from scheduler.documents.yaml import DEEPEST, parse_yaml, plain_scalar, read_yaml
from scheduler.domain import Place
from scheduler.errors import InputError


def faults(text: str) -> list[str]:
    """Give the faults of a text as ``line:column: text``."""
    found = parse_yaml(text, "f").faults
    return [f"{fault.line}:{fault.column}: {fault.text}" for fault in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("12", 12),
        ("-3", -3),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("-.inf", -inf),
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("2023-01-11", "2023-01-11"),
        ("2023-02-30", "2023-02-30"),
        ("soyuz-ms-22", "soyuz-ms-22"),
    ],
)
def test_plain_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    """No 1.1 surprises: ``no`` is text, ``010`` is ten, and a day stays text."""
    read = plain_scalar(text)
    assert read == value
    assert type(read) is type(value)


def test_not_a_number_is_read_as_one() -> None:
    """``.nan`` is a number of YAML, which no field of ours takes."""
    read = plain_scalar(".nan")
    assert isinstance(read, float)
    assert isnan(read)


def test_a_number_of_too_many_digits_is_no_whole_number() -> None:
    """Thousands of digits do not stop the reading."""
    assert isinstance(plain_scalar("9" * 5000), float)


def test_quoted_scalars_are_text() -> None:
    """Quotes and blocks keep what is written."""
    assert parse_yaml("a: '12'\nb: \"no\"\nc: |\n  3\n", "f").data == {
        "a": "12",
        "b": "no",
        "c": "3\n",
    }


def test_keys_and_values_have_their_places() -> None:
    """Lines and columns count from 1, in characters, not bytes."""
    document = parse_yaml("é: ü\nlist:\n  - {ß: 1, b: [x, y]}\n", "f")
    assert document.data == {"é": "ü", "list": [{"ß": 1, "b": ["x", "y"]}]}
    assert document.at("é", on_key=True) == Place("f", 1, 1)
    assert document.at("é") == Place("f", 1, 4)
    assert document.at("list", 0) == Place("f", 3, 5)
    assert document.at("list", 0, "b", on_key=True) == Place("f", 3, 12)
    assert document.at("list", 0, "b", 1) == Place("f", 3, 19)


def test_what_is_missing_stands_where_its_group_begins() -> None:
    """A complaint of a missing key points at the group that lacks it."""
    document = parse_yaml("a:\n  b: 1\n", "f")
    assert document.at("a", "c") == Place("f", 2, 3)
    assert document.at("z") == Place("f", 1, 1)


def test_values_are_found_by_their_steps() -> None:
    """Steps lead on through groups and lists; to nothing where nothing stands."""
    document = parse_yaml("a: [{b: 1}, {b: 2}]\n", "f")
    assert document.value(("a", 1, "b")) == 2
    assert document.value(("a", 2, "b")) is None
    assert document.value(("a", "b")) is None
    assert list(document.matching("a", ANY, "b")) == [("a", 0, "b"), ("a", 1, "b")]
    assert list(document.matching("a", ANY, "c")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "",
            ["1:1: the file is empty. Give keys with values, as in title: Soyuz slips."],
            id="empty",
        ),
        pytest.param(
            "# only a comment\n",
            ["1:1: the file is empty. Give keys with values, as in title: Soyuz slips."],
            id="comment",
        ),
        pytest.param(
            "\n- a\n",
            ["2:1: the file holds no keys. Give keys with values, as in title: Soyuz slips."],
            id="list",
        ),
        pytest.param(
            "a: 1\nb: 2\na: {c: [3]}\n",
            ["3:1: 'a' stands here a second time (first: line 1). Keep one."],
            id="duplicate",
        ),
        pytest.param(
            "a: &x 1\nb: *x\nc: !mine [2]\n",
            [
                "1:4: anchor &x is not read here. Leave it out.",
                "2:4: alias *x is not read here. Write the value out.",
                "3:4: tag !mine is not read here. Write the plain value.",
            ],
            id="anchor-alias-tag",
        ),
        pytest.param(
            "a: &a [*a]\n",
            [
                "1:4: anchor &a is not read here. Leave it out.",
                "1:8: alias *a is not read here. Write the value out.",
            ],
            id="endless",
        ),
        pytest.param(
            "a:\nb: [1, ~]\n",
            [
                "1:3: 'a' has no value. Give one, or leave it out.",
                "2:8: an item has no value. Give one, or leave it out.",
            ],
            id="no-value",
        ),
        pytest.param(
            "? [a, {b: c}]\n: 1\n!!str d: 2\n",
            [
                "1:3: a key stands here that is no plain text. Give a word.",
                "3:1: a key stands here that is no plain text. Give a word.",
            ],
            id="no-key",
        ),
        pytest.param(
            "a: 1\n---\nb: 2\n",
            ["2:1: a second document starts here. Keep one in a file."],
            id="two-documents",
        ),
        pytest.param(
            "a:\n\tb: 1\n  \tc: 2\n",
            [
                "2:1: a tab stands before the text. Indent with spaces.",
                "3:3: a tab stands before the text. Indent with spaces.",
            ],
            id="tabs",
        ),
        pytest.param(
            "a: b\x07\nc: \x1b\n",
            [
                "1:5: character U+0007 is no text. Take it out.",
                "2:4: character U+001B is no text. Take it out.",
            ],
            id="control-characters",
        ),
        pytest.param(
            "a: b: c\n",
            [
                "1:5: a ':' stands where none can be. Put quotes round the text, "
                "or begin a new line."
            ],
            id="colon",
        ),
        pytest.param(
            "a: [1, 2\nb: 3\n",
            ["1:4: the list that opens here is not closed. Close it with ]."],
            id="open-list",
        ),
        pytest.param(
            "a: {b: 1\nc: 3\n",
            ["1:4: the '{' that opens here is not closed. Close it with }."],
            id="open-group",
        ),
        pytest.param(
            "a: 'x\nb: 2\n", ["1:4: the quote that opens here is not closed. Close it."], id="quote"
        ),
        pytest.param("a: 1\nb\n", ["2:1: this line has no ':'. Write key: value."], id="no-colon"),
        pytest.param(
            "a: @x\n", ["1:4: a text cannot begin with '@'. Put quotes round it."], id="at-sign"
        ),
        pytest.param(
            "a:\n- b: 1\n c: 2\n",
            [
                "3:2: no key begins here. Indent the line as those around it, and put quotes round "
                "all of a text or none."
            ],
            id="indent",
        ),
        pytest.param(
            "%YAML 3.0\n---\na: 1\n",
            ["1:1: this is no YAML (found incompatible YAML document). Write key: value."],
            id="other",
        ),
    ],
)
def test_faults_of_the_text_are_told_with_their_place(text: str, told: list[str]) -> None:
    """What is wrong, where, and what to give instead; the parser's own words are not shown."""
    assert faults(text) == told


def test_what_follows_a_duplicate_is_still_read() -> None:
    """The first value holds, and the rest of the file can be judged."""
    assert parse_yaml("a: 1\na: 2\nb: 3\n", "f").data == {"a": 1, "b": 3}


def test_deep_nesting_is_refused_without_a_crash() -> None:
    """Thousands of brackets are one fault."""
    depth = 50_000
    [fault] = faults("a: " + "[" * depth + "]" * depth)
    # the list at the twentieth level is the last that is read; each takes one column after "a: "
    assert fault == f"1:{3 + DEEPEST}: this is nested too deep. Give what the format asks for."


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    """Editors that write one do no harm, and columns are not moved by it."""
    path = tmp_path / "f.yaml"
    path.write_bytes(BOM_UTF8 + b"a: 1\n")
    document = read_yaml(path)
    assert (document.data, document.at("a", on_key=True)) == ({"a": 1}, Place(str(path), 1, 1))


def test_bytes_that_are_no_utf_8_have_a_place(tmp_path: Path) -> None:
    """The first wrong byte is told by line and column."""
    path = tmp_path / "f.yaml"
    path.write_bytes("a: é\nb: ".encode() + b"\xfc\n")
    document = read_yaml(path)
    assert document.data is None
    assert [str(fault) for fault in document.faults] == [
        f"{path}:2:4: byte 0xfc is not UTF-8. Save the file as UTF-8."
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file and a folder are told in one sentence each."""
    with pytest.raises(InputError, match=r"f\.yaml: there is no such file\. Give the path"):
        read_yaml(tmp_path / "f.yaml")
    with pytest.raises(InputError, match=r"cannot be read \(is a directory\)\. Give a readable"):
        read_yaml(tmp_path)


def test_complaints_name_the_file_as_the_user_did(tmp_path: Path) -> None:
    """Another name can be given for files that the user did not name."""
    path = tmp_path / "f.yaml"
    path.write_text("- a\n")
    [fault] = read_yaml(path, "config/f.yaml").faults
    assert str(fault).startswith("config/f.yaml:1:1: the file holds no keys.")
