"""Port closure: no ship stands at a port while it is out of use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Outage, Plan, Problem
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board


class PortClosure(Rule):
    """No port stay reaches into a closure of its port that begins on or after ``as_of``.

    Of a closure under way, the days behind us are past; the days ahead hold.
    """

    code: ClassVar[str] = "port-closure"
    ref: ClassVar[str] = "PT-6"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "No ship is at a port that is closed."
    source: ClassVar[str] = "domain_rules PT-6"

    def post(self, board: Board) -> None:
        """End each stay before the closure, or begin it after."""
        for outage in _closures(board.problem):
            sentence = f"{outage.subject} is closed from {outage.from_on}{_until(outage)}."
            first = max(0, board.calendar.day(outage.from_on))
            with self.require(board, outage.subject, sentence, outage.at) as require:
                for ship in board.ships.values():
                    for slot in ship.slots:
                        literal = slot.at.get(outage.subject, False)
                        if literal is False:
                            continue
                        if outage.to_on is None:
                            require.add(slot.end.expr <= first, literal)
                            continue
                        after = board.new_literal(f"after:{outage.subject}")
                        end = board.calendar.day(outage.to_on)
                        require.add(slot.start.expr >= end, literal, after)
                        require.add(slot.end.expr <= first, literal, board.negate(after))

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look for a day on which a ship stands at a closed port."""
        for outage in _closures(problem):
            for flight in plan.flights:
                for stay in flight.ports if flight.flies else ():
                    start = max(stay.from_on, outage.from_on, problem.as_of)
                    end = min(stay.to_on, outage.to_on or date.max)
                    if stay.port == outage.subject and start < end:
                        text = (
                            f"{flight.flight} is at {stay.port} from {start} up to {end} "
                            "while it is closed."
                        )
                        yield self.finding(outage.subject, text, start, end)


def _closures(problem: Problem) -> Iterator[Outage]:
    """Walk the closures that reach beyond ``as_of``."""
    for outage in problem.outages:
        is_over = outage.to_on is not None and outage.to_on <= problem.as_of
        if outage.kind == "port" and not is_over:
            yield outage


def _until(outage: Outage) -> str:
    return f" up to {outage.to_on}" if outage.to_on else " on"
