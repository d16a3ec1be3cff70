"""Port fit: a ship docks only where its type fits, and is always at exactly one port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, FlightPlan, Plan, Problem, Standing
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board


class PortFit(Rule):
    """Every port stay is at a port that accepts the ship's type, for a day at the least.

    Where a ship stands on ``as_of`` is past. Its stays follow one another without a hole.
    """

    code: ClassVar[str] = "port-fit"
    ref: ClassVar[str] = "PT-2"
    hardness: ClassVar[str] = "C"
    sentence: ClassVar[str] = "A ship docks only at a port that accepts its type."
    source: ClassVar[str] = "domain_rules PT-2"

    def post(self, board: Board) -> None:
        """Rule out the ports that do not accept the type; what has docked is left alone."""
        for ship in board.ships.values():
            fits = board.problem.station.ports_for(ship.flight.vehicle_type)
            sentence = f"{ship.flight.name} fits {', '.join(fits) or 'no port'} only."
            with self.require(board, ship.id, sentence) as require:
                for slot in ship.slots:
                    for port, literal in slot.at.items():
                        if port not in fits and literal is not True:
                            require.forbid(literal)
                for slot in ship.slots[1:-1]:  # the first and the last have a day by themselves
                    require.add(slot.size >= 1, slot.is_used)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look at each stay of each ship, and at the seams between them."""
        for flight in plan.flights:
            if not flight.flies:
                continue
            fits = problem.station.ports_for(flight.vehicle_type)
            known = problem.flights.get(flight.flight)
            is_docked = known is not None and known.standing is Standing.DOCKED
            for stay in flight.ports[1:] if is_docked else flight.ports:
                if stay.port not in fits:
                    text = (
                        f"{flight.flight} is at {stay.port}, "
                        f"which does not accept {flight.vehicle_type}."
                    )
                    yield self.finding(flight.flight, text, stay.from_on, stay.to_on)
            text = _seam(flight)
            if text:
                yield self.finding(flight.flight, text, flight.dock_on, flight.undock_on)


def _seam(flight: FlightPlan) -> str:
    """Tell where the port stays do not cover the time docked; nothing when they do."""
    if not flight.ports:
        return f"{flight.flight} is docked without a port."
    first, last = flight.ports[0], flight.ports[-1]
    if first.from_on != flight.dock_on:
        told = f"{flight.flight} docks on {flight.dock_on}"
        return f"{told}, but is at its first port from {first.from_on}."
    if last.to_on != flight.undock_on:
        told = f"{flight.flight} undocks on {flight.undock_on}"
        return f"{told}, but is at its last port until {last.to_on}."
    for before, after in zip(flight.ports, flight.ports[1:], strict=False):
        if before.to_on != after.from_on or before.port == after.port:
            return f"{flight.flight} does not pass straight from {before.port} to {after.port}."
    if any(stay.to_on <= stay.from_on for stay in flight.ports):
        return f"{flight.flight} has a port stay without a day."
    return ""
