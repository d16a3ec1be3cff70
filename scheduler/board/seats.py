"""Seats on the board: for each seat group, how many of its people hold a seat where, each day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ortools.sat.python import cp_model

from scheduler.board.calendar import Calendar
from scheduler.board.crews import LineQueue
from scheduler.board.literals import Literal, Number
from scheduler.board.people import PeopleClass, SeatGroup, place_days
from scheduler.board.ships import Ship
from scheduler.domain import Problem, riders


@dataclass(frozen=True)
class Landing:
    """How many people of a class land in a ship; none means in no ship of the horizon."""

    group: SeatGroup
    people: PeopleClass
    ship: Ship | None
    number: cp_model.IntVar
    happens: cp_model.IntVar


@dataclass
class Seats:
    """The seat decisions of one problem.

    ``held[group, ship, day]`` counts the people of a group with their seat in a ship;
    ``without[group, day]`` those with none. Pairs that can never hold are left out.
    """

    groups: tuple[SeatGroup, ...]
    held: dict[tuple[str, str, int], cp_model.IntVar] = field(default_factory=dict)
    without: dict[tuple[str, int], cp_model.IntVar] = field(default_factory=dict)
    landings: list[Landing] = field(default_factory=list)

    @cached_property
    def _by_ship(self) -> dict[str, dict[int, list[cp_model.IntVar]]]:
        found: dict[str, dict[int, list[cp_model.IntVar]]] = {}
        for (_, ship, day), held in self.held.items():
            found.setdefault(ship, {}).setdefault(day, []).append(held)
        return found

    @property
    def ships(self) -> Iterable[str]:
        """Name the ships in which any group may hold seats."""
        return self._by_ship

    def in_ship(self, ship_id: str, day: int) -> list[cp_model.IntVar]:
        """List the counts of all groups in one ship on one day."""
        return self._by_ship.get(ship_id, {}).get(day, [])

    def uses(self, ship_id: str) -> bool:
        """Say whether any group may hold seats in a ship, or holds them on ``as_of``."""
        return ship_id in self._by_ship or any(group.seat_in == ship_id for group in self.groups)

    def landing_in(self, ship_id: str) -> list[Landing]:
        """List the landings in one ship."""
        return [one for one in self.landings if one.ship is not None and one.ship.id == ship_id]

    def staying(self, group: SeatGroup, ship_id: str, day: int) -> Number:
        """Count who would stay behind of a group with seats in a ship that leaves on a day."""
        held: Number = self.held.get((group.id, ship_id, day - 1), 0)
        if day == 0:
            held = group.size if group.seat_in == ship_id else 0
        return held - self._landed.get((group.id, ship_id), 0)

    @cached_property
    def _landed(self) -> dict[tuple[str, str], Number]:
        found: dict[tuple[str, str], list[cp_model.IntVar]] = {}
        for one in self.landings:
            if one.ship is not None:
                found.setdefault((one.group.id, one.ship.id), []).append(one.number)
        return {key: sum(numbers) for key, numbers in found.items()}

    def aboard(self, group: SeatGroup, day: int) -> Number:
        """Count the people of a group who are aboard on a day, seated or not."""
        return self.seated(group, day) + self.without[group.id, day]

    def seated(self, group: SeatGroup, day: int) -> Number:
        """Count the people of a group who hold a seat on a day."""
        return self._seated.get((group.id, day), 0)

    @cached_property
    def _seated(self) -> dict[tuple[str, int], Number]:
        found: dict[tuple[str, int], list[cp_model.IntVar]] = {}
        for (group, _, day), held in self.held.items():
            found.setdefault((group, day), []).append(held)
        return {key: sum(held) for key, held in found.items()}

    def landings_of(self, people: PeopleClass) -> list[Landing]:
        """List the landings of one class, the ones in no ship last."""
        return [one for one in self.landings if one.people is people]

    def ships_of(self, group: SeatGroup) -> Sequence[str]:
        """List the ships in which a group may hold seats, in order of id."""
        return self._by_group.get(group.id, ())

    @cached_property
    def _by_group(self) -> dict[str, list[str]]:
        pairs = sorted({(group, ship) for group, ship, _ in self.held})
        return {group: [s for who, s in pairs if who == group] for group, _ in pairs}


def settled_riders(
    problem: Problem, groups: tuple[SeatGroup, ...], ship_id: str, crew: tuple[str, ...]
) -> tuple[str, ...]:
    """List the settled people of a crew who ride a ship."""
    loose = {person for group in groups for person in group.people}
    return tuple(person for person in riders(problem, ship_id, crew) if person not in loose)


def riding(problem: Problem, ship_id: str, group: SeatGroup, people: PeopleClass) -> int:
    """Count the people of a class who ride a ship, if it brings their crew."""
    assert group.crew is not None
    crew = problem.any_flight(group.crew).crew
    return len(set(people.people).intersection(riders(problem, ship_id, crew)))


def least_settled(
    problem: Problem, queues: tuple[LineQueue, ...], groups: tuple[SeatGroup, ...], ship: Ship
) -> int:
    """Count the settled people who are sure to hold a seat in a ship while it is docked."""
    if not ship.flight.is_ahead:
        return len(settled_aboard(problem, groups, ship.id))
    for queue in queues:
        if ship.id in queue.is_crewed and queue.is_crewed[ship.id] is ship.flies:
            loads = [problem.any_flight(crew).crew for crew, _ in queue.loads(ship.id)]
            settled = (len(settled_riders(problem, groups, ship.id, load)) for load in loads)
            return min(settled, default=0)
    return 0


def settled_aboard(
    problem: Problem, groups: tuple[SeatGroup, ...], ship_id: str
) -> tuple[str, ...]:
    """List the settled people aboard whose ship this is."""
    loose = {person for group in groups for person in group.people}
    return tuple(
        traveller.person
        for traveller in problem.aboard_at_start()
        if traveller.up == ship_id and traveller.person not in loose
    )


class SeatMaker:
    """Builds the seat decisions; thrown away afterwards."""

    def __init__(
        self,
        model: cp_model.CpModel,
        problem: Problem,
        calendar: Calendar,
        ships: dict[str, Ship],
        queues: tuple[LineQueue, ...],
        groups: tuple[SeatGroup, ...],
        is_narrow: bool,
    ) -> None:
        """Keep what the steps need; ``is_narrow`` leaves out ships with no place to spare."""
        self._is_narrow = is_narrow
        self._model = model
        self._problem = problem
        self._calendar = calendar
        self._ships = ships
        self._queues = queues
        self._seats = Seats(groups)

    def make(self) -> Seats:
        """Make all seat decisions."""
        for group in self._seats.groups:
            for people in group.classes:
                self._make_landings(group, people)
            for ship in self._ships.values():
                self._make_held(group, ship)
            for day in range(self._calendar.length):
                name = f"no-seat:{group.id}:{day}"
                self._seats.without[group.id, day] = self._model.new_int_var(0, group.size, name)
        return self._seats

    def _may_use(self, group: SeatGroup, ship: Ship) -> bool:
        """Say whether a place in the ship can ever be free for the group.

        A ship that is sure to fly with a full crew of settled people and has no improvised or
        emergency place beyond them has none.
        """
        if self._problem.seats(ship.id) == 0:
            return False
        if not self._is_narrow or group.seat_in == ship.id or ship.flight.crew == group.people:
            return True
        days = place_days(self._problem, ship.id)
        most = max(self._problem.places_on(ship.id, day).total for day in days)
        return most > least_settled(self._problem, self._queues, self._seats.groups, ship)

    def _make_landings(self, group: SeatGroup, people: PeopleClass) -> None:
        model, numbers = self._model, []
        for ship in [*self._ships.values(), None]:
            if ship is not None and not self._may_land(group, ship):
                continue
            name = f"lands:{people.people[0]}:{ship.id if ship else '-'}"
            number = model.new_int_var(0, people.size, name)
            happens = model.new_bool_var(f"some-{name}")
            model.add(number >= 1).only_enforce_if(happens)
            model.add(number == 0).only_enforce_if(~happens)
            landing = Landing(group, people, ship, number, happens)
            self._seats.landings.append(landing)
            numbers.append(number)
            if ship is None:
                continue
            self._come_before(group, landing, ship)
            if not isinstance(ship.flies, bool):
                model.add(number == 0).only_enforce_if(~ship.flies)
        model.add(sum(numbers) == self._flown(group, people))

    def _flown(self, group: SeatGroup, people: PeopleClass) -> Number:
        """Count the people of a class who come up at all."""
        if group.crew is None:
            return people.size
        return sum(
            riding(self._problem, ship.id, group, people) * literal
            for queue in self._queues
            for ship, literal in queue.carriers(group.crew)
        )

    def _come_before(self, group: SeatGroup, landing: Landing, ship: Ship) -> None:
        """Let nobody leave in a ship that undocks before they have come in another."""
        brought = self._ships.get(group.came_in) if group.crew is None else None
        lifts: list[tuple[Ship, Literal]] = [(brought, True)] if brought else []
        for queue in self._queues:
            lifts += queue.carriers(group.crew) if group.crew else ()
        for lift, literal in lifts:
            if lift is not ship and lift.dock.most >= ship.undock.least:
                when = [one for one in (landing.happens, literal) if not isinstance(one, bool)]
                later = self._model.add(ship.undock.expr >= lift.dock.expr + 1)
                later.only_enforce_if(when)

    def _may_land(self, group: SeatGroup, ship: Ship) -> bool:
        problem = self._problem
        if ship.flies is False:
            return False
        if ship.id in group.opened:
            return True
        return problem.seats(ship.id) > 0 and problem.type_of(ship.id).fitted in group.kinds

    def _make_held(self, group: SeatGroup, ship: Ship) -> None:
        """Make the daily counts for one ship; nobody holds a seat in a ship that is not there."""
        if not self._may_use(group, ship):
            return
        for day in range(self._calendar.length):
            literals = ship.is_docked(day)
            if any(literal is False for literal in literals):
                continue
            count = self._model.new_int_var(0, group.size, f"seat:{group.id}:{ship.id}:{day}")
            self._seats.held[group.id, ship.id, day] = count
            for literal in literals:
                if not isinstance(literal, bool):
                    self._model.add(count == 0).only_enforce_if(~literal)
