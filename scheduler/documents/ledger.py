"""The document of ``history ledger``: JSON, written only. Days are ISO 8601, ends not included."""

from __future__ import annotations

from datetime import date
from typing import Any

from scheduler.documents.json_text import json_text
from scheduler.history import (
    FlownExtension,
    FlownHandover,
    Ledger,
    LedgerLine,
    Mismatch,
    RecordedExpedition,
    ShipDays,
    Turn,
)

SCHEMA = "rotation.ledger/1"


def ledger_text(station: str, ledger: Ledger) -> str:
    """Give the ledger of a station as JSON text; equal ledgers give equal texts."""
    document = {
        "schema": SCHEMA,
        "station": station,
        "from": str(ledger.from_on),
        "until": str(ledger.to_on),
        "expeditions": [_line(line) for line in ledger.lines],
        "compared": ledger.has_record,
        "mismatches": [_mismatch(one) for one in ledger.mismatches],
        "aboard": [
            {"from": str(one.from_on), "to": str(one.to_on), "people": one.people}
            for one in ledger.heads
        ],
        "years": [
            {
                "year": one.year,
                "days": one.days,
                "least": one.least,
                "most": one.most,
                "person_days": one.person_days,
            }
            for one in ledger.years
        ],
        "handovers": [_handover(one) for one in ledger.handovers],
        "stays_ended": ledger.stays,
        "extensions": [_extension(one) for one in ledger.extensions],
        "ships": [_ship(one) for one in ledger.ships],
        "vehicle_types": [
            {
                "vehicle_type": one.vehicle_type,
                "ships": one.ships,
                "docked_days": one.days,
                "longest": {"flight": one.longest, "days": one.longest_days},
            }
            for one in ledger.types
        ],
        "ports": [
            {
                "port": one.port,
                "ships": one.ships,
                "taken_days": one.days,
                "days_there": one.days_there,
            }
            for one in ledger.ports
        ],
    }
    return json_text(document)


def _line(line: LedgerLine) -> dict[str, Any]:
    one = line.expedition
    return {
        "expedition": one.number,
        "from": str(one.begins.on),
        "to": str(one.ends.on) if one.ends else None,
        "begins": _turn(one.begins),
        "ends": _turn(one.ends) if one.ends else None,
        "days": line.days,
        "aboard": {"least": line.least, "most": line.most},
        "candidates": list(one.candidates),
        "recorded": _recorded(line.recorded) if line.recorded else None,
    }


def _turn(turn: Turn) -> dict[str, str]:
    return {"event": turn.event.value, "flight": turn.flight}


def _recorded(row: RecordedExpedition) -> dict[str, Any]:
    return {
        "from": str(row.from_on),
        "to": _day(row.to_on),
        "commanders": list(row.commanders),
        "recalled": row.is_recalled,
        "source": row.source,
    }


def _mismatch(one: Mismatch) -> dict[str, Any]:
    return {
        "expedition": one.expedition,
        "what": one.what,
        "derived": list(one.derived),
        "recorded": list(one.recorded),
        "days_off": one.days_off,
        "person": one.person or None,
        "why": one.why or None,
    }


def _handover(one: FlownHandover) -> dict[str, Any]:
    days = {"overlap_days" if one.is_direct else "gap_days": abs(one.overlap_days)}
    return {
        "line": one.line,
        "outgoing": one.outgoing,
        "incoming": one.incoming,
        "docked": str(one.docked_on),
        "undocked": str(one.undocked_on),
        "kind": "direct" if one.is_direct else "indirect",
        **days,
    }


def _extension(one: FlownExtension) -> dict[str, Any]:
    return {
        "person": one.person,
        "up": one.up,
        "down": one.down,
        "landed": str(one.landed_on),
        "planned": {
            "flight": one.planned_ship,
            "land": str(one.planned_on),
            "known_on": str(one.known_on),
            "note": one.note,
        },
        "extension_days": one.days,
    }


def _ship(one: ShipDays) -> dict[str, Any]:
    return {
        "flight": one.flight,
        "vehicle_type": one.vehicle_type,
        "from": str(one.from_on),
        "to": str(one.to_on),
        "docked_days": one.days,
        "still_docked": one.is_there,
        "ports": [
            {"port": stay.port, "from": str(stay.from_on), "to": str(stay.to_on)}
            for stay in one.ports
        ],
    }


def _day(day: date | None) -> str | None:
    return str(day) if day else None
