"""The record: what a plan says of itself, held to the facts and to its other parts.

The plan is that of the small leak: Soyuz 1 docked and damaged, Soyuz 2 up empty on 25 May and
home with the crew of Soyuz 1 on 21 December, Soyuz 3 beyond the horizon with the crew of Soyuz 2.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scheduler.audit.record import check_record
from scheduler.domain import FlightPlan, Plan, PortStay, Problem, Run, Standing, Stay
from scheduler.planning import Case


@pytest.fixture
def problem(leak: Case) -> Problem:
    """Give the problem of the small leak."""
    return leak.problem


@pytest.fixture
def made(leak_run: Run) -> Plan:
    """Give the plan of the small leak."""
    assert leak_run.plan is not None
    return leak_run.plan


def flight(made: Plan, name: str, **changes: Any) -> Plan:  # noqa: ANN401  (any attribute)
    """Change one flight of a plan."""
    flights = tuple(replace(one, **changes) if one.flight == name else one for one in made.flights)
    return replace(made, flights=flights)


def stay(made: Plan, person: str, **changes: Any) -> Plan:  # noqa: ANN401  (any attribute)
    """Change one stay of a plan."""
    stays = tuple(replace(one, **changes) if one.person == person else one for one in made.stays)
    return replace(made, stays=stays)


def texts(made: Plan, problem: Problem) -> list[str]:
    """List what the record finds."""
    return [f"{finding.ref}: {finding.text}" for finding in check_record(made, problem)]


def test_our_own_plan_is_in_order(made: Plan, problem: Problem) -> None:
    """Nothing is found in what the solver made."""
    assert texts(made, problem) == []


@pytest.mark.parametrize(
    ("name", "changes", "told"),
    [
        pytest.param(
            "soyuz-1",
            {"launch_on": date(2023, 1, 9)},
            "facts: soyuz-1 launched on 2023-01-10; the plan states 2023-01-09.",
            id="past-launch",
        ),
        pytest.param(
            "soyuz-1",
            {"crew_up": ("bykov", "carter", "dorin")},
            "facts: The crew that came up in soyuz-1 is another.",
            id="past-crew",
        ),
        pytest.param(
            "soyuz-1",
            {"status": "planned"},
            "facts: soyuz-1 is docked; the plan calls it planned.",
            id="docked-as-planned",
        ),
        pytest.param(
            "soyuz-2",
            {"status": "cancelled"},
            "facts: soyuz-2 is planned; the plan calls it cancelled.",
            id="planned-as-cancelled",
        ),
        pytest.param(
            "soyuz-3",
            {"status": "planned"},
            "facts: soyuz-3 is later; the plan calls it planned.",
            id="later-as-planned",
        ),
        pytest.param(
            "soyuz-2",
            {"vehicle_type": "progress-ms"},
            "facts: soyuz-2 is a soyuz-ms; the plan states progress-ms.",
            id="type",
        ),
        pytest.param(
            "soyuz-2",
            {"published": {"launch": date(2023, 6, 10)}},
            "facts: The published dates of soyuz-2 are told wrongly.",
            id="published-left-out",
        ),
        pytest.param(
            "soyuz-3",
            {"published": {}},
            "facts: The published dates of soyuz-3 are told wrongly.",
            id="published-of-a-later-one",
        ),
        pytest.param(
            "soyuz-1",
            {"changed": ()},
            "facts: soyuz-1 changes crew_down of what is published; the plan states nothing.",
            id="changes-left-out",
        ),
        pytest.param(
            "soyuz-1",
            {"changed": ("crew_down", "crew_down")},
            "facts: soyuz-1 changes crew_down of what is published; the plan states crew_down, "
            "crew_down.",
            id="changes-twice",
        ),
        pytest.param(
            "soyuz-2",
            {"dock_on": date(2023, 5, 28)},
            "TR-3: soyuz-2 docks on 2023-05-28; from its launch it takes 0 days.",
            id="transit",
        ),
        pytest.param(
            "soyuz-2",
            {"land_on": date(2023, 12, 22)},
            "VL-3: soyuz-2 lands on 2023-12-22; from undocking it takes 0 days.",
            id="return",
        ),
        pytest.param(
            "soyuz-2",
            {"undock_on": None},
            "facts: soyuz-2 flies without all of its dates.",
            id="no-day",
        ),
        pytest.param(
            "soyuz-3",
            {"launch_on": date(2023, 11, 1)},
            "facts: soyuz-3 flies beyond the horizon, on its published days; the plan moves them.",
            id="later-moved",
        ),
        pytest.param(
            "soyuz-3",
            {"changed": ("launch",)},
            "facts: What soyuz-3 changes of what is published is told wrongly.",
            id="later-changes",
        ),
        pytest.param(
            "soyuz-3",
            {"crew_down": ("dorin",)},
            "CT-2: soyuz-3 flies beyond the horizon; the crew that it brings down is another.",
            id="later-crew-down",
        ),
        pytest.param(
            "soyuz-2",
            {"crew_up": ("dorin",)},
            "CT-2: dorin comes up in soyuz-2 and in soyuz-3.",
            id="two-rides-up",
        ),
    ],
)
def test_a_flight_told_wrongly_is_found(
    name: str, changes: dict[str, Any], told: str, made: Plan, problem: Problem
) -> None:
    """The sentence tells what is so and what the plan states."""
    assert told in texts(flight(made, name, **changes), problem)


def test_another_profile_of_the_type_will_do(made: Plan, problem: Problem) -> None:
    """A Soyuz takes no day or two: published is none, and docking two days later is as good."""
    assert problem.type_of("soyuz-2").transit_days == {"fast": 0, "two-day": 2}
    later = flight(made, "soyuz-2", dock_on=date(2023, 5, 27))
    assert not [told for told in texts(later, problem) if told.startswith("TR-3")]


def test_a_docked_ship_stands_where_it_stands(made: Plan, problem: Problem) -> None:
    """Its first port is the port of the moment."""
    moved = (PortStay("poisk-zenith", date(2023, 1, 10), date(2023, 6, 20)),)
    told = "facts: soyuz-1 is at rassvet-nadir; the plan states poisk-zenith."
    assert told in texts(flight(made, "soyuz-1", ports=moved), problem)


def test_a_ship_leaves_after_it_has_come(made: Plan, problem: Problem) -> None:
    """A visit of no day is no visit."""
    on = date(2023, 5, 25)
    told = "facts: soyuz-2 undocks on 2023-05-25, not after it docked."
    assert told in texts(flight(made, "soyuz-2", undock_on=on, land_on=on), problem)


def test_a_stated_hull_is_that_of_the_facts(made: Plan, problem: Problem) -> None:
    """A plan may leave it out; a wrong one is found."""
    ships = {**problem.flights, "soyuz-2": replace(problem.flights["soyuz-2"], hull="No. 753")}
    named = replace(problem, flights=ships)
    assert texts(made, named) == []
    told = "facts: soyuz-2 flies in the hull No. 753; the plan states No. 754."
    assert texts(flight(made, "soyuz-2", hull="No. 754"), named) == [told]


def test_an_optional_flight_may_be_cancelled(made: Plan, problem: Problem) -> None:
    """Only one that need not fly."""
    one = replace(problem.flights["soyuz-2"], is_optional=True)
    optional = replace(problem, flights={**problem.flights, "soyuz-2": one})
    found = texts(flight(made, "soyuz-2", status="cancelled"), optional)
    assert not any("calls it" in text for text in found)


def test_flights_are_told_once_each(made: Plan, problem: Problem) -> None:
    """None twice, none left out, none that has gone home."""
    twice = replace(made, flights=(*made.flights, made.flights[0]))
    assert "facts: soyuz-1 is planned twice." in texts(twice, problem)
    fewer = replace(made, flights=made.flights[1:])
    assert "facts: soyuz-1 is missing from the plan." in texts(fewer, problem)
    gone = replace(problem.flights["soyuz-1"], id="soyuz-0", standing=Standing.DEPARTED)
    back = FlightPlan("soyuz-0", "soyuz-ms", "docked", None, None, None, None)
    told = "facts: soyuz-0 has gone home, but is planned."
    departed = replace(problem, departed={"soyuz-0": gone})
    assert texts(replace(made, flights=(*made.flights, back)), departed) == [told]


@pytest.mark.parametrize(
    ("person", "changes", "told"),
    [
        pytest.param(
            "bykov",
            {"from_on": date(2023, 1, 11)},
            "facts: bykov came aboard with soyuz-1 on 2023-01-10; "
            "the plan states soyuz-1 on 2023-01-11.",
            id="aboard",
        ),
        pytest.param(
            "dorin",
            {"up": "soyuz-2", "down": "soyuz-3"},
            "CT-2: dorin comes up in soyuz-3; the plan states soyuz-2 on 2023-12-01.",
            id="to-come",
        ),
        pytest.param(
            "dorin",
            {"days": 10},
            "CR-1: dorin waits for soyuz-3, and stays 183 days as it does.",
            id="waiting",
        ),
        pytest.param(
            "bykov",
            {"to_on": date(2023, 1, 10)},
            "facts: bykov leaves on 2023-01-10, not after coming on 2023-01-10.",
            id="no-day",
        ),
    ],
)
def test_a_stay_told_wrongly_is_found(
    person: str, changes: dict[str, Any], told: str, made: Plan, problem: Problem
) -> None:
    """The stay is that of the ships it is told with."""
    assert told in texts(stay(made, person, **changes), problem)


def test_the_head_count_covers_every_day_once(made: Plan, problem: Problem) -> None:
    """A hole and an overlap are both found."""
    told = "HO-3: The head-count does not cover each day of the horizon once."
    assert texts(replace(made, aboard=()), problem) == [told]
    assert texts(replace(made, aboard=made.aboard * 2), problem) == [told]


def test_a_handover_is_told_once(leak: Case, made: Plan, problem: Problem) -> None:
    """The same pair twice is one too many."""
    from scheduler.domain import Handover

    one = Handover("soyuz", "soyuz-1", "soyuz-2", True, 10)
    told = "HO-1: The handover from soyuz-1 to soyuz-2 is told more than once."
    assert texts(replace(made, handovers=(one, one)), leak.problem) == [told]
    assert texts(replace(made, handovers=(one,)), problem) == []


def test_a_stay_of_nobody_known_is_no_crash(made: Plan, problem: Problem) -> None:
    """Names are asked for elsewhere; here they only must not stop the check."""
    stray = Stay("gagarin", "vostok-1", None, None, None, None, None, None)
    found = texts(replace(made, stays=(*made.stays, stray)), problem)
    assert found == ["CT-2: gagarin comes up in None; the plan states vostok-1 on None."]
