"""What was flown, as a plan for a problem of the past: the one that reality chose.

Soyuz 1 is there on 1 March 2001. Soyuz 2 was to come on 1 June and came on 1 July, brought Dee in
place of Cid, and took Ann home; Bob left in Soyuz 1 on 10 July as published, and landed on the
11th.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    Plan,
    PortStay,
    Status,
    published_problem,
)
from scheduler.history import flown_plan
from scheduler.history.flown import flown_flights, flown_rides, flown_voyages, told_on
from tests.history.worlds import (
    STATION,
    day,
    plan_down,
    planned,
    progress,
    soyuz,
    world,
)

AS_OF = "2001-03-01"
KNOWN = "2001-01-01"


def crew(person: str, known_on: str, status: Status = Status.PLANNED) -> CrewFact:
    """Publish somebody for the flight up in Soyuz 2, or withdraw them."""
    return CrewFact("soyuz-2", person, "up", "", status, day(known_on))


FIRST = soyuz(1, "2001-01-01", "2001-07-10", "ann bob")
FLOWN = world(
    replace(FIRST, days=("2001-01-01", "2001-01-01", "2001-07-10", "2001-07-11")),
    soyuz(2, "2001-07-01", "2002-01-10", "dee"),
    progress(1, "2001-04-01", "2001-09-01"),
    down={"soyuz-2": "ann", "soyuz-1": "bob"},
)
PLANS = (
    planned("soyuz-1", Event.UNDOCK, "2001-07-10", KNOWN),
    planned("soyuz-1", Event.LAND, "2001-07-11", KNOWN),
    planned("soyuz-2", Event.LAUNCH, "2001-06-01", KNOWN),
    planned("soyuz-2", Event.DOCK, "2001-06-01", KNOWN),
    planned("soyuz-2", Event.UNDOCK, "2001-12-01", KNOWN),
    planned("soyuz-2", Event.LAND, "2001-12-01", KNOWN),
)
FACTS = replace(
    FLOWN,
    people=(*FLOWN.people, replace(FLOWN.people[0], id="cid", name="Cid")),
    events=(*FLOWN.events, *PLANS),
    crew=(*FLOWN.crew, crew("cid", KNOWN), crew("cid", "2001-06-10", Status.WITHDRAWN)),
)


def chosen(until: str, facts: Facts = FACTS, as_of: str = AS_OF) -> Plan:
    """Tell what was flown, for the problem of a morning."""
    problem = published_problem(facts, STATION, day(as_of), day(until))
    return flown_plan(problem, facts, STATION)


def rides(plan: Plan) -> dict[str, tuple[str | None, str | None]]:
    """Give the ships of each stay."""
    return {stay.person: (stay.up, stay.down) for stay in plan.stays}


@pytest.mark.parametrize(
    ("until", "status"),
    [("2001-07-01", "waiting"), ("2001-07-02", "planned")],
    ids=["came-on-until", "came-the-day-before"],
)
def test_a_ship_that_came_after_the_horizon_waits(until: str, status: str) -> None:
    """It was published for the horizon, and slipped out of it: 1 July is not before 1 July."""
    ship = chosen(until).flight("soyuz-2")
    assert ship is not None
    assert ship.status == status
    assert ship.published["launch"] == day("2001-06-01")


def test_days_and_people_are_those_that_were() -> None:
    """Soyuz 2 a month late, home with Ann."""
    plan = chosen("2002-03-01")
    ship = plan.flight("soyuz-2")
    assert ship is not None
    assert (ship.launch_on, ship.dock_on) == (day("2001-07-01"), day("2001-07-01"))
    assert (ship.undock_on, ship.land_on) == (day("2002-01-10"), day("2002-01-10"))
    assert ship.crew_down == ("ann",)
    assert set(ship.changed) == {"launch", "undock", "crew_up", "crew_down"}
    assert rides(plan)["ann"] == ("soyuz-1", "soyuz-2")
    assert rides(plan)["bob"] == ("soyuz-1", "soyuz-1")


def test_people_whom_nobody_had_published_are_left_out() -> None:
    """Dee flew in Cid's place, of which nobody knew on 1 March; Cid stayed at home."""
    assert rides(chosen("2002-03-01")) == {
        "ann": ("soyuz-1", "soyuz-2"),
        "bob": ("soyuz-1", "soyuz-1"),
        "cid": (None, None),
    }


def test_a_ship_that_nobody_had_published_is_left_out() -> None:
    """The Progress became known as it flew."""
    assert {one.flight for one in chosen("2002-03-01").flights} == {"soyuz-1", "soyuz-2"}
    later = chosen("2002-03-01", as_of="2001-04-02")
    assert {one.flight for one in later.flights} == {"progress-1", "soyuz-1", "soyuz-2"}


