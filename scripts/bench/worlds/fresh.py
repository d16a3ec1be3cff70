"""Fresh worlds: a cadence and nothing else, so that the search must place every flight.

Each kind of ship comes once in a season, or in every second, always on the same nominal day,
and stays for its nominal days; the seed draws the day. Nobody has looked whether that fits. It
never does: every fourth crew of a line leaves a day after the next has come, which is too short
for a handover, closed days lie where they will, and where two cadences meet, ships share a day, a
port or a pad. No ship but those at the station has a port. A ship may launch ``EARLY_DAYS``
before its nominal day, or later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from math import ceil
from random import Random

from scheduler.domain import Demand, DemandKind, Flight, Problem, WindowFact
from scripts.bench.worlds.ships import is_used, make_flight, make_problem, title_of, transit_days
from scripts.bench.worlds.traffic import (
    AS_OF,
    MOST_LINES,
    SEASON_DAYS,
    Slot,
    season_start,
    slots,
    station,
    window,
)

MOST_SHIFT_DAYS = 10
EARLY_DAYS = 14  # a ship is ready so long before its nominal launch; assumed
SHORT_EVERY, SHORT_DAYS = 4, 1  # one crew of so many overlaps with the next so briefly; assumed

CUTOUTS = ((48, 5), (131, 10))  # day of the season, days: as in worlds that are published
LIT_EVERY_DAYS, LIT_DAYS = 61, 40  # the orbit brings daylight back in about two months; assumed
FILE = "bench.yaml"


def make_fresh_world(
    seed: int, crewed: int = 120, *, is_rich: bool = False, lines: int = 2
) -> Problem:
    """Make a world of so many flights of the lines, known by their cadence alone.

    Parameters
    ----------
    seed
        Draws the nominal day of each kind of ship, and where the closed days lie.
    crewed
        Flights of all lines together, those at the station on ``AS_OF`` included.
    is_rich
        Add cargo ships, visitors and closed days.
    lines
        One to three.
    """
    random = Random(seed)
    seasons = ceil(crewed / lines)
    used = slots(lines, is_rich=is_rich)
    shifts = [random.randint(-MOST_SHIFT_DAYS, MOST_SHIFT_DAYS) for _ in used]
    nominal = [
        _nominal(slot, season, shift)
        for season in range(seasons)
        for slot, shift in zip(used, shifts, strict=True)
        if is_used(slot, season, crewed - lines * season)
    ]
    ahead = [flight for flight in nominal if flight.undock_on >= AS_OF]
    title = title_of("Fresh world", seed, crewed, lines, is_rich)
    windows = _windows(random, seasons) if is_rich else ()
    return make_problem(title, lines, ahead, windows, _readiness(ahead))


def _nominal(slot: Slot, season: int, shift: int) -> Flight:
    """Put a ship on its nominal days; one still to come may take any port, and come early."""
    launch = season_start(season) + slot.day + shift
    stay_days = slot.stay_days or SEASON_DAYS + _overlap_days(slot, season)
    flight = make_flight(slot, season, launch, launch + transit_days(slot) + stay_days)
    return replace(flight, calls=(), has_readiness=True) if flight.is_ahead else flight


def _overlap_days(slot: Slot, season: int) -> int:
    """Give the nominal overlap of a crew with the next: as wished, or too short."""
    if season % SHORT_EVERY == 0:
        return SHORT_DAYS
    return station(MOST_LINES).lines[slot.line or ""].wished_handover_days


def _readiness(flights: Sequence[Flight]) -> Iterator[Demand]:
    """State when each ship that is still to come is ready."""
    for number, flight in enumerate((f for f in flights if f.is_ahead), 2):
        ready_on = max(AS_OF, flight.launch_on - timedelta(days=EARLY_DAYS))
        at = f"{FILE}:{number}"
        yield Demand(DemandKind.EARLIEST_LAUNCH, flight.id, at, day=ready_on)


def _windows(random: Random, seasons: int) -> Iterator[WindowFact]:
    """Close days in each season, and give daylight to landings for a while every two months."""
    shift = random.randrange(SEASON_DAYS)
    for season in range(1, seasons + 2):
        start = season_start(season) + shift
        for day, length in CUTOUTS:
            yield window("beta-cutout", station().id, start + day, start + day + length)
    first = random.randrange(LIT_EVERY_DAYS)
    for day in range(first - LIT_EVERY_DAYS, season_start(seasons + 3), LIT_EVERY_DAYS):
        yield window("lit-landing", "soyuz-ms", day, day + LIT_DAYS)
