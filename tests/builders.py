"""Makers of small values for tests, with sensible defaults, keyword-only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scheduler.domain import (
    GOALS,
    CrewFact,
    Event,
    EventFact,
    Facts,
    FlightFact,
    FlightPlan,
    GoalResult,
    Inputs,
    LifeEdition,
    LifeUse,
    Line,
    Pad,
    PartResult,
    Person,
    Plan,
    Port,
    PortStay,
    Run,
    Segment,
    SolverInfo,
    Station,
    Status,
    VehicleType,
    Verdict,
)

MS_23 = FlightPlan(
    flight="soyuz-ms-23",
    vehicle_type="soyuz-ms",
    status="planned",
    launch_on=date(2023, 2, 20),
    dock_on=date(2023, 2, 20),
    undock_on=date(2023, 8, 29),
    land_on=date(2023, 8, 29),
    ports=(PortStay("poisk-zenith", date(2023, 2, 20), date(2023, 8, 29)),),
    crew_down=("petelin", "prokopyev", "rubio"),
    published={"launch": date(2023, 3, 16)},
    changed=("launch", "crew_up"),
    life=LifeUse(used_days=190, limit_days=200, margin_days=10),
)
RELIEF = Plan(flights=(MS_23,))


def make_run(
    run_id: str = "ms-22-leak",
    *,
    title: str = "Soyuz MS-22 loses its coolant",
    verdict: Verdict = Verdict.OPTIMAL,
    plan: Plan | None = RELIEF,
    files: tuple[str, ...] = ("config/what-if/ms-22-leak.yaml",),
) -> Run:
    """Make a run of the MS-22 week: by default a proved plan in which MS-23 goes up empty."""
    return Run(
        id=run_id,
        title=title,
        station="iss",
        as_of=date(2023, 1, 11),
        until=date(2023, 12, 31),
        verdict=verdict,
        plan=plan,
        goals=(GoalResult("seats", True, (PartResult("G4", 2, 2, True),)),),
        solver=SolverInfo("ortools-cp-sat", "9.15.6755", 1.5, 0),
        inputs=Inputs("sha256:0", files),
    )


def make_vehicle_type(
    type_id: str = "soyuz-ms",
    *,
    seats: int = 3,
    emergency_seats: int | None = None,
    life_days: int = 210,
    transit_days: int = 0,
    return_days: int = 0,
    fitted: str | None = "soyuz-liner",
    pad: str = "baikonur-31",
    launcher: str = "soyuz",
) -> VehicleType:
    """Make a type of ship: by default a Soyuz MS."""
    return VehicleType(
        type_id,
        seats=seats,
        emergency_seats=seats if emergency_seats is None else emergency_seats,
        shelter=seats,
        life=(LifeEdition(date(2000, 1, 1), life_days),),
        transit_days={"default": transit_days},
        return_days=return_days,
        fitted=fitted,
        pads=(pad,),
        launcher=launcher,
    )


SOYUZ = make_vehicle_type()
DRAGON = make_vehicle_type(
    "crew-dragon",
    seats=4,
    emergency_seats=5,
    transit_days=1,
    return_days=1,
    fitted="dragon-suit",
    pad="lc-39a",
    launcher="falcon-9",
)
PROGRESS = make_vehicle_type("progress-ms", seats=0, life_days=380, transit_days=2, fitted=None)
PORTS = {
    "rassvet-nadir": ("RS", ("soyuz-ms",)),
    "poisk-zenith": ("RS", ("soyuz-ms", "progress-ms")),
    "harmony-forward": ("USOS", ("crew-dragon",)),
    "harmony-zenith": ("USOS", ("crew-dragon",)),
}


def make_station(
    *,
    types: tuple[VehicleType, ...] = (SOYUZ, DRAGON, PROGRESS),
    ports: Mapping[str, tuple[str, tuple[str, ...]]] = PORTS,
    rules: Mapping[str, Mapping[str, int | str]] | None = None,
) -> Station:
    """Make a small station of two segments; ``ports`` maps a port to its segment and types."""
    return Station(
        id="iss",
        name="International Space Station",
        segments={
            "RS": Segment("RS", "Russian segment", 1, 3, ("Roscosmos",)),
            "USOS": Segment("USOS", "US segment", 1, 4, ("NASA", "ESA", "JAXA", "CSA")),
        },
        ports={port: Port(port, segment, types) for port, (segment, types) in ports.items()},
        vehicle_types={kind.id: kind for kind in types},
        pads={pad: Pad(pad, 11) for kind in types for pad in kind.pads},
        lines={line: Line(line, 7, 2) for line in ("soyuz", "dragon")},
        agencies={"NASA": 600, "Roscosmos": 1000},
        skills_always_aboard=(),
        rules=rules or {"HO-3": {"most_aboard": 11, "most_days": 14, "long_term": 7}},
        goals=GOALS,
    )


@dataclass(frozen=True, kw_only=True)
class Trip:
    """The facts of one flight: days of its four events, of which the first ``flown`` are actual.

    Plans are known from ``known_on`` on; people are cosmonauts unless ``agency`` says otherwise.
    """

    flight: str
    days: tuple[str, str, str, str]
    port: str = "rassvet-nadir"
    vehicle_type: str = "soyuz-ms"
    line: str | None = "soyuz"
    crew: tuple[str, ...] = ()
    agency: str = "Roscosmos"
    flown: int = 0
    known_on: str = "2021-01-01"


def make_facts(*trips: Trip) -> Facts:
    """Make the facts of a few flights."""
    people = {person: trip.agency for trip in trips for person in trip.crew}
    return Facts(
        people=tuple(Person(id_, id_.title(), agency) for id_, agency in people.items()),
        flights=tuple(FlightFact(t.flight, t.flight, t.vehicle_type, t.line) for t in trips),
        events=tuple(event for trip in trips for event in _events(trip)),
        crew=tuple(
            CrewFact(
                trip.flight,
                person,
                "up",
                "",
                Status.ACTUAL if trip.flown else Status.PLANNED,
                None if trip.flown else date.fromisoformat(trip.known_on),
            )
            for trip in trips
            for person in trip.crew
        ),
    )


def _events(trip: Trip) -> list[EventFact]:
    known_on = date.fromisoformat(trip.known_on)
    found = []
    for place, event in enumerate((Event.LAUNCH, Event.DOCK, Event.UNDOCK, Event.LAND)):
        day, is_actual = date.fromisoformat(trip.days[place]), place < trip.flown
        status = Status.ACTUAL if is_actual else Status.PLANNED
        port = trip.port if event is Event.DOCK else None
        found.append(
            EventFact(trip.flight, event, port, day, status, day if is_actual else known_on)
        )
    return found
