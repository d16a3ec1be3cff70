"""What was flown from 2000 to 2026, counted and checked against what is known of it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from tests.seeds.folder import (
    COURSE,
    LAST_DAY,
    LOST,
    Stay,
    aboard,
    day_flown,
    day_of,
    days_between,
    flown,
    port_stays,
    rows_of,
    stays,
    types,
)

FIRST_DAY = date(2000, 11, 2)
STILL_UP = {"crew-12", "soyuz-ms-29", "progress-ms-33", "progress-ms-34", "ng-24"}
# In orbit by itself when the list ends.
WITHOUT_A_LANDING = STILL_UP | {"htv-x1"} | LOST - {"soyuz-ms-10"}
SEATS = {"shuttle": 7, "crew-dragon": 4, "starliner": 4}  # and three in a Soyuz


def test_number_of_crewed_flights() -> None:
    """75 Soyuz, 18 Crew Dragon, 2 Starliner, 32 Shuttle: 127, as DATA_NOTES counts them."""
    kinds = Counter("soyuz" if k.startswith("soyuz") else k for k in types().values())
    assert (kinds["soyuz"], kinds["crew-dragon"], kinds["starliner"], kinds["shuttle"]) == (
        *(75, 18, 2, 32),
    )


def test_number_of_cargo_flights() -> None:
    """171 in the list, less two that went to Mir, and the tug of Poisk."""
    kinds = Counter(types().values())
    crewed = ("soyuz-tm", "soyuz-tma", "soyuz-tma-m", "soyuz-ms", *SEATS)
    assert sum(kinds.values()) - sum(kinds[kind] for kind in crewed) == 171 - 2 + 1
    assert set(kinds) - set(crewed) == {
        *("progress-m", "progress-ms", "dragon-1", "cargo-dragon"),
        *("cygnus", "cygnus-xl", "htv", "atv"),
    }


def test_number_of_stays() -> None:
    """489 in the list, of which the two of Soyuz MS-10 never arrived."""
    assert len(stays()) == 487


def test_every_flight_went_through_its_steps_in_order() -> None:
    """Launch, dock, perhaps relocate, undock, land: one after the other."""
    for flight_id, rows in flown().items():
        if flight_id in LOST:
            continue
        steps = [row["event"] for row in rows]
        expected = [step for step in COURSE if step != "relocate"]
        if flight_id in STILL_UP:
            expected = expected[:2]
        elif flight_id in WITHOUT_A_LANDING:
            expected = expected[:3]
        assert [step for step in steps if step != "relocate"] == expected, flight_id
        assert steps == sorted(steps, key=COURSE.index), flight_id
        assert [day_of(row) for row in rows] == sorted(map(day_of, rows)), flight_id


def test_one_ship_on_a_port() -> None:
    """No ship came while another was there; where a day alone is known, the next one will do."""
    for one, other in pairwise(port_stays()):
        if one.port == other.port:
            is_timed = "T" in one.end and "T" in other.start
            end, start = (one.end, other.start) if is_timed else (one.end[:10], other.start[:10])
            assert end <= start, (one, other)


def test_everyone_who_went_up_came_down() -> None:
    """But for the seven who are up when the list ends."""
    still_up = {stay.person_id for stay in stays() if not stay.down}
    assert still_up == {
        *("meir", "hathaway", "adenot", "fedyaev"),
        *("dubrov", "kikina", "menon"),
    }
    for stay in stays():
        if stay.down:
            docked_on, left_on = day_flown(stay.up, "dock"), day_flown(stay.down, "undock")
            assert docked_on is not None, stay
            assert left_on is not None, stay
            assert docked_on < left_on, stay


def test_nobody_was_up_twice() -> None:
    """The stays of a person follow one another."""
    for one, other in pairwise(stays()):
        if one.person_id == other.person_id:
            assert (day_flown(one.down, "land") or LAST_DAY) < (
                day_flown(other.up, "launch") or date.min
            ), (one, other)


def test_who_came_down_as_the_lists_say() -> None:
    """People of each ship down, worked out from the crews by hand."""
    down = Counter(stay.down for stay in stays())
    assert (down["soyuz-ms-22"], down["soyuz-ms-23"], down["starliner-cft"]) == (0, 3, 0)
    assert (down["crew-9"], down["soyuz-ms-04"], down["sts-102"]) == (4, 3, 7)
    assert [ship for ship, people in down.items() if ship and people > _seats(ship)] == []


def test_never_fewer_than_two_aboard() -> None:
    """On no day since the first crew docked; seven at the end."""
    counts = {day: len(aboard().get(day, [])) for day in days_between(FIRST_DAY, LAST_DAY)}
    assert min(counts.values()) == 2
    assert counts[date(2026, 7, 26)] == 7


@pytest.mark.parametrize(
    ("day", "people"),
    [
        pytest.param(date(2000, 11, 2), 3, id="the-first-crew"),
        pytest.param(date(2001, 3, 12), 10, id="sts-102-and-the-first-crew"),
        pytest.param(date(2003, 2, 2), 3, id="columbia"),
        pytest.param(date(2003, 6, 1), 2, id="a-crew-of-two"),
        pytest.param(date(2006, 7, 20), 3, id="reiter-makes-three"),
        pytest.param(date(2009, 5, 30), 6, id="six-for-the-first-time"),
        pytest.param(date(2009, 7, 20), 13, id="sts-127-and-six"),
        pytest.param(date(2011, 9, 20), 3, id="after-the-loss-of-m-12m"),
        pytest.param(date(2018, 11, 1), 3, id="after-soyuz-ms-10"),
        pytest.param(date(2020, 5, 1), 3, id="before-dragon"),
        pytest.param(date(2020, 12, 1), 7, id="soyuz-and-crew-1"),
        pytest.param(date(2024, 9, 15), 12, id="ms-25-ms-26-crew-8-and-two-of-starliner"),
        pytest.param(date(2026, 2, 1), 3, id="crew-11-has-left"),
    ],
)
def test_head_count_worked_by_hand(day: date, people: int) -> None:
    """Three for each Soyuz crew aboard, four for each Dragon, and the visitors."""
    assert len(aboard()[day]) == people


def _seats(flight_id: str) -> int:
    return SEATS.get(types()[flight_id], 3)


def _seat_of(stay: Stay, day: date) -> str:
    """Name the ship that holds somebody's seat at the end of a day."""
    came_on = str(day_flown(stay.up, "dock"))
    moves = [
        (row["from"], row["flight_id"])
        for row in rows_of("seats")
        if row["person_id"] == stay.person_id and came_on <= row["from"] <= str(day)
    ]
    return max(moves)[1] if moves else stay.up


