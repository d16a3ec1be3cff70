"""The week of January 2023 made by hand as a run with a plan: nothing in it was searched for."""

from __future__ import annotations

from itertools import pairwise

from scheduler.domain import (
    AboardSpan,
    Finding,
    GoalResult,
    Grade,
    Handover,
    Inputs,
    PartResult,
    Plan,
    Relaxation,
    Run,
    SeatSpan,
    SolverInfo,
    Stay,
    Verdict,
    WaiverNeed,
    WaiverUse,
)
from tests.reports.example_ships import AS_OF, CARGO, CREWED, MS_22, UNTIL, day


def make_stays() -> tuple[Stay, ...]:
    """Make everybody's stay from the crews of the ships."""
    home = {person: flight for flight in CREWED for person in flight.crew_down}
    stays = []
    for flight in CREWED:
        for person in flight.crew_up:
            down = home[person]
            assert flight.launch_on
            assert down.land_on
            days = (down.land_on - flight.launch_on).days
            is_aboard = flight.status == "docked"
            planned = flight.published["land"]
            longer = (down.land_on - planned).days if is_aboard else None
            stays.append(
                Stay(
                    person,
                    flight.flight,
                    down.flight,
                    flight.dock_on,
                    down.undock_on,
                    days,
                    planned,
                    longer,
                )
            )
    return tuple(sorted(stays, key=lambda stay: stay.person))


def make_seats() -> tuple[SeatSpan, ...]:
    """Make everybody's seats: their own ship, but for the crew of MS-22."""
    moved, first = day("02-26"), day("01-13")
    seats = [
        SeatSpan("rubio", None, AS_OF, first, Grade.G4),
        SeatSpan("rubio", "crew-5", first, moved, Grade.G2),
        *(SeatSpan(p, "soyuz-ms-22", AS_OF, moved, Grade.G3) for p in MS_22[:2]),
    ]
    for stay in make_stays():
        assert stay.from_on
        assert stay.to_on
        since = moved if stay.person in MS_22 else max(stay.from_on, AS_OF)
        seats.append(SeatSpan(stay.person, stay.down, since, min(stay.to_on, UNTIL), Grade.G0))
    return tuple(sorted(seats, key=lambda seat: (seat.person, seat.from_on)))


HANDOVERS = (
    Handover("dragon", "crew-5", "crew-6", True, 7),
    Handover("dragon", "crew-6", "crew-7", True, 7),
    Handover("soyuz", "soyuz-ms-23", "soyuz-ms-24", True, 12),
)


def make_aboard() -> tuple[AboardSpan, ...]:
    """Make the head count from the stays, Russian segment against the rest."""
    stays = make_stays()
    russian = {"petelin", "prokopyev", "kikina", "fedyaev", "borisov", "chub", "kononenko"}
    steps = {AS_OF, UNTIL} | {d for s in stays for d in (s.from_on, s.to_on) if d}
    days = sorted(d for d in steps if AS_OF <= d <= UNTIL)
    spans = []
    for from_on, to_on in pairwise(days):
        people = [s.person for s in stays if s.is_aboard_on(from_on)]
        rs = sum(person in russian for person in people)
        counts = {"RS": rs, "USOS": len(people) - rs}
        spans.append(AboardSpan(from_on, to_on, len(people), counts))
    return tuple(spans)


def part(name: str, value: int, bound: int | None = None) -> PartResult:
    """Make one part of a goal, proved unless a smaller bound is given."""
    return PartResult(name, value, value if bound is None else bound, bound in (None, value))


def goal(name: str, *parts: PartResult) -> GoalResult:
    """Make a goal of its parts."""
    return GoalResult(name, all(one.is_proved for one in parts), parts)


GOALS = (
    goal("seats", part("G4", 2), part("G3", 92), part("G2", 44), part("G1", 0)),
    goal("staffing", part("RS", 0), part("USOS", 0)),
    goal("change", part("crews_waiting", 0), part("flights", 3), part("days", 33)),
    goal("handover", part("gap_days", 0), part("short_days", 0)),
    goal("extension", part("longest", 183), part("total", 549)),
    goal("margin", part("days", 12)),
    goal("moves", part("seat_moves", 4), part("relocations", 2)),
    goal("earliest"),
)
WAIVERS = (
    WaiverUse("HO-3", "iss", 12, 11, 11, "ISS Mission Management Team", "room for Ax-2", False),
    WaiverUse(
        "VL-1",
        "soyuz-ms-23",
        220,
        219,
        210,
        "Roscosmos state commission",
        "the ship was inspected in orbit on 2023-02-18; its seals are good for 240 days",
        True,
    ),
)
FINDINGS = (
    Finding(
        "LB-1",
        "seat-for-everyone",
        "S",
        "rubio",
        "rubio has no seat (G4) from 2023-01-11 up to 2023-01-13.",
        AS_OF,
        day("01-13"),
        is_told=True,
    ),
)
RELAXATIONS = (
    Relaxation(
        (WaiverNeed("LB-4", "crew-5", 1, "seats", "S", "NASA"),),
        "optimal",
        "LB-4 for crew-5 by 1 seat (safety, NASA): 2 person-days without a seat fewer.",
    ),
)
INPUTS = Inputs("sha256:" + "0" * 64, ("config/what-if/ms-22-leak.yaml",))
SOLVER = SolverInfo("ortools-cp-sat", "9.15.6755", 1.04, 1)


def make_run() -> Run:
    """Make the run that answers the leak of Soyuz MS-22."""
    return Run(
        id="2023-01-11-ms-22-leak-7f3a",
        title="Soyuz MS-22 loses its coolant",
        station="iss",
        as_of=AS_OF,
        until=UNTIL,
        verdict=Verdict.OPTIMAL,
        plan=Plan(CREWED + CARGO, make_stays(), make_seats(), HANDOVERS, make_aboard()),
        goals=GOALS,
        solver=SOLVER,
        inputs=INPUTS,
        waivers=WAIVERS,
        findings=FINDINGS,
        relaxations=RELAXATIONS,
    )
