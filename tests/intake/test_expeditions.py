"""The record of expeditions is read as carefully as facts are, and need not be there."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePath

import pytest

from scheduler.errors import SeedError
from scheduler.history import RecordedExpedition
from scheduler.intake import read_expeditions
from scheduler.shelf import Shelf

HEADER = "expedition,from,to,commander,source"
PEOPLE = ("de-winne", "padalka", "romanenko")


def folder_with(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    """Write a record of some rows."""
    (tmp_path / "expeditions.csv").write_text("\n".join([header, *rows, ""]), "utf-8")
    return tmp_path


def faults(folder: Path) -> list[str]:
    """Read a record that has faults, and give them by file name."""
    with pytest.raises(SeedError) as error:
        read_expeditions(folder, PEOPLE)
    return [
        str(fault).replace(fault.place, PurePath(fault.place).name, 1)
        for fault in error.value.complaints
    ]


def test_rows_are_read(tmp_path: Path) -> None:
    """Commanders in order, without blanks round them; the last may go on, and name nobody."""
    folder = folder_with(
        tmp_path,
        "20,2009-05-29,2009-10-11,padalka,recalled",
        "21,2009-10-11T04:07:00Z,2009-12-01, de-winne ; romanenko ,nasa.gov",
        "22,2009-12-01,,,",
    )
    assert read_expeditions(folder, PEOPLE) == (
        RecordedExpedition(20, date(2009, 5, 29), date(2009, 10, 11), ("padalka",), "recalled"),
        RecordedExpedition(
            21, date(2009, 10, 11), date(2009, 12, 1), ("de-winne", "romanenko"), "nasa.gov"
        ),
        RecordedExpedition(22, date(2009, 12, 1), None, ()),
    )


def test_it_need_not_be_there(tmp_path: Path) -> None:
    """No file is no record; one without rows is an empty one."""
    assert read_expeditions(tmp_path, PEOPLE) is None
    assert read_expeditions(folder_with(tmp_path), PEOPLE) == ()


def test_from_memory() -> None:
    """Texts in memory are read as files are."""
    shelf = Shelf({"kept/expeditions.csv": f"{HEADER}\n1,2000-11-02,,padalka,\n"}, has_disk=False)
    found = read_expeditions(Path("kept"), PEOPLE, shelf)
    assert found == (RecordedExpedition(1, date(2000, 11, 2), None, ("padalka",)),)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Each with its line and column, as for facts."""
    folder = folder_with(
        tmp_path,
        "first,2009-05-29,2009-10-11,padalka,",
        ",2009-13-11,2009-12-01,de-wine,",
        "22,2009-12-01,2009-12-01,romanenko;padalca;gagarin-yuri,",
        "23,2010-03-18,2010-06-02,padalka",
        '24,2010-06-02,2010-09-25,"padalka" x,',
    )
    assert faults(folder) == [
        "expeditions.csv:2:1: expedition is 'first'. Give its number, such as 69.",
        "expeditions.csv:3:1: expedition is empty. Give its number.",
        "expeditions.csv:3:2: '2009-13-11' is not a day. Give YYYY-MM-DD, or an instant in UTC.",
        "expeditions.csv:3:24: no person 'de-wine'. Did you mean 'de-winne'?",
        "expeditions.csv:4:15: to is 2009-12-01, not after from (2009-12-01). Give a later day, or"
        " leave it empty for an open end.",
        "expeditions.csv:4:26: no person 'gagarin-yuri'. Give de-winne, padalka or romanenko.",
        "expeditions.csv:4:26: no person 'padalca'. Did you mean 'padalka'?",
        "expeditions.csv:5:26: 4 fields in a row of 5. Give a comma for every field, also for an"
        " empty one.",
        "expeditions.csv:6:35: text after a closing quote. Put a comma between, or double each"
        " quote inside a quoted field.",
    ]


def test_rows_out_of_order(tmp_path: Path) -> None:
    """Each number once, in order; none begins before the one before it has ended."""
    folder = folder_with(
        tmp_path,
        "20,2009-05-29,2009-10-11,padalka,",
        "20,2009-10-11,2009-12-01,padalka,",
        "21,2009-11-30,,padalka,",
        "22,2010-03-18,2010-06-02,padalka,",
        "25,2010-06-02,2010-09-25,padalka,",
    )
    assert faults(folder) == [
        "expeditions.csv:3:1: expedition 20 does not come after 20, in the row before. Give the"
        " rows by number, each number once.",
        "expeditions.csv:4:4: from is 2009-11-30, before the end of expedition 20 (2009-12-01)."
        " Give that day or a later one.",
        "expeditions.csv:5:4: from is 2010-03-18, before the end of expedition 21 (none is given)."
        " Give that day or a later one.",
    ]


def test_a_row_with_a_fault_is_not_compared_with_the_next(tmp_path: Path) -> None:
    """One fault is not told twice."""
    folder = folder_with(
        tmp_path, "20,2009-05-29,soon,padalka,", "19,2009-04-08,2009-05-29,padalka,"
    )
    assert len(faults(folder)) == 1


def test_a_wrong_header(tmp_path: Path) -> None:
    """A column that is missing or misspelt is told as for facts."""
    folder = folder_with(tmp_path, "1,2000-11-02,,,", header="expedition,form,to,commander,source")
    assert faults(folder) == [
        "expeditions.csv:1:12: no column is called 'form'. Did you mean 'from'?"
    ]


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    """The byte is told with its place."""
    (tmp_path / "expeditions.csv").write_bytes(HEADER.encode() + b"\n1,2000-11-02,,\xff,\n")
    assert faults(tmp_path) == [
        "expeditions.csv:2:15: byte 0xFF is not UTF-8. Save the file as UTF-8."
    ]
