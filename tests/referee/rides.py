"""Rides: who goes up in what and lands in what, and for whom that is decided at all.

Settled people, from the docstring of the domain: nothing touches their ride. They land on the
ship that brings them up, hold their seat in it, and it stays certified for all of its crew from
``as_of`` on. A crew still on the ground is settled as a whole or not at all; any later ship of
its line may bring it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from scheduler.domain import (
    DemandKind,
    Flight,
    Health,
    Problem,
    Standing,
    Uncrewed,
    places_up,
    riders,
)
from tests.referee.courses import Days

FAR = 60
"""Days that a tiny world lasts at most, ships that leave late included."""


@dataclass(frozen=True)
class Ride:
    """How one person travels; a crew left waiting has no ``up``, a stranded one no ``down``."""

    person: str
    up: str | None
    down: str | None


Rides = tuple[Ride, ...]


class Riders:
    """Lists the rides of one problem."""

    def __init__(self, problem: Problem, *, is_pruned: bool = True) -> None:
        """Keep the problem; what was listed once is kept, too."""
        self._problem = problem
        self._days = Days(problem)
        self._is_pruned = is_pruned
        self._listed: dict[frozenset[str], list[Rides]] = {}

    @cached_property
    def settled(self) -> frozenset[str]:
        """List the people whose seat and landing are not decided."""
        problem = self._problem
        settled = {person for person in problem.travellers if self._is_settled(person)}
        for flight in (*problem.flights.values(), *problem.cancelled):
            waiting = [p for p in flight.crew if not self._is_aboard(p)]
            if not settled.issuperset(p for p in waiting if p in problem.travellers):
                settled -= set(waiting)
        return frozenset(settled)

    @cached_property
    def queues(self) -> dict[str, list[Flight]]:
        """Give the crews on the ground, line by line, in published order."""
        waiting = [f for f in self._problem.flights.values() if f.is_ahead]
        lines: dict[str, list[Flight]] = {}
        for flight in sorted(
            (*waiting, *self._problem.cancelled), key=lambda f: (f.launch_on, f.id)
        ):
            if flight.crew:
                lines.setdefault(flight.line or flight.id, []).append(flight)
        return lines

    @property
    def crews(self) -> list[Flight]:
        """List the crews on the ground, each by the flight that is published for it."""
        return [crew for crews in self.queues.values() for crew in crews]

    def of(self, flying: frozenset[str]) -> list[Rides]:
        """List all rides of all people when these ships fly."""
        if flying not in self._listed:
            self._listed[flying] = [
                rides for lift in self._lifts(flying) for rides in self._rides(lift, flying)
            ]
        return self._listed[flying]

    def _is_aboard(self, person: str) -> bool:
        traveller = self._problem.travellers.get(person)
        return traveller is not None and traveller.is_aboard

    def _is_settled(self, person: str) -> bool:
        problem, traveller = self._problem, self._problem.travellers[person]
        is_asked_home = any(
            demand.subject == person
            and (demand.kind is DemandKind.RETURN_BY or demand.event == "down")
            for demand in problem.demands
        )
        is_opened = person in {who for who, _ in problem.opened}
        if is_asked_home or is_opened or traveller.down != traveller.up:
            return False
        crew = sum(other.up == traveller.up for other in problem.travellers.values())
        if traveller.is_aboard:
            return traveller.seat_in == traveller.up and self._is_sound(traveller.up, crew)
        return all(
            self._is_sound(ship, min(crew, problem.seats(ship)))
            for ship in self._own_ships(problem.any_flight(traveller.up))
        )

    def _own_ships(self, own: Flight) -> list[str]:
        """List the ships that may bring a crew: its own, and the later ones of its line."""
        return [
            ship.id
            for ship in self._problem.flights.values()
            if ship.standing is Standing.PLANNED
            and ship.launch_on >= own.launch_on
            and (ship.id == own.id or (ship.line is not None and ship.line == own.line))
        ]

    def _is_sound(self, ship: str, people: int) -> bool:
        for number in range(FAR):
            on = self._days.date(number)
            if self._problem.health_on(ship, on).health not in (Health.NOMINAL, Health.RESTRICTED):
                return False
            if self._problem.places_on(ship, on).certified < people:
                return False
        return True

    def _lifts(self, flying: frozenset[str]) -> Iterator[dict[str, str]]:
        """Walk the ways to bring crews up: each ship with seats takes one of its line, or none."""
        problem = self._problem
        ships = [problem.flights[ship] for ship in sorted(flying)]
        ships = [ship for ship in ships if ship.is_ahead and problem.seats(ship.id)]
        queues = [self.queues.get(ship.line or ship.id, []) for ship in ships]
        for choice in product(*([None, *queue] for queue in queues)):
            loads = {
                ship: crew for ship, crew in zip(ships, choice, strict=True) if crew is not None
            }
            if any(places_up(problem, ship.id) == 0 for ship in loads):
                continue
            lift = {crew.id: ship.id for ship, crew in loads.items()}
            is_whole = len(lift) == len(loads)
            if is_whole and (not self._is_pruned or self._is_in_order(ships, loads)):
                yield lift

    def _is_in_order(self, ships: list[Flight], loads: dict[Flight, Flight]) -> bool:
        """Leave out what overtakes, comes before its own ship, or flies empty unasked."""
        ships = sorted(ships, key=lambda ship: (ship.launch_on, ship.id))
        for line, queue in self.queues.items():
            flown = [loads[s] for s in ships if s in loads and (s.line or s.id) == line]
            if flown != queue[: len(flown)]:
                return False
        if any(crew.launch_on > ship.launch_on for ship, crew in loads.items()):
            return False
        for demand in self._problem.demands:
            is_crewed = demand.subject in {ship.id for ship in loads}
            if demand.kind is DemandKind.UNCREWED and is_crewed:
                return False
            is_there = demand.subject in {ship.id for ship in ships}
            if demand.kind is DemandKind.CREWED and is_there and not is_crewed:
                return False
        return all(ship in loads or not self._must_carry(ship) for ship in ships)

    def _must_carry(self, ship: Flight) -> bool:
        has_room = places_up(self._problem, ship.id) > 0
        return bool(ship.crew) and ship.uncrewed is Uncrewed.FORBIDDEN and has_room

    def _rides(self, lift: dict[str, str], flying: frozenset[str]) -> Iterator[Rides]:
        """Walk the landings: settled people in their own ship, others in any that fits."""
        aboard = [t for t in self._problem.travellers.values() if t.is_aboard]
        people: list[tuple[str, str | None]] = [(t.person, t.up) for t in aboard]
        for crew in self.crews:
            ship = lift.get(crew.id)
            flown = riders(self._problem, ship, crew.crew) if ship else ()
            people += [(person, ship if person in flown else None) for person in crew.crew]
        options = [self._landings(person, up, flying) for person, up in people]
        for downs in product(*options):
            rides = tuple(
                Ride(person, up, down) for (person, up), down in zip(people, downs, strict=True)
            )
            if not self._is_pruned or self._keep_pins(rides):
                yield rides

    def _landings(self, person: str, up: str | None, flying: frozenset[str]) -> list[str | None]:
        problem = self._problem
        if up is None or person in self.settled:
            return [up]
        kinds = problem.kinds_of(person)
        fitting = [
            ship
            for ship in sorted(flying)
            if (person, ship) in problem.opened
            or (problem.seats(ship) > 0 and problem.type_of(ship).fitted in kinds)
        ]
        return [*fitting, None]

    def _keep_pins(self, rides: Rides) -> bool:
        of = {ride.person: ride for ride in rides}
        for demand in self._problem.demands:
            ride = of.get(demand.subject)
            if ride is None or demand.kind is not DemandKind.PIN_LEG:
                continue
            if (ride.up if demand.event == "up" else ride.down) != demand.flight:
                return False
        return True
