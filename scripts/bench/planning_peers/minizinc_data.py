"""The instance as MiniZinc data: everything by number, 0 for none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from scripts.bench.planning_peers.instance import Instance, Ship, each

PARTS = (
    "seats:G4",
    "seats:G3",
    "seats:G2",
    "seats:G1",
    "change:crews_waiting",
    "change:flights",
    "change:days",
    "handover:gap_days",
    "handover:short_days",
    "extension:longest",
    "extension:total",
    "margin:days",
    "moves:seat_moves",
    "moves:relocations",
)
"""In the order of their numbers in the model; a part of ``staffing`` follows for each segment."""
NO_DAY = -9999
FAR = 10**6


def cannot(instance: Instance) -> list[str]:
    """Say what the model has no words for."""
    many = [ship.id for ship in instance.ships if ship.most_moves > 1 or len(ship.calls) > 2]
    return [f"more than one relocation of a ship ({', '.join(many)})"] if many else []


def parts_of(instance: Instance) -> list[str]:
    """Name the parts in the order that is asked for."""
    staffing = [f"staffing:{segment.id}" for segment in instance.segments]
    named = [*PARTS, *staffing]
    return [part for goal in instance.goals for part in named if part.split(":")[0] == goal]


def data_of(instance: Instance) -> dict[str, Any]:
    """Say an instance in the names of ``planning.mzn``, all but the stage in hand."""
    return _Data(instance).data()


class _Data:
    def __init__(self, instance: Instance) -> None:
        self._one = instance
        self._ship = {ship.id: n + 1 for n, ship in enumerate(instance.ships)}
        self._port = {port.id: n + 1 for n, port in enumerate(instance.ports)}
        crews = dict.fromkeys(crew for queue in instance.queues for crew in queue.crews)
        self._crew = {crew: n + 1 for n, crew in enumerate(crews)}
        self._segment = {segment.id: n + 1 for n, segment in enumerate(instance.segments)}

    def data(self) -> dict[str, Any]:
        one = self._one
        named = [*PARTS, *(f"staffing:{segment.id}" for segment in one.segments)]
        parts = [named.index(part) + 1 for part in parts_of(one)]
        return {
            "H": one.days,
            "NEVER": one.end + 2 + max(ship.transit_days for ship in one.ships),
            "nS": len(one.ships),
            "nQ": len(one.ports),
            "nP": len(one.people),
            "nC": len(self._crew),
            "nG": len(one.segments),
            "separation": one.separation_days,
            "gap": [port.gap_days for port in one.ports],
            "least": [segment.least for segment in one.segments],
            "leastAboard": one.least_aboard,
            "mostAboard": [FAR if most is None else most for most in one.most_aboard],
            "longTerm": FAR if one.long_term is None else one.long_term,
            "mostCrowded": one.days if one.most_crowded_days is None else one.most_crowded_days,
            "leastGrade": one.least_grade,
            "nN": len(parts),
            "part": parts,
            **self._ships(),
            **self._rows(),
            **self._crews(),
            **self._people(),
            **self._handovers(),
        }

    def _ships(self) -> dict[str, Any]:
        ships = self._one.ships
        found: dict[str, Callable[[Ship], Any]] = {
            "ahead": lambda ship: ship.is_ahead,
            "standing": lambda ship: ship.is_docked,
            "optional": lambda ship: ship.is_optional,
            "mustFly": lambda ship: ship.must_fly,
            "mustCarry": lambda ship: ship.must_carry,
            "mayCarry": lambda ship: ship.may_carry,
            "launchOn": lambda ship: ship.launch_day,
            "undockOn": lambda ship: ship.undock_day,
            "transit": lambda ship: ship.transit_days,
            "back": lambda ship: ship.return_days,
            "mostMoves": lambda ship: ship.most_moves,
            "lead": lambda ship: ship.lead_days,
            "launchDays": lambda ship: _set(each(ship.launch_days)),
            "undockDays": lambda ship: _set(each(ship.undock_days)),
            "moveDays": lambda ship: _set(each(ship.move_days)),
            "portsOf": lambda ship: _set(self._port[port] for port in ship.ports),
            "portNow": lambda ship: self._port.get(ship.port or "", 0),
            "pinnedMove": lambda ship: max(ship.pinned_moves, default=-1),
            "seats": lambda ship: ship.seats,
            "transfer": lambda ship: ship.transfer_days,
            "sound": lambda ship: -1 if ship.sound_days is None else ship.sound_days,
            "hasCalls": lambda ship: bool(ship.calls),
            "call1": lambda ship: self._port.get(ship.calls[0][0], 0) if ship.calls else 0,
            "call2": lambda ship: self._port[ship.calls[1][0]] if len(ship.calls) > 1 else 0,
            "callDay": lambda ship: ship.calls[1][1] if len(ship.calls) > 1 else -1,
            "hasCrew": lambda ship: bool(ship.crew),
            "ownCrew": lambda ship: self._crew.get(ship.id, 0),
            "crewWhole": self._is_whole,
            "certified": lambda ship: self._rooms(ship, "certified"),
            "improvised": lambda ship: self._rooms(ship, "improvised"),
            "emergency": lambda ship: self._rooms(ship, "emergency"),
            "place": self._place,
        }
        return {name: [read(ship) for ship in ships] for name, read in found.items()}

    def _is_whole(self, ship: Ship) -> bool:
        loads = [load for queue in self._one.queues for load in queue.loads]
        own = [load for load in loads if (load.ship, load.crew) == (ship.id, ship.id)]
        return bool(own) and sorted(own[0].riders) == sorted(ship.crew)

    def _rooms(self, ship: Ship, kind: str) -> list[int]:
        return [getattr(ship.room(day), kind) for day in range(self._one.days)]

    def _place(self, ship: Ship) -> int:
        queues = [queue.ships for queue in self._one.queues if ship.id in queue.ships]
        return queues[0].index(ship.id) + 1 if queues else 0

    def _rows(self) -> dict[str, Any]:
        """Give the tables: lives, closures, blocks, pads, landings that health forbids."""
        one, number = self._one, self._ship
        lives = [(number[ship.id], life) for ship in one.ships for life in ship.lives]
        closed = [(self._port[p.id], span) for p in one.ports for span in p.closed]
        blocks = [(b.port, b.neighbour, ship) for b in one.blocks for ship in b.ships]
        caps = [
            (number[ship.id], room)
            for ship in one.ships
            for room in ship.rooms
            if ship.seats and room.most_landing < ship.seats
        ]
        return {
            "nL": len(lives),
            "lifeShip": [ship for ship, _ in lives],
            "lifeMost": [life.most for _, life in lives],
            "lifeFrom": [life.launch[0] for _, life in lives],
            "lifeTo": [life.launch[1] for _, life in lives],
            "lifeLandFrom": [life.land[0] for _, life in lives],
            "lifeLandTo": [life.land[1] for _, life in lives],
            "nK": len(closed),
            "closedPort": [port for port, _ in closed],
            "closedFrom": [span[0] for _, span in closed],
            "closedTo": [span[1] for _, span in closed],
            "nB": len(blocks),
            "blockPort": [self._port[port] for port, _, _ in blocks],
            "blockNext": [self._port[port] for _, port, _ in blocks],
            "blocker": [number[ship] for _, _, ship in blocks],
            "nT": len(one.pads),
            "padShips": [_set(number[ship] for ship in pad.ships) for pad in one.pads],
            "turnaround": [pad.turnaround_days for pad in one.pads],
            "nR": len(caps),
            "capShip": [ship for ship, _ in caps],
            "capFrom": [room.first for _, room in caps],
            "capTo": [room.end for _, room in caps],
            "capMost": [room.most_landing for _, room in caps],
        }

    def _crews(self) -> dict[str, Any]:
        one = self._one
        before = {
            crew: self._crew[queue.crews[place - 1]] if place else 0
            for queue in one.queues
            for place, crew in enumerate(queue.crews)
        }
        loads = [load for queue in one.queues for load in queue.loads]
        pairs = [
            (a, b)
            for queue in one.queues
            for place, a in enumerate(queue.ships)
            for b in queue.ships[place + 1 :]
        ]
        up = dict.fromkeys(person.crew for person in one.people)
        return {
            "lifts": [
                _set(self._ship[load.ship] for load in loads if load.crew == crew)
                for crew in self._crew
            ],
            "before": [before[crew] for crew in self._crew],
            "counts": [crew in one.waiting for crew in self._crew],
            "waitingElse": sum(crew not in self._crew for crew in one.waiting),
            "nO": len(pairs),
            "first": [self._ship[a] for a, _ in pairs],
            "second": [self._ship[b] for _, b in pairs],
            "nX": len(up),
            "strandable": [
                _set(n + 1 for n, person in enumerate(one.people) if person.crew == crew)
                for crew in up
            ],
        }

    def _people(self) -> dict[str, Any]:
        one, people = self._one, self._one.people
        loads = [load for queue in one.queues for load in queue.loads]
        away = [(n + 1, span) for n, person in enumerate(people) for span in person.unavailable]
        return {
            "aboardNow": [person.is_aboard for person in people],
            "comesOn": [person.comes_day for person in people],
            "launchedOn": [person.launched_day for person in people],
            "crewOf": [self._crew.get(person.crew, 0) for person in people],
            "rides": [
                _set(
                    self._ship[load.ship]
                    for load in loads
                    if load.crew == person.crew and person.id in load.riders
                )
                for person in people
            ],
            "landsIn": [_set(self._ship[ship] for ship in person.lands_in) for person in people],
            "fits": [_set(self._ship[ship] for ship in person.fits) for person in people],
            "seatNow": [self._ship.get(person.seat_in or "", 0) for person in people],
            "segmentOf": [self._segment[person.segment] for person in people],
            "plannedOn": [NO_DAY if p.planned_day is None else p.planned_day for p in people],
            "publishedDown": [self._ship.get(person.down, 0) for person in people],
            "leastStay": [person.least_stay for person in people],
            "mostStay": [FAR if p.most_stay is None else p.most_stay for p in people],
            "returnBy": [-1 if p.return_by is None else p.return_by for p in people],
            "pinUp": [self._ship.get(person.pinned_up or "", 0) for person in people],
            "pinDown": [self._ship.get(person.pinned_down or "", 0) for person in people],
            "nU": len(away),
            "awayWho": [person for person, _ in away],
            "awayFrom": [span[0] for _, span in away],
            "awayTo": [span[1] for _, span in away],
        }

    def _handovers(self) -> dict[str, Any]:
        one, departed = self._one, dict(self._one.departed)
        pairs = list(self._pairs())
        demanded = {(r.incoming, r.outgoing): 1 if r.is_direct else 2 for r in one.reliefs}
        ends = [ship for ship in one.ships if ship.line and ship.followers]
        return {
            "nV": len(pairs),
            "incoming": [self._ship[ship.id] for ship, _, _ in pairs],
            "outgoing": [self._ship.get(name, 0) for _, name, _ in pairs],
            "leftOn": [departed.get(name, 0) for _, name, _ in pairs],
            "nearer": [_set(self._ship[other] for other in nearer) for _, _, nearer in pairs],
            "wished": [ship.wished_handover for ship, _, _ in pairs],
            "leastOverlap": [ship.least_handover for ship, _, _ in pairs],
            "demanded": [demanded.get((ship.id, name), 0) for ship, name, _ in pairs],
            "nW": len(ends),
            "openShip": [self._ship[ship.id] for ship in ends],
            "openNext": [
                _set(self._ship[name] for name in ship.followers if name in self._ship)
                for ship in ends
            ],
            "openWished": [ship.wished_after for ship in ends],
        }

    def _pairs(self) -> Iterator[tuple[Ship, str, Sequence[str]]]:
        for ship in self._one.ships:
            for place, name in enumerate(ship.relieves):
                yield ship, name, ship.relieves[:place]


def _set(numbers: Iterator[int]) -> dict[str, list[int]]:
    return {"set": sorted(set(numbers))}
