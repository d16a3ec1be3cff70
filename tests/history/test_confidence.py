"""Exact intervals: the sums of the binomial done by hand."""

from __future__ import annotations

import pytest

from scheduler.history.confidence import at_most, median_interval, upper_bound


def test_at_most() -> None:
    """Of 3 fair draws none: 1/8; one at most: 1/8 + 3/8; of 2 at four in five both: 1 - 16/25."""
    assert at_most(0, 3, 0.5) == pytest.approx(0.125)
    assert at_most(1, 3, 0.5) == pytest.approx(0.5)
    assert at_most(1, 2, 0.8) == pytest.approx(0.36)


@pytest.mark.parametrize(
    ("numbers", "interval"),
    [
        # from least to most of n the median lies 1 - 2/2^n of the time: 4 give 0.875, 5 0.9375
        pytest.param([], None, id="none"),
        pytest.param([1, 2, 3, 4], None, id="four-are-too-few"),
        pytest.param([5, 1, 4, 2, 3], (1, 5), id="five-are-enough"),
        # without the ends it is 1 - 2 (1 + n)/2^n: 7 give 0.875, 8 give 0.9297
        pytest.param([1, 2, 3, 4, 5, 6, 7], (1, 7), id="seven"),
        pytest.param([1, 2, 3, 4, 5, 6, 7, 8], (2, 7), id="eight"),
        # without two at either end 1 - 2 (1 + n + n (n - 1)/2)/2^n: 10 give 0.8906, 11 0.9346
        pytest.param([*range(1, 11)], (2, 9), id="ten"),
        pytest.param([*range(1, 12)], (3, 9), id="eleven"),
    ],
)
def test_median_interval(numbers: list[int], interval: tuple[int, int] | None) -> None:
    """The narrowest that holds nine times of ten; none where even the whole range does not."""
    assert median_interval(numbers) == interval


@pytest.mark.parametrize(
    ("numbers", "bound"),
    [
        # the most of n lies above four fifths 1 - 0.8^n of the time: 10 give 0.893, 11 0.914
        pytest.param([*range(1, 11)], None, id="ten-are-too-few"),
        pytest.param([*range(11, 0, -1)], 11, id="eleven-are-enough"),
        # the second most 1 - 0.8^n - n 0.2 0.8^(n-1): 17 give 0.882, 18 give 0.901
        pytest.param([*range(1, 18)], 17, id="seventeen"),
        pytest.param([*range(1, 19)], 17, id="eighteen"),
    ],
)
def test_upper_bound(numbers: list[int], bound: int | None) -> None:
    """The least number that is, nine times of ten, no less than what four of five keep to."""
    assert upper_bound(numbers, 0.8) == bound
