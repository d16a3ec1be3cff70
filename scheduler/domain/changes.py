"""What differs between a planned flight and the published one."""

from __future__ import annotations

from datetime import date

from scheduler.domain.flight import Flight
from scheduler.domain.plan import FlightPlan
from scheduler.domain.problem import Problem


def changes(planned: FlightPlan, flight: Flight, problem: Problem) -> tuple[str, ...]:
    """List what differs: launch, undock, port, crew_up, crew_down.

    Ports differ when their order does, or the day of a relocation. A published day that has
    passed is compared as due on ``as_of``.
    """
    if not planned.flies:
        return ("launch",)
    published_down = sorted(t.person for t in problem.travellers.values() if t.down == flight.id)
    moved = [
        ("launch", planned.launch_on != flight.launch_on),
        ("undock", planned.undock_on != flight.undock_on),
        ("port", bool(flight.calls) and _calls(planned) != _published_calls(flight)),
        ("crew_up", flight.is_ahead and sorted(planned.crew_up) != sorted(flight.crew)),
        ("crew_down", sorted(planned.crew_down) != published_down),
    ]
    return tuple(name for name, is_moved in moved if is_moved)


def _calls(planned: FlightPlan) -> list[tuple[str, date | None]]:
    days = [None, *(stay.from_on for stay in planned.ports[1:])]
    return [(stay.port, day) for stay, day in zip(planned.ports, days, strict=False)]


def _published_calls(flight: Flight) -> list[tuple[str, date | None]]:
    days = [None, *(call.from_on for call in flight.calls[1:])]
    return [(call.port, day) for call, day in zip(flight.calls, days, strict=False)]
