"""Flights and their events as they were flown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.seedmaking.raw import Flight, Row

NO_LINE = ("soyuz-ms-14", "soyuz-ms-20")  # an uncrewed test and a visit: they relieve nobody
# From the sixth person aboard to the last Soyuz before Dragon two lines ran side by side.
TWO_SIDE_BY_SIDE = ("soyuz-tma-15", "soyuz-ms-15")
RELIEVES = {"soyuz-ms-12": "soyuz-ms-08"}  # not the one that was lost


def flight_rows(flights: Sequence[Flight], pads: dict[str, Row]) -> Iterator[Row]:
    """Make the rows of ``flights.csv``; a hull stands with the pad, or in the notes."""
    relieves = dict(_relieves(flights))
    for flight in flights:
        pad = pads.get(flight.flight_id, {"pad": "", "hull": "", "source": ""})
        noted = re.search(r"Spacecraft (\w+) \(recalled\)", flight.notes)
        hull = pad["hull"] or (noted[1] if noted else "")
        relieved = relieves.get(flight.flight_id, "")
        told = (
            (f"pad {pad['source']}", pad["pad"]),
            ("hull recalled", hull),
            ("relieves derived from the order of flights", relieved),
        )
        yield {
            "flight_id": flight.flight_id,
            "name": flight.name,
            "vehicle_type": flight.vehicle_type,
            "line": _line(flight),
            "hull": hull,
            "pad": pad["pad"],
            "relieves": relieved,
            "source": "; ".join([flight.source, *(text for text, value in told if value)]),
        }


def _line(flight: Flight) -> str:
    if flight.vehicle_type.startswith("soyuz"):
        return "" if flight.flight_id in NO_LINE else "soyuz"
    return "dragon" if flight.flight_id.startswith("crew-") else ""


def _relieves(flights: Sequence[Flight]) -> Iterator[tuple[str, str]]:
    """Name the ship that each one relieves where that is not the one before it."""
    line = sorted((f for f in flights if _line(f) == "soyuz"), key=lambda f: f.day("launch"))
    ids = [flight.flight_id for flight in line]
    first, last = (ids.index(flight_id) for flight_id in TWO_SIDE_BY_SIDE)
    for place in range(first, last + 1):
        yield ids[place], RELIEVES.get(ids[place], ids[place - 2])


def event_rows(flight: Flight) -> Iterator[Row]:
    """Give the events of a flight as flown."""
    for step in flight.steps:
        yield {
            "flight_id": flight.flight_id,
            "event": step.event,
            "port": step.port,
            "at": step.at,
            "status": "actual",
            "source": step.source,
            "note": step.note,
        }
