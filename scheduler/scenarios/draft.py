"""A problem while what-ifs are laid over it, and the complaints that come of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from scheduler.documents.document import Step
from scheduler.domain import (
    Demand,
    DemandKind,
    Facts,
    Flight,
    HealthSpan,
    Outage,
    Override,
    Problem,
    Standing,
    Traveller,
    Waiver,
)
from scheduler.domain.editions import crew_known
from scheduler.domain.published import down_flight
from scheduler.errors import Complaint
from scheduler.scenarios.what_if import Spot


@dataclass
class Draft:
    """What the new problem will hold; ``problem`` is the one that it began as."""

    problem: Problem
    facts: Facts | None
    goals: tuple[str, ...]
    least_grade: str
    least_grade_at: str
    flights: dict[str, Flight] = field(default_factory=dict)
    travellers: dict[str, Traveller] = field(default_factory=dict)
    opened: set[tuple[str, str]] = field(default_factory=set)
    demands: list[Demand] = field(default_factory=list)
    health_spans: list[HealthSpan] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)
    overrides: list[Override] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    cancelled_at: dict[str, Spot] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def as_of(self) -> date:
        """Give the day of planning."""
        return self.problem.as_of

    @property
    def until(self) -> date:
        """Give the end of the horizon."""
        return self.problem.until

    def complain(self, spot: Spot, text: str, *steps: Step, on_key: bool = False) -> None:
        """Keep a complaint for the telling."""
        self.complaints.append(spot.complaint(text, *steps, on_key=on_key))

    def is_late_enough(self, spot: Spot, day: date, *steps: Step) -> bool:
        """Say whether a decided day is not past; complain of it where it is."""
        if day >= self.as_of:
            return True
        text = f"{steps[-1]} is {day}, before as_of ({self.as_of}). Give that day or a later one."
        self.complain(spot, text, *steps)
        return False

    def is_early_enough(self, spot: Spot, day: date, *steps: Step) -> bool:
        """Say whether a day lies within the horizon; complain of it where it does not."""
        if day < self.until:
            return True
        text = f"{steps[-1]} is {day}, not before until ({self.until}). Give an earlier day."
        self.complain(spot, text, *steps)
        return False

    def is_recorded(self, spot: Spot, first: date | None, last: date | None) -> bool:
        """Say whether a recorded span reaches into the horizon; complain where it does not."""
        if first is not None and not self.is_early_enough(spot, first, "from"):
            return False
        if last is None or last > self.as_of:
            return True
        text = (
            f"to is {last}, not after as_of ({self.as_of}), so nothing changes. Give a later day."
        )
        self.complain(spot, text, "to")
        return False

    def is_here(self, spot: Spot, flight: Flight, *steps: Step) -> bool:
        """Say whether a flight has neither gone home nor been cancelled; complain if it has."""
        match flight.standing:
            case Standing.DEPARTED:
                text = f"{flight.id} left the station on {flight.undock_on}. Leave it out."
            case Standing.CANCELLED:
                text = f"{flight.id} {self._cancelled(flight.id, spot)}"
            case _:
                return True
        self.complain(spot, text, *steps)
        return False

    def _cancelled(self, flight: str, spot: Spot) -> str:
        """Say by what a flight is cancelled: a fact, this file or one under it."""
        by = self.cancelled_at.get(flight)
        if by is None:
            return "does not fly any more. Leave it out."
        where = f"line {by.line('flight')}" if by.document is spot.document else by.at("flight")
        return f"is cancelled in {where}. Keep one of the two."

    def is_decided(self, spot: Spot, flight: Flight, *steps: Step) -> bool:
        """Say whether the plan decides on a flight; complain of those that it does not."""
        if not self.is_here(spot, flight, *steps):
            return False
        if flight.standing is not Standing.LATER:
            return True
        text = (
            f"{flight.id} is due on {flight.launch_on}, not before until ({self.until}). "
            "Give it an earliest_launch before that, or a later until."
        )
        self.complain(spot, text, *steps)
        return False

    def carries(self, spot: Spot, flight: Flight, *steps: Step) -> bool:
        """Say whether people may ride a flight in the horizon; complain where they may not."""
        if not self.is_decided(spot, flight, *steps):
            return False
        if self.seats(flight):
            return True
        kind = flight.vehicle_type
        self.complain(
            spot, f"{flight.id} is a {kind}, which carries nobody. Give another flight.", *steps
        )
        return False

    def seats(self, flight: Flight) -> int:
        """Count the seats of a ship."""
        kind = self.problem.station.vehicle_types[flight.vehicle_type]
        return kind.seats if flight.seats is None else flight.seats

    def bring(self, flight: Flight, to_land_on: date | None) -> None:
        """Make travellers of the crew of a flight that is due before ``until`` after all."""
        rides = crew_known(self.facts, self.as_of) if self.facts else ()
        for person in flight.crew:
            if person in self.travellers:
                continue
            down = down_flight(person, flight, self.flights, rides)
            landing = self.flights[down].published.land_on if down != flight.id else to_land_on
            self.travellers[person] = Traveller(
                person=person,
                up=flight.id,
                down=down,
                is_aboard=False,
                launched_on=flight.launch_on,
                planned_to_on=landing,
            )

    def drop_demands(self, flight: str, *kinds: DemandKind) -> None:
        """Forget what a cadence demands of a flight: one kind, or all where none is named."""
        self.demands = [
            demand
            for demand in self.demands
            if demand.subject != flight or (kinds and demand.kind not in kinds)
        ]

    def finish(self, title: str) -> Problem:
        """Give the new problem."""
        ahead = (Standing.DOCKED, Standing.FLYING, Standing.PLANNED)
        by_id = dict(sorted(self.flights.items()))
        return replace(
            self.problem,
            title=title,
            flights={f.id: f for f in by_id.values() if f.standing in ahead},
            later=tuple(f for f in by_id.values() if f.standing is Standing.LATER),
            departed={f.id: f for f in by_id.values() if f.standing is Standing.DEPARTED},
            cancelled=tuple(f for f in by_id.values() if f.standing is Standing.CANCELLED),
            travellers=dict(sorted(self.travellers.items())),
            health_spans=tuple(self.health_spans),
            outages=(*self._recorded_outages(), *self.outages),
            demands=tuple(self.demands),
            opened=frozenset(self.opened),
            overrides=tuple(self.overrides),
            waivers=tuple(self.waivers),
            goals=self.goals,
            least_grade=self.least_grade,
            least_grade_at=self.least_grade_at,
        )

    def _recorded_outages(self) -> Iterator[Outage]:
        """Walk the recorded outages; one told anew, from the same day on, is left out."""
        anew = {(one.kind, one.subject, one.from_on) for one in self.outages}
        for outage in self.problem.outages:
            if (outage.kind, outage.subject, outage.from_on) not in anew:
                yield outage


def draft_of(problem: Problem, facts: Facts | None) -> Draft:
    """Begin a draft with what the problem holds."""
    others = (*problem.later, *problem.departed.values(), *problem.cancelled)
    return Draft(
        problem=problem,
        facts=facts,
        goals=problem.goals,
        least_grade=problem.least_grade,
        least_grade_at=problem.least_grade_at,
        flights={flight.id: flight for flight in (*problem.flights.values(), *others)},
        travellers=dict(problem.travellers),
        opened=set(problem.opened),
        demands=list(problem.demands),
        health_spans=list(problem.health_spans),
        overrides=list(problem.overrides),
        waivers=list(problem.waivers),
    )
