"""Expeditions out of small worlds: each rule alone, with the days worked out by hand."""

from __future__ import annotations

from datetime import date

from scheduler.domain import Facts
from scheduler.history.aboard import flown
from scheduler.history.expeditions import expeditions
from tests.history.worlds import (
    LEFT_EMPTY,
    ONE_LINE,
    ONE_MORE_CREW,
    STATION,
    dragon,
    flown_of,
    lost,
    progress,
    shuttle,
    soyuz,
    world,
)


def begun(facts: Facts) -> list[str]:
    """Tell each expedition by the day it begins, and by what."""
    return [
        f"{one.begins.on} {one.begins.event} {one.begins.flight}"
        for one in expeditions(flown_of(facts))
    ]


def commanding(facts: Facts) -> list[str]:
    """List who can have commanded each expedition when it ended."""
    return [" ".join(one.candidates) for one in expeditions(flown_of(facts))]


def test_one_line_of_ships() -> None:
    """Each undocking that takes a crew home begins the next; the cargo ship's does not.

    Ann and Bob came first and left on 10 July, Cid and Dee on 10 January; Eve and Fay stay.
    """
    assert begun(ONE_LINE) == [
        "2001-01-01 dock soyuz-1",
        "2001-07-10 undock soyuz-1",
        "2002-01-10 undock soyuz-2",
    ]
    assert commanding(ONE_LINE) == ["ann bob", "cid dee", "eve fay"]


def test_numbers_and_ends_follow() -> None:
    """Each ends as the next begins, and the last goes on."""
    found = expeditions(flown_of(ONE_LINE))
    assert [one.number for one in found] == [1, 2, 3]
    assert [one.ends for one in found] == [found[1].begins, found[2].begins, None]


def test_overlap_with_a_span_of_days() -> None:
    """Expedition 2 is from 10 July to 9 January; the day of its end is the next one's."""
    _, second, third = expeditions(flown_of(ONE_LINE))
    assert second.overlaps(date(2002, 1, 9), date(2002, 1, 10))
    assert not second.overlaps(date(2002, 1, 10), date(2002, 1, 11))
    assert not second.overlaps(date(2001, 7, 9), date(2001, 7, 10))
    assert third.overlaps(date(2010, 1, 1), date(2010, 1, 2))


def test_a_visit_changes_nothing() -> None:
    """Visitors swap ships: Vic comes for 8 days in a new one and goes home in the old one.

    Soyuz 1 leaves on 9 April with Vic alone, so its undocking ends nothing. Ann and Bob go home
    in Soyuz 2, 189 days after they came.
    """
    facts = world(
        soyuz(1, "2001-01-01", "2001-04-09", "ann bob"),
        soyuz(2, "2001-04-01", "2001-07-09", "vic"),
        soyuz(3, "2001-07-01", "", "cid dee"),
        down={"soyuz-1": "vic", "soyuz-2": "ann bob"},
    )
    assert begun(facts) == ["2001-01-01 dock soyuz-1", "2001-07-09 undock soyuz-2"]


def test_a_stay_of_60_days_is_long() -> None:
    """Vic stays from 1 April to 31 May, 60 days, and is a crew; one day less is a visit."""
    for left, is_crew in (("2001-05-31", True), ("2001-05-30", False)):
        facts = world(
            soyuz(1, "2001-01-01", "", "ann bob"),
            soyuz(2, "2001-04-01", left, "vic"),
            progress(1, "2001-06-01", "2001-06-30"),
        )
        assert (f"{left} undock soyuz-2" in begun(facts)) is is_crew


def test_a_shuttle_that_brings_one_crew_and_takes_another() -> None:
    """It takes home all who lived there when it came: Ann and Bob, besides its own Pat."""
    facts = world(
        soyuz(1, "2001-01-01", "2001-12-31", "ann bob"),
        shuttle(1, "2001-05-01", "2001-05-09", "cid dee pat"),
        shuttle(2, "2001-09-01", "2001-09-09", "eve fay"),
        down={"sts-1": "ann bob", "sts-2": "cid dee", "soyuz-1": "eve fay"},
    )
    assert begun(facts) == [
        "2001-01-01 dock soyuz-1",
        "2001-05-09 undock sts-1",
        "2001-09-09 undock sts-2",
        "2001-12-31 undock soyuz-1",
    ]
    assert commanding(facts) == ["ann bob", "cid dee", "eve fay", ""]


def test_a_shuttle_that_takes_one_of_them() -> None:
    """Bob goes home in it, and Cid has come for him; Ann stays, so nothing ends."""
    facts = world(
        soyuz(1, "2001-01-01", "", "ann bob"),
        shuttle(1, "2001-05-01", "2001-05-09", "cid"),
        progress(1, "2001-12-01", "2001-12-31"),
        down={"sts-1": "bob"},
    )
    assert begun(facts) == ["2001-01-01 dock soyuz-1"]


