"""From facts to a problem: standings, due days, who is aboard and where they sit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    OutageFact,
    Problem,
    SeatFact,
    Standing,
    Status,
    published_problem,
)
from tests.builders import Trip, make_facts, make_station


def trip(
    flight: str, days: tuple[str, str, str, str], crew: tuple[str, ...], *, flown: int = 0
) -> Trip:
    """Make the facts of one flight with its crew."""
    return Trip(flight=flight, days=days, crew=crew, flown=flown)


OLD = trip("soyuz-1", ("2022-09-21", "2022-09-21", "2023-03-28", "2023-03-28"), ("ito",), flown=2)
NEW = trip("soyuz-2", ("2023-03-16", "2023-03-16", "2023-09-27", "2023-09-27"), ("oka",))


def problem(facts: Facts, as_of: str = "2023-01-11", until: str = "2023-12-31") -> Problem:
    """Pose the problem of a few facts."""
    return published_problem(
        facts, make_station(), date.fromisoformat(as_of), date.fromisoformat(until)
    )


@pytest.mark.parametrize(
    ("as_of", "until", "old", "new"),
    [
        pytest.param("2023-01-11", "2023-12-31", Standing.DOCKED, Standing.PLANNED, id="due"),
        pytest.param(
            "2023-01-11", "2023-03-16", Standing.DOCKED, Standing.LATER, id="due-on-until"
        ),
        pytest.param(
            "2023-01-11", "2023-03-17", Standing.DOCKED, Standing.PLANNED, id="day-before"
        ),
        pytest.param("2023-05-01", "2023-12-31", Standing.DOCKED, Standing.PLANNED, id="overdue"),
    ],
)
def test_standing_follows_from_what_has_happened(
    as_of: str, until: str, old: Standing, new: Standing
) -> None:
    """A ship stands where its actual events and the horizon put it."""
    posed = problem(make_facts(OLD, NEW), as_of, until)
    assert posed.any_flight("soyuz-1").standing is old
    assert posed.any_flight("soyuz-2").standing is new


def test_overdue_plan_is_due_on_as_of() -> None:
    """A launch that should have been, and a landing that should have been, are due today."""
    posed = problem(make_facts(OLD, NEW), as_of="2023-05-01")
    old, new = posed.flights["soyuz-1"], posed.flights["soyuz-2"]
    assert (old.undock_on, old.land_on) == (date(2023, 5, 1), date(2023, 5, 1))
    assert (new.launch_on, new.dock_on) == (date(2023, 5, 1), date(2023, 5, 1))
    assert new.published.launch_on == date(2023, 3, 16)


def test_flight_is_known_from_its_first_event() -> None:
    """A flight whose first plan becomes known on ``as_of`` is not there yet."""
    late = replace(NEW, known_on="2023-01-11")
    assert "soyuz-2" not in problem(make_facts(OLD, late)).flights
    assert "soyuz-2" in problem(make_facts(OLD, late), as_of="2023-01-12").flights


def test_people_aboard_and_people_to_come() -> None:
    """Everybody lands in the ship that brings them, their seat in it while it is docked."""
    travellers = problem(make_facts(OLD, NEW)).travellers
    assert [(t.person, t.up, t.down, t.is_aboard) for t in travellers.values()] == [
        ("ito", "soyuz-1", "soyuz-1", True),
        ("oka", "soyuz-2", "soyuz-2", False),
    ]
    assert travellers["ito"].seat_in == "soyuz-1"
    assert travellers["ito"].planned_to_on == date(2023, 3, 28)
    assert travellers["oka"].seat_in is None


def test_published_ride_home_on_another_ship() -> None:
    """A ``down`` row moves the landing; a seat row moves the seat."""
    facts = make_facts(OLD, replace(NEW, flown=2))
    down = CrewFact("soyuz-2", "ito", "down", "", Status.PLANNED, date(2023, 1, 5))
    seat = SeatFact("ito", "soyuz-2", date(2023, 3, 20), "G0", date(2023, 3, 20))
    facts = replace(facts, crew=(*facts.crew, down), seats=(seat,))
    before = problem(facts, as_of="2023-03-20").travellers["ito"]
    after = problem(facts, as_of="2023-03-21").travellers["ito"]
    assert (before.down, before.seat_in) == ("soyuz-2", "soyuz-1")
    assert (after.down, after.seat_in) == ("soyuz-2", "soyuz-2")
    assert after.planned_to_on == date(2023, 9, 27)


def test_ride_home_of_an_earlier_stay_is_not_this_one() -> None:
    """Somebody who flew before keeps each stay's own way home."""
    first = trip(
        "soyuz-0", ("2021-03-01", "2021-03-01", "2021-09-01", "2021-09-01"), ("ito",), flown=4
    )
    facts = make_facts(first, OLD)
    rows = (
        CrewFact("soyuz-0", "ito", "down", "", Status.ACTUAL, None),
        CrewFact("soyuz-1", "ito", "down", "", Status.PLANNED, date(2022, 10, 1)),
    )
    ito = problem(replace(facts, crew=(*facts.crew, *rows))).travellers["ito"]
    assert (ito.up, ito.down, ito.launched_on) == ("soyuz-1", "soyuz-1", date(2022, 9, 21))


