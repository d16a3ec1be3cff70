"""The number behind a variable, literal or expression, given the values of a solution."""

from __future__ import annotations

from ortools.sat.python import cp_model

from scheduler.board import Number


class Values:
    """Evaluates expressions of one model on one solution; plain numbers stand for themselves."""

    def __init__(self, values: tuple[int, ...]) -> None:
        """Keep the value of every variable, by index."""
        self._values = values

    def __call__(self, expr: Number) -> int:
        """Evaluate one expression."""
        if isinstance(expr, (int, bool)):
            return int(expr)
        if isinstance(expr, cp_model.IntVar):
            return self._values[expr.index]
        flat = cp_model.FlatIntExpr(expr)
        total = flat.offset
        for var, coefficient in zip(flat.vars, flat.coeffs, strict=True):
            total += coefficient * self._values[var.index]
        return int(total)
