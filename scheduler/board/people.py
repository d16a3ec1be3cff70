"""Who needs a seat decided, and who simply keeps the seat of their own ship.

A person is *settled* when nothing touches their ride: they land on the ship that brings them
up, hold their seat in it, and it stays certified for all of its crew from now on. Settled people
keep their seat and land in their ship (domain_rules LB-2). Everybody else belongs to a seat
group: people who have the same places open to them, so that only their number matters. Within
a group, people who differ in segment, published landing or demands form classes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from scheduler.domain import Demand, DemandKind, Problem, Traveller

NOBODY = -1
"""Less than any crew: a ship in which no landing may be planned is sound for none."""


@dataclass(frozen=True)
class PeopleClass:
    """People of one seat group that nothing tells apart, landing included."""

    people: tuple[str, ...]
    segment: str
    down: str
    planned_to_on: date | None

    @property
    def size(self) -> int:
        """Count the people."""
        return len(self.people)


@dataclass(frozen=True)
class SeatGroup:
    """People whose seats are decided: aboard in ``seat_in``, or a ``crew`` still to come.

    ``came_in`` is the flight that brings them up as published; it may have left since.
    """

    id: str
    kinds: frozenset[str | None]
    came_in: str
    crew: str | None
    seat_in: str | None
    opened: tuple[str, ...]
    classes: tuple[PeopleClass, ...]

    @property
    def size(self) -> int:
        """Count the people."""
        return sum(one.size for one in self.classes)

    @property
    def people(self) -> tuple[str, ...]:
        """List the people by id."""
        return tuple(sorted(person for one in self.classes for person in one.people))


def health_days(problem: Problem, flight_id: str) -> list[date]:
    """List the days from ``as_of`` on at which a ship's health may change, ``as_of`` first."""
    days = {problem.as_of}
    days |= {fact.from_on for fact in problem.health_facts if fact.flight == flight_id}
    for span in problem.health_spans:
        if span.flight == flight_id:
            days |= {span.from_on} | ({span.to_on} if span.to_on else set())
    return sorted(day for day in days if day >= problem.as_of)


def place_days(problem: Problem, flight_id: str) -> list[date]:
    """List the days from ``as_of`` on at which the places of a ship may change."""
    waivers = [w for w in problem.waivers if (w.rule, w.subject) == ("LB-4", flight_id)]
    dated = {day for waiver in waivers for day in (waiver.from_on, waiver.to_on) if day}
    return sorted({*health_days(problem, flight_id), *(d for d in dated if d >= problem.as_of)})


class Settling:
    """Says who is settled; each ship and each crew is looked at once."""

    def __init__(self, problem: Problem) -> None:
        """Count who came, or comes, up in each ship."""
        self._problem = problem
        self._crews = Counter(traveller.up for traveller in problem.travellers.values())
        self._opened = {person for person, _ in problem.opened}
        self._asked = {
            demand.subject
            for demand in problem.demands
            if demand.kind is DemandKind.RETURN_BY or demand.event == "down"
        }
        self._certified: dict[str, int] = {}
        self._has_sound_ships: dict[str, bool] = {}

    def is_settled(self, traveller: Traveller) -> bool:
        """Say whether a person's ride and seat need no decision."""
        if traveller.up != traveller.down or traveller.person in self._opened | self._asked:
            return False
        if traveller.is_aboard and traveller.seat_in != traveller.up:
            return False
        if traveller.up not in self._has_sound_ships:
            self._has_sound_ships[traveller.up] = self._are_sound(traveller)
        return self._has_sound_ships[traveller.up]

    def _are_sound(self, traveller: Traveller) -> bool:
        """Say whether all ships that may bring a crew stay certified for as many as they take."""
        crew = self._crews[traveller.up]
        return all(
            self._certified_in(ship) >= min(crew, self._problem.seats(ship))
            for ship in _own_ships(self._problem, traveller)
        )

    def _certified_in(self, ship: str) -> int:
        """Count the people for whom a ship stays certified from ``as_of`` on."""
        if ship not in self._certified:
            problem, days = self._problem, health_days(self._problem, ship)
            lands = all(problem.health_on(ship, day).allows_planned_landing for day in days)
            least = min(problem.places_on(ship, day).certified for day in days)
            self._certified[ship] = least if lands else NOBODY
        return self._certified[ship]


def _own_ships(problem: Problem, traveller: Traveller) -> list[str]:
    """List the ships that may bring a person up: the one flown, or those of their line."""
    up = problem.any_flight(traveller.up)
    if traveller.is_aboard:
        return [up.id]
    members = problem.line_of(up.line) if up.line else [up]
    return [
        flight.id
        for flight in members
        if flight.id in problem.flights and flight.is_ahead and flight.launch_on >= up.launch_on
    ]


def _demands(problem: Problem, person: str) -> list[Demand]:
    return [demand for demand in problem.demands if demand.subject == person]


def seat_groups(problem: Problem) -> tuple[SeatGroup, ...]:
    """Sort the people who are not settled into seat groups and classes, in order of id.

    One unsettled person of a crew still on the ground makes the whole crew unsettled: it flies
    together.
    """
    settling = Settling(problem)
    loose = [t for t in problem.travellers.values() if not settling.is_settled(t)]
    crews = {t.up for t in loose if not t.is_aboard}
    members = [
        t for t in problem.travellers.values() if (t in loose if t.is_aboard else t.up in crews)
    ]
    groups: dict[tuple[object, ...], list[Traveller]] = {}
    for traveller in members:
        groups.setdefault(_group_key(problem, traveller), []).append(traveller)
    return tuple(_make_group(problem, people) for people in groups.values())


def _group_key(problem: Problem, traveller: Traveller) -> tuple[object, ...]:
    opened = tuple(sorted(ship for who, ship in problem.opened if who == traveller.person))
    place = traveller.seat_in if traveller.is_aboard else traveller.up
    return (traveller.is_aboard, place, traveller.up, problem.kinds_of(traveller.person), opened)


def _make_group(problem: Problem, people: list[Traveller]) -> SeatGroup:
    first = people[0]
    classes: dict[tuple[object, ...], list[Traveller]] = {}
    for traveller in people:
        demands = tuple(_demands(problem, traveller.person))
        segment = problem.home_segment(traveller.person)
        stay = tuple(
            problem.bound("CR-1", number, traveller.person)
            for number in ("least_days", "most_days")
        )
        days = (traveller.launched_on, traveller.planned_to_on)
        key = (segment, traveller.down, days, stay, demands)
        classes.setdefault(key, []).append(traveller)
    return SeatGroup(
        id=first.person,
        kinds=problem.kinds_of(first.person),
        came_in=first.up,
        crew=None if first.is_aboard else first.up,
        seat_in=first.seat_in if first.is_aboard else None,
        opened=tuple(sorted(ship for who, ship in problem.opened if who == first.person)),
        classes=tuple(
            PeopleClass(
                people=tuple(sorted(t.person for t in alike)),
                segment=problem.home_segment(alike[0].person),
                down=alike[0].down,
                planned_to_on=alike[0].planned_to_on,
            )
            for alike in classes.values()
        ),
    )
