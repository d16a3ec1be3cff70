"""Flights created from cadences: days, ids, crews and ports, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.domain import (
    Cadence,
    Demand,
    DemandKind,
    Facts,
    Person,
    PortCall,
    Problem,
    Standing,
    Traveller,
    Uncrewed,
    created_flights,
    last_launch,
    published_problem,
    with_cadences,
)
from tests.builders import Trip, make_facts, make_station

AS_OF, UNTIL = date(2030, 1, 1), date(2031, 1, 1)
SOYUZ = Cadence("soyuz", "soyuz-ms", 180, "soyuz", crew=("Roscosmos", "NASA"), at="fresh.yaml:6")
PROGRESS = Cadence("progress", "progress-ms", 150, stay_days=120)


def posed(facts: Facts | None = None) -> Problem:
    """Pose a year, by default with an empty station that nobody has published a flight to."""
    return published_problem(facts or Facts(), make_station(), AS_OF, UNTIL)


def days(problem: Problem, *cadences: Cadence) -> list[tuple[str, ...]]:
    """Give launch, dock, undock and landing of all flights, in order of id; later ones last."""
    made = with_cadences(problem, cadences)
    return [
        tuple(map(str, (f.id, f.launch_on, f.dock_on, f.undock_on, f.land_on)))
        for f in (*made.flights.values(), *made.later)
    ]


def without_end(facts: Facts, *flights: str) -> Facts:
    """Leave out what was published of the end of some flights."""
    kept = (r for r in facts.events if r.flight not in flights or r.event in ("launch", "dock"))
    return replace(facts, events=tuple(kept))


def test_a_line_is_relieved_with_the_wished_overlap() -> None:
    """Every 180 days from 1 January on: 30 June (180), 27 December (360), 25 June 2031 (540).

    A crew leaves 7 days after its relief has docked. The flight of 2031 comes later; 180 days
    after it somebody would relieve it on 22 December 2031.
    """
    assert days(posed(), SOYUZ) == [
        ("soyuz-2030-1", "2030-01-01", "2030-01-01", "2030-07-07", "2030-07-07"),
        ("soyuz-2030-2", "2030-06-30", "2030-06-30", "2031-01-03", "2031-01-03"),
        ("soyuz-2030-3", "2030-12-27", "2030-12-27", "2031-07-02", "2031-07-02"),
        ("soyuz-2031-1", "2031-06-25", "2031-06-25", "2031-12-29", "2031-12-29"),
    ]


def test_ships_of_no_line_stay_their_days() -> None:
    """Two days under way, 120 docked; nothing is created from the end of the horizon on.

    150 days after 1 January is 31 May, 300 days after it 28 October; 450 lie beyond 2030.
    3 January and 120 days is 3 May, 2 June and 120 days 30 September, 30 October and 120 days
    27 February.
    """
    assert days(posed(), PROGRESS) == [
        ("progress-2030-1", "2030-01-01", "2030-01-03", "2030-05-03", "2030-05-03"),
        ("progress-2030-2", "2030-05-31", "2030-06-02", "2030-09-30", "2030-09-30"),
        ("progress-2030-3", "2030-10-28", "2030-10-30", "2031-02-27", "2031-02-27"),
    ]


def test_ships_of_no_line_without_a_stay_leave_at_the_end_of_their_life() -> None:
    """A Progress lives 380 days and lands on the day it undocks: 16 January after 1 January.

    After 31 May that is 15 June of the next year, after 28 October 12 November.
    """
    lasting = replace(PROGRESS, stay_days=None)
    assert [row[3] for row in days(posed(), lasting)] == ["2031-01-16", "2031-06-15", "2031-11-12"]


def test_ships_of_a_line_leave_by_their_relief_whatever_stay_is_given() -> None:
    """A stay in days is for ships of no line."""
    assert days(posed(), replace(SOYUZ, stay_days=30)) == days(posed(), SOYUZ)


def test_a_landing_takes_its_days() -> None:
    """A Dragon docks the day after and lands the day after: 20 July + 1 + 7 = 28 July, then 29."""
    dragon = Cadence("dragon", "crew-dragon", 200, "dragon", crew=("NASA",))
    first = ("dragon-2030-1", "2030-01-01", "2030-01-02", "2030-07-28", "2030-07-29")
    assert days(posed(), dragon)[0] == first


def test_a_crew_that_nobody_is_wished_to_relieve_stays_to_the_end_of_its_life() -> None:
    """Ready days alone say nothing of what comes after: 1 February and 210 days is 30 August."""
    last = replace(SOYUZ, every_days=None, ready_on=(date(2030, 2, 1),))
    assert days(posed(), last) == [
        ("soyuz-2030-1", "2030-02-01", "2030-02-01", "2030-08-30", "2030-08-30")
    ]


def test_the_last_day_of_the_horizon_is_in_it() -> None:
    """A launch wished on 31 December is planned, one on 1 January 2031 comes later or not."""
    for day, standings in (
        (date(2030, 12, 31), [Standing.PLANNED, Standing.LATER]),
        (UNTIL, [Standing.LATER]),
    ):
        created = created_flights(posed(), replace(SOYUZ, from_on=day))
        assert [one.flight.standing for one in created] == standings
        cargo = created_flights(posed(), replace(PROGRESS, from_on=day))
        assert len(cargo) == len(standings) - 1


def test_created_flights_begin_after_the_published_ones() -> None:
    """1 February and 180 days is 31 July; another line's flight does not count."""
    facts = make_facts(
        Trip(flight="soyuz-7", days=("2030-02-01", "2030-02-01", "2030-08-07", "2030-08-07")),
        Trip(flight="crew-9", days=("2030-05-01", "2030-05-02", "2030-09-01", "2030-09-02"),
             vehicle_type="crew-dragon", line="dragon", port="harmony-zenith"),
    )  # fmt: skip
    problem = posed(facts)
    assert last_launch(problem, SOYUZ) == date(2030, 2, 1)
    assert [row[:2] for row in days(problem, SOYUZ)] == [
        ("crew-9", "2030-05-01"),
        ("soyuz-2030-1", "2030-07-31"),
        ("soyuz-7", "2030-02-01"),
        ("soyuz-2031-1", "2031-01-27"),  # 181 + 30 + 180 = 391 = 365 + 26
    ]


