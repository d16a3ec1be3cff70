"""The documents of ``explain`` and ``why-not``: JSON, written only.

What they share with the run document is written as there: conflicts, relaxations, whole runs.
"""

from __future__ import annotations

from typing import Any

from scheduler.documents.json_text import json_text
from scheduler.documents.run import document_of
from scheduler.documents.run_format import CONFLICT, INPUTS, RELAXATION, SOLVER
from scheduler.domain import Change, Contrast, Explanation, Run, Way

EXPLANATION = "rotation.explanation/1"
CONTRAST = "rotation.why-not/1"


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
    plan, asked, difference = contrast.plan, contrast.asked, contrast.difference
    return json_text(
        {
            "schema": CONTRAST,
            **_head(plan),
            "question": contrast.said,
            "what_if": contrast.what_if,
            "verdict": asked.verdict.value,
            "goals": [
                {
                    "goal": part.goal,
                    "part": part.part,
                    "plan": part.before,
                    "asked": part.after,
                    "proved": part.is_proved,
                }
                for part in (difference.goals if difference else ())
            ],
            "flights": [
                _change("flight", one) for one in (difference.flights if difference else ())
            ],
            "people": [_change("person", one) for one in (difference.people if difference else ())],
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


def _change(noun: str, change: Change) -> dict[str, Any]:
    return {
        noun: change.subject,
        "what": change.what,
        "plan": change.before or None,
        "asked": change.after or None,
    }
