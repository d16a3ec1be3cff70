"""What commands share once the heavy imports are made."""

from __future__ import annotations

from datetime import datetime

from scheduler.planning import Case
from scheduler.reports import Context


def context_of(case: Case) -> Context:
    """Give the names and published crews that a report may use."""
    problem = case.problem
    flights = (
        *problem.flights.values(),
        *problem.later,
        *problem.departed.values(),
        *problem.cancelled,
    )
    names = {person.id: person.name for person in problem.people.values()}
    names |= {flight.id: flight.name for flight in flights}
    crews = {flight.id: flight.crew for flight in flights if flight.crew}
    return Context(case.station, names, crews)


def run_id(now: datetime, case: Case) -> str:
    """Name a run by its moment and its inputs: unique, and sorted by time."""
    digest = case.inputs.fingerprint.removeprefix("sha256:")[:6]
    return f"{now:%Y%m%d-%H%M%S}-{now.microsecond // 1000:03d}-{digest}"