def test_a_published_flight_beyond_the_horizon_counts_as_published() -> None:
    """Nothing is created before it: the line is published up to there."""
    facts = make_facts(
        Trip(flight="soyuz-8", days=("2031-02-01", "2031-02-01", "2031-08-01", "2031-08-01"))
    )
    # 1 February 2031 and 180 days
    assert [row[:2] for row in days(posed(facts), SOYUZ)] == [
        ("soyuz-2031-1", "2031-07-31"),
        ("soyuz-8", "2031-02-01"),
    ]


def test_open_ends_follow_the_cadence() -> None:
    """Where no undocking is published: a crew waits for its relief, a cargo ship stays its days.

    1 October and 180 days is 30 March, and 7 days of overlap 6 April. 3 December and 120 days is
    2 April. What is published, and what `published` tells, stays.
    """
    facts = make_facts(
        Trip(flight="soyuz-1", days=("2029-10-01", "2029-10-01", "2030-05-01", "2030-05-01"),
             crew=("ann",), flown=2),
        Trip(flight="progress-1", days=("2029-12-01", "2029-12-03", "2030-06-01", "2030-06-01"),
             vehicle_type="progress-ms", line=None, port="poisk-zenith", flown=2),
    )  # fmt: skip
    kept = with_cadences(posed(facts), (SOYUZ, PROGRESS)).flights
    assert str(kept["soyuz-1"].undock_on) == "2030-05-01"
    assert str(kept["progress-1"].undock_on) == "2030-06-01"
    opened = with_cadences(
        posed(without_end(facts, "soyuz-1", "progress-1")), (SOYUZ, PROGRESS)
    ).flights
    assert str(opened["soyuz-2030-1"].launch_on) == "2030-03-30"
    assert str(opened["soyuz-1"].undock_on) == "2030-04-06"
    assert opened["soyuz-1"].published.undock_on is None
    assert str(opened["progress-1"].undock_on) == "2030-04-02"
    assert str(opened["progress-1"].land_on) == "2030-04-02"


def test_a_stay_that_is_over_ends_this_morning() -> None:
    """A cargo ship of last spring is overdue; it cannot leave before the morning of planning."""
    trip = Trip(flight="progress-1", days=("2029-03-01", "2029-03-03", "2030-06-01", "2030-06-01"),
                vehicle_type="progress-ms", line=None, port="poisk-zenith", flown=2)  # fmt: skip
    facts = without_end(make_facts(trip), "progress-1")
    assert with_cadences(posed(facts), [PROGRESS]).flights["progress-1"].undock_on == AS_OF


