"""Port capacity: one ship at a port, and a gap before the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class PortCapacity(Rule):
    """A port holds one ship at a time; the next comes ``gap_days`` after it has left.

    Ships that had left a port before ``as_of`` are past: a gap of one day, the default, is over.
    """

    code: ClassVar[str] = "port-capacity"
    ref: ClassVar[str] = "PT-1"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "A port holds one ship at a time, with a gap between two."
    source: ClassVar[str] = "domain_rules PT-1"

    def post(self, board: Board) -> None:
        """Keep the port stays of each port apart, each made longer by the gap."""
        for port in board.problem.station.ports:
            gap = board.problem.bound("PT-1", "gap_days", port) or 0
            sentence = f"{port} holds one ship at a time, with {count(gap, 'day')} between two."
            with self.require(board, port, sentence) as require:
                kept = gap - require.slack("gap_days", gap, gap, step=-1)
                require.keep_apart(
                    board.interval(
                        slot.start.expr,
                        slot.size + kept,
                        slot.end.expr + kept,
                        slot.at[port],
                        f"{ship.id}@{port}",
                    )
                    for ship in board.ships.values()
                    for slot in ship.slots
                    if slot.at.get(port, False) is not False
                )

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Sort the stays of each port; set each beside the one before that lasts longest."""
        for port in problem.station.ports:
            gap = problem.bound("PT-1", "gap_days", port) or 0
            stays = sorted(
                (stay.from_on, stay.to_on, flight.flight)
                for flight in plan.flights
                for stay in flight.ports
                if stay.port == port and flight.flies
            )
            for place, second in enumerate(stays):
                if place:  # the ship before it that stays longest
                    first = max(stays[:place], key=lambda stay: stay[1])
                    yield from self._check_pair(port, gap, first, second)

    def _check_pair(
        self, port: str, gap: int, first: tuple[date, date, str], second: tuple[date, date, str]
    ) -> Iterator[Finding]:
        """Look at two stays at one port, the second beginning no earlier than the first."""
        (_, left_on, before), (comes_on, ends_on, after) = first, second
        free_days = (comes_on - left_on).days
        if free_days < 0:
            until = min(left_on, ends_on)
            text = f"{before} and {after} are both at {port} from {comes_on} up to {until}."
            yield self.finding(port, text, comes_on, until)
        elif free_days < gap:
            text = (
                f"{after} comes to {port} on {comes_on}, {count(free_days, 'day')} after "
                f"{before} left; the gap is {count(gap, 'day')}."
            )
            yield self.finding(port, text, left_on, comes_on)