def test_everyone_has_a_seat_in_a_ship_that_is_there() -> None:
    """A lifeboat for each on every day, also for those whom a Shuttle left behind."""
    for day, people in aboard().items():
        seats = Counter(_seat_of(stay, day) for stay in people)
        for ship, taken in seats.items():
            docked_on, left_on = day_flown(ship, "dock"), day_flown(ship, "undock") or LAST_DAY
            assert docked_on is not None, (day, ship)
            assert docked_on <= day < left_on, (day, ship)
            # a fifth in Crew-5 in January 2023, six in Crew-8 in September 2024
            most = {"crew-5": 5, "crew-8": 6}.get(ship, _seats(ship))
            assert taken <= most, (day, ship)


def test_career_days_are_those_before_the_first_flight_here() -> None:
    """A newcomer of 2008 has none; veterans of the Shuttle and of Mir have theirs."""
    days = {row["person_id"]: int(row["career_days"]) for row in rows_of("people")}
    assert (days["kononenko"], days["rubio"], days["whitson"]) == (0, 0, 0)
    # 151.47 + 311.83 + 8.30 + 11.80 = 483.40: two stays on Mir, STS-60 and STS-88
    assert days["krikalev"] == 483
    # 8.92 + 12.90 = 21.82: STS-72 and STS-92
    assert days["wakata"] == 22
    told = {row["person_id"]: row["source"] for row in rows_of("people")}
    assert all("recalled" in told[person_id] for person_id, n in days.items() if n)


def test_length_of_the_long_stays() -> None:
    """Kelly and Kornienko 340 days, Rubio 371, Kononenko and Chub 374: from launch to landing."""
    lengths = {}
    for stay in stays():
        launch, land = day_flown(stay.up, "launch"), day_flown(stay.down, "land")
        if launch and land:
            lengths[stay.person_id, stay.up] = (land - launch).days
    # 27 March 2015 to 2 March 2016 is 341 days of the calendar
    assert lengths["kelly-scott", "soyuz-tma-16m"] == 341
    assert lengths["rubio", "soyuz-ms-22"] == 371
    assert lengths["chub", "soyuz-ms-24"] == 374
    assert lengths["koch", "soyuz-ms-12"] == 329
    assert max(lengths.values()) == 374
