"""The documents of the audited past and of replays: what stands where, and that all is there."""

from __future__ import annotations

import json
from typing import Any

from scheduler.documents.past import audit_text, replays_text
from scheduler.documents.run import run_of
from tests.reports.past_example import (
    TOO_LONG,
    make_audit,
    make_hopeless_replay,
    make_replay,
)


def audit() -> Any:  # noqa: ANN401  (JSON)
    """Write the example and read it as anybody would."""
    return json.loads(audit_text("iss", make_audit()))


def replays() -> Any:  # noqa: ANN401  (JSON)
    """Write a replay with a plan and one without, and read them."""
    return json.loads(replays_text([make_replay(broken=(TOO_LONG,)), make_hopeless_replay()]))


def test_an_audit_begins_with_what_was_judged() -> None:
    """Schema, station, days, and how many flights, stays and handovers."""
    document = audit()
    assert list(document)[7:] == ["findings", "unused", "worst"]
    assert {key: document[key] for key in list(document)[:7]} == {
        "schema": "rotation.history-audit/1",
        "station": "iss",
        "from": "2000-11-02",
        "to": "2024-11-01",
        "flights": 291,
        "stays": 487,
        "handovers": 1,
    }


def test_a_finding_stands_with_its_exception() -> None:
    """All of both; null where none explains it."""
    found = audit()["findings"]
    assert [one["subject"] for one in found] == ["crew-8", "iss", "iss", "iss", "crew-8"]
    assert found[1] == {
        "ref": "HO-3",
        "rule": "most-aboard",
        "class": "F",
        "subject": "iss",
        "year": 2009,
        "from": "2009-07-17",
        "to": "2009-07-24",
        "text": "13 people are aboard from 2009-07-17 up to 2009-07-24; the most is 11.",
        "exception": {
            "rule": "HO-3",
            "subject": "iss",
            "from": "2009-07-17",
            "to": "2009-07-28",
            "what": "Visit of STS-127",
            "source": "a table",
        },
    }
    assert [one["exception"] is None for one in found] == [True, False, False, True, False]


def test_a_finding_without_days() -> None:
    """Null stands for the days that it has not."""
    first = audit()["findings"][0]
    assert (first["from"], first["to"], first["year"]) == (None, None, 2024)


def test_exceptions_that_explain_nothing() -> None:
    """In the same words as those that do."""
    assert audit()["unused"] == [
        {
            "rule": "TR-1",
            "subject": "iss",
            "from": "2019-08-27",
            "to": "2019-08-27",
            "what": "Two on one day",
            "source": "a log",
        }
    ]


def test_the_worst_days() -> None:
    """A row a person, null for no ship."""
    first, second = audit()["worst"]
    assert (first["from"], first["to"]) == ("2023-01-11", "2023-01-18")
    assert [seat["person"] for seat in first["seats"]] == ["petelin", "prokopyev", "rubio"]
    assert first["seats"][2] == {
        "person": "rubio",
        "flight": None,
        "grade": "G4",
        "health": "emergency-only (2 seats)",
    }
    assert second["seats"] == [{"person": "rubio", "flight": "crew-5", "grade": "G2", "health": ""}]


def test_a_replay_holds_two_run_documents() -> None:
    """The plan and what was flown can be read as any run can."""
    document = replays()
    assert list(document) == ["schema", "replays"]
    assert document["schema"] == "rotation.replays/1"
    one = document["replays"][0]
    assert list(one) == ["case", "plan", "flown", "broken", "goals"]
    assert one["case"] == "ms-22-2023-01-11"
    made = make_replay()
    assert run_of(one["plan"], "plan").plan == made.run.plan
    assert run_of(one["flown"], "flown").plan == made.flown.plan


def test_a_replay_tells_what_differs() -> None:
    """The rules that were not kept, and both values of each goal that differs."""
    one = replays()["replays"][0]
    assert one["broken"] == [
        {
            "ref": "VL-1",
            "subject": "soyuz-ms-23",
            "text": "soyuz-ms-23 lands 215 days after launch.",
        }
    ]
    assert one["goals"] == [
        {"goal": "seats", "part": "G4", "plan": 2, "flown": 7, "proved": True},
        {"goal": "change", "part": "days", "plan": 24, "flown": 20, "proved": False},
    ]


def test_a_replay_without_a_plan() -> None:
    """Nothing is compared; the conflict stands in the run."""
    one = replays()["replays"][1]
    assert (one["case"], one["goals"], len(one["broken"])) == ("hopeless", [], 1)
    assert one["plan"]["verdict"] == "infeasible"
    assert one["plan"]["conflict"]["requirements"][0]["ref"] == "VL-1"


def test_each_text_ends_in_one_line_end() -> None:
    """Also where there is nothing in it."""
    for text in (audit_text("iss", make_audit()), replays_text([])):
        assert text.endswith("}\n")
