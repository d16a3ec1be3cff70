"""``rotation plan``: exit status, what goes where, what is kept."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain import GOALS, Verdict
from scheduler.planning import planning as use_case
from scheduler.planning import read_case, reasons
from scheduler.rules import RULES
from scheduler.solve import Engine, Outcome, search
from tests.cli.small_world import FACTS, SMALL, planned, rows, small, two_ships
from tests.command import rotation, rotation_process


def test_a_plan_is_shown_and_the_status_is_0() -> None:
    """The report begins with the verdict; nothing but progress is on standard error."""
    answer = planned("plain")
    assert answer.status == 0
    assert answer.out.startswith("Optimal plan, proved: Two ships, as published\n")
    assert {line.split(":")[0] for line in answer.err.splitlines()} <= {*GOALS}


def test_the_leak_of_the_small_world() -> None:
    """The same way out as in January 2023, in small, without a Dragon for an improvised place.

    Soyuz 2 is ready on 25 May, liners take 4 days: from 20 to 29 May there are 9 days on which
    Soyuz 1 holds two of three.
    """
    answer = planned("leak", "--json", "--no-save")
    [seats] = [goal for goal in answer.json["goals"] if goal["goal"] == "seats"]
    assert {part["part"]: part["value"] for part in seats["parts"]} == {
        "G4": 9,
        "G3": 18,
        "G2": 0,
        "G1": 0,
    }
    assert answer.status == 0


def test_json_is_one_document() -> None:
    """With ``--json`` standard output is the document and nothing else."""
    answer = planned("plain", "--json")
    assert answer.json["verdict"] == "optimal"
    assert answer.json["title"] == "Two ships, as published"


def test_without_a_what_if_the_facts_are_planned_as_they_stand(tmp_path: Path) -> None:
    """From the morning of the last launch to the last undocking that the folder knows."""
    answer = rotation("plan", "--facts", two_ships(tmp_path / "facts"), "--json", "--no-save")
    assert answer.status == 0
    assert (answer.json["as_of"], answer.json["until"]) == ("2023-06-10", "2024-01-02")
    [second] = [ship for ship in answer.json["flights"] if ship["flight"] == "soyuz-2"]
    assert second["published"]["launch"] == "2023-06-05"  # the edition of 25 May
    assert second["launch"] == "2023-06-10"  # overdue, so due that morning


def test_crews_move_on_beyond_the_horizon() -> None:
    """The crew of Soyuz 2 takes Soyuz 3, and the crew of Soyuz 3, known by then, Soyuz 4."""
    document = planned("chain", "--json", "--no-save").json
    crews = {ship["flight"]: ship["crew_up"] for ship in document["flights"]}
    assert crews["soyuz-3"] == ["dorin", "egorov", "fisher"]
    assert crews["soyuz-4"] == ["gurin", "holt"]


def test_the_run_is_kept(data_of_the_test: Path) -> None:
    """By default in the data directory, under the id that the document names."""
    run = planned("plain", "--json").json["run"]
    kept = data_of_the_test / "rotation.sqlite3"
    assert rows(kept)["runs"] == 1
    assert rotation("runs", "json", run).json["run"] == run


def test_no_save_keeps_nothing(data_of_the_test: Path) -> None:
    """Not even a database is made."""
    planned("plain", "--no-save")
    assert not data_of_the_test.exists()


def test_the_database_can_be_named(tmp_path: Path, data_of_the_test: Path) -> None:
    """``--database`` takes a path; the data directory is left alone."""
    planned("plain", "--database", tmp_path / "mine.db")
    assert rows(tmp_path / "mine.db")["runs"] == 1
    assert not data_of_the_test.exists()


def test_a_database_that_cannot_be_opened_is_told_before_planning(tmp_path: Path) -> None:
    """Nobody waits for a plan that cannot be kept."""
    answer = planned("plain", "--database", tmp_path / "missing" / "mine.db")
    assert answer.status == 2
    assert answer.out == ""
    assert "mine.db" in answer.err
    assert "seats" not in answer.err


def test_one_input_gives_one_plan() -> None:
    """Two runs differ by their id and their time alone."""
    one, two = (planned("leak", "--json", "--no-save").json for _ in range(2))
    for document in (one, two):
        del document["run"]
        del document["solver"]["seconds"]
    assert one == two


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_an_infeasible_case_is_told_with_status_3(words: tuple[str, ...]) -> None:
    """The requirements in conflict are named; those of the what-if with file and line."""
    answer = planned("too-late", *words)
    assert answer.status == 3
    assert "Soyuz 1 undocks on 2023-08-20 at the earliest." in answer.out
    assert "Soyuz 1 lands within 210 days of its launch." in answer.out
    assert "tests/cli/small/too-late.yaml:8" in answer.out


def test_a_conflict_is_proved_and_irreducible() -> None:
    """It is kept in the document; there is no plan in it."""
    document = planned("nobody-waits", "--json").json
    conflict = document["conflict"]
    assert document["verdict"] == "infeasible"
    assert (conflict["irreducible"], conflict["reproved"]) == (True, True)
    assert [document[key] for key in ("flights", "stays", "seats", "goals")] == [[]] * 4
    told = {member["ref"]: member.get("at", "") for member in conflict["requirements"]}
    assert told["LB-1"].endswith("tests/cli/small/nobody-waits.yaml:6")
    assert told["LB-5"] == ""  # the health of Soyuz 1, good for two of three


def test_an_undecided_case_is_never_told_as_infeasible(monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 4: neither a plan nor a proof."""

    def give_up(*_: object) -> Outcome:
        return Outcome(Verdict.UNDECIDED, None)

    monkeypatch.setattr(use_case, "search", give_up)
    answer = planned("plain")
    assert answer.status == 4
    assert "infeasible" not in answer.out.lower()
    assert "there may be a plan, and there may be none" in " ".join(answer.out.split())


