"""The shipped folder as rows, and what was flown by it.

The reader here is its own, so that a fault of ``scheduler.intake`` cannot hide one of the seeds.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds" / "iss"
COURSE = ("launch", "dock", "relocate", "undock", "land")
LOST = {
    *("progress-m-12m", "progress-m-27m", "progress-ms-04", "crs-7", "orb-3"),
    "soyuz-ms-10",
}
LAST_DAY = date(2026, 7, 27)  # the day after the last event of the raw lists
EVER = date(9999, 1, 1)

Row = dict[str, str]


class PortStay(NamedTuple):
    """A ship on a port; the ends are instants or days as written, which sort as text."""

    port: str
    start: str
    end: str
    flight_id: str


class Stay(NamedTuple):
    """One stay of one person: the flights up and down; none down while still up there."""

    person_id: str
    up: str
    down: str


@cache
def rows_of(name: str) -> list[Row]:
    """Read all rows of one shipped file."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def day_of(row: Row) -> date:
    """Give the UTC day of an event."""
    return date.fromisoformat(row["at"][:10])


def days_between(start: date, end: date) -> list[date]:
    """List the days from ``start`` up to ``end``, which is not included."""
    return [start + timedelta(days=n) for n in range((end - start).days)]


@cache
def flown() -> dict[str, list[Row]]:
    """Give the actual events of each flight, in file order."""
    found: dict[str, list[Row]] = {}
    for row in rows_of("events"):
        if row["status"] == "actual":
            found.setdefault(row["flight_id"], []).append(row)
    return found


@cache
def day_flown(flight_id: str, event: str) -> date | None:
    """Give the day of an actual event; none where it has not happened."""
    rows = flown().get(flight_id, [])
    return next((day_of(row) for row in rows if row["event"] == event), None)


@cache
def types() -> dict[str, str]:
    """Give the vehicle type of each flight."""
    return {row["flight_id"]: row["vehicle_type"] for row in rows_of("flights")}


def port_stays() -> list[PortStay]:
    """Follow each ship over its ports as flown, sorted by port and time."""
    stays = []
    for flight_id, rows in flown().items():
        calls = [row for row in rows if row["event"] in ("dock", "relocate")]
        ends = [row["at"] for row in calls[1:]]
        ends.append(next((row["at"] for row in rows if row["event"] == "undock"), "9999"))
        for call, end in zip(calls, ends, strict=bool(calls)):
            stays.append(PortStay(call["port"], call["at"], end, flight_id))
    return sorted(stays)


@cache
def stays() -> list[Stay]:
    """List the stays of all people as flown, without those that never arrived."""
    legs: dict[str, dict[str, set[str]]] = {}
    for row in rows_of("crew"):
        if row["status"] == "actual" and row["flight_id"] not in LOST:
            sides = legs.setdefault(row["person_id"], {"up": set(), "down": set()})
            sides[row["leg"]].add(row["flight_id"])
    return [
        Stay(person_id, up, _way_down(up, sides))
        for person_id, sides in sorted(legs.items())
        for up in sorted(sides["up"], key=_launched)
    ]


def _way_down(up: str, sides: dict[str, set[str]]) -> str:
    """Name the ship that brought somebody home: one named before they went up again, or theirs."""
    next_up = min((d for one in sides["up"] if (d := _launched(one)) > _launched(up)), default=EVER)
    for down in sides["down"]:
        if _launched(up) < (day_flown(down, "land") or EVER) <= next_up:
            return down
    return up if day_flown(up, "land") else ""


def _launched(flight_id: str) -> date:
    day = day_flown(flight_id, "launch")
    assert day is not None, flight_id
    return day


@cache
def aboard() -> dict[date, list[Stay]]:
    """List who is aboard at the end of each day: docked by then, not undocked."""
    found: dict[date, list[Stay]] = {}
    for stay in stays():
        start = day_flown(stay.up, "dock")
        end = day_flown(stay.down, "undock") or LAST_DAY
        assert start is not None, stay
        for day in days_between(start, end):
            found.setdefault(day, []).append(stay)
    return found
