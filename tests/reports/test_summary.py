"""So what happens: plain sentences, made from the plan and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scheduler.domain import FlightPlan, Handover, Plan, Run, Stay
from scheduler.reports import Context
from scheduler.reports.context import View
from scheduler.reports.summary import sentences
from tests.reports.example import HANDOVERS, make_run
from tests.reports.example_endings import make_quiet_run
from tests.reports.example_ships import CREW_5, MS_22, day, make_context, make_flight


def told(run: Run, context: Context | None = None) -> list[str]:
    """List the sentences about a run."""
    return list(sentences(View(run, context or make_context(), 80)))


def told_of(**parts: Any) -> list[str]:  # noqa: ANN401  (any part of a plan)
    """List the sentences about a plan made of these parts."""
    return told(replace(make_quiet_run(), plan=Plan(**parts)))


def make_stay(person: str, longer: int | None, days: int | None = 200, **parts: str) -> Stay:
    """Make somebody's stay on Crew-5, longer by so many days than published."""
    down = parts.get("down", "crew-5")
    start, end, planned = day("2022-10-06"), day("03-06"), day("03-07")
    return Stay(person, "crew-5", down, start, end, days, planned, longer)


def test_the_leak_told_in_sentences() -> None:
    """The week of the leak, sentence by sentence, in the order that matters."""
    assert told(make_run()) == [
        "Soyuz MS-23 goes up empty on 2023-02-20, 24 days earlier than published.",
        "Soyuz MS-22 lands empty on 2023-03-28, the published day.",
        "Petelin, Prokopyev and Rubio stay 371 days instead of 188, 183 more than published,"
        " landing on Soyuz MS-23 on 2023-09-27.",
        "Chub, Kononenko and O'Hara go up on Soyuz MS-24 (2023-09-15) instead of Soyuz MS-23.",
        "Petelin, Prokopyev and Rubio are without a certified seat of their own,"
        " 2023-01-11 to 2023-02-25; from 2023-02-26 on everyone has one.",
        "All 3 handovers are direct, 7 to 12 days of overlap.",
        "The plan leans on 1 waiver: VL-1 for Soyuz MS-23 (219 where the limit is 210).",
        "16 of 18 flights keep their published dates: all but Soyuz MS-23 and Soyuz MS-24.",
    ]


def test_quiet_plan_says_so() -> None:
    """Where nothing happens the paragraph says that, and is short."""
    assert told(make_quiet_run(), make_context(crews=False)) == [
        "Nobody aboard is extended.",
        "Everyone has a certified seat of their own on every day (G0).",
        "The handover from SpaceX Crew-5 to SpaceX Crew-6 is direct, 7 days of overlap.",
        "The plan needs no waiver.",
        "Every flight keeps its published dates.",
    ]


def test_crew_move_without_published_crews() -> None:
    """Where the published crews are not known, the ship they leave is not named."""
    sentence = "Chub, Kononenko and O'Hara go up on Soyuz MS-24 (2023-09-15), published with"
    assert any(s.startswith(sentence) for s in told(make_run(), make_context(crews=False)))


def test_extensions_longest_first_and_grouped() -> None:
    """People with the same extension stand together, the longest first, at most three groups."""
    longer = {"mann": 5, "cassada": 30, "kikina": 5, "wakata": 9, "rubio": 2, "bowen": -1}
    lines = told_of(stays=tuple(make_stay(person, by) for person, by in longer.items()))
    assert lines[:4] == [
        "Cassada stays 200 days instead of 170, 30 more than published.",
        "Wakata stays 200 days instead of 191, 9 more than published.",
        "Mann and Kikina stay 200 days instead of 195, 5 more than published.",
        "2 more people are moved by up to 2 days.",
    ]


@pytest.mark.parametrize(
    ("stay", "sentence"),
    [
        (make_stay("mann", -4, 148), "Mann stays 148 days instead of 152, 4 fewer than published."),
        (make_stay("mann", 3, None), "Mann stays 3 days more than published."),
        (make_stay("mann", 0), "Nobody aboard is extended."),
        (
            make_stay("mann", None, down="crew-6"),
            "Mann, up on SpaceX Crew-5, landing on SpaceX Crew-6.",
        ),
    ],
)
def test_one_stay(stay: Stay, sentence: str) -> None:
    """Home early, of unknown length, unchanged, or home on another ship."""
    assert sentence in told_of(stays=(stay,))


def test_who_waits() -> None:
    """Who waits for a ship beyond the horizon is told with the ship; so is who has none."""
    days = (day("2024-03-23"), day("2024-03-25"), day("2024-09-23"), day("2024-09-23"))
    later = FlightPlan("soyuz-ms-24", "soyuz-ms", "waiting", *days)
    grounded = FlightPlan("crew-7", "crew-dragon", "cancelled", None, None, None, None)
    waiting = [Stay(p, "soyuz-ms-24", "soyuz-ms-24", None, None, None, None, None) for p in MS_22]
    lost = Stay("mann", None, None, None, None, None, None, None)
    flights = (later, grounded, replace(later, flight="crew-6"))
    lines = told_of(flights=flights, stays=(*waiting, lost))
    assert lines[1:5] == [
        "Petelin, Prokopyev and Rubio wait beyond 2023-12-31, for Soyuz MS-24 (2024-03-23).",
        "Mann waits beyond 2023-12-31, without a ship so far.",
        "SpaceX Crew-6 flies after 2023-12-31.",
        "SpaceX Crew-7 is cancelled.",
    ]


