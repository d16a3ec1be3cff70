"""What can hold together: one model with a switch for each requirement, asked again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.solve import Answer, Engine

Mend = Callable[[Sequence[int], Collection[int]], bool]
"""Given a solution and the members that are on, posts what it breaks; says whether it did."""

Calm = Callable[[Collection[int]], Mapping[int, int]]
"""Given the members blamed so far, tells which variables may well keep which value."""


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
    that is far from the trouble is held where it is: where there is a plan, there often is one
    nearby. Then comes a search without presolve, which on many small questions is most of the
    work; at last one with everything that the solver has.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        switches: Iterable[cp_model.IntVar],
        engine: Engine,
        mend: Mend | None = None,
        calm: Calm | None = None,
    ) -> None:
        """Keep the model, whose domains and assumptions are set anew for each question.

        Parameters
        ----------
        mend
            Posts late what a solution breaks, until one breaks nothing.
        calm
            Tells what is far from the trouble; without it nothing is held.
        """
        self.model = model
        self.engine = engine
        self.switches = tuple(switches)
        self._mend = mend
        self._calm = calm
        self._blamed: frozenset[int] = frozenset()

    @property
    def members(self) -> range:
        """Give all members."""
        return range(len(self.switches))

    def ask(self, members: Collection[int]) -> Reply:
        """Ask whether some members can hold together."""
        on = frozenset(members)
        while True:
            answer, core = self._solve(on)
            self._blamed |= core
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
        held = self._held(model)
        nearby = self.engine.brief(held) if held else None
        if nearby and nearby.has_plan and nearby.is_proved:
            tighter = model.clone()
            tighter.clear_objective()
            tighter.add(total <= nearby.objective - 1)
            if nearby.objective == 0 or self.engine.quick(tighter)[0].is_infeasible:
                return nearby
        answer, _ = self.engine.quick(model)
        return answer if answer.is_proved else self.engine.solve(model)

    def _held(self, model: cp_model.CpModel) -> cp_model.CpModel | None:
        """Copy a model, with all that is far from the members blamed so far held where it is."""
        calm = self._calm(self._blamed) if self._calm else {}
        if not calm:
            return None
        held = model.clone()
        for index, value in calm.items():
            domain = held.proto.variables[index].domain
            domain[0] = domain[1] = value
        return held

    def _solve(self, on: frozenset[int]) -> tuple[Answer, frozenset[int]]:
        """Try nearby; then anywhere, quickly; then thoroughly."""
        variables = self.model.proto.variables
        for member, switch in enumerate(self.switches):
            domain = variables[switch.index].domain
            domain[0], domain[1] = 0, int(member in on)
        self.model.clear_assumptions()
        held = self._held(self.model)
        if held:
            for member in on:
                held.proto.variables[self.switches[member].index].domain[0] = 1
            nearby = self.engine.brief(held)
            if nearby.has_plan:
                return nearby, frozenset()
        self.model.add_assumptions([self.switches[member] for member in sorted(on)])
        answer, blamed = self.engine.quick(self.model)
        self.model.clear_assumptions()
        if answer.is_infeasible or self._is_kept(answer, on):
            core = frozenset(member for member in on if self.switches[member].index in blamed)
            return answer, core
        for member in on:
            variables[self.switches[member].index].domain[0] = 1
        return self.engine.solve(self.model), frozenset()

    def _is_kept(self, answer: Answer, on: Collection[int]) -> bool:
        """See that a solution keeps what was assumed: google/or-tools issue 4109."""
        return answer.has_plan and all(answer.values[self.switches[one].index] for one in on)
