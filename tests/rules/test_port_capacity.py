"""Port capacity (PT-1): worked by hand, then both voices must agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from scheduler.domain import Plan
from scheduler.rules.port_capacity import PortCapacity
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    POISK,
    RASSVET,
    make_flight,
    make_problem,
    make_waiver,
    with_rules,
)

RULE = PortCapacity()
MS_1 = make_flight("ms-1", launch=-8, undock=5, crew=("ann",))
MS_2 = make_flight("ms-2", launch=6, undock=30, crew=("bob",))
MS_3 = make_flight("ms-3", launch=8, undock=40, crew=("cat",), ports=((POISK, 8),))
AT_POISK = (POISK, 0)


def both(undock: int, launch: int, **more: Voyage) -> dict[str, Voyage]:
    """Let ms-1 leave on one day and ms-2 come on another, both at Rassvet."""
    return {"ms-1": Voyage(undock=undock), "ms-2": Voyage(launch=launch), **more}


@pytest.mark.parametrize(
    ("gap", "voyages", "allowed"),
    [
        pytest.param(1, {"ms-2": Voyage(ports=(AT_POISK,))}, True, id="never-at-one-port"),
        pytest.param(1, both(5, 6), True, id="exactly-the-gap"),
        pytest.param(1, both(5, 5), False, id="one-day-short-of-the-gap"),
        pytest.param(0, both(5, 5), True, id="no-gap"),
        pytest.param(0, both(5, 4), False, id="both-at-once"),
        pytest.param(0, both(0, 0), True, id="changed-on-the-first-day"),
        pytest.param(1, both(0, 0), False, id="changed-too-soon-on-the-first-day"),
        pytest.param(2, both(7, 9), True, id="changed-on-the-last-day"),
        pytest.param(2, both(8, 9), False, id="changed-too-soon-on-the-last-day"),
        pytest.param(0, both(40, 9), False, id="both-at-once-beyond-until"),
        pytest.param(1, both(30, 9, **{"ms-2": Voyage(flies=False)}), True, id="does-not-come"),
        pytest.param(
            1,
            both(30, 6, **{"ms-1": Voyage(undock=30, ports=((RASSVET, -8), (POISK, 5)))}),
            True,
            id="moved-away-in-time",
        ),
        pytest.param(
            1,
            both(30, 6, **{"ms-1": Voyage(undock=30, ports=((RASSVET, -8), (POISK, 6)))}),
            False,
            id="moved-away-too-late",
        ),
        pytest.param(
            1,
            both(30, 6, **{"ms-1": Voyage(undock=30, ports=((RASSVET, -8), (POISK, 0)))}),
            True,
            id="moved-away-on-the-first-day",
        ),
    ],
)
def test_worked_cases(gap: int, voyages: dict[str, Voyage], allowed: bool) -> None:
    """Two Soyuz and the port Rassvet, until day 10."""
    station = with_rules(PT_1={"gap_days": gap})
    problem = make_problem(MS_1, MS_2, until=10, station=station)
    plan = make_plan(problem, voyages)
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("bound", "allowed"), [pytest.param(2, True, id="enough"), pytest.param(3, False, id="less")]
)
def test_a_waiver_moves_the_bound(bound: int, allowed: bool) -> None:
    """A gap of 4 days at Rassvet is waived to fewer."""
    waiver = make_waiver("PT-1", "gap_days", RASSVET, bound)
    station = with_rules(PT_1={"gap_days": 4})
    problem = make_problem(MS_1, MS_2, until=10, station=station, waivers=(waiver,))
    plan = make_plan(problem, both(4, 6))
    assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(*BUSY, until=12, station=with_rules(PT_1={"gap_days": 1}))


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_findings_say_who_and_when() -> None:
    """Two ships at once, and two in too quick a turn, are told; each pair once."""
    # at Rassvet: ms-1 to day 20, ms-2 from 6 to 8, ms-3 from day 9: it meets ms-1 and ms-2
    station = with_rules(PT_1={"gap_days": 2})
    problem = make_problem(MS_1, MS_2, MS_3, until=10, station=station)
    voyages = {
        "ms-1": Voyage(undock=20),
        "ms-2": Voyage(undock=8),
        "ms-3": Voyage(launch=9, undock=25, ports=((RASSVET, 9),)),
    }
    assert [f.text for f in breaches(RULE, make_plan(problem, voyages), problem)] == [
        "ms-1 and ms-2 are both at rassvet-nadir from 2030-01-07 up to 2030-01-09.",
        "ms-1 and ms-3 are both at rassvet-nadir from 2030-01-10 up to 2030-01-21.",
    ]


def test_finding_of_a_gap() -> None:
    """A gap cut short is told with its days."""
    station = with_rules(PT_1={"gap_days": 2})
    problem = make_problem(MS_1, MS_2, until=10, station=station)
    [finding] = breaches(RULE, make_plan(problem, both(5, 6)), problem)
    assert finding.text == (
        "ms-2 comes to rassvet-nadir on 2030-01-07, 1 day after ms-1 left; the gap is 2 days."
    )
