"""Point 7 of the issue: the stored run is clean, and each damaged copy of it is found out."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

from tests.acceptance import damaged_people, damaged_ships, damaged_told, damages
from tests.acceptance.planned import LEAK, Json, Planned, Week
from tests.command import Answer, rotation

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def leak(week: Week) -> Planned:
    """Give the plan of the leak."""
    return week.planned(LEAK)


def checked(document: Json, folder: Path, leak: Planned, *words: str) -> Answer:
    """Write a run document to a file and let the command check it."""
    path = folder / "damaged.json"
    path.write_text(json.dumps(document), "utf-8")
    return rotation("check", path, "--what-if", leak.what_if, *words)


@pytest.mark.parametrize("name", damages.DAMAGES)
def test_each_fault_is_found(name: str, leak: Planned, tmp_path: Path) -> None:
    """One planted fault: exit status 1, and its rule among the findings."""
    ref, damage = damages.DAMAGES[name]
    document = deepcopy(leak.document)
    damage(document)
    assert document != leak.document
    answer = checked(document, tmp_path, leak, "--json")
    findings = answer.json["findings"]
    found = {finding["ref"] for finding in findings if not finding["told"]}
    assert answer.status == 1, f"{damage.__doc__} Nothing was found."
    assert ref in found, f"{damage.__doc__} Found: {[finding['text'] for finding in findings]}"
    assert answer.json["clean"] is False
    assert answer.err == ""


def test_every_fault_is_in_the_table() -> None:
    """A damage that nobody asks for would be a hole in the test, and one may not stand twice."""
    named = [damage.__name__ for many in damages.EXPECTED.values() for damage in many]
    functions = {
        name
        for module in (damaged_people, damaged_ships, damaged_told)
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__
    }
    assert {*named} == functions
    assert len(named) == len(functions) >= 25


def test_findings_are_told_in_words(leak: Planned, tmp_path: Path) -> None:
    """The text report names rule, class and fault, and says that the plan is not clean."""
    document = deepcopy(leak.document)
    damaged_ships.day_past_life(document)
    answer = checked(document, tmp_path, leak)
    told = " ".join(answer.out.split())
    assert answer.status == 1
    assert "VL-1 certification soyuz-ms-23 lands 221 days after launch, on 2023-09-29" in told
    assert max(map(len, answer.out.splitlines())) <= 80


def test_the_stored_run_is_clean(leak: Planned) -> None:
    """By its id, judged by the inputs kept with it."""
    answer = rotation("check", leak.document["run"], "--database", leak.database, "--json")
    assert answer.status == 0
    assert answer.json["clean"] is True
    assert answer.json["notes"] == []


@pytest.mark.parametrize("with_what_if", [True, False])
def test_the_document_is_clean(with_what_if: bool, leak: Planned, tmp_path: Path) -> None:
    """As a file, with the what-if named or with the one that the run names."""
    path = tmp_path / "leak.json"
    path.write_text(leak.answer.out, "utf-8")
    words = ("--what-if", leak.what_if) if with_what_if else ()
    answer = rotation("check", path, *words, "--json")
    assert answer.status == 0
    assert answer.json["notes"] == []
    [finding] = answer.json["findings"]
    assert (finding["ref"], finding["told"]) == ("LB-1", True)


def test_another_what_if_is_told(leak: Planned, week: Week, tmp_path: Path) -> None:
    """Judged without the waiver, the plan breaks the life of MS-23, and the inputs differ."""
    strict = week.planned("ms-22-leak-no-waiver")
    answer = checked(leak.document, tmp_path, strict, "--json")
    assert answer.status == 1
    assert "VL-1" in {finding["ref"] for finding in answer.json["findings"]}
    assert answer.json["notes"] == [
        "The run was made from other inputs than those it is judged by."
    ]


@pytest.mark.parametrize("name", ["ms-24-in-june", "ms-23-two-weeks-late", "ms-22-leak-no-waiver"])
def test_every_run_of_the_week_is_clean(name: str, week: Week) -> None:
    """What we plan ourselves passes, by id and by the inputs kept with it."""
    planned = week.planned(name)
    answer = rotation("check", planned.document["run"], "--database", planned.database)
    assert answer.status == 0, answer.out
