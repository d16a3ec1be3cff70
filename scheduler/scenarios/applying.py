"""A what-if laid over a problem: a new problem, or every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scheduler.domain import Facts, Problem
from scheduler.errors import Complaint, ScenarioError
from scheduler.scenarios.draft import Draft, draft_of
from scheduler.scenarios.known import Known
from scheduler.scenarios.lay_cadences import is_cadence, lay_cadences
from scheduler.scenarios.lay_flights import (
    lay_add_flight,
    lay_cancel_flight,
    lay_flight,
    lay_pin_event,
)
from scheduler.scenarios.lay_handovers import lay_handover
from scheduler.scenarios.lay_people import lay_person, lay_pin_leg
from scheduler.scenarios.lay_rules import (
    lay_goal,
    lay_health,
    lay_outage,
    lay_rule,
    lay_waiver,
)
from scheduler.scenarios.model import (
    AddFlightChange,
    CancelFlightChange,
    Change,
    FlightChange,
    GoalChange,
    HealthChange,
    OutageChange,
    PersonChange,
    RuleChange,
    WaiverChange,
)
from scheduler.scenarios.model_pins import HandoverChange, PinEventChange, PinLegChange
from scheduler.scenarios.what_if import Spot, WhatIf

# in the order they are laid: first what decides which flights there are
LAYING: Mapping[type[Change], Callable[[Any, Spot, Draft], None]] = {
    AddFlightChange: lay_add_flight,
    CancelFlightChange: lay_cancel_flight,
    FlightChange: lay_flight,
    HealthChange: lay_health,
    OutageChange: lay_outage,
    PersonChange: lay_person,
    PinEventChange: lay_pin_event,
    PinLegChange: lay_pin_leg,
    HandoverChange: lay_handover,
    RuleChange: lay_rule,
    WaiverChange: lay_waiver,
    GoalChange: lay_goal,
}


def apply_what_if(what_if: WhatIf, problem: Problem, facts: Facts | None = None) -> Problem:
    """Lay a what-if over the problem that the facts pose, cadences first.

    Parameters
    ----------
    facts
        The facts that the problem comes from: they tell who lands on which ship, and which
        flights are not known yet.

    Raises
    ------
    ScenarioError
        With every fault of the files and of their changes.
    """
    complaints = [*what_if.faults, *_wrong_station(what_if, problem)]
    laid = lay_cadences(what_if, problem, facts)
    problem, complaints = laid.problem, [*complaints, *laid.complaints]
    known = Known(problem, what_if, facts, laid.unsure)
    unsound: set[Spot] = set()
    for spot in what_if.spots:
        found = [] if is_cadence(spot) else list(known.complaints(spot))
        complaints += found
        if found:
            unsound.add(spot)
    draft = draft_of(problem, facts)
    if what_if.least_grade:
        draft.least_grade, draft.least_grade_at = what_if.least_grade, what_if.least_grade_at
    for kind, lay in LAYING.items() if what_if.has_days else ():
        for one in what_if.changes:
            is_meant = type(one.change) is kind and one.spot not in unsound
            if is_meant and _flights(one.change) <= draft.flights.keys():
                lay(one.change, one.spot, draft)
    complaints += draft.complaints
    if complaints:
        raise ScenarioError(complaints)
    return draft.finish(what_if.title)


def _flights(change: Change) -> set[str]:
    """Name the flights that must be there; one whose adding has a fault is not."""
    if isinstance(change, AddFlightChange):
        return set()
    keys = ("flight", "down", "outgoing", "incoming")
    return {name for name in (getattr(change, key, None) for key in keys) if name}


def _wrong_station(what_if: WhatIf, problem: Problem) -> list[Complaint]:
    if what_if.station == problem.station.id:
        return []
    at, station = what_if.station_at, problem.station.id
    text = f"station is {what_if.station!r}, but the station file is of {station!r}. Give that."
    return [Complaint(at.file, at.line, at.column, text)]
