"""A way out as a what-if file: laid over its case, it eases what the relaxation eases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.domain import (
    RULE_NUMBERS,
    Demand,
    DemandKind,
    Grade,
    Problem,
    Relaxation,
    RuleNumber,
    Verdict,
    Waiver,
)
from scheduler.scenarios import relaxed_what_if
from tests.scenarios.asking import posed
from tests.scenarios.world import HEAD

BASE, WAY = "what-ifs/base.yaml", "ways/way-1.yaml"
UNDER = ("../what-ifs/base.yaml",)
CHANGES = """\
least_grade: G3
changes:
  - {change: flight, flight: soyuz-ms-23, earliest_launch: 2023-02-20, latest_launch: 2023-03-31}
  - {change: flight, flight: soyuz-ms-24, launch_from: 2023-09-20}
  - {change: flight, flight: crew-5, earliest_undock: 2023-03-05, latest_undock: 2023-03-20}
  - {change: pin, flight: soyuz-ms-23, event: undock, day: 2023-09-27}
  - {change: pin, flight: soyuz-ms-23, event: land, day: 2023-09-27}
  - {change: person, person: rubio, must_return_by: 2023-10-01, down: crew-5}
  - {change: person, person: chub, unavailable: {from: 2023-02-01, to: 2023-03-01}}
  - {change: handover, outgoing: soyuz-ms-23, incoming: soyuz-ms-24, kind: direct}
  - {change: waiver, rule: VL-1, subject: crew-5, bound: 215, authority: NASA, reason: analysed}
"""
SUBJECTS = {
    "flight": "soyuz-ms-24",
    "port": "rassvet-nadir",
    "pad": "baikonur-31",
    "line": "soyuz",
    "segment": "USOS",
    "person": "rubio",
    "station": "iss",
}
LIMITS = [
    (number, kind)
    for number in RULE_NUMBERS
    for kind in number.subjects
    if not number.number.startswith("wished_")
]
BASE_PROBLEM = posed({BASE: HEAD + CHANGES}, BASE)
DAYS = [
    demand
    for demand in BASE_PROBLEM.demands
    if demand.day and demand.kind is not DemandKind.UNAVAILABLE
]


def relaxation(*, waived: tuple[Waiver, ...] = (), moved: tuple[Demand, ...] = ()) -> Relaxation:
    """Make a relaxation of waivers and moved demands."""
    return Relaxation((), Verdict.FEASIBLE.value, "", waived, moved)


def laid(way: Relaxation) -> Problem:
    """Write the file of a way out, read it back and lay it over the case."""
    texts = {BASE: HEAD + CHANGES, WAY: relaxed_what_if(BASE_PROBLEM, way, UNDER)}
    return posed(texts, WAY)


def told(problem: Problem) -> Problem:
    """Leave out where things are written and why, and the order in which they stand."""
    demands = (replace(demand, at="", why="") for demand in problem.demands)
    waivers = (replace(waiver, at="") for waiver in problem.waivers)
    return replace(
        problem,
        title="",
        demands=tuple(sorted(demands, key=str)),
        waivers=tuple(sorted(waivers, key=str)),
    )


def waiver_of(number: RuleNumber, kind: str) -> Waiver:
    """Make a waiver of one number."""
    bound = Grade.G4 if number.number == "least_grade" else 3
    subject = SUBJECTS[kind]
    return Waiver(
        number.rule, number.number, subject, bound, "the planner", "proposed; not signed: #1"
    )


@pytest.mark.parametrize(
    ("number", "kind"), LIMITS, ids=lambda one: getattr(one, "number", str(one))
)
def test_every_number_that_can_be_waived(number: RuleNumber, kind: str) -> None:
    """The file says which number of which rule for whom, how far, by whom and why."""
    way = relaxation(waived=(waiver_of(number, kind),))
    assert told(laid(way)) == told(BASE_PROBLEM.relaxed(way))


@pytest.mark.parametrize("demand", DAYS, ids=lambda demand: demand.kind.value + demand.event)
def test_every_demand_that_can_move(demand: Demand) -> None:
    """The file demands the other day instead; it is the same demand in all else."""
    assert demand.day
    way = relaxation(moved=(replace(demand, day=demand.day.replace(day=15)),))
    again = laid(way)
    assert told(again) == told(BASE_PROBLEM.relaxed(way))
    assert len(again.demands) == len(BASE_PROBLEM.demands)


def test_the_days_of_all_kinds_are_tried() -> None:
    """Each kind of demand that gives a day is moved above, pins of two events among them."""
    assert {demand.kind for demand in DAYS} == {
        DemandKind.EARLIEST_LAUNCH,
        DemandKind.LAUNCH_FROM,
        DemandKind.LATEST_LAUNCH,
        DemandKind.EARLIEST_UNDOCK,
        DemandKind.LATEST_UNDOCK,
        DemandKind.PIN_EVENT,
        DemandKind.RETURN_BY,
    }
    assert len(DAYS) == 8


def test_several_at_once() -> None:
    """Waivers and moved demands stand in one file, two demands on one flight among them."""
    early, late = (one for one in DAYS if one.subject == "soyuz-ms-23" and not one.event)
    way = relaxation(
        waived=tuple(waiver_of(*one) for one in LIMITS[:4]),
        moved=(
            replace(early, day=date(2023, 2, 15)),
            replace(late, day=date(2023, 4, 15)),
        ),
    )
    assert told(laid(way)) == told(BASE_PROBLEM.relaxed(way))


def test_a_number_that_is_waived_already_is_waived_further() -> None:
    """The new bound holds, in the file as in the relaxation."""
    longer = Waiver("VL-1", "life_days", "crew-5", 230, "the planner", "more")
    way = relaxation(waived=(longer,))
    for problem in (laid(way), BASE_PROBLEM.relaxed(way)):
        assert problem.bound("VL-1", "life_days", "crew-5") == 230


def test_a_waiver_may_hold_for_some_days_only() -> None:
    """The file says from which day, and to which, that one not included."""
    waiver = waiver_of(*LIMITS[0])
    days = (date(2023, 4, 19), date(2023, 5, 19))
    for from_on, to_on in (days, (days[0], None), (None, days[1])):
        way = relaxation(waived=(replace(waiver, from_on=from_on, to_on=to_on),))
        assert told(laid(way)) == told(BASE_PROBLEM.relaxed(way))


def test_the_file_reads_well() -> None:
    """Its header is that of the case, its title says what it is, its words are not in quotes."""
    way = relaxation(waived=(waiver_of(*LIMITS[0]),))
    assert relaxed_what_if(BASE_PROBLEM, way, ["base.yaml"]) == (
        'title: "T, relaxed"\n'
        "station: iss\n"
        "as_of: 2023-01-11\n"
        "until: 2023-12-31\n"
        'under: ["base.yaml"]\n'
        "changes:\n"
        "  - change: waiver\n"
        "    rule: LB-1\n"
        "    number: least_grade\n"
        "    subject: iss\n"
        "    bound: G4\n"
        "    authority: the planner\n"
        '    reason: "proposed; not signed: #1"\n'
    )
