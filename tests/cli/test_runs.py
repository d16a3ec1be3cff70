"""``rotation runs``: what was kept, as it was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.small_world import planned
from tests.command import rotation


def test_an_empty_store_is_told(tmp_path: Path) -> None:
    """Without a run there is no table, but a sentence."""
    answer = rotation("runs", "--database", tmp_path / "new.db")
    assert answer.status == 0
    assert "No run" in answer.out


def test_runs_are_listed_newest_first() -> None:
    """With title, verdict and the values of their goals; ``runs`` alone is ``runs list``."""
    first = planned("plain", "--json").json["run"]
    second = planned("leak", "--json").json["run"]
    third = planned("too-late", "--json").json["run"]
    told = rotation("runs").out
    assert rotation("runs", "list").out == told
    assert told.index(third) < told.index(second) < told.index(first)
    for words in ("Soyuz 1 leaks", "seats 9/18/0/0", "infeasible", "Two ships, as published"):
        assert words in told


def test_a_run_is_shown_as_it_was_when_it_was_made() -> None:
    """The report of a kept run is the report of the plan."""
    made = planned("plain").out
    assert rotation("runs", "show", made.split("Run ")[1].split(",")[0]).out == made


def test_the_document_is_kept_to_the_byte() -> None:
    """``runs json`` prints what ``plan --json`` printed."""
    made = planned("leak", "--json")
    assert rotation("runs", "json", made.json["run"]).out == made.out


def test_a_conflict_is_kept() -> None:
    """An infeasible run is shown with its requirements and their lines."""
    run = planned("too-late", "--json").json["run"]
    answer = rotation("runs", "show", run)
    assert answer.status == 0
    assert "tests/cli/small/too-late.yaml:8" in answer.out


def test_the_beginning_of_an_id_is_enough() -> None:
    """As long as it fits one run only."""
    run = planned("plain", "--json").json["run"]
    assert rotation("runs", "json", run[:15]).json["run"] == run


@pytest.mark.parametrize("verb", ["show", "json"])
def test_an_unknown_id_is_answered_with_near_ones(verb: str) -> None:
    """Status 2, and the id that may be meant."""
    run = planned("plain", "--json").json["run"]
    answer = rotation("runs", verb, run[:-1] + "x")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"No run '{run[:-1]}x'. Did you mean '{run}'?\n"


def test_an_id_that_fits_two_runs_is_told() -> None:
    """Both are named."""
    runs = [planned("plain", "--json").json["run"] for _ in range(2)]
    answer = rotation("runs", "show", "20")
    assert answer.status == 2
    assert all(run in answer.err for run in runs)
    assert answer.err.endswith("Give more of the id.\n")
