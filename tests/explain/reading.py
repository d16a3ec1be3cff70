"""What a requirement looks at in a plan; whatever none of them looks at needs no listing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from scheduler.domain import Demand, DemandKind, Problem, Requirement

LAUNCH, UNDOCK, SOON, MOVES, PORTS = "launch", "undock", "undock soon", "moves", "ports"
"""``SOON`` tells undockings apart up to ``until`` only."""
OWN = {
    "VL-1": {LAUNCH, UNDOCK},
    "readiness": {LAUNCH},
    "PT-2": {LAUNCH, UNDOCK, PORTS},
    "PT-3": {LAUNCH, UNDOCK, MOVES},
    "TR-2": {LAUNCH, UNDOCK},
    "TR-4": {LAUNCH},
    "TR-5": {LAUNCH, UNDOCK},
    "TR-9": {LAUNCH, UNDOCK, MOVES},
    "LB-5": {LAUNCH, UNDOCK},
    "LB-7": {LAUNCH},
}
"""What rules look at in the ship that is their subject."""
ALL = {
    "TR-1": {LAUNCH, UNDOCK, MOVES},
    "TR-7": {LAUNCH},
    "PT-1": {LAUNCH, UNDOCK, PORTS},
    "PT-5": {LAUNCH, UNDOCK, PORTS},
    "PT-6": {LAUNCH, UNDOCK, PORTS},
    "CT-1": {LAUNCH, SOON},
    "HO-3": {LAUNCH, SOON},
    "HO-1": {LAUNCH, UNDOCK},
    "LB-1": {LAUNCH, SOON},
    "LB-2": {LAUNCH, SOON},
}
"""What rules look at in all ships."""
HANDOVERS = (DemandKind.DIRECT_HANDOVER, DemandKind.INDIRECT_HANDOVER)
OF_FLIGHT = {
    DemandKind.PORTS: {LAUNCH, UNDOCK, PORTS},
    DemandKind.EARLIEST_UNDOCK: {LAUNCH, UNDOCK},
    DemandKind.LATEST_UNDOCK: {LAUNCH, UNDOCK},
    DemandKind.PIN_EVENT: {LAUNCH, UNDOCK, MOVES},
}
"""What demands of a flight look at in it; others look at its launch."""
ALL_RIDES = ("CT-1", "HO-1", "HO-3", "LB-1", "LB-2")
"""Rules for which it matters in which ship everybody lands."""
LIFTS = ("CT-2", "CT-3", "LB-5", "LB-7", "CR-1", *ALL_RIDES)
"""Rules for which it matters which ship brings whom."""
SEATED = ("LB-1", "LB-2")
"""Rules that no plan keeps by seating nobody, as it keeps all others on seats."""


class Reading:
    """What some requirements look at, ship by ship, and in all people."""

    def __init__(self, problem: Problem, kept: Collection[Requirement]) -> None:
        """Look up each requirement."""
        self._problem = problem
        self._ships: dict[str, set[str]] = {ship: set() for ship in problem.flights}
        self.has_lifts = False
        self.riders: set[str] = set()  # people whose landing matters, wherever it is
        self.landers: set[str] = set()  # ships in which it matters who lands
        self.has_seats = any(one.ref in SEATED for one in kept)
        for requirement in kept:
            self._look(requirement)
        if self.has_lifts:  # who may ride is a matter of which ships fly, and when
            for ship in problem.flights:
                self._ships[ship] |= {LAUNCH} if problem.seats(ship) else set()

    def of_ship(self, ship: str) -> set[str]:
        """Give what is looked at in a ship."""
        return self._ships[ship]

    def _look(self, requirement: Requirement) -> None:
        ref, subject = requirement.ref, requirement.subject
        self._add(subject, OWN.get(ref, set()))
        for ship in self._ships:
            self._add(ship, ALL.get(ref, set()))
        self.has_lifts |= ref in LIFTS
        if ref in ALL_RIDES:
            self.riders |= {*self._problem.people}
        if ref in ("LB-5", "CT-3"):
            self.landers.add(subject)
        if ref == "CR-1":
            self._look_at_ride(subject)
        for demand in demands_of(self._problem, requirement):
            self._look_at_demand(demand)

    def _look_at_demand(self, demand: Demand) -> None:
        if demand.kind in HANDOVERS:
            self.has_lifts = True
            self.riders |= {*self._problem.people}
            for ship in self._ships:
                self._add(ship, {LAUNCH, UNDOCK})
        elif demand.subject in self._problem.flights:
            self.has_lifts |= demand.kind in (DemandKind.CREWED, DemandKind.UNCREWED)
            self._add(demand.subject, OF_FLIGHT.get(demand.kind, {LAUNCH}))
        elif demand.kind is DemandKind.UNAVAILABLE or demand.event == "up":
            self.has_lifts = True
        else:
            self._look_at_ride(demand.subject)

    def _look_at_ride(self, person: str) -> None:
        """Look at what brings somebody up, and at every ship that may land them."""
        self.has_lifts = True
        self.riders.add(person)
        for ship in self._ships:
            self._add(ship, {LAUNCH, UNDOCK})

    def _add(self, ship: str, looks: set[str]) -> None:
        if ship in self._ships:
            self._ships[ship] |= looks


def demands_of(problem: Problem, requirement: Requirement) -> list[Demand]:
    """List the demands that a requirement stands for."""
    if requirement.ref != "what-if":
        return []
    return [
        d for d in problem.demands if (d.at, d.subject) == (requirement.at, requirement.subject)
    ]


def last_day(problem: Problem, kept: Collection[Requirement]) -> int:
    """Give a day number beyond which an undocking changes nothing that is kept.

    All dates that anybody names lie before it, then room for every ship to leave in any order,
    as far apart as the rules that are kept may want.
    """
    dates: list[date | None] = [problem.until]
    dates += [on for demand in problem.demands for on in (demand.day, demand.to_on)]
    dates += [on for one in problem.outages for on in (one.from_on, one.to_on)]
    dates += [on for one in problem.windows for on in (one.from_on, one.to_on)]
    dates += [on for one in problem.health_spans for on in (one.from_on, one.to_on)]
    dates += [on for one in problem.waivers for on in (one.from_on, one.to_on)]
    dates += [fact.from_on for fact in problem.health_facts]
    named = max((on - problem.as_of).days for on in dates if on)
    refs, ships = {one.ref for one in kept}, problem.flights.values()
    transit = max([0, *((ship.dock_on - ship.launch_on).days for ship in ships)])
    least = [problem.bound("HO-1", "least_handover_days", ship.id) or 0 for ship in ships]
    least += [problem.bound("CR-1", "least_days", person) or 0 for person in problem.travellers]
    apart = [1]
    if "TR-1" in refs:
        apart.append(problem.bound("TR-1", "separation_days", problem.station.id) or 0)
    if "PT-1" in refs:
        apart += [problem.bound("PT-1", "gap_days", port) or 0 for port in problem.station.ports]
    return named + transit + max([0, *least]) + max(apart) * len(problem.flights)
