"""Writing: from courses, rides and seats to a plan with all that it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from scheduler.domain import (
    AboardSpan,
    Flight,
    FlightPlan,
    Grade,
    Handover,
    LifeUse,
    Plan,
    PortStay,
    Problem,
    SeatSpan,
    Stay,
    changes,
)
from tests.referee.counting import Counter
from tests.referee.courses import Course, Days, Fleet
from tests.referee.rides import Ride, Rides
from tests.referee.seating import AWAY, NO_SEAT, Seater, Seating


class Writer:
    """Writes plans of one problem."""

    def __init__(self, problem: Problem, counter: Counter, seater: Seater) -> None:
        """Keep what knows of stays and grades."""
        self._problem = problem
        self._days = Days(problem)
        self._counter = counter
        self._seater = seater

    def plan(self, fleet: Fleet, rides: Rides, seating: Seating, handovers: list[Handover]) -> Plan:
        """Write one plan."""
        flights = [self._flight(course, rides) for course in fleet.values()]
        flights += [self._grounded(flight, "cancelled") for flight in self._problem.cancelled]
        by_id = {flight.flight: flight for flight in flights}
        stays = tuple(self._stay(ride, by_id) for ride in rides)
        return Plan(
            flights=tuple(flights),
            stays=stays,
            seats=tuple(self._seats(fleet, rides, seating)),
            handovers=tuple(handovers),
            aboard=tuple(self._aboard(stays)),
        )

    def _flight(self, course: Course, rides: Rides) -> FlightPlan:
        flight, date_of = course.flight, self._days.date
        if not course.flies:
            return self._grounded(flight, "cancelled" if flight.is_optional else "waiting")
        planned = FlightPlan(
            flight=flight.id,
            vehicle_type=flight.vehicle_type,
            status="planned" if flight.is_ahead else "docked",
            launch_on=date_of(course.launch),
            dock_on=date_of(course.dock),
            undock_on=date_of(course.undock),
            land_on=date_of(course.land),
            ports=tuple(PortStay(p, date_of(a), date_of(b)) for p, a, b in course.ports),
            crew_up=_people(r.person for r in rides if r.up == flight.id),
            crew_down=_people(r.person for r in rides if r.down == flight.id),
            published=_published(flight),
            life=self._life(course),
        )
        if flight.has_launched:
            planned = replace(planned, crew_up=flight.crew)
        return replace(planned, changed=changes(planned, flight, self._problem))

    def _life(self, course: Course) -> LifeUse | None:
        limit = self._problem.life_days(course.id, self._days.date(course.launch))
        land_on = self._days.date(course.land)
        waiver = self._problem.waiver("VL-1", "life_days", course.id, land_on)
        if limit is None:
            return None
        most, used = waiver.bound if waiver else limit, course.land - course.launch
        return LifeUse(used, most, most - used)

    def _grounded(self, flight: Flight, status: str) -> FlightPlan:
        return FlightPlan(
            flight=flight.id,
            vehicle_type=flight.vehicle_type,
            status=status,
            launch_on=None,
            dock_on=None,
            undock_on=None,
            land_on=None,
            published=_published(flight),
            changed=("launch",) if status == "waiting" else (),
        )

    def _stay(self, ride: Ride, flights: dict[str, FlightPlan]) -> Stay:
        traveller = self._problem.travellers.get(ride.person)
        planned_to_on = traveller.planned_to_on if traveller else None
        if ride.up is None:
            return Stay(ride.person, None, None, None, None, None, planned_to_on, None)
        is_aboard = traveller is not None and traveller.is_aboard
        up = self._problem.any_flight(ride.up) if is_aboard else flights[ride.up]
        down = flights[ride.down] if ride.down else None
        days = extension = None
        if down is not None and down.land_on and up.launch_on:
            days = (down.land_on - up.launch_on).days
            if is_aboard and planned_to_on:
                extension = max(0, (down.land_on - planned_to_on).days)
        return Stay(
            person=ride.person,
            up=ride.up,
            down=ride.down,
            from_on=up.dock_on,
            to_on=down.undock_on if down else None,
            days=days,
            planned_to_on=planned_to_on,
            extension_days=extension,
        )

    def _seats(self, fleet: Fleet, rides: Rides, seating: Seating) -> Iterator[SeatSpan]:
        stays = self._counter.stays(fleet, rides)
        kept = [r for r in rides if r.up is not None and r.person not in seating.people]
        for ride in kept:
            start = max(0, stays[ride.person].start)
            end = min(self._days.length, stays[ride.person].stop)
            if start < end:
                from_on, to_on = self._days.date(start), self._days.date(end)
                yield SeatSpan(ride.person, ride.up, from_on, to_on, Grade.G0)
        for day, seats in enumerate(seating.days):
            on, next_on = self._days.date(day), self._days.date(day + 1)
            sitting: dict[str, list[str]] = {}
            for person, place in zip(seating.people, seats, strict=True):
                sitting.setdefault(place, []).append(person)
            for person in sitting.pop(NO_SEAT, ()):
                yield SeatSpan(person, None, on, next_on, Grade.G4)
            sitting.pop(AWAY, None)
            for ship, people in sitting.items():
                keep = sum(r.down == ship and day in stays[r.person] for r in kept)
                grades = self._seater.grades(ship, day, keep, people) or {}
                for person, grade in grades.items():
                    yield SeatSpan(person, ship, on, next_on, grade)

    def _aboard(self, stays: tuple[Stay, ...]) -> Iterator[AboardSpan]:
        for number in range(self._days.length):
            on = self._days.date(number)
            heads = dict.fromkeys(self._problem.station.segments, 0)
            for stay in stays:
                heads[self._problem.home_segment(stay.person)] += stay.is_aboard_on(on)
            yield AboardSpan(on, self._days.date(number + 1), sum(heads.values()), heads)


def _people(people: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(people))


def _published(flight: Flight) -> dict[str, date]:
    told = flight.published
    named = {
        "launch": told.launch_on,
        "dock": told.dock_on,
        "undock": told.undock_on,
        "land": told.land_on,
    }
    return {event: on for event, on in named.items() if on is not None}
