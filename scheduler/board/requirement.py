"""Requirements on the board: constraints that belong to one rule and one subject.

A board that plans adds them as they are. A board that explains gives each requirement a
switch: its constraints hold while the switch is on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from scheduler.board.literals import Literal

if TYPE_CHECKING:
    from scheduler.domain import Requirement


class RequirementScope:
    """What a rule adds its constraints through; leaves no trace where nothing is added."""

    def __init__(self, model: cp_model.CpModel, requirement: Requirement, switch: Literal) -> None:
        """Hold the model and the switch that enforces what is added."""
        self._model = model
        self._switch = switch
        self.requirement = requirement

    def add(self, constraint: cp_model.BoundedLinearExpression | bool, *when: Literal) -> None:
        """Demand a linear constraint, while all the literals of ``when`` hold."""
        if self._switch is False or any(literal is False for literal in when):
            return
        self._enforce(self._model.add(constraint), when)

    def add_or(self, literals: Iterable[Literal], *when: Literal) -> None:
        """Demand that at least one literal holds, while those of ``when`` hold."""
        wanted = list(literals)
        if any(literal is True for literal in wanted) or any(one is False for one in when):
            return
        if self._switch is False:
            return
        free = [literal for literal in wanted if not isinstance(literal, bool)]
        self._enforce(self._model.add_bool_or(free), when)

    def forbid(self, *literals: Literal) -> None:
        """Demand that the literals do not hold all at once."""
        if self._switch is False or any(literal is False for literal in literals):
            return
        free = [~literal for literal in literals if not isinstance(literal, bool)]
        self._enforce(self._model.add_bool_or(free), ())

    def keep_apart(self, intervals: Iterable[cp_model.IntervalVar]) -> None:
        """Demand that the intervals do not overlap."""
        if self._switch is not False:
            self._enforce(self._model.add_no_overlap(intervals), ())

    def _enforce(self, constraint: cp_model.Constraint, when: Iterable[Literal]) -> None:
        literals = [literal for literal in when if not isinstance(literal, bool)]
        if not isinstance(self._switch, bool):
            literals.append(self._switch)
        if literals:
            constraint.only_enforce_if(literals)
