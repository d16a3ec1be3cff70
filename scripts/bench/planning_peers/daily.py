"""The daily programme: what CP-SAT and HiGHS are given alike, and how an answer is read from it.

It is the time-indexed model as it is usually written: 0 or 1 for each event of each ship on each
day on which it may be, for each port on each day, and for each person, ship and day that may hold
the seat. Nothing is left out that our own search decides by rule beforehand: everybody may sit and
land wherever the rules let them.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.bench.planning_peers.answer import Answer, Flown
from scripts.bench.planning_peers.daily_crews import DailyCrews
from scripts.bench.planning_peers.daily_goals import DailyGoals
from scripts.bench.planning_peers.daily_handovers import DailyHandovers
from scripts.bench.planning_peers.daily_hints import hint_published
from scripts.bench.planning_peers.daily_people import DailyPeople
from scripts.bench.planning_peers.daily_ships import DailyPorts, DailyShip
from scripts.bench.planning_peers.daily_traffic import post_traffic
from scripts.bench.planning_peers.instance import Human, Instance
from scripts.bench.planning_peers.program import Program, Terms, minus, value_of


class Daily:
    """The programme of one instance."""

    def __init__(self, instance: Instance) -> None:
        """Make columns, rows and parts."""
        self.instance = instance
        self.program = Program()
        self._ships = {ship.id: DailyShip(self.program, ship) for ship in instance.ships}
        self._ports = {name: DailyPorts(self.program, one) for name, one in self._ships.items()}
        post_traffic(self.program, instance, self._ships, self._ports)
        self._crews = DailyCrews(self.program, instance, self._ships)
        self._people = DailyPeople(self.program, instance, self._ships, self._crews)
        self._headcount()
        handovers = DailyHandovers(self.program, instance, self._ships, self._crews, self._people)
        goals = DailyGoals(
            self.program,
            instance,
            self._ships,
            self._ports,
            self._crews,
            self._people,
            handovers,
        )
        goals.post()
        hint_published(self.program, instance, self._ships, self._ports, self._crews, self._people)

    def _headcount(self) -> None:
        """Keep the station neither empty (CT-1) nor crowded for long (HO-3)."""
        one, program = self.instance, self.program
        crowds: list[Terms] = []
        for day in range(one.days):
            people = [term for person in one.people for term in self._people.aboard(person, day)]
            program.at_least(people, one.least_aboard[day])
            most = one.most_aboard[day]
            if most is not None:
                program.at_most(people, most)
            if one.long_term is None or one.most_crowded_days is None:
                continue
            crowd = [(1, program.yes_no())]
            beyond = len(one.people) - one.long_term
            program.at_most([*people, *((-max(0, beyond) * f, c) for f, c in crowd)], one.long_term)
            crowds = [*crowds, crowd][-one.most_crowded_days - 1 :]
            if len(crowds) > one.most_crowded_days:
                program.at_most([t for c in crowds for t in c], one.most_crowded_days)

    def hold(self, answer: Answer) -> None:
        """Fix all days, ports, rides and seats to those of an answer; what follows stays open."""
        program = self.program
        for name, daily in self._ships.items():
            flown = answer.ships.get(name)
            program.equal(daily.flies, int(flown is not None))
            if flown is None:
                continue
            if daily.ship.is_ahead:
                program.equal(daily.launch(flown.launch), 1)
            program.equal(daily.undock(flown.undock), 1)
            stays = {day: port for port, day in flown.ports}
            port = flown.ports[0][0]
            for day in daily.docked_days:
                port = stays.get(day, port)
                program.equal([*self._ports[name].at(port, day), *minus(daily.docked(day))], 0)
        for person in self.instance.people:
            for name, ride in self._people.rides_up(person):
                is_up = name in answer.ships and person.id in answer.ships[name].up
                program.equal(ride, int(is_up))
            for name in person.lands_in:
                is_down = name in answer.ships and person.id in answer.ships[name].down
                program.equal(self._people.lands(person.id, name), int(is_down))
            self._hold_seats(person, dict(answer.seats.get(person.id, ())))

    def _hold_seats(self, person: Human, seats: dict[int, str | None]) -> None:
        place: str | None = None
        for day in range(self.instance.days):
            place = seats.get(day, place)
            for name in self._ships:
                seat = self._people.seat(person.id, name, day)
                aboard = self._people.aboard(person, day) if name == place else []
                self.program.equal([*seat, *minus(aboard)], 0)

    def answer(self, values: Sequence[int]) -> Answer:
        """Read the columns' values as days, rides and seats."""
        ships = {
            name: self._flown(name, ship, values)
            for name, ship in self._ships.items()
            if value_of(ship.flies, values)
        }
        seats = {
            person.id: self._seats(person, values)
            for person in self.instance.people
            if value_of(self._people.flown(person), values)
        }
        return Answer(ships, seats)

    def _flown(self, name: str, daily: DailyShip, values: Sequence[int]) -> Flown:
        ports, days = self._ports[name], daily.docked_days
        stays: list[tuple[str, int]] = []
        for day in days:
            here = [one for one in ports.ports if value_of(ports.at(one, day), values)]
            if here and (not stays or stays[-1][0] != here[0]):
                stays.append((here[0], day))
        if not stays and daily.ship.port:  # it leaves on day 0
            stays.append((daily.ship.port, 0))
        people = self.instance.people
        return Flown(
            launch=value_of(daily.launch_number, values),
            undock=value_of(daily.undock_number, values),
            ports=tuple(stays),
            up=tuple(
                one.id
                for one in people
                if any(
                    ship == name and value_of(ride, values)
                    for ship, ride in self._people.rides_up(one)
                )
            ),
            down=tuple(
                one.id for one in people if value_of(self._people.lands(one.id, name), values)
            ),
        )

    def _seats(self, person: Human, values: Sequence[int]) -> tuple[tuple[int, str | None], ...]:
        """List where somebody sits from which day on; none is no seat."""
        found: list[tuple[int, str | None]] = []
        for day in range(self.instance.days):
            if not value_of(self._people.aboard(person, day), values):
                continue
            held = [
                name
                for name in self._ships
                if value_of(self._people.seat(person.id, name, day), values)
            ]
            seat = held[0] if held else None
            if not found or found[-1][1] != seat:
                found.append((day, seat))
        return tuple(found)
