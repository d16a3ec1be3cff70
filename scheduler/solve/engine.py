"""One call of CP-SAT: fixed seed, limits, hints; an answer or an honest no answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Self

from ortools.sat.python import cp_model

SEED = 20221215
PAIR = ("default_lp", "no_lp")
"""What two workers do: one leans on linear relaxations, one does without; measured, README."""
STUBBORN = ("reduced_costs", "no_lp")
"""What they do where the usual pair gets nowhere: slower mostly, but seldom stuck; measured."""
QUICK_WORK = 0.5
"""Work that a quick try may cost, in CP-SAT's deterministic seconds; assumed."""
CLAUSES_WORK = 5.0
"""Work that clauses alone may cost before relaxations join in, in the same; assumed."""


@dataclass(frozen=True)
class Way:
    """A quick way to try: one worker, no presolve, little work.

    Presolve costs more than all of the search where the plan in hand is best already, or nearly.
    What helps was measured, README.

    Parameters
    ----------
    work
        Work that it may cost, in CP-SAT's deterministic seconds.
    by_cores
        Raise the bound core by core, instead of asking for ever better plans.
    is_linear
        Lean on the linear relaxation.
    """

    work: float
    by_cores: bool = False
    is_linear: bool = False


GLANCE = Way(0.02)
CORES_GLANCE = Way(0.02, by_cores=True)
CORES = Way(0.25, by_cores=True)
LINEAR = Way(0.1, is_linear=True)


@dataclass(frozen=True)
class Answer:
    """How one solve ended; ``values`` holds every variable of the model when there is one."""

    status: cp_model.CpSolverStatus
    values: tuple[int, ...]
    objective: int
    bound: int
    seconds: float

    @property
    def has_plan(self) -> bool:
        """Say whether there are values."""
        return self.status in (cp_model.OPTIMAL, cp_model.FEASIBLE)

    @property
    def is_proved(self) -> bool:
        """Say whether the search is over: best value known, or none exists."""
        return self.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)

    @property
    def is_infeasible(self) -> bool:
        """Say whether it is proved that nothing satisfies the model."""
        return self.status == cp_model.INFEASIBLE


class Engine:
    """Solves models one after the other under one time limit."""

    def __init__(
        self,
        time_limit_s: float,
        *,
        seed: int = SEED,
        workers: int | None = None,
        uses_presolve: bool = True,
    ) -> None:
        """Start the clock."""
        self.seed = seed
        self.seconds = 0.0
        self._time_limit_s = time_limit_s
        self._workers = workers or min(8, os.cpu_count() or 1)
        self._uses_presolve = uses_presolve
        self._deadline = monotonic() + time_limit_s

    @property
    def seconds_left(self) -> float:
        """Give the time left of the limit; never negative."""
        return max(0.0, self._deadline - monotonic())

    def anew(self) -> Self:
        """Give an engine of the same settings with all of its time left."""
        return type(self)(
            self._time_limit_s,
            seed=self.seed,
            workers=self._workers,
            uses_presolve=self._uses_presolve,
        )

    def solve(
        self,
        model: cp_model.CpModel,
        on_better: Callable[[int, int], None] | None = None,
        work: float | None = None,
    ) -> Answer:
        """Solve one model in the time left.

        Parameters
        ----------
        model
            With or without an objective.
        on_better
            Called with value and bound whenever a better plan is found.
        work
            Most work to do, in CP-SAT's deterministic seconds; without it, what the time allows.
        """
        solver = self._solver(PAIR)
        if work is not None:
            solver.parameters.max_deterministic_time = work
        return self._run(solver, model, _Watcher(on_better) if on_better else None)

    def _run(
        self, solver: cp_model.CpSolver, model: cp_model.CpModel, watcher: _Watcher | None = None
    ) -> Answer:
        status = solver.solve(model, watcher)
        if status == cp_model.MODEL_INVALID:
            raise AssertionError(f"CP-SAT refuses the model: {model.validate()}")
        self.seconds += solver.wall_time
        has_plan = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return Answer(
            status=status,
            values=tuple(solver.response_proto.solution) if has_plan else (),
            objective=round(solver.objective_value) if has_plan else 0,
            bound=round(solver.best_objective_bound),
            seconds=solver.wall_time,
        )

    def stubborn(self, model: cp_model.CpModel, work: float) -> Answer:
        """Search in another way, for a model on which the usual one is stuck."""
        solver = self._solver(STUBBORN)
        solver.parameters.max_deterministic_time = work
        return self._run(solver, model)

    def by_cores(self, model: cp_model.CpModel, work: float) -> Answer:
        """Raise the bound core by core with one worker: quick where few wishes are broken."""
        solver = self._solver()
        solver.parameters.num_workers = 1
        solver.parameters.optimize_with_core = True
        solver.parameters.linearization_level = 0
        solver.parameters.max_deterministic_time = work
        return self._run(solver, model)

    def quickly(self, model: cp_model.CpModel, ways: Sequence[Way]) -> Answer | None:
        """Try one way after the other until one ends; none where no way does."""
        for way in ways:
            solver = self._solver()
            solver.parameters.num_workers = 1
            solver.parameters.cp_model_presolve = False
            solver.parameters.optimize_with_core = way.by_cores
            solver.parameters.linearization_level = int(way.is_linear)
            solver.parameters.max_deterministic_time = way.work
            answer = self._run(solver, model)
            if answer.is_proved:
                return answer
        return None

    def by_clauses(self, model: cp_model.CpModel) -> Answer:
        """Minimise with one worker that does without linear relaxations, for some time.

        Quick where the cost counts requirements that give way: relaxations of half of each say
        nothing; measured.
        """
        solver = self._solver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 0
        solver.parameters.max_deterministic_time = CLAUSES_WORK
        return self._run(solver, model)

    def brief(self, model: cp_model.CpModel) -> Answer:
        """Try a question of which presolve leaves little: one worker, little work."""
        solver = self._solver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = QUICK_WORK
        return self._run(solver, model)

    def quick(self, model: cp_model.CpModel) -> tuple[Answer, frozenset[int]]:
        """Try a small question: one worker, no presolve, little work.

        Returns
        -------
        The answer, and which assumptions of the model the solver blames where it finds that
        nothing satisfies them, by index of their variable. They are only a hint: see
        google/or-tools issue 5141.
        """
        solver = self._solver()
        solver.parameters.num_workers = 1
        solver.parameters.cp_model_presolve = False
        solver.parameters.linearization_level = 0
        solver.parameters.optimize_with_core = model.has_objective()
        solver.parameters.max_deterministic_time = QUICK_WORK
        answer = self._run(solver, model)
        blamed = solver.sufficient_assumptions_for_infeasibility() if answer.is_infeasible else ()
        return answer, frozenset(blamed)

    def _solver(self, pair: Sequence[str] = ()) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self._workers
        solver.parameters.random_seed = self.seed
        solver.parameters.max_time_in_seconds = max(0.01, self.seconds_left)
        solver.parameters.cp_model_presolve = self._uses_presolve
        solver.parameters.symmetry_level = 0
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.max_presolve_iterations = 1
        solver.parameters.use_feasibility_jump = False  # crashes at times: google/or-tools 5357
        solver.parameters.num_violation_ls = 0  # the same
        if self._workers == len(pair):
            solver.parameters.subsolvers.extend(pair)
        return solver


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Passes each better value on."""

    def __init__(self, on_better: Callable[[int, int], None]) -> None:
        super().__init__()
        self._on_better = on_better

    def on_solution_callback(self) -> None:
        """Tell the value found and the bound so far."""
        self._on_better(round(self.objective_value), round(self.best_objective_bound))