def test_ships_of_another_line_do_not_count() -> None:
    """Four of six go home in the Dragon; the first crew came by Soyuz, so that line counts."""
    facts = world(
        soyuz(1, "2021-01-01", "2021-10-01", "ann bob"),
        dragon(1, "2021-02-01", "2021-08-01", "cid dee eve fay"),
        soyuz(2, "2021-09-21", "", "gus hal"),
    )
    assert begun(facts) == ["2021-01-01 dock soyuz-1", "2021-10-01 undock soyuz-1"]


def test_a_ship_that_leaves_empty_after_it_brought_a_crew() -> None:
    """As Soyuz MS-22: its people wait for Soyuz 2, which came up empty, and can command both."""
    assert begun(LEFT_EMPTY) == [
        "2022-09-21 dock soyuz-1",
        "2023-03-28 undock soyuz-1",
        "2023-09-27 undock soyuz-2",
    ]
    assert commanding(LEFT_EMPTY) == ["ann bob", "ann bob", "cid dee"]


def test_a_ship_that_came_and_left_empty() -> None:
    """A test flight is nobody's."""
    facts = world(
        soyuz(1, "2019-07-01", "", "ann bob"),
        soyuz(2, "2019-08-01", "2019-09-01"),
        progress(1, "2019-12-01", "2019-12-31"),
    )
    assert begun(facts) == ["2019-07-01 dock soyuz-1"]


def test_a_crew_that_takes_a_new_place() -> None:
    """As Soyuz TMA-15: Soyuz 2 has relieved Soyuz 1 already, so Soyuz 3 makes the crew larger.

    Ann leaves on 8 April, and Cid commands alone until Eve docks on 29 May. Nobody leaves then,
    so those who stay can have commanded.
    """
    assert begun(ONE_MORE_CREW) == [
        "2008-10-14 dock soyuz-1",
        "2009-04-08 undock soyuz-1",
        "2009-05-29 dock soyuz-3",
        "2009-10-11 undock soyuz-2",
    ]
    assert commanding(ONE_MORE_CREW) == ["ann bob", "cid dee", "cid dee", "eve fay"]


def test_a_crew_after_a_lost_one() -> None:
    """As Soyuz MS-12: Soyuz 3, lost, was to relieve Soyuz 1; so Soyuz 4 takes the place anew."""
    trips = (
        soyuz(1, "2018-03-23", "2018-10-04", "ann bob"),
        soyuz(2, "2018-06-08", "2019-06-24", "cid dee"),
        soyuz(3, "2018-10-11", "", "eve fay"),
        soyuz(4, "2019-03-15", "", "gus hal"),
    )
    sent = {"soyuz-3": "soyuz-1", "soyuz-4": "soyuz-1"}
    assert begun(lost(world(*trips, relieves=sent), "soyuz-3")) == [
        "2018-03-23 dock soyuz-1",
        "2018-10-04 undock soyuz-1",
        "2019-03-15 dock soyuz-4",
        "2019-06-24 undock soyuz-2",
    ]


def test_a_crew_that_waited_for_the_next_ship() -> None:
    """After a loss Ann and Bob stay until Soyuz 3 has come; nothing begins at its docking."""
    trips = (
        soyuz(1, "2018-03-23", "2018-12-10", "ann bob"),
        soyuz(2, "2018-10-11", "", "cid dee"),
        soyuz(3, "2018-12-03", "", "eve fay"),
    )
    facts = lost(world(*trips, relieves={"soyuz-3": "soyuz-1"}), "soyuz-2")
    assert begun(facts) == ["2018-03-23 dock soyuz-1", "2018-12-10 undock soyuz-1"]


def test_visitors_cannot_command() -> None:
    """Vic comes on 5 July, before expedition 2 begins, and leaves with Eve when it ends.

    That is on 20 August: 46 days aboard, a visit.
    """
    facts = world(
        soyuz(1, "2001-01-01", "2001-07-10", "ann"),
        soyuz(2, "2001-03-01", "2001-08-20", "eve"),
        soyuz(3, "2001-07-05", "", "gus vic"),
        down={"soyuz-2": "vic"},
    )
    assert commanding(facts)[1] == "eve"


def test_where_only_visitors_have_flown() -> None:
    """A station that is visited for some days has no expeditions yet."""
    assert begun(world(soyuz(1, "2001-04-01", "2001-04-09", "vic"))) == []


def test_where_nobody_has_flown() -> None:
    """There is nothing to number."""
    assert flown(world(progress(1, "2001-01-01", "2001-02-01")), STATION) is None
    assert flown(Facts(), STATION) is None
