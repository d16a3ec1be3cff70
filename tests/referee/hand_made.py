"""Worlds made by hand, small enough to work out with a pencil.

Soyuz has two seats and docks on the day of launch; a seat moves to it in two days. Dragon has two
seats and one improvised place, takes a day up and a day down; a seat moves to it in one day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scheduler.domain import (
    Demand,
    DemandKind,
    Flight,
    HealthSpan,
    Override,
    Problem,
    Station,
    Uncrewed,
)
from tests.rules.worlds import DRAGON, POISK, make_flight, make_problem, on, with_rules

STATION = with_rules(
    CT_1={"least_aboard": 1},
    PT_3={"most_relocations": 0},
    TR_1={"separation_days": 1},
)


def life(days: int, subject: str | None = None) -> Override:
    """Set the certified life of one ship, or of all."""
    return Override("VL-1", "life_days", days, subject, "what-if.yaml:1")


def broken(
    flight: str,
    health: str = "emergency-only",
    seats: int | None = 1,
    first: int = -1,
    end: int | None = None,
) -> HealthSpan:
    """Lay a health over a ship."""
    to_on = None if end is None else on(end)
    return HealthSpan(flight, health, seats, on(first), to_on, "what-if.yaml:2")


def demand(
    kind: DemandKind, subject: str, day: int, *, event: str = "", flight: str = ""
) -> Demand:
    """Demand a day of a flight or person."""
    return Demand(kind, subject, "what-if.yaml:3", on(day), event=event, flight=flight)


def with_calm_rules(station: Station = STATION, **numbers: Mapping[str, int | str]) -> Station:
    """Give the station other rule numbers, no least crew of segments, and quick pads."""
    segments = {name: replace(segment, least_crew=0) for name, segment in station.segments.items()}
    pads = {name: replace(pad, turnaround_days=1) for name, pad in station.pads.items()}
    return replace(with_rules(station, **numbers), segments=segments, pads=pads)


def ready(flight: Flight, day: int, problem: Problem) -> Problem:
    """State the day on which a ship can be ready, and that it may go up empty."""
    changed = replace(flight, has_readiness=True, uncrewed=Uncrewed.ALLOWED)
    earliest = demand(DemandKind.EARLIEST_LAUNCH, flight.id, day)
    return replace(
        problem,
        flights={**problem.flights, flight.id: changed},
        demands=(*problem.demands, earliest),
    )


def ms_22_in_small() -> Problem:
    """Two people with one emergency seat, a Dragon beside them, and a ship ready on day 2.

    What is in no doubt is pinned, so that the referee has less to list.
    """
    replacement = make_flight("ms-2", launch=4, undock=9, crew=("cat", "dan"), ports=((POISK, 4),))
    problem = make_problem(
        make_flight("ms-1", launch=-3, undock=4, crew=("ann", "bob")),
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=9, crew=("mia", "ned")),
        replacement,
        make_flight("ms-3", launch=6, undock=11, crew=("eve", "fay")),
        until=7,
        station=with_calm_rules(),
        overrides=(life(9), life(14, "crew-1")),
        health_spans=(broken("ms-1"),),
        demands=(
            demand(DemandKind.PIN_EVENT, "crew-1", 9, event="undock"),
            demand(DemandKind.PIN_EVENT, "ms-3", 6, event="launch"),
            demand(DemandKind.PIN_EVENT, "ms-3", 11, event="undock"),
            demand(DemandKind.PIN_EVENT, "ms-1", 4, event="undock"),
        ),
    )
    return ready(replacement, 2, problem)


def plain_seats() -> Problem:
    """Two people and one emergency seat beside a Dragon with a free seat, for two days."""
    return make_problem(
        make_flight("ms-1", launch=-2, undock=1, crew=("ann", "bob")),
        make_flight("crew-1", kind=DRAGON, launch=-3, undock=2, crew=("mia",)),
        until=2,
        station=with_calm_rules(),
        overrides=(life(4), life(6, "crew-1")),
        health_spans=(broken("ms-1"),),
    )


def plain_relief() -> Problem:
    """Somebody who may land on either of two ships; the second may come empty, or not at all."""
    relief = make_flight(
        "ms-2",
        launch=0,
        undock=2,
        crew=("cat",),
        ports=((POISK, 0),),
        uncrewed=Uncrewed.ALLOWED,
        is_optional=True,
    )
    return make_problem(
        make_flight("ms-1", launch=-2, undock=1, crew=("ann",)),
        relief,
        until=2,
        station=with_calm_rules(),
        overrides=(life(3), life(4, "ms-1")),
        opened=frozenset({("ann", "ms-2")}),
    )


def plain_line() -> Problem:
    """Three ships of one line, two of them to come; the crews keep their order."""
    return make_problem(
        make_flight("ms-1", launch=-2, undock=0, crew=("ann",)),
        make_flight("ms-2", launch=0, undock=2, crew=("cat",), ports=((POISK, 0),)),
        make_flight("ms-3", launch=1, undock=3, crew=("eve",), uncrewed=Uncrewed.ALLOWED),
        until=2,
        station=with_calm_rules(TR_1={"separation_days": 0}),
        overrides=(life(3), life(4, "ms-1"), Override("HO-1", "least_handover_days", 1)),
    )
