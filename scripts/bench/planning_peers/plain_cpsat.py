"""Plain CP-SAT: the daily programme and one weighted sum, as far as that stays exact.

    python -m scripts.bench.planning_peers.plain_cpsat INSTANCE.json SECONDS '{"by_part": false}'

All goals in one sum would need weights beyond 64 bits: four grades of seats alone take 2^50 on the
shipped cases. So the parts are summed in stages, as few as exactness allows, each fixed before the
next; with ``by_part`` one part after the other, which is at times the quicker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import perf_counter

from ortools.sat.python import cp_model

from scripts.bench.planning_peers.daily import Daily
from scripts.bench.planning_peers.program import FAR, Program, Terms, times, value_of
from scripts.bench.planning_peers.staging import OnBetter, Solved, asked, run, stages

WORKERS = 2
COMPLETING_S = 20.0
"""Time for completing a plan; assumed."""
STATUS = {
    cp_model.OPTIMAL: "optimal",
    cp_model.FEASIBLE: "feasible",
    cp_model.INFEASIBLE: "infeasible",
}


class PlainModel:
    """The programme in CP-SAT; rows that are added later are taken over before each solve."""

    def __init__(self, program: Program) -> None:
        """Take over the columns and the rows that are there."""
        self._program = program
        self._model = cp_model.CpModel()
        spans = zip(program.lows, program.highs, strict=True)
        self._columns = [self._model.new_int_var(low, high, "") for low, high in spans]
        self._is_yes_no = [
            (low, high) in ((0, 1), (1, 1))
            for low, high in zip(program.lows, program.highs, strict=True)
        ]
        self._rows = 0
        self._values: tuple[int, ...] = ()
        self.load()

    def load(self) -> None:
        """Take over the rows that are new."""
        for terms, low, high in self._program.rows[self._rows :]:
            self._row(terms, low, high)
        self._rows = len(self._program.rows)

    def _row(self, terms: Terms, low: int, high: int) -> None:
        """Add a row, in words that CP-SAT has for it where there are any."""
        columns = [self._columns[column] for _, column in terms]
        is_choice = high == 1 and low in (1, -FAR)
        if is_choice and all(f == 1 and self._is_yes_no[c] for f, c in terms):
            if low == 1:
                self._model.add_exactly_one(columns)
            elif len({column for _, column in terms}) == len(terms):
                self._model.add_at_most_one(columns)
            return
        factors = [factor for factor, _ in terms]
        told = cp_model.LinearExpr.weighted_sum(columns, factors)
        least = low if low > -FAR else cp_model.INT_MIN
        most = high if high < FAR else cp_model.INT_MAX
        self._model.add_linear_constraint(told, least, most)

    def solve(self, cost: Terms, limit_s: float, on_better: OnBetter) -> Solved:
        """Minimise a sum, beginning with the best values of the stage before."""
        self.load()
        begun = perf_counter()
        if not self._values:
            self.complete(self._program.hints)
            if self._values:
                on_better(value_of(cost, self._values), 0)
                if value_of(cost, self._values) == 0:
                    return Solved("optimal", self._values, 0)
        if self._values:
            self._hint(dict(enumerate(self._values)))
        self._minimize(cost)
        solver = _solver(limit_s - (perf_counter() - begun))
        status = solver.solve(self._model, _Watcher(on_better))
        told = STATUS.get(status, "unknown")
        bound = max(0, round(solver.best_objective_bound))
        if told not in ("optimal", "feasible"):
            return Solved(told, (), bound)
        self._values = tuple(solver.response_proto.solution)
        told = "optimal" if round(solver.objective_value) == 0 else told
        self.complete({column: self._values[column] for column in self._program.hints})
        return Solved(told, self._values, bound)

    def _minimize(self, cost: Terms) -> None:
        columns = [self._columns[column] for _, column in cost]
        factors = [factor for factor, _ in cost]
        self._model.minimize(cp_model.LinearExpr.weighted_sum(columns, factors))

    def _hint(self, values: Mapping[int, int]) -> None:
        self._model.clear_hints()
        for column, value in values.items():
            self._model.add_hint(self._columns[column], value)

    def complete(self, values: Mapping[int, int]) -> Sequence[int]:
        """Make the best whole plan of some days, rides and seats, if one keeps all rules.

        It takes a moment. It gives the published dates as a first plan, as HiGHS does of itself,
        and lets no part that is not looked at yet be told as worse than it is. An earlier part
        weighs more: a gap must not be told longer to have a shortfall shorter.
        """
        self._hint(values)
        parts = list(reversed(self._program.parts))
        self._minimize([term for n, part in enumerate(parts) for term in times(n + 1, part.cost)])
        solver = _solver(COMPLETING_S)
        solver.parameters.fix_variables_to_their_hinted_value = True
        if solver.solve(self._model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._values = tuple(solver.response_proto.solution)
        return self._values


def _solver(limit_s: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = max(0.01, limit_s)
    return solver


class _Watcher(cp_model.CpSolverSolutionCallback):
    def __init__(self, on_better: OnBetter) -> None:
        super().__init__()
        self._on_better = on_better

    def on_solution_callback(self) -> None:
        """Tell value and bound of a better plan; no cost is below 0, so at 0 it is over."""
        self._on_better(round(self.objective_value), max(0, round(self.best_objective_bound)))
        if round(self.objective_value) == 0:
            self.stop_search()


def main() -> None:
    """Build, solve, tell."""
    instance, limit_s, options = asked()
    begun = perf_counter()
    daily = Daily(instance)
    model = PlainModel(daily.program)
    parts = daily.program.parts
    grouped = [[part] for part in parts] if options.get("by_part") else stages(parts)
    run(begun, daily, grouped, model.solve, limit_s)


if __name__ == "__main__":
    main()
