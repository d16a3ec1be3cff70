"""Seating: the best seats of the people for whom they are decided, day by day.

What a day costs hangs on who sits where that day; what may follow a day hangs on that day alone.
So the best way to each seating of a day is kept, and no other: that loses no best plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from scheduler.domain import Grade, Problem
from tests.referee.counting import Counter, Vector
from tests.referee.courses import Course, Days, Fleet
from tests.referee.rides import Ride, Riders, Rides

AWAY, NO_SEAT = "-", ""
Seats = tuple[str, ...]


@dataclass(frozen=True)
class Seating:
    """Person-days at G4 to G1, seat moves, and where each of ``people`` sits day by day."""

    people: tuple[str, ...]
    grades: Vector
    moves: int
    days: tuple[Seats, ...]


class Seater:
    """Finds the best seats for one choice of courses and rides."""

    def __init__(self, problem: Problem, riders: Riders, counter: Counter) -> None:
        """Rank grades and moves as the goals are ranked."""
        self._problem = problem
        self._days = Days(problem)
        self._riders = riders
        self._counter = counter
        order = list(problem.goals)
        self._moves_first = "seats" in order and order.index("moves") < order.index("seats")
        self._found: dict[object, Seating | None] = {}

    def best(self, fleet: Fleet, rides: Rides) -> Seating | None:
        """Find the best seats; none where the rules leave no way to seat people at all."""
        last = self._days.length + 1
        ships = tuple(
            (course.flies, min(course.dock, last), min(course.undock, last))
            for course in fleet.values()
        )
        if (ships, rides) not in self._found:
            self._found[ships, rides] = _Search(self, fleet, rides).run()
        return self._found[ships, rides]

    def loose(self, rides: Rides) -> list[Ride]:
        """List the people who fly and whose seat is decided."""
        return [r for r in rides if r.up is not None and r.person not in self._riders.settled]

    def own_place(self, ride: Ride) -> str:
        """Name the ship in which somebody sits to begin with."""
        traveller = self._problem.travellers.get(ride.person)
        is_aboard = traveller is not None and traveller.is_aboard
        return (traveller.seat_in if traveller and is_aboard else ride.up) or NO_SEAT

    def is_ready(self, course: Course, ride: Ride, day: int) -> bool:
        """Say whether somebody's seat may be in a ship, liners and suits moved in time."""
        days = self._problem.bound("LB-3", "transfer_days", course.id) or 0
        return self.own_place(ride) == course.id or day >= max(course.dock, 0) + days

    def grades(self, ship: str, day: int, keep: int, sitting: list[str]) -> dict[str, Grade] | None:
        """Grade the people who sit in a ship beside ``keep`` settled ones; none if too many."""
        places = self._problem.places_on(ship, self._days.date(day))
        if keep + len(sitting) > places.total:
            return None
        kind = self._problem.type_of(ship).fitted
        own = {person: kind in self._problem.kinds_of(person) for person in sitting}
        found: dict[str, Grade] = {}
        for number, person in enumerate(sorted(sitting, key=lambda p: not own[p])):
            if places.emergency:
                found[person] = Grade.G3
            elif keep + number >= places.certified:
                found[person] = Grade.G2
            else:
                found[person] = Grade.G0 if own[person] else Grade.G1
        return found

    @property
    def least(self) -> Grade:
        """Give the grade below which nobody may be."""
        return Grade[self._problem.least_grade]

    @property
    def length(self) -> int:
        """Count the days of the horizon."""
        return self._days.length

    def total(self, before: Vector, grades: Vector, moves: int) -> Vector:
        """Add one day, in the order of the goals."""
        extra = (moves, *grades) if self._moves_first else (*grades, moves)
        return tuple(a + b for a, b in zip(before, extra, strict=True))

    def split(self, total: Vector) -> tuple[Vector, int]:
        """Take grades and moves apart again."""
        return (total[1:], total[0]) if self._moves_first else (total[:4], total[4])


