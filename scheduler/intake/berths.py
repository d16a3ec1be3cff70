"""One ship at a port at a time, as it was recorded; a ship that has not left is still there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from scheduler.domain import Event, EventFact, Status
from scheduler.intake.entries import Log, Lost, is_before, when
from scheduler.intake.table import Row


@dataclass(frozen=True)
class Berth:
    """A ship at a port, from one event to another; without an end it is still there."""

    start: EventFact
    end: EventFact | None
    row: Row

    def holds_at(self, event: EventFact) -> bool:
        """Say whether the ship is still there when another one comes."""
        return self.end is None or is_before(event, self.end)


def check_berths(logs: Iterable[Log], lost: Lost) -> None:
    """Tell each arrival at a port where another ship still is."""
    by_port: dict[str | None, list[Berth]] = {}
    for log in logs:
        for berth in _berths(log, lost):
            by_port.setdefault(berth.start.port, []).append(berth)
    for berths in by_port.values():
        _check_port(sorted(berths, key=lambda berth: (berth.start.on, berth.start.at)))


def _berths(log: Log, lost: Lost) -> Iterator[Berth]:
    docking = log.actual(Event.DOCK)
    if docking is None or lost.may_have(log.flight, Event.RELOCATE):
        return
    may_have_left = any(lost.may_have(log.flight, event) for event in (Event.UNDOCK, Event.LAND))
    moves = [move for move in log.record.relocations if move.status is Status.ACTUAL]
    last = log.actual(Event.UNDOCK) or log.actual(Event.LAND)
    for start, end in pairwise((docking, *moves, last)):
        assert start is not None
        if end is not None or not may_have_left:
            yield Berth(start, end, log.row_of(start))


def _check_port(berths: list[Berth]) -> None:
    """Compare each arrival with the ship that is there the longest among those before it.

    A ship without an end is told once: the next to come takes its place.
    """
    there: Berth | None = None
    for berth in berths:
        if there is not None and there.holds_at(berth.start):
            _tell(there, berth)
        if there is None or not _outlasts(there, berth):
            there = berth


def _outlasts(one: Berth, other: Berth) -> bool:
    return one.end is not None and other.end is not None and is_before(other.end, one.end)


def _tell(there: Berth, comes: Berth) -> None:
    port, flight = comes.start.port, there.start.flight
    since = f"{flight} (line {there.row.line}) is there from {when(there.start)}"
    if there.end is None:
        since, advice = f"{since} on", f"Give another port, or the undocking of {flight}."
    else:
        since, advice = f"{since} to {when(there.end)}", "Give another port or another day."
    told = f"two ships at {port}: {comes.start.flight} comes on {when(comes.start)}, but {since}."
    comes.row.complain("port", f"{told} {advice}")
