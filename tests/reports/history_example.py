"""A ledger and slips made by hand, for the reports: nothing in them was derived."""

from __future__ import annotations

from datetime import date

from scheduler.domain import Event, PortStay
from scheduler.history import (
    Band,
    Expedition,
    FlownExtension,
    FlownHandover,
    HeadSpan,
    HeadYear,
    Ledger,
    LedgerLine,
    Mismatch,
    PortDays,
    RecordedExpedition,
    ShipDays,
    Slip,
    SlipGroup,
    Slips,
    Turn,
    TypeDays,
)
from scheduler.reports import Context
from tests.builders import make_station

START, END = date(2022, 12, 20), date(2023, 10, 10)
NAMES = {
    "soyuz-ms-22": "Soyuz MS-22",
    "soyuz-ms-23": "Soyuz MS-23",
    "soyuz-ms-24": "Soyuz MS-24",
    "sts-105": "STS-105",
    "crew-5": "SpaceX Crew-5",
    "crew-6": "SpaceX Crew-6",
    "prokopyev": "Sergey Prokopyev",
    "petelin": "Dmitri Petelin",
    "rubio": "Frank Rubio",
    "mogensen": "Andreas Mogensen",
    "kononenko": "Oleg Kononenko",
    "williams-sunita": "Sunita Williams",
    "williams-jeffrey": "Jeffrey Williams",
}


def make_context() -> Context:
    """Give the names and the station that the reports may use."""
    return Context(make_station(), NAMES)


def _turn(on: date, flight: str, event: Event = Event.UNDOCK) -> Turn:
    return Turn(on, event, flight)


BEGUN = _turn(date(2022, 9, 29), "soyuz-ms-22", Event.DOCK)
LEFT = _turn(date(2023, 3, 28), "soyuz-ms-22")
HOME = _turn(date(2023, 9, 27), "soyuz-ms-23")
CREW = ("petelin", "prokopyev", "rubio")
ROWS = (
    RecordedExpedition(69, BEGUN.on, LEFT.on, ("prokopyev",), "nasa.gov"),
    RecordedExpedition(
        70, date(2023, 3, 30), HOME.on, ("mogensen", "kononenko"), "recalled; days of undockings"
    ),
)
LINES = (
    LedgerLine(Expedition(69, BEGUN, LEFT, CREW), 180, 7, 11, ROWS[0]),
    LedgerLine(Expedition(70, LEFT, HOME, ("williams-sunita",)), 183, 7, 7, ROWS[1]),
    LedgerLine(Expedition(71, HOME, None, ()), 13, 7, 10, None),
)
MISMATCHES = (
    Mismatch(70, "from", ("2023-03-28",), ("2023-03-30",), -2),
    Mismatch(
        70,
        "commander",
        ("williams-sunita",),
        ("mogensen", "kononenko"),
        None,
        "kononenko",
        "stays on when it ends",
    ),
    Mismatch(71, "number", ("2023-09-27",), (), None, "", "is not on record"),
)


def make_ledger() -> Ledger:
    """Make a ledger with one of everything."""
    return Ledger(
        from_on=START,
        to_on=END,
        lines=LINES,
        has_record=True,
        mismatches=MISMATCHES,
        heads=(
            HeadSpan(START, date(2023, 3, 3), 7),
            HeadSpan(date(2023, 3, 3), date(2023, 3, 4), 11),
            HeadSpan(date(2023, 3, 4), END, 7),
        ),
        years=(HeadYear(2022, 12, 7, 7, 84), HeadYear(2023, 282, 7, 11, 1978)),
        handovers=(
            FlownHandover(None, "sts-105", "sts-105", date(2023, 1, 1), date(2023, 1, 9)),
            FlownHandover("dragon", "crew-5", "crew-6", date(2023, 3, 3), date(2023, 3, 2)),
            FlownHandover(
                "soyuz", "soyuz-ms-22", "soyuz-ms-23", date(2023, 2, 26), date(2023, 3, 28)
            ),
            FlownHandover(
                "soyuz", "soyuz-ms-23", "soyuz-ms-24", date(2023, 9, 15), date(2023, 9, 27)
            ),
        ),
        stays=5,
        extensions=(
            *(_extension(person, date(2023, 3, 28), "assumed: half a year") for person in CREW),
            _extension("williams-jeffrey", date(2023, 9, 28), ""),
        ),
        ships=(
            ShipDays(
                "soyuz-ms-23",
                "soyuz-ms",
                date(2023, 2, 26),
                HOME.on,
                (
                    PortStay("poisk-zenith", date(2023, 2, 26), date(2023, 4, 6)),
                    PortStay("prichal-nadir", date(2023, 4, 6), HOME.on),
                ),
                is_there=False,
            ),
            ShipDays("soyuz-ms-24", "soyuz-ms", date(2023, 9, 15), END, (), is_there=True),
        ),
        types=(
            TypeDays("soyuz-ms", 2, 1238, "soyuz-ms-23", 213),
            TypeDays("crew-dragon", 2, 80, "crew-5", 79),
        ),
        ports=(PortDays("prichal-nadir", 1, 174, 294), PortDays("poisk-zenith", 2, 39, 294)),
    )


def _extension(person: str, planned_on: date, note: str) -> FlownExtension:
    return FlownExtension(
        person=person,
        up="soyuz-ms-22",
        down="soyuz-ms-23",
        planned_ship="soyuz-ms-22",
        planned_on=planned_on,
        known_on=date(2022, 9, 26),
        undocked_on=HOME.on,
        landed_on=HOME.on,
        note=note,
    )


def _slip(
    flight: str, launcher: str, kind: str, late_days: int, lead_days: int, is_rough: bool = False
) -> Slip:
    flown_on = date(2023, 2, 24)
    planned_on = date.fromordinal(flown_on.toordinal() - late_days)
    known_on = date.fromordinal(planned_on.toordinal() - lead_days)
    return Slip(flight, launcher, kind, known_on, planned_on, flown_on, is_rough)


def make_slips() -> Slips:
    """Make slips of twelve Soyuz ships, 0 to 11 days late, and of one Shuttle of 1,235."""
    soyuz = tuple(_slip(f"soyuz-{n}", "soyuz", "soyuz-ms", n, 40, n > 9) for n in range(12))
    shuttle = _slip("sts-116", "shuttle", "shuttle", 1235, 235)
    early = _slip("soyuz-1", "soyuz", "soyuz-ms", -20, 10)
    month, days = Band(31, 90), Band(0, 30)
    return Slips(
        slips=(*soyuz, shuttle, early),
        groups=(
            SlipGroup(None, None, None, 14, (*soyuz, shuttle)),
            SlipGroup("shuttle", "shuttle", None, 1, (shuttle,)),
            SlipGroup("shuttle", "shuttle", Band(181, None), 1, (shuttle,)),
            SlipGroup("soyuz", None, None, 13, soyuz),
            SlipGroup("soyuz", None, days, 1, (early,)),
            SlipGroup("soyuz", "soyuz-ms", month, 12, soyuz[:6]),
        ),
        flown=297,
        stand_ins=295,
        waiting=2,
    )
