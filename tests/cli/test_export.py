"""``rotation export``: a plan for other programs, in files or on standard output."""

from __future__ import annotations

import io
import json
import shutil
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import icalendar
import openpyxl  # type: ignore[import-untyped]
import pytest

from scheduler.documents.run import run_of_text
from tests.cli.small_world import FACTS, planned, small
from tests.command import Answer, rotation
from tests.reports.export.reading import goals_of, plan_of


@pytest.fixture(scope="module")
def text() -> str:
    """Plan the small leak once."""
    return planned("leak", "--json", "--no-save").out


@pytest.fixture
def run(text: str, tmp_path: Path) -> Path:
    """Give its document as a file."""
    path = tmp_path / "leak.json"
    path.write_text(text, "utf-8")
    return path


def exported(run: str | Path, *words: str | Path) -> Answer:
    """Export a run of the small world."""
    return rotation("export", run, "--facts", FACTS, *words)


def test_a_calendar_is_printed_or_saved(run: Path, text: str, tmp_path: Path) -> None:
    """The same bytes; the days of the launch are those of the plan."""
    printed = exported(run, "--to", "ics")
    assert printed.status == 0
    saved = exported(run, "-o", tmp_path / "plan.ics")
    assert (saved.status, saved.err) == (0, "")
    told = (tmp_path / "plan.ics").read_bytes().decode()
    assert told.splitlines() == printed.out.splitlines()
    calendar = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes())
    days = {str(e["uid"]): e.decoded("dtstart") for e in calendar.walk("VEVENT")}
    for flight in json.loads(text)["flights"]:
        if flight["launch"]:
            launch_on = date.fromisoformat(flight["launch"])
            assert days[f"{flight['flight']}.launch@iss.rotation"] == launch_on


def test_people_are_added_on_request(run: Path) -> None:
    """By their names."""
    assert "Aboard:" not in exported(run, "--to", "ics").out
    assert "SUMMARY:Aboard: " in exported(run, "--to", "ics", "--people").out


def test_tables_go_to_a_folder_or_a_zip(run: Path, text: str, tmp_path: Path) -> None:
    """The same files in both; read back they are the run."""
    made = run_of_text(text, "leak")
    assert exported(run, "-o", tmp_path / "tables").status == 0
    assert exported(run, "--to", "csv", "-o", tmp_path / "tables.zip").status == 0
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / "tables").iterdir()}
    assert plan_of(files) == made.plan
    assert goals_of(files) == made.goals
    with ZipFile(tmp_path / "tables.zip") as bundle:
        assert {name: bundle.read(name).decode() for name in bundle.namelist()} == files


def test_a_workbook_has_the_days_of_the_run(run: Path, text: str, tmp_path: Path) -> None:
    """Launches as dates, whatever the zone of the machine."""
    assert exported(run, "-o", tmp_path / "plan.xlsx").status == 0
    page = openpyxl.load_workbook(io.BytesIO((tmp_path / "plan.xlsx").read_bytes()))["flights"]
    header, *cells = page.iter_rows(values_only=True)
    told = {str(row[0]): row[header.index("launch")] for row in cells}
    assert told == {
        flight["flight"]: flight["launch"] and datetime.fromisoformat(flight["launch"])
        for flight in json.loads(text)["flights"]
    }


def test_the_document_is_that_of_the_run(run: Path, text: str, tmp_path: Path) -> None:
    """Printed without a word, to the byte; JSON is what is printed by default."""
    assert exported(run).out == exported(run, "--to", "json").out == text
    exported(run, "-o", tmp_path / "again.json")
    assert (tmp_path / "again.json").read_text("utf-8") == text