@pytest.mark.parametrize(
    ("until", "home"),
    [
        pytest.param("2001-06-20", "soyuz-1", id="her-ship-home-has-not-come"),
        pytest.param("2001-07-10", "soyuz-1", id="both-ships-are-there"),
        pytest.param("2001-07-11", "soyuz-2", id="the-published-one-left-without-her"),
        pytest.param("2002-01-10", "soyuz-2", id="her-ship-leaves-on-until"),
        pytest.param("2002-01-11", "soyuz-2", id="her-ship-left-before"),
    ],
)
def test_whoever_went_home_beyond_the_horizon_goes_as_published(until: str, home: str) -> None:
    """Unless that would send Ann home in Soyuz 1 within it: it left on 10 July without her."""
    plan = chosen(until)
    assert rides(plan)["ann"] == ("soyuz-1", home)
    ship = plan.flight("soyuz-1")
    assert ship is not None
    assert ship.crew_down == (("bob",) if home == "soyuz-2" else ("ann", "bob"))


def test_whoever_is_left_behind_by_all_ships_of_the_horizon_stays() -> None:
    """Ann went home in a Soyuz 2 that nobody had published; up to New Year she is aboard."""
    unheard = replace(FACTS, events=FLOWN.events)
    assert rides(chosen("2001-12-31", unheard))["ann"] == ("soyuz-1", None)


def test_a_published_way_home_in_a_ship_that_waits() -> None:
    """Up to 20 June she was to land in Soyuz 2, which has not come."""
    facts = replace(FACTS, crew=(*FACTS.crew, plan_down("soyuz-2", "ann", "2001-02-01")))
    assert rides(chosen("2001-06-20", facts))["ann"] == ("soyuz-1", None)


THIRD = world(soyuz(3, "2002-01-20", "2002-06-20", "ann"))
WITH_THIRD = replace(
    FACTS,
    flights=(*FACTS.flights, *THIRD.flights),
    events=(
        *FACTS.events,
        *THIRD.events,
        planned("soyuz-3", Event.LAUNCH, "2002-01-20", KNOWN),
        planned("soyuz-3", Event.UNDOCK, "2002-06-20", KNOWN),
    ),
    crew=(*FACTS.crew, *THIRD.crew),
)


def test_another_stay_of_the_same_person_is_not_this_one() -> None:
    """Ann comes back in Soyuz 3, which is published; the plan is about the stay that goes on."""
    plan = chosen("2002-03-01", WITH_THIRD)
    assert rides(plan)["ann"] == ("soyuz-1", "soyuz-2")
    third = plan.flight("soyuz-3")
    assert third is not None
    assert (third.status, third.crew_up) == ("planned", ())


@pytest.mark.parametrize(
    ("until", "home"),
    [
        pytest.param("2002-01-01", "soyuz-2", id="both-leave-later"),
        pytest.param("2002-01-11", None, id="hers-has-not-come"),
        pytest.param("2002-06-20", "soyuz-3", id="hers-leaves-on-until"),
        pytest.param("2002-06-21", "soyuz-3", id="hers-left-before"),
    ],
)
def test_whoever_comes_and_leaves_beyond_the_horizon(until: str, home: str | None) -> None:
    """Dee was to land in Soyuz 3, and did; Soyuz 2, in which she came, left on 10 January."""
    rows = (crew("dee", KNOWN), plan_down("soyuz-3", "dee", "2001-02-01"))
    landed = CrewFact("soyuz-3", "dee", "down", "", Status.ACTUAL, None)
    facts = replace(WITH_THIRD, crew=(*WITH_THIRD.crew, *rows, landed))
    assert rides(chosen(until, facts))["dee"] == ("soyuz-2", home)


def test_ports_are_those_that_were_flown() -> None:
    """Soyuz 1 was moved on 1 May; a move published for 1 June was never made."""
    on = day("2001-05-01")
    move = EventFact("soyuz-1", Event.RELOCATE, "poisk-zenith", on, Status.ACTUAL, on)
    never = replace(move, port="prichal-nadir", on=day("2001-06-01"), status=Status.PLANNED)
    facts = replace(FACTS, events=(*FACTS.events, move, never))
    flights = flown_flights(facts, STATION)
    voyage = flown_voyages(facts, flights, flown_rides(facts, flights))["soyuz-1"]
    assert voyage.ports == (
        PortStay("rassvet-nadir", day("2001-01-01"), day("2001-05-01")),
        PortStay("poisk-zenith", day("2001-05-01"), day("2001-07-10")),
    )


def test_all_is_known_on_the_morning_after_the_last_row() -> None:
    """The landing of Soyuz 2 on 10 January 2002, or a row of any kind that is newer."""
    assert told_on(FACTS) == day("2002-01-11")
    newer = replace(FACTS, crew=(*FACTS.crew, crew("cid", "2002-01-20")))
    assert told_on(newer) == day("2002-01-21")
