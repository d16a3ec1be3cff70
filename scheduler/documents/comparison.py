"""The document of ``compare``: JSON, written only; the runs in it are run documents."""

from __future__ import annotations

from typing import Any

from scheduler.documents.differences import changes_written, goals_written
from scheduler.documents.json_text import json_text
from scheduler.documents.run import document_of
from scheduler.domain import Comparison, Difference

COMPARISON = "rotation.compare/1"
SIDES = ("before", "after")


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
        "goals": goals_written(difference.goals, SIDES),
        "flights": changes_written("flight", difference.flights, SIDES),
        "people": changes_written("person", difference.people, SIDES),
        "waivers": changes_written("waiver", difference.waivers, SIDES),
    }
