"""Handovers by pair: whether one crew relieves another, by how long a gap or overlap (HO-1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.bench.planning_peers.daily_crews import DailyCrews
from scripts.bench.planning_peers.daily_people import DailyPeople
from scripts.bench.planning_peers.daily_ships import DailyShip
from scripts.bench.planning_peers.instance import Instance, Ship
from scripts.bench.planning_peers.program import TRUE, Program, Terms, minus, times


@dataclass(frozen=True)
class DailyHandover:
    """One crew relieving another, if it happens; ``comes`` and ``leaves`` are day numbers."""

    incoming: str
    outgoing: str
    happens: Terms
    comes: Terms
    leaves: Terms
    wished: int
    most_gap: int


class DailyHandovers:
    """All handovers that may happen, with their least overlap and those that are demanded."""

    def __init__(
        self,
        program: Program,
        instance: Instance,
        ships: Mapping[str, DailyShip],
        crews: DailyCrews,
        people: DailyPeople,
    ) -> None:
        """Make a column for each handover, and hold each to its least overlap."""
        self._program = program
        self._instance = instance
        self._ships = ships
        self._crews = crews
        self._far = 2 * instance.end + 1000
        self._landed: dict[str, Terms] = {}
        self._people = people
        self._departed = dict(instance.departed)
        relieving = [one for ship in ships.values() for one in self._relieving(ship.ship)]
        open_ends = [one for ship in ships.values() for one in self._unrelieved(ship.ship)]
        self.all = [*relieving, *open_ends]
        for one in relieving:
            self._overlap(one)
        for demand in instance.reliefs:
            pair = demand.outgoing, demand.incoming
            held = [one for one in relieving if (one.outgoing, one.incoming) == pair]
            program.equal([term for one in held for term in one.happens], 1)
            for one in held:
                overlap = [*one.leaves, *minus(one.comes)]
                if demand.is_direct:
                    program.at_least(overlap, 1)
                else:
                    program.at_most(overlap, 0)

    def lands_people(self, ship: str) -> Terms:
        """Say whether anybody lands in a ship."""
        if ship not in self._landed:
            lands = self._people.landing_in(ship)
            told: Terms = [(1, self._program.yes_no())] if lands else []
            for term in lands:
                self._program.at_most([term, *minus(told)], 0)
            if lands:
                self._program.at_most([*told, *minus(lands)], 0)
            self._landed[ship] = told
        return self._landed[ship]

    def _relieving(self, ship: Ship) -> Iterator[DailyHandover]:
        """Walk the crews that a crew may relieve: that of the nearest ship that flies."""
        nearer: list[Terms] = []
        if ship.line is None or not self._crews.is_crewed(ship.id):
            return
        comes = self._ships[ship.id].dock_number
        dock = self._ships[ship.id].first_day
        for name in ship.relieves:
            crewed = self._crews.is_crewed(ship.id)
            if name in self._departed:
                left = self._departed[name]
                happens = self._all([crewed], nearer)
                yield DailyHandover(
                    ship.id,
                    name,
                    happens,
                    comes,
                    times(left, TRUE),
                    ship.wished_handover,
                    self._instance.end - left,
                )
                return
            before = self._ships[name]
            happens = self._all([crewed, before.flies, self.lands_people(name)], nearer)
            if happens:
                most = max(0, self._instance.end - min(before.undocks, default=dock))
                leaves = before.undock_number
                yield DailyHandover(
                    ship.id, name, happens, comes, leaves, ship.wished_handover, most
                )
            nearer = [*nearer, before.flies]

    def _unrelieved(self, ship: Ship) -> Iterator[DailyHandover]:
        """Give the gap to the end of the horizon that a crew leaves when nobody follows it."""
        if ship.line is None or not ship.followers:
            return
        mine, days = self._ships[ship.id], self._instance.days
        others = [self._crews.is_crewed(name) for name in ship.followers if name in self._ships]
        left = mine.left(days - 1)
        happens = self._all([mine.flies, self.lands_people(ship.id), left], others)
        if happens:
            first, until = ship.followers[0], times(days, TRUE)
            yield DailyHandover(
                first, ship.id, happens, until, mine.undock_number, ship.wished_after, days
            )

    def _all(self, wanted: list[Terms], unwanted: list[Terms]) -> Terms:
        """Make a column that is 1 exactly when all of some hold and none of others."""
        if TRUE in unwanted or [] in wanted:
            return []
        wanted = [one for one in wanted if one != TRUE]
        unwanted = [one for one in unwanted if one]
        if not wanted and not unwanted:
            return TRUE
        if not unwanted and len(wanted) == 1:
            return wanted[0]
        column: Terms = [(1, self._program.yes_no())]
        for one in wanted:
            self._program.at_most([*column, *minus(one)], 0)
        for one in unwanted:
            self._program.at_most([*column, *one], 1)
        held = [term for one in wanted for term in one]
        held += [term for one in unwanted for term in minus(one)]
        self._program.at_most([*held, *minus(column)], len(wanted) - 1)
        return column

    def _overlap(self, one: DailyHandover) -> None:
        """Overlap by the least days, or not at all."""
        least = self._instance.ship[one.incoming].least_handover
        if not least:
            return
        direct, far = [(1, self._program.yes_no())], self._far
        overlap = [*one.leaves, *minus(one.comes)]
        loose = times(far, one.happens)
        self._program.at_least([*overlap, *minus(loose), *times(-far, direct)], least - 2 * far)
        self._program.at_most([*overlap, *loose, *times(-far, direct)], far)
