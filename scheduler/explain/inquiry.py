"""An inquiry: one problem's requirements, each with a switch, to ask what can hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from scheduler.board import Board, Slack
from scheduler.domain import Problem, Requirement
from scheduler.explain.anchors import make_anchors
from scheduler.explain.late import Late
from scheduler.explain.oracle import Oracle
from scheduler.rules import Rule
from scheduler.solve import Engine, hint_published

BLAME_FIRST = "PAFCS"


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
        anchors = make_anchors(self.board)
        self.requirements = tuple(self.board.switches)
        switches = self.board.switches.values()
        self.oracle = Oracle(self.board.model, switches, engine, self._mend, anchors)
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

    def beside(self, members: Collection[int]) -> Iterator[int]:
        """Walk the members about the same ships, their pads, and the station as a whole.

        Where no ship is held, none: there each member more makes a question much harder.
        """
        if not self.oracle.holds_ships:
            return iter(())
        subjects = {self.requirements[member].subject for member in members}
        pads = {flight.pad for flight in self.problem.flights.values() if flight.id in subjects}
        about = subjects | pads | {self.problem.station.id}
        return (one for one in self.oracle.members if self.requirements[one].subject in about)

    def _mend(self, values: Sequence[int], on: Collection[int]) -> bool:
        return self.late.mend(values, [self.requirements[member] for member in on])

    def _blame(self, member: int) -> tuple[int, str, str]:
        requirement = self.requirements[member]
        return BLAME_FIRST.index(requirement.hardness), requirement.ref, requirement.subject
