"""``rotation history audit`` and ``replay``, as a user calls them on the small world."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scheduler.planning import replaying
from tests.cli.small_world import FACTS, SMALL, small
from tests.command import rotation

LATE = {
    "events.csv": (
        "soyuz-1,undock,,2023-08-20,actual,,by hand,",
        "soyuz-1,land,,2023-08-20,actual,,by hand,",
        "soyuz-2,launch,,2023-08-10,actual,,by hand,",
        "soyuz-2,dock,prichal-nadir,2023-08-10,actual,,by hand,",
    ),
    "crew.csv": tuple(
        f"soyuz-2,{person},up,,actual,,by hand" for person in ("dorin", "egorov", "fisher")
    ),
}
"""Soyuz 2 came two months late, and Soyuz 1 stayed up for it, with people who landed in it.

From 10 January to 20 August are 21 + 28 + 31 + 30 + 31 + 30 + 31 + 20 = 222 days, of 210.
"""
TOO_LONG = "VL-1,soyuz-1,2023-01-10,2023-08-20,Its relief was late,by hand"


def facts_with(tmp_path: Path, *rows: str) -> Path:
    """Copy the facts of the small world, with exceptions beside them."""
    folder = tmp_path / "facts"
    shutil.copytree(FACTS, folder)
    header = "rule,subject,from,to,what,source"
    (folder / "exceptions.csv").write_text("\n".join([header, *rows, ""]), "utf-8")
    return folder


def late_facts(tmp_path: Path, *rows: str) -> Path:
    """Go on with the facts of the small world, with exceptions beside them."""
    folder = facts_with(tmp_path, *rows)
    for name, added in LATE.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n".join([*added, ""]))
    return folder


# --- audit -------------------------------------------------------------------------------------


def test_nothing_broken_is_a_clean_check(tmp_path: Path) -> None:
    """Status 0, also where an exception explains nothing."""
    answer = rotation("history", "audit", "--facts", facts_with(tmp_path, TOO_LONG))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(
        "No rule was ever broken.\nInternational Space Station, 2023-01-10 "
    )
    assert "- VL-1, soyuz-1, 2023-01-10: Its relief was late." in answer.out


@pytest.mark.parametrize("is_json", [False, True])
def test_a_breach_that_is_not_documented(tmp_path: Path, is_json: bool) -> None:
    """Status 1, in either form; ships are told by their names, ids stand in the document."""
    words = ["--json"] if is_json else []
    answer = rotation("history", "audit", "--facts", late_facts(tmp_path), *words)
    assert (answer.status, answer.err) == (1, "")
    if is_json:
        [found] = answer.json["findings"]
        assert (found["ref"], found["subject"], found["exception"]) == ("VL-1", "soyuz-1", None)
        assert "soyuz-1 lands 222 days after launch" in found["text"]
    else:
        assert answer.out.startswith("1 of 1 finding has no documented exception.\n")
        assert "Soyuz 1 lands 222 days after launch" in answer.out


@pytest.mark.parametrize("is_json", [False, True])
def test_a_breach_that_is_documented(tmp_path: Path, is_json: bool) -> None:
    """Status 0, in either form."""
    words = ["--json"] if is_json else []
    answer = rotation("history", "audit", "--facts", late_facts(tmp_path, TOO_LONG), *words)
    assert (answer.status, answer.err) == (0, "")
    if is_json:
        assert answer.json["station"] == "iss"
        [found] = answer.json["findings"]
        assert found["exception"]["what"] == "Its relief was late"
        assert answer.json["unused"] == []
    else:
        assert answer.out.startswith("1 finding in all that was flown, each with a documented ")
        assert "Its relief was late" in answer.out


def test_an_audit_in_colour(tmp_path: Path) -> None:
    """When asked for."""
    folder = late_facts(tmp_path)
    assert "\x1b[" not in rotation("history", "audit", "--facts", folder).out
    assert "\x1b[" in rotation("history", "audit", "--facts", folder, "--colour").out


def test_an_exception_may_be_about_anything_that_a_rule_is_about(tmp_path: Path) -> None:
    """A ship, a line, a person, a segment, a port, a pad, a launcher family, the station."""
    known = (
        "soyuz-1",
        "soyuz",
        "bykov",
        "RS",
        "rassvet-nadir",
        "baikonur-31",
        "falcon-9",
        "iss",
    )
    rows = [f"VL-1,{one},2023-02-01,2023-02-01,by hand,by hand" for one in known]
    answer = rotation("history", "audit", "--facts", facts_with(tmp_path, *rows), "--json")
    assert [one["subject"] for one in answer.json["unused"]] == [*known]


def test_an_exception_about_nobody_is_told_with_its_place(tmp_path: Path) -> None:
    """All of them at once, each with file, line and column, and what was meant; status 2."""
    rows = (
        "VL-1,soyus-1,2023-02-01,2023-02-01,by hand,by hand",
        "LB-1,bykow,2023-02-01,2023-02-01,by hand,by hand",
    )
    answer = rotation("history", "audit", "--facts", facts_with(tmp_path, *rows))
    assert (answer.status, answer.out) == (2, "")
    first, second = answer.err.splitlines()
    assert first.endswith("exceptions.csv:2:6: no subject 'soyus-1'. Did you mean 'soyuz-1'?")
    assert second.endswith("exceptions.csv:3:6: no subject 'bykow'. Did you mean 'bykov'?")


def test_before_a_crew_has_come_there_is_nothing_to_judge(tmp_path: Path) -> None:
    """Published is not flown; nor has anybody come who was launched and has not docked."""
    folder = facts_with(tmp_path)
    for name, left_out in (("events.csv", "soyuz-1,dock,"), ("crew.csv", "soyuz-1,")):
        path = folder / name
        whole = path.read_text("utf-8")
        kept = [line for line in whole.splitlines() if not line.startswith(left_out)]
        path.write_text("\n".join([*kept, ""]), "utf-8")
        answer = rotation("history", "audit", "--facts", folder)
        assert (answer.status, answer.out) == (2, "")
        told = "no crew has docked yet, so there is nothing to judge. Give a folder where one has."
        assert answer.err == f"{folder}: {told}\n"
        path.write_text(whole, "utf-8")


# --- replay ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("colombia-2003", "Did you mean 'columbia-2003'?", id="misspelt"),
        pytest.param("skylab", "Give one of: columbia-2003, ms-22-2022-12-15, ", id="unknown"),
        pytest.param("lost.yaml", "Give one of: columbia-2003, ms-22-2022-12-15, ", id="no-file"),
    ],
)
def test_a_case_that_is_not_there(name: str, told: str) -> None:
    """The nearest case is named, else all of them; exit status 2, and nothing is planned."""
    answer = rotation("history", "replay", name)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"{name}: there is no such case or what-if file. {told}")


def test_a_case_of_ones_own_is_planned_again(tmp_path: Path) -> None:
    """With names; the case is told in the progress, and nothing is kept.

    From 20 June to 20 August are 10 + 31 + 20 = 61 days.
    """
    case = small("plain")
    answer = rotation("history", "replay", case, "--facts", late_facts(tmp_path))
    assert answer.status == 0
    assert answer.out.startswith("Planned again: Two ships, as published\n")
    words = " ".join(answer.out.split())
    assert "what was flown does not keep VL-1. The goal change makes the difference" in words
    assert "Soyuz 1 undock, land 2023-06-20 2023-08-20 +61 d" in words
    assert answer.err.startswith(f"{case}, seats: ")
    assert "No runs are stored" in rotation("runs").out


def test_a_case_as_a_document(tmp_path: Path) -> None:
    """The run document of what was flown stands beside that of the plan."""
    words = ("history", "replay", small("plain"), "--facts", late_facts(tmp_path))
    document = rotation(*words, "--json").json
    [one] = document["replays"]
    homes = [
        next(ship["land"] for ship in one[side]["flights"] if ship["flight"] == "soyuz-1")
        for side in ("plan", "flown")
    ]
    assert homes == ["2023-06-20", "2023-08-20"]
    assert [(found["ref"], found["subject"]) for found in one["broken"]] == [("VL-1", "soyuz-1")]
    assert "\x1b[" in rotation(*words, "--colour").out


def test_without_a_case_all_of_them_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a table, a row each, by the names of their files; or all in one document."""
    cases = tmp_path / "cases"
    cases.mkdir()
    for name in ("plain.yaml", "leak.yaml"):
        shutil.copy(SMALL / name, cases)
    monkeypatch.setattr(replaying, "CASES", str(cases))
    words = ("history", "replay", "--facts", late_facts(tmp_path))
    listed = rotation(*words)
    assert listed.status == 0
    assert listed.out.startswith("Past days planned again: 2 cases\n")
    assert [line.split()[0] for line in listed.out.splitlines()[2:]] == ["leak", "plain"]
    assert "\nplain, seats: " in listed.err
    document = rotation(*words, "--json").json
    assert [one["case"] for one in document["replays"]] == ["leak", "plain"]


def test_a_time_limit_is_kept(tmp_path: Path) -> None:
    """A tenth of a second is the least."""
    words = ("history", "replay", small("plain"), "--facts", late_facts(tmp_path))
    assert rotation(*words, "--time-limit", "0.01").status == 2
