"""One demand of a what-if in a small world, asked of both voices."""

from __future__ import annotations

from typing import Any

from scheduler.domain import Demand, DemandKind, Problem, Uncrewed
from scheduler.rules.what_if_demand import WhatIfDemand
from tests.rules.agreement import voices
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import DRAGON, make_flight, make_problem, on, with_rules

RULE = WhatIfDemand()
MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann",))
MS_2 = make_flight("ms-2", launch=4, undock=30, crew=("bob",), uncrewed=Uncrewed.ALLOWED)
CREW_2 = make_flight("crew-2", kind=DRAGON, launch=2, undock=9, crew=("gus",))
KIND = DemandKind


def demanding(kind: DemandKind, subject: str, **fields: Any) -> Problem:  # noqa: ANN401
    """Pose the problem of three ships and one demand; days are numbers."""
    fields |= {name: on(fields[name]) for name in ("day", "to_on") if name in fields}
    demand = Demand(kind, subject, "what-if.yaml:9", **fields)
    station = with_rules(PT_3={"most_relocations": 2})
    return make_problem(MS_1, MS_2, CREW_2, until=10, station=station, demands=(demand,))


def judged(problem: Problem, ship: str, **voyage: Any) -> tuple[bool, bool]:  # noqa: ANN401
    """Ask both voices of a plan that moves one ship."""
    return voices(RULE, make_plan(problem, {ship: Voyage(**voyage)}), problem)