def test_crew_of_an_aborted_flight_waits() -> None:
    """A launch that was aborted docks nowhere; its crew is safe and waits for the next ship."""
    abort = EventFact(
        "soyuz-2", Event.ABORT, None, date(2023, 3, 16), Status.ACTUAL, date(2023, 3, 16)
    )
    facts = make_facts(OLD, NEW)
    posed = problem(replace(facts, events=(*facts.events, abort)), as_of="2023-03-17")
    assert [flight.id for flight in posed.cancelled] == ["soyuz-2"]
    assert posed.cancelled[0].crew == ("oka",)
    assert not posed.travellers["oka"].is_aboard


def lost_on(day: str, flight: str = "soyuz-2") -> tuple[EventFact, ...]:
    """Make the end of a launch that was aborted."""
    on = date.fromisoformat(day)
    kinds = (Event.ABORT, Event.LAND)
    return tuple(EventFact(flight, kind, None, on, Status.ACTUAL, on) for kind in kinds)


@pytest.mark.parametrize(
    ("as_of", "lost"),
    [
        # soyuz-2 was to undock on 2023-09-27; its crew flies again on soyuz-3, known on 2023-05-01
        pytest.param("2023-03-16", [], id="not-lost-yet"),
        pytest.param("2023-03-17", ["soyuz-2"], id="its-crew-waits"),
        pytest.param("2023-09-26", ["soyuz-2"], id="the-day-before-it-would-have-left"),
        pytest.param("2023-09-27", [], id="the-day-on-which-it-would-have-left"),
    ],
)
def test_lost_ship_plays_a_part_until_it_would_have_left(as_of: str, lost: list[str]) -> None:
    """Once its crew flies on another ship, and its days are over, it is history."""
    days = ("2023-06-01", *NEW.days[1:])
    again = replace(NEW, flight="soyuz-3", days=days, known_on="2023-05-01")
    facts = make_facts(OLD, replace(NEW, flown=1), again)
    posed = problem(replace(facts, events=(*facts.events, *lost_on("2023-03-16"))), as_of=as_of)
    assert [flight.id for flight in posed.cancelled] == lost


def test_lost_ship_stays_while_its_crew_waits() -> None:
    """Nobody has published them anew, so they wait on, also beyond its days."""
    facts = make_facts(OLD, replace(NEW, flown=1))
    events = (*facts.events, *lost_on("2023-03-16"))
    posed = problem(replace(facts, events=events), as_of="2023-11-01")
    assert [flight.crew for flight in posed.cancelled] == [("oka",)]


# --- ports that come and go --------------------------------------------------------------------

# as_of is 2023-01-11, until 2023-12-31; soyuz-2, the last ship up, lands on 2024-03-01
LATE = trip("soyuz-2", ("2023-11-16", "2023-11-16", "2024-03-01", "2024-03-01"), ("oka",))


def posed_with(from_on: str | None, to_on: str | None) -> Problem:
    """Pose the problem of a station whose Poisk port has days."""
    station = make_station()
    poisk = replace(
        station.ports["poisk-zenith"],
        from_on=date.fromisoformat(from_on) if from_on else None,
        to_on=date.fromisoformat(to_on) if to_on else None,
    )
    station = replace(station, ports={**station.ports, "poisk-zenith": poisk})
    as_of, until = date(2023, 1, 11), date(2023, 12, 31)
    return published_problem(make_facts(OLD, LATE), station, as_of, until)


