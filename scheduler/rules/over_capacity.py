"""Over capacity: beyond its certified seats a sound ship gives a few improvised places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Health, Plan, Problem
from scheduler.rules.base import Rule, people_in, spans

if TYPE_CHECKING:
    from scheduler.board import Board


class OverCapacity(Rule):
    """No more people hold seats in a sound ship than its certified and improvised places.

    Days on which the ship is not nominal belong to ship-health (LB-5).
    """

    code: ClassVar[str] = "over-capacity"
    ref: ClassVar[str] = "LB-4"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "A ship holds at most its emergency seats, and those only in need."
    source: ClassVar[str] = "domain_rules LB-4"

    def post(self, board: Board) -> None:
        """Bound the seats held in each ship, day by day."""
        for ship in board.ships.values():
            if not board.seats.uses(ship.id):
                continue
            most = board.problem.places_on(ship.id, board.problem.as_of).total
            name, seats = ship.flight.name, board.problem.seats(ship.id)
            sentence = f"{name} holds at most {max(most, seats)} people, {seats} of them certified."
            with self.require(board, ship.id, sentence) as require:
                slack = require.slack("emergency_seats", max(most, seats), seats)
                settled = board.settled_in(ship.id)
                for day in board.days:
                    on = board.calendar.date(day)
                    held = board.seats.in_ship(ship.id, day)
                    if held and board.problem.health_on(ship.id, on).health is Health.NOMINAL:
                        places = board.problem.places_on(ship.id, on).total
                        require.add(sum(held) + settled <= places + slack)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count the people in each sound ship on each day."""
        for flight in plan.flights:
            if flight.flight not in problem.flights:
                continue
            people = people_in(plan, flight.flight, problem)
            seats = problem.seats(flight.flight)
            crowded = [
                day
                for day, number in people.items()
                if number > seats
                and problem.health_on(flight.flight, day).health is Health.NOMINAL
                and number > _most(problem, flight.flight, day)
            ]
            for start, end in spans(crowded):
                text = (
                    f"{people[start]} people hold seats in "
                    f"{flight.flight}, which has {_most(problem, flight.flight, start)} places, "
                    f"from {start} up to {end}."
                )
                yield self.finding(flight.flight, text, start, end)


def _most(problem: Problem, flight: str, day: date) -> int:
    """Count the places of a sound ship, those beyond its seats included."""
    emergency = problem.bound("LB-4", "emergency_seats", flight, day) or 0
    return max(problem.seats(flight), emergency)
