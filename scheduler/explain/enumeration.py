"""All conflicts of a case, one after another, up to a number or until the time is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ortools.sat.python import cp_model

from scheduler.explain.oracle import Oracle
from scheduler.explain.shrinking import Shrunk, preferred


class Conflicts:
    """Walks the irreducible conflicts among members; ``are_all`` says whether none is left.

    A map keeps what is known: no conflict lies within members that can hold together, and none
    but itself within or around one that is found. The largest unknown set is looked at next.
    """

    def __init__(self, oracle: Oracle, order: Sequence[int]) -> None:
        """Begin with nothing known."""
        self._oracle = oracle
        self._order = tuple(order)
        self._map = cp_model.CpModel()
        self._on = {member: self._map.new_bool_var(f"on:{member}") for member in order}
        self._map.maximize(sum(self._on.values()))
        self.are_all = False

    def __iter__(self) -> Iterator[Shrunk]:
        """Walk the conflicts, the preferred one first."""
        while True:
            seed = self._seed()
            if seed is None:
                return
            reply = self._oracle.ask(seed)
            if reply.holds is None:
                return
            if reply.holds:
                self._map.add_bool_or([self._on[one] for one in self._order if one not in seed])
                continue
            found = preferred(self._oracle, seed)
            yield found
            if not found.is_irreducible:
                return
            self._map.add_bool_or([~self._on[member] for member in found.members])

    def _seed(self) -> list[int] | None:
        """Give the largest set of members of which nothing is known; none when all is known."""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = max(0.01, self._oracle.engine.seconds_left)
        status = solver.solve(self._map)
        self.are_all = status == cp_model.INFEASIBLE
        if status != cp_model.OPTIMAL:
            return None
        return [member for member in self._order if solver.value(self._on[member])]
