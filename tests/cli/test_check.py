"""``rotation check``: a run judged from a file, from the store, by other files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.small_world import SMALL, planned, two_ships
from tests.command import rotation


@pytest.fixture(scope="module")
def text() -> str:
    """Plan the small leak once."""
    return planned("leak", "--json", "--no-save").out


@pytest.fixture
def document(text: str, tmp_path: Path) -> Path:
    """Give the run document of the small leak."""
    path = tmp_path / "leak.json"
    path.write_text(text, "utf-8")
    return path


def test_a_run_document_is_judged_by_the_files_it_names(document: Path) -> None:
    """Its own what-if, facts and station are found again, without being named."""
    answer = rotation("check", document, "--json")
    assert answer.status == 0
    assert (answer.json["clean"], answer.json["notes"]) == (True, [])
    assert answer.json["schema"] == "rotation.check/1"


def test_a_clean_check_says_so() -> None:
    """Without any days without a seat there is one line and nothing else."""
    run = planned("plain", "--json").json["run"]
    answer = rotation("check", run)
    assert answer.status == 0
    assert answer.out == f"Clean: no rule is broken. Run {run}.\n"


def test_days_without_a_seat_are_told_though_no_rule_is_broken(document: Path) -> None:
    """What a plan may hold if it tells it is no finding, but is not hushed up."""
    answer = rotation("check", document)
    assert answer.status == 0
    assert answer.out.startswith("No rule is broken, but the plan tells of 1 finding.")
    assert "has no seat (G4)" in answer.out


def test_findings_have_status_1(document: Path) -> None:
    """A landing a day past the life of the ship is found."""
    run = json.loads(document.read_text("utf-8"))
    ship = next(row for row in run["flights"] if row["flight"] == "soyuz-2")
    ship["land"] = ship["undock"] = ship["ports"][0]["to"] = "2023-12-22"
    document.write_text(json.dumps(run), "utf-8")
    answer = rotation("check", document)
    assert answer.status == 1
    assert "soyuz-2 lands 211 days after launch" in " ".join(answer.out.split())


def test_a_kept_run_is_judged_by_what_was_kept_with_it(tmp_path: Path) -> None:
    """The files may change or go; the run and its inputs stay."""
    folder = tmp_path / "mine"
    shutil.copytree(SMALL, folder)
    words = ("plan", folder / "leak.yaml", "--facts", folder / "facts", "--json")
    run = rotation(*words).json["run"]
    shutil.rmtree(folder)
    answer = rotation("check", run, "--json")
    assert answer.status == 0
    assert answer.json["notes"] == []
    assert rotation("runs", "show", run).status == 0


def test_a_kept_run_can_be_judged_by_other_files(tmp_path: Path) -> None:
    """What is not given is taken from what was kept."""
    folder = tmp_path / "mine"
    shutil.copytree(SMALL, folder)
    words = ("plan", folder / "leak.yaml", "--facts", folder / "facts", "--json")
    run = rotation(*words).json["run"]
    shutil.rmtree(folder / "facts")
    later = folder / "later.yaml"
    text = (folder / "leak.yaml").read_text("utf-8")
    later.write_text(text.replace("earliest_launch: 2023-05-25", "earliest_launch: 2023-05-26"))
    answer = rotation("check", run, "--what-if", later)
    assert answer.status == 1
    assert "Soyuz 2 launches on 2023-05-26 at the earliest." in " ".join(answer.out.split())
    assert "other inputs" in answer.out


def test_a_file_that_a_run_names_may_be_missing(document: Path) -> None:
    """The answer says which, and how to give it."""
    text = document.read_text("utf-8").replace("tests/cli/small/leak.yaml", "gone/leak.yaml")
    document.write_text(text, "utf-8")
    answer = rotation("check", document)
    assert answer.status == 2
    assert answer.err == (
        "The run was made from gone/leak.yaml, which is not there. Give it with --what-if.\n"
    )


def test_a_run_without_a_plan_is_told_as_that() -> None:
    """There is nothing to judge in an infeasible run."""
    run = planned("too-late", "--json").json["run"]
    answer = rotation("check", run, "--json")
    assert answer.status == 0
    assert answer.json["notes"] == ["There is no plan to judge."]


def test_a_run_without_a_what_if_is_judged_by_the_facts_alone(tmp_path: Path) -> None:
    """The facts as they stand, over the run's own horizon."""
    path, facts = tmp_path / "facts.json", two_ships(tmp_path / "facts")
    path.write_text(rotation("plan", "--facts", facts, "--json", "--no-save").out, "utf-8")
    answer = rotation("check", path, "--json")
    assert answer.status == 0
    assert answer.json["notes"] == []


def test_crews_beyond_the_horizon_break_nothing() -> None:
    """A run that hands crews on to ships of later years is judged like any other."""
    run = planned("chain", "--json").json["run"]
    assert rotation("check", run).status == 0


def test_another_planner_need_not_state_our_goals(document: Path) -> None:
    """A plan whose author claims nothing is judged by the rules alone."""
    run = json.loads(document.read_text("utf-8"))
    run.update(goals=[], verdict="feasible")
    document.write_text(json.dumps(run), "utf-8")
    answer = rotation("check", document, "--json")
    assert answer.status == 0
    assert answer.json["notes"] == ["The run states no goals, so none were counted."]
