"""The table of flights: planned days with the published ones, ports, crews, what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.domain import FlightPlan, Plan
from scheduler.reports import render
from scheduler.reports.flights import changes
from tests.reports.example import make_run
from tests.reports.example_endings import make_quiet_run
from tests.reports.example_ships import CREW_5, day, make_context, make_flight

EARLY = make_flight(
    "soyuz-ms-23",
    "02-20 02-22 09-27 09-27",
    "poisk-zenith, prichal-nadir 04-06",
    down=("rubio",),
    published="03-16 03-16 09-27 09-20",
    changed=("launch", "undock", "crew_up", "ports"),
)


def lines_of(*flights: FlightPlan, width: int = 120) -> list[str]:
    """Draw the table of these flights."""
    run = replace(make_quiet_run(), plan=Plan(flights=flights))
    blocks = render(run, make_context(), width=width).split("\n\n")
    at = next(i for i, block in enumerate(blocks) if block.startswith("Flights"))
    return "\n\n".join(blocks[at:]).splitlines()


def test_published_day_stands_below_a_moved_one() -> None:
    """Moved days show both days and the shift; days that were kept show one."""
    # launch 02-20 against 03-16: 8 days to the end of February and 16 in March, 24 days
    assert lines_of(EARLY) == [
        "Flights",
        "  ship         launch      dock        undock      land        port             "
        "crew up → down, ↔ both",
        "  Soyuz MS-23  2023-02-20  2023-02-22  2023-09-27  2023-09-27  Poisk zenith     "
        "none → Rubio",
        "    published  2023-03-16  2023-03-16              2023-09-20  → Prichal nadir",
        "    changed: launch -24 d, dock -22 d, land +7 d, crew up, ports",
    ]


def test_narrow_table_has_crews_below() -> None:
    """At 80 columns crews stand under their ship, and nothing else is lost."""
    assert lines_of(EARLY, width=80)[2:] == [
        "  Soyuz MS-23  2023-02-20  2023-02-22  2023-09-27  2023-09-27  Poisk zenith",
        "    published  2023-03-16  2023-03-16              2023-09-20  → Prichal nadir",
        "    crew up: none; down: Rubio",
        "    changed: launch -24 d, dock -22 d, land +7 d, crew up, ports",
    ]


def test_same_crew_both_ways_is_named_once() -> None:
    """A crew that lands on the ship it came up on is not written twice."""
    days = "2022-10-05 2022-10-06 03-06 03-07"
    same = make_flight("crew-5", days, "harmony-forward", up=CREW_5, down=CREW_5)
    assert lines_of(same)[2].endswith("  ↔ Cassada, Kikina, Mann, Wakata")
    assert lines_of(same, width=80)[3] == "    crew up and down: Cassada, Kikina, Mann, Wakata"


def test_empty_both_ways() -> None:
    """A crew ship that nobody rides says so; a cargo ship says nothing of crews."""
    empty = make_flight("crew-5", "2022-10-05 2022-10-06 03-06 03-07", "harmony-forward")
    cargo = make_flight("ng-19", "08-02 08-04 12-22 12-23", "unity-nadir")
    lines = lines_of(cargo, empty, width=80)
    assert lines[3] == "    crew up and down: none"
    assert lines[-1].endswith("Unity nadir")


def test_crew_ships_stand_before_cargo_ships_by_launch() -> None:
    """Crew ships first, then cargo ships, each in order of launch."""
    text = render(make_run(), make_context(), width=120)
    table = text[text.index("\nFlights\n") : text.index("\nStays: ")]
    names = ["MS-22", "Crew-5", "MS-23", "Crew-6", "Ax-2", "Crew-7", "MS-24", "Progress MS-20"]
    places = [table.index(name + " ") for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("status", "told"), [("waiting", "flies after the horizon"), ("cancelled", "cancelled")]
)
def test_ship_that_does_not_fly(status: str, told: str) -> None:
    """A ship that waits or is cancelled says so, with the day it was published for."""
    ids, days = ("soyuz-ms-24", "soyuz-ms", status), (None, None, None, None)
    grounded = FlightPlan(*ids, *days, published={"launch": day("09-15")}, changed=("launch",))
    assert lines_of(grounded)[2:] == [
        "  Soyuz MS-24  -           -     -       -     -",
        "    published  2023-09-15",
        f"    {told}",
        "    changed: launch",
    ]


@pytest.mark.parametrize(
    ("published", "changed", "told"),
    [
        ({"launch": day("02-19")}, ("launch",), ["launch +1 d"]),
        ({"launch": day("02-20")}, (), []),
        ({}, ("launch", "crew_down", "hull"), ["launch", "crew down", "hull"]),
        ({"dock": day("02-22"), "land": day("10-01")}, ("port",), ["land -4 d", "port"]),
    ],
)
def test_changes(published: dict[str, date], changed: tuple[str, ...], told: list[str]) -> None:
    """Days are told with their shift where it is known, all else by name."""
    assert changes(replace(EARLY, published=published, changed=changed)) == told
