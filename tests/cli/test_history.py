"""``rotation history``: the ledger and the slips, as a user calls them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.small_world import FACTS
from tests.command import ROOT, rotation

SEEDS = ROOT / "seeds" / "iss"


def facts_with(tmp_path: Path, record: str) -> Path:
    """Copy the facts of the small world, with a record of expeditions beside them."""
    folder = tmp_path / "facts"
    shutil.copytree(FACTS, folder)
    header = "expedition,from,to,commander,source"
    (folder / "expeditions.csv").write_text(f"{header}\n{record}\n", "utf-8")
    return folder


def test_the_ledger_reproduces_the_record() -> None:
    """Expeditions 1 to 74, each with the number and the days on record."""
    answer = rotation("history", "ledger")
    assert answer.status == 0
    assert " ".join(answer.out.split()).startswith(
        "Ledger: 75 expeditions derived, 74 of 74 on record with the same number and days"
    )
    for section in ("Compared", "Head-counts", "Handovers", "Extensions", "Ship days", "Ports"):
        assert f"\n{section}" in answer.out


def test_the_ledger_of_some_days() -> None:
    """Of expeditions, handovers and ships only those of these days are told."""
    answer = rotation("history", "ledger", "--from", "2022-09-01", "--until", "2023-10-01")
    assert "as flown from 2022-09-01 up to 2023-10-01" in " ".join(answer.out.split())
    assert "STS" not in answer.out
    assert "  70 2023-09-27" in answer.out
    assert "  71 " not in answer.out


def test_the_ledger_as_a_document() -> None:
    """One JSON document and nothing else; the crew of Soyuz MS-22 stayed 183 days longer."""
    document = rotation("history", "ledger", "--json", "--from", "2023-01-01").json
    assert (document["schema"], document["station"]) == ("rotation.ledger/1", "iss")
    assert document["from"] == "2023-01-01"
    rubio = next(one for one in document["extensions"] if one["person"] == "rubio")
    assert rubio["extension_days"] == 183


def test_a_folder_without_a_record() -> None:
    """One ship is there since 10 January, and a published launch became known on 25 May.

    So all is known up to 26 May, 31 - 9 + 28 + 31 + 30 + 25 = 136 days.
    """
    answer = rotation("history", "ledger", "--facts", FACTS)
    assert answer.out.startswith("Ledger: 1 expedition derived, and no record to compare with\n")
    [line] = rotation("history", "ledger", "--facts", FACTS, "--json").json["expeditions"]
    assert (line["from"], line["days"], line["recorded"]) == ("2023-01-10", 136, None)
    assert line["candidates"] == ["aksyonov", "bykov", "carter"]


def test_differences_are_told(tmp_path: Path) -> None:
    """The record has it begin two days later, and Dorin command it, who has not come yet."""
    folder = facts_with(tmp_path, "1,2023-01-12,,dorin,by hand")
    found = rotation("history", "ledger", "--facts", folder, "--json").json["mismatches"]
    assert [(one["what"], one["days_off"]) for one in found] == [
        ("from", -2),
        ("commander", None),
        ("commander", None),
    ]


def test_a_wrong_record_is_told_with_its_place(tmp_path: Path) -> None:
    """File, line and column, and exit status 2."""
    folder = facts_with(tmp_path, "1,2023-01-10,,doris,by hand")
    answer = rotation("history", "ledger", "--facts", folder)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.endswith("expeditions.csv:2:15: no person 'doris'. Did you mean 'dorin'?\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--from", "soon"], "'soon' is not a day. Give YYYY-MM-DD."),
        (
            ["--from", "2023-01-02", "--until", "2023-01-02"],
            "--until is 2023-01-02, not after --from (2023-01-02). Give a later day.",
        ),
        (["--until", "2000-01-01"], "No crew was aboard on any of these days. Give others."),
        (["--facts", "nowhere"], "nowhere: no such folder."),
    ],
)
def test_wrong_words(words: list[str], told: str) -> None:
    """They are told in words, with exit status 2."""
    answer = rotation("history", "ledger", *words)
    assert (answer.status, answer.out) == (2, "")
    assert told in " ".join(answer.err.replace("│", " ").split())


def test_slips() -> None:
    """Stand-ins are counted and left out, and too little is said so."""
    answer = rotation("history", "slips")
    words = " ".join(answer.out.split())
    assert answer.status == 0
    assert words.startswith(
        "Launch slips: 44 published launch days of 22 flights, of 297 that flew"
    )
    assert "rows in which the flown day stands in for a plan" in words
    assert "too few to say" in words


def test_slips_as_a_document() -> None:
    """One JSON document: Soyuz MS-23 was published for 16 March 2023 and flew 20 days earlier."""
    document = rotation("history", "slips", "--json").json
    assert document["schema"] == "rotation.slips/1"
    published = [one for one in document["slips"] if one["planned"] == "2023-03-16"]
    assert [(one["flight"], one["slip_days"]) for one in published] == [("soyuz-ms-23", -20)]


def test_slips_of_a_folder_of_ones_own() -> None:
    """Nothing published has flown there: four editions of three ships wait."""
    answer = rotation("history", "slips", "--facts", FACTS)
    assert answer.status == 0
    assert "and 4 of ships that have not flown." in " ".join(answer.out.split())


def test_slips_of_a_wrong_folder() -> None:
    """Faults are told in words, with exit status 2."""
    answer = rotation("history", "slips", "--facts", "nowhere")
    assert (answer.status, answer.out) == (2, "")


@pytest.mark.parametrize("command", ["ledger", "slips"])
@pytest.mark.parametrize("width", [80, 120])
def test_widths_and_colours(command: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the terminal; colour comes when asked for."""
    monkeypatch.setenv("COLUMNS", str(width))
    plain = rotation("history", command).out
    assert max(map(len, plain.splitlines())) <= width
    assert "\x1b[" not in plain
    assert "\x1b[" in rotation("history", command, "--colour").out


def test_alone_it_shows_what_there_is() -> None:
    """Without a word the group asks for one."""
    answer = rotation("history")
    assert answer.status == 2
    assert rotation("history", "--help").out.count("\n  ledger") == 1
