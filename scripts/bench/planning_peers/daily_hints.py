"""The published dates as a plan to look at first, as our own search has it too."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from scripts.bench.planning_peers.daily_crews import DailyCrews
from scripts.bench.planning_peers.daily_people import DailyPeople
from scripts.bench.planning_peers.daily_ships import DailyPorts, DailyShip
from scripts.bench.planning_peers.instance import Human, Instance
from scripts.bench.planning_peers.program import Program


def hint_published(
    program: Program,
    instance: Instance,
    ships: Mapping[str, DailyShip],
    ports: Mapping[str, DailyPorts],
    crews: DailyCrews,
    people: DailyPeople,
) -> None:
    """Hint each ship's published days and ports, and everybody in their own ship."""
    for name, daily in ships.items():
        _hint_ship(program, daily, ports[name])
    for queue in instance.queues:
        for load in queue.loads:
            program.hint(crews.carries(load.ship, load.crew), int(load.ship == load.crew))
    for person in instance.people:
        program.hint(people.stranded[person.id], 0)
        for name in person.lands_in:
            program.hint(people.lands(person.id, name), int(name == person.down))
        _hint_seats(program, instance, ships, people, person)


def _hint_ship(program: Program, daily: DailyShip, ports: DailyPorts) -> None:
    ship = daily.ship
    launch = _nearest(daily.launches, ship.launch_day)
    undock = _nearest(daily.undocks, ship.undock_day)
    for day in daily.launches:
        program.hint(daily.launch(day), int(day == launch))
        program.hint(daily.launched(day), int(day >= launch))
    for day in daily.undocks:
        program.hint(daily.undock(day), int(day == undock))
        program.hint(daily.left(day), int(day >= undock))
    moves = {day for _, day in ship.calls[1:]}
    for day in daily.docked_days:
        program.hint(daily.move(day), int(day in moves))
    if len(ports.ports) < 2 or not ship.calls:
        return
    starts = [(ship.calls[0][0], launch + ship.transit_days), *ship.calls[1:], ("", undock)]
    for (port, start), (_, end) in pairwise(starts):
        for day in daily.docked_days:
            if start <= day < end:
                for other in ports.ports:
                    program.hint(ports.at(other, day), int(other == port))


def _hint_seats(
    program: Program,
    instance: Instance,
    ships: Mapping[str, DailyShip],
    people: DailyPeople,
    person: Human,
) -> None:
    own = ships.get(person.seat_in or person.crew)
    if own is None:
        return
    dock = _nearest(own.launches, own.ship.launch_day) + own.ship.transit_days
    undock = _nearest(own.undocks, own.ship.undock_day)
    for day in range(instance.days):
        for name in ships:
            is_own = name == own.ship.id and dock <= day < undock
            program.hint(people.seat(person.id, name, day), int(is_own))


def _nearest(days: list[int], published: int) -> int:
    """Give the first day that is left from the published one on."""
    return next((day for day in days if day >= published), published)
