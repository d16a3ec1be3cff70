"""Who relieves whom in a plan, worked out from the days of its ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scheduler.domain.flight import Flight, Standing
from scheduler.domain.lines import relieved_in_turn, relieves_next
from scheduler.domain.plan import FlightPlan, Handover
from scheduler.domain.problem import Problem


def handovers_of(flights: Iterable[FlightPlan], problem: Problem) -> Iterator[Handover]:
    """Walk the lines ship by ship, in the order in which they relieve one another.

    A crew that nobody relieves before ``until`` leaves a gap to that day.
    """
    plans = {planned.flight: planned for planned in flights}
    for line in problem.station.lines:
        for flight in problem.flights.values():
            planned = plans.get(flight.id)
            if flight.line == line and planned is not None and planned.flies:
                yield from _coming(plans, problem, flight, planned)
                yield from _leaving(plans, problem, flight, planned)


def _coming(
    plans: Mapping[str, FlightPlan], problem: Problem, flight: Flight, planned: FlightPlan
) -> Iterator[Handover]:
    """Give the handover to a crew that comes, from the nearest ship before it that flies."""
    if not planned.crew_up or planned.dock_on is None:
        return
    for before in relieved_in_turn(problem, flight):
        outgoing = plans.get(before.id)
        if before.standing is Standing.DEPARTED:
            if flight.standing is not Standing.DOCKED:
                days = (before.undock_on - planned.dock_on).days
                yield Handover(flight.line or "", before.id, flight.id, days > 0, abs(days))
            return
        if outgoing is not None and outgoing.flies and outgoing.undock_on is not None:
            days = (outgoing.undock_on - planned.dock_on).days
            if outgoing.crew_down:
                yield Handover(flight.line or "", before.id, flight.id, days > 0, abs(days))
            return


def _leaving(
    plans: Mapping[str, FlightPlan], problem: Problem, flight: Flight, planned: FlightPlan
) -> Iterator[Handover]:
    """Give the handover that a crew leaves open when nobody follows it before ``until``."""
    following = relieves_next(problem, flight)
    comers = [plans.get(after.id) for after in following]
    is_followed = any(comer is not None and comer.flies and comer.crew_up for comer in comers)
    left_on = planned.undock_on
    if following and not is_followed and planned.crew_down and left_on and left_on < problem.until:
        days = (problem.until - left_on).days
        yield Handover(flight.line or "", flight.id, following[0].id, False, days)
