"""Conflicts of two, three, four and seven members, alone and mixed into a plan of ten years."""

from __future__ import annotations

import pytest

from scheduler.domain import Conflict, Problem
from scheduler.explain import Conflicts, Inquiry, Shrunk, preferred, proved, smallest
from scheduler.rules import RULES
from scheduler.solve import Engine
from tests.explain.troubled import (
    SHORT,
    SIZES,
    TEN_YEARS,
    Members,
    Trouble,
    calm_world,
    can_hold,
    four,
    seven,
    three,
    two,
)

WORLDS = pytest.mark.parametrize(
    ("crewed", "season"), [(SHORT, 3), (TEN_YEARS, 11)], ids=["alone", "in-ten-years"]
)
PAIRS = pytest.mark.parametrize(
    ("larger", "lesser"),
    [(four, two), (seven, two), (seven, three), (seven, four)],
    ids=["4-and-2", "7-and-2", "7-and-3", "7-and-4"],
)


def inquiry_of(problem: Problem) -> Inquiry:
    """Ask with one worker."""
    return Inquiry(problem, RULES, Engine(60.0, workers=1))


def conflict_of(inquiry: Inquiry, found: Shrunk) -> Conflict:
    """Prove a conflict a second time."""
    return proved(inquiry, found, RULES, Engine(60.0, workers=1, seed=5))


def named(inquiry: Inquiry, found: Shrunk) -> Members:
    """Give reference and subject of each member."""
    return frozenset((one.ref, one.subject) for one in inquiry.named(found.members))


def both(larger: Trouble, lesser: Trouble, crewed: int) -> tuple[Problem, Members, Members]:
    """Lay two troubles over one world, five seasons apart."""
    last = crewed // 2 - 2
    problem, more = larger(calm_world(crewed), last - 5)
    problem, fewer = lesser(problem, last)
    return problem, more, fewer


@WORLDS
def test_calm_world_has_a_plan(crewed: int, season: int) -> None:
    """So all that is in the way is the trouble laid over it."""
    inquiry = inquiry_of(calm_world(crewed))
    assert inquiry.oracle.ask(inquiry.oracle.members).holds
    assert f"soyuz-{season + 1:03}" in calm_world(crewed).flights


@pytest.mark.parametrize("size", SIZES)
@WORLDS
def test_conflict_is_found_exactly(size: int, crewed: int, season: int) -> None:
    """The members worked out by hand, no more and no fewer, and labelled as proved."""
    problem, members = SIZES[size](calm_world(crewed), season)
    inquiry = inquiry_of(problem)
    found = preferred(inquiry.oracle, inquiry.order)
    assert (len(found.members), named(inquiry, found)) == (size, members)
    conflict = conflict_of(inquiry, found)
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)


@pytest.mark.parametrize("size", SIZES)
@WORLDS
def test_conflict_is_irreducible_by_another_route(size: int, crewed: int, season: int) -> None:
    """Together impossible on a fresh board; without any one of them possible."""
    problem, _ = SIZES[size](calm_world(crewed), season)
    inquiry = inquiry_of(problem)
    members = frozenset(preferred(inquiry.oracle, inquiry.order).members)
    assert not can_hold(problem, inquiry, members)
    assert all(can_hold(problem, inquiry, members - {one}) for one in members)


@pytest.mark.parametrize("size", SIZES)
def test_conflict_is_the_only_one_in_ten_years(size: int) -> None:
    """All conflicts are asked for, one is found, and it is said that there are no others."""
    problem, members = SIZES[size](calm_world(TEN_YEARS), 11)
    inquiry = inquiry_of(problem)
    conflicts = Conflicts(inquiry.oracle, inquiry.order)
    assert [named(inquiry, one) for one in conflicts] == [members]
    assert conflicts.are_all


@PAIRS
def test_smaller_of_two_conflicts_is_found(larger: Trouble, lesser: Trouble) -> None:
    """Of two in one plan of ten years the smaller is found, and is proved to be of least size."""
    problem, _, members = both(larger, lesser, TEN_YEARS)
    inquiry = inquiry_of(problem)
    first = preferred(inquiry.oracle, inquiry.order)
    found = smallest(inquiry.oracle, inquiry.order, first, lambda _: None)
    assert found is not None
    assert named(inquiry, found) == members
    conflict = conflict_of(inquiry, found)
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)


def test_smaller_conflict_is_found_where_the_preferred_one_is_larger() -> None:
    """Crew order is blamed before a pad, so four members are preferred; two are fewer."""
    problem, more, fewer = both(four, two, TEN_YEARS)
    inquiry = inquiry_of(problem)
    first = preferred(inquiry.oracle, inquiry.order)
    assert (len(first.members), named(inquiry, first)) == (4, more)
    found = smallest(inquiry.oracle, inquiry.order, first, lambda _: None)
    assert found is not None
    assert (len(found.members), named(inquiry, found)) == (2, fewer)


@PAIRS
def test_both_conflicts_are_found_and_are_all(larger: Trouble, lesser: Trouble) -> None:
    """Two troubles, two conflicts, no third: and that is said."""
    problem, *members = both(larger, lesser, TEN_YEARS)
    inquiry = inquiry_of(problem)
    conflicts = Conflicts(inquiry.oracle, inquiry.order)
    found = list(conflicts)
    assert {named(inquiry, one) for one in found} == {*members}
    assert len(found) == 2
    assert conflicts.are_all
    assert all(conflict_of(inquiry, one).is_irreducible for one in found)
