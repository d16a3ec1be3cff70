"""The documented exceptions: read as carefully as facts are, and they need not be there."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePath

import pytest

from scheduler.errors import SeedError
from scheduler.history import DocumentedException
from scheduler.intake import read_exceptions
from scheduler.rules import RULES
from scheduler.shelf import Shelf
from tests.command import ROOT
from tests.seeds.folder import rows_of

HEADER = "rule,subject,from,to,what,source"
REFS = frozenset({"HO-3", "LB-1", "LB-4", "VL-1"})
SUBJECTS = frozenset({"ann", "iss", "soyuz-1", "soyuz-2"})
GOOD = "VL-1,soyuz-1,2001-01-01,2001-09-01,It stayed too long,a book"
LIFE = DocumentedException(
    "VL-1", "soyuz-1", date(2001, 1, 1), date(2001, 9, 1), "It stayed too long", "a book"
)


def folder_with(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    """Write the exceptions of a folder."""
    (tmp_path / "exceptions.csv").write_text("\n".join([header, *rows, ""]), "utf-8")
    return tmp_path


def faults(folder: Path, refs: frozenset[str] = REFS) -> list[str]:
    """Read exceptions that have faults, and give them by file name."""
    with pytest.raises(SeedError) as error:
        read_exceptions(folder, refs, SUBJECTS)
    return [
        str(fault).replace(fault.place, PurePath(fault.place).name, 1)
        for fault in error.value.complaints
    ]


def test_rows_are_read(tmp_path: Path) -> None:
    """In the order of the file; one may last a day, and a comma stands between quotes."""
    folder = folder_with(tmp_path, GOOD, 'LB-1,ann,2002-03-04,2002-03-04,"Three, in two",p. 5')
    assert read_exceptions(folder, REFS, SUBJECTS) == (
        LIFE,
        DocumentedException(
            "LB-1", "ann", date(2002, 3, 4), date(2002, 3, 4), "Three, in two", "p. 5"
        ),
    )


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    """Nor has one whose file has no rows, or where a folder has the name of the file."""
    assert read_exceptions(tmp_path, REFS, SUBJECTS) == ()
    assert read_exceptions(folder_with(tmp_path), REFS, SUBJECTS) == ()
    other = tmp_path / "other"
    (other / "exceptions.csv").mkdir(parents=True)
    assert read_exceptions(other, REFS, SUBJECTS) == ()


def test_from_memory() -> None:
    """Texts in memory are read as files are."""
    shelf = Shelf({"kept/exceptions.csv": f"{HEADER}\n{GOOD}\n"}, has_disk=False)
    assert read_exceptions(Path("kept"), REFS, SUBJECTS, shelf) == (LIFE,)
    assert read_exceptions(Path("elsewhere"), REFS, SUBJECTS, shelf) == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        # places are counted by hand: rule at 1; with VL-1, subject at 6; with soyuz-1, from at 14,
        # to at 25; with a day of ten letters each, what at 36
        pytest.param(
            "VL1,soyuz-1,2001-01-01,2001-09-01,It stayed,a book",
            ["2:1: no rule 'VL1'. Did you mean 'VL-1'?"],
            id="rule-misspelt",
        ),
        pytest.param(
            "life,soyuz-1,2001-01-01,2001-09-01,It stayed,a book",
            ["2:1: no rule 'life'. Give HO-3, LB-1, LB-4 or VL-1."],
            id="rule-unknown",
        ),
        pytest.param(
            ",soyuz-1,2001-01-01,2001-09-01,It stayed,a book",
            ["2:1: rule is empty. Give a rule."],
            id="rule-empty",
        ),
        pytest.param(
            "VL-1,,2001-01-01,2001-09-01,It stayed,a book",
            ["2:6: subject is empty. Give whom or what the rule is about, such as crew-8."],
            id="subject-empty",
        ),
        pytest.param(
            "VL-1,soyus-1,2001-01-01,2001-09-01,It stayed,a book",
            ["2:6: no subject 'soyus-1'. Did you mean 'soyuz-1'?"],
            id="subject-misspelt",
        ),
        pytest.param(
            "VL-1,skylab,2001-01-01,2001-09-01,It stayed,a book",
            ["2:6: no subject 'skylab'. Give ann, iss, soyuz-1 or soyuz-2."],
            id="subject-unknown",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-02-29,2001-09-01,It stayed,a book",
            ["2:14: '2001-02-29' is not a day. Give YYYY-MM-DD, or an instant in UTC."],
            id="from-is-no-day",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-01-01,,It stayed,a book",
            ["2:25: to is empty. Give a day as YYYY-MM-DD."],
            id="to-empty",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-01-02,2001-01-01,It stayed,a book",
            ["2:25: to is 2001-01-01, before from (2001-01-02). Give the same day or later."],
            id="to-before-from",
        ),
        pytest.param(
            "VL-1,soyuz-1,soon,2001-01-01,It stayed,a book",
            ["2:14: 'soon' is not a day. Give YYYY-MM-DD, or an instant in UTC."],
            id="one-fault-is-not-told-twice",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-01-01,2001-09-01,,a book",
            ["2:36: what is empty. Give what really happened."],
            id="what-empty",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-01-01,2001-09-01,  ,a book",
            ["2:36: what is empty. Give what really happened."],
            id="what-blank",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-01-01,2001-09-01,It stayed,",
            ["2:46: source is empty. Give where that is told."],
            id="source-empty",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-01-01,2001-09-01,It stayed",
            ["2:36: 5 fields in a row of 6. Give a comma for every field, also for an empty one."],
            id="a-field-is-missing",
        ),
        pytest.param(
            "VL-1,soyuz-1,2001-01-01,2001-09-01,It stayed, too long,a book",
            ["2:56: 7 fields in a row of 6. Put a field that holds a comma in quotes."],
            id="a-comma-without-quotes",
        ),
        pytest.param(
            'VL-1,soyuz-1,2001-01-01,2001-09-01,"It" stayed,a book',
            [
                "2:40: text after a closing quote. Put a comma between, or double each quote"
                " inside a quoted field."
            ],
            id="quotes",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, row: str, told: list[str]) -> None:
    """File, line and column, what is wrong, and what to give instead."""
    assert faults(folder_with(tmp_path, row)) == [f"exceptions.csv:{one}" for one in told]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Those of good rows between them, too: there are none."""
    folder = folder_with(
        tmp_path,
        "VL-2,soyuz-1,2001-01-01,2001-09-01,,",
        GOOD,
        "LB-1,,2002-01-03,2002-01-02,It was so,a book",
        ",,,,,",
    )
    assert faults(folder) == [
        "exceptions.csv:2:1: no rule 'VL-2'. Did you mean 'VL-1'?",
        "exceptions.csv:2:36: what is empty. Give what really happened.",
        "exceptions.csv:2:37: source is empty. Give where that is told.",
        "exceptions.csv:4:6: subject is empty. Give whom or what the rule is about, such as"
        " crew-8.",
        "exceptions.csv:4:18: to is 2002-01-02, before from (2002-01-03). Give the same day or"
        " later.",
        "exceptions.csv:5:1: rule is empty. Give a rule.",
        "exceptions.csv:5:2: subject is empty. Give whom or what the rule is about, such as"
        " crew-8.",
        "exceptions.csv:5:3: from is empty. Give a day as YYYY-MM-DD.",
        "exceptions.csv:5:4: to is empty. Give a day as YYYY-MM-DD.",
        "exceptions.csv:5:5: what is empty. Give what really happened.",
        "exceptions.csv:5:6: source is empty. Give where that is told.",
    ]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        pytest.param(
            "rule,subject,from,to,what",
            f"1:1: the column 'source' is missing. Give the header {HEADER}.",
            id="missing",
        ),
        pytest.param(
            "rule,subject,form,to,what,source",
            "1:14: no column is called 'form'. Did you mean 'from'?",
            id="misspelt",
        ),
        pytest.param(
            "rule,subject,from,to,what,source,note",
            "1:34: no column is called 'note'. Take it out; the columns are rule, subject, from,"
            " to, what and source.",
            id="one-too-many",
        ),
    ],
)
def test_a_wrong_header_is_told_once(tmp_path: Path, header: str, told: str) -> None:
    """Not again in each row."""
    row = ",".join(GOOD.split(",")[: header.count(",") + 1]) + ",x" * (header.count(",") - 5)
    assert faults(folder_with(tmp_path, row, row, header=header)) == [f"exceptions.csv:{told}"]


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """It should have a header at least."""
    (tmp_path / "exceptions.csv").write_text("", "utf-8")
    assert faults(tmp_path) == [f"exceptions.csv:1:1: the file is empty. Give the header {HEADER}."]


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    """The byte with its place, and nothing else."""
    text = f"{HEADER}\nVL-1,soyuz-1,2001-01-01,2001-09-01,\xfc,a book\nVL-2,,,,,\n"
    (tmp_path / "exceptions.csv").write_bytes(text.encode("latin-1"))
    assert faults(tmp_path) == [
        "exceptions.csv:2:36: byte 0xFC is not UTF-8. Save the file as UTF-8."
    ]


