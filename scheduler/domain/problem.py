"""A planning problem: one station, one horizon, everything known, everything demanded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Self

from scheduler.domain.demand import Demand, DemandKind, HealthSpan, Outage
from scheduler.domain.fact import Health, HealthFact, Person, WindowFact
from scheduler.domain.flight import Flight, Traveller
from scheduler.domain.plan import each_day
from scheduler.domain.relaxation import Relaxation
from scheduler.domain.seat import HealthState, Places, places
from scheduler.domain.station import LifeEdition, Station, VehicleType
from scheduler.domain.waiver import Override, Waiver


@dataclass(frozen=True)
class PastEvent:
    """A docking, undocking, relocation or launch behind us, kept for spacing and pads."""

    flight: str
    event: str
    on: date
    pad: str | None = None


@dataclass(frozen=True)
class Problem:
    """What is to be planned in ``[as_of, until)``; the past is frozen.

    ``flights`` are those that the plan decides on, in order of id: docked, on the way or due
    before ``until``. ``later`` are published beyond it, ``departed`` have gone home.
    ``travellers`` are all people aboard and all crews due before ``until``, by person.
    """

    title: str
    station: Station
    as_of: date
    until: date
    flights: Mapping[str, Flight]
    later: tuple[Flight, ...] = ()
    departed: Mapping[str, Flight] = field(default_factory=dict)
    cancelled: tuple[Flight, ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    travellers: Mapping[str, Traveller] = field(default_factory=dict)
    health_facts: tuple[HealthFact, ...] = ()
    health_spans: tuple[HealthSpan, ...] = ()
    outages: tuple[Outage, ...] = ()
    windows: tuple[WindowFact, ...] = ()
    past_events: tuple[PastEvent, ...] = ()
    demands: tuple[Demand, ...] = ()
    opened: frozenset[tuple[str, str]] = frozenset()
    overrides: tuple[Override, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    goals: tuple[str, ...] = ()
    least_grade: str = "G4"
    least_grade_at: str = ""

    def with_waiver(self, waiver: Waiver) -> Self:
        """Give the same problem with one waiver more."""
        return replace(self, waivers=(*self.waivers, waiver))

    def relaxed(self, relaxation: Relaxation) -> Self:
        """Give the same problem with the waivers of a relaxation and the demands it moves."""
        moved = {demand.key: demand for demand in relaxation.moved}
        return replace(
            self,
            waivers=(*self.waivers, *relaxation.waived),
            demands=tuple(moved.get(demand.key, demand) for demand in self.demands),
        )

    def type_of(self, flight_id: str) -> VehicleType:
        """Give the vehicle type of a flight, also of one that has left or comes later."""
        return self.station.vehicle_types[self.any_flight(flight_id).vehicle_type]

    def any_flight(self, flight_id: str) -> Flight:
        """Find a flight wherever it stands."""
        return self._everywhere[flight_id]

    def name_of(self, subject: str) -> str:
        """Name whoever or whatever a rule or demand is about, as the public does."""
        if subject in self.people:
            return self.people[subject].name
        if subject in self._everywhere:
            return self._everywhere[subject].name
        return self.station.name if subject == self.station.id else subject

    @cached_property
    def _everywhere(self) -> dict[str, Flight]:
        others = (*self.later, *self.departed.values(), *self.cancelled)
        return {flight.id: flight for flight in (*others, *self.flights.values())}

    def seats(self, flight_id: str) -> int:
        """Count the seats of a ship: its own number where one is given, else its type's."""
        own = self.any_flight(flight_id).seats
        return self.type_of(flight_id).seats if own is None else own

    def line_of(self, line: str) -> tuple[Flight, ...]:
        """List the flights of a line in published order, with those to come after ``until``."""
        return self._lines.get(line, ())

    @cached_property
    def _lines(self) -> dict[str, tuple[Flight, ...]]:
        known = (*self.departed.values(), *self.flights.values(), *self.later)
        found: dict[str, tuple[Flight, ...]] = {}
        for flight in sorted(known, key=lambda flight: (flight.launch_on, flight.id)):
            if flight.line is not None:
                found[flight.line] = (*found.get(flight.line, ()), flight)
        return found

    def relieved_by(self, flight: Flight) -> Flight | None:
        """Name the flight whose crew this one relieves: as the facts say, else the one before."""
        if flight.relieves in self._everywhere:
            return self._everywhere[flight.relieves]
        return self._before_in_line.get(flight.id)

    @cached_property
    def _before_in_line(self) -> dict[str, Flight]:
        """Name the flight before each in its line; the first has none."""
        pairs = (pair for members in self._lines.values() for pair in pairwise(members))
        return {after.id: before for before, after in pairs}

    def segment_of(self, person: str) -> str | None:
        """Name the segment a person works for; none for agencies that no segment names."""
        return self.station.segment_of(self.people[person].agency)

    def home_segment(self, person: str) -> str:
        """Name the segment a person counts to: their agency's, else that of their ship's ports."""
        named = self.segment_of(person)
        if named is not None:
            return named
        ports = self.station.ports_for(self.any_flight(self.travellers[person].up).vehicle_type)
        return self.station.ports[ports[0]].segment

    def is_fitted(self, person: str, flight_id: str) -> bool:
        """Say whether a person has a liner or suit for a ship."""
        return self.type_of(flight_id).fitted in self.kinds_of(person)

    def kinds_of(self, person: str) -> frozenset[str | None]:
        """Name the kinds of seat a person is fitted for.

        That is the kind of the ship they came up in, and those that were brought up for them.
        """
        traveller = self.travellers[person]
        return frozenset(self.type_of(ship).fitted for ship in (traveller.up, *traveller.fitted_in))

    def health_on(self, flight_id: str, day: date) -> HealthState:
        """Give a ship's health on a day: what-ifs over facts, the later over the earlier."""
        state = HealthState()
        for fact in self.health_facts:
            if fact.flight == flight_id and fact.from_on <= day:
                state = HealthState(fact.health, fact.seats)
        for span in self.health_spans:
            is_over = span.to_on is not None and span.to_on <= day
            if span.flight == flight_id and span.from_on <= day and not is_over:
                state = HealthState(Health(span.health), span.seats)
        return state

    def places_on(self, flight_id: str, day: date) -> Places:
        """Count the places that a ship gives while docked on a day (LB-4, LB-5)."""
        if (flight_id, day) not in self._places:
            seats = self.seats(flight_id)
            emergency = self.bound("LB-4", "emergency_seats", flight_id, day) or 0
            found = places(self.health_on(flight_id, day), seats, max(seats, emergency))
            self._places[flight_id, day] = found
        return self._places[flight_id, day]

    @cached_property
    def _places(self) -> dict[tuple[str, date], Places]:
        """Remember what ``places_on`` found: it is asked of the same days again and again."""
        return {}

    def number(self, rule: str, number: str, subject: str) -> int | None:
        """Look up a rule's number for a subject, the more particular beating the general.

        A what-if for the subject, then for its type or line, then for all; then the subject's,
        type's or line's own number in the station file; then the rule's.
        """
        for name in (*self._names(subject), None):
            for override in reversed(self.overrides):
                if (override.rule, override.number, override.subject) == (rule, number, name):
                    return int(override.value)
        own = self._own_number(rule, number, subject)
        if own is not None:
            return own
        value = self.station.rules.get(rule, {}).get(number)
        return None if value is None else int(value)

    def waiver(self, rule: str, number: str, subject: str, day: date | None) -> Waiver | None:
        """Find the waiver that moves a bound; without a day, any that holds at some time."""
        for name in self._names(subject):
            for waiver in reversed(self.waivers):
                if (waiver.rule, waiver.number, waiver.subject) == (rule, number, name) and (
                    day is None or waiver.holds_on(day)
                ):
                    return waiver
        return None

    def is_waived_for_days(self, rule: str, number: str, subject: str) -> bool:
        """Say whether a waiver moves a number on some days only."""
        return any(
            (one.rule, one.number) == (rule, number)
            and one.subject in self._names(subject)
            and not (one.from_on is None and one.to_on is None)
            for one in self.waivers
        )

    def bound(self, rule: str, number: str, subject: str, day: date | None = None) -> int | None:
        """Look up a number as it binds: a waiver's where one holds, else the rule's."""
        waiver = self.waiver(rule, number, subject, day)
        return waiver.bound if waiver else self.number(rule, number, subject)

    def bounds_by_day(self, rule: str, number: str, subject: str) -> dict[date, int | None]:
        """Look up a number as it binds on each day of the horizon; it turns with waivers only."""
        inside = sorted(day for day in self.turning_days if self.as_of < day < self.until)
        bounds: dict[date, int | None] = {}
        for start, end in pairwise([self.as_of, *inside, self.until]):
            bound = self.bound(rule, number, subject, start)
            bounds.update(dict.fromkeys(each_day(start, end), bound))
        return bounds

    def life_editions(self, flight_id: str) -> tuple[LifeEdition, ...]:
        """List the certified lives of a ship by launch day, without waivers."""
        number = self.number("VL-1", "life_days", flight_id)
        if number is not None:
            return (LifeEdition(date.min, number),)
        return tuple(sorted(self.type_of(flight_id).life, key=lambda edition: edition.from_on))

    def life_days(self, flight_id: str, launch_on: date) -> int | None:
        """Give the certified life of a ship for a launch day, without waivers."""
        valid = [e for e in self.life_editions(flight_id) if e.from_on <= launch_on]
        return valid[-1].days if valid else None

    @cached_property
    def turning_days(self) -> frozenset[date]:
        """Name the days on which a health or a waiver begins or ends; in between all is alike."""
        days: set[date | None] = {fact.from_on for fact in self.health_facts}
        days |= {day for span in self.health_spans for day in (span.from_on, span.to_on)}
        days |= {day for waiver in self.waivers for day in (waiver.from_on, waiver.to_on)}
        return frozenset(day for day in days if day is not None)

    def demands_of(self, kind: DemandKind) -> Iterator[Demand]:
        """Walk the demands of one kind, in the order of the file."""
        return (demand for demand in self.demands if demand.kind is kind)

    def crews(self) -> dict[str, tuple[str, ...]]:
        """Give the crews still on the ground, by the flight that is published to bring them."""
        return {f.id: f.crew for f in self.flights.values() if f.is_ahead and f.crew}

    def aboard_at_start(self) -> tuple[Traveller, ...]:
        """List the people aboard, or on their way, on the morning of ``as_of``."""
        return tuple(t for t in self.travellers.values() if t.is_aboard)

    def _names(self, subject: str) -> tuple[str, ...]:
        flight = self._everywhere.get(subject)
        if flight is None:
            return (subject,)
        return tuple(name for name in (subject, flight.vehicle_type, flight.line) if name)

    def _own_number(self, rule: str, number: str, subject: str) -> int | None:
        station, flight = self.station, self._everywhere.get(subject)
        kind = station.vehicle_types[flight.vehicle_type] if flight else None
        line = station.lines.get((flight.line if flight else subject) or "")
        match rule, number:
            case ("LB-3", "transfer_days") | ("LB-4", "emergency_seats") | ("LB-7", "lead_days"):
                return int(getattr(kind, number)) if kind else None
            case ("TR-7", "turnaround_days") if subject in station.pads:
                return station.pads[subject].turnaround_days
            case ("HO-1", "least_handover_days" | "wished_handover_days") if line:
                return int(getattr(line, number))
            case ("HO-4", "least_crew") if subject in station.segments:
                return station.segments[subject].least_crew
        return None
