"""Facts together with the rows they were read from, for the checks across rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar

from scheduler.domain import Editions, Event, EventFact, Facts, Status, editions_of
from scheduler.intake.names import Known, Names
from scheduler.intake.table import Row, Table

Fact = TypeVar("Fact")


@dataclass(frozen=True)
class Entry(Generic[Fact]):
    """One fact and its row."""

    fact: Fact
    row: Row


def read_entries(
    table: Table, read: Callable[[Row, Names], Fact], names: Names
) -> list[Entry[Fact]]:
    """Read all rows of a table whose fields can be told apart; faults are told to the rows."""
    return [Entry(read(row, names), row) for row in table.rows if row.is_readable]


@dataclass(frozen=True)
class Lost:
    """What rows with a fault may have said, as pairs of an id and a word: flight and event.

    ``certain`` are those whose id is known; ``possible`` are also those that an unknown id may
    stand for. The word is empty where it could not be read.
    """

    certain: frozenset[tuple[str, str]] = frozenset()
    possible: frozenset[tuple[str, str]] = frozenset()
    is_anything_possible: bool = False

    def has(self, subject: str, word: str) -> bool:
        """Say whether a row on this was certainly lost: what is left may be out of date."""
        return not self.certain.isdisjoint({(subject, word), (subject, "")})

    def may_have(self, subject: str, word: str) -> bool:
        """Say whether a row on this may be lost: that there is none says nothing."""
        pairs = {(subject, word), (subject, "")}
        return self.is_anything_possible or not self.possible.isdisjoint(pairs)


def lost(table: Table, columns: tuple[str, ...], known: Known) -> Lost:
    """Gather what the rows with a fault in some columns may have said.

    The first of the columns gives the id, the second the word.
    """
    subject, word = columns[:2]
    pairs: set[tuple[str, str]] = set()
    possible: set[tuple[str, str]] = set()
    for row in table.rows:
        if not row.is_good(*columns):
            said = row.text(word) if row.is_good(word) else ""
            pairs.add((row.text(subject), said))
            possible.update((name, said) for name in known.candidates(row.text(subject)))
    return Lost(frozenset(pairs), frozenset(possible), bool(table.absent.intersection(columns)))


@dataclass(frozen=True)
class Log:
    """All events of one flight, in file order, but for the rows with a fault."""

    flight: str
    entries: tuple[Entry[EventFact], ...] = ()

    @cached_property
    def facts(self) -> Facts:
        """Give the events alone, so that their editions are found without a long search."""
        return Facts(events=tuple(entry.fact for entry in self.entries))

    @cached_property
    def record(self) -> Editions:
        """Resolve everything that is known by now."""
        return self.as_of(date.max)

    @property
    def is_sound(self) -> bool:
        """Say whether nothing was found wrong with what happened, so far."""
        happened = (entry for entry in self.entries if entry.fact.status is Status.ACTUAL)
        return all(entry.row.is_good("at", "event") for entry in happened)

    def as_of(self, day: date) -> Editions:
        """Resolve what was known on the morning of a day."""
        return editions_of(self.facts, self.flight, day)

    def row_of(self, fact: EventFact) -> Row:
        """Find the row of one of the events; of two equal ones the first."""
        return next(entry.row for entry in self.entries if entry.fact == fact)

    def actual(self, event: Event) -> EventFact | None:
        """Give the event as it happened."""
        return self.record.actual.get(event)


def is_before(one: EventFact, other: EventFact) -> bool:
    """Say whether one event lies before another: by day, then by time where both have one."""
    if one.on != other.on or "T" not in one.at or "T" not in other.at:
        return one.on < other.on
    return datetime.fromisoformat(one.at) < datetime.fromisoformat(other.at)


def when(event: EventFact) -> str:
    """Write the day of an event, or its instant where one was given."""
    return event.at or str(event.on)
