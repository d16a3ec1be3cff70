"""Runs made by hand: the week of January 2023 as a plan, and runs that end otherwise.

The dates are those of domain_rules 8.4 and of the seed data where these have them; they are
examples to draw, not answers of the solver.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from scheduler.domain import (
    AboardSpan,
    Conflict,
    Finding,
    FlightPlan,
    GoalResult,
    Grade,
    Handover,
    Inputs,
    LifeUse,
    PartResult,
    Plan,
    Port,
    PortStay,
    Relaxation,
    Requirement,
    Run,
    SeatSpan,
    Segment,
    SolverInfo,
    Station,
    Stay,
    VehicleType,
    Verdict,
    WaiverNeed,
    WaiverUse,
)
from scheduler.reports import Context

AS_OF, UNTIL = date(2023, 1, 11), date(2023, 12, 31)


def day(text: str) -> date:
    """Read a day, ``2023-01-11`` or ``01-11`` for one of 2023."""
    return date.fromisoformat(text if len(text) == 10 else f"2023-{text}")


def make_station() -> Station:
    """Make the station: two segments, nine ports, the ship types of that year."""
    ports = {
        "rassvet-nadir": "RS",
        "poisk-zenith": "RS",
        "prichal-nadir": "RS",
        "zvezda-aft": "RS",
        "harmony-forward": "USOS",
        "harmony-zenith": "USOS",
        "unity-nadir": "USOS",
    }
    seats = {"soyuz-ms": 3, "crew-dragon": 4, "progress-ms": 0, "cargo-dragon": 0, "cygnus": 0}
    return Station(
        id="iss",
        name="International Space Station",
        segments={
            "RS": Segment("RS", "Russian segment", 1, 3, ("Roscosmos",)),
            "USOS": Segment("USOS", "US segment", 1, 4, ("NASA", "ESA", "JAXA", "CSA")),
        },
        ports={port: Port(port, segment, ()) for port, segment in ports.items()},
        vehicle_types={kind: VehicleType(kind, number) for kind, number in seats.items()},
        pads={},
        lines={},
        agencies={},
        skills_always_aboard=(),
        rules={},
        goals=(),
    )


PEOPLE = {
    "petelin": "Dmitry Petelin",
    "prokopyev": "Sergey Prokopyev",
    "rubio": "Frank Rubio",
    "cassada": "Josh Cassada",
    "kikina": "Anna Kikina",
    "mann": "Nicole Mann",
    "wakata": "Koichi Wakata",
    "al-neyadi": "Sultan Al Neyadi",
    "bowen": "Stephen Bowen",
    "fedyaev": "Andrey Fedyaev",
    "hoburg": "Woody Hoburg",
    "alqarni": "Ali AlQarni",
    "barnawi": "Rayyanah Barnawi",
    "shoffner": "John Shoffner",
    "whitson": "Peggy Whitson",
    "borisov": "Konstantin Borisov",
    "furukawa": "Satoshi Furukawa",
    "moghbeli": "Jasmin Moghbeli",
    "mogensen": "Andreas Mogensen",
    "chub": "Nikolai Chub",
    "kononenko": "Oleg Kononenko",
    "ohara": "Loral O'Hara",
}
SHIPS = {
    "soyuz-ms-22": "Soyuz MS-22",
    "soyuz-ms-23": "Soyuz MS-23",
    "soyuz-ms-24": "Soyuz MS-24",
    "crew-5": "SpaceX Crew-5",
    "crew-6": "SpaceX Crew-6",
    "crew-7": "SpaceX Crew-7",
    "ax-2": "Axiom Ax-2",
    "progress-ms-20": "Progress MS-20",
    "progress-ms-21": "Progress MS-21",
    "progress-ms-22": "Progress MS-22",
    "progress-ms-23": "Progress MS-23",
    "progress-ms-24": "Progress MS-24",
    "progress-ms-25": "Progress MS-25",
    "crs-27": "Dragon CRS-27",
    "crs-28": "Dragon CRS-28",
    "crs-29": "Dragon CRS-29",
    "ng-18": "Cygnus NG-18",
    "ng-19": "Cygnus NG-19",
}
MS_22 = ("petelin", "prokopyev", "rubio")
MS_23 = ("chub", "kononenko", "ohara")
CREW_5 = ("cassada", "kikina", "mann", "wakata")
CREW_6 = ("al-neyadi", "bowen", "fedyaev", "hoburg")
CREW_7 = ("borisov", "furukawa", "moghbeli", "mogensen")
AX_2 = ("alqarni", "barnawi", "shoffner", "whitson")


def make_context(crews: bool = True) -> Context:
    """Make the context: station, names, and the crews as they were published."""
    published = {"soyuz-ms-23": MS_23, "crew-6": CREW_6, "crew-7": CREW_7, "ax-2": AX_2}
    return Context(make_station(), {**PEOPLE, **SHIPS}, published if crews else {})


def make_flight(
    flight: str,
    days: str,
    ports: str,
    *,
    up: tuple[str, ...] = (),
    down: tuple[str, ...] = (),
    published: str = "",
    changed: tuple[str, ...] = (),
    life_days: int = 0,
) -> FlightPlan:
    """Make a flight from its four days and its ports, ``poisk-zenith, prichal-nadir 04-06``.

    ``published`` are the four published days; without them nothing was moved.
    """
    launch, dock, undock, land = (day(text) for text in days.split())
    before = [day(text) for text in published.split()] or [launch, dock, undock, land]
    used = (land - launch).days
    return FlightPlan(
        flight=flight,
        vehicle_type=vehicle_type_of(flight),
        status="docked" if dock < AS_OF else "planned",
        launch_on=launch,
        dock_on=dock,
        undock_on=undock,
        land_on=land,
        ports=make_port_stays(ports, dock, undock),
        crew_up=up,
        crew_down=down,
        published=dict(zip(("launch", "dock", "undock", "land"), before, strict=True)),
        changed=changed,
        life=LifeUse(used, life_days, life_days - used) if life_days else None,
    )


def make_port_stays(ports: str, dock: date, undock: date) -> tuple[PortStay, ...]:
    """Read ``poisk-zenith, prichal-nadir 04-06``: each port from its day to the next one's."""
    names = [text.partition(" ")[0] for text in ports.split(", ")]
    moves = [day(text.partition(" ")[2]) for text in ports.split(", ")[1:]]
    starts, ends = [dock, *moves], [*moves, undock]
    return tuple(PortStay(*stay) for stay in zip(names, starts, ends, strict=True))


