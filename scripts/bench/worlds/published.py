"""Worlds as published: many years of traffic on dates that keep every rule.

A world is a problem as a fact folder would pose it. Lines of crew ships relieve one another,
each twice a year; a rich world has cargo ships, visitors, closed days and a port beside which
others may not move as well.

The flights of a season of ``SEASON_DAYS`` come on the days of their slots, each moved by a few
days drawn from the seed; the slots lie far enough apart that nothing collides, so the published
dates are a plan that keeps every rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from random import Random

from scheduler.domain import Flight, Problem, WindowFact
from scripts.bench.worlds.ships import is_used, make_flight, make_problem, title_of, transit_days
from scripts.bench.worlds.traffic import (
    AS_OF,
    SEASON_DAYS,
    Slot,
    season_start,
    slots,
    station,
    window,
)

MOST_SHIFT_DAYS = 2
HANDOVER_DAYS = {"soyuz": (7, 10), "dragon": (5, 8), "starliner": (5, 8)}

CUTOUTS = ((48, 5), (131, 10))  # day of the season, days
SPACEWALKS = (37, 108)
CUTOUT_SEASONS, SPACEWALK_SEASONS = 10, 4  # how far ahead days are closed; assumed
LANDING_ROOM_DAYS = 25  # of a lit window, before and after the landing published in it


def make_world(seed: int, crewed: int = 120, *, is_rich: bool = False, lines: int = 2) -> Problem:
    """Make a world of so many flights of the lines.

    Parameters
    ----------
    seed
        Moves every flight by a few days, and sets the length of every handover.
    crewed
        Flights of all lines together, those at the station on ``AS_OF`` included. 120 of two
        lines take 30 years.
    is_rich
        Add cargo ships, visitors and closed days.
    lines
        One to three.
    """
    random = Random(seed)
    seasons = ceil(crewed / lines)
    drafts = [
        _draft(random, slot, season)
        for season in range(seasons)
        for slot in slots(lines, is_rich=is_rich)
        if is_used(slot, season, crewed - lines * season)
    ]
    flights = [_flight(random, draft, drafts) for draft in drafts]
    ahead = [flight for flight in flights if flight.undock_on >= AS_OF]
    windows = _windows(seasons, ahead) if is_rich else ()
    return make_problem(title_of("World", seed, crewed, lines, is_rich), lines, ahead, windows)


@dataclass(frozen=True)
class _Draft:
    """A flight before its departure is known."""

    slot: Slot
    season: int
    launch: int


def _draft(random: Random, slot: Slot, season: int) -> _Draft:
    shift = random.randint(-MOST_SHIFT_DAYS, MOST_SHIFT_DAYS)
    return _Draft(slot, season, season_start(season) + slot.day + shift)


def _flight(random: Random, draft: _Draft, drafts: list[_Draft]) -> Flight:
    """Give a ship its days: one of a line stays until the next has come, and a handover more."""
    slot = draft.slot
    dock = draft.launch + transit_days(slot)
    undock = dock + (slot.stay_days or SEASON_DAYS)
    if slot.line is not None:
        following = [d for d in drafts if d.slot is slot and d.season == draft.season + 1]
        comes = following[0].launch + transit_days(slot) if following else undock
        undock = comes + random.randint(*HANDOVER_DAYS[slot.line])
    return make_flight(slot, draft.season, draft.launch, undock)


def _windows(seasons: int, flights: list[Flight]) -> Iterator[WindowFact]:
    """Close days on which no flight is published to move; light the published landings."""
    for season in range(1, seasons):
        start = season_start(season)
        for day, length in CUTOUTS if season <= CUTOUT_SEASONS else ():
            yield window("beta-cutout", station().id, start + day, start + day + length)
        for day in SPACEWALKS if season <= SPACEWALK_SEASONS else ():
            yield window("eva", station().id, start + day, start + day + 1)
    for flight in flights:
        if flight.line == "soyuz":
            land = (flight.land_on - AS_OF).days
            first, end = land - LANDING_ROOM_DAYS, land + LANDING_ROOM_DAYS
            yield window("lit-landing", flight.vehicle_type, first, end)
