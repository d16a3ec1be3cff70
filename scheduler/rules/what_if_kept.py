"""Whether a plan keeps what a what-if demands: the second voice of ``what_if_demand``."""

from __future__ import annotations

from datetime import date

from scheduler.domain import (
    Demand,
    DemandKind,
    FlightPlan,
    Plan,
    Problem,
    Standing,
    relieved_in_turn,
)

HANDOVERS = (DemandKind.DIRECT_HANDOVER, DemandKind.INDIRECT_HANDOVER)


def is_kept(plan: Plan, demand: Demand, problem: Problem) -> bool:
    """Look up what the plan does about one demand."""
    if demand.subject not in problem.flights:
        return _person_keeps(plan, demand)
    if demand.kind in HANDOVERS:
        return _hands_over(plan, demand, problem)
    flight = plan.flight(demand.subject)
    return flight is not None and _flight_keeps(flight, demand, problem.as_of)


def _hands_over(plan: Plan, demand: Demand, problem: Problem) -> bool:
    """See who leaves before whom: the crew relieved is the nearest in line whose ship flies."""
    incoming, comes = problem.flights[demand.subject], plan.flight(demand.subject)
    if comes is None or not comes.flies or not comes.crew_up or comes.dock_on is None:
        return False
    for before in relieved_in_turn(problem, incoming):
        leaves = plan.flight(before.id)
        if before.standing is Standing.DEPARTED:
            has_crew, left_on = incoming.standing is not Standing.DOCKED, before.undock_on
        elif leaves is not None and leaves.flies and leaves.undock_on is not None:
            has_crew, left_on = bool(leaves.crew_down), leaves.undock_on
        else:
            continue
        is_direct = comes.dock_on < left_on
        is_wanted = is_direct is (demand.kind is DemandKind.DIRECT_HANDOVER)
        return before.id == demand.flight and has_crew and is_wanted
    return False


def _flight_keeps(flight: FlightPlan, demand: Demand, as_of: date) -> bool:
    day, launch_on, undock_on = demand.day, flight.launch_on, flight.undock_on
    if not flight.flies:
        return demand.kind in WAITING_KEEPS
    match demand.kind:
        case DemandKind.EARLIEST_LAUNCH | DemandKind.LAUNCH_FROM:
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
    DemandKind.LAUNCH_FROM,
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
