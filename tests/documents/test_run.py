"""The run document: its keys and order to the letter, and every fault told at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scheduler.documents.run import document_of, document_text, read_run, run_of, run_of_text
from scheduler.domain import Plan, Verdict
from scheduler.errors import DocumentError
from tests.builders import make_run
from tests.documents.full_run import FULL_RUN, FULL_TEXT, PLAN

EXPECTED: dict[str, Any] = json.loads(FULL_TEXT)


def faulty(**changes: object) -> dict[str, Any]:
    """Take the full document with some of its keys changed."""
    return {**document_of(FULL_RUN), **changes}


def complaints(document: object) -> list[str]:
    """Read a document that is wrong; give what is told, one line a fault."""
    with pytest.raises(DocumentError) as caught:
        run_of(document, "run.json")
    return str(caught.value).splitlines()


def flight(**changes: object) -> list[dict[str, Any]]:
    """Take the one flight of the full document with some of its keys changed."""
    return [{**EXPECTED["flights"][0], **changes}]


# --- writing -----------------------------------------------------------------------------------


def test_document_is_the_fixed_format() -> None:
    """Every key of the format stands in its place, in its order."""
    assert document_text(FULL_RUN) == FULL_TEXT


def test_text_is_readable_and_ends_in_a_newline() -> None:
    """Two spaces a level, letters as they are."""
    text = document_text(make_run(title="Союз"))
    assert text.startswith('{\n  "schema": "rotation.run/1",\n')
    assert '"title": "Союз",\n' in text
    assert text.endswith("}\n")


def test_equal_runs_give_equal_texts() -> None:
    """The order in which a mapping was filled does not show."""
    turned = replace(PLAN.aboard[0], by_segment={"RS": 3, "USOS": 4})
    other = make_run(plan=replace(PLAN, aboard=(turned,)))
    assert other == make_run(plan=PLAN)
    assert document_text(other) == document_text(make_run(plan=PLAN))


# --- reading what is right ---------------------------------------------------------------------


def test_document_is_read_back() -> None:
    """Nothing is lost, the mark of told days included."""
    assert run_of(document_of(FULL_RUN), "run.json") == FULL_RUN
    assert run_of_text(document_text(FULL_RUN), "run.json") == FULL_RUN


@pytest.mark.parametrize("key", ["hull", "life"])
@pytest.mark.parametrize("is_null", [True, False])
def test_hull_and_life_may_miss(key: str, is_null: bool) -> None:
    """Another's plan need not know the hull or count the life."""
    [own] = flight(**{key: None})
    if not is_null:
        del own[key]
    plan = run_of(faulty(flights=[own]), "run.json").plan
    assert plan is not None
    assert getattr(plan.flights[0], key) is None


@pytest.mark.parametrize("verdict", list(Verdict))
def test_no_plan_and_an_empty_plan_differ_by_the_verdict(verdict: Verdict) -> None:
    """Empty lists are no plan where the verdict says that there is none."""
    has_plan = verdict in (Verdict.OPTIMAL, Verdict.FEASIBLE)
    run = make_run(verdict=verdict, plan=Plan() if has_plan else None)
    assert run_of(document_of(run), "run.json") == run


def test_file_is_read(tmp_path: Path) -> None:
    """A file that begins with a byte order mark is read like any other."""
    path = tmp_path / "run.json"
    path.write_text(document_text(FULL_RUN), "utf-8-sig")
    assert read_run(path) == FULL_RUN


