"""The flown record of a small world: one problem and one plan, stays told apart."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import Health, HealthFact, SeatFact, Standing
from scheduler.history import flown_record
from scheduler.history.record import person_of
from tests.history.recorded import CARGO, LONG_BEFORE, SHIPS, SOUND, STATION, days
from tests.history.worlds import day, plan_down, soyuz, world


def test_it_begins_with_the_first_crew() -> None:
    """On 1 January 2001; a ship that was there stays, one that left on that day plays no part.

    It ends on the morning after the last landing, of 3 August 2002.
    """
    problem = flown_record(SOUND, STATION).problem
    assert (problem.as_of, problem.until) == (day("2001-01-01"), day("2002-08-04"))
    assert {ship: flight.standing for ship, flight in problem.flights.items()} == {
        "progress-1": Standing.DOCKED,
        "soyuz-1": Standing.DOCKED,
        "soyuz-2": Standing.PLANNED,
        "soyuz-3": Standing.PLANNED,
    }


def test_stays_of_one_person_are_told_apart() -> None:
    """Ann is two travellers: aboard as it begins, and to come; of others there is one."""
    problem = flown_record(SOUND, STATION).problem
    rides = {who: (one.up, one.down, one.is_aboard) for who, one in problem.travellers.items()}
    assert rides == {
        "ann#1": ("soyuz-1", "soyuz-1", True),
        "ann#2": ("soyuz-3", "soyuz-3", False),
        "bob": ("soyuz-1", "soyuz-1", True),
        "cid": ("soyuz-2", "soyuz-2", False),
        "dee": ("soyuz-2", "soyuz-2", False),
        "eve": ("soyuz-3", "soyuz-3", False),
    }
    assert {problem.people[stay].name for stay in ("ann#1", "ann#2")} == {"Ann"}
    assert [person_of(stay) for stay in ("ann#1", "ann#12", "bob")] == ["ann", "ann", "bob"]


def test_each_stay_is_that_of_its_ships() -> None:
    """190 days from 1 January to 10 July 2001, then 210 from 5 January to 3 August 2002.

    Of 2001 there are 31 + 28 + 31 + 30 + 31 + 30 days to 1 July, and 9; of 2002, after 26 of
    January, 28 + 31 + 30 + 31 + 30 + 31, and 3.
    """
    stays = {stay.person: stay for stay in flown_record(SOUND, STATION).plan.stays}
    assert (stays["ann#1"].days, stays["ann#2"].days) == (190, 210)
    assert days(stays["ann#1"].from_on, stays["ann#1"].to_on) == ("2001-01-01", "2001-07-10")
    assert days(stays["ann#2"].from_on, stays["ann#2"].to_on) == ("2002-01-05", "2002-08-03")
    assert stays["ann#1"].extension_days == 0  # what was flown is what was asked for


def test_who_went_home_in_another_ship() -> None:
    """Bob came with the first ship and left with the second; Ann's second stay is as it was."""
    facts = world(LONG_BEFORE, CARGO, *SHIPS, down={"soyuz-2": "bob"})
    found = {stay.person: stay for stay in flown_record(facts, STATION).plan.stays}
    stays = {person: (stay.up, stay.down) for person, stay in found.items()}
    assert stays["bob"] == ("soyuz-1", "soyuz-2")
    assert (stays["ann#1"], stays["ann#2"]) == (("soyuz-1",) * 2, ("soyuz-3",) * 2)
    assert found["bob"].extension_days == 0  # it was asked that he land with the second


def test_a_seat_is_moved_in_the_stay_in_which_it_was_moved() -> None:
    """On 5 July 2001 Ann's first stay, on 8 January 2002 her second; a G0 seat fits her for good.

    A seat row of 1 December 2001, between her stays, is of neither.
    """
    rows = (
        SeatFact("ann", "soyuz-2", day("2001-07-05"), "G1", day("2001-07-05")),
        SeatFact("ann", "soyuz-1", day("2001-12-01"), "G0", day("2001-12-01")),
        SeatFact("ann", "soyuz-2", day("2002-01-08"), "G0", day("2002-01-08")),
    )
    record = flown_record(replace(SOUND, seats=rows), STATION)
    seats = {
        stay: [
            (row.flight, *days(row.from_on, row.to_on))
            for row in record.plan.seats
            if row.person == stay
        ]
        for stay in ("ann#1", "ann#2")
    }
    assert seats["ann#1"] == [
        ("soyuz-1", "2001-01-01", "2001-07-05"),
        ("soyuz-2", "2001-07-05", "2001-07-10"),
    ]
    assert seats["ann#2"] == [
        ("soyuz-3", "2002-01-05", "2002-01-08"),
        ("soyuz-2", "2002-01-08", "2002-01-10"),
        (None, "2002-01-10", "2002-08-03"),  # soyuz-2 has left, and nobody moved it back
    ]
    fitted = {who: one.fitted_in for who, one in record.problem.travellers.items()}
    assert (fitted["ann#1"], fitted["ann#2"]) == ((), ("soyuz-2",))


def test_what_became_known_after_the_last_event_counts() -> None:
    """The ship that is still there was found unsound on the day after the last docking.

    All is known on the morning of 8 January 2002, so two days of it are judged.
    """
    here = soyuz(3, "2002-01-05", "", "ann eve")
    facts = world(*SHIPS[:1], here)
    leak = HealthFact("soyuz-3", day("2002-01-06"), Health.EMERGENCY_ONLY, 1, day("2002-01-07"))
    record = flown_record(replace(facts, health=(leak,)), STATION)
    assert record.problem.until == day("2002-01-08")
    worst = [(s.person, s.grade.name, *days(s.from_on, s.to_on)) for s in record.plan.seats]
    assert worst[-2:] == [
        ("eve", "G0", "2002-01-05", "2002-01-06"),
        ("eve", "G4", "2002-01-06", "2002-01-08"),
    ]


def test_planned_ways_home_are_no_rides() -> None:
    """Bob was to go home in Soyuz 2, but Soyuz 1 took him: a withdrawn plan says nothing."""
    plans = (
        plan_down("soyuz-2", "bob", "2001-02-01"),
        plan_down("soyuz-2", "bob", "2001-03-01", withdrawn=True),
    )
    facts = replace(SOUND, crew=(*SOUND.crew, *plans))
    assert flown_record(facts, STATION).problem.travellers["bob"].down == "soyuz-1"