@pytest.mark.parametrize(
    ("from_on", "to_on", "is_there"),
    [
        pytest.param(None, None, True, id="always"),
        pytest.param("2023-01-11", None, True, id="comes-that-day"),
        pytest.param("2024-02-29", None, True, id="comes-before-the-last-landing"),
        pytest.param("2024-03-01", None, False, id="comes-after-everything"),
        pytest.param(None, "2023-01-12", True, id="goes-the-next-day"),
        pytest.param(None, "2023-01-11", False, id="gone-that-day"),
        pytest.param("2001-09-17", "2021-07-26", False, id="gone-long-ago"),
    ],
)
def test_problem_has_the_ports_that_are_there(
    from_on: str | None, to_on: str | None, is_there: bool
) -> None:
    """A port that is gone, or comes when nothing published is up any more, is no port."""
    posed = posed_with(from_on, to_on)
    assert ("poisk-zenith" in posed.station.ports) is is_there
    assert next(iter(posed.station.ports)) == "rassvet-nadir"  # the order of preference stays


@pytest.mark.parametrize(
    ("from_on", "to_on", "closed"),
    [
        pytest.param(None, None, [], id="always"),
        pytest.param("2023-01-11", None, [], id="comes-that-day"),
        pytest.param("2023-05-01", None, [("2023-01-11", "2023-05-01")], id="comes"),
        pytest.param(None, "2023-06-01", [("2023-06-01", None)], id="goes"),
        pytest.param(
            "2023-05-01",
            "2023-06-01",
            [("2023-01-11", "2023-05-01"), ("2023-06-01", None)],
            id="comes-and-goes",
        ),
        pytest.param("2001-09-17", "2021-07-26", [], id="gone-long-ago"),
    ],
)
def test_port_is_closed_outside_its_days(
    from_on: str | None, to_on: str | None, closed: list[tuple[str, str | None]]
) -> None:
    """From ``as_of`` until it comes, and from the day on which it is gone."""
    found = [
        (str(one.from_on), str(one.to_on) if one.to_on else None)
        for one in posed_with(from_on, to_on).outages
        if (one.kind, one.subject) == ("port", "poisk-zenith")
    ]
    assert found == closed


def test_outage_that_is_over_plays_no_part() -> None:
    """What was out of use up to ``as_of`` is in use again."""
    rows = [
        OutageFact("pad", "baikonur-31", date(2022, 1, 1), to_on, date(2022, 1, 1))
        for to_on in (date(2023, 1, 11), date(2023, 1, 12))
    ]
    facts = [replace(make_facts(OLD), outages=(row,)) for row in rows]
    assert [len(problem(one).outages) for one in facts] == [0, 1]


def test_relocation_still_ahead_follows_the_port_of_the_moment() -> None:
    """A move that was made changes the port; one that is planned is a call to come."""
    made = EventFact(
        "soyuz-1",
        Event.RELOCATE,
        "prichal-nadir",
        date(2022, 11, 1),
        Status.ACTUAL,
        date(2022, 11, 1),
    )
    ahead = replace(made, port="poisk-zenith", on=date(2023, 2, 1), status=Status.PLANNED)
    facts = make_facts(OLD)
    posed = problem(replace(facts, events=(*facts.events, made, ahead)))
    calls = [(call.port, call.from_on) for call in posed.flights["soyuz-1"].calls]
    assert calls == [("prichal-nadir", date(2022, 11, 1)), ("poisk-zenith", date(2023, 2, 1))]


def test_nothing_known_later_changes_the_problem() -> None:
    """A planted fact of the future leaves the problem as it was."""
    facts = make_facts(OLD, NEW)
    planted = EventFact(
        "soyuz-2", Event.LAUNCH, None, date(2023, 4, 1), Status.PLANNED, date(2023, 1, 11)
    )
    with_future = replace(facts, events=(*facts.events, planted))
    assert problem(with_future) == problem(facts)
    assert problem(with_future, as_of="2023-01-12") != problem(facts, as_of="2023-01-12")


def test_past_launch_without_a_pad_held_the_first_of_its_type() -> None:
    """The pad's turnaround counts from it all the same."""
    launches = [e for e in problem(make_facts(OLD)).past_events if e.event == "launch"]
    assert [event.pad for event in launches] == ["baikonur-31"]
