"""The document of compare: its keys in order, and what is in them."""

from __future__ import annotations

import json
from dataclasses import replace

from scheduler.documents.comparison import comparison_text
from scheduler.documents.run import run_of
from scheduler.domain import Comparison, Verdict, difference
from tests.builders import make_run

BEFORE = make_run("one")
AFTER = replace(make_run("two"), goals=())


def test_a_comparison_is_written_with_its_runs() -> None:
    """Lists of what differs, each change with both sides; the runs can be read again."""
    assert AFTER.plan
    moved = replace(AFTER.plan.flights[0], crew_down=())
    after = replace(AFTER, plan=replace(AFTER.plan, flights=(moved,)))
    found = difference(BEFORE, after, in_full=True)
    document = json.loads(comparison_text(Comparison(BEFORE, after, found)))
    runs = document.pop("runs")
    assert document == {
        "schema": "rotation.compare/1",
        "station": "iss",
        "before": "one",
        "after": "two",
        "same": False,
        "goals": [],
        "flights": [
            {
                "flight": "soyuz-ms-23",
                "what": "crew down",
                "before": "petelin, prokopyev, rubio",
                "after": None,
            }
        ],
        "people": [],
        "waivers": [],
    }
    assert run_of(runs["before"], "before").id == "one"
    assert run_of(runs["after"], "after").plan == after.plan


def test_without_a_plan_there_is_nothing_to_list() -> None:
    """Null is not the same as an empty list: nothing is claimed."""
    none = make_run("none", verdict=Verdict.UNDECIDED, plan=None)
    document = json.loads(comparison_text(Comparison(BEFORE, none, None)))
    assert document["same"] is None
    assert {document[key] for key in ("goals", "flights", "people", "waivers")} == {None}
