"""What-if demand: what the planner's own file asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Demand, DemandKind, Finding, FlightPlan, Plan, Problem
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board, Literal, RequirementScope, Ship

SENTENCES = {
    DemandKind.EARLIEST_LAUNCH: "{name} launches on {day} at the earliest.",
    DemandKind.LATEST_LAUNCH: "{name} launches on {day} at the latest.",
    DemandKind.EARLIEST_UNDOCK: "{name} undocks on {day} at the earliest.",
    DemandKind.LATEST_UNDOCK: "{name} undocks on {day} at the latest.",
    DemandKind.PORTS: "{name} uses {ports} only.",
    DemandKind.UNCREWED: "{name} goes up empty.",
    DemandKind.CREWED: "{name} goes up with a crew.",
    DemandKind.PIN_EVENT: "{name}: {event} is on {day}.",
    DemandKind.PIN_LEG: "{name} rides {event} on {flight}.",
    DemandKind.UNAVAILABLE: "{name} cannot launch from {day} up to {to_on}.",
    DemandKind.RETURN_BY: "{name} lands by {day}.",
}


class WhatIfDemand(Rule):
    """Each demand of the what-if file holds; a demand names its file and line."""

    code: ClassVar[str] = "what-if-demand"
    ref: ClassVar[str] = "what-if"
    hardness: ClassVar[str] = "P"
    sentence: ClassVar[str] = "What the what-if file demands, holds."
    source: ClassVar[str] = "design.md section 4.3"

    def post(self, board: Board) -> None:
        """Post each demand as one requirement."""
        for demand in board.problem.demands:
            sentence = _sentence(board.problem, demand)
            with self.require(board, demand.subject, sentence, demand.at) as require:
                if demand.subject in board.ships:
                    _post_flight(board, demand, require)
                else:
                    _post_person(board, demand, require)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look up what the plan does about each demand."""
        for demand in problem.demands:
            flight = plan.flight(demand.subject)
            if demand.subject in problem.flights:
                is_kept = flight is not None and _flight_keeps(flight, demand, problem.as_of)
            else:
                is_kept = _person_keeps(plan, demand)
            if not is_kept:
                text = f"Not kept ({demand.at}): {_sentence(problem, demand)}"
                yield self.finding(demand.subject, text, demand.day)


def _sentence(problem: Problem, demand: Demand) -> str:
    if demand.subject in problem.people:
        name = problem.people[demand.subject].name
    else:
        name = problem.any_flight(demand.subject).name
    return SENTENCES[demand.kind].format(
        name=name,
        day=demand.day,
        to_on=demand.to_on or "further notice",
        ports=", ".join(demand.ports),
        event=demand.event,
        flight=demand.flight,
    )


def _post_flight(board: Board, demand: Demand, require: RequirementScope) -> None:
    ship = board.ships[demand.subject]
    match demand.kind:
        case DemandKind.PORTS:
            for slot in ship.slots:
                for port, literal in slot.at.items():
                    if port not in demand.ports and literal is not True:
                        require.forbid(literal)
        case DemandKind.UNCREWED:
            require.forbid(board.is_crewed(ship.id))
        case DemandKind.CREWED:
            require.add_or([board.is_crewed(ship.id)], ship.flies)
        case DemandKind.PIN_EVENT if demand.day:
            _post_pin(board, ship, (demand.event, board.calendar.day(demand.day)), require)
        case _ if demand.day:
            _post_day(board, ship, (demand.kind, board.calendar.day(demand.day)), require)


def _post_day(
    board: Board, ship: Ship, bound: tuple[DemandKind, int], require: RequirementScope
) -> None:
    """Bound a launch or an undocking; one that does not happen is never too early."""
    match bound:
        case DemandKind.EARLIEST_LAUNCH, day:
            require.add(ship.launch.expr >= min(day, board.calendar.length))
        case DemandKind.LATEST_LAUNCH, day:
            require.add(ship.launch.expr <= day)
        case DemandKind.EARLIEST_UNDOCK, day:
            require.add(ship.undock.expr >= day, ship.flies)
        case DemandKind.LATEST_UNDOCK, day:
            require.add(ship.undock.expr <= day, ship.flies)


