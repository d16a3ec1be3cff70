"""Seats both ways: a ship brings up and takes home no more people than it has seats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem, places_up
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board


class SeatsBothWays(Rule):
    """People going up fit the places up; people landing fit the certified seats.

    Everybody has one ride home, in a ship for which they are fitted or that a what-if opens.
    """

    code: ClassVar[str] = "seats-both-ways"
    ref: ClassVar[str] = "CT-3"
    hardness: ClassVar[str] = "C"
    sentence: ClassVar[str] = "A ship carries no more people up or down than it has seats."
    source: ClassVar[str] = "domain_rules CT-3, LB-4"

    def post(self, board: Board) -> None:
        """Bound the people who land in each ship; crews going up are cut to its places."""
        for ship in board.ships.values():
            seats = board.problem.seats(ship.id)
            if not seats:
                continue
            sentence = f"{ship.flight.name} brings home at most {seats} people."
            with self.require(board, ship.id, sentence) as require:
                require.add(board.landing_in(ship.id) <= seats)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count the people on both legs of each ship; look at everybody's ride home."""
        for flight in plan.flights:
            if flight.flight not in problem.flights:
                continue
            people, seats = len(flight.crew_down), problem.seats(flight.flight)
            if people > seats:
                text = f"{flight.flight} lands with {people} people in {seats} seats."
                yield self.finding(flight.flight, text, flight.undock_on)
            people, places = len(flight.crew_up), places_up(problem, flight.flight)
            if problem.flights[flight.flight].is_ahead and people > places:
                text = f"{flight.flight} brings up {people} people in {places} places."
                yield self.finding(flight.flight, text, flight.launch_on)
        yield from self._check_rides(plan, problem)

    def _check_rides(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        seen: set[str] = set()
        for stay in plan.stays:
            if stay.person in seen:
                yield self.finding(stay.person, f"{stay.person} has two stays at once.")
            seen.add(stay.person)
            down = problem.flights.get(stay.down) if stay.down else None
            if down is None or stay.person not in problem.travellers:
                continue
            is_open = (stay.person, down.id) in problem.opened
            if not problem.is_fitted(stay.person, down.id) and not is_open:
                kinds = sorted(kind for kind in problem.kinds_of(stay.person) if kind)
                text = f"{stay.person} lands in {down.id}, which has no {' or '.join(kinds)}."
                yield self.finding(stay.person, text, stay.to_on)
        for traveller in problem.aboard_at_start():
            if traveller.person not in seen:
                text = f"{traveller.person} is aboard on {problem.as_of} but has no stay."
                yield self.finding(traveller.person, text, problem.as_of)
