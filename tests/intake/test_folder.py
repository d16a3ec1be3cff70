"""A fact folder as a whole: what it gives, which files it needs, and how fast it is read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    FlightFact,
    Health,
    HealthFact,
    OutageFact,
    Person,
    SeatFact,
    Status,
    WindowFact,
)
from scheduler.errors import SeedError
from scheduler.intake import read_facts
from scheduler.settings import read_station
from tests.intake.world import STATION, VALID, append, faults_of, folder_with

ROOT = Path(__file__).resolve().parents[2]
FILES = ("people", "flights", "events", "crew", "health", "outages", "seats", "windows")


def test_every_kind_of_row_is_read() -> None:
    """One row of each file, with all its fields."""
    facts = read_facts(VALID, STATION).facts
    assert facts.people[0] == Person(
        id="prokopyev",
        name="Sergei Prokopyev",
        agency="Roscosmos",
        skills=("soyuz-commander", "orlan"),
        career_days=196.5,
        career_dose_msv=80.0,
        source="S1",
    )
    assert facts.people[2].source == 'S1, "by hand"'
    assert facts.flights[1] == FlightFact(
        id="soyuz-ms-23",
        name="Soyuz MS-23",
        vehicle_type="soyuz-ms",
        line="soyuz",
        pad="baikonur-31",
        relieves="soyuz-ms-22",
        source="S1",
    )
    assert facts.flights[2].hull == "Endurance"
    assert facts.health[1] == HealthFact(
        "soyuz-ms-22", date(2023, 1, 11), Health.EMERGENCY_ONLY, 2, date(2023, 1, 11), "S1"
    )
    assert facts.outages[0] == OutageFact(
        "pad", "baikonur-31", date(2025, 11, 27), date(2026, 3, 3), date(2025, 11, 27), "S1"
    )
    assert facts.outages[1].to_on is None
    assert facts.seats == (
        SeatFact("rubio", "crew-5", date(2023, 1, 18), "G2", date(2023, 1, 18), "S1"),
    )
    assert facts.windows[1] == WindowFact(
        "eva", "iss", date(2023, 5, 3), date(2023, 5, 5), date(2023, 4, 1), "S1"
    )


def test_events_keep_their_text_and_get_their_day() -> None:
    """``at`` stays as written, ``on`` is its UTC day, ``known_on`` is filled in where empty."""
    events = read_facts(VALID, STATION).facts.events
    assert events[1] == EventFact(
        flight="soyuz-ms-22",
        event=Event.DOCK,
        port="rassvet-nadir",
        on=date(2022, 9, 21),
        status=Status.ACTUAL,
        known_on=date(2022, 9, 21),
        at="2022-09-21T17:06:00Z",
        source="S1",
    )
    assert events[4].note == "left empty,\non its own"
    assert events[5].known_on == date(2023, 3, 29)
    assert events[2].known_on == date(2022, 9, 1)
    withdrawn = events[-1]
    assert (withdrawn.status, withdrawn.on) == (Status.WITHDRAWN, date(2023, 2, 20))


def test_a_plan_taken_back_keeps_its_day(tmp_path: Path) -> None:
    """A withdrawn row may say which day it takes back."""
    line = "progress-ms-22,undock,,2023-08-20,withdrawn,2023-02-20,S1,"
    folder = folder_with(tmp_path, "events.csv", {21: line})
    assert read_facts(folder, STATION).facts.events[-1].on == date(2023, 8, 20)


def test_an_instant_becomes_its_utc_day(tmp_path: Path) -> None:
    """01:30 in Moscow on the 22nd is still the 21st in UTC."""
    line = "soyuz-ms-22,dock,rassvet-nadir,2022-09-22T01:30:00+03:00,actual,,S1,"
    folder = folder_with(tmp_path, "events.csv", {3: line})
    row = read_facts(folder, STATION).facts.events[1]
    assert (row.on, row.at) == (date(2022, 9, 21), "2022-09-22T01:30:00+03:00")


def test_when_a_ride_became_known_is_left_open() -> None:
    """An actual row of the crew became known with its launch or landing, found out later."""
    crew = read_facts(VALID, STATION).facts.crew
    assert crew[0] == CrewFact(
        "soyuz-ms-22", "prokopyev", "up", "commander", Status.ACTUAL, None, "S1"
    )
    assert crew[3].known_on == date(2022, 9, 1)
    assert crew[8].known_on == date(2023, 9, 28)


def test_files_and_texts_are_given_in_their_order() -> None:
    """The names are those shown to the user; the texts are exact."""
    folder = read_facts(VALID, STATION)
    assert tuple(Path(name).name for name in folder.files) == tuple(f"{n}.csv" for n in FILES)
    assert tuple(folder.texts) == folder.files
    assert all(Path(name).read_bytes() == text.encode() for name, text in folder.texts.items())


@pytest.mark.parametrize("name", FILES)
def test_which_files_are_needed(tmp_path: Path, name: str) -> None:
    """Seats and windows may be absent; every other file is missed, once."""
    folder = folder_with(tmp_path, "people.csv", {})
    header = (folder / f"{name}.csv").read_text("utf-8").splitlines()[0]
    (folder / f"{name}.csv").unlink()
    missing = f"{name}.csv: the file is missing. Give it, with the header {header}."
    assert faults_of(folder) == ([] if name in ("seats", "windows") else [missing])


def test_a_header_alone_is_enough(tmp_path: Path) -> None:
    """Files without rows say that there is nothing."""
    folder = folder_with(tmp_path, "people.csv", {})
    for path in folder.iterdir():
        path.write_text(path.read_text("utf-8").splitlines()[0], "utf-8")
    assert read_facts(folder, STATION).facts == Facts()


@pytest.mark.parametrize("rewrite", [
    pytest.param(lambda text: "\ufeff" + text, id="byte-order-mark"),
    pytest.param(lambda text: text.replace("\n", "\r\n"), id="crlf"),
    pytest.param(lambda text: text.rstrip("\n"), id="no-last-line-end"),
    pytest.param(lambda text: text + "\n\n", id="blank-lines-at-the-end"),
])  # fmt: skip
def test_how_an_editor_saves_does_not_matter(tmp_path: Path, rewrite: Callable[[str], str]) -> None:
    """The same facts come out of the same rows."""
    folder = folder_with(tmp_path, "people.csv", {})
    for path in folder.iterdir():
        path.write_bytes(rewrite(path.read_text("utf-8")).encode())
    facts = read_facts(folder, STATION).facts
    notes = [event.note.replace("\r", "") for event in facts.events]
    expected = read_facts(VALID, STATION).facts
    assert notes == [event.note for event in expected.events]
    assert (facts.people, facts.crew) == (expected.people, expected.crew)
    assert facts.windows == expected.windows


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    """A column is known by its name."""
    folder = folder_with(tmp_path, "seats.csv", {
        1: "source,known_on,grade,from,flight_id,person_id",
        2: "S1,2023-01-18,G2,2023-01-18,crew-5,rubio",
    })  # fmt: skip
    assert read_facts(folder, STATION).facts.seats == read_facts(VALID, STATION).facts.seats


def test_relieves_may_be_absent(tmp_path: Path) -> None:
    """Flights without the column relieve the one before them in their line."""
    folder = folder_with(tmp_path, "people.csv", {})
    path = folder / "flights.csv"
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
    path.write_text("\n".join(",".join((*row[:6], row[7])) for row in rows), "utf-8")
    assert {flight.relieves for flight in read_facts(folder, STATION).facts.flights} == {None}


def test_no_such_folder(tmp_path: Path) -> None:
    """A folder that is not there is told as one fault."""
    files = "people.csv, flights.csv, events.csv, crew.csv, health.csv and outages.csv"
    assert faults_of(tmp_path / "fakts") == [
        f"fakts: no such folder. Give a folder that holds {files}."
    ]
    (tmp_path / "facts").touch()
    assert faults_of(tmp_path / "facts") == [
        f"facts: this is no folder. Give a folder that holds {files}."
    ]


def test_other_files_may_lie_about(tmp_path: Path) -> None:
    """Only CSV files are looked at: no notes, no hidden files, no folders."""
    folder = folder_with(tmp_path, "people.csv", {})
    (folder / "README.md").touch()
    (folder / "._people.csv").touch()
    (folder / "old.csv").mkdir()
    assert faults_of(folder) == []


def test_the_record_of_expeditions_may_stand_beside_the_facts(tmp_path: Path) -> None:
    """No plan is made from it, so it is passed over unread."""
    folder = folder_with(tmp_path, "people.csv", {})
    (folder / "expeditions.csv").write_bytes(b"\xff")
    assert faults_of(folder) == []
    assert "expeditions.csv" not in {Path(f).name for f in read_facts(folder, STATION).files}


def test_a_file_of_another_name_is_taken_for_the_missing_one(tmp_path: Path) -> None:
    """One fault, not two: the file is there, under another name."""
    folder = folder_with(tmp_path, "people.csv", {})
    (folder / "crew.csv").rename(folder / "Crews.CSV")
    assert faults_of(folder) == ["Crews.CSV: no fact file has this name. Did you mean 'crew.csv'?"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"a\xff", "1:2: byte 0xFF", id="first-line"),
        pytest.param(b"\xef\xbb\xbfa\xff", "1:2: byte 0xFF", id="after-a-byte-order-mark"),
        pytest.param(b"a\r\nb\rc\n\xc3\xa9,\xe9", "4:3: byte 0xE9", id="columns-are-characters"),
        pytest.param(b"a\xc3", "1:2: byte 0xC3", id="cut-short"),
    ],
)  # fmt: skip
def test_where_a_file_is_not_utf_8(tmp_path: Path, data: bytes, fault: str) -> None:
    """The first wrong byte is told by line and column."""
    folder = folder_with(tmp_path, "people.csv", {})
    (folder / "outages.csv").write_bytes(data)
    [told] = faults_of(folder)
    assert told == f"outages.csv:{fault} is not UTF-8. Save the file as UTF-8."


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system keeps back is told, not thrown."""

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    folder = folder_with(tmp_path, "people.csv", {})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    told = faults_of(folder)
    assert len(told) == len(FILES)
    assert told[0].startswith("crew.csv: the file cannot be read (Permission denied).")


