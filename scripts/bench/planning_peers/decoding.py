"""From a peer's numbers to a plan of ours, to be judged by ``check``; nothing is mended here."""

from __future__ import annotations

from datetime import date, timedelta

from scheduler.domain import Grade, Plan, PortStay, Problem, SeatFact
from scheduler.goals import goals_in_order
from scheduler.history.completing import Voyage, completed
from scripts.bench.planning_peers.answer import Answer, Flown

NO_SHIP = ""


def plan_of(problem: Problem, answer: Answer) -> Plan:
    """Put a plan together from days, rides and seats alone."""
    voyages = {name: _voyage(problem, name, flown) for name, flown in answer.ships.items()}
    moves = {
        person: [
            SeatFact(
                person=person,
                flight=ship or NO_SHIP,
                from_on=_on(problem, day),
                grade=Grade.G0.name,
                known_on=problem.as_of,
                source="",
            )
            for day, ship in seats
        ]
        for person, seats in answer.seats.items()
    }
    return completed(problem, voyages, moves)


def answer_of(problem: Problem, plan: Plan) -> Answer:
    """Say a plan of ours in a peer's numbers."""

    def day(on: date) -> int:
        return (on - problem.as_of).days

    ships = {
        one.flight: Flown(
            day(one.launch_on),
            day(one.undock_on),
            tuple((stay.port, day(stay.from_on)) for stay in one.ports),
            one.crew_up,
            one.crew_down,
        )
        for one in plan.flights
        if one.flies and one.launch_on and one.undock_on
    }
    seats: dict[str, tuple[tuple[int, str | None], ...]] = dict.fromkeys(problem.travellers, ())
    for seat in sorted(plan.seats, key=lambda seat: seat.from_on):
        seats[seat.person] = (*seats[seat.person], (max(0, day(seat.from_on)), seat.flight))
    return Answer(ships, seats)


def scores_of(problem: Problem, plan: Plan) -> dict[str, int]:
    """Count every part of every goal, in the order that is asked for."""
    return {
        f"{goal.code}:{part}": value
        for goal in goals_in_order(problem.goals)
        for part, value in goal.score(plan, problem).items()
    }


def _on(problem: Problem, day: int) -> date:
    return problem.as_of + timedelta(days=day)


def _voyage(problem: Problem, name: str, flown: Flown) -> Voyage:
    flight = problem.flights[name]
    launch_on = flight.launch_on if flight.has_launched else _on(problem, flown.launch)
    dock_on = launch_on + (flight.dock_on - flight.launch_on)
    undock_on = _on(problem, flown.undock)
    days = [dock_on, *(_on(problem, day) for _, day in flown.ports[1:]), undock_on]
    ports = tuple(
        PortStay(port, start, end)
        for (port, _), start, end in zip(flown.ports, days[:-1], days[1:], strict=True)
    )
    return Voyage(
        launch_on,
        dock_on,
        undock_on,
        undock_on + (flight.land_on - flight.undock_on),
        ports,
        flown.up,
        flown.down,
    )
