"""Issue 3, point 4: what the planners of January 2023 would ask, answered on the real week.

What is expected is worked out from the facts and the rules here, day by day; nothing is taken
from an answer. Time limits are far off, so that a slow machine gives the same answers.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from scheduler.domain import Contrast, Problem, Verdict
from scheduler.planning import Limits, Wanted, asked_case, read_case, why_not
from scheduler.planning.reasons import Reasons, reasons
from tests.command import WHAT_IFS
from tests.planning.conftest import unheard

pytestmark = pytest.mark.slow

LIMITS = Limits(time_limit_s=1200)
WEEK, NOBODY_WITHOUT = "ms-22-leak", "nobody-without-a-seat"
OLD_CREW = ["petelin", "prokopyev", "rubio"]
MS_22_LAUNCH, LIFE = date(2022, 9, 21), timedelta(days=210)
MS_23_LAUNCH, MS_23_HOME = date(2023, 2, 20), date(2023, 9, 27)  # in the plan of the week
MS_23_PUBLISHED = date(2023, 3, 16)
PUBLISHED_HOME = date(2023, 3, 28)  # of MS-22 and its crew
MS_24_LAUNCH, MS_24_HOME = date(2023, 9, 15), date(2024, 4, 6)  # as published
LINERS = timedelta(days=4)  # from docking, which for a Soyuz is the day of the launch


def answered(question: str) -> Contrast:
    """Ask the plan of the week."""
    path = WHAT_IFS / f"{WEEK}.yaml"
    case = read_case(path)
    read, other = asked_case(question, case, path, (path.name,))
    return why_not(read, case, other, "asked", LIMITS, unheard)


def posed(what_if: str, question: str = "") -> Problem:
    """Read a shipped what-if, with a question laid over it."""
    path = WHAT_IFS / f"{what_if}.yaml"
    case = read_case(path)
    return asked_case(question, case, path, (path.name,))[1].problem if question else case.problem


def explained(problem: Problem, most_ways: int) -> Reasons:
    """Find a conflict and some ways out, without planning them."""
    return reasons(problem, LIMITS, Wanted(most_ways=most_ways), unheard)


def prices(contrast: Contrast) -> dict[tuple[str, str], tuple[int, int]]:
    """Give the parts of goals that differ: in the plan, and as asked."""
    assert contrast.difference
    assert all(part.is_proved for part in contrast.difference.goals)
    return {(p.goal, p.part): (p.before, p.after) for p in contrast.difference.goals}


def members(found: Reasons) -> set[tuple[str, str]]:
    """Give the rules and subjects of the conflict."""
    [conflict] = found.conflicts
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)
    return {(one.ref, one.subject) for one in conflict.requirements}


def test_why_not_ms_24_in_june() -> None:
    """It can fly on 7 June, from when it is ready; what that costs is the dates.

    The crew rule (HO-3) lets more than seven people be aboard for 14 days, so MS-23 leaves on
    21 June at the latest. MS-24 ends its 210 days on 3 January, 94 days before its published
    landing. The plan has moved MS-23's launch by 24 days already.
    """
    june = date(2023, 6, 7)
    home = june + timedelta(days=14)
    found = answered("soyuz-ms-24 launches by 2023-06-07")
    assert found.asked.verdict is Verdict.OPTIMAL
    moved = (MS_23_PUBLISHED - MS_23_LAUNCH).days
    asked_moved = (
        moved
        + (MS_23_HOME - home).days
        + (MS_24_LAUNCH - june).days
        + (MS_24_HOME - (june + LIFE)).days
    )
    assert (moved, asked_moved) == (24, 24 + 98 + 100 + 94)
    longer, asked_longer = (MS_23_HOME - PUBLISHED_HOME).days, (home - PUBLISHED_HOME).days
    priced = prices(found)
    assert priced["change", "days"] == (moved, asked_moved)
    assert priced["extension", "longest"] == (longer, asked_longer) == (183, 85)
    assert priced["extension", "total"] == (3 * longer, 3 * asked_longer)
    assert {goal for goal, _ in priced} == {"change", "extension", "margin"}
    assert found.difference
    assert {one.subject for one in found.difference.flights} == {"soyuz-ms-23", "soyuz-ms-24"}
    days = {one.subject: one.after for one in found.difference.people if one.what == "days"}
    assert {days[person] for person in OLD_CREW} == {str((home - MS_22_LAUNCH).days)} == {"273"}


def test_why_rubio_cannot_come_home_on_crew_5() -> None:
    """It has four seats for its own four people, and no rule's number makes a fifth.

    In an emergency it holds five (LB-4); that is no seat to plan a landing with (CT-3).
    """
    found = explained(posed(WEEK, "rubio returns on crew-5"), most_ways=3)
    assert found.verdict is Verdict.INFEASIBLE
    assert members(found) == {("what-if", "rubio"), ("CT-3", "crew-5")}
    assert (found.relaxations, found.are_ways_all) == ((), True)


def test_what_it_costs_to_bring_rubio_home_in_march() -> None:
    """Only MS-23 can land him, with the two others, and then nobody is there for MS-24 to relieve.

    It would land on 31 March instead of 27 September, three days after the published landing
    of MS-22, and MS-24 comes on 15 September.
    """
    march = date(2023, 3, 31)
    found = answered("rubio returns by 2023-03-31")
    assert found.asked.verdict is Verdict.OPTIMAL
    priced = prices(found)
    assert priced["change", "days"] == (24, 24 + (MS_23_HOME - march).days)
    assert priced["handover", "gap_days"] == (0, (MS_24_LAUNCH - march).days) == (0, 168)
    assert priced["extension", "longest"] == (183, (march - PUBLISHED_HOME).days) == (183, 3)
    assert priced["extension", "total"] == (3 * 183, 3 * 3)


def test_what_it_costs_if_crew_5_leaves_before_5_march() -> None:
    """Crew-6 docks on 3 March: two days of overlap (HO-1) cannot be, so there is none.

    Dockings and undockings are a day apart (TR-1), so Crew-5 leaves on 2 March, 9 days before
    its published 11th. The gap is a day; the wished five days of handover are all missed.
    """
    found = answered("crew-5 undocks before 2023-03-05")
    assert found.difference
    undocks = [(one.before, one.after) for one in found.difference.flights if one.what == "undock"]
    assert undocks == [("2023-03-11", "2023-03-02")]
    priced = prices(found)
    assert priced["change", "flights"] == (3, 4)
    assert priced["change", "days"] == (24, 24 + 9)
    assert priced["handover", "gap_days"] == (0, 1)
    assert {goal for goal, _ in priced} == {"change", "handover"}


def test_the_handover_to_ms_24_is_direct_already() -> None:
    """MS-24 docks on 15 September, MS-23 leaves on the 27th: nothing changes."""
    found = answered("handover soyuz-ms-23 soyuz-ms-24 direct")
    assert found.difference
    assert found.difference.goals == ()
    assert found.difference.flights == ()


def test_how_long_ms_23_may_slip_before_somebody_is_without_a_seat() -> None:
    """MS-22 ends its 210 days on 19 April; the liners are in MS-23 four days after it docks.

    Without MS-22 two improvised places in Dragons are not enough for three. So MS-23 may be
    launched on 15 April, and not on the 16th.
    """
    last = MS_22_LAUNCH + LIFE - LINERS
    assert last == date(2023, 4, 15)
    on_time = posed(NOBODY_WITHOUT, f"soyuz-ms-23 launches from {last}")
    assert explained(on_time, most_ways=0).verdict is Verdict.FEASIBLE
    late = posed(NOBODY_WITHOUT, f"soyuz-ms-23 launches from {last + timedelta(days=1)}")
    found = explained(late, most_ways=0)
    assert found.verdict is Verdict.INFEASIBLE
    assert members(found) >= {("what-if", "soyuz-ms-23"), ("VL-1", "soyuz-ms-22"), ("LB-1", "iss")}


def test_which_waiver_opens_a_slip_of_ms_23_to_the_middle_of_may() -> None:
    """The planner takes the slip back to 15 April, or MS-22 is certified until 19 May.

    From its launch to the day on which the liners have moved that is 240 days.
    """
    slip = date(2023, 5, 15)
    found = explained(posed(NOBODY_WITHOUT, f"soyuz-ms-23 launches from {slip}"), most_ways=2)
    sooner, longer = found.relaxations
    assert (sooner.is_cheapest, longer.is_cheapest) == (True, True)
    [need], [moved] = sooner.waivers, sooner.moved
    assert (need.rule, need.authority) == ("what-if", "the planner")
    assert moved.day == MS_22_LAUNCH + LIFE - LINERS
    assert need.by == (slip - moved.day).days
    [need], [waiver] = longer.waivers, longer.waived
    assert (need.rule, need.subject, need.authority) == (
        "VL-1",
        "soyuz-ms-22",
        "the certification body",
    )
    assert waiver.bound == (slip + LINERS - MS_22_LAUNCH).days == 240
    assert need.by == 240 - 210


def test_what_plan_a_would_take() -> None:
    """With MS-23 full there are three people more than ships have seats for, all year.

    A Dragon has one place more in an emergency, MS-22 two, so MS-22 must stay as long as the
    plan looks, to the last day of the year: that is what the certification body would sign.
    """
    found = explained(posed("plan-a"), most_ways=1)
    assert found.verdict is Verdict.INFEASIBLE
    assert members(found) >= {("LB-1", "iss"), ("LB-5", "soyuz-ms-22"), ("VL-1", "soyuz-ms-22")}
    [cheapest] = found.relaxations
    assert cheapest.is_cheapest
    [need], [waiver] = cheapest.waivers, cheapest.waived
    assert (need.rule, need.subject, need.authority) == (
        "VL-1",
        "soyuz-ms-22",
        "the certification body",
    )
    assert waiver.bound == (date(2023, 12, 31) - MS_22_LAUNCH).days
    assert need.by == waiver.bound - LIFE.days
