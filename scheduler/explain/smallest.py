"""A conflict of least size, found between what must be hit and what cannot hold.

Whatever cannot hold together meets every correction set: members without which the rest can
hold. So a smallest choice of members that meets the correction sets known so far is no larger
than the smallest conflict; as soon as such a choice cannot hold together, it is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ortools.sat.python import cp_model

from scheduler.explain.oracle import Oracle
from scheduler.explain.shrinking import Shrunk, Told
from scheduler.solve import Engine


def smallest(oracle: Oracle, order: Sequence[int], known: Shrunk, told: Told) -> Shrunk | None:
    """Find a conflict of proved least size; among those, one that blames the first members.

    Parameters
    ----------
    order
        All members, what is to be blamed first at the front.
    known
        A conflict; it is the answer where nothing smaller is found.
    told
        Told the least size that is proved.

    Returns
    -------
    None when the time ran out before the least size was proved.
    """
    chooser = _Chooser(order, oracle.engine)
    while True:
        choice = chooser.choose()
        if choice is None:
            return None
        told(len(choice))
        if len(choice) >= len(known.members) and known.is_irreducible:
            return known
        reply = oracle.ask(choice)
        if reply.holds is False and oracle.ask(choice).holds is False:  # twice: issue 5295
            return Shrunk(tuple(one for one in order if one in choice), is_irreducible=True)
        correction = _correction(oracle, order, choice) if reply.holds else None
        if correction is None:
            return None
        chooser.must_meet(correction)


def _correction(oracle: Oracle, order: Sequence[int], kept: frozenset[int]) -> list[int] | None:
    """Take out members, blamed ones only, until the rest can hold; then put back what fits."""
    left, out = set(order), list[int]()
    while True:
        reply = oracle.ask(left)
        if reply.holds:
            break
        if reply.holds is None:
            return None
        loose = left - kept
        blamed = (reply.core & loose) or loose
        last = next(one for one in reversed(order) if one in blamed)
        out.append(last)
        left.remove(last)
    for one in list(islice(reversed(out), 1, None)):
        if oracle.ask(left | {one}).holds:
            left.add(one)
            out.remove(one)
    return out


class _Chooser:
    """Chooses as few members as meet every correction set, the first in order among equals."""

    def __init__(self, order: Sequence[int], engine: Engine) -> None:
        """Begin with no correction set; the engine's time is the chooser's."""
        self._engine = engine
        self._model = cp_model.CpModel()
        self._chosen: dict[int, cp_model.IntVar] = {}
        self._rank = {member: rank for rank, member in enumerate(order)}

    def must_meet(self, correction: Sequence[int]) -> None:
        """Add a correction set."""
        for member in correction:
            if member not in self._chosen:
                self._chosen[member] = self._model.new_bool_var(f"chosen:{member}")
        self._model.add_bool_or([self._chosen[member] for member in correction])

    def choose(self) -> frozenset[int] | None:
        """Choose; none when the solver finds no best choice."""
        most = len(self._rank) * (len(self._rank) + 1)
        cost = [(most + self._rank[member]) * one for member, one in self._chosen.items()]
        self._model.minimize(sum(cost))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = max(0.01, self._engine.seconds_left)
        if solver.solve(self._model) != cp_model.OPTIMAL:
            return None
        return frozenset(member for member, one in self._chosen.items() if solver.value(one))
