"""Crews by ship: who goes up on what, in the order of their line (CT-2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.bench.planning_peers.daily_ships import DailyShip
from scripts.bench.planning_peers.instance import Instance, Load, Queue
from scripts.bench.planning_peers.program import TRUE, Program, Terms, minus


class DailyCrews:
    """For each load whether it is carried, and for each day whether it has come."""

    def __init__(
        self, program: Program, instance: Instance, ships: Mapping[str, DailyShip]
    ) -> None:
        """Make the columns, and keep ships and crews of each line in order."""
        self._program = program
        self._ships = ships
        self._carries: dict[tuple[str, str], Terms] = {}
        self._come: dict[tuple[str, str, int], Terms] = {}
        self._loads = [load for queue in instance.queues for load in queue.loads]
        self._crewed: dict[str, Terms] = {}
        for ship in instance.ships:
            if not ship.is_ahead:
                self._crewed[ship.id] = TRUE if ship.crew else []
        for queue in instance.queues:
            self._make_queue(queue)
            self._keep_launches(queue)

    def _make_queue(self, queue: Queue) -> None:
        program = self._program
        for name in queue.ships:
            ship, loads = self._ships[name], [load for load in queue.loads if load.ship == name]
            for load in loads:
                is_sure = ship.ship.must_carry and len(loads) == 1
                carried = ship.flies if is_sure else [(1, program.yes_no())]
                self._carries[name, load.crew] = carried
            told = [term for load in loads for term in self.carries(name, load.crew)]
            self._crewed[name] = told
            if ship.ship.must_carry:
                program.equal([*told, *minus(ship.flies)], 0)
            else:
                program.at_most([*told, *minus(ship.flies)], 0)
            if not ship.ship.may_carry:
                program.equal(told, 0)
            if ship.ship.lead_days:  # LB-7: an empty one is a replacement
                early = ship.launched(ship.ship.lead_days - 1)
                program.at_most([*early, *minus(told)], 0)
        for place, crew in enumerate(queue.crews):
            program.at_most([t for name in queue.ships for t in self.carries(name, crew)], 1)
            for number, name in enumerate(queue.ships):
                if place and self.carries(name, crew):
                    before = queue.ships[:number]
                    ahead = [t for one in before for t in self.carries(one, queue.crews[place - 1])]
                    program.at_most([*self.carries(name, crew), *minus(ahead)], 0)

    def _keep_launches(self, queue: Queue) -> None:
        """Launch in order: ``owed`` says that a ship before, which flies, has not launched yet."""
        program, owed = self._program, dict[int, Terms]()
        for before, after in zip(queue.ships, queue.ships[1:], strict=False):
            ship, following, newer = self._ships[before], self._ships[after], dict[int, Terms]()
            if not following.launches:
                continue
            for day in range(min(following.launches) - 1, max(following.launches)):
                late = [*ship.flies, *minus(ship.launched(day))]
                newer[day] = [(1, program.yes_no())]
                program.at_most([*late, *minus(newer[day])], 0)
                program.at_most([*owed.get(day, []), *minus(newer[day])], 0)
                program.at_most([*following.launched(day + 1), *newer[day]], 1)
            owed = newer

    def loads(self, crew: str) -> Iterator[Load]:
        """Walk the ships that may bring a crew."""
        return (load for load in self._loads if load.crew == crew)

    def carries(self, ship: str, crew: str) -> Terms:
        """Say whether a ship brings a crew."""
        return self._carries.get((ship, crew), [])

    def is_crewed(self, ship: str) -> Terms:
        """Say whether a ship brings anybody, or has brought somebody."""
        return self._crewed.get(ship, [])

    def has_come(self, ship: str, crew: str, day: int) -> Terms:
        """Say whether a ship has brought a crew by a day."""
        key = ship, crew, day
        if key not in self._come:
            one = self._ships[ship]
            carried, came = self.carries(ship, crew), one.came(day)
            is_whole = carried == one.flies or came == one.flies
            told = (came if carried == one.flies else carried) if is_whole else None
            self._come[key] = self._program.both(carried, came) if told is None else told
        return self._come[key]
