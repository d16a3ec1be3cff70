"""The ids that facts may name: those of the station, and those of the folder itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scheduler.domain import Grade, Station, VehicleType
from scheduler.intake.spelling import listed, near, nearest
from scheduler.intake.table import Table

MOST_LISTED = 9  # more words than these help nobody


@dataclass(frozen=True)
class Known:
    """The words that a field may hold.

    ``words`` is none when the file that should give them is damaged: then any word will do, so
    that one fault is not told again in every row.
    """

    noun: str
    words: frozenset[str] | None
    home: str = ""

    def fault(self, given: str) -> str | None:
        """Say what is wrong with a word and what to give instead; none when it is known."""
        if self.words is None or given in self.words:
            return None
        meant = nearest(given, self.words)
        told = f"no {self.noun} {given!r}."
        if meant is not None:
            return f"{told} Did you mean {meant!r}?"
        if self.words and len(self.words) <= MOST_LISTED:
            return f"{told} Give {listed(sorted(self.words))}."
        return f"{told} Give one of {self.home}."

    def candidates(self, given: str) -> Iterable[str]:
        """List what a word may stand for: itself, else all that is near; anything when empty."""
        if self.words is None or given in self.words:
            return (given,)
        return near(given, self.words) if given else self.words


@dataclass(frozen=True)
class Names:
    """All ids of one station and one fact folder; ``type_of`` gives the type of a flight."""

    people: Known
    flights: Known
    vehicle_types: Known
    lines: Known
    pads: Known
    ports: Known
    outage_subjects: Mapping[str, Known]
    window_subjects: Known
    station: Station
    type_of: Mapping[str, VehicleType]


LEGS = Known("leg", frozenset({"up", "down"}))
OUTAGE_KINDS = Known("kind of outage", frozenset({"pad", "port", "launcher"}))
WINDOW_KINDS = Known(
    "kind of window", frozenset({"lit-landing", "launch-days", "beta-cutout", "eva"})
)
GRADES = Known("grade", frozenset(Grade.__members__))


def gather(station: Station, people: Table, flights: Table) -> Names:
    """Gather the ids of a station and of the two files that give ids."""
    home = f"station {station.id}"
    types = station.vehicle_types
    launchers = {kind.launcher for kind in types.values() if kind.launcher}
    pads = Known("pad", frozenset(station.pads), home)
    ports = Known("port", frozenset(station.ports), home)
    flown = _ids("flight", flights, "flight_id")
    subjects = None
    if flown.words is not None:
        subjects = flown.words.union(types, station.pads, {station.id})
    return Names(
        people=_ids("person", people, "person_id"),
        flights=flown,
        vehicle_types=Known("vehicle type", frozenset(types), home),
        lines=Known("line", frozenset(station.lines), home),
        pads=pads,
        ports=ports,
        outage_subjects={
            "pad": pads,
            "port": ports,
            "launcher": Known("launcher", frozenset(launchers), home),
        },
        window_subjects=Known(
            "station, vehicle type, flight or pad", subjects, f"{home} or {flights.place}"
        ),
        station=station,
        type_of={
            row.text("flight_id"): types[row.text("vehicle_type")]
            for row in flights.rows
            if row.text("vehicle_type") in types
        },
    )


def _ids(noun: str, table: Table, column: str) -> Known:
    words: Iterable[str] = (row.text(column) for row in table.rows)
    return Known(noun, None if column in table.absent else frozenset(words), table.place)
