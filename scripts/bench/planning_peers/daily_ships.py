"""Ships by day: a column of 0 or 1 for each ship, event and day, and for each port and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scripts.bench.planning_peers.instance import Ship, each
from scripts.bench.planning_peers.program import TRUE, Program, Terms, merged, minus, times


class DailyShip:
    """One ship: for each day whether it launches, docks, moves, leaves; has come, has left."""

    def __init__(self, program: Program, ship: Ship) -> None:
        """Make the columns of its days."""
        self.ship = ship
        self._program = program
        self.launches = list(each(ship.launch_days)) if ship.is_ahead else []
        self._launch: dict[int, Terms] = {day: [(1, program.yes_no())] for day in self.launches}
        self._came = self._summed(self._launch, ship.transit_days)
        self.flies = TRUE
        if ship.is_ahead:
            self.flies = self._came[max(self._came)] if self._came else []
            if ship.must_fly:
                program.equal(self.flies, 1)
        dock = ship.launch_day + ship.transit_days
        self.first_day = max(0, min(self._came, default=0) if ship.is_ahead else dock)
        self.undocks = list(each(ship.undock_days)) if self.flies else []
        self._undock: dict[int, Terms] = {day: [(1, program.yes_no())] for day in self.undocks}
        self._left = self._summed(self._undock, 0)
        self.last_day = max(self._left, default=self.first_day)
        program.equal([*self.left(self.last_day), *minus(self.flies)], 0)
        for day in self.undocks:
            program.at_most([*self.left(day), *minus(self.came(day - 1))], 0)
        self._move = {day: [(1, program.yes_no())] for day in self._moves()}
        for day, move in self._move.items():
            program.at_most([*move, *self.left(day), *minus(self.came(day - 1))], 0)
        program.at_most([term for move in self._move.values() for term in move], ship.most_moves)
        for day in ship.pinned_moves:
            program.equal(self.move(day), 1)
        self._live()

    def _summed(self, events: Mapping[int, Terms], later: int) -> dict[int, Terms]:
        """Make a column for each day that tells whether the event has been by then."""
        found: dict[int, Terms] = {}
        if not events:
            return found
        before: Terms = []
        for day in range(min(events), max(events) + 1):
            if day in events:
                column = [(1, self._program.yes_no())]
                self._program.equal([*column, *minus(before), *minus(events[day])], 0)
                before = column
            found[day + later] = before
        return found

    def _moves(self) -> list[int]:
        days = each(self.ship.move_days) if self.ship.most_moves and self.flies else ()
        return [day for day in days if self.first_day < day < self.last_day]

    def launch(self, day: int) -> Terms:
        """Say whether it launches on a day; nothing for one that has launched."""
        return self._launch.get(day, [])

    def launched(self, day: int) -> Terms:
        """Say whether it has launched by a day."""
        return self.came(day + self.ship.transit_days)

    def dock(self, day: int) -> Terms:
        """Say whether it docks on a day from 0 on."""
        if self.ship.is_ahead:
            return self._launch.get(day - self.ship.transit_days, [])
        return TRUE if day == self.ship.launch_day + self.ship.transit_days else []

    def came(self, day: int) -> Terms:
        """Say whether it has docked by a day."""
        if not self.ship.is_ahead:
            return TRUE if day >= self.ship.launch_day + self.ship.transit_days else []
        if self._came and day > max(self._came):
            return self.flies
        return self._came.get(day, [])

    def undock(self, day: int) -> Terms:
        """Say whether it leaves on a day."""
        return self._undock.get(day, [])

    def left(self, day: int) -> Terms:
        """Say whether it has left by a day."""
        if self._left and day >= self.last_day:
            return self._left[self.last_day]
        return self._left.get(day, [])

    def move(self, day: int) -> Terms:
        """Say whether it is relocated on a day."""
        return self._move.get(day, [])

    def docked(self, day: int) -> Terms:
        """Say whether it is at the station on a day."""
        return [*self.came(day), *minus(self.left(day))]

    @property
    def docked_days(self) -> range:
        """Give the days on which it may be at the station."""
        return range(self.first_day, self.last_day)

    @property
    def all_moves(self) -> Terms:
        """Count its relocations."""
        return [term for day in self._move for term in self._move[day]]

    @property
    def launch_number(self) -> Terms:
        """Give its launch day; 0 for one that waits."""
        if not self.ship.is_ahead:
            return times(self.ship.launch_day, TRUE)
        return [term for day in self.launches for term in times(day, self.launch(day))]

    @property
    def dock_number(self) -> Terms:
        """Give its docking day; 0 for one that waits."""
        return [*self.launch_number, *times(self.ship.transit_days, self.flies)]

    @property
    def undock_number(self) -> Terms:
        """Give its undocking day; 0 for one that waits."""
        return [term for day in self.undocks for term in times(day, self.undock(day))]

    @property
    def land_number(self) -> Terms:
        """Give its landing day; 0 for one that waits."""
        return [*self.undock_number, *times(self.ship.return_days, self.flies)]

    def _live(self) -> None:
        """Land within life (VL-1): who has launched by a day, has left when that life is over."""
        ship = self.ship
        for life in ship.lives:
            first, end = (day - ship.return_days for day in life.land)
            begun = self.launched(life.launch[0] - 1) if ship.is_ahead else []
            for day in self.launches or [ship.launch_day]:
                if not life.launch[0] <= day < life.launch[1]:
                    continue
                since = self.launched(day) if ship.is_ahead else TRUE
                in_time = self.left(max(day + life.most - ship.return_days, first - 1))
                late = [*self.left(end - 1), *minus(in_time)]
                self._program.at_most(merged([*since, *minus(begun), *late]), 1)


class DailyPorts:
    """The ports of one ship by day: where it stands, comes to and goes from."""

    def __init__(self, program: Program, ship: DailyShip) -> None:
        """Make columns where there is a choice; else it stands where it can."""
        self._ship = ship
        known = (ship.ship.port,) if ship.ship.port else ()
        has_moves = bool(ship.all_moves)
        come_to = ship.ship.ports if has_moves or not known else ()
        self.ports = tuple(dict.fromkeys((*known, *come_to)))
        self._at: dict[tuple[str, int], Terms] = {}
        self._come: dict[tuple[str, int], Terms] = {}
        self._go: dict[tuple[str, int], Terms] = {}
        if not self.ports:
            program.equal(ship.flies, 0)
        if len(self.ports) > 1:
            for day in range(ship.first_day, ship.last_day + 1):
                self._make_day(program, day, come_to)

    def _make_day(self, program: Program, day: int, come_to: Iterable[str]) -> None:
        ship = self._ship
        comes, goes = [*ship.dock(day), *ship.move(day)], [*ship.undock(day), *ship.move(day)]
        for port in self.ports:
            is_there = day < ship.last_day
            at = self._at[port, day] = [(1, program.yes_no())] if is_there else []
            come = [(1, program.yes_no())] if comes and port in come_to else []
            go = [(1, program.yes_no())] if goes else []
            self._come[port, day], self._go[port, day] = come, go
            before = self.at(port, day - 1)
            program.equal([*at, *minus(before), *minus(come), *go], 0)
            if come:
                program.at_most([*come, *minus(at)], 0)
                program.at_most([*come, *before], 1)
        for events, found in ((comes, self._come), (goes, self._go)):
            if events:
                told = [term for port in self.ports for term in found[port, day]]
                program.equal([*told, *minus(events)], 0)
        stands = [term for port in self.ports for term in self.at(port, day)]
        program.equal([*stands, *minus(ship.docked(day))], 0)

    def at(self, port: str, day: int) -> Terms:
        """Say whether it stands at a port on a day."""
        if port not in self.ports:
            return []
        if len(self.ports) == 1:
            return self._ship.docked(day) if day in self._ship.docked_days else []
        if self._ship.ship.is_docked and day < 0:
            return TRUE if port == self._ship.ship.port else []
        return self._at.get((port, day), [])

    def come(self, port: str, day: int) -> Terms:
        """Say whether it comes to a port on a day, docking or relocated."""
        if self.ports == (port,):
            return self._ship.dock(day) if day >= 0 else []
        return self._come.get((port, day), [])

    def go(self, port: str, day: int) -> Terms:
        """Say whether it goes from a port on a day, undocking or relocated."""
        if self.ports == (port,):
            return self._ship.undock(day)
        return self._go.get((port, day), [])
