"""All conflicts: each once, none missed, and "all" is said only when all are there."""

from __future__ import annotations

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from scheduler.explain import Conflicts, preferred
from tests.explain.posing import Tiring
from tests.explain.toys import Toy, hopeless_toys, toys

TWO_CONFLICTS = Toy(((1,), (2,), (-1, -2), (3,), (-3,)))
"""Members 0, 1 and 2 cannot hold together, nor can 3 and 4."""


def test_both_conflicts_are_found_and_no_third() -> None:
    """The preferred one comes first; after the second, none is left."""
    conflicts = Conflicts(TWO_CONFLICTS.oracle(), TWO_CONFLICTS.members)
    assert [one.members for one in conflicts] == [(0, 1, 2), (3, 4)]
    assert conflicts.are_all


def test_all_is_not_said_before_all_are_seen() -> None:
    """After the first of two nothing is claimed."""
    conflicts = Conflicts(TWO_CONFLICTS.oracle(), TWO_CONFLICTS.members)
    assert len(list(islice(conflicts, 1))) == 1
    assert not conflicts.are_all


@given(toy=toys(), data=st.data())
def test_conflicts_are_those_of_a_list(toy: Toy, data: st.DataObject) -> None:
    """Each irreducible conflict once, whatever the order; none where all can hold."""
    order = tuple(data.draw(st.permutations(toy.members)))
    conflicts = Conflicts(toy.oracle(), order)
    found = list(conflicts)
    assert {frozenset(one.members) for one in found} == toy.conflicts()
    assert len(found) == len(toy.conflicts())
    assert all(one.is_irreducible for one in found)
    assert conflicts.are_all


@given(toy=hopeless_toys(), data=st.data())
def test_first_conflict_is_the_preferred_one(toy: Toy, data: st.DataObject) -> None:
    """The largest unknown set is that of all members, and it is shrunk in their order."""
    order = tuple(data.draw(st.permutations(toy.members)))
    first = next(iter(Conflicts(toy.oracle(), order)))
    assert first == preferred(toy.oracle(), order)


@given(toy=hopeless_toys(), solves=st.integers(0, 40))
def test_nothing_is_called_all_without_proof(toy: Toy, solves: int) -> None:
    """With too few solves some are missing and it is said so; what is labelled, is a conflict."""
    conflicts = Conflicts(toy.oracle(Tiring(solves)), toy.members)
    found = list(conflicts)
    proved = {frozenset(one.members) for one in found if one.is_irreducible}
    assert proved <= toy.conflicts()
    assert all(not toy.holds(one.members) for one in found)
    assert not conflicts.are_all or proved == toy.conflicts()
