"""Facts in the making: a few flights, and what leaves people without a settled seat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Health,
    HealthFact,
    Person,
    SeatFact,
    Station,
    Status,
    WindowFact,
)
from tests.builders import Trip
from tests.referee.stations import KITE, day

KNOWN_ON = "2029-01-01"
CREWS = {
    "kite-0": ("tom", "una"),
    "kite-1": ("ann", "bob", "cem"),
    "kite-2": ("dan", "eva", "fay"),
    "kite-3": ("gus", "hal", "ida"),
    "kite-4": ("jan", "kim", "lou"),
    "kite-5": ("quin", "rex", "sal"),
    "gull-1": ("mia", "ned"),
    "gull-2": ("oda", "pia"),
}
SPARE = (Person("vic", "Vic", ""), Person("wes", "Wes", ""))
"""People who fly only where a what-if adds a flight."""


@dataclass
class Draft:
    """Facts in the making: trips by flight, and what is laid over the problem afterwards."""

    random: Random
    station: Station
    length: int
    trips: dict[str, Trip] = field(default_factory=dict)
    downs: list[CrewFact] = field(default_factory=list)
    events: list[EventFact] = field(default_factory=list)
    health: list[HealthFact] = field(default_factory=list)
    windows: list[WindowFact] = field(default_factory=list)
    seats: list[SeatFact] = field(default_factory=list)
    relieves: dict[str, str] = field(default_factory=dict)

    def add_trip(self, flight: str, *, flown: int, launch: int, people: int, port: str) -> None:
        """Add a flight with a usual course: about a life from launch to landing, or less."""
        kind = self.station.vehicle_types[flight.split("-")[0]]
        transit, back = next(iter(kind.transit_days.values())), kind.return_days
        dock = launch + transit
        most = launch + min(edition.days for edition in kind.life) - back
        undock = max(dock + 1, most - self.random.choice((0, 1, 1, 2, 3)))
        self.trips[flight] = Trip(
            flight=flight,
            days=tuple(day(n).isoformat() for n in (launch, dock, undock, undock + back)),  # type: ignore[arg-type]
            port=port,
            vehicle_type=kind.id,
            line=kind.id if kind.seats else None,
            crew=CREWS.get(flight, ())[: min(people, kind.seats)],
            flown=flown,
            known_on=KNOWN_ON,
        )

    def port_for(self, kind: str) -> str:
        """Pick a port that fits, the later of two more often when the first may be taken."""
        fitting = self.station.ports_for(kind)
        taken = {trip.port for trip in self.trips.values() if trip.flown}
        free = [port for port in fitting if port not in taken]
        return self.random.choice(free or fitting)


def land_elsewhere(draft: Draft) -> None:
    """Publish another ship home for somebody."""
    kinds = draft.station.vehicle_types
    for trip in draft.trips.values():
        is_strange = draft.random.random() < 0.15  # a ship for which they are not fitted
        others = [
            t.flight
            for t in draft.trips.values()
            if t is not trip
            and kinds[t.vehicle_type].seats
            and (is_strange or kinds[t.vehicle_type].fitted == kinds[trip.vehicle_type].fitted)
        ]
        if trip.crew and others and draft.random.random() < 0.6:
            flight, person = draft.random.choice(others), draft.random.choice(trip.crew)
            known_on = date.fromisoformat(KNOWN_ON)
            draft.downs.append(CrewFact(flight, person, "down", "", Status.PLANNED, known_on))
            return


def break_ship(draft: Draft) -> None:
    """Record that a ship is not well."""
    flight = draft.random.choice([t.flight for t in draft.trips.values() if t.crew])
    health = draft.random.choice(list(Health))
    seats = draft.random.choice((None, 0, 1, 2))
    from_on = day(draft.random.choice((-1, -1, 0, 2, 4)))
    draft.health.append(HealthFact(flight, from_on, health, seats, day(-1)))
    if draft.random.random() < 0.4:
        healed_on = from_on + timedelta(days=draft.random.choice((1, 3)))
        state = draft.random.choice((Health.NOMINAL, Health.RESTRICTED))
        draft.health.append(HealthFact(flight, healed_on, state, None, day(-1)))


def _move_seat(draft: Draft) -> None:
    """Record that somebody's seat is in another ship since yesterday."""
    docked = [t for t in draft.trips.values() if t.flown == 2 and t.crew]
    if len(docked) > 1:
        donor, taker = draft.random.sample(docked, 2)
        person = draft.random.choice(donor.crew)
        draft.seats.append(SeatFact(person, taker.flight, day(-1), "G1", day(-1)))


def _publish_relocation(draft: Draft) -> None:
    """Publish that a ship goes to another port."""
    trip = draft.random.choice(list(draft.trips.values()))
    dock, undock = (date.fromisoformat(trip.days[place]) for place in (1, 2))
    ports = [p for p in draft.station.ports_for(trip.vehicle_type) if p != trip.port]
    days = [on for on in (day(n) for n in range(draft.length + 2)) if dock < on < undock]
    if ports and days:
        port, on = draft.random.choice(ports), draft.random.choice(days)
        known_on = date.fromisoformat(KNOWN_ON)
        row = EventFact(trip.flight, Event.RELOCATE, port, on, Status.PLANNED, known_on)
        draft.events.append(row)


def _relieve_another(draft: Draft) -> None:
    """Record that a crew relieves another ship than the one before it."""
    later, earlier = draft.random.sample(sorted(draft.trips), 2)
    draft.relieves[later] = earlier


def _open_window(draft: Draft) -> None:
    """Record a window for launches, landings or dynamic events."""
    kind = draft.random.choice(("lit-landing", "launch-days", "beta-cutout", "eva"))
    subject = draft.random.choice((*draft.trips, KITE, "tiny", "pad-k"))
    first = draft.random.choice((-2, 0, 1, 3))
    to_on = draft.random.choice((None, day(first + 1), day(first + 3), day(first + 4)))
    if kind in ("beta-cutout", "eva"):
        to_on = day(first + draft.random.choice((1, 2)))
    draft.windows.append(WindowFact(kind, subject, day(first), to_on, day(-2)))


def _abort(draft: Draft) -> None:
    """Record that a flight was lost on its way up, its crew safe."""
    draft.add_trip("kite-0", flown=0, launch=-1, people=2, port="east")
    row = EventFact("kite-0", Event.ABORT, None, day(-1), Status.ACTUAL, day(-1))
    draft.events.append(row)


FACT_CHANGES: tuple[Callable[[Draft], None], ...] = (
    land_elsewhere,
    break_ship,
    break_ship,
    _move_seat,
    _publish_relocation,
    _open_window,
    _relieve_another,
    _abort,
)
