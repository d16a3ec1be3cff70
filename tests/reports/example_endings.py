"""Runs made by hand that end otherwise: quiet, not proved, undecided, infeasible."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import (
    Conflict,
    Grade,
    Plan,
    Relaxation,
    Requirement,
    Run,
    SeatSpan,
    Verdict,
    WaiverNeed,
)
from tests.reports.example import GOALS, HANDOVERS, goal, make_run, make_stays, part
from tests.reports.example_ships import AS_OF, CARGO, CREWED, UNTIL


def make_quiet_run() -> Run:
    """Make a run without trouble: everything as published, everyone in their own seat."""
    crews = [replace(f, crew_down=f.crew_up, changed=()) for f in CREWED if f.crew_up]
    undock = {flight.flight: flight.undock_on for flight in crews}
    stays = tuple(
        replace(
            stay,
            down=stay.up,
            to_on=undock[stay.up or ""],
            days=(stay.days or 0) - (stay.extension_days or 0),
            extension_days=stay.extension_days and 0,
        )
        for stay in make_stays()
    )
    seats = tuple(
        SeatSpan(s.person, s.up, max(s.from_on, AS_OF), min(s.to_on, UNTIL), Grade.G0)
        for s in stays
        if s.from_on and s.to_on
    )
    flights = tuple(replace(f, published={}) for f in crews) + CARGO
    plan = Plan(flights, stays, seats, HANDOVERS[:1])
    return replace(
        make_run(),
        title="As published",
        plan=plan,
        goals=(),
        waivers=(),
        findings=(),
        relaxations=(),
    )


def make_feasible_run() -> Run:
    """Make a run whose time ran out while the extension was being improved."""
    open_goals = (
        *GOALS[:4],
        goal("extension", part("longest", 183, 170), part("total", 549, 500)),
        goal("margin", part("days", 12, 0)),
    )
    return replace(make_run(), verdict=Verdict.FEASIBLE, goals=open_goals)


def make_undecided_run() -> Run:
    """Make a run that ended without a plan and without a proof."""
    return replace(
        make_run(),
        verdict=Verdict.UNDECIDED,
        plan=None,
        goals=(),
        waivers=(),
        findings=(),
        relaxations=(),
    )


REQUIREMENTS = (
    Requirement(
        "LB-1",
        "seat-for-everyone",
        "S",
        "rubio",
        "rubio has a seat no worse than G3 on every day aboard.",
    ),
    Requirement(
        "LB-4",
        "emergency-places",
        "S",
        "crew-5",
        "crew-5 gives at most 5 places in an emergency, one of them improvised.",
    ),
    Requirement(
        "VL-1",
        "vehicle-life",
        "C",
        "soyuz-ms-23",
        "soyuz-ms-23 lands within 210 days of its launch.",
    ),
    Requirement(
        "what-if",
        "earliest-launch",
        "A",
        "soyuz-ms-23",
        "Soyuz MS-23 launches on 2023-02-20 or later.",
        "config/what-if/ms-22-leak.yaml:18",
    ),
)


def make_infeasible_run() -> Run:
    """Make a run that was proved to have no plan, with its conflict and a way out."""
    return replace(
        make_undecided_run(),
        title="Soyuz MS-22 leaks, nobody below G3",
        verdict=Verdict.INFEASIBLE,
        conflict=Conflict(REQUIREMENTS, is_irreducible=True, is_reproved=True),
        relaxations=(
            Relaxation((WaiverNeed("LB-1", "iss", 1, "grades", "S", "NASA"),), "optimal"),
            Relaxation(
                (
                    WaiverNeed("VL-1", "soyuz-ms-23", 9, "days", "C", "Roscosmos"),
                    WaiverNeed("LB-4", "crew-5", 1, "seats", "S", ""),
                ),
                "feasible",
            ),
        ),
    )
