"""A plan that keeps some requirements, found by listing all plans, without a solver.

What a plan keeps is said by the rules' own checks (``keeping``). All else leaves out early what
they would refuse, or lists only once what looks the same to the requirements that are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from scheduler.domain import Plan, Problem, Requirement, Stay
from tests.explain.keeping import broken, misstated
from tests.explain.options import Fleet, Options
from tests.explain.people import FreeRiders, FreeSeater, SeatSearch, have_come
from tests.explain.reading import Reading
from tests.referee.counting import Counter
from tests.referee.rides import Ride, Rides
from tests.referee.seating import Seating
from tests.referee.writing import Writer

MOST_PLANS, MOST_RIDES = 30_000, 600_000
"""Plans that are written at most for one question, and choices of courses and rides that are
looked at before; assumed."""
ON_HEADS = ("CT-1", "HO-3")
"""Rules that look at the number of people aboard."""
ON_RIDES = ("CT-2", "CT-3", "CR-1", "HO-1", "LB-7", "what-if")
"""Rules that look at ships and rides, never at seats."""


class TooMany(Exception):
    """A question that listing does not answer in good time."""


@dataclass
class Effort:
    """How many choices of courses and rides were looked at, and how many plans written."""

    rides: int = 0
    plans: int = 0


class Listing:
    """Lists the plans of one problem that keep some requirements."""

    def __init__(self, problem: Problem, kept: Collection[Requirement]) -> None:
        """List nothing yet."""
        self._problem = problem
        self._kept = frozenset(kept)
        self._reads = Reading(problem, kept)
        self._on_rides = [one for one in kept if one.ref in ON_RIDES]
        self._on_heads = [one for one in kept if one.ref in ON_HEADS]
        self._riders = FreeRiders(problem)
        self._counter = Counter(problem, self._riders)
        self._seater = FreeSeater(problem, self._riders, self._counter)
        self._seats = SeatSearch(problem, self._seater, self._counter, kept)
        self._writer = Writer(problem, self._counter, self._seater)
        self._rides: dict[frozenset[str], list[Rides]] = {}
        self._rooms: dict[tuple[tuple[int, int], ...], bool] = {}
        self._seated: dict[object, Seating | None] = {}
        self.options = Options(problem, kept)
        self.effort = Effort()

    def find(self) -> Plan | None:
        """Find a plan that keeps all that is to be kept; none if there is none.

        Raises
        ------
        TooMany
            When there are more plans to list than can be listed.
        """
        for fleet in self.options.fleets():
            for rides in self._of(frozenset(s for s, course in fleet.items() if course.flies)):
                self.effort.rides += 1
                if self.effort.plans > MOST_PLANS or self.effort.rides > MOST_RIDES:
                    raise TooMany(self._problem.title)
                for plan in self._plans(fleet, rides):
                    if not broken(plan, self._problem, self._kept):
                        assert misstated(plan, self._problem) == []
                        return plan
        return None

    def _plans(self, fleet: Fleet, rides: Rides) -> Iterator[Plan]:
        """Walk the plans of a fleet and its rides: the seats that keep what is kept, if any."""
        if not have_come(fleet, rides, self._counter):
            return
        if not self._has_room(fleet, rides):
            return
        self.effort.plans += 1
        if broken(self._rough(fleet, rides), self._problem, self._on_rides):
            return
        seating = self._seating(fleet, rides)
        if seating is not None:
            yield self._written(fleet, rides, seating)

    def _has_room(self, fleet: Fleet, rides: Rides) -> bool:
        """Ask whether too many or too few are aboard, once for all stays that look the same."""
        length = (self._problem.until - self._problem.as_of).days
        stays = self._counter.stays(fleet, rides)
        days = sorted((max(0, one.start), min(length, one.stop)) for one in stays.values())
        if tuple(days) not in self._rooms:
            plan = Plan(stays=tuple(_stay(self._problem, *one) for one in stays.items()))
            self._rooms[tuple(days)] = not broken(plan, self._problem, self._on_heads)
        return self._rooms[tuple(days)]

    def _seating(self, fleet: Fleet, rides: Rides) -> Seating | None:
        """Find seats, once for all fleets that look the same while seats count."""
        if not self._reads.has_seats:
            return self._seats.anywhere(fleet, rides)
        last = (self._problem.until - self._problem.as_of).days + 1
        there = tuple(
            (course.flies, min(course.dock, last), min(course.undock, last))
            for course in fleet.values()
        )
        if (there, rides) not in self._seated:
            self._seated[there, rides] = self._seats.find(fleet, rides)
        return self._seated[there, rides]

    def every_plan(self) -> Iterator[Plan]:
        """Walk all plans that a board leaves open, with every seating of every day."""
        options = Options(self._problem, self._kept, is_pruned=False)
        seats = SeatSearch(self._problem, self._seater, self._counter, ())
        for fleet in options.fleets():
            flying = frozenset(ship for ship, course in fleet.items() if course.flies)
            for rides in self._riders.of(flying):
                if have_come(fleet, rides, self._counter):
                    for seating in seats.everywhere(fleet, rides):
                        yield self._written(fleet, rides, seating)

    def _written(self, fleet: Fleet, rides: Rides, seating: Seating) -> Plan:
        return self._writer.plan(fleet, rides, seating, self._counter.handovers(fleet, rides))

    def _rough(self, fleet: Fleet, rides: Rides) -> Plan:
        """Write ships, crews and stays only, which is all that rules on rides look at."""
        flights = []
        for course in fleet.values():
            down = tuple(sorted(ride.person for ride in rides if ride.down == course.id))
            up = tuple(sorted(ride.person for ride in rides if ride.up == course.id))
            crew_up = course.flight.crew if course.flight.has_launched else up
            ship = self.options.plan_of(course)
            flights.append(replace(ship, crew_up=crew_up, crew_down=down))
        stays = self._counter.stays(fleet, rides)
        told = tuple(
            _stay(self._problem, ride.person, stays[ride.person], ride.up, ride.down)
            for ride in rides
            if ride.person in stays
        )
        return Plan(flights=tuple(flights), stays=told)

    def _of(self, flying: frozenset[str]) -> list[Rides]:
        """List the rides that look different to what is kept."""
        if flying not in self._rides:
            kinds: dict[object, Rides] = {}
            listed = self._riders.of(flying)
            for rides in sorted(listed, key=lambda rides: sum(r.down is not None for r in rides)):
                kind = tuple((r.person, *self._kind(r)) for r in rides)
                kinds.setdefault(kind, rides)
            self._rides[flying] = list(kinds.values())
        return self._rides[flying]

    def _kind(self, ride: Ride) -> tuple[str | None, str | None]:
        """Give what tells a ride apart for what is kept."""
        matters = ride.person in self._reads.riders or ride.down in self._reads.landers
        return (
            ride.up if self._reads.has_lifts else None,
            ride.down if matters else None,
        )


def _stay(
    problem: Problem, person: str, days: range, up: str | None = None, down: str | None = None
) -> Stay:
    """Write a stay of which only days and ships count."""
    from_on, to_on = (problem.as_of + timedelta(days=day) for day in (days.start, days.stop))
    return Stay(person, up, down, from_on, to_on, None, None, None)
