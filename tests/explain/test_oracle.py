"""The oracle: quick where that is enough, thorough where not, mended until nothing is broken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.explain.oracle import Oracle, Reply
from scheduler.solve import Answer, Engine
from tests.explain.posing import NOTHING, Tiring
from tests.explain.toys import Blaming, Toy, hopeless_toys, subsets, toys

PAIR = Toy(((1,), (-1,), (2,)))
"""Members 0 and 1 cannot hold together; 2 holds beside either."""


class Slow(Engine):
    """An engine whose quick try decides nothing."""

    def quick(self, *_: object) -> tuple[Answer, frozenset[int]]:
        """Give up."""
        return NOTHING, frozenset()


class Quick(Engine):
    """An engine that is never asked to be thorough."""

    def solve(self, *_: object) -> Answer:
        """Refuse."""
        raise AssertionError("the quick try had answered")


def slow() -> Engine:
    """Make an engine whose thorough search has to answer everything."""
    return Slow(60.0, workers=1)


@pytest.mark.parametrize("make", [slow, lambda: Quick(60.0)], ids=["thorough", "quick"])
@given(toy=toys(), data=st.data())
def test_answers_are_those_of_a_list(
    make: Callable[[], Engine], toy: Toy, data: st.DataObject
) -> None:
    """One question does not change the next, whichever search answers."""
    oracle = toy.oracle(make())
    choices = data.draw(st.permutations(list(subsets(toy.members))))[:12]
    for members in choices:
        assert oracle.ask(members).holds is toy.holds(members)


def test_guilty_members_are_blamed_by_the_quick_try_only() -> None:
    """The pair is guilty, the third is not; a thorough search blames nobody."""
    assert PAIR.oracle().ask((0, 1, 2)) == Reply(False, frozenset({0, 1}))
    assert PAIR.oracle(slow()).ask((0, 1, 2)) == Reply(False)


def test_strangers_are_never_blamed() -> None:
    """What is blamed, but was no switch asked for, is left out: google/or-tools issue 5141."""
    oracle = PAIR.oracle(Blaming(lambda _: range(-50, 50)))
    assert oracle.ask((0, 1)).core == {0, 1}


def test_nothing_is_said_without_an_answer() -> None:
    """A question that stays open is neither yes nor no."""
    assert PAIR.oracle(Tiring(0)).ask((0, 1)) == Reply(None)
    assert PAIR.oracle(Tiring(0)).ask((0,)) == Reply(None)


def test_members_not_asked_for_are_off() -> None:
    """Their switches are 0 in the values, those of the others 1."""
    oracle = PAIR.oracle()
    values = oracle.ask((0, 2)).values
    assert [values[switch.index] for switch in oracle.switches] == [1, 0, 1]


def test_mending_goes_on_until_nothing_is_broken() -> None:
    """Three days are mended one by one; the members that are on are told each time."""
    model = cp_model.CpModel()
    day = model.new_int_var(0, 9, "day")
    switch = model.new_bool_var("on")
    asked: list[tuple[int, frozenset[int]]] = []

    def mend(values: Sequence[int], on: Collection[int]) -> bool:
        found = values[day.index]
        asked.append((found, frozenset(on)))
        if found < 3:  # a day before the third is broken: post that
            model.add(day != found)
        return found < 3

    model.minimize(day)
    oracle = Oracle(model, [switch], Engine(60.0, workers=1), mend)
    assert oracle.ask((0,)).values[day.index] == 3
    assert asked == [(number, frozenset({0})) for number in range(4)]


def test_what_is_mended_away_cannot_hold() -> None:
    """Where mending leaves nothing, the answer is no."""
    model = cp_model.CpModel()
    day, switch = model.new_int_var(0, 2, "day"), model.new_bool_var("on")

    def mend(values: Sequence[int], _on: Collection[int]) -> bool:
        model.add(day != values[day.index]).only_enforce_if(switch)
        return True

    assert Oracle(model, [switch], Engine(60.0, workers=1), mend).ask((0,)).holds is False


@given(toy=hopeless_toys())
def test_best_answer_is_found_thoroughly_where_the_quick_try_fails(toy: Toy) -> None:
    """As few members as can be are left out: the same number from either search."""
    most = max(len(one) for one in subsets(toy.members) if toy.holds(one))
    least = len(toy.members) - most
    for engine in (Quick(60.0), slow()):
        model, switches = toy.model()
        left_out = len(switches) - sum(switches)
        answer = Oracle(model, switches, engine).least(model, left_out)
        assert (answer.is_proved, answer.objective) == (True, least)
