"""Change: few crews left waiting, few published flights touched, few days moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Flight, FlightPlan, Plan, Problem, changes, riders
from scheduler.goals.base import Goal, PartCost, known_stays

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.board import Board, Literal, Number, Ship


class Change(Goal):
    """Crews without a flight in the horizon; flights changed; days their dates move.

    A flight is changed when its launch, undocking, ports or crew differ from what is published;
    the days are those of launch and undocking. A flight that is optional and does not fly has
    changed nothing. People left aboard without a ship home in the horizon are a crew that waits.
    """

    code: ClassVar[str] = "change"
    sentence: ClassVar[str] = "Few crews waiting, few published flights changed, few days moved."

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Count crews, flights and days."""
        waiting, crews = _waiting(board)
        flights, days = [], []
        for ship in board.ships.values():
            changed = board.new_literal(f"changed:{ship.id}")
            flights.append(changed)
            days += _moved_days(board, ship)
            _bind(board, ship, changed)
        most_days = 2 * board.calendar.end * len(board.ships)
        return [
            PartCost("crews_waiting", waiting, crews),
            PartCost("flights", sum(flights), len(flights)),
            PartCost("days", sum(days), most_days),
        ]

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Set the plan beside the published dates, flight by flight."""
        flown = {planned.flight: planned for planned in plan.flights}
        changed = days = 0
        for flight in problem.flights.values():
            planned = flown.get(flight.id)
            flies = planned is not None and planned.flies
            if planned is None or not flies:
                changed += not flight.is_optional
                days += 0 if flight.is_optional else (problem.until - flight.launch_on).days
                continue
            changed += bool(changes(planned, flight, problem))
            days += _days_off(planned, flight)
        return {"crews_waiting": _crews_left(plan, problem), "flights": changed, "days": days}


def _days_off(planned: FlightPlan, flight: Flight) -> int:
    if planned.launch_on is None or planned.undock_on is None:
        return 0
    launch_days = abs((planned.launch_on - flight.launch_on).days)
    return launch_days + abs((planned.undock_on - flight.undock_on).days)


def _crews_left(plan: Plan, problem: Problem) -> int:
    """Count crews nobody brings up, and crews with people whom nobody brings home."""
    lifted = {person for planned in plan.flights if planned.flies for person in planned.crew_up}
    grounded = (*problem.flights.values(), *problem.cancelled)
    left = sum(
        bool(flight.crew) and not lifted.intersection(flight.crew)
        for flight in grounded
        if not flight.has_launched
    )
    stranded = {
        problem.travellers[stay.person].up
        for stay in known_stays(plan, problem)
        if stay.from_on is not None and stay.to_on is None
    }
    return left + len(stranded)


def _waiting(board: Board) -> tuple[Number, int]:
    """Count the crews that wait, and the most that can."""
    queued = [
        1 - sum(literal for _, literal in queue.carriers(crew))
        for queue in board.queues
        for crew in queue.crews
    ]
    crews = dict.fromkeys(group.came_in for group in board.seats.groups)
    stranded = [_is_stranded(board, crew) for crew in crews]
    lost = [
        flight.id
        for flight in board.problem.cancelled
        if flight.crew and not any(flight.id in queue.crews for queue in board.queues)
    ]
    waiting = [*queued, *stranded]
    return sum(waiting) + len(lost), len(waiting) + len(lost)


def _is_stranded(board: Board, crew: str) -> IntVar:
    """Say whether people of a crew have no ship home."""
    stranded = board.new_literal(f"stranded:{crew}")
    for landing in board.seats.landings:
        if landing.group.came_in == crew and landing.ship is None:
            board.model.add(landing.number <= landing.people.size * stranded)
    return stranded


def _moved_days(board: Board, ship: Ship) -> list[IntVar]:
    """Make the distances of launch and undocking from their published days."""
    pairs = [(ship.undock, ship.flight.undock_on, [ship.flies])]
    if ship.flight.is_ahead:
        when = [ship.flies] if ship.flight.is_optional else []
        pairs.append((ship.launch, ship.flight.launch_on, when))
    distances = []
    for timepoint, published_on, when in pairs:
        day = board.calendar.day(published_on)
        distance = board.model.new_int_var(0, board.calendar.end, f"moved:{ship.id}")
        literals = [literal for literal in when if not isinstance(literal, bool)]
        if False not in [literal for literal in when if isinstance(literal, bool)]:
            board.model.add(distance >= timepoint.expr - day).only_enforce_if(literals)
            board.model.add(distance >= day - timepoint.expr).only_enforce_if(literals)
        distances.append(distance)
    return distances


def _bind(board: Board, ship: Ship, changed: IntVar) -> None:
    """Hold a flight to all that is published for it, unless it is changed."""
    model, flight = board.model, ship.flight
    same: list[Literal] = [~changed]
    if flight.is_optional and ship.flies is False:
        return
    if flight.is_optional and ship.flies is not True:
        same.append(ship.flies)
    model.add(ship.undock.expr == board.calendar.day(flight.undock_on)).only_enforce_if(same)
    if flight.is_ahead:
        model.add(ship.launch.expr == board.calendar.day(flight.launch_on)).only_enforce_if(same)
        _bind_crew_up(board, ship, same)
    for number, slot in enumerate(ship.slots if flight.calls else ()):
        call = flight.calls[number] if number < len(flight.calls) else None
        if call is None:
            model.add(slot.is_used == 0).only_enforce_if(same)
            continue
        model.add(slot.at.get(call.port, 0) == 1).only_enforce_if(same)
        if number:
            model.add(slot.start.expr == board.calendar.day(call.from_on)).only_enforce_if(same)
    landings = board.seats.landing_in(ship.id)
    for landing in landings:
        size = landing.people.size if landing.people.down == ship.id else 0
        model.add(landing.number == size).only_enforce_if(same)
    due = [one for group in board.seats.groups for one in group.classes if one.down == ship.id]
    if any(all(one.people is not people for one in landings) for people in due):
        model.add_bool_or([board.negate(literal) for literal in same])  # cannot land as published


def _bind_crew_up(board: Board, ship: Ship, same: list[Literal]) -> None:
    flight = ship.flight
    if not flight.crew:
        board.model.add(board.is_crewed(ship.id) == 0).only_enforce_if(same)
        return
    is_whole = riders(board.problem, flight.id, flight.crew) == tuple(sorted(flight.crew))
    for queue in board.queues:
        own = queue.carries.get((ship.id, ship.id))
        if own is not None and is_whole:
            board.model.add(own == 1).only_enforce_if(same)
            return
    board.model.add_bool_or([board.negate(literal) for literal in same])
