"""``rotation compare``: two plans side by side, from the store, from files, planned for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.small_world import FACTS, planned, small
from tests.command import Answer, rotation


def compared(before: str | Path, after: str | Path, *words: str | Path) -> Answer:
    """Compare two things of the small world."""
    return rotation("compare", before, after, "--facts", FACTS, *words)


def on_one_line(text: str) -> str:
    """Take the line ends out of a report."""
    return " ".join(text.split())


def test_a_leak_is_told_goal_by_goal_flight_by_flight_person_by_person() -> None:
    """What-ifs are planned for it; the leak costs days in an unsound ship."""
    answer = compared(small("plain"), small("leak"))
    assert answer.status == 0
    told = on_one_line(answer.out)
    assert "Before: Two ships, as published, as of 2023-05-20" in told
    assert "It costs 9 person-days without a seat instead of 0" in told
    for title in ("Goals that differ", "Flights that differ", "Stays that differ"):
        assert title in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_json_is_one_document() -> None:
    """Its lists hold what the report shows; nothing else is printed."""
    document = compared(small("plain"), small("leak"), "--json").json
    assert document["schema"] == "rotation.compare/1"
    assert document["same"] is False
    assert document["goals"][0] == {
        "goal": "seats",
        "part": "G4",
        "before": 0,
        "after": 9,
        "proved": True,
    }
    launches = [one for one in document["flights"] if one["what"] == "launch"]
    assert [(one["flight"], one["after"]) for one in launches] == [("soyuz-2", "2023-05-25")]
    runs = document["runs"]
    assert [runs[name]["run"] for name in ("before", "after")] == [
        document["before"],
        document["after"],
    ]


def test_nothing_that_differs_is_an_answer(tmp_path: Path) -> None:
    """A kept run, its document and its what-if planned anew are the same plan: status 0."""
    kept = planned("leak", "--json")
    document = tmp_path / "leak.json"
    document.write_text(kept.out, "utf-8")
    for before, after in ((kept.json["run"], document), (document, small("leak"))):
        answer = compared(before, after)
        assert answer.status == 0
        assert answer.out.startswith("The same plan\n")
        assert "Nothing differs: no goal, no flight" in on_one_line(answer.out)
        assert compared(before, after, "--json").json["same"] is True


def test_nothing_is_kept(data_of_the_test: Path) -> None:
    """Two what-ifs do not even need a database."""
    assert compared(small("plain"), small("plain")).status == 0
    assert not data_of_the_test.exists()


def test_without_a_plan_the_conflict_is_told() -> None:
    """Status 3, in either order, and nothing is made up."""
    answer = compared(small("plain"), small("too-late"))
    assert answer.status == 3
    told = on_one_line(answer.out)
    assert told.startswith("No plan to compare")
    assert "After: Infeasible, proved: no plan exists." in told
    assert "Why there is no plan after" in told
    assert "tests/cli/small/too-late.yaml:8" in told
    assert compared(small("too-late"), small("plain"), "--json").json["goals"] is None


def test_other_days_and_other_orders_of_goals_are_told(tmp_path: Path) -> None:
    """Numbers of goals that count other days do not mislead anybody."""
    text = small("plain").read_text("utf-8")
    text = text.replace("until: 2023-07-01", "until: 2023-06-28")
    order = "[seats, staffing, extension, change, handover, margin, moves]"
    text = text.replace("changes: []", f"changes:\n  - {{change: goal, order: {order}}}")
    other = tmp_path / "other.yaml"
    other.write_text(text, "utf-8")
    told = on_one_line(compared(small("plain"), other).out)
    assert "They do not plan the same days" in told
    assert "They rank their goals differently" in told


def test_the_files_of_a_document_may_be_gone(tmp_path: Path) -> None:
    """Ids stand in for names then."""
    document = planned("leak", "--json", "--no-save").json
    document["inputs"]["files"] = [f"gone/{name}" for name in document["inputs"]["files"]]
    path = tmp_path / "leak.json"
    path.write_text(json.dumps(document), "utf-8")
    answer = rotation("compare", path, path)
    assert answer.status == 0
    assert answer.out.startswith("The same plan")


@pytest.mark.parametrize("option", ["--facts", "--station"])
def test_a_file_that_is_given_has_to_be_there(option: str, tmp_path: Path) -> None:
    """What the user names is never passed over, though the document's own files may be gone."""
    path = tmp_path / "leak.json"
    path.write_text(planned("leak", "--json", "--no-save").out, "utf-8")
    answer = rotation("compare", path, path, option, tmp_path / "nowhere.yaml")
    assert (answer.status, answer.out) == (2, "")
    assert "nowhere.yaml" in answer.err


def test_two_stations_cannot_be_compared(tmp_path: Path) -> None:
    """Status 2, both are named."""
    document = planned("leak", "--json", "--no-save").json
    paths = []
    for station in ("iss", "css"):
        paths.append(tmp_path / f"{station}.json")
        paths[-1].write_text(json.dumps({**document, "station": station}), "utf-8")
    answer = rotation("compare", *paths)
    assert (answer.status, answer.out) == (2, "")
    assert "plans iss, and" in answer.err
    assert answer.err.endswith("plans css. Give two runs of one station.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.yaml", "b.yaml"), "nowhere.yaml: there is no such file. Give the path of a wh"),
        (("nowhere.json", "b.json"), "nowhere.json: there is no such file. Give the path of a ru"),
        (("2023", "2024"), "No run '2023': there is no run yet."),
        (("a.yaml",), "Missing argument 'B'."),
    ],
)
def test_wrong_words_are_told(words: tuple[str, ...], told: str) -> None:
    """Status 2, a sentence on standard error, no report."""
    answer = rotation("compare", *words)
    assert (answer.status, answer.out) == (2, "")
    assert told in on_one_line(answer.err)
