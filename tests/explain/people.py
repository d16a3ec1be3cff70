"""Who rides what and sits where, if only some requirements are to be kept.

Listed is what a board leaves open: each ship still to launch brings one crew of its line that
is due by then, or none where it may fly empty; settled people keep their seat and land in their
own ship, others land in any ship that fits, once they have come, or in none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product

from scheduler.domain import Grade, Health, Problem, Requirement, Uncrewed, places_up
from tests.explain.options import Fleet
from tests.referee.counting import Counter
from tests.referee.courses import Days
from tests.referee.rides import Ride, Riders, Rides
from tests.referee.seating import AWAY, NO_SEAT, Seater, Seating, Seats


class FreeRiders(Riders):
    """Lists the rides that a board leaves open."""

    def __init__(self, problem: Problem) -> None:
        """Leave nothing out that is not impossible."""
        super().__init__(problem, is_pruned=False)

    def _lifts(self, flying: frozenset[str]) -> Iterator[dict[str, str]]:
        """Walk the ways to bring crews up."""
        for lift in super()._lifts(flying):
            if self._is_possible(lift, flying):
                yield lift

    def _is_possible(self, lift: dict[str, str], flying: frozenset[str]) -> bool:
        """Leave out crews before they are due, and ships that fly empty though they must not."""
        problem = self._problem
        if any(
            problem.any_flight(crew).launch_on > problem.flights[ship].launch_on
            for crew, ship in lift.items()
        ):
            return False
        must_carry = {
            ship
            for ship in flying
            if problem.flights[ship].is_ahead
            and problem.flights[ship].crew
            and problem.flights[ship].uncrewed is Uncrewed.FORBIDDEN
            and places_up(problem, ship) > 0
        }
        return must_carry <= set(lift.values())


class FreeSeater(Seater):
    """Grades people in ships that hold too many as well: whoever is too many, is at G2."""

    def grades(self, ship: str, day: int, keep: int, sitting: list[str]) -> dict[str, Grade]:
        """Grade the people who sit in a ship beside ``keep`` settled ones."""
        places = self._problem.places_on(ship, self._days.date(day))
        if places.emergency:
            return dict.fromkeys(sitting, Grade.G3)
        kind = self._problem.type_of(ship).fitted
        found: dict[str, Grade] = {}
        people = sorted(sitting, key=lambda person: kind not in self._problem.kinds_of(person))
        for number, person in enumerate(people, start=keep):
            is_own = kind in self._problem.kinds_of(person)
            found[person] = Grade.G0 if is_own else Grade.G1
            if number >= places.certified:
                found[person] = Grade.G2
        return found


def have_come(fleet: Fleet, rides: Rides, counter: Counter) -> bool:
    """Say whether nobody leaves before they have come."""
    return all(
        fleet[ride.down].undock > counter.dock(fleet, ride)
        for ride in rides
        if ride.up is not None and ride.down is not None
    )


class SeatSearch:
    """Walks the days of one fleet and its rides, and keeps the seatings that may still come."""

    def __init__(
        self,
        problem: Problem,
        seater: FreeSeater,
        counter: Counter,
        kept: Collection[Requirement],
    ) -> None:
        """Sort out which ships must keep which rule."""
        self._problem = problem
        self._seater = seater
        self._counter = counter
        self._days = Days(problem)
        self._of = {
            ref: {one.subject for one in kept if one.ref == ref}
            for ref in ("LB-1", "LB-2", "LB-3", "LB-4", "LB-5")
        }

    def find(self, fleet: Fleet, rides: Rides) -> Seating | None:
        """Find seats that keep what is kept; none where there are none."""
        people = self._seater.loose(rides)
        stays = self._counter.stays(fleet, rides)
        loose = {ride.person for ride in people}
        settled = [r for r in rides if r.up is not None and r.person not in loose]
        start = tuple(self._seater.own_place(ride) for ride in people)
        ways: dict[Seats, tuple[Seats, ...]] = {start: ()}
        for day in range(self._days.length):
            beside = {
                ship: sum(r.down == ship and day in stays[r.person] for r in settled)
                for ship in fleet
            }
            options = [
                seats
                for seats in product(*(self._places(fleet, r, stays, day) for r in people))
                if self._is_allowed(seats, people, beside, day)
            ]
            after: dict[Seats, tuple[Seats, ...]] = {}
            for before, days in ways.items():
                for seats in options:
                    if self._may_follow(before, seats, people, fleet, day):
                        after.setdefault(
                            _kept_places(before, seats, people, stays, day), (*days, seats)
                        )
            ways = after
        last = self._days.length
        for before, days in ways.items():
            if self._may_follow(before, None, people, fleet, last):
                return Seating(tuple(r.person for r in people), (), 0, days)
        return None

    def anywhere(self, fleet: Fleet, rides: Rides) -> Seating:
        """Seat nobody whose seat is decided, where no rule on seats is kept."""
        people = self._seater.loose(rides)
        stays = self._counter.stays(fleet, rides)
        days = tuple(
            tuple(NO_SEAT if day in stays[ride.person] else AWAY for ride in people)
            for day in range(self._days.length)
        )
        return Seating(tuple(ride.person for ride in people), (), 0, days)

    def everywhere(self, fleet: Fleet, rides: Rides) -> Iterator[Seating]:
        """Walk all seatings, whatever rules on seats say."""
        people = self._seater.loose(rides)
        stays = self._counter.stays(fleet, rides)
        daily = [
            list(product(*(self._places(fleet, ride, stays, day) for ride in people)))
            for day in range(self._days.length)
        ]
        for days in product(*daily):
            yield Seating(tuple(ride.person for ride in people), (), 0, days)

    def _places(self, fleet: Fleet, ride: Ride, stays: dict[str, range], day: int) -> list[str]:
        if day not in stays[ride.person]:
            return [AWAY]
        return [
            *(
                course.id
                for course in fleet.values()
                if course.flies and course.dock <= day < course.undock
                if self._problem.seats(course.id)
                if course.id not in self._of["LB-3"] or self._seater.is_ready(course, ride, day)
            ),
            NO_SEAT,
        ]

    def _is_allowed(
        self, seats: Seats, people: list[Ride], beside: dict[str, int], day: int
    ) -> bool:
        """Look at the places of each ship (LB-4, LB-5), then at the grades (LB-1)."""
        on, least = self._days.date(day), Grade.G4
        if self._of["LB-1"]:
            waiver = self._problem.waiver("LB-1", "least_grade", self._problem.station.id, on)
            least = Grade(waiver.bound) if waiver else Grade[self._problem.least_grade]
        if NO_SEAT in seats and least < Grade.G4:
            return False
        for ship in {*seats} - {AWAY, NO_SEAT}:
            pairs = zip(people, seats, strict=True)
            sitting = [ride.person for ride, place in pairs if place == ship]
            is_nominal = self._problem.health_on(ship, on).health is Health.NOMINAL
            most = self._problem.places_on(ship, on).total
            is_bound = ship in self._of["LB-4" if is_nominal else "LB-5"]
            if is_bound and beside[ship] + len(sitting) > most:
                return False
            if max(self._seater.grades(ship, day, beside[ship], sitting).values()) > least:
                return False
        return True

    def _may_follow(
        self, before: Seats, now: Seats | None, people: list[Ride], fleet: Fleet, day: int
    ) -> bool:
        """See that a ship that leaves takes the people seated in it, and no others (LB-2)."""
        leaving = {one.id for one in fleet.values() if one.flies and one.undock == day}
        leaving &= self._of["LB-2"]
        for place, ride in enumerate(people):
            if ride.down in leaving and before[place] != ride.down:
                return False
            is_left = before[place] in leaving and ride.down != before[place]
            if is_left and now is not None and now[place] in (NO_SEAT, AWAY):
                return False
        return True


def _kept_places(
    before: Seats, seats: Seats, people: list[Ride], stays: dict[str, range], day: int
) -> Seats:
    """Let people who have not come yet keep their place to come."""
    return tuple(
        old if day < stays[ride.person].start else new
        for old, new, ride in zip(before, seats, people, strict=True)
    )
