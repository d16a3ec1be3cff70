"""The traffic of the worlds: which kinds of ship come in a season, when, where to, with whom.

All days are counted from ``AS_OF``. Two lines of crew ships relieve one another; a world of one
line has the first of them only, and one of three lines has a third with ports of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from scheduler.domain import Line, Port, Station, WindowFact
from scheduler.settings import read_station

STATION = Path(__file__).resolve().parents[3] / "config" / "stations" / "iss.yaml"
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
ANNEX = ("annex-forward", "annex-zenith")
SOYUZ_CREW = ("Roscosmos", "Roscosmos", "NASA")
DRAGON_CREW = ("NASA", "NASA", "JAXA", "Roscosmos")
STARLINER_CREW = ("NASA", "NASA", "ESA", "CSA")
VISIT_CREW = ("NASA", "ESA", "ESA", "CSA")

LINES = (
    Slot("Soyuz", "soyuz-ms", 4, (RASSVET, PRICHAL), "baikonur-31", None, "soyuz", SOYUZ_CREW),
    Slot("Dragon", "crew-dragon", 70, (FORWARD, ZENITH), "lc-39a", None, "dragon", DRAGON_CREW),
    Slot("Starliner", "starliner", 168, ANNEX, "slc-41", None, "starliner", STARLINER_CREW),
)
MOST_LINES = len(LINES)
OTHERS = (
    Slot("Progress A", "progress-ms", 31, ("poisk-zenith",), "baikonur-31", 172),
    Slot("Cygnus", "cygnus-xl", 40, ("unity-nadir",), "slc-40", 118, every=2),
    Slot("HTV", "htv", 50, ("harmony-nadir",), "slc-41", 65, every=2),
    Slot("CRS", "cargo-dragon", 89, (ZENITH, FORWARD), "slc-40", 35),
    Slot("Progress B", "progress-ms", 112, ("zvezda-aft",), "baikonur-31", 172),
    Slot("Visit", "crew-dragon", 146, (ZENITH, FORWARD), "lc-39a", 10, crew=VISIT_CREW, every=2),
)

THIRD_LINE = Line("starliner", wished_handover_days=5, least_handover_days=2)  # as Dragon; assumed
FOUR_MORE = {"most_aboard": 15, "long_term": 11}  # the numbers of HO-3, and a crew of four; assumed


@cache
def station(lines: int = 2) -> Station:
    """Read the shipped station, with the ports of the day; a third line brings its own."""
    found = read_station(STATION).between(AS_OF, date.max)
    if lines < MOST_LINES:
        return found
    annex = {port: Port(port, "USOS", (LINES[2].vehicle_type,)) for port in ANNEX}
    return replace(
        found,
        ports={**found.ports, **annex},
        lines={**found.lines, THIRD_LINE.id: THIRD_LINE},
        rules={**found.rules, "HO-3": {**found.rules["HO-3"], **FOUR_MORE}},
    )


def slots(lines: int, *, is_rich: bool) -> tuple[Slot, ...]:
    """List the slots of a season: so many lines, and all other traffic where it is rich."""
    return (*LINES[:lines], *(OTHERS if is_rich else ()))


def season_start(season: int) -> int:
    """Give the day on which a season begins."""
    return FIRST_DAY + SEASON_DAYS * season


def on(day: int) -> date:
    """Give the date of a day."""
    return AS_OF + timedelta(days=day)


def window(kind: str, subject: str, first: int, end: int) -> WindowFact:
    """Make a calendar window over ``[first, end)``."""
    return WindowFact(kind, subject, on(first), on(end), AS_OF - timedelta(days=1))
