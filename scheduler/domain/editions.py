"""Facts as of a day: the newest edition of each that was known on that morning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from scheduler.domain.fact import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    HealthFact,
    OutageFact,
    SeatFact,
    Status,
)

Known = TypeVar("Known", HealthFact, OutageFact, SeatFact)


@dataclass(frozen=True)
class Editions:
    """What was known of one flight on the morning of ``as_of``.

    ``actual`` and ``planned`` hold one row an event; relocations stand apart because a ship
    may have several, one to a port.
    """

    actual: dict[Event, EventFact]
    planned: dict[Event, EventFact]
    relocations: tuple[EventFact, ...]

    def published_on(self, event: Event) -> date | None:
        """Give the actual day of an event, else its planned day, else nothing."""
        row = self.actual.get(event) or self.planned.get(event)
        return row.on if row else None


def newest(rows: Iterable[EventFact]) -> EventFact | None:
    """Pick what holds among editions of one event: an actual, else the newest plan."""
    held: EventFact | None = None
    for row in rows:
        is_beaten = held is not None and (
            (held.status is Status.ACTUAL and row.status is not Status.ACTUAL)
            or (row.known_on < held.known_on and row.status is not Status.ACTUAL)
        )
        if not is_beaten:
            held = row
    return None if held is None or held.status is Status.WITHDRAWN else held


def editions_of(facts: Facts, flight: str, as_of: date) -> Editions:
    """Resolve the events of one flight as they were known on the morning of ``as_of``."""
    rows = [row for row in facts.events_by_flight.get(flight, ()) if row.known_on < as_of]
    actual: dict[Event, EventFact] = {}
    planned: dict[Event, EventFact] = {}
    for event in Event:
        if event is Event.RELOCATE:
            continue
        held = newest(row for row in rows if row.event is event)
        if held is not None:
            (actual if held.status is Status.ACTUAL else planned)[event] = held
    moves = [row for row in rows if row.event is Event.RELOCATE]
    ports = dict.fromkeys(row.port for row in moves)
    held_moves = (newest(row for row in moves if row.port == port) for port in ports)
    relocations = sorted((row for row in held_moves if row), key=lambda row: row.on)
    return Editions(actual, planned, tuple(relocations))


def crew_known(facts: Facts, as_of: date) -> tuple[CrewFact, ...]:
    """List the crew rows that hold as of a day, the newest edition of each ride."""
    held: dict[tuple[str, str, str], tuple[date, CrewFact]] = {}
    for row in facts.crew:
        known_on = row.known_on or _day_flown(facts, row)
        if known_on is None or known_on >= as_of:
            continue
        key = (row.flight, row.person, row.leg)
        before = held.get(key)
        if before and before[1].status is Status.ACTUAL and row.status is not Status.ACTUAL:
            continue
        if before is None or known_on >= before[0] or row.status is Status.ACTUAL:
            held[key] = (known_on, row)
    current = sorted(held.values(), key=lambda pair: pair[0])
    return tuple(row for _, row in current if row.status is not Status.WITHDRAWN)


def _day_flown(facts: Facts, row: CrewFact) -> date | None:
    wanted = Event.LAUNCH if row.leg == "up" else Event.LAND
    return next(
        (
            event.on
            for event in facts.events_by_flight.get(row.flight, ())
            if event.event is wanted and event.status is Status.ACTUAL
        ),
        None,
    )


def health_known(facts: Facts, as_of: date) -> tuple[HealthFact, ...]:
    """List the health rows known as of a day; of two for one ship and day, the newer."""
    held = {(r.flight, r.from_on): r for r in sorted(_known(facts.health, as_of), key=_known_on)}
    return tuple(sorted(held.values(), key=lambda row: (row.flight, row.from_on)))


def outages_known(facts: Facts, as_of: date) -> tuple[OutageFact, ...]:
    """List the outages known as of a day; of two that begin together, the newer gives the end."""
    rows = sorted(_known(facts.outages, as_of), key=_known_on)
    return tuple({(row.kind, row.subject, row.from_on): row for row in rows}.values())


def seats_known(facts: Facts, as_of: date) -> dict[str, tuple[SeatFact, ...]]:
    """Give each person's seat moves made on or before ``as_of`` and known by then, in order."""
    moves: dict[str, tuple[SeatFact, ...]] = {}
    rows = [row for row in _known(facts.seats, as_of) if row.from_on <= as_of]
    for row in sorted(rows, key=lambda row: (row.from_on, row.known_on)):
        moves[row.person] = (*moves.get(row.person, ()), row)
    return moves


def _known(rows: Iterable[Known], as_of: date) -> list[Known]:
    return [row for row in rows if row.known_on < as_of]


def _known_on(row: HealthFact | OutageFact) -> date:
    return row.known_on
