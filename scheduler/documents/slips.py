"""The document of ``history slips``: JSON, written only."""

from __future__ import annotations

from typing import Any

from scheduler.documents.json_text import json_text
from scheduler.history import Band, Slip, SlipGroup, Slips
from scheduler.history.confidence import SURE
from scheduler.history.slips import ENOUGH

SCHEMA = "rotation.slips/1"


def slips_text(station: str, slips: Slips) -> str:
    """Give the launch slips of a station as JSON text; equal slips give equal texts.

    In a group ``median_within`` and ``buffer_days`` are null where the flights are too few to
    say; ``sure`` and ``covers`` tell how often they hold and what part of launches is covered.
    """
    document = {
        "schema": SCHEMA,
        "station": station,
        "launches_flown": slips.flown,
        "stand_ins_left_out": slips.stand_ins,
        "not_flown_yet": slips.waiting,
        "sure": SURE,
        "covers": ENOUGH,
        "groups": [_group(group) for group in slips.groups],
        "slips": [_slip(slip) for slip in slips.slips],
    }
    return json_text(document)


def _group(group: SlipGroup) -> dict[str, Any]:
    within = group.interval_days
    return {
        "launcher": group.launcher,
        "vehicle_type": group.vehicle_type,
        "lead_days": _band(group.band) if group.band else None,
        "flights": len(group.slips),
        "editions": group.editions,
        "least": group.days[0],
        "most": group.days[-1],
        "median": group.median_days,
        "median_within": list(within) if within else None,
        "buffer_days": group.buffer_days,
    }


def _band(band: Band) -> dict[str, Any]:
    return {"least": band.least_days, "most": band.most_days}


def _slip(slip: Slip) -> dict[str, Any]:
    return {
        "flight": slip.flight,
        "launcher": slip.launcher,
        "vehicle_type": slip.vehicle_type,
        "known_on": str(slip.known_on),
        "planned": str(slip.planned_on),
        "flown": str(slip.flown_on),
        "lead_days": slip.lead_days,
        "lead_assumed": slip.is_rough,
        "slip_days": slip.days,
    }
