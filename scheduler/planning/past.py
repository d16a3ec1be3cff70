"""``history audit``: all that was flown, judged by the rules alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scheduler.audit import audit
from scheduler.domain import Event, Facts, Station, Status
from scheduler.errors import InputError
from scheduler.history import DocumentedException, HistoryAudit, flown_record, judged
from scheduler.intake import read_exceptions
from scheduler.paths import shown
from scheduler.rules import RULES


@dataclass(frozen=True)
class Past:
    """Everything known of one station, and the exceptions that are documented."""

    facts: Facts
    station: Station
    exceptions: tuple[DocumentedException, ...]


def read_past(folder: Path, facts: Facts, station: Station) -> Past:
    """Read the exceptions that stand beside the facts of a folder.

    Raises
    ------
    InputError
        With every fault of the exceptions, or when no crew has come yet.
    """
    if not _has_crew(facts):
        told = "no crew has docked yet, so there is nothing to judge. Give a folder where one has."
        raise InputError(f"{shown(folder)}: {told}")
    refs = frozenset({*(rule.ref for rule in RULES), "facts"})
    return Past(facts, station, read_exceptions(folder, refs, _subjects(facts, station)))


def _subjects(facts: Facts, station: Station) -> frozenset[str]:
    """Give all ids that a rule may be about: of ships, people, places and the station itself."""
    launchers = {kind.launcher for kind in station.vehicle_types.values() if kind.launcher}
    return frozenset(
        {
            station.id,
            *station.segments,
            *station.ports,
            *station.pads,
            *station.lines,
            *launchers,
            *(flight.id for flight in facts.flights),
            *(person.id for person in facts.people),
        }
    )


def _has_crew(facts: Facts) -> bool:
    """Say whether anybody has ever come."""
    docked = {
        row.flight
        for row in facts.events
        if row.event is Event.DOCK and row.status is Status.ACTUAL
    }
    return any(
        row.leg == "up" and row.status is Status.ACTUAL and row.flight in docked
        for row in facts.crew
    )


def audit_history(past: Past) -> HistoryAudit:
    """Judge all that was flown, and set each breach beside what documents it."""
    record = flown_record(past.facts, past.station)
    findings = audit(record.plan, record.problem, RULES)
    return judged(record, findings, past.exceptions)
