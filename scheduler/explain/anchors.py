"""Ships held as published while a question is asked, and let go where they are in the way.

Where there is a plan there often is one nearby, and where there is none, most ships have no
part in it. Held ships leave little to search, and they are only assumed: whatever is said to be
impossible, is so without them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.solve import published_days

MANY_SHIPS = 30
"""With fewer ships nothing is held: to ask at once costs less than to let go; assumed."""
MANY_BLAMED = 6
FEW = 4
"""Of more than so many that are blamed, only the nearest few are let go at a time; assumed."""


class Anchors:
    """A literal for each ship, in order of launch, that holds it to all that is published of it."""

    def __init__(self, literals: Iterable[cp_model.IntVar] = (), free: Iterable[int] = ()) -> None:
        """Hold all but those at the places of ``free``."""
        self._literals = tuple(literals)
        self._free = set(free)

    @property
    def held(self) -> list[cp_model.IntVar]:
        """List the literals of the ships that are held."""
        return [one for place, one in enumerate(self._literals) if place not in self._free]

    def hold(self, model: cp_model.CpModel) -> None:
        """Hold, in a copy of the model, what is held."""
        for literal in self.held:
            model.proto.variables[literal.index].domain[0] = 1

    def drop(self, model: cp_model.CpModel) -> None:
        """Hold nothing that is not assumed."""
        for place, literal in enumerate(self._literals):
            domain = model.proto.variables[literal.index].domain
            domain[0], domain[1] = 0, int(place not in self._free)

    def let_go(self, blamed: Collection[int]) -> bool:
        """Let go of ships that are blamed, by index of their literal; say whether there were any.

        Of many, those nearest to the ones that are free already come first, and each time as
        many again.
        """
        places = [
            place
            for place, literal in enumerate(self._literals)
            if literal.index in blamed and place not in self._free
        ]
        if len(places) > MANY_BLAMED and self._free:
            places.sort(key=lambda place: min(abs(place - free) for free in self._free))
            places = places[: max(FEW, len(self._free))]
        self._free.update(places)
        return bool(places)


def make_anchors(board: Board) -> Anchors:
    """Make the anchors of a board; none where it has few ships.

    Ships that the what-if speaks of are free from the start.
    """
    ships = sorted(board.ships.values(), key=lambda ship: (ship.flight.launch_on, ship.id))
    if len(ships) < MANY_SHIPS:
        return Anchors()
    literals, free = list[cp_model.IntVar](), list[int]()
    named = _named(board)
    for ship in ships:
        days = list(published_days(board, ship))
        if any(isinstance(expr, int) and expr != number for expr, number in days):
            continue
        literal = board.new_literal(f"anchor:{ship.id}")
        for expr, number in days:
            if not isinstance(expr, int):
                board.model.add(expr == number).only_enforce_if(literal)
        if ship.id in named:
            free.append(len(literals))
        literals.append(literal)
    return Anchors(literals, free)


def _named(board: Board) -> set[str]:
    """Name the flights that demands speak of, and those that bring the people they speak of."""
    subjects = {demand.subject for demand in board.problem.demands}
    return subjects | {t.up for t in board.problem.travellers.values() if t.person in subjects}