def test_all_faults_are_raised_together(tmp_path: Path) -> None:
    """The error holds each fault with its place, sorted."""
    folder = folder_with(tmp_path, "seats.csv", {2: "rubi,crew-5,2023-01-18,G7,2023-01-18,S1"})
    with pytest.raises(SeedError, match="Did you mean 'rubio'") as caught:
        read_facts(folder, STATION)
    assert [(fault.line, fault.column) for fault in caught.value.complaints] == [(2, 1), (2, 24)]


def test_reading_needs_the_standard_library_only() -> None:
    """A report of facts must not wait for the solver or for pydantic."""
    code = (
        "import sys; before = set(sys.modules); import scheduler.intake;"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "rooms = {name for name in sys.modules if name.startswith('scheduler.')};"
        "print(sorted(new - sys.stdlib_module_names));"
        "print(sorted({room.split('.')[1] for room in rooms}))"
    )
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rooms = ["domain", "errors", "history", "intake", "paths", "shelf", "units"]
    assert told == ["['scheduler']", str(rooms)]


def test_five_thousand_rows_are_read_whole(tmp_path: Path) -> None:
    """500 flights, 4,000 events, a crew for each: a large folder keeps every row."""
    folder = folder_with(tmp_path, "people.csv", {})
    texts = {name: (folder / name).read_text("utf-8") for name in ("flights.csv", "events.csv")}
    for number in range(500):
        name, year = f"crew-{1000 + number}", 3000 + number
        texts["flights.csv"] += f"{name},Crew,crew-dragon,dragon,,lc-39a,,\n"
        for event, port, day in (
            ("launch", "", "02-01"),
            ("dock", "harmony-zenith", "02-02"),
            ("undock", "", "08-01"),
            ("land", "", "08-02"),
        ):
            texts["events.csv"] += f"{name},{event},{port},{year}-{day},planned,2022-09-01,,\n"
            texts["events.csv"] += f"{name},{event},{port},{year}-{day}T12:00:00Z,actual,,,\n"
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    append(
        folder,
        "crew.csv",
        "".join(f"crew-{1000 + number},mann,up,,actual,,\n" for number in range(500)),
    )
    assert faults_of(folder)[0].startswith("crew.csv:11:11: mann is on two ships")  # not yet home
    events = (folder / "events.csv").read_text("utf-8")
    events += "crew-5,undock,,2023-03-11,actual,,,\ncrew-5,land,,2023-03-12,actual,,,\n"
    (folder / "events.csv").write_text(events, "utf-8")
    assert len(read_facts(folder, STATION).facts.events) == 4021


def test_the_shipped_facts_are_sound() -> None:
    """``seeds/iss`` reads without a complaint against its station."""
    station = read_station(ROOT / "config" / "stations" / "iss.yaml")
    folder = read_facts(ROOT / "seeds" / "iss", station)
    assert "soyuz-ms-22" in {flight.id for flight in folder.facts.flights}
