"""The document of ``compare``: JSON, written only; the runs in it are run documents."""

from __future__ import annotations

from typing import Any

from scheduler.documents.json_text import json_text
from scheduler.documents.run import document_of
from scheduler.domain import Change, Comparison, Difference

COMPARISON = "rotation.compare/1"


def comparison_text(comparison: Comparison) -> str:
    """Give a comparison as JSON text; without a difference its lists are null."""
    before, after = comparison.before, comparison.after
    document = {
        "schema": COMPARISON,
        "station": after.station,
        "before": before.id,
        "after": after.id,
        "same": None if comparison.difference is None else comparison.is_same,
        **_lists(comparison.difference),
        "runs": {"before": document_of(before), "after": document_of(after)},
    }
    return json_text(document)


def _lists(difference: Difference | None) -> dict[str, Any]:
    if difference is None:
        return dict.fromkeys(("goals", "flights", "people", "waivers"))
    return {
        "goals": [
            {
                "goal": part.goal,
                "part": part.part,
                "before": part.before,
                "after": part.after,
                "proved": part.is_proved,
            }
            for part in difference.goals
        ],
        "flights": [_change("flight", change) for change in difference.flights],
        "people": [_change("person", change) for change in difference.people],
        "waivers": [_change("waiver", change) for change in difference.waivers],
    }


def _change(noun: str, change: Change) -> dict[str, Any]:
    return {
        noun: change.subject,
        "what": change.what,
        "before": change.before or None,
        "after": change.after or None,
    }
