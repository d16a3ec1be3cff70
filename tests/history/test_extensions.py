"""Extensions out of small worlds: which published landing counts, and how many days beyond it."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import CrewFact, Event, EventFact, Facts
from scheduler.history.extensions import FlownExtension, extensions
from tests.history.worlds import day, flown_of, plan_down, planned, soyuz, world

STAND_IN = "assumed: the flown day stands in for the plan"


def facts_with(*plans: EventFact, rides: tuple[CrewFact, ...] = ()) -> Facts:
    """Make the world of Soyuz MS-22 without its own plans, and with these.

    Ann goes up on 21 September 2022 in Soyuz 1 and lands on 27 September 2023 in Soyuz 2; Cid
    comes in Soyuz 3 and lands in it on 6 April 2024.
    """
    flown = world(
        soyuz(1, "2022-09-21", "2023-03-28", "ann"),
        soyuz(2, "2023-02-26", "2023-09-27"),
        soyuz(3, "2023-09-15", "2024-04-06", "cid"),
        down={"soyuz-2": "ann", "soyuz-3": "cid"},
    )
    return replace(flown, events=(*flown.events, *plans), crew=(*flown.crew, *rides))


def told(facts: Facts) -> list[str]:
    """Write each extension in short."""
    return [
        f"{one.person}: {one.planned_ship} {one.planned_on} {one.days:+d}"
        for one in extensions(flown_of(facts))
    ]


def landing(number: int, on: str, known_on: str, note: str = "") -> EventFact:
    """Publish a landing."""
    return planned(f"soyuz-{number}", Event.LAND, on, known_on, note)


def test_the_landing_that_stood_when_they_came() -> None:
    """28 March to 27 September: 3 + 30 + 31 + 30 + 31 + 31 + 27 days are 183.

    What was published before, and after they had come, does not count.
    """
    facts = facts_with(
        landing(1, "2023-03-01", "2022-01-01"),
        landing(1, "2023-03-28", "2022-09-01"),
        landing(1, "2023-06-01", "2023-01-01"),
    )
    assert told(facts) == ["ann: soyuz-1 2023-03-28 +183"]


def test_the_whole_value() -> None:
    """Where she came and went, what was published, when, and what the row says beside."""
    facts = facts_with(landing(1, "2023-03-28", "2022-09-01", "assumed: about half a year"))
    [found] = extensions(flown_of(facts))
    assert found == FlownExtension(
        person="ann",
        up="soyuz-1",
        down="soyuz-2",
        planned_ship="soyuz-1",
        planned_on=day("2023-03-28"),
        known_on=day("2022-09-01"),
        undocked_on=day("2023-09-27"),
        landed_on=day("2023-09-27"),
        note="assumed: about half a year",
    )
    assert found.is_assumed_in_part


def test_the_day_of_the_docking_counts() -> None:
    """What became known on the day they came stood on the morning after, but not a day later."""
    on_the_day = landing(1, "2023-03-28", "2022-09-21")
    day_after = landing(1, "2023-03-01", "2022-09-22")
    assert told(facts_with(on_the_day, day_after)) == ["ann: soyuz-1 2023-03-28 +183"]


def test_the_first_that_was_published_later() -> None:
    """Where nothing stood when they came, the first does; one for the day they land is 0."""
    facts = facts_with(
        landing(3, "2024-04-06", "2024-01-22"),
        landing(3, "2024-04-08", "2024-03-01"),
    )
    assert told(facts) == ["cid: soyuz-3 2024-04-06 +0"]


def test_an_earlier_landing_is_below_zero() -> None:
    """6 April, two days before the 8th."""
    assert told(facts_with(landing(3, "2024-04-08", "2023-01-01"))) == [
        "cid: soyuz-3 2024-04-08 -2"
    ]


def test_stand_ins_are_no_plans() -> None:
    """Neither a flown day in the place of a plan, nor one in a month that was published."""
    facts = facts_with(
        landing(1, "2023-03-28", "2022-09-01", STAND_IN),
        landing(3, "2024-04-06", "2023-01-01", "early April: assumed the flown day"),
    )
    assert told(facts) == []


def test_the_ship_they_were_to_land_in() -> None:
    """Cid was to land in Soyuz 2 from the start: 27 September to 6 April are 192 days.

    3 + 31 + 30 + 31 + 31 + 29 + 31 + 6 days.
    """
    facts = facts_with(
        landing(2, "2023-09-27", "2023-02-24"),
        rides=(plan_down("soyuz-2", "cid", "2023-05-29"),),
    )
    assert told(facts) == ["cid: soyuz-2 2023-09-27 +192"]


def test_a_way_home_that_is_named_later() -> None:
    """Ann's landing in Soyuz 2 counts from when both were known: 20 to 27 September."""
    facts = facts_with(
        landing(2, "2023-09-20", "2023-02-24"),
        rides=(plan_down("soyuz-2", "ann", "2023-01-11"),),
    )
    assert told(facts) == ["ann: soyuz-2 2023-09-20 +7"]


def test_a_plan_that_was_withdrawn_before() -> None:
    """Neither the landing nor the way home counts that was taken back before she came."""
    facts = facts_with(
        landing(1, "2023-03-28", "2022-01-01"),
        planned("soyuz-1", Event.LAND, "2023-03-28", "2022-02-01", withdrawn=True),
        landing(2, "2023-09-20", "2022-01-01"),
        rides=(
            plan_down("soyuz-2", "ann", "2022-01-01"),
            plan_down("soyuz-2", "ann", "2022-02-01", withdrawn=True),
        ),
    )
    assert told(facts) == []


def test_who_is_still_aboard_has_no_extension() -> None:
    """It is not known yet when they land."""
    facts = world(soyuz(1, "2022-09-21", "", "ann"))
    plans = (landing(1, "2023-03-28", "2022-09-01"),)
    assert told(replace(facts, events=(*facts.events, *plans))) == []
