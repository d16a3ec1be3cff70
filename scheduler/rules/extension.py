"""Extension: the consequence of the ship that brings a person home, never a choice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class Extension(Rule):
    """The extension of somebody aboard is their landing day less the published one.

    On the board it is an expression of the landing, so there is nothing to post; the goal
    ``extension`` keeps it short. People not yet aboard on ``as_of`` have none.
    """

    code: ClassVar[str] = "extension"
    ref: ClassVar[str] = "CR-2"
    hardness: ClassVar[str] = "A"
    sentence: ClassVar[str] = "An extension runs from the published landing to the planned one."
    source: ClassVar[str] = "domain_rules CR-2"

    def post(self, board: Board) -> None:
        """Post nothing: an extension follows from the landing."""

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Subtract the published landing from the planned one, person by person."""
        for stay in plan.stays:
            traveller = problem.travellers.get(stay.person)
            if traveller is None:
                yield self.finding(stay.person, f"{stay.person} is nobody known to fly.")
                continue
            planned_on = traveller.planned_to_on
            if stay.planned_to_on != planned_on:
                text = (
                    f"The published landing of {stay.person} is {planned_on}; "
                    f"the plan states {stay.planned_to_on}."
                )
                yield self.finding(stay.person, text)
            down = plan.flight(stay.down) if stay.down else None
            days = None
            if traveller.is_aboard and planned_on and down and down.land_on:
                days = max(0, (down.land_on - planned_on).days)
            if stay.extension_days != days:
                words = "no extension" if days is None else f"an extension of {count(days, 'day')}"
                text = f"{stay.person} has {words}; the plan states {stay.extension_days}."
                yield self.finding(stay.person, text)
