"""The documents of ``explain`` and ``why-not``: JSON, written only.

What they share with the run document is written as there: conflicts, relaxations, whole runs.
"""

from __future__ import annotations

from typing import Any

from scheduler.documents.differences import changes_written, goals_written
from scheduler.documents.json_text import json_text
from scheduler.documents.run import document_of
from scheduler.documents.run_format import CONFLICT, INPUTS, RELAXATION, SOLVER
from scheduler.domain import Contrast, Difference, Explanation, Run, Way

EXPLANATION = "rotation.explanation/1"
CONTRAST = "rotation.why-not/1"
SIDES = ("plan", "asked")


def explanation_text(explanation: Explanation) -> str:
    """Give an explanation as JSON text."""
    run = explanation.run
    return json_text(
        {
            "schema": EXPLANATION,
            **_head(run),
            "verdict": run.verdict.value,
            "conflicts": [CONFLICT.write(conflict) for conflict in explanation.conflicts],
            "smallest": explanation.is_smallest,
            "all_conflicts": explanation.are_all,
            "ways_out": [_way(way) for way in explanation.ways],
            "all_ways_out": explanation.are_ways_all,
            "solver": SOLVER.write(run.solver),
            "inputs": INPUTS.write(run.inputs),
        }
    )


def contrast_text(contrast: Contrast) -> str:
    """Give the answer to a question as JSON text."""
    plan, asked, differs = contrast.plan, contrast.asked, contrast.difference or Difference()
    return json_text(
        {
            "schema": CONTRAST,
            **_head(plan),
            "question": contrast.said,
            "what_if": contrast.what_if,
            "verdict": asked.verdict.value,
            "goals": goals_written(differs.goals, SIDES),
            "flights": changes_written("flight", differs.flights, SIDES),
            "people": changes_written("person", differs.people, SIDES),
            "conflict": CONFLICT.write(asked.conflict) if asked.conflict else None,
            "ways_out": [_way(way) for way in contrast.ways],
            "all_ways_out": contrast.are_ways_all,
            "runs": {"plan": document_of(plan), "asked": document_of(asked)},
        }
    )


def _head(run: Run) -> dict[str, Any]:
    return {
        "title": run.title,
        "station": run.station,
        "as_of": str(run.as_of),
        "until": str(run.until),
    }


def _way(way: Way) -> dict[str, Any]:
    return {
        **RELAXATION.write(way.relaxation),
        "text": way.relaxation.text,
        "cheapest": way.relaxation.is_cheapest,
        "what_if": way.what_if,
        "run": document_of(way.run) if way.run else None,
    }
