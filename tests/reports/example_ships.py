"""The week of January 2023 made by hand: the station, its people, the ships and their ports.

The dates are those of domain_rules 8.4 and of the seed data where these have them; they are
examples to draw, not answers of the solver.
"""

from __future__ import annotations

from datetime import date

from scheduler.domain import (
    FlightPlan,
    LifeUse,
    Port,
    PortStay,
    Segment,
    Station,
    VehicleType,
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
