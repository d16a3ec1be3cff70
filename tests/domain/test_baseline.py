"""A plan as facts: what is published, what is withdrawn; planning again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    FlightPlan,
    Plan,
    PortStay,
    Run,
    Status,
    Stay,
    accepted_edition,
    planned_edition,
    published_problem,
    unsaid,
)
from scheduler.units import add_days
from tests.builders import Trip, make_facts, make_run, make_station
from tests.referee.comparing import solved
from tests.referee.stations import AS_OF
from tests.referee.worlds import make_facts_of_world

MORNING, ON = date(2023, 1, 12), date(2023, 1, 11)
FACTS = make_facts(
    Trip(
        flight="soyuz-1",
        days=("2022-09-21", "2022-09-21", "2023-03-28", "2023-03-28"),
        crew=("ann",),
        flown=2,
    ),
    Trip(
        flight="soyuz-2",
        days=("2023-03-16", "2023-03-16", "2023-09-27", "2023-09-27"),
        crew=("bob",),
        port="poisk-zenith",
    ),
)
STATION = make_station()
SOYUZ_1 = FlightPlan(
    "soyuz-1",
    "soyuz-ms",
    "docked",
    date(2022, 9, 21),
    date(2022, 9, 21),
    date(2023, 3, 28),
    date(2023, 3, 28),
    (PortStay("rassvet-nadir", date(2022, 9, 21), date(2023, 3, 28)),),
    ("ann",),
    (),
)
SOYUZ_2 = FlightPlan(
    "soyuz-2",
    "soyuz-ms",
    "planned",
    date(2023, 2, 20),
    date(2023, 2, 20),
    date(2023, 9, 27),
    date(2023, 9, 27),
    (
        PortStay("poisk-zenith", date(2023, 2, 20), date(2023, 4, 6)),
        PortStay("rassvet-nadir", date(2023, 4, 6), date(2023, 9, 27)),
    ),
    (),
    ("ann",),
)
ANN = Stay("ann", "soyuz-1", "soyuz-2", date(2022, 9, 21), date(2023, 9, 27), 371, None, 183)
BOB = Stay("bob", None, None, None, None, None, None, None)
LEAK = make_run(plan=Plan((SOYUZ_1, SOYUZ_2), (ANN, BOB)))


def accepted(run: Run, facts: Facts = FACTS, known_on: date = ON) -> Facts:
    """Add the rows of a run to facts, as accepted on a day."""
    problem = published_problem(facts, STATION, run.as_of, run.until)
    return accepted_edition(run, problem, facts, STATION, known_on, "agreed").over(facts)


def event_rows(facts: Facts) -> list[tuple[str, str, str, str | None, str]]:
    """Tell the event rows of an edition in brief."""
    return [(r.flight, r.event.value, str(r.on), r.port, r.status.value) for r in facts.events]


def crew_rows(facts: Facts) -> list[tuple[str, str, str, str]]:
    """Tell the crew rows of an edition in brief."""
    return [(r.flight, r.person, r.leg, r.status.value) for r in facts.crew]


def test_what_lies_ahead_is_planned() -> None:
    """Of the docked ship its leaving, of the other all; a ride down where it is another ship."""
    edition = planned_edition(LEAK, ON, "agreed", {"bob": "commander"})
    assert event_rows(edition.over(Facts())) == [
        ("soyuz-1", "undock", "2023-03-28", None, "planned"),
        ("soyuz-1", "land", "2023-03-28", None, "planned"),
        ("soyuz-2", "launch", "2023-02-20", None, "planned"),
        ("soyuz-2", "dock", "2023-02-20", "poisk-zenith", "planned"),
        ("soyuz-2", "relocate", "2023-04-06", "rassvet-nadir", "planned"),
        ("soyuz-2", "undock", "2023-09-27", None, "planned"),
        ("soyuz-2", "land", "2023-09-27", None, "planned"),
    ]
    assert crew_rows(edition.over(Facts())) == [("soyuz-2", "ann", "down", "planned")]
    for rows in (edition.events, edition.crew):
        assert {(row.source, row.known_on) for row in rows} == {("agreed", ON)}


def test_a_crew_that_loses_its_ship_is_withdrawn() -> None:
    """Nobody goes up on Soyuz 2 any more; the row that said so stays where it was."""
    after = accepted(LEAK)
    assert after.crew[: len(FACTS.crew)] == FACTS.crew
    assert crew_rows(after)[len(FACTS.crew) :] == [
        ("soyuz-2", "ann", "down", "planned"),
        ("soyuz-2", "bob", "up", "withdrawn"),
    ]


def test_the_earlier_baseline_is_there_the_day_before() -> None:
    """As of the run's own morning nothing has changed; from the next one on the plan holds."""
    after = accepted(LEAK)
    for as_of in (LEAK.as_of, date(2022, 12, 1)):
        assert published_problem(after, STATION, as_of, LEAK.until) == published_problem(
            FACTS, STATION, as_of, LEAK.until
        )
    problem = published_problem(after, STATION, MORNING, LEAK.until)
    assert problem.flights["soyuz-2"].launch_on == date(2023, 2, 20)
    assert problem.flights["soyuz-2"].crew == ()
    assert problem.travellers["ann"].down == "soyuz-2"
    assert list(unsaid(LEAK, after, STATION, ON)) == []


def test_accepted_twice_is_accepted_once() -> None:
    """The second time no row is new."""
    once = accepted(LEAK)
    assert accepted(LEAK, once) == once


