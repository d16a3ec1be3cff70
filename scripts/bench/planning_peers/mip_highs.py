"""HiGHS through MathOpt: the daily programme as a MIP, one part of a goal after the other.

    python -m scripts.bench.planning_peers.mip_highs INSTANCE.json SECONDS

One weighted sum is hopeless here: its weights reach beyond what the tolerances of a MIP solver can
tell apart. A part is fixed at the whole number next to the value found, and a bound is rounded up
to the next whole number, since all costs are whole. MathOpt lets nobody choose the threads of
HiGHS, so it runs with those that it takes by itself.
"""

from __future__ import annotations

import math
import re
from datetime import timedelta
from time import perf_counter

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from scripts.bench.planning_peers.daily import Daily
from scripts.bench.planning_peers.program import FAR, Program, Terms, merged
from scripts.bench.planning_peers.staging import OnBetter, Solved, asked, run

TOLERANCE = 1e-6
BETTER = re.compile(r"^ ?[A-Za-z] +\d+ +\d+ +\d+ +\S+% +(\S+) +(\S+) ")


class MipModel:
    """The programme in MathOpt; rows that are added later are taken over before each solve."""

    def __init__(self, program: Program) -> None:
        """Take over the columns and the rows that are there."""
        self._program = program
        self._model = mathopt.Model()
        spans = zip(program.lows, program.highs, strict=True)
        self._columns = [
            self._model.add_variable(lb=low, ub=high, is_integer=True) for low, high in spans
        ]
        self._rows = 0
        self._values: tuple[int, ...] = ()
        self.load()

    def load(self) -> None:
        """Take over the rows that are new."""
        for terms, low, high in self._program.rows[self._rows :]:
            row = self._model.add_linear_constraint(
                lb=low if low > -FAR else -math.inf, ub=high if high < FAR else math.inf
            )
            for factor, column in merged(terms):
                row.set_coefficient(self._columns[column], factor)
        self._rows = len(self._program.rows)

    def solve(self, cost: Terms, limit_s: float, on_better: OnBetter) -> Solved:
        """Minimise a sum, beginning with the best values of the stage before."""
        self.load()
        self._model.minimize(
            mathopt.LinearSum(factor * self._columns[column] for factor, column in cost)
        )
        hints = dict(enumerate(self._values)) if self._values else self._program.hints
        hint = mathopt.SolutionHint(
            variable_values={self._columns[column]: float(v) for column, v in hints.items()}
        )
        result = mathopt.solve(
            self._model,
            mathopt.SolverType.HIGHS,
            params=mathopt.SolveParameters(
                time_limit=timedelta(seconds=max(0.01, limit_s)),
                relative_gap_tolerance=0.0,
                absolute_gap_tolerance=1 - 2 * TOLERANCE,
            ),
            model_params=mathopt.ModelSolveParameters(solution_hints=[hint]),
            msg_cb=lambda lines: _watch(lines, on_better),
        )
        reason = result.termination.reason
        bound = result.termination.objective_bounds.dual_bound
        whole = math.ceil(bound - TOLERANCE) if math.isfinite(bound) else 0
        if reason in (mathopt.TerminationReason.OPTIMAL, mathopt.TerminationReason.FEASIBLE):
            found = result.variable_values(self._columns)
            self._values = tuple(round(value) for value in found)
            is_proved = reason is mathopt.TerminationReason.OPTIMAL
            return Solved("optimal" if is_proved else "feasible", self._values, whole)
        if reason is mathopt.TerminationReason.INFEASIBLE:
            return Solved("infeasible", (), 0)
        return Solved("unknown", (), whole)


def _watch(lines: list[str], on_better: OnBetter) -> None:
    """Read a better plan's value and bound from the log: there is no callback for HiGHS."""
    for line in lines:
        found = BETTER.match(line)
        if found:
            bound, value = (_number(told) for told in found.groups())
            if value is not None:
                on_better(value, bound if bound is not None else 0)


def _number(told: str) -> int | None:
    try:
        number = float(told)
    except ValueError:
        return None
    return round(number) if math.isfinite(number) else None


def main() -> None:
    """Build, solve, tell."""
    instance, limit_s, _ = asked()
    begun = perf_counter()
    daily = Daily(instance)
    model = MipModel(daily.program)
    run(begun, daily, [[part] for part in daily.program.parts], model.solve, limit_s)


if __name__ == "__main__":
    main()
