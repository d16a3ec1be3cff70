"""Ship health: what a damaged ship may still be used for, and for how many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, FlightPlan, Health, HealthState, Plan, Problem
from scheduler.rules.base import Rule, people_in, spans

if TYPE_CHECKING:
    from scheduler.board import Board, RequirementScope, Ship


class ShipHealth(Rule):
    """A ship carries and brings home only what its health of that day allows.

    Sound ships are not looked at here: their places belong to LB-4, their landings to CT-3.
    """

    code: ClassVar[str] = "ship-health"
    ref: ClassVar[str] = "LB-5"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "A ship is used only as far as its health of the day allows."
    source: ClassVar[str] = "domain_rules LB-5; design.md section 2"

    def post(self, board: Board) -> None:
        """Bound seats and landings on the days that each health lasts."""
        for ship in board.ships.values():
            periods = board.health_periods(ship.id)
            if all(state.health is Health.NOMINAL for _, _, state in periods):
                continue
            words = ", then ".join(dict.fromkeys(_words(state) for _, _, state in periods))
            with self.require(board, ship.id, f"{ship.flight.name} is {words}.") as require:
                for first, end, state in periods:
                    if state.health is not Health.NOMINAL:
                        self._post_period(board, ship, require, (first, end, state))

    def _post_period(
        self,
        board: Board,
        ship: Ship,
        require: RequirementScope,
        period: tuple[int, int, HealthState],
    ) -> None:
        first, end, state = period
        places = board.problem.places_on(ship.id, board.calendar.date(first)).total
        for day in range(first, min(end, board.calendar.length)):
            held = board.seats.in_ship(ship.id, day)
            if held:
                require.add(sum(held) + board.settled_in(ship.id) <= places)
        leaves = (ship.undock.by(end - 1), board.negate(ship.undock.by(first - 1)), ship.flies)
        most = places if state.allows_planned_landing else 0
        require.add(board.landing_in(ship.id) <= most, *leaves)
        if not state.may_leave_empty:
            require.forbid(*leaves)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look at each ship day by day, then at the day it leaves."""
        for flight in plan.flights:
            if flight.flight not in problem.flights:
                continue
            crowded = [
                day
                for day, people in people_in(plan, flight.flight, problem).items()
                if _is_too_full(flight.flight, people, day, problem)
            ]
            for start, end in spans(crowded):
                words = _words(problem.health_on(flight.flight, start))
                text = (
                    f"More people hold seats in {flight.flight} than it may carry "
                    f"while {words}, from {start} up to {end}."
                )
                yield self.finding(flight.flight, text, start, end)
            if flight.undock_on is not None and flight.flies:
                yield from self._check_leaving(flight, problem, flight.undock_on)

    def _check_leaving(self, flight: FlightPlan, problem: Problem, day: date) -> Iterator[Finding]:
        state = problem.health_on(flight.flight, day)
        if state.health is Health.NOMINAL:
            return
        people, words = len(flight.crew_down), _words(state)
        most = problem.places_on(flight.flight, day).certified
        if not state.may_leave_empty:
            text = f"{flight.flight} leaves on {day} while {words}."
            yield self.finding(flight.flight, text, day)
        elif people and (people > most or not state.allows_planned_landing):
            with_people = "1 person" if people == 1 else f"{people} people"
            text = f"{flight.flight} leaves on {day} with {with_people} while {words}."
            yield self.finding(flight.flight, text, day)


def _is_too_full(flight: str, people: int, day: date, problem: Problem) -> bool:
    is_sound = problem.health_on(flight, day).health is Health.NOMINAL
    return not is_sound and people > problem.places_on(flight, day).total


def _words(state: HealthState) -> str:
    named = "" if state.seats is None else f" ({state.seats} seats)"
    return f"{state.health.value}{named}"
