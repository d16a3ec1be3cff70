"""Which crew takes the place of which: handovers as flown, direct or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scheduler.history.aboard import Flown, Ship


@dataclass(frozen=True)
class FlownHandover:
    """One long-stay crew relieving another.

    The outgoing ship is the one that takes a crew home, the incoming one brings another; a
    Shuttle could be both. Without a line the ships belong to none.
    """

    line: str | None
    outgoing: str
    incoming: str
    docked_on: date
    undocked_on: date

    @property
    def overlap_days(self) -> int:
        """Count the days that both crews were aboard; below zero the days of the gap."""
        return (self.undocked_on - self.docked_on).days

    @property
    def is_direct(self) -> bool:
        """Say whether the new crew came before the old one left."""
        return self.overlap_days > 0


def handovers(flown: Flown) -> tuple[FlownHandover, ...]:
    """List the handovers, in the order in which they were over.

    In a line a crew relieves the one of the flight that the facts name, else of the flight
    before; where that one took no long-stay crew home, the one that it relieved, and so on. Of
    two that were sent to relieve one crew, the first to come does. A ship that takes everybody
    home relieves them by those whom it leaves there.
    """
    found = [*_in_lines(flown), *_exchanges(flown)]
    return tuple(sorted(found, key=lambda one: max(one.docked_on, one.undocked_on)))


def _in_lines(flown: Flown) -> Iterator[FlownHandover]:
    for line in flown.in_line:
        for outgoing, comers in sent_to_relieve(flown, line).items():
            came = [ship for ship in comers if ship in flown.ships]
            old = flown.ships[outgoing]
            if came and old.undock_on:
                new = flown.ships[came[0]]
                yield FlownHandover(line, old.id, new.id, new.dock_on, old.undock_on)


def _exchanges(flown: Flown) -> Iterator[FlownHandover]:
    for ship in flown.ships.values():
        if ship.line is None and ship.undock_on and takes_everybody(flown, ship):
            yield FlownHandover(None, ship.id, ship.id, ship.dock_on, ship.undock_on)


def sent_to_relieve(flown: Flown, line: str) -> dict[str, list[str]]:
    """Give by outgoing ship the flights of a line that were sent to relieve its crew, in order.

    A flight that brings no long-stay crew relieves nobody; one that was lost was sent, too.
    """
    before = _flights_before(flown, line)
    sent: dict[str, list[str]] = {}
    for fact in flown.in_line[line]:
        is_lost = fact.id not in flown.ships
        if is_lost or fact.id in flown.long_up:
            outgoing = _relieved(flown, fact.id, before)
            if outgoing is not None:
                sent.setdefault(outgoing, []).append(fact.id)
    return sent


def _flights_before(flown: Flown, line: str) -> Mapping[str, str]:
    """Name the flight that each one relieves: as the facts say, else the one before."""
    members = flown.in_line[line]
    before = {new.id: old.id for old, new in pairwise(members)}
    return before | {fact.id: fact.relieves for fact in members if fact.relieves}


def _relieved(flown: Flown, flight: str, before: Mapping[str, str]) -> str | None:
    """Walk back to a ship that took a long-stay crew home."""
    seen = {flight}
    found = before.get(flight)
    while found is not None and found not in flown.long_down:
        if found in seen:
            return None
        seen.add(found)
        found = before.get(found)
    return found


def takes_everybody(flown: Flown, ship: Ship) -> bool:
    """Say whether a ship took home all those on long stays who were there when it came."""
    lived = [
        stay
        for stay in flown.stays
        if stay.is_long and stay.from_on < ship.dock_on and not _left_before(stay.to_on, ship)
    ]
    return bool(lived) and all(stay.down == ship.id for stay in lived)


def _left_before(left_on: date | None, ship: Ship) -> bool:
    return left_on is not None and left_on <= ship.dock_on
