"""The events of a flight follow one another: launch, docking, relocations, undocking, landing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from scheduler.domain import Editions, Event, EventFact, Status
from scheduler.intake.entries import Log, Lost, is_before, when
from scheduler.units import add_days

COURSE = (Event.LAUNCH, Event.DOCK, Event.UNDOCK, Event.LAND)
NOUNS = {
    Event.LAUNCH: "launch",
    Event.DOCK: "docking",
    Event.RELOCATE: "relocation",
    Event.UNDOCK: "undocking",
    Event.LAND: "landing",
    Event.ABORT: "abort",
}
LEADS = {  # an actual event, and what must have happened before it
    Event.DOCK: Event.LAUNCH,
    Event.RELOCATE: Event.DOCK,
    Event.UNDOCK: Event.DOCK,
    Event.LAND: Event.LAUNCH,
}


def check_order(log: Log, lost: Lost) -> None:
    """Tell each pair of events in the wrong order, at the row that brought it.

    Every edition is looked at: what was known after each day on which something became known.
    What is wrong in many of them is one complaint in the end.
    """
    known = {entry.fact.known_on for entry in log.entries} - {date.max}  # no day comes after that
    for known_on in sorted(known):
        for early, late in _pairs(log.as_of(add_days(known_on, 1))):
            if _is_wrong(early, late) and not any(_is_stale(row, lost) for row in (early, late)):
                _tell(log, early, late)
    _check_leads(log, lost)


def _pairs(found: Editions) -> Iterator[tuple[EventFact, EventFact]]:
    """Walk the events that must follow one another, the earlier first."""
    held = {**found.planned, **found.actual}
    yield from pairwise(held[event] for event in COURSE if event in held)
    docking, undocking = held.get(Event.DOCK), held.get(Event.UNDOCK)
    if docking and undocking and is_before(undocking, docking):
        return  # nothing can lie within such a stay
    for move in found.relocations:
        if docking:
            yield docking, move
        if undocking:
            yield move, undocking


def _is_stale(row: EventFact, lost: Lost) -> bool:
    """Say whether a newer row, which has a fault of its own, may have said something else."""
    if row.status is Status.PLANNED:
        return lost.may_have(row.flight, row.event)
    return lost.has(row.flight, row.event)


def _is_wrong(early: EventFact, late: EventFact) -> bool:
    """Say whether two events contradict each other.

    An event that comes late makes no older plan wrong: what is overdue is due later. A plan
    that is published after an event must fit it.
    """
    if early.status is not late.status:
        plan, actual = (early, late) if late.status is Status.ACTUAL else (late, early)
        if plan.known_on < actual.known_on:
            return False
    return is_before(late, early)


def _tell(log: Log, early: EventFact, late: EventFact) -> None:
    early_row, late_row = log.row_of(early), log.row_of(late)
    if _is_early_to_blame(early, late):
        told = f"the {_told(early)} lies after the {_told(late)} (line {late_row.line})."
        advice = f"Give an earlier day, or a new row for the {NOUNS[late.event]} too."
        early_row.complain("at", f"{log.flight}: {told} {advice}")
    else:
        told = f"the {_told(late)} lies before the {_told(early)} (line {early_row.line})."
        late_row.complain("at", f"{log.flight}: {told} Give a later day.")


def _is_early_to_blame(early: EventFact, late: EventFact) -> bool:
    """Say which of two rows brings the fault: the one known later, else the later event.

    Of what happened, and among equals, a relocation is to blame rather than the stay round it.
    """
    are_actual = early.status is late.status is Status.ACTUAL
    if are_actual or early.known_on == late.known_on:
        return early.event is Event.RELOCATE
    return early.known_on > late.known_on


def _told(event: EventFact) -> str:
    return f"{event.status} {NOUNS[event.event]} on {when(event)}"


def _check_leads(log: Log, lost: Lost) -> None:
    """Tell an actual event without the actual event that must have come before it."""
    moves = [move for move in log.record.relocations if move.status is Status.ACTUAL]
    for event in (*log.record.actual.values(), *moves):
        lead = LEADS.get(event.event)
        if lead is None or lost.may_have(log.flight, lead):
            continue
        if log.actual(lead) is None:
            told = f"an actual {NOUNS[event.event]} without an actual {NOUNS[lead]}."
            advice = f"Give the row of the {NOUNS[lead]}, too."
            log.row_of(event).complain("event", f"{log.flight}: {told} {advice}")
