"""A past morning is posed with what was known then: nothing that became known later plays a part.

Asked of the shipped facts, for mornings all through 2022 and 2023.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    Health,
    HealthFact,
    OutageFact,
    Problem,
    SeatFact,
    Station,
    Status,
    WindowFact,
    published_problem,
)
from scheduler.intake import read_facts
from scheduler.settings import find_station, read_station
from tests.seeds.folder import SEEDS, day_flown, day_of, rows_of

FIRST, LAST = date(2022, 1, 1), date(2023, 12, 31)
HORIZON = timedelta(days=300)
DAY = timedelta(days=1)
NEVER = date.max
STEP = 9
"""Days between two mornings of the sweep: a number that no weekly or monthly habit hides behind."""

Planted = dict[str, tuple[Any, ...]]
"""Rows by the kind of facts that they belong to."""


@cache
def shipped() -> tuple[Facts, Station]:
    """Read the shipped facts."""
    station = read_station(find_station("iss"))
    return read_facts(SEEDS, station).facts, station


def posed(facts: Facts, as_of: date) -> Problem:
    """Pose the problem of a morning."""
    return published_problem(facts, shipped()[1], as_of, as_of + HORIZON)


@cache
def of_these_years() -> list[str]:
    """List the flights that were launched from the year before the mornings to the year after."""
    launches = {one.id: day_flown(one.id, "launch") for one in shipped()[0].flights}
    near = range(FIRST.year - 1, LAST.year + 2)
    return sorted(flight for flight, on in launches.items() if on and on.year in near)


def crew_known_on(row: CrewFact) -> date:
    """Give the day on which a ride became known: the day it was flown where no other is given."""
    event = "launch" if row.leg == "up" else "land"
    return row.known_on or day_flown(row.flight, event) or NEVER


def known_before(facts: Facts, as_of: date) -> Facts:
    """Leave out all that became known on a day or after it, and flights nobody has heard of."""
    events = tuple(row for row in facts.events if row.known_on < as_of)
    heard_of = {row.flight for row in events}
    return replace(
        facts,
        flights=tuple(one for one in facts.flights if one.id in heard_of),
        events=events,
        crew=tuple(row for row in facts.crew if crew_known_on(row) < as_of),
        health=tuple(row for row in facts.health if row.known_on < as_of),
        outages=tuple(row for row in facts.outages if row.known_on < as_of),
        seats=tuple(row for row in facts.seats if row.known_on < as_of),
        windows=tuple(row for row in facts.windows if row.known_on < as_of),
    )


def with_rows(facts: Facts, planted: Planted) -> Facts:
    """Add rows to facts."""
    added: dict[str, Any] = {kind: (*getattr(facts, kind), *rows) for kind, rows in planted.items()}
    return replace(facts, **added)


def mornings() -> list[date]:
    """List the mornings of the sweep."""
    return [FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days + 1, STEP)]


# --- when rows became known --------------------------------------------------------------------


def test_actual_events_became_known_on_their_day() -> None:
    """Row by row, as the tests' own reader of the seeds says; a planned row has its own day."""
    for row, fact in zip(rows_of("events"), shipped()[0].events, strict=True):
        wanted = row["known_on"] or (str(day_of(row)) if row["status"] == "actual" else "")
        assert str(fact.known_on) == wanted, row


def test_days_on_which_rows_became_known_are_read_as_written() -> None:
    """Of the other files, and only actual rides have none."""
    facts = shipped()[0]
    for kind in ("health", "outages", "seats", "windows"):
        told = [str(row.known_on) for row in getattr(facts, kind)]
        assert told == [row["known_on"] for row in rows_of(kind)]
    rides = [str(row.known_on) if row.known_on else "" for row in facts.crew]
    assert rides == [row["known_on"] for row in rows_of("crew")]
    assert {row.status for row in facts.crew if row.known_on is None} == {Status.ACTUAL}


def test_something_becomes_known_all_the_time() -> None:
    """The mornings below differ from one another, and there is a future to leave out."""
    facts = shipped()[0]
    sizes = [len(known_before(facts, as_of).events) for as_of in mornings()]
    assert sizes == sorted(sizes)
    assert len({*sizes}) > len(sizes) / 2
    assert sizes[-1] < len(facts.events)


# --- what is left out and what is planted ------------------------------------------------------


@pytest.mark.slow
def test_what_became_known_later_plays_no_part() -> None:
    """On each morning of the sweep the problem is that of the rows known before it."""
    facts = shipped()[0]
    for as_of in mornings():
        assert posed(known_before(facts, as_of), as_of) == posed(facts, as_of), as_of


