"""Least size: a conflict with as few members as any, proved between what must be hit and not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scheduler.explain import Shrunk, preferred, smallest
from scheduler.explain.oracle import Oracle
from tests.explain.posing import Tiring
from tests.explain.toys import Toy, hopeless_toys

TWO_CONFLICTS = Toy(((1,), (2,), (-1, -2), (3,), (-3,)))
"""Members 0, 1 and 2 cannot hold together, nor can 3 and 4."""


def least(oracle: Oracle, order: tuple[int, ...], known: Shrunk | None = None) -> Shrunk | None:
    """Ask for a conflict of least size, beginning with the preferred one."""
    return smallest(oracle, order, known or preferred(oracle, order), lambda _: None)


def test_smaller_conflict_is_found_where_the_preferred_one_is_larger() -> None:
    """Three members are blamed first; two are fewer."""
    oracle, order = TWO_CONFLICTS.oracle(), (0, 1, 2, 3, 4)
    assert preferred(oracle, order).members == (0, 1, 2)
    assert least(oracle, order) == Shrunk((3, 4), is_irreducible=True)


def test_preferred_conflict_stays_where_none_is_smaller() -> None:
    """Of two that are equally small the one that was known is the answer."""
    toy = Toy(((1,), (-1,), (2,), (-2,)))
    assert least(toy.oracle(), (0, 1, 2, 3)) == Shrunk((0, 1), is_irreducible=True)
    assert least(toy.oracle(), (2, 3, 0, 1)) == Shrunk((2, 3), is_irreducible=True)


def test_sizes_told_are_bounds_that_rise() -> None:
    """Each size told is proved to be too small, up to the answer's."""
    told: list[int] = []
    oracle, order = TWO_CONFLICTS.oracle(), (0, 1, 2, 3, 4)
    found = smallest(oracle, order, preferred(oracle, order), told.append)
    assert found is not None
    assert told == sorted(told)
    assert told[-1] == len(found.members)


@given(toy=hopeless_toys(), data=st.data())
def test_size_is_the_least_of_all_conflicts(toy: Toy, data: st.DataObject) -> None:
    """No conflict that a list of all holds is smaller, and the answer is one of them."""
    order = tuple(data.draw(st.permutations(toy.members)))
    found = least(toy.oracle(), order)
    conflicts = toy.conflicts()
    assert found is not None
    assert frozenset(found.members) in conflicts
    assert found.is_irreducible
    assert len(found.members) == min(map(len, conflicts))
    assert list(found.members) == [one for one in order if one in found.members]


@given(toy=hopeless_toys(), data=st.data())
def test_first_members_are_blamed_among_equals(toy: Toy, data: st.DataObject) -> None:
    """Where all members are known as a conflict that is not irreducible, ranks decide."""
    order = tuple(data.draw(st.permutations(toy.members)))
    found = least(toy.oracle(), order, Shrunk(order, is_irreducible=False))
    conflicts = toy.conflicts()
    size = min(map(len, conflicts))
    ranks = min(sum(map(order.index, one)) for one in conflicts if len(one) == size)
    assert found is not None
    assert frozenset(found.members) in conflicts
    assert (len(found.members), sum(map(order.index, found.members))) == (size, ranks)


@given(toy=hopeless_toys(), solves=st.integers(0, 25))
def test_nothing_is_called_smallest_without_proof(toy: Toy, solves: int) -> None:
    """With too few solves there is no answer, rather than a wrong one."""
    known = preferred(toy.oracle(), toy.members)
    found = least(toy.oracle(Tiring(solves)), tuple(toy.members), known)
    assert found is None or len(found.members) == min(map(len, toy.conflicts()))