def test_ids_that_are_taken_are_passed_over() -> None:
    """A published flight keeps its id, and numbers go on; one not known yet takes none."""
    facts = make_facts(
        Trip(flight="soyuz-2030-1", days=("2030-01-05", "2030-01-05", "2030-07-05", "2030-07-05")),
        Trip(flight="soyuz-2030-2", days=("2030-02-05", "2030-02-05", "2030-08-05", "2030-08-05"),
             known_on="2030-01-01"),
    )  # fmt: skip
    # 5 January and 180 days is 4 July, and 180 more 31 December
    assert [row[:2] for row in days(posed(facts), SOYUZ)] == [
        ("soyuz-2030-1", "2030-01-05"),
        ("soyuz-2030-2", "2030-07-04"),
        ("soyuz-2030-3", "2030-12-31"),
        ("soyuz-2031-1", "2031-06-29"),
    ]
    twins = with_cadences(posed(facts), (SOYUZ, replace(SOYUZ, line="dragon")))
    assert len({*twins.flights, *(flight.id for flight in twins.later)}) == 1 + 3 + 4


def test_crews_are_unnamed_people_of_their_agencies() -> None:
    """They are travellers, planned home on the ship that brings them; one of 2031 is none yet."""
    problem = with_cadences(posed(), [SOYUZ])
    flight = problem.flights["soyuz-2030-1"]
    assert (flight.name, flight.crew) == ("Soyuz 2030-1", ("soyuz-2030-1-1", "soyuz-2030-1-2"))
    assert flight.uncrewed is Uncrewed.FORBIDDEN
    assert problem.people["soyuz-2030-1-2"] == Person(
        "soyuz-2030-1-2", "Soyuz 2030-1/2", "NASA", source="fresh.yaml:6"
    )
    assert problem.travellers["soyuz-2030-1-1"] == Traveller(
        person="soyuz-2030-1-1",
        up="soyuz-2030-1",
        down="soyuz-2030-1",
        is_aboard=False,
        launched_on=AS_OF,
        planned_to_on=date(2030, 7, 7),
    )
    assert len(problem.travellers) == 3 * 2
    assert len(problem.people) == 4 * 2


def test_readiness_is_a_demand_with_the_place_of_the_cadence() -> None:
    """So a ship may launch before its wished day, but not before it is ready."""
    problem = with_cadences(posed(), [replace(SOYUZ, ready_days_early=10, why="as hulls come")])
    # 20 June and 17 December are 10 days before the wished launches; nothing of what comes later
    assert [(d.subject, str(d.day)) for d in problem.demands] == [
        ("soyuz-2030-1", "2030-01-01"),
        ("soyuz-2030-2", "2030-06-20"),
        ("soyuz-2030-3", "2030-12-17"),
    ]
    assert problem.demands[1] == Demand(
        DemandKind.EARLIEST_LAUNCH,
        "soyuz-2030-2",
        "fresh.yaml:6",
        day=date(2030, 6, 20),
        why="as hulls come",
    )
    assert problem.flights["soyuz-2030-2"].has_readiness
    assert not problem.later[0].has_readiness


def test_ports_are_wished_in_turn() -> None:
    """The third flight is meant for the first port again; without any, none is wished."""
    cadence = replace(SOYUZ, ports=("poisk-zenith", "rassvet-nadir"))
    calls = [one.flight.calls for one in created_flights(posed(), cadence)]
    assert calls[:3] == [
        (PortCall("poisk-zenith", date(2030, 1, 1)),),
        (PortCall("rassvet-nadir", date(2030, 6, 30)),),
        (PortCall("poisk-zenith", date(2030, 12, 27)),),
    ]
    assert created_flights(posed(), SOYUZ)[0].flight.calls == ()


def test_published_days_are_the_wished_ones() -> None:
    """All that comes after treats a created flight like any other."""
    flight = with_cadences(posed(), [PROGRESS]).flights["progress-2030-1"]
    assert {event: str(day) for event, day in flight.published.days.items()} == {
        "launch": "2030-01-01",
        "dock": "2030-01-03",
        "undock": "2030-05-03",
        "land": "2030-05-03",
    }
    assert (flight.cadence, flight.pad, flight.uncrewed) == (
        "progress",
        "baikonur-31",
        Uncrewed.ALLOWED,
    )


@pytest.mark.parametrize("every_days", [1, 2, 7, 30])
def test_a_year_is_filled(every_days: int) -> None:
    """Of 365 days every n-th, the first included."""
    cadence = replace(PROGRESS, every_days=every_days)
    assert len(created_flights(posed(), cadence)) == -(-365 // every_days)
