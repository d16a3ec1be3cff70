"""Tiny stations: one to three ports, two segments, two lines, and a few numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from scheduler.domain import GOALS, LifeEdition, Line, Pad, Port, Segment, Station, VehicleType

AS_OF = date(2030, 1, 10)
LONG_AGO = date(2029, 6, 1)
KITE, GULL, MULE = "kite", "gull", "mule"


def day(number: int) -> date:
    """Give the date of a day number; day 0 is the day of planning."""
    return AS_OF + timedelta(days=number)


def make_tiny_station(random: Random) -> Station:
    """Make a station of one to three ports, two segments, two lines and a few numbers."""
    ports = ["east", "north", "west"][: random.choice((1, 2, 2, 2, 3))]
    kinds = (KITE, GULL, MULE)
    accepts = {port: tuple(k for k in kinds if random.random() < 0.8) for port in ports}
    accepts[ports[0]] = kinds
    blocked = random.random() < 0.15 and len(ports) > 1
    return Station(
        id="tiny",
        name="Tiny Station",
        segments={
            "A": Segment("A", "Segment A", random.choice((0, 1, 1)), 2, ("North",)),
            "B": Segment("B", "Segment B", random.choice((0, 0, 1)), 2, ("South",)),
        },
        ports={
            port: Port(
                port,
                "A" if number == 0 else "B",
                accepts[port],
                {ports[0]: (MULE,)} if blocked and number == 1 else {},
            )
            for number, port in enumerate(ports)
        },
        vehicle_types={kind.id: kind for kind in _types(random)},
        pads={"pad-k": Pad("pad-k", random.choice((1, 2, 3))), "pad-g": Pad("pad-g", 1)},
        lines={
            KITE: Line(KITE, random.choice((1, 2)), random.choice((0, 1, 1, 2))),
            GULL: Line(GULL, random.choice((1, 2)), random.choice((0, 1))),
        },
        agencies={"North": None, "South": None, "Guest": None},
        skills_always_aboard=(),
        rules=_rules(random),
        goals=_goals(random),
    )


def _types(random: Random) -> tuple[VehicleType, ...]:
    seats = random.choice((1, 2, 2, 3))
    kite = VehicleType(
        KITE,
        seats=seats,
        emergency_seats=seats + random.choice((0, 0, 1)),
        life=(LifeEdition(LONG_AGO, random.choice((6, 7, 8, 9))),),
        transit_days={"default": random.choice((0, 0, 1, 2))},
        return_days=random.choice((0, 0, 1)),
        fitted="liner",
        transfer_days=random.choice((0, 1, 1, 2)),
        pads=("pad-k",),
        launcher="rocket-k",
        lead_days=random.choice((0, 0, 2, 4)),
    )
    if random.random() < 0.15:
        newer = LifeEdition(day(random.choice((1, 3))), random.choice((6, 8)))
        kite = replace(kite, life=(*kite.life, newer))
    gull = replace(
        kite,
        id=GULL,
        seats=random.choice((1, 2)),
        emergency_seats=2,
        life=(LifeEdition(LONG_AGO, random.choice((6, 7, 8))),),
        fitted="suit" if random.random() < 0.8 else "liner",
        pads=("pad-g",),
        launcher="rocket-g",
    )
    mule = VehicleType(
        MULE,
        life=(LifeEdition(LONG_AGO, random.choice((5, 7))),),
        pads=("pad-g",),
        launcher="rocket-g",
    )
    return kite, gull, mule


def _rules(random: Random) -> dict[str, dict[str, int | str]]:
    rules: dict[str, dict[str, int | str]] = {
        "TR-1": {"separation_days": random.choice((0, 0, 1, 1, 2))},
        "PT-1": {"gap_days": random.choice((0, 0, 1))},
        "PT-3": {"most_relocations": random.choice((0, 0, 1))},
        "CT-1": {"least_aboard": random.choice((0, 1, 1, 1))},
        "HO-3": {
            "most_aboard": random.choice((3, 4, 5, 9)),
            "most_days": random.choice((0, 1, 2)),
            "long_term": random.choice((2, 3, 4, 9)),
        },
        "VL-1": {"wished_margin_days": random.choice((0, 1, 2))},
    }
    if random.random() < 0.3:
        least, most = random.choice((0, 2, 4)), random.choice((7, 8, 11))
        rules["CR-1"] = {"least_days": least, "most_days": most}
    return rules


def _goals(random: Random) -> tuple[str, ...]:
    if random.random() < 0.7:
        return GOALS
    order = [goal for goal in GOALS if goal != "earliest"]
    random.shuffle(order)
    return (*order, "earliest")
