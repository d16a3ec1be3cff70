"""From what ships did to a whole plan: who was aboard, in which seat, and who relieved whom.

Nothing is decided here and no rule is asked: it is what a plan says of itself, for dates that
somebody else gives. A plan of ours is put together by the solver's own decoder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from scheduler.domain import (
    AboardSpan,
    Flight,
    FlightPlan,
    Grade,
    Plan,
    PortStay,
    Problem,
    SeatFact,
    SeatSpan,
    Standing,
    Stay,
    changes,
    each_day,
    handovers_of,
    life_use,
)

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Voyage:
    """The days and ports of one flight, and who went up and came down in it."""

    launch_on: date
    dock_on: date
    undock_on: date
    land_on: date
    ports: tuple[PortStay, ...]
    crew_up: tuple[str, ...]
    crew_down: tuple[str, ...]


Moves = Mapping[str, Sequence[SeatFact]]
"""The seats that were moved, by person, the earliest first."""


def completed(problem: Problem, voyages: Mapping[str, Voyage], moves: Moves) -> Plan:
    """Complete a plan from the voyages of a problem's flights.

    Parameters
    ----------
    voyages
        By flight; one without a voyage does not fly before ``until``.
    moves
        Seats that were moved; who has none sits in the ship they came up in.
    """
    known = (*problem.flights.values(), *problem.cancelled)
    flights = {flight.id: _flight(problem, flight, voyages.get(flight.id)) for flight in known}
    stays = tuple(_stays(problem, flights, voyages))
    return Plan(
        flights=tuple(flights.values()),
        stays=stays,
        seats=tuple(_Seating(problem, flights, moves).spans(stays)),
        handovers=tuple(handovers_of(flights.values(), problem)),
        aboard=tuple(_aboard(problem, stays)),
    )


def _flight(problem: Problem, flight: Flight, voyage: Voyage | None) -> FlightPlan:
    told = flight.published.days
    if voyage is None:
        is_lost = flight.standing is Standing.CANCELLED or flight.is_optional
        status = "cancelled" if is_lost else "waiting"
        return FlightPlan(
            flight=flight.id,
            vehicle_type=flight.vehicle_type,
            status=status,
            launch_on=None,
            dock_on=None,
            undock_on=None,
            land_on=None,
            hull=flight.hull,
            published=told,
            changed=() if is_lost else ("launch",),
        )
    planned = FlightPlan(
        flight=flight.id,
        vehicle_type=flight.vehicle_type,
        status="planned" if flight.is_ahead else "docked",
        launch_on=voyage.launch_on,
        dock_on=voyage.dock_on,
        undock_on=voyage.undock_on,
        land_on=voyage.land_on,
        ports=voyage.ports,
        crew_up=tuple(sorted(flight.crew if flight.has_launched else voyage.crew_up)),
        crew_down=tuple(sorted(voyage.crew_down)),
        hull=flight.hull,
        published=told,
        life=life_use(problem, flight.id, voyage.launch_on, voyage.land_on),
    )
    return replace(planned, changed=changes(planned, flight, problem))


def _stays(
    problem: Problem, flights: Mapping[str, FlightPlan], voyages: Mapping[str, Voyage]
) -> Iterator[Stay]:
    up_in = {person: ship for ship, one in voyages.items() for person in one.crew_up}
    down_in = {person: ship for ship, one in voyages.items() for person in one.crew_down}
    for person, traveller in sorted(problem.travellers.items()):
        up = traveller.up if traveller.is_aboard else up_in.get(person)
        down = flights.get(down_in.get(person) or "") if up else None
        came = flights.get(up or "")
        docked_on = came.dock_on if came else None
        launched_on = came.launch_on if came else None
        if traveller.is_aboard:
            launched_on, docked_on = traveller.launched_on, problem.any_flight(traveller.up).dock_on
        land_on, planned_on = down.land_on if down else None, traveller.planned_to_on
        extension = None
        if traveller.is_aboard and land_on and planned_on:
            extension = max(0, (land_on - planned_on).days)
        yield Stay(
            person=person,
            up=up,
            down=down.flight if down else None,
            from_on=docked_on,
            to_on=down.undock_on if down else None,
            days=(land_on - launched_on).days if land_on and launched_on else None,
            planned_to_on=planned_on,
            extension_days=extension,
        )


class _Seating:
    """Says where everybody sat, and at which grade, day by day."""

    def __init__(self, problem: Problem, flights: Mapping[str, FlightPlan], moves: Moves) -> None:
        self._problem = problem
        self._flights = flights
        self._moves = moves
        self._places = cache(problem.places_on)

    def spans(self, stays: Sequence[Stay]) -> Iterator[SeatSpan]:
        """Walk the seats person by person, each cut where ship or grade changes."""
        by_person: dict[str, list[SeatSpan]] = {stay.person: [] for stay in stays}
        for day in each_day(self._problem.as_of, self._problem.until):
            places = {
                stay.person: self._place(stay, day) for stay in stays if stay.is_aboard_on(day)
            }
            for person, (ship, grade) in self._graded(places, day):
                _lengthen(by_person[person], SeatSpan(person, ship, day, day + DAY, grade))
        for person in sorted(by_person):
            yield from by_person[person]

    def _place(self, stay: Stay, day: date) -> str | None:
        """Name the ship that somebody's seat was last moved to, if it is there."""
        traveller = self._problem.travellers[stay.person]
        place = traveller.seat_in if traveller.is_aboard else stay.up
        for moved in self._moves.get(stay.person, ()):
            if stay.from_on and stay.from_on <= moved.from_on <= day:
                place = moved.flight
        flight = self._flights.get(place or "")
        return place if flight is not None and flight.is_docked_on(day) else None

    def _graded(
        self, places: Mapping[str, str | None], day: date
    ) -> Iterator[tuple[str, tuple[str | None, Grade]]]:
        """Grade the places of one day: in each ship those fitted for it first, then by id.

        A ship for emergencies holds so many; beyond them there is no seat. A sound ship with
        more people than places is left as it is told: a rule forbids it.
        """
        taken = Counter[str]()
        for person in sorted(places, key=lambda one: (not self._fits(one, places[one]), one)):
            ship = places[person]
            if ship is None:
                yield person, (None, Grade.G4)
                continue
            room, taken[ship] = self._places(ship, day), taken[ship] + 1
            if room.total - room.improvised == 0 or taken[ship] > room.emergency > 0:
                yield person, (None, Grade.G4)
            elif room.emergency:
                yield person, (ship, Grade.G3)
            elif taken[ship] > room.certified:
                yield person, (ship, Grade.G2)
            else:
                yield person, (ship, Grade.G0 if self._fits(person, ship) else Grade.G1)

    def _fits(self, person: str, ship: str | None) -> bool:
        return ship is None or self._problem.is_fitted(person, ship)


def _lengthen(spans: list[SeatSpan], now: SeatSpan) -> None:
    """Add a day to the last span where nothing but the day differs."""
    if spans and spans[-1] == replace(now, from_on=spans[-1].from_on, to_on=now.from_on):
        spans[-1] = replace(spans[-1], to_on=now.to_on)
    else:
        spans.append(now)


def _aboard(problem: Problem, stays: Sequence[Stay]) -> Iterator[AboardSpan]:
    """Count the people aboard by segment, each span cut where the count changes."""
    homes = {stay.person: problem.home_segment(stay.person) for stay in stays}
    last: AboardSpan | None = None
    for day in each_day(problem.as_of, problem.until):
        aboard = Counter(homes[stay.person] for stay in stays if stay.is_aboard_on(day))
        by_segment = {name: aboard[name] for name in problem.station.segments}
        if last is not None and last.by_segment == by_segment:
            last = replace(last, to_on=day + DAY)
            continue
        if last is not None:
            yield last
        last = AboardSpan(day, day + DAY, sum(by_segment.values()), by_segment)
    if last is not None:
        yield last
