"""An audit of the past and replays made by hand, for reports and documents: none was derived."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.domain import (
    Change,
    Conflict,
    Difference,
    Finding,
    Grade,
    PartDifference,
    Plan,
    PortStay,
    Requirement,
    Run,
    Verdict,
)
from scheduler.history import Breach, DocumentedException, HistoryAudit, Replay, WorstDays
from scheduler.history.worst import PoorSeat
from tests.builders import MS_23, make_run

VISIT = DocumentedException(
    "HO-3", "iss", date(2009, 7, 17), date(2009, 7, 28), "Visit of STS-127", "a table"
)
HELD = DocumentedException(
    "VL-1", "crew-8", date(2024, 3, 4), date(2024, 10, 25), "Held by weather", "a report"
)
UNUSED = DocumentedException(
    "TR-1", "iss", date(2019, 8, 27), date(2019, 8, 27), "Two on one day", "a log"
)


def crowd(year: int, exception: DocumentedException | None) -> Breach:
    """Find too many aboard for a week of July."""
    first, end = date(year, 7, 17), date(year, 7, 24)
    text = f"13 people are aboard from {first} up to {end}; the most is 11."
    return Breach(Finding("HO-3", "most-aboard", "F", "iss", text, first, end), year, exception)


LIFE = Breach(
    Finding(
        "VL-1",
        "vehicle-life",
        "C",
        "crew-8",
        "crew-8 lands 235 days after launch, on 2024-10-25; its limit is 210 days.",
        date(2024, 3, 4),
        date(2024, 10, 25),
    ),
    2024,
    HELD,
)
UNDATED = Breach(Finding("HO-1", "handover-overlap", "A", "crew-8", "crew-8 is late."), 2024, None)
CROWDS = (crowd(2009, VISIT), crowd(2009, VISIT), crowd(2010, None))
WORST = (
    WorstDays(
        date(2023, 1, 11),
        date(2023, 1, 18),
        (
            PoorSeat("petelin", "soyuz-ms-22", Grade.G3, "emergency-only (2 seats)"),
            PoorSeat("prokopyev", "soyuz-ms-22", Grade.G3, "emergency-only (2 seats)"),
            PoorSeat("rubio", None, Grade.G4, "emergency-only (2 seats)"),
        ),
    ),
    WorstDays(date(2023, 1, 18), date(2023, 1, 20), (PoorSeat("rubio", "crew-5", Grade.G2, ""),)),
)


def make_audit() -> HistoryAudit:
    """Make an audit with one of everything: 5 findings, of which 3 are explained."""
    return HistoryAudit(
        from_on=date(2000, 11, 2),
        to_on=date(2024, 11, 1),
        flights=291,
        stays=487,
        handovers=1,
        breaches=(UNDATED, *CROWDS, LIFE),
        unused=(UNUSED,),
        worst=WORST,
    )


CREW_6 = replace(MS_23, flight="crew-6", crew_down=(), life=None)
FLOWN = replace(
    MS_23,
    launch_on=date(2023, 2, 24),
    dock_on=date(2023, 2, 26),
    undock_on=date(2023, 9, 27),
    land_on=date(2023, 9, 27),
    ports=(PortStay("poisk-zenith", date(2023, 2, 26), date(2023, 9, 27)),),
)
SEATS = PartDifference("seats", "G4", 2, 7, True)
MOVED = PartDifference("change", "days", 24, 20, False)
DATES = (
    Change("soyuz-ms-23", "launch", "2023-02-20", "2023-02-24"),
    Change("soyuz-ms-23", "undock", "2023-08-29", "2023-09-27"),
)
TOO_LONG = Finding(
    "VL-1", "vehicle-life", "C", "soyuz-ms-23", "soyuz-ms-23 lands 215 days after launch."
)


def make_replay(
    *,
    goals: tuple[PartDifference, ...] = (SEATS, MOVED),
    flights: tuple[Change, ...] = DATES,
    broken: tuple[Finding, ...] = (),
    verdict: Verdict = Verdict.OPTIMAL,
) -> Replay:
    """Make a replay: in the plan MS-23 flies four days sooner, and goes home 29 days sooner."""
    run = make_run("ms-22-2023-01-11", verdict=verdict, plan=Plan(flights=(MS_23, CREW_6)))
    flown = replace(run, id="ms-22-2023-01-11-flown", plan=Plan(flights=(FLOWN, CREW_6)))
    return Replay("ms-22-2023-01-11", run, flown, broken, Difference(goals, flights))


def make_hopeless_replay() -> Replay:
    """Make a replay of a case without a plan, in which something flew all the same."""
    member = Requirement("VL-1", "vehicle-life", "C", "soyuz-ms-23", "soyuz-ms-23 lands in time.")
    found = make_replay(broken=(TOO_LONG,), verdict=Verdict.INFEASIBLE)
    run: Run = replace(found.run, plan=None, goals=(), conflict=Conflict((member,), True, True))
    return replace(found, name="hopeless", run=run, difference=None)