def _post_pin(board: Board, ship: Ship, pin: tuple[str, int], require: RequirementScope) -> None:
    """Hold an event to its day; it has to happen."""
    event, day = pin
    require.add_or([ship.flies])
    if event != "relocate":
        days = {"launch": ship.launch, "dock": ship.dock, "undock": ship.undock, "land": ship.land}
        require.add(days[event].expr == day)
        return
    moves: list[Literal] = []
    for slot in ship.slots[1:]:
        moves.append(board.new_literal(f"pinned:{ship.id}"))
        require.add(slot.start.expr == day, moves[-1])
        require.forbid(moves[-1], board.negate(slot.is_used))
    require.add_or(moves)


def _post_person(board: Board, demand: Demand, require: RequirementScope) -> None:
    rides = board.rides(demand.subject)
    match demand.kind:
        case DemandKind.RETURN_BY if demand.day:
            for ride in rides:
                require.add(ride.down.land.expr <= board.calendar.day(demand.day), ride.happens)
            require.add_or([ride.happens for ride in rides])
        case DemandKind.UNAVAILABLE if demand.day:
            first = board.calendar.day(demand.day)
            end = board.calendar.day(demand.to_on) if demand.to_on else board.calendar.end
            for ship, literal in board.lifts(demand.subject):
                begun = board.negate(ship.launch.by(first - 1))
                require.forbid(begun, ship.launch.by(end - 1), literal)
        case DemandKind.PIN_LEG if demand.event == "up":
            lifts = board.lifts(demand.subject)
            require.add_or([literal for ship, literal in lifts if ship.id == demand.flight])
        case DemandKind.PIN_LEG:
            require.add_or([ride.happens for ride in rides if ride.down.id == demand.flight])


def _flight_keeps(flight: FlightPlan, demand: Demand, as_of: date) -> bool:
    day, launch_on, undock_on = demand.day, flight.launch_on, flight.undock_on
    if not flight.flies:
        return demand.kind in WAITING_KEEPS
    match demand.kind:
        case DemandKind.EARLIEST_LAUNCH:
            return _in_order(day, launch_on)
        case DemandKind.LATEST_LAUNCH:
            return _in_order(launch_on, day)
        case DemandKind.EARLIEST_UNDOCK:
            return _in_order(day, undock_on)
        case DemandKind.LATEST_UNDOCK:
            return _in_order(undock_on, day)
        case DemandKind.PORTS:
            ahead = {stay.port for stay in flight.ports if stay.from_on >= as_of}
            return ahead <= {*demand.ports}
        case DemandKind.UNCREWED:
            return not flight.crew_up
        case DemandKind.CREWED:
            return bool(flight.crew_up)
    days: dict[str, list[date | None]] = {
        "launch": [launch_on],
        "dock": [flight.dock_on],
        "undock": [undock_on],
        "land": [flight.land_on],
        "relocate": [*(stay.from_on for stay in flight.ports[1:])],
    }
    return day in days[demand.event]


WAITING_KEEPS = (
    DemandKind.EARLIEST_LAUNCH,
    DemandKind.EARLIEST_UNDOCK,
    DemandKind.LATEST_UNDOCK,
    DemandKind.PORTS,
    DemandKind.UNCREWED,
    DemandKind.CREWED,
)


def _in_order(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first <= second


def _person_keeps(plan: Plan, demand: Demand) -> bool:
    stay = next((stay for stay in plan.stays if stay.person == demand.subject), None)
    if stay is None:
        return demand.kind is DemandKind.UNAVAILABLE
    down = plan.flight(stay.down) if stay.down else None
    up = plan.flight(stay.up) if stay.up else None
    match demand.kind:
        case DemandKind.RETURN_BY:
            return down is not None and _in_order(down.land_on, demand.day)
        case DemandKind.UNAVAILABLE:
            if up is None or up.status != "planned" or up.launch_on is None or not demand.day:
                return True
            is_before = up.launch_on < demand.day
            return is_before or (demand.to_on is not None and up.launch_on >= demand.to_on)
    return (stay.up if demand.event == "up" else stay.down) == demand.flight