def test_of_many_rules_not_all_are_listed(tmp_path: Path) -> None:
    """Where nothing is near, it is said where they are listed."""
    refs = frozenset(rule.ref for rule in RULES)
    row = "something,soyuz-1,2001-01-01,2001-09-01,It stayed,a book"
    assert faults(folder_with(tmp_path, row), refs) == [
        "exceptions.csv:2:1: no rule 'something'. Give one of the references that rotation rules"
        " lists."
    ]


def test_of_many_subjects_not_all_are_listed(tmp_path: Path) -> None:
    """Where nothing is near, it is said where they stand."""
    row = "VL-1,skylab,2001-01-01,2001-09-01,It stayed,a book"
    with pytest.raises(SeedError, match=r"2:6: no subject 'skylab'\. Give one of the ids in "):
        read_exceptions(
            folder_with(tmp_path, row), REFS, frozenset(f"soyuz-{n}" for n in range(10))
        )


def test_each_shipped_exception_is_about_a_rule() -> None:
    """The shipped file is read by the references of all rules."""
    refs = frozenset(rule.ref for rule in RULES)
    subjects = frozenset(row["subject"] for row in rows_of("exceptions"))
    found = read_exceptions(ROOT / "seeds" / "iss", refs, subjects)
    assert len(found) == len((ROOT / "seeds/iss/exceptions.csv").read_text("utf-8").split("\n")) - 2
