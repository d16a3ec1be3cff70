"""Literals that may be plain truth values, and the day literals of an integer variable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ortools.sat.python import cp_model, cp_model_helper

Literal: TypeAlias = bool | cp_model_helper.Literal
Number: TypeAlias = int | cp_model.LinearExpr
"""A number or an expression. Sum them with ``sum``: ``+=`` changes an expression in place."""


def negate(literal: Literal) -> Literal:
    """Turn a literal round, also one that is known already."""
    return (not literal) if isinstance(literal, bool) else ~literal


class Timepoint:
    """A day that may still be open: a number, or a variable with its day literals.

    ``expr`` goes into linear constraints; ``by(day)`` says whether it has come by that day;
    ``least`` and ``most`` bound it.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        var: cp_model.IntVar | None,
        least: int,
        most: int,
        shift: int = 0,
    ) -> None:
        """Wrap a variable with its bounds; without one the day is known to be ``least``."""
        self._model = model
        self._var = var
        self._shift = shift
        self._literals: dict[int, cp_model.IntVar] = {}
        self.least = least + shift
        self.most = most + shift

    @classmethod
    def known(cls, model: cp_model.CpModel, day: int) -> Timepoint:
        """Make a timepoint that is no longer open."""
        return cls(model, None, day, day)

    @classmethod
    def open(cls, model: cp_model.CpModel, least: int, most: int, name: str) -> Timepoint:
        """Make a timepoint in ``[least, most]``, both included."""
        if least == most:
            return cls.known(model, least)
        return cls(model, model.new_int_var(least, most, name), least, most)

    def later(self, days: int) -> Timepoint:
        """Give the same timepoint some days later, on the same literals."""
        if self._var is None:
            return Timepoint.known(self._model, self.least + days)
        moved = Timepoint(
            self._model,
            self._var,
            self.least - self._shift,
            self.most - self._shift,
            self._shift + days,
        )
        moved._literals = self._literals
        return moved

    @property
    def is_known(self) -> bool:
        """Say whether the day is decided already."""
        return self._var is None

    @property
    def expr(self) -> Number:
        """Give the day for use in a linear constraint."""
        return self.least if self._var is None else self._var + self._shift

    def variables(self) -> Iterator[cp_model.IntVar]:
        """Walk the variable of the day and the literals made of it so far."""
        if self._var is not None:
            yield self._var
            yield from self._literals.values()

    def by(self, day: int) -> Literal:
        """Say whether it has happened on ``day`` or before."""
        if day >= self.most:
            return True
        if day < self.least or self._var is None:
            return False
        value = day - self._shift
        if value not in self._literals:
            literal = self._model.new_bool_var(f"{self._var.name}<={value}")
            self._model.add(self._var <= value).only_enforce_if(literal)
            self._model.add(self._var > value).only_enforce_if(~literal)
            self._literals[value] = literal
        return self._literals[value]


def conjunction(model: cp_model.CpModel, literals: Iterable[Literal], name: str) -> Literal:
    """Give one literal that holds exactly when all of them hold."""
    wanted = list(literals)
    if any(literal is False for literal in wanted):
        return False
    free = [literal for literal in wanted if not isinstance(literal, bool)]
    if len(free) <= 1:
        return free[0] if free else True
    both = model.new_bool_var(name)
    model.add_bool_and(free).only_enforce_if(both)
    model.add_bool_or([*(~literal for literal in free), both])
    return both
