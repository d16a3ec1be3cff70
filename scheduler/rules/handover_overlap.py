"""Handover overlap: a direct handover lasts its least days; an indirect one has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Handover, Plan, Problem, handovers_of, relieved_in_turn
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class HandoverOverlap(Rule):
    """The new crew docks at least ``least_handover_days`` before the old leaves, or after it has.

    Handovers whose new crew docked and whose old crew left before ``as_of`` are past. Where a
    crew leaves and nobody of its line follows before ``until``, the gap is counted to ``until``.
    """

    code: ClassVar[str] = "handover-overlap"
    ref: ClassVar[str] = "HO-1"
    hardness: ClassVar[str] = "A"
    sentence: ClassVar[str] = "A direct handover lasts its least days; else the old crew has left."
    source: ClassVar[str] = "domain_rules HO-1"

    def post(self, board: Board) -> None:
        """Bound the overlap with the crew that is relieved from below, or leave a gap."""
        for ship in board.ships.values():
            least = board.problem.bound("HO-1", "least_handover_days", ship.id) or 0
            if ship.flight.line is None or not least or not board.problem.seats(ship.id):
                continue
            old = board.relieved(ship.flight)
            happens = board.all_of((board.is_crewed(ship.id), old.exists), f"relieves:{ship.id}")
            if happens is False:
                continue
            before = next(relieved_in_turn(board.problem, ship.flight))
            names = f"{before.name} and {ship.flight.name}"
            sentence = f"{names} overlap by at least {count(least, 'day')}, or not at all."
            with self.require(board, ship.id, sentence) as require:
                slack = require.slack("least_handover_days", least, least, step=-1)
                direct = board.new_literal(f"direct:{ship.id}")
                overlap = old.undock - ship.dock.expr
                require.add(overlap >= least - slack, happens, direct)
                require.add(overlap <= 0, happens, board.negate(direct))

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Work out every handover from the ships' days; compare with what the plan states."""
        actual = {(h.outgoing, h.incoming): h for h in handovers_of(plan.flights, problem)}
        stated = {(h.outgoing, h.incoming): h for h in plan.handovers}
        for handover in actual.values():
            least = problem.bound("HO-1", "least_handover_days", handover.incoming) or 0
            if handover.is_direct and handover.days < least:
                text = (
                    f"{handover.outgoing} and {handover.incoming} overlap by "
                    f"{count(handover.days, 'day')}; the least is {count(least, 'day')}."
                )
                yield self.finding(handover.incoming, text)
        for pair in sorted(actual.keys() | stated.keys()):
            if actual.get(pair) != stated.get(pair):
                text = (
                    f"The handover from {pair[0]} to {pair[1]} is {_words(actual.get(pair))}; "
                    f"the plan states {_words(stated.get(pair))}."
                )
                yield self.finding(pair[1], text)


def _words(handover: Handover | None) -> str:
    if handover is None:
        return "none"
    kind = "direct" if handover.is_direct else "indirect"
    return f"{kind}, {count(handover.days, 'day')}"
