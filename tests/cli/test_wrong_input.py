"""Point 8 of the issue: broken files, each told whole, with status 2 and nothing stored."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.small_world import FACTS, planned, rows, small
from tests.command import ROOT, rotation

WHAT_IFS = ROOT / "tests" / "scenarios" / "broken"
FOLDERS = ROOT / "tests" / "intake" / "broken"
BROKEN = {  # how many faults are told of each, at least, whatever the facts
    "add.yaml": 6,
    "colon.yaml": 1,
    "days.yaml": 6,
    "horizon.yaml": 8,
    "ids.yaml": 1,
    "keys.yaml": 13,
    "late.yaml": 4,
    "loop.yaml": 5,
    "nowhere.yaml": 4,
    "people.yaml": 5,
    "quote.yaml": 1,
    "rules.yaml": 9,
    "ships.yaml": 8,
    "tabs.yaml": 2,
    "twice.yaml": 5,
}
PLACED = re.compile(r"tests/[\w/.-]+\.(yaml|csv)(:\d+:\d+)?: .+[.?]")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep one run in a database."""
    path = tmp_path_factory.mktemp("kept") / "kept.db"
    planned("plain", "--database", path)
    assert rows(path)["runs"] == 1
    return path


@pytest.fixture
def database(kept: Path, tmp_path: Path) -> Path:
    """Give a database with one run in it."""
    return Path(shutil.copy(kept, tmp_path / "kept.db"))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_what_if_is_told_whole(name: str, database: Path) -> None:
    """One line a fault, with file, line and column; status 2; nothing printed, nothing stored."""
    before = rows(database)
    answer = rotation("plan", WHAT_IFS / name, "--json", "--database", database)
    assert answer.status == 2
    assert answer.out == ""
    lines = answer.err.splitlines()
    assert len(lines) >= BROKEN[name]
    assert [line for line in lines if not PLACED.fullmatch(short(line))] == []
    assert rows(database) == before


@pytest.mark.parametrize("name", sorted(folder.name for folder in FOLDERS.iterdir()))
def test_a_broken_fact_folder_is_told_whole(name: str, database: Path) -> None:
    """Every file of the folder is read, and each fault has its line."""
    before = rows(database)
    answer = rotation("plan", small("plain"), "--facts", FOLDERS / name, "--database", database)
    assert answer.status == 2
    assert answer.out == ""
    lines = answer.err.splitlines()
    assert len(lines) >= 5
    assert [line for line in lines if not PLACED.fullmatch(short(line))] == []
    assert rows(database) == before


def test_a_broken_fact_folder_is_not_loaded(database: Path) -> None:
    """``facts load`` takes all of a folder or nothing."""
    before = rows(database)
    answer = rotation("facts", "load", FOLDERS / "words", "--database", database)
    assert (answer.status, answer.out) == (2, "")
    assert rows(database) == before


def test_a_misspelt_flight_is_answered_with_the_right_one() -> None:
    """The line says what was meant."""
    answer = rotation("plan", WHAT_IFS / "late.yaml")
    line = "tests/scenarios/broken/late.yaml:9:13: health is 'emergency'. Did you mean "
    assert f"{line}'emergency-only'?" in short(answer.err)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(
            ("plan", "nowhere.yaml"), "nowhere.yaml: there is no such file.", id="what-if"
        ),
        pytest.param(("plan", "--facts", "nowhere"), "nowhere: no such folder.", id="facts"),
        pytest.param(("plan", "--station", "no.yaml"), "no.yaml: there is no such", id="station"),
        pytest.param(("check", "nowhere.json"), "nowhere.json: there is no such file.", id="run"),
        pytest.param(("check", "pyproject.toml"), "pyproject.toml:1:2: not JSON", id="not-json"),
        pytest.param(("check", "nobody"), "No run 'nobody': there is no run yet.", id="no-run"),
        pytest.param(("plan", "config"), "config: cannot be read (is a directory).", id="folder"),
        pytest.param(
            ("runs", "--database", "mysql://x"), "mysql:// is no database", id="no-database"
        ),
        pytest.param(
            ("facts", "show", "soyuz-ms-2"), "no flight 'soyuz-ms-2'. Did you mean", id="flight"
        ),
        pytest.param(
            ("facts", "list", "--as-of", "2023-02-30"), "'2023-02-30' is not a day.", id="day"
        ),
        pytest.param(("plan", "--time-limit", "0"), "--time-limit", id="no-time"),
        pytest.param(("runs", "--database", "x", "list"), "Give options after list.", id="order"),
        pytest.param(("plam",), "No such command 'plam'. Did you mean 'plan'?", id="command"),
    ],
)
def test_wrong_words_are_told_with_what_to_give(
    words: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2, one sentence on standard error, no traceback."""
    monkeypatch.chdir(ROOT)
    answer = rotation(*words)
    assert (answer.status, answer.out) == (2, "")
    assert told in " ".join(answer.err.split())
    assert "Traceback" not in answer.err


def test_a_broken_run_document_is_told_whole(tmp_path: Path) -> None:
    """Every fault of a document, by its place in it."""
    text = planned("plain", "--json", "--no-save").out
    path = tmp_path / "broken.json"
    text = text.replace('"status": "docked"', '"status": "parked"', 1)
    path.write_text(text.replace('"verdict": "optimal"', '"verdict": "fine"', 1), "utf-8")
    answer = rotation("check", path, "--facts", FACTS)
    assert (answer.status, answer.out) == (2, "")
    assert "verdict is 'fine'" in answer.err
    assert "flights[0].status is 'parked'" in answer.err


def short(text: str) -> str:
    """Leave the folder of the project out of the places."""
    return text.replace(f"{ROOT}/", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("export", "the-run", "--to", "xls"),
            "'--to': there is no 'xls'. Give one of: ics, csv, xlsx, json, facts.",
        ),
        (
            ("chart", "the-run", "-o", "week.svg", "--size", "a5"),
            "'--size': there is no 'a5'. Give one of: slide, a3.",
        ),
        (("schema", "run"), "'what-if|station': there is no 'run'. Give one of: what-if, station."),
    ],
)
def test_a_word_that_is_no_choice_is_told_the_choices(words: tuple[str, ...], told: str) -> None:
    """In one sentence, with status 2, before anything is read."""
    answer = rotation(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.endswith(f"Error: Invalid value for {told}\n")


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("rotation export the-run --to x", ["xlsx"]),
        ("rotation chart the-run --size s", ["slide"]),
        ("rotation schema s", ["station"]),
    ],
)
def test_a_shell_completes_a_choice(
    line: str, ends: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its first letter, as Bash asks for it."""
    monkeypatch.setenv("_ROTATION_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - 1))
    assert rotation().out.split() == ends
