"""Questions that can be asked: what each form demands once its what-if file is laid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scheduler.domain import Demand, DemandKind, Standing, Uncrewed
from tests.scenarios.asking import ASKED, ask

KIND = DemandKind
LAST_DAY = date(2023, 12, 30)  # the last day of the horizon


def wanted(kind: DemandKind, subject: str, day: str = "", **fields: Any) -> Demand:  # noqa: ANN401
    """Make a demand of the first clause of a question."""
    on = date.fromisoformat(day) if day else None
    return Demand(kind, subject, "question:1:1", day=on, **fields)


def pinned(event: str, day: str) -> Demand:
    """Make the demand of an event on a day."""
    return wanted(KIND.PIN_EVENT, "", day, event=event)


def flies(flight: str) -> Demand:
    """Make the demand that a flight flies before the horizon ends."""
    return wanted(KIND.LATEST_LAUNCH, flight, str(LAST_DAY))


@pytest.mark.parametrize(
    ("question", "demand"),
    [
        # before a day is by the day before, after a day is from the day after
        ("soyuz-ms-24 launches by 2023-10-01", wanted(KIND.LATEST_LAUNCH, "", "2023-10-01")),
        ("soyuz-ms-24 launches before 2023-10-01", wanted(KIND.LATEST_LAUNCH, "", "2023-09-30")),
        ("soyuz-ms-24 launches from 2023-10-01", wanted(KIND.LAUNCH_FROM, "", "2023-10-01")),
        ("soyuz-ms-24 launches after 2023-10-01", wanted(KIND.LAUNCH_FROM, "", "2023-10-02")),
        ("crew-5 undocks by 2023-02-01", wanted(KIND.LATEST_UNDOCK, "", "2023-02-01")),
        ("crew-5 undocks before 2023-03-01", wanted(KIND.LATEST_UNDOCK, "", "2023-02-28")),
        ("crew-5 undocks from 2023-02-01", wanted(KIND.EARLIEST_UNDOCK, "", "2023-02-01")),
        ("crew-5 undocks after 2024-02-28", wanted(KIND.EARLIEST_UNDOCK, "", "2024-02-29")),
        # a Dragon takes a day to dock, and a day to land
        ("crew-6 docks by 2023-03-10", wanted(KIND.LATEST_LAUNCH, "", "2023-03-09")),
        ("crew-6 docks before 2023-03-10", wanted(KIND.LATEST_LAUNCH, "", "2023-03-08")),
        ("crew-6 docks from 2023-03-10", wanted(KIND.LAUNCH_FROM, "", "2023-03-09")),
        ("crew-6 docks after 2023-03-10", wanted(KIND.LAUNCH_FROM, "", "2023-03-10")),
        ("crew-5 lands by 2023-02-01", wanted(KIND.LATEST_UNDOCK, "", "2023-01-31")),
        ("crew-5 lands after 2023-02-01", wanted(KIND.EARLIEST_UNDOCK, "", "2023-02-01")),
        # the first day of all
        ("soyuz-ms-24 launches by 2023-01-11", wanted(KIND.LATEST_LAUNCH, "", "2023-01-11")),
        ("crew-6 docks from 2023-01-11", wanted(KIND.LAUNCH_FROM, "", "2023-01-11")),
        # days on which something happens
        ("crew-6 launches on 2023-03-01", pinned("launch", "2023-03-01")),
        ("crew-6 docks on 2023-03-01", pinned("dock", "2023-03-01")),
        ("crew-5 relocates on 2023-02-01", pinned("relocate", "2023-02-01")),
        ("crew-5 undocks on 2023-02-01", pinned("undock", "2023-02-01")),
        ("crew-5 lands on 2024-02-01", pinned("land", "2024-02-01")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_days_of_flights(question: str, demand: Demand) -> None:
    """One demand, with its place in the question."""
    flight = question.split()[0]
    assert ask(question).demands == [replace(demand, subject=flight)]


@pytest.mark.parametrize(
    ("question", "demands"),
    [
        (
            "crew-6 undocks by 2023-09-01",
            [wanted(KIND.LATEST_UNDOCK, "crew-6", "2023-09-01"), flies("crew-6")],
        ),
        (
            "crew-6 lands after 2023-09-01",
            [wanted(KIND.EARLIEST_UNDOCK, "crew-6", "2023-09-01"), flies("crew-6")],
        ),
        (
            "soyuz-ms-23 docks at poisk-zenith or rassvet-nadir",
            [
                wanted(KIND.PORTS, "soyuz-ms-23", ports=("poisk-zenith", "rassvet-nadir")),
                flies("soyuz-ms-23"),
            ],
        ),
        ("soyuz-ms-23 flies crewed", [wanted(KIND.CREWED, "soyuz-ms-23"), flies("soyuz-ms-23")]),
        ("soyuz-ms-23 flies empty", [wanted(KIND.UNCREWED, "soyuz-ms-23"), flies("soyuz-ms-23")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_asked_of_a_flight_ahead_has_it_fly(question: str, demands: list[Demand]) -> None:
    """A ship that never comes would keep any such demand; that is no answer."""
    assert ask(question).demands == sorted(demands, key=lambda one: one.kind == "latest_launch")


@pytest.mark.parametrize(
    ("launch", "kinds"),
    [
        ("crew-6 launches by 2023-09-01", [KIND.LATEST_LAUNCH]),
        ("crew-6 launches on 2023-09-01", [KIND.PIN_EVENT]),
        ("crew-6 undocks from 2023-09-01", [KIND.LATEST_LAUNCH, KIND.EARLIEST_UNDOCK]),
    ],
)
def test_it_is_not_told_twice_that_a_flight_flies(launch: str, kinds: list[DemandKind]) -> None:
    """Where a launch is asked for in other words, or the same again, nothing is added."""
    found = ask(f"crew-6 flies empty and crew-6 undocks by 2023-12-01 and {launch}").demands
    assert sorted(one.kind for one in found) == sorted([KIND.UNCREWED, KIND.LATEST_UNDOCK, *kinds])


def test_uncrewed_is_set_on_the_flight() -> None:
    """A crewed flight may not, an empty one must, go up without people."""
    for word, value in (("crewed", Uncrewed.FORBIDDEN), ("empty", Uncrewed.REQUIRED)):
        answer = ask(f"soyuz-ms-23 flies {word}")
        assert answer.problem.flights["soyuz-ms-23"].uncrewed is value


def test_a_flight_stays_home() -> None:
    """It is cancelled, whatever the file under the question says of it."""
    answer = ask("crew-6 stays home", "{change: flight, flight: crew-6, seats_up: 1}")
    assert [(one.id, one.standing) for one in answer.problem.cancelled] == [
        ("crew-6", Standing.CANCELLED)
    ]
    assert answer.demands == []


@pytest.mark.parametrize(
    ("question", "demand", "opened"),
    [
        (
            "rubio returns on crew-5",
            wanted(KIND.PIN_LEG, "rubio", event="down", flight="crew-5"),
            {("rubio", "crew-5")},
        ),
        (
            "ohara flies on soyuz-ms-24",
            wanted(KIND.PIN_LEG, "ohara", event="up", flight="soyuz-ms-24"),
            set(),
        ),
        ("rubio returns by 2023-03-01", wanted(KIND.RETURN_BY, "rubio", "2023-03-01"), set()),
        ("rubio returns before 2024-03-01", wanted(KIND.RETURN_BY, "rubio", "2024-02-29"), set()),
    ],
)
def test_what_is_asked_of_a_person(question: str, demand: Demand, opened: set[Any]) -> None:
    """One demand; a ship of another kind is opened to whoever is to land on it."""
    answer = ask(question)
    assert answer.demands == [demand]
    assert answer.problem.opened == opened


@pytest.mark.parametrize(
    ("how", "kind"), [("direct", KIND.DIRECT_HANDOVER), ("indirect", KIND.INDIRECT_HANDOVER)]
)
def test_handover(how: str, kind: DemandKind) -> None:
    """The one that leaves stands first, the one that comes second."""
    answer = ask(f"handover crew-5 crew-6 {how}")
    assert answer.demands == [wanted(kind, "crew-6", flight="crew-5")]


def test_several_questions_are_joined() -> None:
    """Each is a demand of its own, with its own place and reason."""
    answer = ask("rubio returns on crew-5  and\n crew-5 undocks before 2023-02-05")
    placed = answer.question.placed(answer.problem, ASKED)
    assert {(one.subject, one.at, one.why) for one in placed.demands} == {
        ("rubio", "question:1:1", "asked: rubio returns on crew-5"),
        ("crew-5", "question:2:2", "asked: crew-5 undocks before 2023-02-05"),
    }
    assert answer.question.said == "rubio returns on crew-5 and crew-5 undocks before 2023-02-05"


EARLIEST = "{change: flight, flight: soyuz-ms-24, earliest_launch: 2023-06-07}"
NO_READINESS = "{change: flight, flight: soyuz-ms-24, uncrewed: allowed}"


@pytest.mark.parametrize("day", ["2023-06-01", "2023-09-15", "2023-11-01"])
def test_a_first_day_makes_no_ship_ready(day: str) -> None:
    """Where nobody states when the ship is ready, it is ready as published, and no sooner."""
    answer = ask(f"soyuz-ms-24 launches from {day}", NO_READINESS)
    assert not answer.problem.flights["soyuz-ms-24"].has_readiness
    assert [str(one.day) for one in answer.demands] == [day]


@pytest.mark.parametrize("day", ["2023-02-01", "2023-08-01"])
def test_a_first_day_leaves_the_readiness_of_the_file(day: str) -> None:
    """Both hold: the ship is ready when the file says, and launches when the question says."""
    answer = ask(f"soyuz-ms-24 launches from {day}", EARLIEST)
    assert {(one.kind, str(one.day)) for one in answer.problem.demands} == {
        (KIND.EARLIEST_LAUNCH, "2023-06-07"),
        (KIND.LAUNCH_FROM, day),
    }


def test_a_last_day_leaves_the_readiness_of_the_file() -> None:
    """A launch by a day still waits for the ship."""
    answer = ask("soyuz-ms-24 launches by 2023-07-01", EARLIEST)
    assert {(one.kind, str(one.day)) for one in answer.problem.demands} == {
        (KIND.EARLIEST_LAUNCH, "2023-06-07"),
        (KIND.LATEST_LAUNCH, "2023-07-01"),
    }


@pytest.mark.parametrize(
    ("question", "of_file", "holds"),
    [
        ("crew-6 launches from 2023-03-01", "launch_from: 2023-04-01", "2023-04-01"),
        ("crew-6 launches from 2023-05-01", "launch_from: 2023-04-01", "2023-05-01"),
        ("crew-5 undocks by 2023-03-01", "latest_undock: 2023-02-01", "2023-02-01"),
        ("crew-5 undocks by 2023-01-20", "latest_undock: 2023-02-01", "2023-01-20"),
        ("crew-5 undocks from 2023-01-20", "earliest_undock: 2023-02-01", "2023-02-01"),
        ("crew-5 undocks from 2023-02-20", "earliest_undock: 2023-02-01", "2023-02-20"),
    ],
)
def test_a_bound_of_the_file_is_never_loosened(question: str, of_file: str, holds: str) -> None:
    """Of the file's day and that of the question the narrower holds."""
    flight = question.split()[0]
    [demand] = ask(question, f"{{change: flight, flight: {flight}, {of_file}}}").problem.demands
    assert str(demand.day) == holds


def test_a_return_is_never_put_off() -> None:
    """Who is to be home by a day stays so."""
    home = "{change: person, person: rubio, must_return_by: 2023-05-01}"
    [demand] = ask("rubio returns by 2023-08-01", home).problem.demands
    assert demand.day == date(2023, 5, 1)


def test_of_a_fact_that_both_say_the_question_holds() -> None:
    """A pin of the file gives way to another day, a ship that may fly empty to one that does."""
    pin = "{change: pin, flight: soyuz-ms-24, event: launch, day: 2023-09-15}"
    answer = ask(
        "soyuz-ms-24 launches on 2023-10-01 and soyuz-ms-24 flies empty", pin, NO_READINESS
    )
    [uncrewed, launch] = answer.problem.demands
    assert (launch.event, launch.day) == ("launch", date(2023, 10, 1))
    assert uncrewed.kind is KIND.UNCREWED
