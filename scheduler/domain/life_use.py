"""How much of its certified life a ship uses up."""

from __future__ import annotations

from datetime import date

from scheduler.domain.plan import LifeUse
from scheduler.domain.problem import Problem


def life_use(problem: Problem, flight_id: str, launch_on: date, land_on: date) -> LifeUse | None:
    """Set the days from launch to landing against the limit, moved by a waiver where one is.

    Returns
    -------
    None for a ship of a type without certified life on that launch day.
    """
    limit = problem.life_days(flight_id, launch_on)
    if limit is None:
        return None
    waiver = problem.waiver("VL-1", "life_days", flight_id, land_on)
    most, used = waiver.bound if waiver else limit, (land_on - launch_on).days
    return LifeUse(used, most, most - used)
