"""Cadences: those of the what-if and of the station become flights, before all other changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from scheduler.documents.cadence import cadence_faults, cadence_of
from scheduler.documents.document import Step
from scheduler.domain import Cadence, Facts, Override, Problem, with_cadences
from scheduler.errors import Complaint
from scheduler.scenarios.known import Known
from scheduler.scenarios.model import RuleChange, is_whole_number
from scheduler.scenarios.model_cadence import CadenceChange
from scheduler.scenarios.what_if import Spot, WhatIf


@dataclass(frozen=True)
class Laid:
    """A problem with the flights of all sound cadences.

    ``unsure`` are the ids of those with faults, ``complaints`` what is wrong with them.
    """

    problem: Problem
    unsure: frozenset[str]
    complaints: tuple[Complaint, ...]


def lay_cadences(what_if: WhatIf, problem: Problem, facts: Facts | None) -> Laid:
    """Create the flights of a what-if's cadences, and of the station's that they leave in force.

    A cadence of the what-if stands in place of the station's for the same line, or for the same
    type of ship where it has none, and of one with the same id. Handovers are wished as long as
    the what-if says, where it does.
    """
    known = Known(problem, what_if, facts)
    faults = {spot: [*known.complaints(spot)] for spot in what_if.spots if is_cadence(spot)}
    asked: dict[str, tuple[Cadence, Spot]] = {}
    for written in what_if.changes:
        change, spot = written.change, written.spot
        if isinstance(change, CadenceChange):
            cadence = cadence_of(change.cadence, change, spot.at("cadence"), change.why or "")
            first = asked.setdefault(cadence.id, (cadence, spot))
            faults[spot] += [*_faults(cadence, spot, problem), *_same_id(cadence, spot, first)]
            if what_if.has_days:
                faults[spot] += _outside(cadence, spot, problem)
    sound = [cadence for cadence, spot in asked.values() if what_if.has_days and not faults[spot]]
    unsure = {str(spot.value("cadence")) for spot in faults} - {one.id for one in sound}
    in_force = [*_left(problem.station.cadences, sound), *sound] if what_if.has_days else []
    asking = replace(problem, overrides=(*problem.overrides, *_overlaps(what_if)))
    return Laid(
        replace(with_cadences(asking, in_force), overrides=problem.overrides),
        frozenset(unsure),
        tuple(complaint for found in faults.values() for complaint in found),
    )


def is_cadence(spot: Spot) -> bool:
    """Say whether a change is a cadence, as far as it can be read."""
    return spot.value("change") == "cadence"


def _overlaps(what_if: WhatIf) -> Iterator[Override]:
    """Walk the wished overlaps that the what-if sets, which are laid as a rule later on."""
    number = "wished_handover_days"
    for change in (written.change for written in what_if.changes):
        if isinstance(change, RuleChange) and change.rule == "HO-1":
            days = change.set_.get(number)
            if isinstance(days, int) and is_whole_number(days):
                yield Override(change.rule, number, days, change.for_)


def _left(station: tuple[Cadence, ...], asked: list[Cadence]) -> Iterator[Cadence]:
    """Walk the cadences of the station that no cadence of the what-if stands in place of."""
    replaced = {one.family for one in asked}, {one.id for one in asked}
    for cadence in station:
        if cadence.family not in replaced[0] and cadence.id not in replaced[1]:
            yield cadence


def _faults(cadence: Cadence, spot: Spot, problem: Problem) -> Iterator[Complaint]:
    for steps, text in cadence_faults(cadence, problem.station):
        yield spot.complaint(text, *steps)


def _same_id(cadence: Cadence, spot: Spot, first: tuple[Cadence, Spot]) -> Iterator[Complaint]:
    """Complain of an id that a cadence of another family has."""
    other, place = first
    if other.family != cadence.family:
        is_here = place.document is spot.document
        where = f"line {place.line('cadence')}" if is_here else place.at("cadence")
        text = f"cadence {cadence.id!r} is given in {where}, too, for {other.family}."
        yield spot.complaint(f"{text} Give another id.", "cadence")


def _outside(cadence: Cadence, spot: Spot, problem: Problem) -> Iterator[Complaint]:
    """Complain of days outside the horizon, on which nothing can be created."""
    days: list[tuple[date | None, tuple[Step, ...]]] = [(cadence.from_on, ("from",))]
    days += [(day, ("ready", place)) for place, day in enumerate(cadence.ready_on)]
    for day, steps in days:
        if day is not None and day < problem.as_of:
            text = f"{steps[0]} is {day}, before as_of ({problem.as_of})."
            yield spot.complaint(f"{text} Give that day or a later one.", *steps)
        if day is not None and day >= problem.until:
            text = f"{steps[0]} is {day}, not before until ({problem.until})."
            yield spot.complaint(f"{text} Give an earlier day.", *steps)
    if cadence.until is not None and cadence.until <= problem.as_of:
        text = f"until is {cadence.until}, not after as_of ({problem.as_of}). Give a later day."
        yield spot.complaint(text, "until")
    if cadence.until is not None and cadence.until > problem.until:
        text = f"until is {cadence.until}, after the end of the horizon ({problem.until})."
        yield spot.complaint(f"{text} Give an earlier day, or leave it out.", "until")
