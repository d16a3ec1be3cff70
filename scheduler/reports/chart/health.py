"""What ails ships, from day to day, by the facts and the what-if."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scheduler.domain import Health, each_day
from scheduler.reports.chart.charted import Charted
from scheduler.reports.spans import in_words
from scheduler.units import add_days


@dataclass(frozen=True)
class HealthSpell:
    """A ship of a health that is not nominal, in ``[from_on, to_on)``."""

    flight: str
    health: Health
    seats: int | None
    from_on: date
    to_on: date

    @property
    def words(self) -> str:
        """Say what ails it, ``emergency-only, 2 seats, 2023-01-11 to 2023-03-27``."""
        seats = f", {self.seats} seats" if self.seats is not None else ""
        return f"{self.health.value}{seats}, {in_words(self.from_on, self.to_on)}"


def spells(charted: Charted) -> dict[str, tuple[HealthSpell, ...]]:
    """Give the spells of each ship that has any, while it is at the station."""
    problem = charted.problem
    ill = {fact.flight for fact in problem.health_facts}
    ill |= {span.flight for span in problem.health_spans}
    return {
        flight: found for flight in sorted(ill) if (found := tuple(_of_flight(charted, flight)))
    }


def _of_flight(charted: Charted, flight: str) -> list[HealthSpell]:
    planned = charted.plan.flight(flight)
    if planned is None or not planned.flies or not planned.dock_on or not planned.undock_on:
        return []
    found: list[HealthSpell] = []
    for day in each_day(planned.dock_on, planned.undock_on):
        state, after = charted.problem.health_on(flight, day), add_days(day, 1)
        if state.health is Health.NOMINAL:
            continue
        last = found[-1] if found else None
        if last and (last.health, last.seats, last.to_on) == (state.health, state.seats, day):
            found[-1] = HealthSpell(flight, last.health, last.seats, last.from_on, after)
        else:
            found.append(HealthSpell(flight, state.health, state.seats, day, after))
    return found