def test_facts_can_be_laid_into_a_folder(run: Path, tmp_path: Path) -> None:
    """Planned rows that name the run; added to the facts, they are read."""
    planned_on = ("--known-on", "2023-05-22")
    assert exported(run, "--to", "facts", "-o", tmp_path / "rows", *planned_on).status == 0
    name = json.loads(run.read_text("utf-8"))["run"]
    folder = Path(shutil.copytree(FACTS, tmp_path / "facts"))
    for file in ("events.csv", "crew.csv"):
        header, *lines = (tmp_path / "rows" / file).read_text("utf-8").splitlines()
        there = (folder / file).read_text("utf-8")
        assert header == there.splitlines()[0]
        assert all(f'planned,2023-05-22,"planned by rotation, run {name}"' in x for x in lines)
        (folder / file).write_text("\n".join([there.rstrip(), *lines, ""]), "utf-8")
    listed = rotation("facts", "list", "--facts", folder, "--as-of", "2023-05-23").out
    assert "~2023-05-25" in listed


def test_a_kept_run_and_a_what_if_can_be_exported(tmp_path: Path) -> None:
    """By its id, or planned for it without being kept."""
    kept = planned("plain", "--json").json["run"]
    assert rotation("export", kept, "-o", tmp_path / "kept.ics").status == 0
    assert exported(small("plain"), "-o", tmp_path / "planned.ics").status == 0
    kept_text, planned_text = (
        (tmp_path / f"{name}.ics").read_text("utf-8") for name in ("kept", "planned")
    )
    assert [x for x in kept_text.splitlines() if x.startswith(("UID", "DTSTART"))] == [
        x for x in planned_text.splitlines() if x.startswith(("UID", "DTSTART"))
    ]
    assert rotation("runs").out.count("Two ships, as published") == 1


def test_a_file_is_kept_unless_it_may_be_replaced(run: Path, tmp_path: Path) -> None:
    """Somebody's work is told by its name; a calendar that others subscribe to is replaced."""
    path = tmp_path / "plan.ics"
    path.write_text("mine", "utf-8")
    answer = exported(run, "-o", path)
    assert (answer.status, answer.out) == (2, "")
    assert f"{path}: there is another file of this name." in answer.err
    assert path.read_text("utf-8") == "mine"
    assert exported(run, "-o", path, "--replace").status == 0
    assert path.read_text("utf-8").startswith("BEGIN:VCALENDAR")
    assert exported(run, "-o", path).status == 0  # the same again is no fault
    assert sorted(p.name for p in tmp_path.iterdir()) == ["leak.json", "plan.ics"]


def test_a_run_without_a_plan_has_only_its_document(tmp_path: Path) -> None:
    """Nothing is made up."""
    answer = exported(small("too-late"), "-o", tmp_path / "plan.ics")
    assert (answer.status, answer.out) == (2, "")
    assert "has no plan (verdict infeasible), so there is nothing to put in ics." in answer.err
    assert list(tmp_path.iterdir()) == []
    document = exported(small("too-late"), "--to", "json")
    assert document.status == 3
    assert document.json["verdict"] == "infeasible"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "xlsx"), "xlsx cannot be printed. Give a place for it with -o."),
        (("--to", "csv"), "csv cannot be printed."),
        (("-o", "plan.doc"), "plan.doc: no format ends in .doc. Give .ics, .xlsx, .json or .zip."),
        (("--to", "ics", "-o", "a.xlsx"), "a.xlsx: is no place for ics. Give one that ends in .i"),
        (("--to", "facts", "-o", "a.csv"), "a.csv: is no place for facts. Give a folder or a .zip"),
        (("--to", "ics", "-o", "plan.zip"), "plan.zip: is no place for ics."),
        (("--people",), "--people is for calendars, not for json. Leave it out."),
        (("--known-on", "2023-05-22"), "--known-on is for facts, not for json. Leave it out."),
        (("--to", "pdf"), "Invalid value for '--to'"),
        (("-o", "no/such/plan.ics"), "no/such/plan.ics: cannot be written (no such file"),
    ],
)
def test_wrong_words_are_told(words: tuple[str, ...], told: str, run: Path) -> None:
    """Status 2, what is wrong and what to give; nothing is written."""
    answer = exported(run, *words)
    assert (answer.status, answer.out) == (2, "")
    assert told in " ".join(answer.err.split())
