"""The worst days for a seat home: which come first, which are alike, and how many are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Grade, Health, HealthFact, Plan, SeatSpan
from scheduler.history.record import Record
from scheduler.history.worst import PoorSeat, WorstDays, worst_days
from tests.rules.worlds import DRAGON, make_flight, make_problem, on

PEOPLE = ("ann", "bob", "cem", "dan")
PROBLEM = make_problem(
    make_flight("ms-1", launch=-8, undock=90, crew=PEOPLE),
    make_flight("crew-1", kind=DRAGON, launch=-8, undock=90, crew=("fay#1", "fay#2")),
    until=90,
)

Row = tuple[str, int, int, str]


def found(*rows: Row, health: tuple[HealthFact, ...] = ()) -> list[WorstDays]:
    """Find the worst days of seats: person, first day, day after the last, grade."""
    seats = tuple(
        SeatSpan(person, None if grade == "G4" else "ms-1", on(first), on(end), Grade[grade])
        for person, first, end, grade in rows
    )
    problem = replace(PROBLEM, health_facts=health)
    return list(worst_days(Record(problem, Plan(seats=seats))))


def spans(days: list[WorstDays]) -> list[tuple[int, int]]:
    """Give the days as numbers, in the order in which they are told."""
    return [((one.from_on - on(0)).days, (one.to_on - on(0)).days) for one in days]


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        # who has which grade on one day: letters stand for ann, bob, cem and dan
        pytest.param({"G4": 1}, {"G3": 4}, id="one-without-a-seat-before-four-in-an-emergency"),
        pytest.param({"G4": 2}, {"G4": 1, "G3": 3}, id="two-without-a-seat-before-one"),
        pytest.param({"G4": 1, "G3": 1}, {"G4": 1, "G2": 3}, id="then-the-emergency-seats"),
        pytest.param({"G3": 1}, {"G2": 4}, id="one-in-an-emergency-before-four-improvised"),
        pytest.param({"G3": 2}, {"G3": 1, "G2": 3}, id="two-in-an-emergency-before-one"),
        pytest.param({"G2": 1}, {"G1": 4}, id="one-improvised-before-four-without-a-liner"),
        pytest.param({"G2": 1, "G1": 1}, {"G2": 1}, id="at-last-those-without-a-liner"),
    ],
)
@pytest.mark.parametrize("is_worse_first", [True, False])
def test_the_worse_days_come_first(
    worse: dict[str, int], better: dict[str, int], is_worse_first: bool
) -> None:
    """By people without a seat, then G3, then G2, then G1, whenever they were."""
    start = {True: (5, 20), False: (20, 5)}[is_worse_first]
    rows: list[Row] = []
    for first, grades in zip(start, (worse, better), strict=True):
        named = [grade for grade, people in grades.items() for _ in range(people)]
        rows += [(who, first, first + 1, grade) for who, grade in zip(PEOPLE, named, strict=False)]
    assert spans(found(*rows)) == [(first, first + 1) for first in start]


def test_of_equal_days_the_earliest_come_first() -> None:
    """Neither their length nor who it was plays a part."""
    rows = [("bob", 30, 60, "G3"), ("ann", 10, 11, "G3"), ("cem", 70, 71, "G3")]
    assert spans(found(*rows)) == [(10, 11), (30, 60), (70, 71)]


def test_alike_days_are_one_stretch() -> None:
    """Ann from day 2 to 8, told in two rows, with bob from 4 to 6: two is worse than one.

    Days 2 and 3 are alike, and 6 and 7, but day 4 lies between them.
    """
    rows = [("ann", 2, 5, "G2"), ("ann", 5, 8, "G2"), ("bob", 4, 6, "G2")]
    days = found(*rows)
    assert spans(days) == [(4, 6), (2, 4), (6, 8)]
    named = [" ".join(seat.person for seat in one.seats) for one in days]
    assert named == ["ann bob", "ann", "ann"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([("ann", 2, 4, "G2"), ("bob", 4, 6, "G2")], id="another-person"),
        pytest.param([("ann", 2, 4, "G2"), ("ann", 5, 6, "G2")], id="a-day-between"),
    ],
)
def test_days_that_differ_are_two_stretches(rows: list[Row]) -> None:
    """Though equally bad."""
    assert len(found(*rows)) == 2


def test_another_health_of_the_ship_is_another_stretch() -> None:
    """Under review from day 1, left to emergencies with 2 seats from day 4, sound from day 6."""
    health = tuple(
        HealthFact("ms-1", on(day), state, seats, on(day))
        for day, state, seats in (
            (1, Health.UNDER_REVIEW, None),
            (4, Health.EMERGENCY_ONLY, 2),
            (6, Health.NOMINAL, None),
        )
    )
    days = found(("ann", 2, 8, "G3"), health=health)
    assert [(one.seats[0].health, *span) for one, span in zip(days, spans(days), strict=True)] == [
        ("under-review", 2, 4),
        ("emergency-only (2 seats)", 4, 6),
        ("", 6, 8),
    ]


def test_without_a_ship_the_health_is_that_of_the_ship_that_brought_them() -> None:
    """Ann came in ms-1, which is unfit."""
    health = (HealthFact("ms-1", on(0), Health.UNFIT, None, on(0)),)
    [days] = found(("ann", 2, 4, "G4"), health=health)
    assert days.seats == (PoorSeat("ann", None, Grade.G4, "unfit"),)


def test_the_seat_of_a_stay_is_that_of_the_person() -> None:
    """Fay, in her second stay, sits in a ship that did not bring her, and that is under review."""
    health = (HealthFact("ms-1", on(0), Health.UNDER_REVIEW, None, on(0)),)
    [days] = found(("fay#2", 2, 4, "G3"), health=health)
    assert days.seats == (PoorSeat("fay", "ms-1", Grade.G3, "under-review"),)


def test_people_stand_by_name() -> None:
    """However bad their seats, and in whatever order the plan tells them."""
    [days] = found(("cem", 0, 1, "G4"), ("ann", 0, 1, "G2"), ("bob", 0, 1, "G3"))
    assert [seat.person for seat in days.seats] == ["ann", "bob", "cem"]


def test_a_seat_of_ones_own_is_not_told() -> None:
    """Days on which everybody has one are no worst days."""
    assert found(("ann", 0, 90, "G0")) == []


def bad(days: int) -> list[Row]:
    """Make bad days, each apart from the next: three of G1, then of G2 and G3, the rest of G4."""
    return [
        ("ann", 2 * number, 2 * number + 1, f"G{min(4, 1 + number // 3)}") for number in range(days)
    ]


@pytest.mark.parametrize(("days", "told"), [(0, 0), (9, 9), (10, 10), (11, 10), (30, 10)])
def test_at_most_ten_are_told(days: int, told: int) -> None:
    """The best of them are left out."""
    assert len(found(*bad(days))) == told


def test_those_left_out_are_the_best() -> None:
    """Of eleven, two are at G4 and three each at the others: the latest of G1 goes."""
    assert spans(found(*bad(11)))[-2:] == [(0, 1), (2, 3)]
    assert spans(found(*bad(11)))[:3] == [(18, 19), (20, 21), (12, 13)]
