"""Counting: what a choice of courses and rides costs, seats left out; none if it is forbidden."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from scheduler.domain import Demand, DemandKind, Flight, Handover, Health, Problem, Standing
from tests.referee.courses import Course, Days, Fleet
from tests.referee.rides import Ride, Riders, Rides

Vector = tuple[int, ...]
FOREVER = 10_000
DIRECT, INDIRECT = DemandKind.DIRECT_HANDOVER, DemandKind.INDIRECT_HANDOVER


class Counter:
    """Counts in day numbers; the goals' own ``score`` is held against it for every best plan."""

    def __init__(self, problem: Problem, riders: Riders) -> None:
        """Keep the problem; counts of people aboard are kept, too."""
        self._problem = problem
        self._days = Days(problem)
        self._riders = riders
        self._missing: dict[tuple[tuple[str, range], ...], Vector | None] = {}

    def stays(self, fleet: Fleet, rides: Rides) -> dict[str, range]:
        """Give the days that everybody is aboard, of those who go up."""
        return {
            ride.person: range(
                self.dock(fleet, ride), fleet[ride.down].undock if ride.down else FOREVER
            )
            for ride in rides
            if ride.up is not None
        }

    def dock(self, fleet: Fleet, ride: Ride) -> int:
        """Give the day on which somebody's ship docks, or has docked."""
        assert ride.up is not None
        if ride.up in fleet:
            return fleet[ride.up].dock
        return self._days.number(self._problem.any_flight(ride.up).dock_on)

    def is_allowed(self, fleet: Fleet, rides: Rides) -> bool:
        """Leave out landings, stays and empty ships that the rules forbid."""
        return (
            all(self._may_leave(course, rides) for course in fleet.values() if course.flies)
            and all(self._is_length_allowed(fleet, ride) for ride in rides)
            and all(self._is_ready(course, rides) for course in fleet.values() if course.flies)
            and self._keep_days(fleet, rides)
            and all(self._is_relieved(fleet, rides, one) for one in self._wanted_handovers)
        )

    @cached_property
    def _wanted_handovers(self) -> list[Demand]:
        return [d for d in self._problem.demands if d.kind in (DIRECT, INDIRECT)]

    def _is_relieved(self, fleet: Fleet, rides: Rides, demand: Demand) -> bool:
        """Keep a demanded handover: both crews take part, in the demanded order."""
        course = fleet[demand.subject]
        if not course.flies or not _comes_crewed(course, rides):
            return False
        return any(
            one.outgoing == demand.flight and one.is_direct is (demand.kind is DIRECT)
            for one in self._relieved(fleet, rides, course)
        )

    def _may_leave(self, course: Course, rides: Rides) -> bool:
        people = sum(ride.down == course.id for ride in rides)
        on = self._days.date(course.undock)
        state = self._problem.health_on(course.id, on)
        if not state.may_leave_empty or people > self._problem.seats(course.id):
            return False
        if state.health is Health.NOMINAL or not people:
            return True
        certified = self._problem.places_on(course.id, on).certified
        return state.allows_planned_landing and people <= certified

    def _is_length_allowed(self, fleet: Fleet, ride: Ride) -> bool:
        if ride.up is None or ride.down is None:
            return True
        if fleet[ride.down].undock <= self.dock(fleet, ride):
            return False  # nobody leaves before they have come
        days = fleet[ride.down].land - self._launch(fleet, ride)
        least = self._problem.bound("CR-1", "least_days", ride.person) or 0
        most = self._problem.bound("CR-1", "most_days", ride.person)
        return days >= least and (most is None or days <= most)

    def _launch(self, fleet: Fleet, ride: Ride) -> int:
        traveller = self._problem.travellers.get(ride.person)
        if traveller is not None and traveller.is_aboard:
            return self._days.number(traveller.launched_on)
        assert ride.up is not None
        return fleet[ride.up].launch

    def _is_ready(self, course: Course, rides: Rides) -> bool:
        """Keep the lead time of a ship that replaces another."""
        flight = course.flight
        is_empty = not any(ride.up == course.id for ride in rides)
        if not flight.is_ahead or flight.has_readiness:
            return True
        if not (flight.is_added or (flight.crew and is_empty)):
            return True
        return course.launch >= (self._problem.bound("LB-7", "lead_days", course.id) or 0)

    def _keep_days(self, fleet: Fleet, rides: Rides) -> bool:
        of = {ride.person: ride for ride in rides}
        for demand in self._problem.demands:
            ride = of.get(demand.subject)
            if ride is None or demand.day is None:
                continue
            day = self._days.number(demand.day)
            if demand.kind is DemandKind.RETURN_BY and (
                ride.down is None or fleet[ride.down].land > day
            ):
                return False
            is_going = ride.up in fleet and fleet[ride.up].flight.is_ahead
            if demand.kind is DemandKind.UNAVAILABLE and ride.up and is_going:
                end = self._days.number(demand.to_on) if demand.to_on else FOREVER
                if day <= fleet[ride.up].launch < end:
                    return False
        return True

    def staffing(self, stays: dict[str, range]) -> Vector | None:
        """Count what each segment misses; none when the station is too empty or too full."""
        key = tuple(sorted(stays.items(), key=lambda item: item[0]))
        if key not in self._missing:
            self._missing[key] = self._count_missing(stays)
        return self._missing[key]

    def _count_missing(self, stays: dict[str, range]) -> Vector | None:
        problem, station = self._problem, self._problem.station
        missing = dict.fromkeys(station.segments, 0)
        long_term, most_days = self._long_term()
        crowded = 0
        for number in range(self._days.length):
            on = self._days.date(number)
            aboard = [person for person, days in stays.items() if number in days]
            least = problem.bound("CT-1", "least_aboard", station.id, on) or 0
            most = problem.bound("HO-3", "most_aboard", station.id, on)
            crowded = crowded + 1 if len(aboard) > long_term else 0
            is_too_full = crowded > most_days or (most is not None and len(aboard) > most)
            if is_too_full or len(aboard) < least:
                return None
            for segment in missing:
                own = sum(problem.home_segment(person) == segment for person in aboard)
                floor = problem.bound("HO-4", "least_crew", segment, on) or 0
                missing[segment] += max(0, floor - own)
        return tuple(missing.values())

    def _long_term(self) -> tuple[int, int]:
        """Give the long-term number of people and the days above it; no limit without both."""
        bounds = [
            self._problem.bound("HO-3", number, self._problem.station.id)
            for number in ("long_term", "most_days")
        ]
        people, days = (FOREVER if None in bounds else bound or 0 for bound in bounds)
        return people, days

    def change(self, fleet: Fleet, rides: Rides, *, has_ports: bool) -> Vector:
        """Count crews waiting, flights changed, and days moved; ports only where asked."""
        flown = {ride.person for ride in rides if ride.up is not None}
        waiting = sum(flown.isdisjoint(crew.crew) for crew in self._riders.crews)
        left = {
            self._problem.travellers[ride.person].up
            for ride in rides
            if ride.up is not None and ride.down is None
        }
        flights = days = 0
        for course in fleet.values():
            flight = course.flight
            launch, undock = self._numbers(flight)
            if course.flies:
                flights += self._is_changed(course, rides, has_ports)
                days += abs(course.launch - launch) + abs(course.undock - undock)
            elif not flight.is_optional:
                flights += 1
                days += self._days.length - launch
        return waiting + len(left), flights, days

    def _numbers(self, flight: Flight) -> tuple[int, int]:
        return self._days.number(flight.launch_on), self._days.number(flight.undock_on)

    def _is_changed(self, course: Course, rides: Rides, has_ports: bool) -> bool:
        flight = course.flight
        up = {ride.person for ride in rides if ride.up == course.id}
        down = {ride.person for ride in rides if ride.down == course.id}
        due_down = {t.person for t in self._problem.travellers.values() if t.down == course.id}
        return (
            (course.launch, course.undock) != self._numbers(flight)
            or (flight.is_ahead and up != set(flight.crew))
            or down != due_down
            or (has_ports and self._are_ports_changed(course))
        )

    def _are_ports_changed(self, course: Course) -> bool:
        calls = course.flight.calls
        ports = [port for port, _, _ in course.ports]
        moves = [self._days.number(call.from_on) for call in calls[1:]]
        is_same = ports == [call.port for call in calls] and course.moves == moves
        return bool(calls) and not is_same

    def handovers(self, fleet: Fleet, rides: Rides) -> list[Handover]:
        """Work out who relieves whom, ship by ship."""
        found: list[Handover] = []
        for course in fleet.values():
            if course.flight.line is None or not course.flies:
                continue
            if _comes_crewed(course, rides):
                found += self._relieved(fleet, rides, course)
            found += self._unrelieved(fleet, rides, course)
        return found

    def _relieved(self, fleet: Fleet, rides: Rides, course: Course) -> Iterator[Handover]:
        """Go back in line from a crew that comes, to the nearest ship that flies or has flown."""
        line, seen = course.flight.line or "", {course.id}
        before = self._problem.relieved_by(course.flight)
        while before is not None and before.id not in seen:
            seen.add(before.id)
            old = fleet.get(before.id)
            days = None
            if before.standing is Standing.DEPARTED:
                if course.flight.standing is not Standing.DOCKED:
                    days = self._days.number(before.undock_on) - course.dock
            elif old is not None and old.flies:
                if any(ride.down == old.id for ride in rides):
                    days = old.undock - course.dock
            else:
                before = self._problem.relieved_by(before)
                continue
            if days is not None:
                yield Handover(line, before.id, course.id, days > 0, abs(days))
            return

    def _unrelieved(self, fleet: Fleet, rides: Rides, course: Course) -> Iterator[Handover]:
        """Count the gap to ``until`` that a crew leaves when nobody of its line comes after."""
        line, key = course.flight.line or "", (course.flight.launch_on, course.id)
        after = [f for f in self._problem.line_of(line) if (f.launch_on, f.id) > key]
        comers = [fleet[f.id] for f in after if f.id in fleet and fleet[f.id].flies]
        is_followed = any(_comes_crewed(comer, rides) for comer in comers)
        leaves = course.undock < self._days.length and any(r.down == course.id for r in rides)
        if leaves and after and not is_followed:
            yield Handover(line, course.id, after[0].id, False, self._days.length - course.undock)

    def handover(self, handovers: list[Handover]) -> Vector | None:
        """Count days of gap and days short; none where an overlap is too short."""
        gap = short = 0
        for one in handovers:
            least = self._problem.bound("HO-1", "least_handover_days", one.incoming) or 0
            wished = self._problem.bound("HO-1", "wished_handover_days", one.incoming) or 0
            if one.is_direct and one.days < least:
                return None
            gap += 0 if one.is_direct else one.days
            short += max(0, wished - (one.days if one.is_direct else 0))
        return gap, short

    def extension(self, fleet: Fleet, rides: Rides) -> Vector:
        """Count the longest extension of people aboard, then all; the stranded to ``until``."""
        found = [0]
        for ride in rides:
            traveller = self._problem.travellers.get(ride.person)
            if traveller is not None and traveller.is_aboard and traveller.planned_to_on:
                land = fleet[ride.down].land if ride.down else self._days.length
                found.append(max(0, land - self._days.number(traveller.planned_to_on)))
        return max(found), sum(found)

    def margin(self, fleet: Fleet) -> Vector:
        """Count the days by which life margins fall short of the wish."""
        total = 0
        for course in fleet.values():
            wished = self._problem.bound("VL-1", "wished_margin_days", course.id) or 0
            life = self._problem.life_days(course.id, course.flight.launch_on)
            if wished and life is not None and course.flies:
                total += max(0, wished - (life - (course.land - course.launch)))
        return (total,)


def _comes_crewed(course: Course, rides: Rides) -> bool:
    if course.flight.has_launched:
        return bool(course.flight.crew)
    return any(ride.up == course.id for ride in rides)
