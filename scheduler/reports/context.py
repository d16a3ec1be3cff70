"""What a report knows besides the run: the station, and names for ids."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from scheduler.domain import FlightPlan, Places, Plan, Run, Station
from scheduler.reports.layout import clean

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FLIGHT_ID = re.compile(r"[a-z0-9-]+-[0-9]+")


@dataclass(frozen=True)
class Context:
    """What a reporter may look up; everything is optional and makes the report say more.

    Parameters
    ----------
    station
        Groups ports by segment, tells ships for people from cargo ships.
    names
        Public names of people and flights, by id; an id without one stands for itself.
    crews
        The crews that were published to go up, by flight: with them the report says which
        ship a crew moves from.
    places
        Counts the places that a ship gives while docked on a day, as sound as it is then.
    created
        How many flights were created from each cadence, by its id.
    """

    station: Station | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    crews: Mapping[str, Sequence[str]] = field(default_factory=dict)
    places: Callable[[str, date], Places] | None = None
    created: Mapping[str, int] = field(default_factory=dict)

    def name(self, some_id: str) -> str:
        """Give the public name of a person, flight, port or the station; else the id."""
        if self.names.get(some_id, "").strip():
            return clean(self.names[some_id])
        if self.station and some_id == self.station.id:
            return clean(self.station.name)
        is_port = self.station and some_id in self.station.ports
        return self.port(some_id) if is_port else clean(some_id)

    def port(self, port: str) -> str:
        """Write a port's id as words, ``Rassvet nadir``."""
        return clean(port.replace("-", " ").capitalize())

    def named(self, text: str, subject: str = "") -> str:
        """Put public names for ids into a rule's own words: flights, ports, and its subject.

        Other people's ids stay: they could be words of the language.
        """
        ports = self.station.ports if self.station else {}
        ids = {some_id for some_id in self.names if _FLIGHT_ID.fullmatch(some_id)}
        ids |= {*ports, subject} - {""}
        return _ID.sub(lambda m: self.name(m[0]) if m[0] in ids else m[0], text)

    def segment(self, segment: str) -> str:
        """Name a segment, ``RS, Russian segment``."""
        known = self.station.segments.get(segment) if self.station else None
        return f"{known.id}, {known.name}" if known else clean(segment)


@dataclass(frozen=True)
class View:
    """A run as the sections of the report see it: short names are unique within it."""

    run: Run
    context: Context
    width: int

    @property
    def plan(self) -> Plan:
        """Give the plan; without one, a plan that says nothing."""
        return self.run.plan or Plan()

    def ship(self, flight: str | None) -> str:
        """Name a flight in full; ``none`` without one."""
        return "none" if flight is None else self.context.name(flight)

    def short_ship(self, flight: str | None) -> str:
        """Name a flight as briefly as this run allows, ``MS-22``."""
        return "none" if flight is None else self._short_ships.get(flight) or self.ship(flight)

    def person(self, person: str) -> str:
        """Name a person as briefly as this run allows, ``Rubio``."""
        return self._short_people.get(person) or self.context.name(person)

    def people(self, people: Iterable[str]) -> str:
        """Name people in a sentence, ``Petelin, Prokopyev and Rubio``."""
        return listed([self.person(person) for person in people])

    def carries_people(self, flight: FlightPlan) -> bool:
        """Say whether a ship is one for people: as its type says, else as its kind is used."""
        kinds = self.context.station.vehicle_types if self.context.station else {}
        if flight.vehicle_type in kinds:
            return kinds[flight.vehicle_type].carries_people
        return flight.vehicle_type in self._types_with_crew

    def compact_ship(self, flight: str) -> str:
        """Name a flight for a bar with next to no room, ``P25``; a key has to explain it."""
        short = self.short_ship(flight)
        number = short[len(short.rstrip("0123456789")) :]
        return short[0] + number if number else ""

    @cached_property
    def _types_with_crew(self) -> set[str]:
        return {f.vehicle_type for f in self.plan.flights if f.crew_up or f.crew_down}

    @cached_property
    def _short_ships(self) -> dict[str, str]:
        """Keep the last word where its stem is one family's own: ``MS-22``, but ``P MS-22``."""
        flights = {f.flight: self.carries_people(f) for f in self.plan.flights}
        families: dict[str, set[str]] = defaultdict(set)
        for flight in flights:
            family, last = _family_and_last(self.context.name(flight))
            families[_stem(last)].add(family)
        short = {}
        for flight, is_crewed in flights.items():
            family, last = _family_and_last(self.context.name(flight))
            is_shared = family and not is_crewed and len(families[_stem(last)]) > 1
            short[flight] = f"{family[0]} {last}" if is_shared else last
        return _unique(short, self.context.name)

    @cached_property
    def _short_people(self) -> dict[str, str]:
        plan, crews = self.plan, self.context.crews
        ids = dict.fromkeys(stay.person for stay in plan.stays)
        ids |= dict.fromkeys(seat.person for seat in plan.seats)
        ids |= dict.fromkeys(p for f in plan.flights for p in (*f.crew_up, *f.crew_down))
        ids |= dict.fromkeys(person for crew in crews.values() for person in crew)
        return short_people(ids, self.context)


def short_people(people: Iterable[str], context: Context) -> dict[str, str]:
    """Name people by their family names; those who share one with an initial, else in full."""
    names = {person: context.name(person) for person in people}
    families = {person: _family_name(name, person) for person, name in names.items()}
    shared = Counter(families.values())
    short = {
        person: family if shared[family] == 1 else f"{names[person][:1]}. {family}"
        for person, family in families.items()
    }
    return _unique(short, context.name)


def listed(words: Sequence[str]) -> str:
    """Join words for a sentence, ``a, b and c``."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _family_and_last(name: str) -> tuple[str, str]:
    """Split ``Soyuz MS-22`` (or the id ``soyuz-ms-22``) into family and the rest."""
    family, _, last = name.rpartition(" ")
    if not family and name.count("-") > 1:
        family, _, last = name.partition("-")
    return family, last


def _stem(word: str) -> str:
    return word.rstrip("0123456789").casefold()


def _family_name(name: str, person: str) -> str:
    """Find the words of a name that the id was made of: ids begin with the family name."""
    words = name.split()
    for start in reversed(range(len(words))):
        family = " ".join(words[start:])
        if person == _kebab(family) or person.startswith(_kebab(family) + "-"):
            return family
    return words[-1] if words else person


def _kebab(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def _unique(short: dict[str, str], full: Callable[[str], str]) -> dict[str, str]:
    """Fall back to the full name where a short one would stand for two."""
    counts = Counter(short.values())
    return {key: value if counts[value] == 1 else full(key) for key, value in short.items()}