@st.composite
def futures(draw: DrawFn) -> tuple[date, Planted]:
    """Draw a morning, and rows of each kind that become known on that day or later."""
    as_of = draw(st.dates(FIRST, LAST))
    known_on = as_of + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 30, 400))))
    facts, station = shipped()
    flight = draw(st.sampled_from(of_these_years()))
    person = draw(st.sampled_from([one.id for one in facts.people]))
    on = as_of + timedelta(days=draw(st.integers(-20, 250)))
    status = draw(st.sampled_from(Status))
    event = draw(st.sampled_from(Event))
    port = draw(st.sampled_from(sorted(station.ports)))
    grade = draw(st.sampled_from(("G0", "G1", "G2")))
    moved_on = as_of - timedelta(days=draw(st.integers(0, 20)))
    leg = draw(st.sampled_from(("up", "down")))
    health = draw(st.sampled_from(Health))
    to_on = draw(st.sampled_from((None, on + DAY)))
    return as_of, {
        "events": (EventFact(flight, event, port, on, status, known_on),),
        "crew": (CrewFact(flight, person, leg, "", status, known_on),),
        "health": (HealthFact(flight, on, health, None, known_on),),
        "outages": (OutageFact("port", port, on, to_on, known_on),),
        "seats": (SeatFact(person, flight, moved_on, grade, known_on),),
        "windows": (WindowFact("eva", "iss", on, to_on, known_on),),
    }


@settings(max_examples=40)
@given(future=futures())
def test_a_planted_fact_of_the_future_plays_no_part(future: tuple[date, Planted]) -> None:
    """Of any kind, on any day; what is left out on the same morning changes nothing, either."""
    as_of, planted = future
    facts = shipped()[0]
    wanted = posed(facts, as_of)
    assert posed(with_rows(facts, planted), as_of) == wanted
    assert posed(known_before(facts, as_of), as_of) == wanted


AS_OF = date(2023, 1, 11)
ROWS: Planted = {
    "events": (
        EventFact("soyuz-ms-23", Event.LAUNCH, None, date(2023, 5, 1), Status.PLANNED, AS_OF),
    ),
    "crew": (CrewFact("crew-5", "rubio", "down", "", Status.PLANNED, AS_OF),),
    "health": (HealthFact("crew-5", date(2023, 1, 1), Health.UNFIT, None, AS_OF),),
    "outages": (OutageFact("port", "poisk-zenith", date(2023, 2, 1), None, AS_OF),),
    "seats": (SeatFact("petelin", "crew-5", date(2023, 1, 2), "G2", AS_OF),),
    "windows": (WindowFact("eva", "iss", date(2023, 2, 1), date(2023, 2, 2), AS_OF),),
}


@pytest.mark.parametrize("kind", ROWS)
def test_a_fact_counts_from_the_morning_after_it_became_known(kind: str) -> None:
    """Known on 11 January it is nothing that day; known on the 10th it changes the problem."""
    facts = shipped()[0]
    today = {kind: ROWS[kind]}
    yesterday = {kind: tuple(replace(row, known_on=AS_OF - DAY) for row in ROWS[kind])}
    assert posed(with_rows(facts, today), AS_OF) == posed(facts, AS_OF)
    assert posed(with_rows(facts, yesterday), AS_OF) != posed(facts, AS_OF)


@pytest.mark.parametrize(
    ("ride", "known"),
    [
        # Crew-5 landed on 12 March 2023 (UTC), MS-23 was launched on 24 February
        pytest.param(("crew-5", "rubio", "down"), date(2023, 3, 12), id="down"),
        pytest.param(("soyuz-ms-23", "hague", "up"), date(2023, 2, 24), id="up"),
    ],
)
def test_a_ride_without_a_day_became_known_as_it_was_flown(
    ride: tuple[str, str, str], known: date
) -> None:
    """On landing, or on launch: a planted one is nothing up to that day, and something after it.

    Rubio's row for Crew-5 is taken up as a way home, Hague's as one more of the crew of MS-23.
    """
    flight, person, leg = ride
    facts = shipped()[0]
    row = CrewFact(flight, person, leg, "", Status.ACTUAL, None)
    planted = with_rows(facts, {"crew": (row,)})
    for as_of in (AS_OF, date(2023, 2, 1), known):
        assert posed(planted, as_of) == posed(facts, as_of)
    assert posed(planted, known + DAY) != posed(facts, known + DAY)


@pytest.mark.parametrize(
    ("flight", "launch", "person"),
    [("crew-5", date(2022, 10, 5), "kikina"), ("soyuz-ms-22", date(2022, 9, 21), "rubio")],
)
def test_a_crew_is_aboard_from_the_morning_after_its_launch(
    flight: str, launch: date, person: str
) -> None:
    """Both exchanged seats in summer; on the day of the launch they are still to come."""
    facts = shipped()[0]
    for as_of, is_up in ((launch, False), (launch + DAY, True)):
        traveller = posed(facts, as_of).travellers[person]
        assert (traveller.up, traveller.is_aboard) == (flight, is_up)


@pytest.mark.parametrize(
    ("ride", "landing", "person"),
    [
        # Vande Hei and Dubrov came in MS-18 and landed in MS-19, on 30 March 2022
        ("soyuz-ms-19", date(2022, 3, 30), "vande-hei"),
        ("soyuz-ms-23", date(2023, 9, 27), "rubio"),
    ],
)
def test_whoever_lands_is_gone_the_next_morning(ride: str, landing: date, person: str) -> None:
    """And on the morning of the day itself the ship is known in which they are to land."""
    facts = shipped()[0]
    assert posed(facts, landing).travellers[person].down == ride
    assert person not in posed(facts, landing + DAY).travellers
