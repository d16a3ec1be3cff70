"""Who needs a seat decided, and who simply keeps the seat of their own ship.

A person is *settled* when nothing touches their ride: they land on the ship that brings them
up, hold their seat in it, and it stays certified for all of its crew from now on. Settled people
keep their seat and land in their ship (domain_rules LB-2). Everybody else belongs to a seat
group: people who have the same places open to them, so that only their number matters. Within
a group, people who differ in segment, published landing or demands form classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scheduler.domain import Demand, DemandKind, Problem, Traveller


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


def is_sound(problem: Problem, flight_id: str, people: int) -> bool:
    """Say whether a ship stays certified for so many people from ``as_of`` on."""
    return all(
        problem.places_on(flight_id, day).certified >= people
        and problem.health_on(flight_id, day).allows_planned_landing
        for day in health_days(problem, flight_id)
    )


def is_settled(problem: Problem, traveller: Traveller) -> bool:
    """Say whether a person's ride and seat need no decision."""
    person = traveller.person
    if traveller.up != traveller.down or any(person == who for who, _ in problem.opened):
        return False
    if traveller.is_aboard and traveller.seat_in != traveller.up:
        return False
    if any(demand.kind is DemandKind.RETURN_BY for demand in _demands(problem, person)):
        return False
    if any(demand.event == "down" for demand in _demands(problem, person)):
        return False
    owners = [t for t in problem.travellers.values() if t.up == traveller.up]
    return all(
        is_sound(problem, ship, min(len(owners), problem.seats(ship)))
        for ship in _own_ships(problem, traveller)
    )


def _own_ships(problem: Problem, traveller: Traveller) -> list[str]:
    """List the ships that may bring a person up: the one flown, or those of their line."""
    up = problem.any_flight(traveller.up)
    if traveller.is_aboard:
        return [up.id]
    return [
        flight.id
        for flight in problem.flights.values()
        if flight.is_ahead
        and flight.launch_on >= up.launch_on
        and (flight.id == up.id or (up.line is not None and flight.line == up.line))
    ]


def _demands(problem: Problem, person: str) -> list[Demand]:
    return [demand for demand in problem.demands if demand.subject == person]


def seat_groups(problem: Problem) -> tuple[SeatGroup, ...]:
    """Sort the people who are not settled into seat groups and classes, in order of id.

    One unsettled person of a crew still on the ground makes the whole crew unsettled: it flies
    together.
    """
    loose = [t for t in problem.travellers.values() if not is_settled(problem, t)]
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
