"""The documents of ``history audit`` and ``history replay``: JSON, written only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scheduler.documents.differences import goals_written
from scheduler.documents.json_text import json_text
from scheduler.documents.run import document_of
from scheduler.documents.run_format import FINDING
from scheduler.history import Breach, DocumentedException, HistoryAudit, Replay, WorstDays

AUDIT = "rotation.history-audit/1"
REPLAYS = "rotation.replays/1"
SIDES = ("plan", "flown")


def audit_text(station: str, audit: HistoryAudit) -> str:
    """Give the audit of the flown record as JSON text."""
    return json_text(
        {
            "schema": AUDIT,
            "station": station,
            "from": str(audit.from_on),
            "to": str(audit.to_on),
            "flights": audit.flights,
            "stays": audit.stays,
            "handovers": audit.handovers,
            "findings": [_breach(breach) for breach in audit.breaches],
            "unused": [_exception(one) for one in audit.unused],
            "worst": [_worst(one) for one in audit.worst],
        }
    )


def replays_text(replays: Sequence[Replay]) -> str:
    """Give replays as JSON text: of each the plan and what was flown, both as run documents."""
    return json_text(
        {
            "schema": REPLAYS,
            "replays": [
                {
                    "case": one.name,
                    "plan": document_of(one.run),
                    "flown": document_of(one.flown),
                    "broken": [
                        {"ref": finding.ref, "subject": finding.subject, "text": finding.text}
                        for finding in one.broken
                    ],
                    "goals": goals_written(one.difference.goals if one.difference else (), SIDES),
                }
                for one in replays
            ],
        }
    )


def _breach(breach: Breach) -> dict[str, Any]:
    return {
        **FINDING.write(breach.finding),
        "year": breach.year,
        "exception": _exception(breach.exception) if breach.exception else None,
    }


def _exception(one: DocumentedException) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "subject": one.subject,
        "from": str(one.from_on),
        "to": str(one.to_on),
        "what": one.what,
        "source": one.source,
    }


def _worst(one: WorstDays) -> dict[str, Any]:
    return {
        "from": str(one.from_on),
        "to": str(one.to_on),
        "seats": [
            {
                "person": seat.person,
                "flight": seat.flight,
                "grade": seat.grade.name,
                "health": seat.health,
            }
            for seat in one.seats
        ],
    }