def test_a_plan_that_is_not_proved_best_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 0, because there is a plan; its head and its gap say how far the proof came."""
    found = search(read_case(small("plain"), FACTS).problem, RULES, Engine(60, workers=1))
    goals = [
        replace(goal, is_proved=False, parts=tuple(replace(p, is_proved=False) for p in goal.parts))
        for goal in found.goals
    ]
    cut = Outcome(Verdict.FEASIBLE, found.plan, tuple(goals))
    monkeypatch.setattr(use_case, "search", lambda *_: cut)
    answer = planned("plain")
    assert answer.status == 0
    assert answer.out.startswith("Feasible plan, not proved optimal: Two ships, as published\n")
    assert "The time ran out. The plan below keeps every rule" in " ".join(answer.out.split())
    run = answer.out.split("Run ")[1].split(",")[0]
    assert rotation("check", run).status == 0


def test_an_infeasible_verdict_that_is_not_proved_again_is_undecided(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two proofs are needed; with one the answer is status 4."""
    monkeypatch.setattr(reasons, "prove_infeasible", lambda *_: False)
    answer = planned("too-late", "--json")
    assert answer.status == 4
    assert answer.json["verdict"] == "undecided"
    assert answer.json["conflict"] is None


@pytest.mark.slow
def test_a_short_time_is_told_as_what_it_is() -> None:
    """A tenth of a second is too short for the leak: a plan not proved best, or none; never 3."""
    leak = SMALL.parents[2] / "config" / "what-if" / "ms-22-leak.yaml"
    answer = rotation("plan", leak, "--time-limit", "0.1", "--json", "--no-save")
    verdict = answer.json["verdict"]
    assert (answer.status, verdict) in [(0, "feasible"), (4, "undecided")]
    assert not all(goal["proved"] for goal in answer.json["goals"] or [{"proved": False}])


def test_our_own_bug_is_loud_and_has_its_own_status(tmp_path: Path) -> None:
    """A crash is no answer: neither 1, which findings have, nor any other status of an answer."""
    (tmp_path / "sitecustomize.py").write_text(
        "import scheduler.planning.planning as p\np.search = None\n", "utf-8"
    )
    path = os.pathsep.join((str(tmp_path), str(SMALL.parents[2])))
    words = ("plan", small("plain"), "--facts", FACTS, "--no-save")
    answer = rotation_process(*words, environment={"PYTHONPATH": path})
    assert answer.status == 70
    assert "Traceback" in answer.err
    assert answer.out == ""


def test_run_ids_sort_by_time() -> None:
    """The moment comes first, then the inputs."""
    first, second = (planned("plain", "--json").json["run"] for _ in range(2))
    assert first < second
    assert first[-6:] == second[-6:]
    assert read_case(small("plain"), FACTS).inputs.fingerprint[7:13] == first[-6:]
