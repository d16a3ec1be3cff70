"""Expeditions, numbered from who came and went; nothing of the record is asked.

An expedition ends, and the next begins, on the day on which

1. a ship of the first crew's line undocks with somebody of a long stay, or undocks empty after
   it had brought such a crew (Soyuz MS-22 in 2023: its crew's seats had been moved);
2. any ship undocks with everybody who lived aboard when it came (the Shuttle of 2001 and 2002,
   which brought the next crew);
3. a ship of the first crew's line docks with a crew that takes a new place: another flight had
   been sent to relieve the same crew, and that crew has left (Soyuz TMA-15 in 2009, when the
   crew doubled; Soyuz MS-12 in 2019, after the loss of Soyuz MS-10).

Source: domain_rules HO-6 for the undockings; the third was found by comparing with the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.domain import Event
from scheduler.history.aboard import Flown, FlownStay, Ship
from scheduler.history.relief import sent_to_relieve, takes_everybody


@dataclass(frozen=True)
class Turn:
    """The day on which an expedition begins, and the ship that makes it so."""

    on: date
    event: Event
    flight: str


@dataclass(frozen=True)
class Expedition:
    """One expedition in ``[begins.on, ends.on)``; one that goes on has no end.

    ``candidates`` are those who can have commanded it when it ended: they were on a long stay,
    aboard before it began and to its end, and went home on that day; the first crew was aboard
    from the day it began. Command is handed over a day or two before the commander leaves
    (domain_rules HO-6). Where nobody of that kind went home, they are those who stayed.
    """

    number: int
    begins: Turn
    ends: Turn | None
    candidates: tuple[str, ...]

    def overlaps(self, start: date, end: date) -> bool:
        """Say whether any of its days lies in ``[start, end)``."""
        return self.begins.on < end and (self.ends is None or self.ends.on > start)


def expeditions(flown: Flown) -> tuple[Expedition, ...]:
    """Walk the expeditions in order; the first begins when the first long-stay crew docks."""
    turns = list(_turns(flown))
    ends = [*turns[1:], None][: len(turns)]
    return tuple(
        Expedition(number, begun, ended, _candidates(flown, begun, ended, number == 1))
        for number, (begun, ended) in enumerate(zip(turns, ends, strict=True), start=1)
    )


def _turns(flown: Flown) -> Iterator[Turn]:
    """Walk the days on which expeditions begin; a day begins one at most."""
    first = next((ship for ship in _by_docking(flown) if ship.id in flown.long_up), None)
    if first is None:
        return
    yield Turn(first.dock_on, Event.DOCK, first.id)
    found = [*_undockings(flown, first.line), *_new_places(flown, first.line)]
    by_day = {turn.on: turn for turn in found if turn.on > first.dock_on}
    yield from (by_day[day] for day in sorted(by_day))


def _by_docking(flown: Flown) -> list[Ship]:
    return sorted(flown.ships.values(), key=lambda ship: (ship.dock_on, ship.id))


def _undockings(flown: Flown, line: str | None) -> Iterator[Turn]:
    for ship in flown.ships.values():
        in_turn = line is not None and ship.line == line and _takes_a_crew(flown, ship)
        if ship.undock_on and (in_turn or takes_everybody(flown, ship)):
            yield Turn(ship.undock_on, Event.UNDOCK, ship.id)


def _takes_a_crew(flown: Flown, ship: Ship) -> bool:
    if ship.id in flown.flown_down:
        return ship.id in flown.long_down
    return ship.id in flown.long_up


def _new_places(flown: Flown, line: str | None) -> Iterator[Turn]:
    for outgoing, sent in sent_to_relieve(flown, line).items() if line else ():
        left_on = flown.ships[outgoing].undock_on
        for flight in sent[1:]:
            ship = flown.ships.get(flight)
            if ship and left_on and left_on < ship.dock_on:
                yield Turn(ship.dock_on, Event.DOCK, flight)


def _candidates(flown: Flown, begins: Turn, ends: Turn | None, is_first: bool) -> tuple[str, ...]:
    start = begins.on + timedelta(days=1) if is_first else begins.on
    through = [
        stay
        for stay in flown.stays
        if stay.is_long and stay.from_on < start and _stays_to(stay, ends)
    ]
    leaving = [stay for stay in through if ends and stay.to_on == ends.on]
    return tuple(stay.person for stay in leaving or through)


def _stays_to(stay: FlownStay, ends: Turn | None) -> bool:
    if ends is None:
        return stay.to_on is None
    return stay.to_on is None or stay.to_on >= ends.on
