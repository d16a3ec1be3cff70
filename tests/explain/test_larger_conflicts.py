"""Conflicts of three and four members, worked out by hand, each found exactly."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import DemandKind, Problem, Uncrewed
from tests.explain.posing import conflict_of, holding
from tests.referee.hand_made import broken, demand, life, with_calm_rules
from tests.rules.worlds import DRAGON, POISK, make_flight, make_problem

CALM = with_calm_rules()
MS_1 = make_flight("ms-1", launch=-4, undock=2, crew=("ann",))
MS_2 = make_flight("ms-2", launch=5, undock=9, crew=("cat",), ports=((POISK, 5),))


def members(problem: Problem) -> list[tuple[str, str]]:
    """List reference and subject of each member, all claims checked by another route."""
    conflict = conflict_of(problem)
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)
    found = set(conflict.requirements)
    assert holding(problem, found) is None
    assert all(holding(problem, found - {one}) is not None for one in found)
    return sorted((one.ref, one.subject) for one in found)


def test_three_members_life_relief_and_somebody_aboard() -> None:
    """MS-1 lives to day 3, MS-2 is not ready before day 5, somebody is aboard all the time."""
    posed = make_problem(MS_1, MS_2, until=7, station=CALM, overrides=(life(7),))
    assert members(posed) == [("CT-1", "iss"), ("VL-1", "ms-1"), ("readiness", "ms-2")]


def test_four_members_with_a_second_relief_that_a_what_if_holds_back() -> None:
    """The same, and a Dragon that might come in time is held back to day 5 as well."""
    dragon = make_flight("crew-2", kind=DRAGON, launch=1, undock=9, crew=("oda",))
    held = replace(dragon, has_readiness=True)
    posed = make_problem(
        MS_1,
        MS_2,
        held,
        until=7,
        station=CALM,
        overrides=(life(7, "ms-1"), life(9)),
        demands=(demand(DemandKind.EARLIEST_LAUNCH, "crew-2", 5),),
    )
    assert members(posed) == [
        ("CT-1", "iss"),
        ("VL-1", "ms-1"),
        ("readiness", "ms-2"),
        ("what-if", "crew-2"),
    ]


def test_two_members_least_grade_and_the_broken_ship() -> None:
    """Two people, one emergency seat, no landing in it: somebody is below G3."""
    two = replace(MS_1, crew=("ann", "bob"))
    posed = make_problem(
        two,
        until=3,
        station=CALM,
        overrides=(life(9),),
        health_spans=(broken("ms-1"),),
        least_grade="G3",
        least_grade_at="what-if.yaml:5",
    )
    conflict = conflict_of(posed)
    assert members(posed) == [("LB-1", "iss"), ("LB-5", "ms-1")]
    assert next(one.at for one in conflict.requirements if one.ref == "LB-1") == "what-if.yaml:5"


def test_three_members_empty_ship_and_its_crew() -> None:
    """MS-2 must come with its crew, must come empty, and must launch on day 5: three demands."""
    free = replace(MS_2, uncrewed=Uncrewed.ALLOWED, has_readiness=True)
    demands = (
        demand(DemandKind.EARLIEST_LAUNCH, "ms-2", 4),
        replace(demand(DemandKind.CREWED, "ms-2", 0), day=None, at="what-if.yaml:7"),
        replace(demand(DemandKind.UNCREWED, "ms-2", 0), day=None, at="what-if.yaml:8"),
        replace(demand(DemandKind.PIN_EVENT, "ms-2", 5, event="launch"), at="what-if.yaml:9"),
    )
    posed = make_problem(MS_1, free, until=7, station=CALM, overrides=(life(14),), demands=demands)
    assert {one.at for one in conflict_of(posed).requirements} == {
        "what-if.yaml:7",
        "what-if.yaml:8",
        "what-if.yaml:9",
    }
    assert len(members(posed)) == 3