class _Search:
    """One search day by day; thrown away afterwards."""

    def __init__(self, seater: Seater, fleet: Fleet, rides: Rides) -> None:
        self._seater = seater
        self._fleet = {ship: course for ship, course in fleet.items() if course.flies}
        self._people = seater.loose(rides)
        self._stays = seater._counter.stays(fleet, rides)
        loose = {ride.person for ride in self._people}
        self._kept = [r for r in rides if r.up is not None and r.person not in loose]

    def run(self) -> Seating | None:
        """Keep the best way to each seating of each day."""
        start = tuple(self._seater.own_place(ride) for ride in self._people)
        ways: dict[Seats, tuple[Vector, tuple[Seats, ...]]] = {start: ((0,) * 5, ())}
        for day in range(self._seater.length):
            ways = self._next(ways, day)
        last = self._seater.length
        ends = [way for seats, way in ways.items() if self._moves(seats, None, last) is not None]
        if not ends:
            return None
        total, days = min(ends)
        grades, moves = self._seater.split(total)
        return Seating(tuple(ride.person for ride in self._people), grades, moves, days)

    def _next(
        self, ways: dict[Seats, tuple[Vector, tuple[Seats, ...]]], day: int
    ) -> dict[Seats, tuple[Vector, tuple[Seats, ...]]]:
        after: dict[Seats, tuple[Vector, tuple[Seats, ...]]] = {}
        options = self._options(day)
        for before, (cost, days) in ways.items():
            for seats, grades in options:
                moves = self._moves(before, seats, day)
                if moves is None:
                    continue
                total = self._seater.total(cost, grades, moves)
                kept = self._remembered(before, seats, day)
                if kept not in after or total < after[kept][0]:
                    after[kept] = (total, (*days, seats))
        return after

    def _remembered(self, before: Seats, seats: Seats, day: int) -> Seats:
        """Let people who have not come yet keep their place to come."""
        return tuple(
            old if day < self._stays[ride.person].start else new
            for old, new, ride in zip(before, seats, self._people, strict=True)
        )

    def _options(self, day: int) -> list[tuple[Seats, Vector]]:
        """List the seatings of one day, with the number of people at G4 to G1."""
        places = [self._places(ride, day) for ride in self._people]
        found = []
        for seats in product(*places):
            count = self._count(seats, day)
            if count is not None and not any(count[: 4 - self._seater.least]):
                found.append((seats, count))
        return found

    def _places(self, ride: Ride, day: int) -> list[str]:
        if day not in self._stays[ride.person]:
            return [AWAY]
        return [
            *(
                course.id
                for course in self._fleet.values()
                if course.dock <= day < course.undock and self._seater.is_ready(course, ride, day)
            ),
            NO_SEAT,
        ]

    def _count(self, seats: Seats, day: int) -> Vector | None:
        count = dict.fromkeys(Grade, 0)
        count[Grade.G4] = seats.count(NO_SEAT)
        for ship in {*seats} - {AWAY, NO_SEAT}:
            pairs = zip(self._people, seats, strict=True)
            sitting = [ride.person for ride, place in pairs if place == ship]
            keep = sum(r.down == ship and day in self._stays[r.person] for r in self._kept)
            grades = self._seater.grades(ship, day, keep, sitting)
            if grades is None:
                return None
            for grade in grades.values():
                count[grade] += 1
        return count[Grade.G4], count[Grade.G3], count[Grade.G2], count[Grade.G1]

    def _moves(self, before: Seats, now: Seats | None, day: int) -> int | None:
        """Count the seats that move overnight; none where a ship that leaves forbids it."""
        leaving = {course.id for course in self._fleet.values() if course.undock == day}
        moves = 0
        for place, ride in enumerate(self._people):
            old, new = before[place], now[place] if now is not None else None
            if ride.down in leaving and old != ride.down:
                return None  # lands without a seat the day before
            if ride.down not in leaving and old in leaving and new == NO_SEAT:
                return None  # left behind without a seat
            moves += new not in (None, NO_SEAT, AWAY, old)
        return moves
