"""Crew order: a crew that loses its ship takes the next of its line; nobody overtakes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Flight, FlightPlan, Plan, Problem, Uncrewed, places_up, riders
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board, Number, RequirementScope, Ship


class CrewOrder(Rule):
    """The crews of a line fly whole and in published order, each no earlier than its own ship.

    Ships of a line that fly, launch in published order. A ship goes up empty only where that
    is allowed, when no crew is published for it, or when it has no places up.
    """

    code: ClassVar[str] = "crew-order"
    ref: ClassVar[str] = "CT-2"
    hardness: ClassVar[str] = "A"
    sentence: ClassVar[str] = (
        "Crews of a line keep their order; one that loses its ship takes the next."
    )
    source: ClassVar[str] = "domain_rules CT-2; design.md section 3"

    def post(self, board: Board) -> None:
        """Let the n-th crew of a line fly on its n-th crewed ship."""
        for queue in board.queues:
            sentence = f"The crews of {queue.line} keep their published order."
            with self.require(board, queue.line, sentence) as require:
                for ship in queue.ships:
                    for crew, literal in queue.loads(ship.id):
                        place = queue.crews.index(crew)
                        require.add(queue.crews_before[ship.id] == place, literal)
                _keep_in_order(board, require, queue.ships)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Walk each line's ships in published order, a queue of crews in hand."""
        ahead = [f for f in problem.flights.values() if f.is_ahead and problem.seats(f.id) > 0]
        for line in dict.fromkeys(flight.line or flight.id for flight in ahead):
            members = [flight for flight in ahead if (flight.line or flight.id) == line]
            lost = [f for f in problem.cancelled if (f.line or f.id) == line]
            yield from self._check_line(plan, problem, line, members + lost)

    def _check_line(
        self, plan: Plan, problem: Problem, line: str, members: list[Flight]
    ) -> Iterator[Finding]:
        in_order = sorted(members, key=lambda flight: (flight.launch_on, flight.id))
        left = [flight for flight in in_order if flight.crew]
        flown: list[FlightPlan] = []
        for flight in in_order:
            planned = plan.flight(flight.id)
            if planned is None or not planned.flies:
                continue
            flown.append(planned)
            if not planned.crew_up:
                must_carry = flight.crew and flight.uncrewed is Uncrewed.FORBIDDEN
                if must_carry and places_up(problem, flight.id):
                    yield self.finding(line, f"{flight.id} goes up empty, which is not allowed.")
                continue
            is_due = bool(left) and left[0].launch_on <= flight.launch_on
            due = riders(problem, flight.id, left[0].crew) if is_due else ()
            if tuple(sorted(planned.crew_up)) != due:
                text = (
                    f"{flight.id} brings {', '.join(planned.crew_up)}; "
                    f"next in order are {', '.join(due) or 'nobody'}."
                )
                yield self.finding(line, text, planned.launch_on)
            left = left[1:]
        for before, after in pairwise(flown):
            if before.launch_on and after.launch_on and before.launch_on >= after.launch_on:
                text = f"{after.flight} launches before {before.flight}, out of published order."
                yield self.finding(line, text, after.launch_on, before.launch_on)


def _keep_in_order(board: Board, require: RequirementScope, ships: Sequence[Ship]) -> None:
    """Launch each ship that flies after the latest of those before it."""
    latest: Number = -1
    for ship in ships:
        require.add(latest < ship.launch.expr, ship.flies)
        if ship.flies is True:
            latest = ship.launch.expr
            continue
        newer = board.new_number(-1, ship.launch.most, f"launched-till:{ship.id}")
        require.add(newer >= latest)
        require.add(newer >= ship.launch.expr, ship.flies)
        latest = newer
