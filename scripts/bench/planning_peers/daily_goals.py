"""The goals by day, part by part, in the order that is asked for; smaller is better."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scripts.bench.planning_peers.daily_crews import DailyCrews
from scripts.bench.planning_peers.daily_handovers import DailyHandovers
from scripts.bench.planning_peers.daily_people import DailyPeople
from scripts.bench.planning_peers.daily_ships import DailyPorts, DailyShip
from scripts.bench.planning_peers.instance import Human, Instance
from scripts.bench.planning_peers.program import TRUE, Part, Program, Terms, merged, minus, times


class DailyGoals:
    """Makes the parts of each goal; the meaning is that of ``score`` in ``scheduler/goals``."""

    def __init__(
        self,
        program: Program,
        instance: Instance,
        ships: Mapping[str, DailyShip],
        ports: Mapping[str, DailyPorts],
        crews: DailyCrews,
        people: DailyPeople,
        handovers: DailyHandovers,
    ) -> None:
        """Keep what the costs are made of."""
        self._program = program
        self._instance = instance
        self._ships = ships
        self._ports = ports
        self._crews = crews
        self._people = people
        self._handovers = handovers

    def post(self) -> None:
        """Make all parts in their order."""
        parts: dict[str, Callable[[], Iterator[tuple[str, Terms, int]]]] = {
            "seats": self._seats,
            "staffing": self._staffing,
            "change": self._change,
            "handover": self._handover,
            "extension": self._extension,
            "margin": self._margin,
            "moves": self._moves,
        }
        for goal in self._instance.goals:
            for name, cost, most in parts[goal]() if goal in parts else ():
                total = self._number(most)
                self._program.at_most(merged([*cost, *minus(total)]), 0)
                self._program.parts.append(Part(goal, name, total, most))

    def _number(self, most: int) -> Terms:
        return [(1, self._program.number(0, most))]

    def _seats(self) -> Iterator[tuple[str, Terms, int]]:
        """Count person-days at each grade (LB-1), and forbid those below the least."""
        everybody, grades = len(self._instance.people), {n: list[Terms]() for n in (4, 3, 2, 1)}
        for day in range(self._instance.days):
            today: dict[int, Terms] = {4: [], 3: [], 2: [], 1: []}
            for person in self._instance.people:
                today[4] += self._people.without.get((person.id, day), [])
            for ship in self._ships.values():
                self._grade(ship, day, today)
            for grade, people in today.items():
                grades[grade].append(people)
                if grade > self._instance.least_grade[day] and people:
                    self._program.equal(people, 0)
        for grade, days in grades.items():
            cost = [term for people in days for term in people]
            yield f"G{grade}", cost, everybody * self._instance.days

    def _grade(self, ship: DailyShip, day: int, today: dict[int, Terms]) -> None:
        """Grade those in one ship: the certified seats go to those with a liner or suit first."""
        name, people = ship.ship.id, self._instance.people
        held = [t for one in people for t in self._people.seat(one.id, name, day)]
        if not held:
            return
        room = ship.ship.room(day)
        if room.emergency:
            today[3] += held
            return
        beyond: Terms = []
        if room.improvised and len(held) > room.certified:
            beyond = self._number(room.improvised)
            self._program.at_most([*held, *minus(beyond)], room.certified)
        today[2] += beyond
        strangers = [
            t
            for one in people
            if name not in one.fits
            for t in self._people.seat(one.id, name, day)
        ]
        if strangers and beyond:
            unfitted = self._number(len(strangers))
            self._program.at_most([*strangers, *minus(beyond), *minus(unfitted)], 0)
            strangers = unfitted
        today[1] += strangers

    def _staffing(self) -> Iterator[tuple[str, Terms, int]]:
        """Count the people missing by segment (HO-4)."""
        for segment in self._instance.segments:
            mine = [one for one in self._instance.people if one.segment == segment.id]
            cost: Terms = []
            for day, least in enumerate(segment.least):
                if least:
                    missing = self._number(least)
                    aboard = [term for one in mine for term in self._people.aboard(one, day)]
                    self._program.at_least([*aboard, *missing], least)
                    cost += missing
            yield segment.id, cost, sum(segment.least)

    def _change(self) -> Iterator[tuple[str, Terms, int]]:
        """Count crews that wait, flights changed, days moved."""
        waiting = times(len(self._instance.waiting), TRUE)
        for crew in self._instance.waiting:
            for load in self._crews.loads(crew):
                waiting += minus(self._crews.carries(load.ship, crew))
        crews = dict.fromkeys(one.crew for one in self._instance.people)
        for crew in crews:
            stays = self._number(1)
            for one in self._instance.people:
                if one.crew == crew:
                    stranded = self._people.stranded[one.id]
                    self._program.at_most([*stranded, *minus(stays)], 0)
            waiting += stays
        yield "crews_waiting", waiting, len(self._instance.waiting) + len(crews)
        changed = [self._changed(ship) for ship in self._ships.values()]
        yield "flights", [term for one in changed for term in one], len(changed)
        days = [term for ship in self._ships.values() for term in self._days_off(ship)]
        yield "days", days, 2 * self._instance.end * len(self._ships)

    def _changed(self, daily: DailyShip) -> Terms:
        """Say whether a flight differs from what is published: days, ports, crews."""
        ship, changed, kept = daily.ship, self._number(1), list[Terms]()
        kept.append(daily.undock(ship.undock_day))
        if ship.is_ahead:
            kept.append(daily.launch(ship.launch_day))
            if ship.crew:
                load = [one for one in self._crews.loads(ship.id) if one.ship == ship.id]
                is_whole = bool(load) and sorted(load[0].riders) == sorted(ship.crew)
                kept.append(self._crews.carries(ship.id, ship.id) if is_whole else [])
            else:
                self._program.at_most([*self._crews.is_crewed(ship.id), *minus(changed)], 0)
        dock = ship.launch_day + ship.transit_days
        for number, (port, day) in enumerate(ship.calls):
            if number or not ship.is_docked:
                kept.append(self._ports[ship.id].come(port, day if number else dock))
        if ship.calls:
            published = {day for _, day in ship.calls[1:]}
            others = [
                t for day in each_move(daily) if day not in published for t in daily.move(day)
            ]
            most = max(1, ship.most_moves)
            self._program.at_most([*others, *times(-most, changed)], 0)
        for person in self._instance.people:
            lands = self._people.lands(person.id, ship.id)
            if person.down == ship.id:
                kept.append(lands)
            elif lands:
                self._program.at_most([*lands, *minus(changed)], 0)
        flies = daily.flies if ship.is_optional else TRUE
        for one in kept:
            self._program.at_least([*changed, *one, *minus(flies)], 0)
        return changed

    def _days_off(self, daily: DailyShip) -> Terms:
        """Count the days that launch and undocking move; a flight that waits moves to the end."""
        ship, cost = daily.ship, Terms()
        for day in daily.launches:
            cost += times(abs(day - ship.launch_day), daily.launch(day))
        for day in daily.undocks:
            cost += times(abs(day - ship.undock_day), daily.undock(day))
        if ship.is_ahead and not ship.is_optional:
            wait = self._instance.days - ship.launch_day
            cost += [*times(wait, TRUE), *times(-wait, daily.flies)]
        return cost

    def _handover(self) -> Iterator[tuple[str, Terms, int]]:
        """Count days of gap, then days short of the wished overlap (HO-1)."""
        gaps, shorts, most_gap, most_short, far = Terms(), Terms(), 0, 0, 4 * self._instance.end
        for one in self._handovers.all:
            gap, short = self._number(max(0, one.most_gap)), self._number(one.wished)
            overlap = [*one.leaves, *minus(one.comes)]
            loose = times(-far, one.happens)
            self._program.at_least(merged([*gap, *overlap, *loose]), -far)
            told = merged([*short, *overlap, *gap, *loose])
            self._program.at_least(told, one.wished - far)
            gaps, shorts = [*gaps, *gap], [*shorts, *short]
            most_gap, most_short = most_gap + one.most_gap, most_short + one.wished
        yield "gap_days", gaps, most_gap
        yield "short_days", shorts, most_short

    def _extension(self) -> Iterator[tuple[str, Terms, int]]:
        """Measure the extensions of the people aboard on day 0 (CR-2)."""
        most, total, people = self._instance.end, Terms(), 0
        longest = self._number(most)
        for person in self._instance.people:
            if person.is_aboard and person.planned_day is not None:
                extension, people = self._extended(person, person.planned_day), people + 1
                self._program.at_most([*extension, *minus(longest)], 0)
                total += extension
        yield "longest", longest, most
        yield "total", total, most * max(1, people)

    def _extended(self, person: Human, planned: int) -> Terms:
        extension, far = self._number(self._instance.end), 2 * self._instance.end
        for name in person.lands_in:
            lands = self._people.lands(person.id, name)
            if lands:
                days = [*self._ships[name].land_number, *minus(extension), *times(far, lands)]
                self._program.at_most(days, planned + far)
        to_end = max(0, self._instance.days - planned)
        stranded = times(to_end, self._people.stranded[person.id])
        self._program.at_most([*stranded, *minus(extension)], 0)
        return extension

    def _margin(self) -> Iterator[tuple[str, Terms, int]]:
        """Count the days flown beyond those that leave the wished margin of life (VL-1)."""
        cost, most = Terms(), 0
        for daily in self._ships.values():
            if daily.ship.sound_days is not None:
                short = self._number(2 * self._instance.end)
                used = [*daily.land_number, *minus(daily.launch_number), *minus(short)]
                sound = times(-daily.ship.sound_days, daily.flies)
                self._program.at_most(merged([*used, *sound]), 0)
                cost, most = [*cost, *short], most + 2 * self._instance.end
        yield "days", cost, most

    def _moves(self) -> Iterator[tuple[str, Terms, int]]:
        """Count the seats that somebody comes into, then relocations."""
        cost = [term for one in self._instance.people for term in self._seat_moves(one)]
        yield "seat_moves", cost, len(self._instance.people) * self._instance.days
        moves = [term for daily in self._ships.values() for term in daily.all_moves]
        yield "relocations", moves, sum(daily.ship.most_moves for daily in self._ships.values())

    def _seat_moves(self, person: Human) -> Iterator[tuple[int, int]]:
        """Make one column a day; the seat in which somebody comes up is no move."""
        first = max(0, person.comes_day)
        ups = {load.ship for load in self._crews.loads(person.crew) if person.id in load.riders}
        for day in range(self._instance.days):
            move: Terms = []
            for name in self._ships:
                seat = self._people.seat(person.id, name, day)
                if not seat:
                    continue
                before = self._people.seat(person.id, name, day - 1)
                if person.is_aboard and day == first and person.seat_in == name:
                    before = TRUE
                elif not person.is_aboard and name in ups:
                    now = self._crews.has_come(name, person.crew, day)
                    before = [
                        *before,
                        *now,
                        *minus(self._crews.has_come(name, person.crew, day - 1)),
                    ]
                if before != TRUE:
                    move = move or self._number(1)
                    self._program.at_most([*seat, *minus(before), *minus(move)], 0)
            yield from move


def each_move(daily: DailyShip) -> list[int]:
    """List the days on which a ship may be relocated."""
    return [day for day in range(daily.first_day, daily.last_day) if daily.move(day)]
