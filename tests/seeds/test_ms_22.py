"""The weeks of Soyuz MS-22: what was flown and what was known, held to the mornings they turned on.

Only the flights docked between September 2022 and April 2024 are looked at here.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pytest

from tests.seeds.folder import COURSE, Row, day_of, days_between, rows_of

SOYUZ = {f"soyuz-ms-{n}" for n in range(21, 26)}
CREW_DRAGON = {*(f"crew-{n}" for n in range(4, 9)), "ax-2", "ax-3"}
PROGRESS = {f"progress-ms-{n}" for n in range(19, 27)}
CARGO = {*PROGRESS, *(f"ng-{n}" for n in range(18, 21)), *(f"crs-{n}" for n in range(26, 31))}
AROUND = SOYUZ | CREW_DRAGON | CARGO
TRAFFIC = ("dock", "relocate", "undock")
LIFE_DAYS = 210  # Soyuz MS and Crew Dragon: domain_rules VL-1
MOST_CROWDED_DAYS = 14  # more than seven aboard: domain_rules HO-3

# The mornings on which the story of Soyuz MS-22 turned.
BEFORE_THE_LEAK = date(2022, 12, 13)
VERDICT = date(2023, 1, 11)
SECOND_LEAK = date(2023, 2, 13)
STATE_COMMISSION = date(2023, 3, 24)
MORNINGS = (BEFORE_THE_LEAK, VERDICT, SECOND_LEAK, STATE_COMMISSION)
AFTERWARDS = date(2026, 1, 1)

# Soyuz MS-23 flew 215 days; its landing was known for September before its launch was.
OVER_LIFE = {(SECOND_LEAK, "soyuz-ms-23"): 219, (STATE_COMMISSION, "soyuz-ms-23"): 215}


class PortStay(NamedTuple):
    """A ship on a port, from a day up to another, which is not included."""

    port: str
    start: date
    end: date
    flight_id: str


@cache
def around(name: str) -> list[Row]:
    """Read the rows of one shipped file that tell of these flights."""
    return [row for row in rows_of(name) if row["flight_id"] in AROUND]


def newest(rows: list[Row], happened_on: dict[int, date], morning: date) -> Row | None:
    """Pick, of the rows for one fact, the one that holds on a morning; withdrawn is none."""
    known: list[tuple[bool, date, Row]] = []
    for row in rows:
        is_actual = row["status"] == "actual"
        known_on = happened_on[id(row)] if is_actual else date.fromisoformat(row["known_on"])
        if known_on < morning:
            known.append((is_actual, known_on, row))
    if not known:
        return None
    _, _, row = max(known, key=lambda item: item[:2])
    return None if row["status"] == "withdrawn" else row


class Picture:
    """What was flown and published as of a morning."""

    def __init__(self, morning: date) -> None:
        """Pick the row that holds for every event and every leg of a person."""
        self.morning = morning
        self.events: dict[tuple[str, str], Row] = {}
        self.up: dict[str, str] = {}
        self.down: dict[str, str] = {}
        by_event: dict[tuple[str, str], list[Row]] = {}
        for row in around("events"):
            by_event.setdefault((row["flight_id"], row["event"]), []).append(row)
        for key, rows in by_event.items():
            days = {id(row): day_of(row) for row in rows}
            if (holds := newest(rows, days, morning)) is not None:
                self.events[key] = holds
        self._read_crew(morning)

    def _read_crew(self, morning: date) -> None:
        """Count an actual row of the crew as known on launch or on landing."""
        flown = {
            (row["flight_id"], row["event"]): day_of(row)
            for row in around("events")
            if row["status"] == "actual"
        }
        by_leg: dict[tuple[str, str, str], list[Row]] = {}
        for row in around("crew"):
            key = (row["flight_id"], row["person_id"], row["leg"])
            by_leg.setdefault(key, []).append(row)
        for (flight_id, person_id, leg), rows in by_leg.items():
            known_on = flown[flight_id, "launch" if leg == "up" else "land"]
            if newest(rows, dict.fromkeys(map(id, rows), known_on), morning):
                legs = self.up if leg == "up" else self.down
                assert person_id not in legs, f"{person_id} is on two ships {leg}"
                legs[person_id] = flight_id

    def day(self, flight_id: str, event: str) -> date:
        """Give the day of an event: flown, or published; an overdue plan is due now."""
        row = self.events[flight_id, event]
        return day_of(row) if row["status"] == "actual" else max(day_of(row), self.morning)

    def flight_ids(self) -> set[str]:
        """Name the flights known by then."""
        return {flight_id for flight_id, _ in self.events}

    def port_stays(self) -> list[PortStay]:
        """Follow each ship over its ports, sorted by port and day."""
        stays = []
        for flight_id in self.flight_ids():
            start, end = self.day(flight_id, "dock"), self.day(flight_id, "undock")
            port = self.events[flight_id, "dock"]["port"]
            if move := self.events.get((flight_id, "relocate")):
                moved_on = self.day(flight_id, "relocate")
                stays.append(PortStay(port, start, moved_on, flight_id))
                port, start = move["port"], moved_on
            stays.append(PortStay(port, start, end, flight_id))
        return sorted(stays)

    def aboard(self, day: date) -> set[str]:
        """Name who is aboard at the end of a day: docked by then, not undocked."""
        return {
            person_id
            for person_id, ship in self.up.items()
            if self.day(ship, "dock") <= day < self.day(self.down.get(person_id, ship), "undock")
        }


# --- what was flown ----------------------------------------------------------------------------


def test_every_flight_went_through_its_steps_in_order() -> None:
    """Launch, dock, perhaps relocate, undock, land: each flown once, one after the other."""
    for flight_id in AROUND:
        flown = [
            row
            for row in around("events")
            if row["flight_id"] == flight_id and row["status"] == "actual"
        ]
        steps = [step for step in COURSE if step != "relocate" or len(flown) == len(COURSE)]
        assert [row["event"] for row in flown] == steps, flight_id
        assert [day_of(row) for row in flown] == sorted(map(day_of, flown)), flight_id


def test_everyone_who_went_up_came_down() -> None:
    """Who flew up landed later, on the ship they came in or on the one named."""
    picture = Picture(AFTERWARDS)
    assert len(picture.up) == 40  # 5 x 3 on Soyuz less MS-23's 3, 5 x 4 on Crew-N, 2 x 4 on Ax-N
    assert set(picture.down) <= set(picture.up)
    for person_id, ship in picture.up.items():
        home = picture.down.get(person_id, ship)
        assert picture.day(ship, "dock") < picture.day(home, "undock"), person_id


def test_who_came_down_on_another_ship() -> None:
    """Seven people of three Soyuz, and nobody else."""
    assert Picture(AFTERWARDS).down == {
        **dict.fromkeys(["prokopyev", "petelin", "rubio"], "soyuz-ms-23"),
        **dict.fromkeys(["novitskiy", "vasilevskaya"], "soyuz-ms-24"),
        **dict.fromkeys(["kononenko", "chub"], "soyuz-ms-25"),
    }


def test_no_ship_lands_more_people_than_it_seats() -> None:
    """Three on a Soyuz, four on a Dragon, none on Soyuz MS-22."""
    picture = Picture(AFTERWARDS)
    homes = [picture.down.get(person_id, ship) for person_id, ship in picture.up.items()]
    assert {ship: homes.count(ship) for ship in SOYUZ} == {
        **dict.fromkeys(SOYUZ, 3),
        "soyuz-ms-22": 0,
    }
    assert {homes.count(ship) for ship in CREW_DRAGON} == {4}


# Handovers and visits by hand: [first day, day it is over), people aboard.
CROWDED = [
    (date(2023, 3, 3), date(2023, 3, 11), 11),  # Crew-6 docked, Crew-5 not yet gone: 3 + 4 + 4
    (date(2023, 5, 22), date(2023, 5, 30), 11),  # Ax-2 on a visit: 3 + 4 + 4
    (date(2023, 8, 27), date(2023, 9, 3), 11),  # Crew-7 docked, Crew-6 not yet gone
    (date(2023, 9, 15), date(2023, 9, 27), 10),  # MS-24 docked, the crew of MS-22 not yet gone
    (date(2024, 1, 20), date(2024, 2, 7), 11),  # Ax-3 on a visit, 18 days for the weather
    (date(2024, 3, 5), date(2024, 3, 11), 11),  # Crew-8 docked, Crew-7 not yet gone
    (date(2024, 3, 25), date(2024, 4, 6), 10),  # MS-25 docked, two of it leave with O'Hara
]


def test_head_count_of_every_day() -> None:
    """Seven aboard, more only in handovers and visits."""
    picture = Picture(AFTERWARDS)
    for day in days_between(date(2022, 10, 15), date(2024, 5, 1)):
        crowd = [people for start, end, people in CROWDED if start <= day < end]
        assert len(picture.aboard(day)) == (crowd[0] if crowd else 7), day


@pytest.mark.parametrize(
    ("day", "people"),
    [
        pytest.param(date(2022, 9, 25), 10, id="ms-21-ms-22-and-crew-4"),
        pytest.param(date(2022, 10, 8), 11, id="ms-22-crew-4-and-crew-5"),
        pytest.param(date(2023, 1, 11), 7, id="ms-22-and-crew-5"),
        pytest.param(date(2023, 3, 5), 11, id="ms-22-crew-5-and-crew-6"),
        pytest.param(date(2023, 9, 20), 10, id="ms-22-crew-7-and-ms-24"),
        pytest.param(date(2024, 4, 30), 7, id="ms-24-ms-25-and-crew-8"),
    ],
)
def test_head_count_worked_by_hand(day: date, people: int) -> None:
    """Three for each Soyuz crew aboard and four for each Dragon."""
    assert len(Picture(AFTERWARDS).aboard(day)) == people


def test_length_of_the_long_stays() -> None:
    """Prokopyev, Petelin and Rubio 371 days, Kononenko and Chub 374: domain_rules CR-1."""
    picture = Picture(AFTERWARDS)
    for person_id, days in [("rubio", 371), ("petelin", 371), ("kononenko", 374), ("chub", 374)]:
        ship = picture.up[person_id]
        stay = picture.day(picture.down[person_id], "land") - picture.day(ship, "launch")
        assert stay.days == days, person_id


# --- what was known ----------------------------------------------------------------------------


@pytest.mark.parametrize("morning", [*MORNINGS, AFTERWARDS])
def test_one_ship_on_a_port(morning: date) -> None:
    """As flown and as published, a port has a day's rest between two ships."""
    stays = Picture(morning).port_stays()
    for one, other in pairwise(stays):
        if one.port == other.port:
            assert (other.start - one.end).days >= 1, (one, other)


