"""Random worlds: the search and the referee agree on every number of every one."""

from __future__ import annotations

import pytest

from tests.referee.comparing import differences, small_world


@pytest.mark.parametrize("seed", range(100))
def test_search_agrees_with_the_referee(seed: int) -> None:
    """Same verdict, same value of every part, all proved, audited, and the same plan of ships."""
    assert differences(small_world(seed)) == []


@pytest.mark.parametrize("seed", range(70))
def test_search_agrees_with_the_referee_where_few_are_settled(seed: int) -> None:
    """The same in worlds with a broken ship, where people look for seats and landings."""
    assert differences(small_world(seed, is_troubled=True)) == []


@pytest.mark.slow
@pytest.mark.parametrize("start", range(1000, 1400, 25))
@pytest.mark.parametrize("is_troubled", [False, True], ids=["usual", "troubled"])
def test_search_agrees_with_the_referee_on_many_more(start: int, is_troubled: bool) -> None:
    """Eight hundred worlds more, twenty-five at a time."""
    found = {
        seed: differences(small_world(seed, is_troubled=is_troubled))
        for seed in range(start, start + 25)
    }
    assert {seed: told for seed, told in found.items() if told} == {}
