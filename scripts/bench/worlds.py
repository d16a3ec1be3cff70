"""Station worlds made from a seed: many years of published traffic that keeps every rule.

A world is a problem as a fact folder would pose it. Two lines of crew ships relieve one another,
each twice a year; a rich world has cargo ships, visitors, closed days and a port beside which
others may not move as well. The same seed gives the same world, to the byte.

All days are counted from ``AS_OF``. The flights of a season of ``SEASON_DAYS`` come on the days
of ``SEASON``, each moved by a few days drawn from the seed; the slots lie far enough apart that
nothing collides, so the published dates are a plan that keeps every rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from scheduler.domain import (
    Flight,
    PastEvent,
    Person,
    PortCall,
    Problem,
    Published,
    Standing,
    Station,
    Traveller,
    WindowFact,
)
from scheduler.settings import read_station

STATION = Path(__file__).resolve().parents[2] / "config" / "stations" / "iss.yaml"
AS_OF = date(2026, 6, 1)
SEASON_DAYS = 183
FIRST_DAY = -120  # the season under way on ``AS_OF``: one ship of each line is at the station
LEAD_DAYS = 60  # from the last launch to the end of the horizon


@dataclass(frozen=True)
class Slot:
    """When in a season a kind of ship comes, where to, and how long it stays.

    ``ports`` are used in turn, season by season; a slot of ``every`` 2 is used in every second
    season. A ship without ``line`` brings ``crew`` only as a visit. ``stay_days`` is counted
    from docking; without it the ship waits for the next of its line.
    """

    name: str
    vehicle_type: str
    day: int
    ports: tuple[str, ...]
    pad: str
    stay_days: int | None = None
    line: str | None = None
    crew: tuple[str, ...] = ()
    every: int = 1


RASSVET, PRICHAL = "rassvet-nadir", "prichal-nadir"
FORWARD, ZENITH = "harmony-forward", "harmony-zenith"
SOYUZ_CREW = ("Roscosmos", "Roscosmos", "NASA")
DRAGON_CREW = ("NASA", "NASA", "JAXA", "Roscosmos")
VISIT_CREW = ("NASA", "ESA", "ESA", "CSA")

PLAIN = (
    Slot("Soyuz", "soyuz-ms", 4, (RASSVET, PRICHAL), "baikonur-31", None, "soyuz", SOYUZ_CREW),
    Slot("Dragon", "crew-dragon", 70, (FORWARD, ZENITH), "lc-39a", None, "dragon", DRAGON_CREW),
)
RICH = (
    *PLAIN,
    Slot("Progress A", "progress-ms", 31, ("poisk-zenith",), "baikonur-31", 172),
    Slot("Cygnus", "cygnus-xl", 40, ("unity-nadir",), "slc-40", 118, every=2),
    Slot("HTV", "htv", 50, ("harmony-nadir",), "slc-41", 65, every=2),
    Slot("CRS", "cargo-dragon", 89, (ZENITH, FORWARD), "slc-40", 35),
    Slot("Progress B", "progress-ms", 112, ("zvezda-aft",), "baikonur-31", 172),
    Slot("Visit", "crew-dragon", 146, (ZENITH, FORWARD), "lc-39a", 10, crew=VISIT_CREW, every=2),
)
MOST_SHIFT_DAYS = 2
HANDOVER_DAYS = {"soyuz": (7, 10), "dragon": (5, 8)}

CUTOUTS = ((48, 5), (131, 10))  # day of the season, days
SPACEWALKS = (37, 108)
CUTOUT_SEASONS, SPACEWALK_SEASONS = 10, 4  # how far ahead days are closed; assumed
LANDING_ROOM_DAYS = 25  # of a lit window, before and after the landing published in it


@cache
def station() -> Station:
    """Read the shipped station, with the ports of the day."""
    return read_station(STATION).between(AS_OF, date.max)


def make_world(seed: int, crewed: int = 120, *, is_rich: bool = False) -> Problem:
    """Make a world of so many flights of the two lines.

    Parameters
    ----------
    seed
        Moves every flight by a few days, and sets the length of every handover.
    crewed
        Flights of both lines together, the two at the station on ``AS_OF`` included. 120 take
        30 years.
    is_rich
        Add cargo ships, visitors and closed days.
    """
    random = Random(seed)
    seasons = (crewed + 1) // 2
    drafts = [
        _draft(random, slot, season)
        for season in range(seasons)
        for slot in (RICH if is_rich else PLAIN)
        if _is_used(slot, season, crewed - 2 * season)
    ]
    flights = [_flight(random, draft, drafts) for draft in drafts]
    ahead = [flight for flight in flights if flight.undock_on >= AS_OF]
    last_on = max(flight.launch_on for flight in ahead)
    return Problem(
        title=f"World {seed}: {crewed} crewed flights{', rich' if is_rich else ''}",
        station=station(),
        as_of=AS_OF,
        until=last_on + timedelta(days=LEAD_DAYS),
        flights={flight.id: flight for flight in sorted(ahead, key=lambda flight: flight.id)},
        people={person.id: person for flight in ahead for person in _people(flight)},
        travellers=dict(sorted((t.person, t) for f in ahead for t in _travellers(f))),
        windows=tuple(_windows(seasons, ahead)) if is_rich else (),
        past_events=tuple(event for flight in ahead for event in _past(flight)),
        goals=station().goals,
        least_grade=station().least_grade,
    )


@dataclass(frozen=True)
class _Draft:
    """A flight before its departure is known."""

    id: str
    name: str
    slot: Slot
    season: int
    launch: int


def _is_used(slot: Slot, season: int, left: int) -> bool:
    """Say whether a slot has a ship in a season; ``left`` flights of the lines are to be made."""
    if slot.line is None:
        return season % slot.every == 0 and _start(season) + slot.day > 0
    return left > 1 or slot.line == "soyuz"


def _draft(random: Random, slot: Slot, season: int) -> _Draft:
    shift = random.randint(-MOST_SHIFT_DAYS, MOST_SHIFT_DAYS)
    name = f"{slot.name} {season + 1}"
    id_ = f"{slot.name.lower().replace(' ', '-')}-{season + 1:03}"
    return _Draft(id_, name, slot, season, _start(season) + slot.day + shift)


def _start(season: int) -> int:
    return FIRST_DAY + SEASON_DAYS * season


def _flight(random: Random, draft: _Draft, drafts: list[_Draft]) -> Flight:
    """Give a ship its days: one of a line stays until the next has come, and a handover more."""
    slot, kind = draft.slot, station().vehicle_types[draft.slot.vehicle_type]
    transit_days = next(iter(kind.transit_days.values()))
    dock = draft.launch + transit_days
    undock = dock + (slot.stay_days or SEASON_DAYS)
    if slot.line is not None:
        following = [d for d in drafts if d.slot is slot and d.season == draft.season + 1]
        comes = following[0].launch + transit_days if following else undock
        undock = comes + random.randint(*HANDOVER_DAYS[slot.line])
    launch_on, dock_on, undock_on = map(_on, (draft.launch, dock, undock))
    land_on = undock_on + timedelta(days=kind.return_days)
    return Flight(
        draft.id,
        draft.name,
        slot.vehicle_type,
        Standing.DOCKED if dock < 0 else Standing.PLANNED,
        launch_on,
        dock_on,
        undock_on,
        land_on,
        calls=(PortCall(slot.ports[draft.season % len(slot.ports)], dock_on),),
        published=Published(launch_on, dock_on, undock_on, land_on),
        line=slot.line,
        pad=slot.pad,
        crew=tuple(f"{draft.id}-{number + 1}" for number in range(len(slot.crew))),
    )


def _on(day: int) -> date:
    return AS_OF + timedelta(days=day)


def _people(flight: Flight) -> Iterator[Person]:
    slot = next(s for s in RICH if s.vehicle_type == flight.vehicle_type and s.line == flight.line)
    for person, agency in zip(flight.crew, slot.crew, strict=True):
        yield Person(person, person.replace("-", " ").title(), agency)


def _travellers(flight: Flight) -> Iterator[Traveller]:
    for person in flight.crew:
        yield Traveller(
            person=person,
            up=flight.id,
            down=flight.id,
            is_aboard=flight.has_launched,
            launched_on=flight.launch_on,
            planned_to_on=flight.land_on,
            seat_in=flight.id if flight.has_launched else None,
        )


def _past(flight: Flight) -> Iterator[PastEvent]:
    if flight.has_launched:
        yield PastEvent(flight.id, "launch", flight.launch_on, flight.pad)
        yield PastEvent(flight.id, "dock", flight.dock_on)


def _windows(seasons: int, flights: list[Flight]) -> Iterator[WindowFact]:
    """Close days on which no flight is published to move; light the published landings."""
    for season in range(1, seasons):
        start = _start(season)
        for day, length in CUTOUTS if season <= CUTOUT_SEASONS else ():
            yield _window("beta-cutout", station().id, start + day, start + day + length)
        for day in SPACEWALKS if season <= SPACEWALK_SEASONS else ():
            yield _window("eva", station().id, start + day, start + day + 1)
    for flight in flights:
        if flight.line == "soyuz":
            land = (flight.land_on - AS_OF).days
            first, end = land - LANDING_ROOM_DAYS, land + LANDING_ROOM_DAYS
            yield _window("lit-landing", flight.vehicle_type, first, end)


def _window(kind: str, subject: str, first: int, end: int) -> WindowFact:
    return WindowFact(kind, subject, _on(first), _on(end), AS_OF - timedelta(days=1))
