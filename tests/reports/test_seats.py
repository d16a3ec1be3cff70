"""Seats by grade: spans of people whose seat moves or is not the best, and the totals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Grade, SeatSpan, Stay
from scheduler.reports import render
from tests.reports.example import make_run
from tests.reports.example_endings import make_quiet_run
from tests.reports.example_ships import AS_OF, UNTIL, day, make_context


def section(*seats: SeatSpan, width: int = 120, stays: tuple[Stay, ...] = ()) -> list[str]:
    """Draw the section of these seats, or of the example's."""
    run = make_run()
    assert run.plan
    if seats:
        run = replace(run, plan=replace(run.plan, seats=seats, stays=stays))
    blocks = render(run, make_context(), width=width).split("\n\n")
    return next(block for block in blocks if block.startswith("Seats")).splitlines()


def seat(person: str, flight: str | None, grade: Grade, start: str, end: str) -> SeatSpan:
    """Make a seat."""
    return SeatSpan(person, flight, day(start), day(end), grade)


def test_who_could_come_home_on_what() -> None:
    """The worst off stand first; people with the same seats share their rows."""
    # Rubio: 2 days without, then 19 + 25 = 44 in Crew-5, then to 09-26
    assert section()[:7] == [
        "Seats: who could come home on what",
        "  who                 seat in        grade  that is                            "
        "first day   last day    days",
        "  Rubio               none           G4     no seat                            "
        "2023-01-11  2023-01-12     2",
        "                      SpaceX Crew-5  G2     improvised place                   "
        "2023-01-13  2023-02-25    44",
        "                      Soyuz MS-23    G0     certified seat, own liner or suit  "
        "2023-02-26  2023-09-26   213",
        "  Petelin, Prokopyev  Soyuz MS-22    G3     place in an emergency-only ship    "
        "2023-01-11  2023-02-25    46",
        "                      Soyuz MS-23    G0     certified seat, own liner or suit  "
        "2023-02-26  2023-09-26   213",
    ]


def test_all_others_take_one_line() -> None:
    """People who keep their own G0 seat are counted, not listed."""
    assert section()[7] == "  Everyone else (19 people): own seat, G0."


def test_totals_say_what_the_grades_are() -> None:
    """Person-days are summed by grade, the worst first, each grade in words."""
    # G3: 2 people for 46 days
    told = " ".join(" ".join(section(width=80)).split())
    assert (
        "Person-days: 2 at G4 (no seat); 92 at G3 (place in an emergency-only ship); 44 at" in told
    )


def test_everyone_in_their_own_seat() -> None:
    """Without trouble the section is one sentence and the totals."""
    blocks = render(make_quiet_run(), make_context()).split("\n\n")
    lines = next(block for block in blocks if block.startswith("Seats")).splitlines()
    assert lines[1] == "  Everyone: own seat, G0."


@pytest.mark.parametrize(
    ("seats", "others"),
    [
        pytest.param([seat("mann", "crew-5", Grade.G0, "01-11", "03-06")], True, id="own"),
        pytest.param(
            [seat("mann", "crew-6", Grade.G0, "01-11", "03-06")], False, id="moved-before"
        ),
        pytest.param([seat("mann", "crew-5", Grade.G1, "01-11", "03-06")], False, id="no-suit"),
        pytest.param(
            [
                seat("mann", "crew-5", Grade.G0, "01-11", "02-01"),
                seat("mann", "crew-6", Grade.G0, "02-01", "03-06"),
            ],
            False,
            id="moves",
        ),
    ],
)
def test_who_is_listed(seats: list[SeatSpan], others: bool) -> None:
    """Listed is whose seat moves, is not their own ship's, or is not G0."""
    stay = Stay("mann", "crew-5", "crew-5", AS_OF, UNTIL, 152, None, None)
    lines = section(*seats, stays=(stay,))
    assert ("Everyone: own seat, G0." in lines[1]) is others


def test_last_day_is_included_and_cut_at_until() -> None:
    """A seat that lasts beyond the horizon ends on its last day."""
    lines = section(seat("mann", "crew-5", Grade.G3, "12-01", "2024-03-06"))
    assert lines[2].split()[-3:] == ["2023-12-01", "2023-12-30", "30"]  # 1 to 30 December
