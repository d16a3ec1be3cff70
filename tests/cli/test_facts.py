"""``rotation facts``: what was known on a morning."""

from __future__ import annotations

from pathlib import Path

from tests.cli.small_world import FACTS, rows
from tests.command import rotation


def test_flights_are_listed_as_they_were_published_then() -> None:
    """MS-23 on 11 January was still to launch on 16 March, on 14 February on 10 March."""
    january = rotation("facts", "list", "--as-of", "2023-01-11").out
    february = rotation("facts", "list", "--as-of", "2023-02-14").out
    assert "Soyuz MS-23 planned ~2023-03-16" in " ".join(january.split())
    assert "Soyuz MS-23 planned ~2023-03-10" in " ".join(february.split())


def test_what_was_not_known_is_not_listed() -> None:
    """Before its first edition nobody knew of the flight."""
    assert "Soyuz 2" not in rotation("facts", "list", "--facts", FACTS, "--as-of", "2022-12-01").out
    assert "Soyuz 2" in rotation("facts", "list", "--facts", FACTS, "--as-of", "2022-12-02").out


def test_editions_of_a_flight_are_shown_with_the_one_that_holds() -> None:
    """The star stands before the newest edition known on that morning."""
    answer = rotation("facts", "show", "soyuz-ms-23", "--as-of", "2023-02-13")
    launches = [line.split() for line in answer.out.splitlines() if "launch  " in line]
    assert [row[:3] for row in launches] == [
        ["launch", "2023-03-16", "planned"],
        ["*", "launch", "2023-02-20"],
    ]
    assert "2023-03-10" not in answer.out  # known from 13 February, not before it


def test_without_a_day_everything_is_known() -> None:
    """The actual launch is the last edition."""
    answer = rotation("facts", "show", "soyuz-ms-23")
    assert "* launch 2023-02-24T00:24:00Z actual" in " ".join(answer.out.split())


def test_a_flight_of_which_nothing_was_known_yet_is_told() -> None:
    """The answer says when it became known."""
    answer = rotation("facts", "show", "soyuz-ms-23", "--as-of", "2020-01-01")
    assert answer.status == 0
    told = "Nothing of soyuz-ms-23 was known on 2020-01-01; its first edition is known on "
    assert answer.out == f"{told}2022-09-01.\n"


def test_a_folder_is_loaded_once(tmp_path: Path) -> None:
    """The second time no row is new."""
    database = tmp_path / "facts.db"
    lines = sum(len(file.read_text("utf-8").splitlines()) - 1 for file in FACTS.iterdir())
    first = rotation("facts", "load", FACTS, "--database", database)
    second = rotation("facts", "load", FACTS, "--database", database)
    assert first.out.startswith(f"{lines} new rows in sqlite:///")
    assert second.out.startswith("0 new rows in ")
    assert rows(database)["facts"] == lines
