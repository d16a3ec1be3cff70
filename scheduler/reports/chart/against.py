"""The plan as it was published, to be drawn behind the one that was made."""

from __future__ import annotations

from itertools import pairwise

from scheduler.domain import Flight, Plan, PortStay, Problem, Standing
from scheduler.history import Voyage, completed

PUBLISHED = "the published plan"


def published_plan(problem: Problem) -> Plan:
    """Give what stood in the facts on the morning of ``as_of``, as a plan.

    Flights without all published days are left out; nothing is corrected.
    """
    voyages = {
        flight.id: voyage
        for flight in problem.flights.values()
        if (voyage := _voyage(problem, flight)) is not None
    }
    return completed(problem, voyages, {})


def _voyage(problem: Problem, flight: Flight) -> Voyage | None:
    told = flight.published
    launch, dock, undock, land = told.launch_on, told.dock_on, told.undock_on, told.land_on
    if flight.is_added or not (launch and dock and undock and land):
        return None
    if flight.standing is not Standing.PLANNED:
        launch, dock = flight.launch_on, flight.dock_on
    calls = [(call.port, max(dock, call.from_on)) for call in flight.calls]
    moves = [*calls, ("", undock)]
    travellers = problem.travellers.values()
    up = [one.person for one in travellers if one.up == flight.id]
    down = [one.person for one in travellers if one.down == flight.id]
    return Voyage(
        launch_on=launch,
        dock_on=dock,
        undock_on=undock,
        land_on=land,
        ports=tuple(
            PortStay(port, start if number else dock, end)
            for number, ((port, start), (_, end)) in enumerate(pairwise(moves))
            if (start if number else dock) < end
        ),
        crew_up=tuple(up),
        crew_down=tuple(down),
    )