@pytest.mark.parametrize("morning", MORNINGS)
def test_one_dynamic_event_a_day(morning: date) -> None:
    """No two dockings, relocations or undockings fall on one UTC day: domain_rules TR-1."""
    picture = Picture(morning)
    days = [picture.day(*key) for key in picture.events if key[1] in TRAFFIC]
    assert sorted({day for day in days if days.count(day) > 1}) == []


@pytest.mark.parametrize("morning", MORNINGS)
def test_ships_land_within_their_life(morning: date) -> None:
    """210 days from launch to landing, but for Soyuz MS-23, which reality waived."""
    picture = Picture(morning)
    over = {}
    for flight_id in picture.flight_ids() & (SOYUZ | CREW_DRAGON):
        days = (picture.day(flight_id, "land") - picture.day(flight_id, "launch")).days
        if days > LIFE_DAYS:
            over[morning, flight_id] = days
    assert over == {key: days for key, days in OVER_LIFE.items() if key[0] == morning}


@pytest.mark.parametrize("morning", MORNINGS)
def test_no_crowd_for_more_than_two_weeks(morning: date) -> None:
    """More than seven aboard for fourteen days in a row at most, and eleven at the highest."""
    picture, in_a_row = Picture(morning), 0
    for day in days_between(morning, date(2024, 9, 1)):
        people = len(picture.aboard(day))
        assert people <= 11, day
        in_a_row = in_a_row + 1 if people > 7 else 0
        assert in_a_row <= MOST_CROWDED_DAYS, day


