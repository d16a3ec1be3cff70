"""An inquiry: one problem's requirements, each with a switch, to ask what can hold together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from ortools.sat.python import cp_model

from scheduler.board import Board, Slack
from scheduler.domain import Problem, Requirement
from scheduler.explain.late import Late
from scheduler.explain.oracle import Oracle
from scheduler.rules import Rule
from scheduler.solve import Engine, hint_published, published_days

BLAME_FIRST = "PAFCS"
NEAR = timedelta(days=30)
"""Ships that are there within so many days of a blamed one may have to move with it; assumed."""


class Inquiry:
    """One board with a switch for each requirement and a slack for each of its numbers.

    ``order`` gives the members as they are blamed: low classes first, safety last. No number
    gives way unless it is told to.
    """

    def __init__(self, problem: Problem, rules: Sequence[Rule], engine: Engine) -> None:
        """Post all rules and hint at the published plan."""
        self.problem = problem
        self.board = Board(problem, has_switches=True, has_slacks=True)
        self.late = Late(self.board, rules)
        hint_published(self.board)
        self.requirements = tuple(self.board.switches)
        switches = self.board.switches.values()
        self.oracle = Oracle(self.board.model, switches, engine, self._mend, self._calm)
        self.order = sorted(self.oracle.members, key=self._blame)
        self.give({})

    def give(self, amounts: Mapping[Slack, range]) -> None:
        """Let numbers give way by the amounts in a range, and no others at all."""
        variables = self.board.model.proto.variables
        for slack in self.board.slacks.values():
            given = amounts.get(slack, range(1))
            domain = variables[slack.amount.index].domain
            domain[0], domain[1] = given.start, given.stop - 1

    def named(self, members: Collection[int]) -> tuple[Requirement, ...]:
        """Give the requirements of members, in the order of blame."""
        return tuple(self.requirements[member] for member in self.order if member in members)

    def _calm(self, blamed: Collection[int]) -> dict[int, int]:
        """Keep ships as published that are not near, in time, to one that is blamed.

        Where most ships are near, holding the others would gain nothing.
        """
        flights, subjects = self.problem.flights, {self.requirements[n].subject for n in blamed}
        rides = {t.up for t in self.problem.travellers.values() if t.person in subjects}
        named = [flights[flight] for flight in (subjects | rides) & flights.keys()]
        if not named:
            return {}
        first = min(flight.launch_on for flight in named) - NEAR
        last = max(flight.undock_on for flight in named) + NEAR
        ships = self.board.ships.values()
        far = [s for s in ships if s.flight.undock_on < first or last < s.flight.launch_on]
        return {
            expr.index: number
            for ship in (far if 2 * len(far) > len(ships) else ())
            for expr, number in published_days(self.board, ship)
            if isinstance(expr, cp_model.IntVar)
        }

    def _mend(self, values: Sequence[int], on: Collection[int]) -> bool:
        return self.late.mend(values, [self.requirements[member] for member in on])

    def _blame(self, member: int) -> tuple[int, str, str]:
        requirement = self.requirements[member]
        return BLAME_FIRST.index(requirement.hardness), requirement.ref, requirement.subject