@pytest.mark.parametrize(
    ("handovers", "sentences"),
    [
        (
            [(True, 7), (False, 31), (True, 7)],
            [
                "2 of 3 handovers are direct, 7 days of overlap.",
                "SpaceX Crew-6 arrives 31 days after SpaceX Crew-5 has left.",
            ],
        ),
        ([(False, 1)], ["SpaceX Crew-6 arrives 1 day after SpaceX Crew-5 has left."]),
        (
            [(True, 1)],
            ["The handover from SpaceX Crew-5 to SpaceX Crew-6 is direct, 1 day of overlap."],
        ),
        ([], []),
    ],
)
def test_handovers(handovers: list[tuple[bool, int]], sentences: list[str]) -> None:
    """Direct ones are counted with their overlap, each gap is named."""
    made = tuple(Handover("dragon", "crew-5", "crew-6", *kind) for kind in handovers)
    assert [line for line in told_of(handovers=made) if "Crew-5" in line or "direct" in line] == (
        sentences
    )


def test_many_gaps_are_counted() -> None:
    """No more than three gaps are named."""
    lines = told_of(handovers=tuple(replace(h, is_direct=False) for h in HANDOVERS * 2))
    assert "3 more handovers are indirect." in lines


def test_seats_that_are_lost_at_times() -> None:
    """Where the lesser seats are not all at once, the sentence does not pretend so."""
    run = make_run()
    assert run.plan
    seats = tuple(seat for seat in run.plan.seats if seat.person != "rubio" or seat.flight is None)
    lines = told(replace(run, plan=replace(run.plan, seats=seats)))
    assert (
        "Petelin, Prokopyev and Rubio are without a certified seat of their own at times, within"
        " 2023-01-11 to 2023-02-25; from 2023-02-26 on everyone has one." in lines
    )


def test_lesser_seats_until_the_end() -> None:
    """What does not get better within the horizon is not said to get better."""
    run = make_run()
    lines = told(replace(run, until=day("02-26")))
    sentence = "are without a certified seat of their own, 2023-01-11 to 2023-02-25."
    assert any(line.endswith(sentence) for line in lines)


def test_waivers_given_but_not_needed() -> None:
    """A waiver that the plan does not lean on is not counted."""
    [unneeded] = [waiver for waiver in make_run().waivers if not waiver.is_needed]
    assert "The plan needs no waiver." in told(replace(make_run(), waivers=(unneeded,)))
    both = told(replace(make_run(), waivers=(unneeded, replace(unneeded, rule="HO-4"))))
    assert "The plan needs none of the 2 waivers given." in both


def test_waiver_of_unknown_use() -> None:
    """A waiver without numbers is named without them."""
    needed = replace(make_run().waivers[1], used=None)
    lines = told(replace(make_run(), waivers=(needed,)))
    assert "The plan leans on 1 waiver: VL-1 for Soyuz MS-23." in lines


def test_empty_ship_that_was_not_published() -> None:
    """A ship that a what-if adds has no published day to be compared with."""
    added = make_flight("crew-6", "02-26 02-27 09-03 09-04", "harmony-zenith", down=CREW_5)
    lines = told_of(flights=(replace(added, published={}),))
    assert lines[0] == "SpaceX Crew-6 goes up empty on 2023-02-26."


def test_empty_both_ways_in_one_sentence() -> None:
    """A ship that brings nobody and takes nobody is told once."""
    crewed = make_flight(
        "crew-5", "2022-10-05 2022-10-06 03-06 03-07", "harmony-forward", up=CREW_5
    )
    empty = make_flight("crew-6", "02-26 02-27 09-03 09-04", "harmony-zenith")
    lines = told_of(flights=(crewed, empty))
    assert lines[0] == (
        "SpaceX Crew-6 goes up empty on 2023-02-26, the published day, and lands empty on"
        " 2023-09-04, the published day."
    )


def test_most_dates_moved() -> None:
    """Many moved flights are counted, not named."""
    flights = [
        make_flight(
            f"crew-{n}",
            "02-26 02-27 09-03 09-04",
            "harmony-zenith",
            published="02-25 02-26 09-03 09-04",
        )
        for n in range(5, 9)
    ]
    kept = make_flight("ng-19", "08-02 08-04 12-22 12-23", "unity-nadir")
    assert told_of(flights=(*flights, kept))[-1] == "1 of 5 flights keeps its published dates."
    assert told_of(flights=tuple(flights))[-1] == "No flight keeps all its published dates."
