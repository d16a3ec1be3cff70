"""Handovers out of small worlds: who relieved whom, and by how many days."""

from __future__ import annotations

from scheduler.domain import Facts
from scheduler.history.relief import handovers
from tests.history.worlds import (
    LEFT_EMPTY,
    ONE_LINE,
    ONE_MORE_CREW,
    dragon,
    flown_of,
    lost,
    progress,
    shuttle,
    soyuz,
    world,
)


def told(facts: Facts) -> list[str]:
    """Write each handover with its days of overlap, below zero of gap."""
    return [
        f"{one.line}: {one.outgoing} to {one.incoming} {one.overlap_days:+d}"
        for one in handovers(flown_of(facts))
    ]


def test_one_line_of_ships() -> None:
    """Soyuz 2 docks on 1 July, 9 days before 10 July; Soyuz 3 on 5 January, 5 before the 10th.

    Soyuz 3 is still there, so nobody has relieved it.
    """
    assert told(ONE_LINE) == ["soyuz: soyuz-1 to soyuz-2 +9", "soyuz: soyuz-2 to soyuz-3 +5"]


def test_a_gap_is_indirect() -> None:
    """Crew 2 docks on 11 November, three days after Crew 1 has left on the 8th."""
    facts = world(
        dragon(1, "2021-04-24", "2021-11-08", "ann bob"),
        dragon(2, "2021-11-11", "", "cid dee"),
    )
    [handover] = handovers(flown_of(facts))
    assert (handover.overlap_days, handover.is_direct) == (-3, False)


def test_the_same_day_is_indirect() -> None:
    """In whole days nobody met: one leaves on the day on which the other comes."""
    facts = world(
        soyuz(1, "2001-01-01", "2001-07-10", "ann"),
        soyuz(2, "2001-07-10", "", "bob"),
    )
    [handover] = handovers(flown_of(facts))
    assert (handover.overlap_days, handover.is_direct) == (0, False)


def test_two_at_a_time_by_the_facts() -> None:
    """Where two crews live there, the facts name who relieves whom: 4 relieves 2, 5 relieves 3.

    Soyuz 4 docks on 1 July, ten days after 21 June; Soyuz 5 on 1 October, ten before the 11th.
    Soyuz 3 was sent for the crew that Soyuz 2 has relieved by then, 1 to 10 January.
    """
    facts = world(
        soyuz(1, "2000-07-01", "2001-01-10", "ann"),
        soyuz(2, "2001-01-01", "2001-06-21", "bob"),
        soyuz(3, "2001-04-01", "2001-10-11", "cid"),
        soyuz(4, "2001-07-01", "", "dee"),
        soyuz(5, "2001-10-01", "", "eve"),
        relieves={"soyuz-3": "soyuz-1", "soyuz-4": "soyuz-2", "soyuz-5": "soyuz-3"},
    )
    assert told(facts) == [
        "soyuz: soyuz-1 to soyuz-2 +9",
        "soyuz: soyuz-2 to soyuz-4 -10",
        "soyuz: soyuz-3 to soyuz-5 +10",
    ]


def test_the_first_to_come_relieves() -> None:
    """Soyuz 2 and 3 were both sent for Soyuz 1: the one that docked on 28 March did, 11 days."""
    assert told(ONE_MORE_CREW) == ["soyuz: soyuz-1 to soyuz-2 +11"]


def test_a_lost_ship_relieves_nobody() -> None:
    """Soyuz 3 does: 4 October to 15 March are 27 + 30 + 31 + 31 + 28 + 15 days."""
    facts = world(
        soyuz(1, "2018-03-23", "2018-10-04", "ann"),
        soyuz(2, "2018-10-11", "", "bob"),
        soyuz(3, "2019-03-15", "", "cid"),
        relieves={"soyuz-3": "soyuz-1"},
    )
    assert told(lost(facts, "soyuz-2")) == ["soyuz: soyuz-1 to soyuz-3 -162"]


def test_a_ship_that_brings_nobody_passes_it_on() -> None:
    """Soyuz 2 comes empty and takes a crew home, so Soyuz 3 relieves it: 15 to 27 September."""
    assert told(LEFT_EMPTY) == ["soyuz: soyuz-2 to soyuz-3 +12"]


def test_visitors_relieve_nobody() -> None:
    """Soyuz 2 brings and takes visitors, so Soyuz 3 relieves Soyuz 1: 1 to 10 July."""
    facts = world(
        soyuz(1, "2001-01-01", "2001-07-10", "ann"),
        soyuz(2, "2001-04-01", "2001-04-09", "vic"),
        soyuz(3, "2001-07-01", "", "cid"),
    )
    assert told(facts) == ["soyuz: soyuz-1 to soyuz-3 +9"]


def test_a_circle_of_names_ends() -> None:
    """Two visits that name one another relieve nobody, and nobody walks round for ever."""
    facts = world(
        soyuz(1, "2001-04-01", "2001-04-09", "vic"),
        soyuz(2, "2001-05-01", "2001-05-09", "pat"),
        soyuz(3, "2001-07-01", "", "cid"),
        relieves={"soyuz-1": "soyuz-2", "soyuz-2": "soyuz-1", "soyuz-3": "soyuz-1"},
    )
    assert told(facts) == []


def test_a_shuttle_is_both() -> None:
    """It brings Bob on 1 May and takes Ann, all who lived there, home on the 9th: 8 days."""
    facts = world(
        soyuz(1, "2001-01-01", "", "ann"),
        shuttle(1, "2001-05-01", "2001-05-09", "bob"),
        progress(1, "2001-12-01", "2001-12-31"),
        down={"sts-1": "ann"},
    )
    assert told(facts) == ["None: sts-1 to sts-1 +8"]
