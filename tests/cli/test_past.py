"""``rotation history audit`` and ``replay``, as a user calls them on the small world."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.small_world import FACTS
from tests.command import rotation


def facts_with(tmp_path: Path, *rows: str) -> Path:
    """Copy the facts of the small world, with exceptions beside them."""
    folder = tmp_path / "facts"
    shutil.copytree(FACTS, folder)
    header = "rule,subject,from,to,what,source"
    (folder / "exceptions.csv").write_text("\n".join([header, *rows, ""]), "utf-8")
    return folder


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
