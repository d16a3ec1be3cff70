"""What can hold together: one model with a switch for each requirement, asked again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.explain.anchors import Anchors
from scheduler.solve import Answer, Engine

Mend = Callable[[Sequence[int], Collection[int]], bool]
"""Given a solution and the members that are on, posts what it breaks; says whether it did."""

PATIENCE = 4
"""Every so many tries nothing is held; assumed."""


@dataclass(frozen=True)
class Reply:
    """Whether members can hold together; none when that was not decided.

    ``core`` are members that the solver blames when they cannot. It is a hint that proves
    nothing: see google/or-tools issue 5141. ``values`` are those of every variable when they can.
    """

    holds: bool | None
    core: frozenset[int] = frozenset()
    values: tuple[int, ...] = ()


class Oracle:
    """Says which requirements can hold together; a member is the place of its switch in a list.

    Members that are not asked for are off, so nothing of them is left in the model. First all
    ships that nothing has blamed are held as published: where there is a plan, there often is
    one nearby. Then comes a search without presolve, which on many small questions is most of
    the work, and in which they are let go one by one; at last one with everything that the
    solver has.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        switches: Iterable[cp_model.IntVar],
        engine: Engine,
        mend: Mend | None = None,
        anchors: Anchors | None = None,
    ) -> None:
        """Keep the model, whose domains and assumptions are set anew for each question.

        Parameters
        ----------
        mend
            Posts late what a solution breaks, until one breaks nothing.
        anchors
            What may be held as published; nothing without.
        """
        self.model = model
        self.engine = engine
        self.switches = tuple(switches)
        self._mend = mend
        self._anchors = anchors or Anchors()

    @property
    def members(self) -> range:
        """Give all members."""
        return range(len(self.switches))

    @property
    def holds_ships(self) -> bool:
        """Say whether any ship is held as published."""
        return bool(self._anchors.held)

    def ask(self, members: Collection[int]) -> Reply:
        """Ask whether some members can hold together."""
        on = frozenset(members)
        while True:
            answer, core = self._solve(on)
            if not answer.has_plan:
                return Reply(False, core) if answer.is_infeasible else Reply(None)
            if not self._mend or not self._mend(answer.values, on):
                return Reply(True, values=answer.values)

    def least(self, model: cp_model.CpModel, total: cp_model.LinearExprT) -> Answer:
        """Minimise a number that is never negative over a model made from this one.

        What is least nearby is least anywhere if nothing less can be; only where something can,
        or where there is nothing nearby, the whole model is searched.
        """
        model.minimize(total)
        nearby = self._nearby(model)
        if nearby and nearby.has_plan and nearby.is_proved:
            tighter = model.clone()
            tighter.clear_objective()
            tighter.add(total <= nearby.objective - 1)
            if nearby.objective == 0 or self.engine.quick(tighter)[0].is_infeasible:
                return nearby
        answer, _ = self.engine.quick(model)
        if not answer.is_proved:
            answer = self.engine.by_clauses(model)
        return answer if answer.is_proved else self.engine.solve(model)

    def _nearby(self, model: cp_model.CpModel, on: Collection[int] = ()) -> Answer | None:
        """Solve with all ships held that are not let go yet; none where none is held."""
        if not self._anchors.held:
            return None
        held = model.clone()
        self._anchors.hold(held)
        self._turn_on(held, on)
        return self.engine.brief(held)

    def _turn_on(self, model: cp_model.CpModel, on: Collection[int]) -> None:
        for member in on:
            model.proto.variables[self.switches[member].index].domain[0] = 1

    def _solve(self, on: frozenset[int]) -> tuple[Answer, frozenset[int]]:
        """Try nearby; then anywhere, quickly; then thoroughly."""
        variables = self.model.proto.variables
        for member, switch in enumerate(self.switches):
            domain = variables[switch.index].domain
            domain[0], domain[1] = 0, int(member in on)
        self._anchors.drop(self.model)
        nearby = self._nearby(self.model, on)
        if nearby and nearby.has_plan:
            return nearby, frozenset()
        answer, blamed = self._blaming([self.switches[one] for one in sorted(on)])
        if answer.is_infeasible or self._is_kept(answer, on):
            core = frozenset(member for member in on if self.switches[member].index in blamed)
            return answer, core
        self._turn_on(self.model, on)
        return self.engine.solve(self.model), frozenset()

    def _blaming(self, wanted: Sequence[cp_model.IntVar]) -> tuple[Answer, frozenset[int]]:
        """Search quickly, and let go of held ships until none is blamed.

        Now and then nothing is held: where a proof needs many ships, that is soon seen.
        """
        tries = 0
        while True:
            tries += 1
            held = self._anchors.held if tries % PATIENCE else []
            self.model.clear_assumptions()
            self.model.add_assumptions([*wanted, *held])
            answer, blamed = self.engine.quick(self.model)
            self.model.clear_assumptions()
            is_over = answer.is_proved or not self._anchors.held or not self.engine.seconds_left
            if answer.is_infeasible and self._anchors.let_go(blamed):
                self._anchors.drop(self.model)
            elif held or is_over:
                return answer, blamed

    def _is_kept(self, answer: Answer, on: Collection[int]) -> bool:
        """See that a solution keeps what was assumed: google/or-tools issue 4109."""
        return answer.has_plan and all(answer.values[self.switches[one].index] for one in on)
