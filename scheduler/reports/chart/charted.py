"""What one chart is made of: a run, the case it was made from, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scheduler.domain import Flight, FlightPlan, Plan, Problem, Run
from scheduler.history import RecordedExpedition
from scheduler.reports.context import Context, View


@dataclass(frozen=True)
class Other:
    """A plan to compare with: its title, and its days and people."""

    title: str
    plan: Plan


@dataclass(frozen=True)
class Charted:
    """Everything that a chart tells of.

    Parameters
    ----------
    run
        With a plan.
    problem
        The case of the run: windows, health, outages and waivers are its.
    recorded
        Expeditions on record, those under way on ``as_of`` among them.
    today
        The day that gets the ``today`` line, where it is on the chart.
    other
        The plan that is ghosted behind.
    """

    run: Run
    problem: Problem
    context: Context
    recorded: tuple[RecordedExpedition, ...] = ()
    today: date | None = None
    other: Other | None = None

    @property
    def plan(self) -> Plan:
        """Give the plan; without one, a plan that says nothing."""
        return self.run.plan or Plan()

    @cached_property
    def view(self) -> View:
        """Give the names as this run shortens them."""
        return View(self.run, self.context, 0)

    def flight(self, flight: str | None) -> Flight | None:
        """Find a flight of the case; none where only the run knows it."""
        try:
            return self.problem.any_flight(flight) if flight else None
        except KeyError:
            return None

    def line(self, flight: str | None) -> str | None:
        """Name the line of a flight; none for visits."""
        found = self.flight(flight)
        return found.line if found else None

    def ship(self, flight: str | None) -> str:
        """Name a ship in full."""
        return self.view.ship(flight)

    def people(self, people: tuple[str, ...]) -> str:
        """List people by their short names."""
        return ", ".join(self.view.person(person) for person in people) or "nobody"

    def carries_people(self, flight: FlightPlan) -> bool:
        """Tell ships for people from cargo ships."""
        return self.view.carries_people(flight)
