"""Names: what a plan speaks of that nobody knows is told once, so that no rule has to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scheduler.domain import Finding, Plan, Problem


def unknown_names(plan: Plan, problem: Problem) -> Iterator[Finding]:
    """Tell every ship and person of a plan that is in no fact and no what-if."""
    flights, people = _flights(problem), {*problem.travellers, *_later_crews(problem)}
    ships = [planned.flight for planned in plan.flights]
    ships += [ship for stay in plan.stays for ship in (stay.up, stay.down) if ship]
    ships += [seat.flight for seat in plan.seats if seat.flight]
    ships += [ship for one in plan.handovers for ship in (one.outgoing, one.incoming)]
    for ship in sorted({*ships} - flights):
        yield _finding(ship, f"{ship} is no flight that is known.")
    persons = [person for one in plan.flights for person in one.crew_down]
    persons += [p for one in plan.flights for p in {*one.crew_up} - _came_in(one.flight, problem)]
    persons += [row.person for rows in (plan.stays, plan.seats) for row in rows]
    for person in sorted({*persons} - people):
        yield _finding(person, f"{person} is nobody who is aboard or known to come.")


def known_part(plan: Plan, problem: Problem) -> Plan:
    """Leave out what no rule can judge: ships that nobody knows, people not due before ``until``.

    Crews of ships published beyond the horizon may be named by a plan, but concern no rule.
    """
    ships, people = _flights(problem), problem.travellers
    return replace(
        plan,
        flights=tuple(one for one in plan.flights if one.flight in ships),
        stays=tuple(
            stay
            for stay in plan.stays
            if stay.person in people and {stay.up, stay.down} <= {*ships, None}
        ),
        seats=tuple(
            seat
            for seat in plan.seats
            if seat.person in people and (seat.flight is None or seat.flight in ships)
        ),
        handovers=tuple(one for one in plan.handovers if {one.outgoing, one.incoming} <= ships),
    )


def _flights(problem: Problem) -> set[str]:
    others = (*problem.later, *problem.cancelled)
    return {*problem.flights, *problem.departed, *(flight.id for flight in others)}


def _later_crews(problem: Problem) -> set[str]:
    beyond = (*problem.later, *problem.cancelled)
    return {person for flight in beyond for person in flight.crew}


def _came_in(flight: str, problem: Problem) -> set[str]:
    """Name those who came in a ship that is here; some may have left in others since."""
    ship = problem.flights.get(flight)
    return {*ship.crew} if ship is not None and ship.has_launched else set()


def _finding(subject: str, text: str) -> Finding:
    return Finding("facts", "record", "S", subject, text)
