"""Handovers on the board: which crew may relieve which, and on what condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.board.literals import Literal, Number, Timepoint, negate
from scheduler.domain import Flight, Standing, relieved_in_turn, relieves_next
from scheduler.units import FAR_DAYS

if TYPE_CHECKING:
    from scheduler.board.board import Board


@dataclass(frozen=True)
class PossibleHandover:
    """One crew relieving another, if ``happens`` holds: from docking to undocking.

    Where nobody comes before ``until``, the ship next in line stands for the one that will, and
    ``dock`` is the day ``until``.
    """

    line: str
    outgoing: Flight
    incoming: Flight
    dock: Timepoint
    undock: Timepoint
    happens: Literal


@dataclass(frozen=True)
class Relieved:
    """The crew that another relieves: when its ship undocks, and whether there is one."""

    undock: Number
    exists: Literal


def relieved(board: Board, incoming: Flight) -> Relieved:
    """Give the crew that a flight's relieves: that of the nearest ship before it that flies."""
    return _nearest(board, incoming, list(relieved_in_turn(board.problem, incoming)))


def _nearest(board: Board, incoming: Flight, turn: list[Flight]) -> Relieved:
    if not turn or (turn[0].standing is Standing.DEPARTED and incoming.standing is Standing.DOCKED):
        return Relieved(0, False)
    outgoing, rest = turn[0], turn[1:]
    if outgoing.standing is Standing.DEPARTED:
        return Relieved(board.calendar.day(outgoing.undock_on), True)
    ship = board.ships[outgoing.id]
    own = Relieved(ship.undock.expr, board.lands_people(outgoing.id))
    if ship.flies is True:
        return own
    if outgoing.id not in board.reliefs:
        before, name = _nearest(board, incoming, rest), f"relieved-after:{outgoing.id}"
        least, most = -FAR_DAYS, board.calendar.end
        undock = board.model.new_int_var(least, most, f"{name}:undock")
        exists = board.model.new_bool_var(f"{name}:exists")
        for literal, one in ((ship.flies, own), (negate(ship.flies), before)):
            board.model.add(undock == one.undock).only_enforce_if(literal)
            board.model.add(exists == one.exists).only_enforce_if(literal)
        board.reliefs[outgoing.id] = Relieved(undock, exists)
    return board.reliefs[outgoing.id]


def possible_handovers(board: Board) -> Iterator[PossibleHandover]:
    """Walk all handovers of all lines.

    A crew relieves the ship before it in its line, or the next before that if that one does not
    fly. A ship that comes, or leaves, without people takes no part. What has ended is past.
    """
    for ship in board.ships.values():
        if ship.flight.line is not None and board.problem.seats(ship.id) > 0:
            yield from _relieving(board, ship.flight)
            yield from _unrelieved(board, ship.flight)


def _relieving(board: Board, incoming: Flight) -> Iterator[PossibleHandover]:
    """Walk the handovers to one incoming crew: to the nearest ship before it that flies."""
    ship, line = board.ships[incoming.id], incoming.line or ""
    is_next = board.is_crewed(ship.id)
    idle = 0
    for outgoing in relieved_in_turn(board.problem, incoming):
        if _are_too_many(board, ship.id, idle):
            return
        idle += board.queue_of(outgoing.id) is board.queue_of(ship.id)
        if outgoing.standing is Standing.DEPARTED:
            if incoming.standing is not Standing.DOCKED:
                undock = Timepoint.known(board.model, board.calendar.day(outgoing.undock_on))
                yield PossibleHandover(line, outgoing, incoming, ship.dock, undock, is_next)
            return
        before = board.ships[outgoing.id]
        literal = board.all_of(
            [is_next, before.flies, board.lands_people(outgoing.id)],
            f"relieves:{ship.id}:{outgoing.id}",
        )
        yield PossibleHandover(line, outgoing, incoming, ship.dock, before.undock, literal)
        if before.flies is True:
            return
        nobody = f"nobody:{ship.id}:{outgoing.id}"
        is_next = board.all_of([is_next, negate(before.flies)], nobody)


def _unrelieved(board: Board, outgoing: Flight) -> Iterator[PossibleHandover]:
    """Give the handover that a crew leaves open if nobody of its line comes before ``until``."""
    following = relieves_next(board.problem, outgoing)
    due = [flight.id for flight in following if board.queue_of(flight.id) is not None]
    if not following or (due and _are_too_many(board, due[0], len(due))):
        return
    ship = board.ships[outgoing.id]
    happens = [ship.flies, board.lands_people(ship.id), ship.undock.by(board.calendar.length - 1)]
    for flight in following:
        if flight.id in board.ships:
            happens.append(negate(board.is_crewed(flight.id)))
    literal = board.all_of(happens, f"unrelieved:{ship.id}")
    until = Timepoint.known(board.model, board.calendar.length)
    yield PossibleHandover(outgoing.line or "", outgoing, following[0], until, ship.undock, literal)


def _are_too_many(board: Board, ship_id: str, idle: int) -> bool:
    """Say whether so many ships of a ship's queue cannot all go without a crew."""
    queue = board.queue_of(ship_id)
    return queue is not None and idle > queue.most_idle