def vehicle_type_of(flight: str) -> str:
    """Tell the vehicle type from the id."""
    kinds = {
        "soyuz": "soyuz-ms",
        "crew": "crew-dragon",
        "ax": "crew-dragon",
        "progress": "progress-ms",
        "crs": "cargo-dragon",
        "ng": "cygnus",
    }
    return kinds[flight.partition("-")[0]]


CREWED = (
    make_flight(
        "soyuz-ms-22",
        "2022-09-21 2022-09-21 03-28 03-28",
        "rassvet-nadir",
        up=MS_22,
        changed=("crew_down",),
        life_days=210,
    ),
    make_flight(
        "crew-5",
        "2022-10-05 2022-10-06 03-06 03-07",
        "harmony-forward",
        up=CREW_5,
        down=CREW_5,
        life_days=210,
    ),
    make_flight(
        "soyuz-ms-23",
        "02-20 02-22 09-27 09-27",
        "poisk-zenith, prichal-nadir 04-06",
        down=MS_22,
        published="03-16 03-16 09-20 09-20",
        changed=("launch", "undock", "crew_up", "crew_down"),
        life_days=220,
    ),
    make_flight(
        "crew-6",
        "02-26 02-27 09-03 09-04",
        "harmony-zenith, harmony-forward 05-06",
        up=CREW_6,
        down=CREW_6,
        life_days=210,
    ),
    make_flight(
        "ax-2",
        "05-21 05-22 05-30 05-31",
        "harmony-zenith",
        up=AX_2,
        down=AX_2,
        life_days=30,
    ),
    make_flight(
        "crew-7",
        "08-26 08-27 2024-03-11 2024-03-12",
        "harmony-zenith",
        up=CREW_7,
        down=CREW_7,
        life_days=210,
    ),
    make_flight(
        "soyuz-ms-24",
        "09-15 09-15 2024-04-02 2024-04-02",
        "rassvet-nadir",
        up=MS_23,
        down=MS_23,
        published="09-13 09-13 2024-04-02 2024-04-02",
        changed=("launch", "crew_up"),
        life_days=210,
    ),
)
CARGO = (
    make_flight("progress-ms-20", "2022-06-03 2022-06-03 02-07 02-07", "zvezda-aft"),
    make_flight("progress-ms-21", "2022-10-26 2022-10-28 02-17 02-17", "poisk-zenith"),
    make_flight("progress-ms-22", "02-09 02-11 08-20 08-20", "zvezda-aft"),
    make_flight("progress-ms-23", "05-24 05-24 11-29 11-29", "poisk-zenith"),
    make_flight("progress-ms-24", "08-23 08-25 2024-02-13 2024-02-13", "zvezda-aft"),
    make_flight("progress-ms-25", "12-01 12-03 2024-05-28 2024-05-28", "poisk-zenith"),
    make_flight("ng-18", "2022-11-07 2022-11-09 04-21 04-22", "unity-nadir"),
    make_flight("ng-19", "08-02 08-04 12-22 12-23", "unity-nadir"),
    make_flight("crs-27", "03-15 03-16 04-15 04-15", "harmony-forward"),
    make_flight("crs-28", "06-05 06-06 06-29 06-30", "harmony-zenith"),
    make_flight("crs-29", "11-10 11-11 12-21 12-22", "harmony-forward"),
)


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
