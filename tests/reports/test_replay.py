"""The report of a past day planned again: what makes the difference, then all that differs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Finding, PartDifference, Plan, Verdict
from scheduler.history import Replay
from scheduler.reports import replay_report, replays_table
from tests.reports.history_example import make_context
from tests.reports.past_example import (
    CREW_6,
    DATES,
    FLOWN,
    MOVED,
    SEATS,
    TOO_LONG,
    make_hopeless_replay,
    make_replay,
)
from tests.reports.test_ledger import row
from tests.reports.test_width import CODES, check_lines

SHORT = Finding("HO-1", "handover-overlap", "A", "soyuz-ms-23", "No overlap.")
EARLY = Finding("readiness", "published-launch", "A", "soyuz-ms-23", "Too early.")
ASKED = Finding("what-if", "what-if-demand", "P", "soyuz-ms-23", "Not as asked.")


def drawn(one: Replay, width: int = 100) -> str:
    """Draw a replay."""
    return replay_report(one, make_context(), width, colour=False)


def blocks(one: Replay) -> list[str]:
    """Draw a replay, and give its sections with blanks made single."""
    return [" ".join(block.split()) for block in drawn(one).split("\n\n")]


def reason(one: Replay) -> str:
    """Give what is said to make the difference."""
    return blocks(one)[1]


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Verdict.OPTIMAL, "Planned again: Soyuz MS-22 loses its coolant"),
        (Verdict.FEASIBLE, "Planned again, not proved best: Soyuz MS-22 loses its coolant"),
        (Verdict.UNDECIDED, "undecided: Soyuz MS-22 loses its coolant"),
    ],
)
def test_it_begins_with_the_plan(verdict: Verdict, told: str) -> None:
    """How it ended, which days were planned, and how long it took."""
    assert drawn(make_replay(verdict=verdict)).splitlines()[:3] == [
        told,
        "International Space Station, as of 2023-01-11, until 2023-12-31",
        "1.5 s of solving (ortools-cp-sat 9.15.6755)",
    ]


def test_the_first_goal_that_differs_makes_the_difference() -> None:
    """Less is better: 2 person-days against 7."""
    assert reason(make_replay()) == (
        "The goal seats makes the difference: person-days without a seat 2 in the plan and 7 as"
        " flown, so the plan is better by it."
    )


def test_that_reality_is_better_is_a_fault_of_ours() -> None:
    """A plan that is not the best is said to be none, with no word against reality."""
    better = PartDifference("change", "days", 1240, 1200, True)
    assert reason(make_replay(goals=(better,))) == (
        "The goal change makes the difference: days moved 1,240 in the plan and 1,200 as flown, so"
        " what was flown is better by it. It keeps every rule of the case, too, so the plan is not"
        " the best: a fault of ours."
    )


def test_a_search_cut_short_may_have_missed_a_better_plan() -> None:
    """It is said last."""
    told = reason(make_replay(verdict=Verdict.FEASIBLE))
    assert told.endswith("by it. The search was cut short, so a better plan may exist.")


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        pytest.param((TOO_LONG,), "does not keep VL-1.", id="one"),
        pytest.param((TOO_LONG, TOO_LONG), "does not keep VL-1.", id="one-twice"),
        pytest.param(
            (TOO_LONG, SHORT, EARLY),
            "does not keep VL-1, HO-1 and the published readiness.",
            id="several",
        ),
        pytest.param((ASKED,), "does not keep what the case asks for.", id="a-demand"),
    ],
)
def test_rules_that_were_not_kept(broken: tuple[Finding, ...], told: str) -> None:
    """They are named before any goal, each once, and then told in full."""
    found = blocks(make_replay(broken=broken))
    start = "The plan keeps every rule of the case; what was flown "
    assert found[1].startswith(f"{start}{told} The goal seats makes the difference")
    assert found[2].startswith("Rules that were not kept rule what was flown ")


def test_a_breach_is_told_with_names() -> None:
    """As the rule words it."""
    text = drawn(make_replay(broken=(TOO_LONG, SHORT)))
    assert row(text, "VL-1") == "VL-1 Soyuz MS-23 lands 215 days after launch."
    assert row(text, "HO-1") == "HO-1 No overlap."


def test_a_breach_makes_reality_no_better() -> None:
    """Then no fault is claimed, though the goals are met better."""
    better = PartDifference("seats", "G4", 7, 2, True)
    told = reason(make_replay(goals=(better,), broken=(TOO_LONG,)))
    assert told.endswith("so what was flown is better by it.")


def test_goals_and_dates_that_differ_are_listed() -> None:
    """From 29 August to 27 September are 2 + 27 days."""
    text = drawn(make_replay())
    assert row(text, "seats") == "seats person-days without a seat 2 7 +5"
    assert row(text, "change") == "change days moved 24 20 -4 not proved"
    assert row(text, "Soyuz MS-23") == "Soyuz MS-23 launch 2023-02-20 2023-02-24 +4 d"
    assert row(text, "undock") == "undock 2023-08-29 2023-09-27 +29 d"


def test_dates_that_no_goal_counts() -> None:
    """Two plans may be equally good."""
    told = blocks(make_replay(goals=()))
    assert told[1] == "No goal differs: dates differ that no goal counts."
    assert [block.partition(":")[0] for block in told[2:]] == ["Flights that differ"]


def test_reality_was_the_plan() -> None:
    """One sentence, and nothing is drawn below it."""
    assert blocks(make_replay(goals=(), flights=()))[1:] == [
        "What was flown is the plan: no goal and no date differs."
    ]


def test_without_a_plan_the_conflict_is_told() -> None:
    """There is nothing to compare, but what was flown broke is told all the same."""
    _, told, broken, conflict = blocks(make_hopeless_replay())
    assert told == "By these rules there was no plan, so there is nothing to compare."
    assert broken.startswith("Rules that were not kept")
    assert conflict.startswith("Why there was no plan 1 requirement cannot hold")
    assert "Soyuz MS-23 lands in time." in conflict


def cells(one: Replay, *others: Replay) -> list[str]:
    """List replays, and give the first row of the table."""
    text = replays_table((one, *others), 200, colour=False)
    assert text.splitlines()[0] == f"Past days planned again: {1 + len(others)} " + (
        "cases" if others else "case"
    )
    return [cell.strip() for cell in text.splitlines()[2].strip().split("  ") if cell.strip()]


def test_a_list_of_replays() -> None:
    """One of two ships is alike; 4 days of launch and 29 of undocking are 33."""
    assert cells(make_replay(broken=(TOO_LONG, SHORT, TOO_LONG)), make_replay()) == [
        "ms-22-2023-01-11",
        "2023-01-11",
        "optimal",
        "1 of 2",
        "33",
        "seats G4: 2 to 7",
        "VL-1, HO-1",
    ]


def test_a_replay_like_reality() -> None:
    """All ships are alike, no day is off, and nothing is broken."""
    one = make_replay(goals=(), flights=())
    alike = replace(one, flown=replace(one.flown, plan=one.run.plan))
    assert cells(alike)[3:] == ["2 of 2", "0", "none", "-"]


def test_a_replay_without_a_plan() -> None:
    """Nothing can be counted."""
    assert cells(make_hopeless_replay()) == [
        "hopeless",
        "2023-01-11",
        "infeasible",
        "-",
        "-",
        "no plan",
        "VL-1",
    ]


def test_a_ship_that_flew_in_one_of_the_two() -> None:
    """It is not alike, and no days can be counted for it."""
    one = make_replay(flights=DATES[:1])
    assert cells(replace(one, flown=replace(one.flown, plan=Plan(flights=(CREW_6,)))))[3:5] == [
        "1 of 2",
        "0",
    ]


def test_a_ship_that_waits_in_one_of_the_two() -> None:
    """It has no days to count, or only some: 29 of its undocking."""
    waits = replace(FLOWN, launch_on=None, dock_on=None, undock_on=None, land_on=None)
    docked = replace(FLOWN, launch_on=None)
    for ship, days in ((waits, "0"), (docked, "29")):
        one = make_replay()
        one = replace(one, flown=replace(one.flown, plan=Plan(flights=(ship, CREW_6))))
        assert cells(one)[4] == days


def test_a_part_is_listed_in_words() -> None:
    """Thousands are set apart."""
    waiting = PartDifference("change", "crews_waiting", 1000, 2000, True)
    assert cells(make_replay(goals=(waiting, SEATS, MOVED)))[5] == (
        "change crews waiting: 1,000 to 2,000"
    )


def test_every_width() -> None:
    """No line is wider than asked, in the report and in the list."""
    one, none = make_replay(broken=(TOO_LONG,)), make_hopeless_replay()
    for width in range(60, 201):
        check_lines(drawn(one, width), width)
        check_lines(drawn(none, width), width)
        check_lines(replays_table((one, none), width, colour=False), width)


def test_colour_adds_codes_and_nothing_else() -> None:
    """Without its codes the coloured report is the plain one."""
    coloured = replay_report(make_replay(), make_context(), 100, colour=True)
    assert "\x1b[" in coloured
    assert CODES.sub("", coloured) == drawn(make_replay())
    listed = replays_table((make_replay(),), 100, colour=True)
    assert CODES.sub("", listed) == replays_table((make_replay(),), 100, colour=False)
