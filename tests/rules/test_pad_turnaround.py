"""Pad turnaround (TR-7, TR-8): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Outage, Pad, PastEvent, Plan
from scheduler.rules.pad_turnaround import PadTurnaround
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, POISK, TINY, make_flight, make_problem, make_waiver, on

RULE = PadTurnaround()
PAD = "baikonur-31"
THREE_DAYS = replace(TINY, pads={pad: Pad(pad, 3) for pad in TINY.pads})
MS_1 = make_flight("ms-1", launch=2, undock=20, crew=("ann",))
MS_2 = make_flight("ms-2", launch=6, undock=30, crew=("bob",), ports=((POISK, 6),))
TWO = make_problem(MS_1, MS_2, until=10, station=THREE_DAYS)


@pytest.mark.parametrize(
    ("first", "second", "allowed"),
    [
        pytest.param(1, 8, True, id="never-near"),
        pytest.param(2, 5, True, id="exactly-turned-round"),
        pytest.param(2, 4, False, id="one-day-short"),
        pytest.param(4, 2, False, id="the-other-way-round"),
        pytest.param(0, 3, True, id="from-the-first-day"),
        pytest.param(0, 2, False, id="from-the-first-day-and-short"),
        pytest.param(6, 9, True, id="to-the-last-day"),
        pytest.param(7, 9, False, id="to-the-last-day-and-short"),
    ],
)
def test_worked_cases(first: int, second: int, allowed: bool) -> None:
    """Two launches from one pad that needs 3 days."""
    plan = make_plan(TWO, {"ms-1": Voyage(launch=first), "ms-2": Voyage(launch=second)})
    assert voices(RULE, plan, TWO) == (allowed, allowed)


def test_other_pads_and_ships_on_the_ground_do_not_count() -> None:
    """Two pads do not keep one another waiting, nor does a ship that does not fly."""
    elsewhere = make_problem(MS_1, replace(MS_2, pad="lc-39a"), until=10, station=THREE_DAYS)
    plan = make_plan(elsewhere, {"ms-1": Voyage(launch=6)})
    assert voices(RULE, plan, elsewhere) == (True, True)
    grounded = make_plan(TWO, {"ms-1": Voyage(launch=6), "ms-2": Voyage(flies=False)})
    assert voices(RULE, grounded, TWO) == (True, True)


@pytest.mark.parametrize(
    ("last", "pad", "allowed"),
    [
        pytest.param(-3, PAD, True, id="three-days-ago"),
        pytest.param(-2, PAD, False, id="two-days-ago"),
        pytest.param(-2, "lc-39a", True, id="from-another-pad"),
    ],
)
def test_the_past_counts(last: int, pad: str, allowed: bool) -> None:
    """A launch just behind us keeps the pad; ms-1 launches on the first day."""
    past = (PastEvent("x", "launch", on(-9), PAD), PastEvent("y", "launch", on(last), pad))
    problem = make_problem(MS_1, until=10, station=THREE_DAYS, past_events=past)
    plan = make_plan(problem, {"ms-1": Voyage(launch=0)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("bound", "allowed"), [pytest.param(2, True, id="enough"), pytest.param(3, False, id="less")]
)
def test_a_waiver_moves_the_bound(bound: int, allowed: bool) -> None:
    """The pad is waived to turn round in fewer days than its 5."""
    waiver = make_waiver("TR-7", "turnaround_days", PAD, bound)
    station = replace(TINY, pads={pad: Pad(pad, 5) for pad in TINY.pads})
    problem = make_problem(MS_1, MS_2, until=10, station=station, waivers=(waiver,))
    plan = make_plan(problem, {"ms-1": Voyage(launch=4)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("outage", "launch", "allowed"),
    [
        pytest.param(Outage("pad", PAD, on(3), on(6)), 2, True, id="the-day-before"),
        pytest.param(Outage("pad", PAD, on(3), on(6)), 3, False, id="its-first-day"),
        pytest.param(Outage("pad", PAD, on(3), on(6)), 5, False, id="its-last-day"),
        pytest.param(Outage("pad", PAD, on(3), on(6)), 6, True, id="the-day-after"),
        pytest.param(Outage("pad", PAD, on(-3), on(1)), 0, False, id="under-way-on-the-first-day"),
        pytest.param(Outage("pad", PAD, on(-3), on(0)), 0, True, id="over-on-the-first-day"),
        pytest.param(Outage("pad", PAD, on(9), on(10)), 9, False, id="on-the-last-day"),
        pytest.param(Outage("pad", PAD, on(3), None), 9, False, id="for-good"),
        pytest.param(Outage("pad", "lc-39a", on(3), None), 9, True, id="another-pad"),
        pytest.param(Outage("launcher", "soyuz", on(3), on(6)), 4, False, id="grounded"),
        pytest.param(Outage("launcher", "falcon-9", on(3), on(6)), 4, True, id="another-family"),
        pytest.param(Outage("port", PAD, on(3), on(6)), 4, True, id="another-kind-of-outage"),
    ],
)
def test_outages(outage: Outage, launch: int, allowed: bool) -> None:
    """No launch while the pad or the launcher family is out."""
    problem = make_problem(MS_1, until=10, station=THREE_DAYS, outages=(outage,))
    plan = make_plan(problem, {"ms-1": Voyage(launch=launch)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(
    *BUSY,
    until=12,
    station=THREE_DAYS,
    outages=(Outage("pad", PAD, on(3), on(5)), Outage("launcher", "falcon-9", on(9), None)),
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_findings_name_pad_and_launches() -> None:
    """A pad turned round too fast, and a launch while it is out, are told."""
    problem = replace(TWO, outages=(Outage("pad", PAD, on(6), None),))
    plan = make_plan(problem, {"ms-1": Voyage(launch=5)})
    assert [finding.text for finding in breaches(RULE, plan, problem)] == [
        "ms-1 (2030-01-06) and ms-2 (2030-01-07) launch from baikonur-31 less than 3 days apart.",
        "ms-2 launches on 2030-01-07 while baikonur-31 is out.",
    ]