def test_published_picture_is_whole_on_every_morning() -> None:
    """Every known flight has all its days, in order; whoever comes down also goes up."""
    for morning in days_between(date(2022, 9, 2), date(2024, 5, 1)):
        picture = Picture(morning)
        unknown = {"crs-27"} if morning <= date(2023, 2, 1) else set()
        assert picture.flight_ids() == AROUND - unknown, morning
        for flight_id in picture.flight_ids():
            steps = [step for step in COURSE if (flight_id, step) in picture.events]
            days = [picture.day(flight_id, step) for step in steps]
            assert len(steps) >= len(COURSE) - 1, (morning, flight_id)
            assert days == sorted(days), (morning, flight_id)
        assert set(picture.down) <= set(picture.up), morning


@pytest.mark.parametrize(
    ("morning", "launch", "dock"),
    [
        pytest.param(BEFORE_THE_LEAK, date(2023, 3, 16), date(2023, 3, 16), id="as-published"),
        pytest.param(VERDICT, date(2023, 3, 16), date(2023, 3, 16), id="verdict-not-known-yet"),
        pytest.param(date(2023, 1, 12), date(2023, 2, 20), date(2023, 2, 22), id="pulled-in"),
        pytest.param(SECOND_LEAK, date(2023, 2, 20), date(2023, 2, 22), id="slip-not-known-yet"),
        pytest.param(date(2023, 2, 14), date(2023, 3, 10), date(2023, 3, 12), id="slipped"),
        pytest.param(date(2023, 2, 19), date(2023, 2, 24), date(2023, 2, 26), id="cleared"),
        pytest.param(STATE_COMMISSION, date(2023, 2, 24), date(2023, 2, 26), id="flown"),
    ],
)
def test_editions_of_soyuz_ms_23(morning: date, launch: date, dock: date) -> None:
    """The launch and docking that stood on each morning of the winter of 2023."""
    picture = Picture(morning)
    assert (picture.day("soyuz-ms-23", "launch"), picture.day("soyuz-ms-23", "dock")) == (
        launch,
        dock,
    )


