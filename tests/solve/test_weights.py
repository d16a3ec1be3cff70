"""Parts of a goal in one weighted sum: exact, and read back part by part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.goals import PartCost
from scheduler.solve.weights import SAFE_PRODUCT, in_words, stages, unfold, weigh

SEATS = [PartCost("G4", 0, 9), PartCost("G3", 0, 99), PartCost("G2", 0, 4)]


def test_one_of_an_earlier_part_outweighs_all_of_the_later() -> None:
    """With at most 9, 99 and 4: G2 weighs 1, G3 5 = 4 + 1, G4 500 = (99 + 1) * (4 + 1)."""
    assert weigh(SEATS) == [500, 5, 1]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=5), st.data())
def test_weighted_sums_compare_as_the_parts_do(most: list[int], data: st.DataObject) -> None:
    """Of two plans the one with the smaller sum is the one that is first part by part."""
    parts = [PartCost(str(place), 0, limit) for place, limit in enumerate(most)]
    one, two = (tuple(data.draw(st.integers(0, limit)) for limit in most) for _ in range(2))
    sums = [sum(w * v for w, v in zip(weigh(parts), plan, strict=True)) for plan in (one, two)]
    assert (sums[0] < sums[1]) == (one < two)


def test_parts_that_do_not_fit_one_sum_are_solved_in_turn() -> None:
    """No sum may leave the range in which CP-SAT counts exactly."""
    huge = [PartCost(name, 0, 2**30) for name in "abc"]
    assert [[part.part for part in stage] for stage in stages(huge)] == [["a"], ["b"], ["c"]]
    assert SAFE_PRODUCT < (2**30 + 1) ** 2
    assert len(stages(SEATS)) == 1


@pytest.mark.parametrize(
    ("bound", "values", "expected"),
    [
        pytest.param(500 * 2 + 5 * 88 + 3, [2, 88, 3], [2, 88, 3], id="all-proved"),
        pytest.param(500 * 2 + 5 * 80, [2, 88, 3], [2, 80, 0], id="the-second-is-open"),
        pytest.param(500 * 1 + 5 * 99, [2, 88, 3], [1, 0, 0], id="the-first-is-open"),
        pytest.param(0, [0, 0, 3], [0, 0, 0], id="nothing-known"),
        pytest.param(-7, [1, 0, 0], [0, 0, 0], id="no-bound-below-zero"),
    ],
)
def test_bound_of_the_sum_is_read_part_by_part(
    bound: int, values: list[int], expected: list[int]
) -> None:
    """A part's bound says something only while the parts before it are at theirs."""
    assert unfold(bound, SEATS, values) == expected


def test_progress_tells_parts_not_the_sum() -> None:
    """2 at G4, 88 at G3 and 3 at G2 weigh 1443 together."""
    assert in_words(500 * 2 + 5 * 88 + 3, SEATS) == "G4 2, G3 88, G2 3"
