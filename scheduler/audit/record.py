"""What a plan says of itself: the past as it was, dates that follow from one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scheduler.domain import (
    Finding,
    Flight,
    FlightPlan,
    Plan,
    Problem,
    Standing,
    Stay,
    Traveller,
    changes,
    each_day,
)
from scheduler.units import count

STATUS = {
    Standing.DOCKED: ("docked",),
    Standing.FLYING: ("docked",),
    Standing.PLANNED: ("planned", "waiting"),
    Standing.LATER: ("waiting",),
    Standing.CANCELLED: ("cancelled",),
}
OPTIONAL = (*STATUS[Standing.PLANNED], "cancelled")


def check_record(plan: Plan, problem: Problem) -> Iterator[Finding]:
    """Find what contradicts the facts, or another part of the same plan."""
    seen: set[str] = set()
    for planned in plan.flights:
        if planned.flight in seen:
            yield _finding("facts", planned.flight, f"{planned.flight} is planned twice.")
        seen.add(planned.flight)
        flight = problem.any_flight(planned.flight)
        if flight.id in problem.departed:
            yield _finding("facts", flight.id, f"{flight.id} has gone home, but is planned.")
            continue
        yield from _check_flight(planned, flight, problem)
    for missing in sorted(problem.flights.keys() - seen):
        yield _finding("facts", missing, f"{missing} is missing from the plan.")
    yield from _check_rides(plan, problem)
    yield from _check_aboard(plan, problem)
    pairs = Counter((handover.outgoing, handover.incoming) for handover in plan.handovers)
    for outgoing, incoming in (pair for pair, number in pairs.items() if number > 1):
        text = f"The handover from {outgoing} to {incoming} is told more than once."
        yield _finding("HO-1", incoming, text)


def _check_flight(planned: FlightPlan, flight: Flight, problem: Problem) -> Iterator[Finding]:
    may_be = OPTIONAL if flight.is_ahead and flight.is_optional else STATUS[flight.standing]
    if planned.status not in may_be:
        text = f"{flight.id} is {flight.standing.value}; the plan calls it {planned.status}."
        yield _finding("facts", flight.id, text)
        return
    yield from _check_published(planned, flight)
    if flight.standing is Standing.LATER:
        yield from _check_waiting(planned, flight)
    if not planned.flies:
        return
    if flight.has_launched:
        yield from _check_past(planned, flight)
    yield from _check_dates(planned, flight, problem)
    told = changes(planned, flight, problem)
    if sorted(planned.changed) != sorted(told):
        words, stated = (", ".join(names) or "nothing" for names in (told, planned.changed))
        text = f"{flight.id} changes {words} of what is published; the plan states {stated}."
        yield _finding("facts", flight.id, text)


def _check_waiting(planned: FlightPlan, flight: Flight) -> Iterator[Finding]:
    """See that a ship published beyond the horizon keeps its days; its crew may be another."""
    days = (planned.launch_on, planned.dock_on, planned.undock_on, planned.land_on)
    if days != (flight.launch_on, flight.dock_on, flight.undock_on, flight.land_on):
        text = f"{flight.id} flies beyond the horizon, on its published days; the plan moves them."
        yield _finding("facts", flight.id, text)
    told = ["crew_up"] if sorted(planned.crew_up) != sorted(flight.crew) else []
    if [name for name in planned.changed if name != "crew_down"] != told:
        text = f"What {flight.id} changes of what is published is told wrongly."
        yield _finding("facts", flight.id, text)
    if sorted(planned.crew_down) != sorted(planned.crew_up):
        text = f"{flight.id} flies beyond the horizon; the crew that it brings down is another."
        yield _finding("CT-2", flight.id, text)


def _check_published(planned: FlightPlan, flight: Flight) -> Iterator[Finding]:
    """Hold what no plan decides to the facts: type, hull and published days."""
    pairs = [("is a", planned.vehicle_type, flight.vehicle_type)]
    if planned.hull and flight.hull:
        pairs.append(("flies in the hull", planned.hull, flight.hull))
    for words, told, was in pairs:
        if told != was:
            text = f"{flight.id} {words} {was}; the plan states {told}."
            yield _finding("facts", flight.id, text)
    if dict(planned.published) != flight.published.days:
        yield _finding("facts", flight.id, f"The published dates of {flight.id} are told wrongly.")


def _check_past(planned: FlightPlan, flight: Flight) -> Iterator[Finding]:
    """Hold a launched ship to what has happened."""
    pairs = [
        ("launched", planned.launch_on, flight.launch_on),
        ("docked", planned.dock_on, flight.dock_on),
    ]
    for word, told_on, was_on in pairs:
        if told_on != was_on:
            text = f"{flight.id} {word} on {was_on}; the plan states {told_on}."
            yield _finding("facts", flight.id, text)
    if set(planned.crew_up) != set(flight.crew):
        yield _finding("facts", flight.id, f"The crew that came up in {flight.id} is another.")
    if flight.standing is Standing.DOCKED and flight.calls and planned.ports:
        was_at, told_at = flight.calls[0].port, planned.ports[0].port
        if was_at != told_at:
            text = f"{flight.id} is at {was_at}; the plan states {told_at}."
            yield _finding("facts", flight.id, text)


def _check_dates(planned: FlightPlan, flight: Flight, problem: Problem) -> Iterator[Finding]:
    """Docking follows launch, and landing undocking, by the days that the flight takes.

    Another profile of its type will do as well as the published one.
    """
    if not (planned.launch_on and planned.dock_on and planned.undock_on and planned.land_on):
        yield _finding("facts", flight.id, f"{flight.id} flies without all of its dates.")
        return
    transit_days = (flight.dock_on - flight.launch_on).days
    profiles = {transit_days, *problem.type_of(flight.id).transit_days.values()}
    if flight.is_ahead and (planned.dock_on - planned.launch_on).days not in profiles:
        text = (
            f"{flight.id} docks on {planned.dock_on}; from its launch it takes {transit_days} days."
        )
        yield _finding("TR-3", flight.id, text)
    return_days = (flight.land_on - flight.undock_on).days
    if (planned.land_on - planned.undock_on).days != return_days:
        text = (
            f"{flight.id} lands on {planned.land_on}; from undocking it takes {return_days} days."
        )
        yield _finding("VL-3", flight.id, text)
    if planned.undock_on <= planned.dock_on:
        text = f"{flight.id} undocks on {planned.undock_on}, not after it docked."
        yield _finding("facts", flight.id, text)


def _check_rides(plan: Plan, problem: Problem) -> Iterator[Finding]:
    """See that everybody comes up in one ship, and that their stay begins when it docks."""
    brought: dict[str, str] = {}
    for planned in plan.flights:
        for person in planned.crew_up:
            if person in brought:
                text = f"{person} comes up in {brought[person]} and in {planned.flight}."
                yield _finding("CT-2", person, text)
            brought[person] = planned.flight
    for stay in plan.stays:
        if stay.from_on and stay.to_on and stay.to_on <= stay.from_on:
            text = f"{stay.person} leaves on {stay.to_on}, not after coming on {stay.from_on}."
            yield _finding("facts", stay.person, text)
        traveller = problem.travellers.get(stay.person)
        if traveller is not None and traveller.is_aboard:
            yield from _check_came(stay, traveller, problem)
        else:
            yield from _check_coming(stay, plan, brought.get(stay.person))


def _check_came(stay: Stay, traveller: Traveller, problem: Problem) -> Iterator[Finding]:
    """Hold the stay of somebody aboard to how it began."""
    came_on = problem.any_flight(traveller.up).dock_on
    if (stay.up, stay.from_on) != (traveller.up, came_on):
        text = (
            f"{stay.person} came aboard with {traveller.up} on {came_on}; "
            f"the plan states {stay.up} on {stay.from_on}."
        )
        yield _finding("facts", stay.person, text)


def _check_coming(stay: Stay, plan: Plan, ship: str | None) -> Iterator[Finding]:
    """Hold the stay of somebody to come to the ship; one that waits brings its crew home, too."""
    up = plan.flight(stay.up) if stay.up else None
    if stay.up != ship or stay.from_on != (up.dock_on if up else None):
        text = f"{stay.person} comes up in {ship}; the plan states {stay.up} on {stay.from_on}."
        yield _finding("CT-2", stay.person, text)
    if up is not None and not up.flies and up.launch_on and up.land_on:
        days = (up.land_on - up.launch_on).days
        if (stay.down, stay.to_on, stay.days) != (stay.up, up.undock_on, days):
            text = f"{stay.person} waits for {stay.up}, and stays {count(days, 'day')} as it does."
            yield _finding("CR-1", stay.person, text)


def _check_aboard(plan: Plan, problem: Problem) -> Iterator[Finding]:
    """See that the head-count covers each day of the horizon once, in order."""
    days = [day for span in plan.aboard for day in each_day(span.from_on, span.to_on)]
    if days != list(each_day(problem.as_of, problem.until)):
        text = "The head-count does not cover each day of the horizon once."
        yield _finding("HO-3", problem.station.id, text)


def _finding(ref: str, subject: str, text: str) -> Finding:
    return Finding(ref, "record", "S", subject, text)