NEXT_CREW = {"kononenko", "chub", "ohara"}
BACKUPS = {"ovchinin", "platonov", "caldwell-dyson"}
STRANDED = {"prokopyev", "petelin", "rubio"}


@pytest.mark.parametrize(
    ("morning", "ms_23_up", "ms_24_up", "home"),
    [
        pytest.param(BEFORE_THE_LEAK, NEXT_CREW, BACKUPS, "soyuz-ms-22", id="before-the-leak"),
        pytest.param(VERDICT, NEXT_CREW, BACKUPS, "soyuz-ms-22", id="verdict-not-known-yet"),
        pytest.param(date(2023, 1, 12), set(), BACKUPS, "soyuz-ms-23", id="crew-withdrawn"),
        pytest.param(date(2023, 1, 13), set(), NEXT_CREW, "soyuz-ms-23", id="crew-moved-on"),
        pytest.param(STATE_COMMISSION, set(), NEXT_CREW, "soyuz-ms-23", id="state-commission"),
    ],
)
def test_crews_of_the_soyuz_line(
    morning: date, ms_23_up: set[str], ms_24_up: set[str], home: str
) -> None:
    """Who goes up on MS-23 and MS-24, and on what the crew of MS-22 goes home."""
    picture = Picture(morning)
    crew = {
        ship: {person_id for person_id, up in picture.up.items() if up == ship} for ship in SOYUZ
    }
    assert crew["soyuz-ms-22"] == STRANDED
    assert crew["soyuz-ms-23"] == ms_23_up
    assert crew["soyuz-ms-24"] == ms_24_up
    assert crew["soyuz-ms-25"] == set()
    assert {picture.down.get(person_id, "soyuz-ms-22") for person_id in STRANDED} == {home}


def test_health_of_soyuz_ms_22_was_not_judged_before_the_verdict() -> None:
    """Under review from the leak on; emergency-only for two only after 11 January's news."""
    rows = [row for row in around("health") if row["flight_id"] == "soyuz-ms-22"]
    told = [(row["from"], row["health"], row["seats"], row["known_on"]) for row in rows]
    assert told == [
        ("2022-12-15", "under-review", "", "2022-12-15"),
        ("2023-01-11", "emergency-only", "2", "2023-01-11"),
    ]


def test_moved_seats() -> None:
    """No move was known on 11 January; none was known before the day it was made."""
    rows = around("seats")
    assert all(row["from"] == row["known_on"] for row in rows)
    assert min(row["known_on"] for row in rows) == "2023-01-18"
    rubio = [(row["flight_id"], row["grade"]) for row in rows if row["person_id"] == "rubio"]
    assert sorted(rubio) == [("crew-5", "G2"), ("soyuz-ms-23", "G0")]
    picture = Picture(AFTERWARDS)
    for row in rows:
        start = picture.day(row["flight_id"], "dock")
        moved_on = date.fromisoformat(row["from"])
        assert start < moved_on < picture.day(row["flight_id"], "undock"), row
