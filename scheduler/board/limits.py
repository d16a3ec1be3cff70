"""What the rules leave to a ship, told to the board beforehand to keep it small.

Nothing is cut that a rule would not cut as well: the launch is bounded by the readiness of the
ship, the undocking by its certified life, the ports by its type. Boards that look for conflicts
do without.
"""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.board.calendar import Calendar
from scheduler.domain import DemandKind, Flight, Problem


@dataclass(frozen=True)
class DayLimits:
    """The least launch day, the most days from launch to landing, and the ports of a ship.

    There may be no most days. ``spare_moves`` are relocations that a ship has room for beyond
    those that it may make.
    """

    least_launch: int
    most_life_days: int | None
    ports: tuple[str, ...]
    spare_moves: int = 0


def wide(problem: Problem, calendar: Calendar, flight: Flight) -> DayLimits:
    """Leave a ship all days that are not past, all ports, and one relocation too many."""
    least = 0 if flight.is_ahead else calendar.day(flight.launch_on)
    return DayLimits(least, None, tuple(problem.station.ports), spare_moves=1)


def narrow(problem: Problem, calendar: Calendar, flight: Flight) -> DayLimits:
    """Leave a ship the days that its readiness and its life leave, and the ports that fit it."""
    early_days = problem.bound("readiness", "early_days", flight.id) or 0
    least = calendar.day(flight.launch_on) - early_days
    if flight.has_readiness:
        ready = [
            demand.day
            for demand in problem.demands_of(DemandKind.EARLIEST_LAUNCH)
            if demand.subject == flight.id and demand.day
        ]
        least = max(calendar.day(day) for day in ready)
    lives = [edition.days for edition in problem.life_editions(flight.id)]
    lives += [
        waiver.bound
        for waiver in problem.waivers
        if (waiver.rule, waiver.number, waiver.subject) == ("VL-1", "life_days", flight.id)
    ]
    if flight.is_ahead:
        least = max(0, min(least, calendar.length))
    ports = problem.station.ports_for(flight.vehicle_type)
    return DayLimits(least, max(lives, default=None), ports)
