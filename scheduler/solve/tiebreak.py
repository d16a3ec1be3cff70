"""The canonical tie-break: of all plans equally good by every goal, the one that comes first.

Plans are compared number by number: flights in order of id (launch, undocking, ports in the
order of the station file, relocation days), then crews, landings and seats of people in order
of id, seats moving as early as they can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ortools.sat.python import cp_model

from scheduler.board import Board, Number, Ship
from scheduler.solve.engine import CORES_GLANCE, LINEAR, Answer, Engine
from scheduler.solve.pieces import LONG_SHIPS
from scheduler.solve.values import Values

Keep = Callable[[tuple[int, ...]], bool]
Progress = Callable[[str, str, str], None]


class TieBreak:
    """Goes from a plan to the first of all plans equally good.

    Each round asks for the first number that can be smaller while those before it stand, and
    then for its least value. It ends with the proof that none can. ``keep`` says whether a plan
    breaks nothing; what it breaks is posted, and the round repeated.
    """

    def __init__(self, board: Board, engine: Engine, keep: Keep, progress: Progress) -> None:
        """Leave the goals behind: they are fixed by now."""
        self._model = board.model
        self._engine = engine
        self._keep = keep
        self._progress = progress
        self._ways = () if len(board.ships) > LONG_SHIPS else (CORES_GLANCE, LINEAR)
        self._numbers = list(_numbers(board))
        self._model.clear_objective()

    def run(self, values: tuple[int, ...]) -> bool:
        """Break the ties; say whether the end was reached before the time ran out."""
        first = 0
        while first < len(self._numbers):
            self._progress("earliest", f"{first} of {len(self._numbers)} ties settled", "")
            probe = self._probe(first, Values(values))
            if probe.is_infeasible:
                break
            if not probe.is_proved:
                return False
            if not self._keep(probe.values[: len(self._model.proto.variables)]):
                continue
            place = first + probe.objective
            self._fix(first, place, Values(values))
            answer = self._least(place)
            if answer is None or not answer.is_proved:
                return False
            values = answer.values
            self._fix(place, place + 1, Values(values))
            first = place + 1
        self._progress("earliest", "all ties settled", "")
        return True

    def _fix(self, start: int, end: int, now: Values) -> None:
        for number in self._numbers[start:end]:
            self._model.add(number == now(number))

    def _least(self, place: int) -> Answer | None:
        """Find the least value of one number, by a plan that breaks nothing."""
        while True:
            self._model.minimize(self._numbers[place])
            answer = self._solve(self._model)
            self._model.clear_objective()
            if not answer.has_plan:
                return None
            if self._keep(answer.values):
                return answer

    def _probe(self, first: int, now: Values) -> Answer:
        """Find the first number that can be smaller than now while those before it stand."""
        probe = self._model.clone()
        before: cp_model.IntVar | None = None
        less: list[cp_model.IntVar] = []
        for number in self._numbers[first:]:
            here, same = probe.new_bool_var("less"), probe.new_bool_var("same")
            probe.add(number <= now(number) - 1).only_enforce_if(here)
            probe.add(number == now(number)).only_enforce_if(same)
            if before is not None:
                probe.add_implication(here, before)
                probe.add_implication(same, before)
            before = same
            less.append(here)
        probe.add_exactly_one(less)
        probe.minimize(sum(place * literal for place, literal in enumerate(less)))
        return self._solve(probe)

    def _solve(self, model: cp_model.CpModel) -> Answer:
        """Glance at a question first: mostly the plan in hand is nearly the first."""
        return self._engine.quickly(model, self._ways) or self._engine.solve(model)


def _numbers(board: Board) -> Iterator[Number]:
    """Walk the numbers that tell plans apart: flights, then people."""
    for ship in board.ships.values():
        yield from _flight_numbers(board, ship)
    for queue in board.queues:
        yield from (literal for literal in queue.carries.values())
    for landing in board.seats.landings:
        yield -landing.number
    if board.counts_seat_moves and board.seat_moves:  # else no plan as good as this has any
        yield sum(day * move for (_, _, day), move in board.seat_moves.items())
    for key in sorted(board.seats.held):
        yield board.seats.held[key]


def _flight_numbers(board: Board, ship: Ship) -> Iterator[Number]:
    """Walk launch, undocking, ports and relocation days; what is known is left out."""
    for timepoint in (ship.launch, ship.undock):
        if not timepoint.is_known:
            yield timepoint.expr
    places = {port: place for place, port in enumerate(board.problem.station.ports)}
    for slot in ship.slots:
        if not any(literal is True for literal in slot.at.values()):
            yield sum(places[port] * literal for port, literal in slot.at.items())
    for slot in ship.slots[1:]:
        yield slot.start.expr
