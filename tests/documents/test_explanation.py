"""The documents of explain and why-not: their keys in order, and what is in them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from scheduler.documents.explanation import contrast_text, explanation_text
from scheduler.documents.run import run_of
from scheduler.domain import (
    Change,
    Conflict,
    Contrast,
    Difference,
    Explanation,
    PartDifference,
    Relaxation,
    Requirement,
    Verdict,
    WaiverNeed,
    Way,
)
from tests.builders import make_run

PLAN = make_run()
NONE = make_run("asked", verdict=Verdict.INFEASIBLE, plan=None)
CONFLICT = Conflict(
    (Requirement("CT-3", "over-capacity", "C", "crew-5", "Four people.", "a.yaml:3"),),
    is_irreducible=True,
    is_reproved=True,
)
WRITTEN_CONFLICT = {
    "requirements": [
        {
            "rule": "over-capacity",
            "ref": "CT-3",
            "class": "C",
            "subject": "crew-5",
            "sentence": "Four people.",
            "at": "a.yaml:3",
        }
    ],
    "irreducible": True,
    "reproved": True,
}
NEED = WaiverNeed("VL-1", "soyuz-ms-22", 3, "days", "C", "the certification body")
WAY = Way(Relaxation((NEED,), "optimal", "Three days.", is_cheapest=True), "title: T\n", PLAN)
WRITTEN_NEED = {
    "rule": "VL-1",
    "subject": "soyuz-ms-22",
    "by": 3,
    "unit": "days",
    "class": "C",
    "authority": "the certification body",
}
HEAD = {
    "title": "Soyuz MS-22 loses its coolant",
    "station": "iss",
    "as_of": "2023-01-11",
    "until": "2023-12-31",
}


def explained(explanation: Explanation) -> Any:  # noqa: ANN401  (JSON)
    """Write an explanation and read it as JSON."""
    return json.loads(explanation_text(explanation))


def answered(contrast: Contrast) -> Any:  # noqa: ANN401  (JSON)
    """Write the answer to a question and read it as JSON."""
    return json.loads(contrast_text(contrast))


def test_explanation_has_its_keys_in_order() -> None:
    """What was asked, the verdict, conflicts with their labels, ways out, how it was found."""
    document = explained(
        Explanation(NONE, (CONFLICT,), is_smallest=True, are_all=False, ways=(WAY,))
    )
    assert list(document) == [
        "schema",
        *HEAD,
        "verdict",
        "conflicts",
        "smallest",
        "all_conflicts",
        "ways_out",
        "all_ways_out",
        "solver",
        "inputs",
    ]
    assert document["schema"] == "rotation.explanation/1"
    assert {key: document[key] for key in HEAD} == HEAD
    assert document["verdict"] == "infeasible"
    assert document["conflicts"] == [WRITTEN_CONFLICT]
    assert (document["smallest"], document["all_conflicts"]) == (True, False)
    assert document["all_ways_out"] is None
    assert document["solver"]["name"] == "ortools-cp-sat"
    assert document["inputs"]["files"] == ["config/what-if/ms-22-leak.yaml"]


def test_a_way_out_is_a_relaxation_a_file_and_a_run() -> None:
    """The run is a run document, that can be judged like any other."""
    [way] = explained(Explanation(NONE, (CONFLICT,), ways=(WAY,), are_ways_all=True))["ways_out"]
    assert list(way) == ["waivers", "verdict_after", "text", "cheapest", "what_if", "run"]
    assert way["waivers"] == [WRITTEN_NEED]
    assert (way["verdict_after"], way["text"]) == ("optimal", "Three days.")
    assert (way["cheapest"], way["what_if"]) == (True, "title: T\n")
    assert run_of(way["run"], "way") == PLAN


def test_a_way_out_without_a_plan_has_no_run() -> None:
    """Null stands for it."""
    way = replace(WAY, run=None)
    assert explained(Explanation(NONE, (CONFLICT,), ways=(way,)))["ways_out"][0]["run"] is None


def test_an_explanation_of_a_case_with_a_plan_is_empty() -> None:
    """The verdict says why."""
    document = explained(Explanation(replace(NONE, verdict=Verdict.FEASIBLE)))
    assert document["verdict"] == "feasible"
    assert (document["conflicts"], document["ways_out"]) == ([], [])
    labels = [document[key] for key in ("smallest", "all_conflicts", "all_ways_out")]
    assert labels == [None, None, None]


def test_answer_has_its_keys_in_order() -> None:
    """The question, its file, the price, what differs, and both runs whole."""
    difference = Difference(
        goals=(PartDifference("change", "days", 24, 316, is_proved=True),),
        flights=(Change("soyuz-ms-24", "launch", "2023-09-15", "2023-06-07"),),
        people=(Change("rubio", "down", "", "crew-5"),),
    )
    asked = replace(PLAN, id="asked", title="asked")
    document = answered(Contrast("rubio returns", "title: Q\n", PLAN, asked, difference))
    assert list(document) == [
        "schema",
        *HEAD,
        "question",
        "what_if",
        "verdict",
        "goals",
        "flights",
        "people",
        "conflict",
        "ways_out",
        "all_ways_out",
        "runs",
    ]
    assert document["schema"] == "rotation.why-not/1"
    assert {key: document[key] for key in HEAD} == HEAD
    assert (document["question"], document["what_if"]) == ("rubio returns", "title: Q\n")
    assert document["verdict"] == "optimal"
    assert document["goals"] == [
        {"goal": "change", "part": "days", "plan": 24, "asked": 316, "proved": True}
    ]
    assert document["flights"] == [
        {
            "flight": "soyuz-ms-24",
            "what": "launch",
            "plan": "2023-09-15",
            "asked": "2023-06-07",
        }
    ]
    assert document["people"] == [
        {"person": "rubio", "what": "down", "plan": None, "asked": "crew-5"}
    ]
    assert run_of(document["runs"]["plan"], "plan") == PLAN
    assert run_of(document["runs"]["asked"], "asked") == asked


def test_answer_of_the_impossible_holds_the_conflict() -> None:
    """Nothing is told to differ; the conflict and the ways out stand there."""
    asked = replace(NONE, conflict=CONFLICT)
    document = answered(Contrast("Q", "", PLAN, asked, ways=(WAY,), are_ways_all=False))
    assert document["verdict"] == "infeasible"
    assert (document["goals"], document["flights"], document["people"]) == ([], [], [])
    assert document["conflict"] == WRITTEN_CONFLICT
    assert [way["text"] for way in document["ways_out"]] == ["Three days."]
    assert document["all_ways_out"] is False


def test_texts_are_readable() -> None:
    """Two spaces a level, letters as they are, a line end at the end."""
    run = replace(NONE, title="Союз")
    for text in (explanation_text(Explanation(run)), contrast_text(Contrast("Q", "", run, run))):
        assert text.startswith('{\n  "schema": "rotation.')
        assert '"title": "Союз",\n' in text
        assert text.endswith("}\n")
