"""Shrinking: the conflict of plain deletion, whatever the solver blames."""

from __future__ import annotations

from collections.abc import Collection
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from scheduler.explain import preferred
from tests.explain.posing import Tiring
from tests.explain.toys import Blaming, Toy, hopeless_toys

PAIR_AND_TRIPLE = Toy(((1,), (2,), (-1, -2), (3,), (-3,)))
"""Members 0, 1 and 2 cannot hold together, nor can 3 and 4."""


def test_last_members_are_dropped_first() -> None:
    """Of two conflicts the one nearer the front of the order is blamed."""
    oracle = PAIR_AND_TRIPLE.oracle()
    assert preferred(oracle, (0, 1, 2, 3, 4)).members == (0, 1, 2)
    assert preferred(oracle, (3, 4, 0, 1, 2)).members == (3, 4)
    assert preferred(oracle, (3, 0, 1, 2, 4)).members == (3, 0, 1, 2)[1:]


def test_members_are_told_as_they_get_fewer() -> None:
    """Progress is the number of members still looked at, and never grows."""
    told: list[int] = []
    preferred(PAIR_AND_TRIPLE.oracle(), (0, 1, 2, 3, 4), told.append)
    assert told
    assert told == sorted(told, reverse=True)


@given(toy=hopeless_toys(), data=st.data())
def test_conflict_is_that_of_plain_deletion(toy: Toy, data: st.DataObject) -> None:
    """For every order, with the solver's own blame."""
    order = tuple(data.draw(st.permutations(toy.members)))
    found = preferred(toy.oracle(), order)
    assert found.members == toy.deleted(order)
    assert found.is_irreducible
    assert frozenset(found.members) in toy.conflicts()


@given(toy=hopeless_toys(), data=st.data(), seed=st.integers(0, 9999))
def test_conflict_does_not_rest_on_blame(toy: Toy, data: st.DataObject, seed: int) -> None:
    """Switches blamed by chance, guilty or not, and strangers beside them: the same answer."""
    order = tuple(data.draw(st.permutations(toy.members)))
    random = Random(seed)

    def by_chance(assumed: Collection[int]) -> set[int]:
        return {one for one in assumed if random.random() < 0.5} | {random.randrange(20)}

    found = preferred(toy.oracle(Blaming(by_chance)), order)
    assert found.members == toy.deleted(order)
    assert found.is_irreducible


@given(toy=hopeless_toys(), data=st.data(), seed=st.integers(0, 9999))
def test_blame_that_is_right_never_changes_the_answer(
    toy: Toy, data: st.DataObject, seed: int
) -> None:
    """Any set that cannot hold may be blamed, small or large: the order alone decides."""
    order = tuple(data.draw(st.permutations(toy.members)))
    oracle = toy.oracle()
    first = oracle.switches[0].index
    random = Random(seed)

    def guilty(assumed: Collection[int]) -> set[int]:
        left = {one - first for one in assumed}
        for member in random.sample(sorted(left), len(left)):
            if random.random() < 0.7 and not toy.holds(left - {member}):
                left.remove(member)
        return {one + first for one in left}

    oracle.engine = Blaming(guilty)
    assert preferred(oracle, order).members == toy.deleted(order)


@given(toy=hopeless_toys(), solves=st.integers(0, 12))
def test_answer_without_time_is_a_conflict_all_the_same(toy: Toy, solves: int) -> None:
    """What was not tried stays in; it is called irreducible only if it is."""
    found = preferred(toy.oracle(Tiring(solves)), toy.members)
    assert not toy.holds(found.members)
    assert not found.is_irreducible or frozenset(found.members) in toy.conflicts()
