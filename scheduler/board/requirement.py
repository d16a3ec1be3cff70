"""Requirements on the board: constraints that belong to one rule and one subject.

A board that plans adds them as they are. A board that explains gives each requirement a
switch: its constraints hold while the switch is on. A board that relaxes gives the numbers of
a requirement slack: how far each may move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from scheduler.board.literals import Literal, Number

if TYPE_CHECKING:
    from scheduler.domain import Requirement


@dataclass(frozen=True)
class Slack:
    """How far one number of a requirement moves, in the unit of the number.

    ``base`` is the number as it binds. An ``amount`` of n moves it to ``base + n * step``, the
    way that demands less; n is at most ``most``.
    """

    requirement: Requirement
    number: str
    base: int
    step: int
    most: int
    amount: cp_model.IntVar


class RequirementScope:
    """What a rule adds its constraints through; leaves no trace where nothing is added."""

    def __init__(
        self,
        model: cp_model.CpModel,
        requirement: Requirement,
        switch: Literal,
        slacks: dict[tuple[Requirement, str, int], Slack] | None,
        is_held: Callable[[str, str, str], bool] = lambda *_: False,
    ) -> None:
        """Hold the model, the switch that enforces what is added, and the slacks made so far.

        Where there is no room for slacks, each is 0.

        Parameters
        ----------
        is_held
            Says of rule, number and subject whether the number does not give way.
        """
        self._is_held = is_held
        self._model = model
        self._switch = switch
        self._slacks = slacks
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

    def limit(self, uses: Sequence[tuple[cp_model.IntervalVar, int]], most: int) -> None:
        """Demand that what intervals use never adds up to more than so much."""
        if self._switch is not False:
            intervals, amounts = [one for one, _ in uses], [amount for _, amount in uses]
            self._enforce(self._model.add_cumulative(intervals, amounts, most), ())

    def keep_within(
        self, day: Number, spans: Iterable[tuple[int, int]], *when: Literal, is_inside: bool
    ) -> None:
        """Demand that a day lies in one of the spans ``[first, end)``, or in none of them."""
        if self._switch is False or any(literal is False for literal in when):
            return
        days = cp_model.Domain.from_intervals([[first, end - 1] for first, end in spans])
        allowed = days if is_inside else days.complement()
        self._enforce(self._model.add_linear_expression_in_domain(day, allowed), when)

    def slack(self, number: str, base: int, most: int, *, step: int = 1) -> Number:
        """Say how far a number gives way, 0 to ``most``.

        One that is waived for some days does not: a waiver for all days would undo that one.

        Parameters
        ----------
        number
            Name of the number; for a demand of a what-if, of what it gives a day for.
        base
            The number as it binds.
        step
            1 where a higher number demands less, -1 where a lower one does.
        """
        if self._slacks is None or self._switch is False or most <= 0:
            return 0
        if self._is_held(self.requirement.ref, number, self.requirement.subject):
            return 0
        key = self.requirement, number, step
        if key not in self._slacks:
            name = f"slack:{self.requirement.ref}:{self.requirement.subject}:{number}"
            amount = self._model.new_int_var(0, most, name)
            self._slacks[key] = Slack(self.requirement, number, base, step, most, amount)
        return self._slacks[key].amount

    def reaches(self, slack: Number, least: int) -> Literal:
        """Give a literal that may hold only while a slack is at least so much."""
        if isinstance(slack, int):
            return slack >= least
        literal = self._model.new_bool_var(f"{slack}>={least}")
        self._model.add(slack >= least).only_enforce_if(literal)
        return literal

    def _enforce(self, constraint: cp_model.Constraint, when: Iterable[Literal]) -> None:
        literals = [literal for literal in when if not isinstance(literal, bool)]
        if not isinstance(self._switch, bool):
            literals.append(self._switch)
        if literals:
            constraint.only_enforce_if(literals)
