"""What keeps ships apart, day by day: events, pads, ports and their neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from scripts.bench.planning_peers.daily_ships import DailyPorts, DailyShip
from scripts.bench.planning_peers.instance import Instance, each
from scripts.bench.planning_peers.program import Program, Terms


def post_traffic(
    program: Program,
    instance: Instance,
    ships: Mapping[str, DailyShip],
    ports: Mapping[str, DailyPorts],
) -> None:
    """Keep ships apart: events (TR-1), pads (TR-7), ports (PT-1, PT-6), neighbours (PT-5)."""
    last = max(ship.last_day for ship in ships.values()) + 1
    _apart(
        program,
        instance.separation_days,
        last,
        lambda day: [
            term
            for one in ships.values()
            for term in (*one.dock(day), *one.move(day), *one.undock(day))
        ],
    )
    for pad in instance.pads:
        _apart(
            program,
            pad.turnaround_days,
            instance.days,
            partial(_launches, [ships[ship] for ship in pad.ships]),
        )
    for port in instance.ports:
        users_of = [one for one in ports.values() if port.id in one.ports]
        closed = set(each(tuple((a, min(b, last)) for a, b in port.closed)))
        for day in range(last):
            stands = [term for one in users_of for term in one.at(port.id, day)]
            if day in closed and stands:
                program.at_most(stands, 0)
            gone = [
                term
                for one in users_of
                for before in range(port.gap_days)
                for term in one.go(port.id, day - before)
            ]
            if len(users_of) > 1 and stands:
                program.at_most([*stands, *gone], 1)
    _keep_clear(program, instance, ports, last)


def _launches(ships: Sequence[DailyShip], day: int) -> Terms:
    return [term for ship in ships for term in ship.launch(day)]


def _apart(program: Program, days: int, last: int, events: Callable[[int], Terms]) -> None:
    """Let at most one event be in any ``days`` in a row."""
    window: list[Terms] = []
    for day in range(last):
        window = [*window, events(day)][-days:] if days else []
        told = [term for one in window for term in one]
        if len(told) > 1 and window[-1]:
            program.at_most(told, 1)


def _keep_clear(
    program: Program, instance: Instance, ports: Mapping[str, DailyPorts], last: int
) -> None:
    for block in instance.blocks:
        for blocker in block.ships:
            movers = [one for ship, one in ports.items() if ship != blocker]
            for day in range(last):
                stands = ports[blocker].at(block.neighbour, day)
                moves = [[*one.come(block.port, day), *one.go(block.port, day)] for one in movers]
                if instance.separation_days:  # then there is one event a day
                    moves = [[term for move in moves for term in move]]
                for move in moves:
                    if stands and move:
                        program.at_most([*stands, *move], 1)