def test_a_relocation_and_a_ride_down_that_fall_away_are_withdrawn() -> None:
    """Back to the first plan: Soyuz 2 stays at its port, Ann lands on the ship that brought her."""
    once = accepted(LEAK)
    stay = replace(ANN, down="soyuz-1", to_on=SOYUZ_1.undock_on)
    ports = (PortStay("poisk-zenith", date(2023, 3, 16), date(2023, 9, 27)),)
    back = replace(
        LEAK,
        as_of=MORNING,
        plan=Plan(
            (
                replace(SOYUZ_1, crew_down=("ann",)),
                replace(
                    SOYUZ_2,
                    launch_on=date(2023, 3, 16),
                    dock_on=date(2023, 3, 16),
                    ports=ports,
                    crew_up=("bob",),
                    crew_down=("bob",),
                ),
            ),
            (stay, replace(BOB, up="soyuz-2", down="soyuz-2")),
        ),
    )
    twice = accepted(back, once, MORNING)
    new = len(once.crew)
    assert crew_rows(twice)[new:] == [
        ("soyuz-2", "bob", "up", "planned"),
        ("soyuz-2", "ann", "down", "withdrawn"),
    ]
    gone = [row for row in event_rows(twice) if row[4] == "withdrawn"]
    assert [row[:2] for row in gone] == [("soyuz-2", "relocate")]
    problem = published_problem(twice, STATION, add_days(MORNING, 1), LEAK.until)
    assert problem.travellers["ann"].down == "soyuz-1"
    assert len(problem.flights["soyuz-2"].calls) == 1


def test_a_flight_that_waits_without_a_day_is_withdrawn() -> None:
    """Its four events are taken back, and so is the ride of its crew."""
    waiting = FlightPlan("soyuz-2", "soyuz-ms", "waiting", None, None, None, None)
    after = accepted(make_run(plan=Plan((SOYUZ_1, waiting), (BOB,))))
    gone = [row[1] for row in event_rows(after) if row[4] == "withdrawn"]
    assert gone == ["launch", "dock", "undock", "land"]
    assert "soyuz-2" not in published_problem(after, STATION, MORNING, LEAK.until).flights


def test_what_has_happened_as_planned_needs_no_row() -> None:
    """Accepted a day after Soyuz 2 was launched as planned."""
    launched_on = date(2023, 2, 20)
    row = EventFact("soyuz-2", Event.LAUNCH, None, launched_on, Status.ACTUAL, launched_on)
    after = accepted(LEAK, replace(FACTS, events=(*FACTS.events, row)), add_days(launched_on, 1))
    assert event_rows(after).count(("soyuz-2", "launch", "2023-02-20", None, "planned")) == 0
    assert list(unsaid(LEAK, after, STATION, add_days(launched_on, 1))) == []


def test_what_has_happened_otherwise_is_told() -> None:
    """Soyuz 2 was launched four days later: the plan cannot be the baseline any more."""
    launched_on = date(2023, 2, 24)
    row = EventFact("soyuz-2", Event.LAUNCH, None, launched_on, Status.ACTUAL, launched_on)
    after = accepted(LEAK, replace(FACTS, events=(*FACTS.events, row)), launched_on)
    assert list(unsaid(LEAK, after, STATION, launched_on)) == [
        "soyuz-2: the launch is planned for 2023-02-20, but happened on 2023-02-24."
    ]


def test_facts_that_say_something_else_are_told() -> None:
    """Before the acceptance: the launch, the docking, and the ride home of Ann."""
    assert list(unsaid(LEAK, FACTS, STATION, ON)) == [
        "soyuz-2: the launch is planned for 2023-02-20, but is published for 2023-03-16.",
        "soyuz-2: the dock is planned for 2023-02-20, but is published for 2023-03-16.",
        "ann: lands on soyuz-1 as published, but on soyuz-2 as planned.",
    ]


def test_roles_go_with_people() -> None:
    """Whoever commanded one ship does so on the next."""
    rides = tuple(replace(r, role="commander") for r in FACTS.crew)
    run = make_run(plan=Plan((SOYUZ_1, replace(SOYUZ_2, crew_up=("bob",))), ()))
    after = accepted(run, replace(FACTS, crew=rides))
    row = CrewFact("soyuz-2", "bob", "up", "commander", Status.PLANNED, ON, "agreed")
    assert row in after.crew


@pytest.mark.parametrize("seed", range(40))
def test_planning_again_changes_nothing(seed: int) -> None:
    """Accepted on the eve, a plan is planned again as it is: the goal ``change`` is 0.

    Where a plan leaves somebody aboard without a ship home, facts have no words for that.
    """
    world = make_facts_of_world(seed, is_troubled=seed % 2 == 0)
    problem = published_problem(world.facts, world.station, AS_OF, world.until)
    first = solved(problem)
    if first.plan is None or any(stay.from_on and not stay.down for stay in first.plan.stays):
        return
    run = replace(make_run(plan=first.plan), as_of=AS_OF, until=world.until)
    eve = add_days(AS_OF, -1)
    edition = accepted_edition(run, problem, world.facts, world.station, eve, "agreed")
    after = edition.over(world.facts)
    assert list(unsaid(run, after, world.station, eve)) == []
    again = solved(published_problem(after, world.station, AS_OF, world.until))
    [change] = [goal for goal in again.goals if goal.goal == "change"]
    assert [part.value for part in change.parts] == [0, 0, 0]
    before = published_problem(world.facts, world.station, eve, world.until)
    assert published_problem(after, world.station, eve, world.until) == before
