"""A what-if file as a whole: its header, and all kinds of change for editors."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from scheduler.documents.fields import Day, Strict, Text
from scheduler.scenarios.model import (
    AddFlightChange,
    CancelFlightChange,
    Change,
    FlightChange,
    GoalChange,
    GradeName,
    HealthChange,
    OutageChange,
    PersonChange,
    RuleChange,
    WaiverChange,
)
from scheduler.scenarios.model_cadence import CadenceChange
from scheduler.scenarios.model_pins import HandoverChange, PinEventChange, PinLegChange

KINDS: dict[str, type[Change]] = {
    "health": HealthChange,
    "flight": FlightChange,
    "outage": OutageChange,
    "person": PersonChange,
    "rule": RuleChange,
    "waiver": WaiverChange,
    "pin": PinEventChange,
    "handover": HandoverChange,
    "goal": GoalChange,
    "add-flight": AddFlightChange,
    "cancel-flight": CancelFlightChange,
    "cadence": CadenceChange,
}


def model_for(data: object) -> type[Change] | None:
    """Choose the model of a change by its kind; none when there is no such kind."""
    kind = data.get("change") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(kind, str):
        return None
    if kind == "pin" and ("person" in data or "leg" in data):
        return PinLegChange
    return KINDS.get(kind)


AnyChange = (
    HealthChange
    | FlightChange
    | OutageChange
    | PersonChange
    | RuleChange
    | WaiverChange
    | PinEventChange
    | PinLegChange
    | HandoverChange
    | GoalChange
    | AddFlightChange
    | CancelFlightChange
    | CadenceChange
)


class Header(Strict):
    """What stands at the head of a what-if file; its changes are read one by one."""

    title: Text = Field(description="What is asked, in a few words.")
    station: Text = Field(description="The id of the station.")
    as_of: Day = Field(description="The day of planning: only what was known before it counts.")
    until: Day = Field(description="The end of the horizon, itself not included.")
    under: list[Text] = Field(
        default=[], description="What-if files laid under this one in order, by their paths."
    )
    least_grade: GradeName | None = Field(
        default=None, description="Worst seat grade that nobody may be below (LB-1)."
    )
    changes: list[Any] = Field(default=[], description="Changes, each with its kind.")


class WhatIfFile(Header):
    """A question to the planner: what if this were so."""

    changes: list[AnyChange] = Field(default=[], description="Changes, each with its kind.")
