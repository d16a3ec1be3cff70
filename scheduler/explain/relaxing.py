"""The cheapest ways out: by how much which numbers must move, so that a plan exists.

Slack is sought near the conflict. What is asked is how cheaply the requirements blamed so far
can hold together; all others are left out, so the answer is never dearer than the truth. If
everything else can hold beside it, it is the truth; if not, whatever the solver blames joins
in, and the question is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from ortools.sat.python import cp_model

from scheduler.board import Slack
from scheduler.explain.inquiry import Inquiry
from scheduler.solve import Answer

DEAREST_FIRST = "SCFAP"
"""Classes as they are spared: safety first."""

Told = Callable[[int], None]
"""Told how many requirements are looked at."""


@dataclass(frozen=True)
class WayOut:
    """Numbers that give way, each by an amount in its own unit, with which a plan exists.

    ``is_cheapest``: no other way, but for those found before it, is cheaper; this is proved.
    """

    amounts: tuple[tuple[Slack, int], ...]
    is_cheapest: bool


class WaysOut:
    """Walks the ways out, the cheapest first: fewest of class S, then of C, F, A, P; then least.

    None needs all the waivers of one found before it. ``are_all`` says whether none is left.
    """

    def __init__(
        self, inquiry: Inquiry, blamed: Collection[int], told: Told = lambda _: None
    ) -> None:
        """Begin with members that cannot hold together."""
        self._inquiry = inquiry
        self._near = {*blamed, *inquiry.beside(blamed)}
        self._told = told
        self.are_all = False

    def __iter__(self) -> Iterator[WayOut]:
        """Walk them until none is left, or the time is over."""
        found: list[WayOut] = []
        while True:
            self._told(len(self._near))
            bargain = _Bargain(self._inquiry, self._near, found)
            used = bargain.count()
            if used is None:
                self.are_all = bargain.is_hopeless
                return
            fits = self._fits({slack: range(slack.most + 1) for slack in used})
            way = bargain.settle() if fits else None
            if way is not None:
                fits = self._fits({slack: range(by, by + 1) for slack, by in way.amounts})
            if fits is None or (fits and way is None):
                return
            if fits and way is not None:
                found.append(way)
                yield way

    def _fits(self, given: Mapping[Slack, range]) -> bool | None:
        """Say whether all can hold while some numbers give way; draw near what is blamed if not."""
        oracle, proto = self._inquiry.oracle, self._inquiry.board.model.proto
        size = len(proto.constraints)
        self._inquiry.give(given)
        reply = oracle.ask(oracle.members)
        self._inquiry.give({})
        if reply.holds is False:
            has_grown = size < len(proto.constraints)  # days were posted late
            blamed = reply.core - self._near
            self._near |= blamed or (set() if has_grown else set(oracle.members))
        return reply.holds


class _Bargain:
    """One question: how cheaply can some members hold together, all others left out."""

    def __init__(self, inquiry: Inquiry, near: Collection[int], barred: Sequence[WayOut]) -> None:
        """Open the slacks of the members; bar the ways that are known."""
        self._inquiry = inquiry
        self._model = inquiry.board.model.clone()
        self._answer: Answer | None = None
        self._is_proved = True
        self.is_hopeless = False
        on = {inquiry.requirements[member] for member in near}
        variables = self._model.proto.variables
        for requirement, switch in inquiry.board.switches.items():
            domain = variables[switch.index].domain
            domain[0] = domain[1] = int(requirement in on)
        slacks = [slack for slack in inquiry.board.slacks.values() if slack.requirement in on]
        self._slacks = sorted(slacks, key=lambda one: DEAREST_FIRST.index(_class(one)))
        self._used: dict[Slack, cp_model.IntVar] = {}
        for slack in self._slacks:
            variables[slack.amount.index].domain[1] = slack.most
            self._used[slack] = self._model.new_bool_var(f"uses:{slack.amount.name}")
            self._model.add(slack.amount == 0).only_enforce_if(~self._used[slack])
        for way in barred:
            self._model.add_bool_or([~self._used[slack] for slack, _ in way.amounts])

    def count(self) -> list[Slack] | None:
        """Use as few numbers as can be, of the dearest class first; none where nothing helps."""
        self._minimise(self._cost())
        giving = [slack for slack in self._slacks if self._value(slack)]
        return giving if self._answer else None

    def settle(self) -> WayOut | None:
        """Keep the count; let numbers give way by as little as can be, dearest class first.

        None where the time ran out.
        """
        for hardness in DEAREST_FIRST:
            slacks = [slack for slack in self._slacks if _class(slack) == hardness]
            if any(self._value(slack) for slack in slacks):
                self._settle(slacks)
        amounts_of = [(slack, self._value(slack)) for slack in self._slacks if self._value(slack)]
        return WayOut(tuple(amounts_of), self._is_proved) if self._answer else None

    def _cost(self) -> cp_model.LinearExprT:
        """Count the numbers that give way, each of a class dearer than all of those below."""
        classes = [_class(slack) for slack in self._slacks]
        weights = {
            hardness: prod(classes.count(other) + 1 for other in DEAREST_FIRST[place + 1 :])
            for place, hardness in enumerate(DEAREST_FIRST)
        }
        return sum(weights[_class(slack)] * used for slack, used in self._used.items())

    def _settle(self, slacks: Sequence[Slack]) -> None:
        """Let the numbers of a class give way by as little as can be.

        Of ways at the same price one is taken for good: each number but the last is made least
        in its turn, and those that stay, stay.
        """
        self._minimise(sum(slack.amount for slack in slacks))
        for slack in slacks if self._answer else ():
            is_last = not any(self._value(other) for other in slacks[slacks.index(slack) + 1 :])
            if self._value(slack) and not is_last:
                self._minimise(slack.amount)
            else:
                self._model.add(slack.amount == self._value(slack))

    def _value(self, slack: Slack) -> int:
        return self._answer.values[slack.amount.index] if self._answer else 0

    def _minimise(self, total: cp_model.LinearExprT) -> None:
        """Minimise a number and hold it there; where no answer is found, none is left."""
        answer = self._inquiry.oracle.least(self._model, total)
        self._is_proved = self._is_proved and answer.is_proved
        self.is_hopeless = answer.is_infeasible
        self._answer = answer if answer.has_plan else None
        self._model.clear_objective()
        self._model.clear_hints()
        self._model.proto.solution_hint.vars.extend(range(len(answer.values)))
        self._model.proto.solution_hint.values.extend(answer.values)
        self._model.add(total == answer.objective)


def _class(slack: Slack) -> str:
    return slack.requirement.hardness
