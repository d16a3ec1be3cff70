"""A run that has something under every key of its document, and that document, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from scheduler.domain import (
    AboardSpan,
    Conflict,
    Finding,
    FlightPlan,
    Grade,
    Handover,
    LifeUse,
    Plan,
    PortStay,
    Relaxation,
    Requirement,
    SeatSpan,
    Stay,
    WaiverNeed,
    WaiverUse,
)
from tests.builders import make_run

FULL_TEXT = Path(__file__).with_suffix(".json").read_text("utf-8")

PLAN = Plan(
    flights=(
        FlightPlan(
            flight="soyuz-ms-23",
            vehicle_type="soyuz-ms",
            status="planned",
            launch_on=date(2023, 2, 20),
            dock_on=date(2023, 2, 20),
            undock_on=date(2023, 8, 29),
            land_on=date(2023, 8, 29),
            ports=(PortStay("poisk-zenith", date(2023, 2, 20), date(2023, 8, 29)),),
            crew_down=("prokopyev",),
            hull="754",
            published={"undock": date(2023, 9, 27), "launch": date(2023, 3, 16)},
            changed=("launch", "crew_up"),
            life=LifeUse(190, 200, 10),
        ),
    ),
    stays=(
        Stay(
            person="rubio",
            up="soyuz-ms-22",
            down="soyuz-ms-23",
            from_on=date(2022, 9, 21),
            to_on=date(2023, 8, 29),
            days=342,
            planned_to_on=date(2023, 3, 28),
            extension_days=154,
        ),
    ),
    seats=(SeatSpan("rubio", None, date(2023, 1, 11), date(2023, 1, 12), Grade.G4),),
    handovers=(
        Handover("soyuz", "soyuz-ms-23", "soyuz-ms-24", True, 12),
        Handover("dragon", "crew-5", "crew-6", False, 31),
    ),
    aboard=(AboardSpan(date(2023, 1, 11), date(2023, 1, 12), 7, {"USOS": 4, "RS": 3}),),
)
FULL_RUN = replace(
    make_run(plan=PLAN),
    waivers=(WaiverUse("VL-1", "soyuz-ms-23", 220, 215, 200, "Roscosmos", "flown", True),),
    findings=(
        Finding(
            "LB-1",
            "seat-for-everyone",
            "S",
            "rubio",
            "rubio is without a seat.",
            date(2023, 1, 11),
            date(2023, 1, 12),
            is_told=True,
        ),
    ),
    conflict=Conflict(
        (
            Requirement("VL-1", "vehicle-life", "C", "soyuz-ms-22", "It lands by then."),
            Requirement("what-if", "pin", "F", "soyuz-ms-23", "It waits.", "late.yaml:9"),
        ),
        is_irreducible=True,
        is_reproved=False,
    ),
    relaxations=(
        Relaxation((WaiverNeed("VL-1", "soyuz-ms-22", 3, "days", "C", "Roscosmos"),), "optimal"),
    ),
)
