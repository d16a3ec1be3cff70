"""Cadence: how often a family of flights is wished to fly, in place of published days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from scheduler.units import add_days


@dataclass(frozen=True)
class Cadence:
    """The flights of one family that are wished, from a day on.

    The family is a line, or all ships of a type that belong to no line. Ids and names of the
    flights are ``id`` and ``name`` with the year of the wished launch and a number:
    ``soyuz-2027-1``, ``Soyuz 2027-1``. Their people are unnamed: ``soyuz-2027-1-1`` and so on.

    Parameters
    ----------
    every_days
        Days from one wished launch to the next, 1 or more; none where ``ready_on`` alone counts.
    from_on, until
        No launch is wished before the one, nor from the other on; open without.
    stay_days
        Days from docking to undocking, 1 or more. None for a line: there a crew stays until it
        is relieved and the wished overlap is over.
    ready_on
        Days from which the ships are ready, one a flight, in order; with ``every_days``, a
        launch is wished no sooner than that after the one before.
    ready_days_early
        Days by which a ship is ready before its wished launch, where ``ready_on`` is empty.
    seats
        Seats of each ship; its type's without.
    crew
        The agency of each person who goes up.
    ports
        Ports that are wished, in turn from flight to flight; none in particular without.
    at
        ``file:line`` where it is asked for; empty where no file does.
    """

    id: str
    vehicle_type: str
    every_days: int | None = None
    line: str | None = None
    name: str = ""
    pad: str | None = None
    from_on: date | None = None
    until: date | None = None
    stay_days: int | None = None
    ready_on: tuple[date, ...] = ()
    ready_days_early: int = 0
    seats: int | None = None
    crew: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    at: str = ""
    why: str = ""

    @property
    def family(self) -> str:
        """Name what it speaks for: its line, or its vehicle type where it has none."""
        return self.line or self.vehicle_type

    @property
    def told_name(self) -> str:
        """Give the name that its flights begin with, for people."""
        return self.name or self.id.replace("-", " ").capitalize()


@dataclass(frozen=True)
class WishedLaunch:
    """A launch that a cadence wishes, and the day from which its ship is ready."""

    ready_on: date
    launch_on: date


def wished_launches(cadence: Cadence, as_of: date, last_on: date | None) -> Iterator[WishedLaunch]:
    """Walk the launches of a cadence in order; without ``ready_on`` or ``until`` there is no end.

    Parameters
    ----------
    as_of
        The day of planning: nothing is wished before it, and what is overdue is due then.
    last_on
        The last launch of the family that is published; none without. Ships that were ready
        by then are taken to be among those published.
    """
    earliest_on = max(as_of, cadence.from_on or as_of)
    before_on = last_on
    for ready_on in _ready_days(cadence, last_on):
        launch_on = max(earliest_on, ready_on or earliest_on)
        if before_on is not None and cadence.every_days is not None:
            launch_on = max(launch_on, add_days(before_on, cadence.every_days))
        if cadence.until is not None and launch_on >= cadence.until:
            return
        early_on = add_days(launch_on, -cadence.ready_days_early)
        yield WishedLaunch(max(as_of, ready_on or early_on), launch_on)
        before_on = launch_on


def _ready_days(cadence: Cadence, last_on: date | None) -> Iterator[date | None]:
    """Walk the days from which ships are ready; none, for ever, where they are not given."""
    if not cadence.ready_on:
        yield from repeat(None)
    yield from (day for day in cadence.ready_on if last_on is None or day > last_on)