# --- reading what is wrong ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {"flights": flight(launch="2023-02-30")},
            "flights[0].launch is '2023-02-30'. Give a day, YYYY-MM-DD, or null.",
            id="impossible-day",
        ),
        pytest.param(
            {"as_of": "20230111"}, "as_of is '20230111'. Give a day, YYYY-MM-DD.", id="odd-day"
        ),
        pytest.param(
            {"as_of": None}, "as_of is null. Give a day, YYYY-MM-DD.", id="null-for-a-day"
        ),
        pytest.param({"title": 5}, "title is 5. Give text.", id="number-for-text"),
        pytest.param({"title": "\ud800"}, "title is '\\ud800'. Give text.", id="half-a-letter"),
        pytest.param({"stays": None}, "stays is null. Give a list.", id="null-for-a-list"),
        pytest.param({"stays": [[]]}, "stays[0] is a list. Give an object.", id="list-inside"),
        pytest.param({"flights": {}}, "flights is an object. Give a list.", id="object-for-list"),
        pytest.param(
            {"handovers": [3]}, "handovers[0] is 3. Give an object.", id="number-for-handover"
        ),
        pytest.param(
            {"flights": flight(status="flying")},
            "flights[0].status is 'flying'. Give docked or planned or waiting or cancelled.",
            id="unknown-word",
        ),
        pytest.param(
            {"flights": flight(life={"used_days": True, "limit_days": 1, "margin_days": 1})},
            "flights[0].life.used_days is true. Give a whole number.",
            id="true-for-a-number",
        ),
        pytest.param(
            {"flights": flight(life=7)},
            "flights[0].life is 7. Give an object.",
            id="number-for-an-object",
        ),
        pytest.param(
            {"flights": flight(published=[])},
            "flights[0].published is a list. Give an object.",
            id="list-for-an-object",
        ),
        pytest.param(
            {"flights": flight(published={"lanuch": "2023-01-01"})},
            "flights[0].published has an unknown key 'lanuch'. Did you mean 'launch'?",
            id="unknown-event",
        ),
        pytest.param(
            {"solver": {**EXPECTED["solver"], "seconds": float("inf")}},
            "solver.seconds is Infinity. Give a number.",
            id="endless",
        ),
        pytest.param(
            {"solver": {**EXPECTED["solver"], "threads": 8}},
            "solver has an unknown key 'threads'. Give one of: name, seconds, seed, version.",
            id="unknown-key",
        ),
        pytest.param(
            {"titel": ""},
            "the document has an unknown key 'titel'. Did you mean 'title'?",
            id="unknown-key-on-top",
        ),
        pytest.param(
            {"seats": [{**EXPECTED["seats"][0], "grade": 4}]},
            "seats[0].grade is 4. Give G0 or G1 or G2 or G3 or G4.",
            id="grade-as-a-number",
        ),
        pytest.param(
            {"handovers": [{**EXPECTED["handovers"][0], "kind": "warm"}]},
            "handovers[0].kind is 'warm'. Give direct or indirect.",
            id="unknown-kind",
        ),
        pytest.param(
            {"aboard": [{**EXPECTED["aboard"][0], "by_segment": {"\ud800": 1}}]},
            "a key of aboard[0].by_segment is '\\ud800'. Give text.",
            id="half-a-letter-in-a-key",
        ),
        pytest.param(
            {"conflict": {**EXPECTED["conflict"], "irreducible": "yes"}},
            "conflict.irreducible is 'yes'. Give true or false.",
            id="text-for-yes",
        ),
        pytest.param(
            {"until": "2022-12-31"},
            "until is 2022-12-31, before as_of (2023-01-11). Give a later day.",
            id="horizon-backwards",
        ),
        pytest.param(
            {"seats": [{**EXPECTED["seats"][0], "to": "2023-01-10"}]},
            "seats[0].to is 2023-01-10, before from (2023-01-11). Give a later day.",
            id="span-backwards",
        ),
        pytest.param(
            {"flights": flight(dock=None, undock="2023-01-01")},
            "flights[0].undock is 2023-01-01, before launch (2023-02-20). Give a later day.",
            id="flight-backwards",
        ),
        pytest.param(
            {"flights": flight() + flight()},
            "flights[1].flight is 'soyuz-ms-23', as is flights[0]. Give each flight once.",
            id="flight-twice",
        ),
    ],
)
def test_fault_says_where_what_and_what_to_give(changes: Mapping[str, object], told: str) -> None:
    """One fault is one line, with its path, the value, and what belongs there."""
    assert complaints(faulty(**changes)) == [f"run.json: {told}"]


def test_all_faults_are_told_at_once() -> None:
    """Each fault has its line, missing keys too; a list is read to its end."""
    document = faulty(as_of="soon", flights=[*flight(dock="late"), 7], verdict="perfect")
    del document["station"]
    assert complaints(document) == [
        "run.json: as_of is 'soon'. Give a day, YYYY-MM-DD.",
        "run.json: flights[0].dock is 'late'. Give a day, YYYY-MM-DD, or null.",
        "run.json: flights[1] is 7. Give an object.",
        "run.json: the document has no 'station'. Give text.",
        "run.json: verdict is 'perfect'. Give optimal or feasible or infeasible or undecided.",
    ]


def test_long_value_is_cut() -> None:
    """A wrong value is shown by its beginning when it is long."""
    [told] = complaints(faulty(verdict="x" * 99))
    assert f"verdict is '{'x' * 56}.... Give" in told


def test_key_of_the_other_kind_of_handover_is_unknown() -> None:
    """A direct handover has no gap."""
    [direct, _] = EXPECTED["handovers"]
    wrong = {key: value for key, value in direct.items() if key != "overlap_days"}
    assert complaints(faulty(handovers=[{**wrong, "gap_days": 3}])) == [
        "run.json: handovers[0] has an unknown key 'gap_days'. Did you mean 'overlap_days'?",
        "run.json: handovers[0] has no 'overlap_days'. Give a whole number.",
    ]


def test_another_schema_is_one_fault() -> None:
    """What does not claim to be ours is not judged key by key."""
    assert complaints({"schema": "rotation.run/2", "plans": []}) == [
        "run.json: schema is 'rotation.run/2'. Give rotation.run/1."
    ]


def test_not_even_an_object() -> None:
    """A bare list is no run."""
    assert complaints([]) == ["run.json: the document is a list. Give an object."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param('{"run": 1,\n  "run"', "run.json:2:8: not JSON: Expecting ':'", id="cut-off"),
        pytest.param("", "run.json:1:1: not JSON: Expecting value", id="empty"),
        pytest.param("[NaN]", "run.json: not JSON: NaN is no number. Give a number", id="nan"),
        pytest.param(
            '{"a": {"b": 1, "b": 2}}', "'b' stands twice in one object. Give it once.", id="twin"
        ),
        pytest.param("[" * 100_000, "run.json: not JSON: ", id="bottomless"),
    ],
)
def test_text_that_is_not_json(text: str, told: str) -> None:
    """A fault of the notation is told with its line and column where Python knows them."""
    with pytest.raises(DocumentError) as caught:
        run_of_text(text, "run.json")
    assert told in str(caught.value)


def test_file_that_is_not_text(tmp_path: Path) -> None:
    """A picture is refused in words."""
    path = tmp_path / "run.json"
    path.write_bytes(b"\x89PNG")
    with pytest.raises(DocumentError, match=r"run\.json: not UTF-8"):
        read_run(path)
