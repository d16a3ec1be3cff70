"""Neighbouring ports: no docking or leaving while a blocking ship stands next to the port."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, FlightPlan, Plan, Problem
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board, Literal, Number, PortSlot, RequirementScope, Ship

Moves = Iterable[tuple["Number", "Literal"]]


class NeighbouringPorts(Rule):
    """A port's blocked neighbours stand empty of certain types at every arrival and departure."""

    code: ClassVar[str] = "neighbouring-ports"
    ref: ClassVar[str] = "PT-5"
    hardness: ClassVar[str] = "F"
    sentence: ClassVar[str] = "No ship comes or goes beside a port where a blocking type stands."
    source: ClassVar[str] = "domain_rules PT-5"

    def post(self, board: Board) -> None:
        """Keep each arrival and departure out of each blocking stay."""
        for port in board.problem.station.ports.values():
            for neighbour, types in port.blocked_by.items():
                blockers = [s for s in board.ships.values() if s.flight.vehicle_type in types]
                if not blockers:
                    continue
                sentence = (
                    f"No ship comes to or leaves {port.id} "
                    f"while one of {', '.join(types)} is at {neighbour}."
                )
                with self.require(board, port.id, sentence) as require:
                    is_apart = all(port.id not in s.at for ship in blockers for s in ship.slots)
                    if board.is_narrow and is_apart:
                        _bar(board, require, blockers, neighbour, port.id)
                        continue
                    for blocker in blockers:
                        moves = list(_moves(board, port.id, blocker))
                        for slot in blocker.slots:
                            _keep_clear(board, require, moves, slot, neighbour)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look at every arrival and departure beside every blocking stay."""
        for port, mover, day in _events(plan, problem):
            for neighbour, types in problem.station.ports[port].blocked_by.items():
                for blocker in plan.flights:
                    is_other = blocker.flight != mover and blocker.vehicle_type in types
                    if is_other and _stands(blocker, neighbour, day):
                        text = (
                            f"{mover} moves at {port} on {day} "
                            f"while {blocker.flight} is at {neighbour}."
                        )
                        yield self.finding(port, text, day)


def _bar(
    board: Board, require: RequirementScope, blockers: list[Ship], neighbour: str, port: str
) -> None:
    """Keep all moves out of all blocking stays at once.

    That takes for granted that the stays do not meet each other, which port capacity demands.
    """
    moves = list(_moves(board, port))
    uses = [
        (board.interval(day, 1, day + 1, literal, f"moves@{port}"), 1) for day, literal in moves
    ]
    stays = (slot for ship in blockers for slot in ship.slots if neighbour in slot.at)
    for slot in stays:
        literal, name = slot.at[neighbour], f"bars@{neighbour}"
        bar = board.interval(slot.start.expr, slot.size, slot.end.expr, literal, name)
        uses.append((bar, len(moves)))
    require.limit(uses, len(moves))


def _keep_clear(
    board: Board, require: RequirementScope, moves: Moves, slot: PortSlot, neighbour: str
) -> None:
    """Keep each move before or after a blocking stay."""
    for day, literal in moves:
        before = board.new_literal(f"before:{neighbour}")
        when = (literal, slot.at.get(neighbour, False))
        require.add(day < slot.start.expr, *when, before)
        require.add(day >= slot.end.expr, *when, board.negate(before))


def _moves(
    board: Board, port: str, blocker: Ship | None = None
) -> Iterator[tuple[Number, Literal]]:
    """Walk the arrivals at and departures from a port by other ships, with their literals."""
    for ship in board.ships.values():
        for slot in ship.slots if ship is not blocker else ():
            if port not in slot.at:
                continue
            if not (slot.start.is_known and slot.start.least < 0):
                yield slot.start.expr, slot.at[port]
            yield slot.end.expr, slot.at[port]


def _events(plan: Plan, problem: Problem) -> Iterator[tuple[str, str, date]]:
    """Walk the arrivals and departures from ``as_of`` on: port, ship and day of each."""
    for flight in plan.flights:
        for stay in flight.ports if flight.flies else ():
            for day in (stay.from_on, stay.to_on):
                if day >= problem.as_of and stay.port in problem.station.ports:
                    yield stay.port, flight.flight, day


def _stands(ship: FlightPlan, port: str, day: date) -> bool:
    stays = ship.ports if ship.flies else ()
    return any(stay.port == port and stay.from_on <= day < stay.to_on for stay in stays)
