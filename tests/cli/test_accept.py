"""``rotation facts accept``: a plan becomes the baseline, by rows added to a fact folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scheduler.intake import UNFINISHED
from tests.cli.small_world import FACTS, planned, small
from tests.command import Answer, rotation

WHO = ("--who", "The panel", "--why", "agreed at the review")
LEAK_ONLY = """\
title: The morning after
station: iss
as_of: 2023-05-21
until: 2023-07-01
changes:
  - {change: health, flight: soyuz-1, health: emergency-only, seats: 2, from: 2023-02-20}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the facts of the small world."""
    return Path(shutil.copytree(FACTS, tmp_path / "facts"))


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Plan the small leak and keep its document."""
    path = tmp_path / "leak.json"
    path.write_text(planned("leak", "--json", "--no-save").out, "utf-8")
    return path


def accepted(run: str | Path, folder: Path, *words: str | Path) -> Answer:
    """Accept a run."""
    return rotation("facts", "accept", run, "--facts", folder, *WHO, *words)


def texts(folder: Path) -> dict[str, str]:
    """Read all files of a folder."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_rows_are_added_and_none_is_changed(folder: Path, run: Path) -> None:
    """Every file begins as it was; the new rows say who, why and which run."""
    before, name = texts(folder), json.loads(run.read_text("utf-8"))["run"]
    answer = accepted(run, folder)
    assert answer.status == 0
    after = texts(folder)
    assert {file for file in after if after[file] != before[file]} == {"events.csv", "crew.csv"}
    source = f"accepted by The panel: agreed at the review (run {name})"
    for file, text in after.items():
        assert text.startswith(before[file])
        rows = text[len(before[file]) :].splitlines()
        assert all(f"2023-05-20,{source}" in row for row in rows)
        if rows:
            assert f"{len(rows)} rows added to {folder}/{file}" in answer.out
    assert "The plan is the baseline as of 2023-05-21 and later." in answer.out


def test_planning_again_the_next_morning_changes_nothing(
    folder: Path, run: Path, tmp_path: Path
) -> None:
    """With the health that is no fact laid over again, the goal ``change`` is 0."""
    assert accepted(run, folder).status == 0
    next_day = tmp_path / "next.yaml"
    next_day.write_text(LEAK_ONLY, "utf-8")
    plan = rotation("plan", next_day, "--facts", folder, "--json", "--no-save").json
    [change] = [goal for goal in plan["goals"] if goal["goal"] == "change"]
    assert [part["value"] for part in change["parts"]] == [0, 0, 0]
    first = json.loads(run.read_text("utf-8"))
    days = ("flight", "launch", "dock", "undock", "land", "crew_up", "crew_down")
    flying = [f for f in first["flights"] if f["status"] in ("docked", "planned")]
    again = {f["flight"]: f for f in plan["flights"]}
    for flight in flying:
        assert [again[flight["flight"]][key] for key in days] == [flight[key] for key in days]


def test_the_earlier_baseline_is_there_as_of_the_day_before(folder: Path, run: Path) -> None:
    """The same what-if over the new facts has the same plan, to the number."""
    before = planned("leak", "--json", "--no-save").json
    assert accepted(run, folder).status == 0
    after = rotation("plan", small("leak"), "--facts", folder, "--json", "--no-save").json
    for key in ("flights", "stays", "seats", "goals"):
        assert after[key] == before[key]


def test_a_dry_run_shows_the_rows_and_writes_nothing(folder: Path, run: Path) -> None:
    """Each row in words, and what they share once."""
    before = texts(folder)
    answer = accepted(run, folder, "--dry-run")
    assert answer.status == 0
    assert texts(folder) == before
    assert "  soyuz-2, launch, 2023-05-25, planned\n" in answer.out
    assert "Known on 2023-05-20. Source:\n  accepted by The panel: agreed" in answer.out
    assert f"rows would be added to {folder}/events.csv" in answer.out


def test_the_folder_is_the_run_s_own_unless_another_is_named(run: Path) -> None:
    """By its path in the project."""
    answer = rotation("facts", "accept", run, *WHO, "--dry-run")
    assert answer.status == 0
    assert " rows would be added to tests/cli/small/facts/events.csv\n" in answer.out


def test_twice_is_once(folder: Path, run: Path) -> None:
    """The second time there is nothing to add."""
    assert accepted(run, folder).status == 0
    before = texts(folder)
    answer = accepted(run, folder)
    assert (answer.status, answer.out) == (0, f"{folder} says this already: nothing to add.\n")
    assert texts(folder) == before


def test_a_kept_run_and_a_later_day(folder: Path) -> None:
    """The rows are known on the day that is given."""
    run = planned("leak", "--json").json["run"]
    answer = accepted(run, folder, "--on", "2023-05-22")
    assert answer.status == 0
    assert "The plan is the baseline as of 2023-05-23 and later." in answer.out
    editions = rotation("facts", "show", "soyuz-2", "--facts", folder, "--as-of", "2023-05-23").out
    assert "* launch 2023-05-25 planned 2023-05-22" in " ".join(editions.split())
    before = rotation("facts", "show", "soyuz-2", "--facts", folder, "--as-of", "2023-05-22").out
    assert "accepted by" not in before


def test_an_added_flight_becomes_a_flight_of_the_facts(folder: Path, tmp_path: Path) -> None:
    """With its row in ``flights.csv``, and its dates."""
    what_if = tmp_path / "spare.yaml"
    head = small("plain").read_text("utf-8").partition("changes")[0]
    added = "change: add-flight, flight: progress-spare, vehicle_type: progress-ms"
    what_if.write_text(f"{head}changes:\n  - {{{added}, launch: 2023-06-25}}\n", "utf-8")
    run = tmp_path / "spare.json"
    made = rotation("plan", what_if, "--facts", folder, "--json", "--no-save")
    run.write_text(made.out, "utf-8")
    answer = accepted(run, folder)
    assert answer.status == 0
    assert f"1 row added to {folder}/flights.csv" in answer.out
    assert "\nprogress-spare,progress-spare,progress-ms," in texts(folder)["flights.csv"]
    listed = rotation("facts", "list", "--facts", folder, "--as-of", "2023-05-21").out
    assert "progress-spare planned ~2023-06-25" in " ".join(listed.split())


def test_an_acceptance_that_was_cut_short_is_finished_first(folder: Path, run: Path) -> None:
    """Until then the folder is not read: half a baseline is none."""
    whole = folder.parent / "whole"
    shutil.copytree(folder, whole)
    assert accepted(run, whole).status == 0
    intent = {name: (whole / name).read_text("utf-8") for name in ("events.csv", "crew.csv")}
    (folder / UNFINISHED).write_text(json.dumps(intent), "utf-8")
    (folder / "events.csv").write_text(intent["events.csv"], "utf-8")
    refused = rotation("plan", small("leak"), "--facts", folder, "--no-save")
    assert refused.status == 2
    assert "a plan was being accepted here, and that was cut short." in refused.err
    answer = accepted(run, folder)
    assert answer.status == 0
    assert "finished first" in answer.err
    assert "nothing to add" in answer.out
    assert texts(folder) == texts(whole)


def test_all_faults_are_told_at_once_and_nothing_is_written(folder: Path, run: Path) -> None:
    """No name, no reason, a day before the run, and a rule that the plan breaks."""
    document = json.loads(run.read_text("utf-8"))
    ship = next(row for row in document["flights"] if row["flight"] == "soyuz-2")
    ship["land"] = ship["undock"] = ship["ports"][0]["to"] = "2023-12-22"
    run.write_text(json.dumps(document), "utf-8")
    before = texts(folder)
    words = ("--who", " ", "--why", "", "--on", "2023-05-19")
    answer = rotation("facts", "accept", run, "--facts", folder, *words)
    assert (answer.status, answer.out) == (2, "")
    for told in (
        "--who is empty.",
        "--why is empty.",
        "--on is 2023-05-19, before the morning of the run (2023-05-20)",
        "breaks VL-1: soyuz-2 lands 211 days after launch",
    ):
        assert told in answer.err
    assert texts(folder) == before


def test_a_run_without_a_plan_is_refused(folder: Path, tmp_path: Path) -> None:
    """There is nothing to accept."""
    path = tmp_path / "none.json"
    path.write_text(planned("too-late", "--json", "--no-save").out, "utf-8")
    answer = accepted(path, folder)
    assert (answer.status, answer.out) == (2, "")
    assert "has no plan (verdict infeasible). Give a run with one." in answer.err


def test_what_has_happened_otherwise_is_told(folder: Path, run: Path) -> None:
    """Soyuz 2 flew a day later than planned before anybody accepted the plan."""
    with (folder / "events.csv").open("a", encoding="utf-8") as file:
        file.write("soyuz-2,launch,,2023-05-26,actual,,flown,\n")
    before = texts(folder)
    answer = accepted(run, folder, "--on", "2023-05-27")
    assert (answer.status, answer.out) == (2, "")
    assert (
        "soyuz-2: the launch is planned for 2023-05-25, but happened on 2023-05-26." in answer.err
    )
    assert texts(folder) == before


def test_a_folder_that_would_not_be_read_is_not_written(folder: Path, run: Path) -> None:
    """The intake has the last word: here a later edition would contradict the plan."""
    with (folder / "events.csv").open("a", encoding="utf-8") as file:
        file.write("soyuz-2,relocate,rassvet-nadir,2023-12-28,planned,2023-06-01,by hand,\n")
    assert rotation("facts", "list", "--facts", folder).status == 0
    before = texts(folder)
    answer = accepted(run, folder)
    assert (answer.status, answer.out) == (2, "")
    assert "the planned relocation on 2023-12-28 lies after the planned undocking" in answer.err
    assert "Nothing was written: with the rows of the plan the folder would not" in answer.err
    assert texts(folder) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.json", *WHO), "nowhere.json: there is no such file."),
        (("20230111", *WHO), "No run '20230111': there is no run yet."),
        (("a.json", "--why", "so"), "Missing option '--who'."),
        (("a.json", "--who", "me"), "Missing option '--why'."),
        (("a.json", *WHO, "--on", "soon"), "'soon' is not a day."),
    ],
)
def test_wrong_words_are_told(words: tuple[str, ...], told: str) -> None:
    """Status 2, a sentence on standard error, no traceback."""
    answer = rotation("facts", "accept", *words)
    assert (answer.status, answer.out) == (2, "")
    assert told in " ".join(answer.err.split())
