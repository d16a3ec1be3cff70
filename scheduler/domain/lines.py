"""Who relieves whom in a line."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.flight import Flight, Standing
from scheduler.domain.problem import Problem


def relieved_in_turn(problem: Problem, flight: Flight) -> Iterator[Flight]:
    """Walk the flights before one in its line that fly or have flown, the nearest first."""
    seen = {flight.id}
    before = problem.relieved_by(flight)
    while before is not None and before.id not in seen:
        seen.add(before.id)
        if before.id in problem.flights or before.standing is Standing.DEPARTED:
            yield before
        before = problem.relieved_by(before)


def may_relieve(problem: Problem, flight: Flight) -> Iterator[Flight]:
    """Walk the flights still here whose crew a flight's may relieve.

    The nearest that flies for sure ends the walk: nobody is relieved past it.
    """
    for before in relieved_in_turn(problem, flight):
        if before.standing is Standing.DEPARTED:
            return
        yield before
        if before.has_launched:
            return


def relieves_next(problem: Problem, flight: Flight) -> list[Flight]:
    """List the flights of the same line published after one, the next first."""
    members = problem.line_of(flight.line) if flight.line else ()
    ids = [member.id for member in members]
    return list(members[ids.index(flight.id) + 1 :]) if flight.id in ids else []
