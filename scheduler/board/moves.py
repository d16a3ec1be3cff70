"""Seat moves on the board: how many people of a group come into a ship from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.board.literals import Number, conjunction
from scheduler.board.seats import riding

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from scheduler.board.board import Board
    from scheduler.board.people import SeatGroup


def seat_moves(board: Board) -> dict[tuple[str, str, int], cp_model.IntVar]:
    """Make one count for each group, ship and day on which somebody may come into the ship.

    A crew that comes up in a ship does not move into it. Whoever stays when a ship leaves moves,
    be it into a seat that somebody gives up that day.
    """
    moves: dict[tuple[str, str, int], cp_model.IntVar] = {}
    for group in board.seats.groups:
        for ship in board.seats.ships_of(group):
            before: Number = group.size if group.seat_in == ship else 0
            for day in board.days:
                if board.ships[ship].dock.by(day) is False:
                    continue
                held = board.seats.held.get((group.id, ship, day), 0)
                if not isinstance(held, int):
                    come = board.model.new_int_var(0, group.size, f"move:{group.id}:{ship}:{day}")
                    arrived = _arriving(board, group, ship, day)
                    board.model.add(come >= held - before - arrived)
                    moves[group.id, ship, day] = come
                before = held
        _move_out(board, group, moves)
    return moves


def _move_out(
    board: Board, group: SeatGroup, moves: dict[tuple[str, str, int], cp_model.IntVar]
) -> None:
    """Count those at least who stay behind when a ship leaves."""
    come = {
        day: sum(moves.get((group.id, ship, day), 0) for ship in board.ships) for day in board.days
    }
    for ship in board.ships.values():
        for day in board.days:
            leaves = [one for one in ship.leaves_on(day) if one is not True]
            staying = board.seats.staying(group, ship.id, day)
            free = [literal for literal in leaves if not isinstance(literal, bool)]
            if len(free) < len(leaves) or (isinstance(staying, int) and staying <= 0):
                continue
            board.model.add(come[day] >= staying).only_enforce_if(free)


def _arriving(board: Board, group: SeatGroup, ship_id: str, day: int) -> Number:
    """Count the people of the group who come up in this ship on this day."""
    if group.crew is None:
        return 0
    ship = board.ships[ship_id]
    for queue in board.queues:
        literal = queue.carries.get((ship_id, group.crew))
        if literal is not None:
            now, before = (
                conjunction(board.model, (literal, ship.dock.by(on)), f"up:{ship_id}:{on}")
                for on in (day, day - 1)
            )
            people = sum(riding(board.problem, ship_id, group, one) for one in group.classes)
            return people * (now - before)
    return 0
