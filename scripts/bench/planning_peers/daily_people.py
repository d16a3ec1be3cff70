"""People by day: a column of 0 or 1 for each person, ship and day that may hold their seat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.bench.planning_peers.daily_crews import DailyCrews
from scripts.bench.planning_peers.daily_ships import DailyShip
from scripts.bench.planning_peers.instance import Human, Instance
from scripts.bench.planning_peers.program import TRUE, Program, Terms, minus, times


class DailyPeople:
    """Who lands where, who is aboard, who holds which seat: ``lands``, ``aboard``, ``seat``."""

    def __init__(
        self,
        program: Program,
        instance: Instance,
        ships: Mapping[str, DailyShip],
        crews: DailyCrews,
    ) -> None:
        """Make the columns person by person, and what binds people of one ship together."""
        self._program = program
        self._instance = instance
        self._ships = ships
        self._crews = crews
        self._lands: dict[tuple[str, str], Terms] = {}
        self.stranded: dict[str, Terms] = {}
        self._gone: dict[tuple[str, str, int], Terms] = {}
        self._seat: dict[tuple[str, str, int], Terms] = {}
        self.without: dict[tuple[str, int], Terms] = {}
        transits = [ship.transit_days for ship in instance.ships]
        self._seated = [ship for ship in ships.values() if ship.ship.seats and ship.flies]
        self._last = instance.days + max(transits, default=0) + 1
        for person in instance.people:
            self._land(person)
            self._go(person)
            self._sit(person)
            self._leave(person)
            self._keep_length(person)
            self._keep_demands(person)
        for ship in ships.values():
            self._fill(ship)

    def rides_up(self, person: Human) -> Iterator[tuple[str, Terms]]:
        """Walk the ships that may bring somebody up, each with whether it does."""
        for load in () if person.is_aboard else self._crews.loads(person.crew):
            if person.id in load.riders:
                yield load.ship, self._crews.carries(load.ship, load.crew)

    def flown(self, person: Human) -> Terms:
        """Say whether somebody is up or comes up."""
        return TRUE if person.is_aboard else [t for _, ride in self.rides_up(person) for t in ride]

    def lands(self, person: str, ship: str) -> Terms:
        """Say whether somebody lands in a ship."""
        return self._lands.get((person, ship), [])

    def landing_in(self, ship: str) -> Terms:
        """Count the people who land in a ship."""
        return [term for one in self._instance.people for term in self.lands(one.id, ship)]

    def come(self, person: Human, day: int) -> Terms:
        """Say whether somebody has come by a day."""
        if person.is_aboard:
            return TRUE if day >= person.comes_day else []
        told: Terms = []
        for load in self._crews.loads(person.crew):
            if person.id in load.riders:
                told += self._crews.has_come(load.ship, load.crew, day)
        return told

    def gone(self, person: Human, day: int) -> Terms:
        """Say whether somebody has gone by a day."""
        return [
            term for ship in person.lands_in for term in self._gone.get((person.id, ship, day), [])
        ]

    def aboard(self, person: Human, day: int) -> Terms:
        """Say whether somebody is aboard on a day."""
        return [*self.come(person, day), *minus(self.gone(person, day))]

    def seat(self, person: str, ship: str, day: int) -> Terms:
        """Say whether somebody holds a seat in a ship on a day."""
        return self._seat.get((person, ship, day), [])

    def _land(self, person: Human) -> None:
        """Give everybody who is up one ship home, or none in the horizon."""
        program = self._program
        for name in person.lands_in:
            ship = self._ships[name]
            if ship.flies:
                column = self._lands[person.id, name] = [(1, program.yes_no())]
                program.at_most([*column, *minus(ship.flies)], 0)
        stranded = self.stranded[person.id] = [(1, program.yes_no())]
        told = [term for name in person.lands_in for term in self.lands(person.id, name)]
        program.equal([*told, *stranded, *minus(self.flown(person))], 0)

    def _go(self, person: Human) -> None:
        """Tell by day who has gone; nobody goes before a day aboard."""
        for name in person.lands_in:
            ship, lands = self._ships[name], self.lands(person.id, name)
            for day in range(self._last + 1):
                left = ship.left(day)
                if lands and left:
                    is_over = day >= ship.last_day
                    both = lands if is_over else self._program.both(lands, left)
                    self._gone[person.id, name, day] = both
        for day in range(self._last + 1):
            gone = self.gone(person, day)
            if gone and self.come(person, day - 1) != TRUE:
                self._program.at_most([*gone, *minus(self.come(person, day - 1))], 0)

    def _sit(self, person: Human) -> None:
        """Give everybody aboard one seat or none, in a ship that is there and ready (LB-3)."""
        program, days = self._program, self._instance.days
        rides = dict(self.rides_up(person))
        for ship in self._seated:
            needs_none = person.is_aboard and person.seat_in == ship.ship.id
            for day in range(ship.first_day, min(ship.last_day, days)):
                ready = self._ready(ship, day) if not needs_none else TRUE
                ready = [*ready, *rides.get(ship.ship.id, [])]
                if not ready or ship.ship.room(day).total == 0 or not self.come(person, day):
                    continue
                column = self._seat[person.id, ship.ship.id, day] = [(1, program.yes_no())]
                if not needs_none and ready != TRUE:
                    program.at_most([*column, *minus(ready)], 0)
        for day in range(days):
            aboard = self.aboard(person, day)
            if not aboard:
                continue
            without = self.without[person.id, day] = [(1, program.yes_no())]
            held = [t for one in self._seated for t in self.seat(person.id, one.ship.id, day)]
            program.equal([*held, *without, *minus(aboard)], 0)

    def _ready(self, ship: DailyShip, day: int) -> Terms:
        transfer = ship.ship.transfer_days
        if ship.ship.is_docked:
            return TRUE if day >= transfer else []
        return ship.came(day - transfer)

    def _leave(self, person: Human) -> None:
        """Land in the ship that held the seat the day before; who stays has moved (LB-2)."""
        program, days = self._program, self._instance.days
        for ship in self._seated:
            name = ship.ship.id
            for day in ship.undocks:
                if day > days:
                    break
                held = self.seat(person.id, name, day - 1)
                if day == 0 and person.is_aboard and person.seat_in == name:
                    held = TRUE
                now = self._gone.get((person.id, name, day), [])
                before = self._gone.get((person.id, name, day - 1), [])
                if now:
                    program.at_most([*now, *minus(before), *minus(held)], 0)
                if day < days and held:
                    others = [
                        term
                        for other in self._seated
                        if other is not ship
                        for term in self.seat(person.id, other.ship.id, day)
                    ]
                    stays = [*held, *ship.undock(day), *minus(self.lands(person.id, name))]
                    program.at_most([*stays, *minus(others)], 1)

    def _fill(self, ship: DailyShip) -> None:
        """Hold people to the places of each day (LB-4, LB-5), and landings to seats (CT-3)."""
        name, room = ship.ship.id, ship.ship.room
        for day in range(ship.first_day, min(ship.last_day, self._instance.days)):
            held = [t for one in self._instance.people for t in self.seat(one.id, name, day)]
            if held:
                docked = times(room(day).total, ship.docked(day))
                self._program.at_most([*held, *minus(docked)], 0)
        lands = self.landing_in(name)
        if not lands:
            return
        self._program.at_most([*lands, *minus(times(ship.ship.seats, ship.flies))], 0)
        for one in ship.ship.rooms:
            fewer = ship.ship.seats - one.most_landing
            if fewer > 0:
                ill = [day for day in ship.undocks if one.first <= day < one.end]
                leaves = [term for day in ill for term in ship.undock(day)]
                self._program.at_most([*lands, *times(fewer, leaves)], ship.ship.seats)

    def _keep_length(self, person: Human) -> None:
        """Be away for as long as is allowed (CR-1)."""
        far = 2 * self._instance.end
        for name in person.lands_in:
            ship, lands = self._ships[name], self.lands(person.id, name)
            if not lands:
                continue
            rides = list(self.rides_up(person))
            if person.is_aboard:
                rides = [("", TRUE)]
            for up, ride in rides:
                launch = self._ships[up].launch_number if up else times(person.launched_day, TRUE)
                days = [*ship.land_number, *minus(launch)]
                loose = times(far, [*lands, *ride])
                if person.most_stay is not None:
                    self._program.at_most([*days, *loose], person.most_stay + 2 * far)
                if person.least_stay:
                    self._program.at_least([*days, *minus(loose)], person.least_stay - 2 * far)

    def _keep_demands(self, person: Human) -> None:
        """Do what a what-if demands of somebody."""
        program = self._program
        if person.return_by is not None:
            program.equal(self.stranded[person.id], 0)
            program.equal(self.flown(person), 1)
            for name in person.lands_in:
                ship = self._ships[name]
                left = ship.left(person.return_by - ship.ship.return_days)
                program.at_most([*self.lands(person.id, name), *minus(left)], 0)
        for name, ride in self.rides_up(person):
            ship = self._ships[name]
            for first, end in person.unavailable:
                days = [day for day in ship.launches if first <= day < end]
                program.at_most([*ride, *(t for day in days for t in ship.launch(day))], 1)
        if person.pinned_up and not person.is_aboard:
            program.equal(dict(self.rides_up(person)).get(person.pinned_up, []), 1)
        if person.pinned_down:
            program.equal(self.lands(person.id, person.pinned_down), 1)
