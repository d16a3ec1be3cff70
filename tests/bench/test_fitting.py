"""Exponents: exact on points that follow a power exactly, refused where no exponent follows."""

from __future__ import annotations

from math import e, exp, sqrt

import pytest

from scripts.bench.fitting import fit

SIZES = (12.0, 24.0, 48.0, 96.0, 480.0)


@pytest.mark.parametrize("power", [0, 1, 2, 1.3], ids=["flat", "in-step", "square", "between"])
def test_power_is_found_exactly(power: float) -> None:
    """Three times a power of the size: both numbers come back, without an error."""
    found = fit([[size] for size in SIZES], [3 * size**power for size in SIZES])
    assert (found.factor, *found.exponents) == pytest.approx((3, power))
    assert found.errors == pytest.approx((0,), abs=1e-6)
    assert found.cost(10) == pytest.approx(3 * 10**power)


def test_noise_that_is_even_on_both_sides_does_not_tilt_the_line() -> None:
    """Twice and half of a cost are as far from it on a logarithmic axis."""
    sizes = [[size] for size in SIZES for _ in range(2)]
    costs = [share * size for size in SIZES for share in (0.5, 2.0)]
    found = fit(sizes, costs)
    assert (found.factor, *found.exponents) == pytest.approx((1, 1))


def test_error_of_the_exponent_is_that_of_a_line_by_hand() -> None:
    """Logarithms 0, 3, 0 at 0, 1, 2: the line lies flat at 1, and misses by -1, 2, -1.

    The squares are 6 for one point more than a line needs, and the sizes spread by 2 about
    their mean, so the error of the slope is the root of 6 / 2.
    """
    found = fit([[1.0], [e], [e**2]], [1.0, exp(3), 1.0])
    assert (found.factor, *found.exponents) == pytest.approx((e, 0), abs=1e-9)
    assert found.errors == pytest.approx((sqrt(3),))


def test_two_points_leave_no_error_to_judge_by() -> None:
    """A line goes through any two."""
    found = fit([[1.0], [10.0]], [1.0, 100.0])
    assert found.exponents == pytest.approx((2,))
    assert found.errors == (None,)


def test_sizes_are_told_apart_where_they_differ() -> None:
    """Cost grows in step with the first size, with the square of the second, not with the third."""
    sizes = [(a, b, c) for a in (1.0, 2.0, 5.0) for b in (3.0, 7.0) for c in (2.0, 9.0)]
    found = fit(sizes, [4 * a * b**2 for a, b, _ in sizes])
    assert (found.factor, *found.exponents) == pytest.approx((4, 1, 2, 0))


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param([], id="none"),
        pytest.param([[12.0], [12.0]], id="one-size-only"),
        pytest.param([[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]], id="one-is-the-double-of-the-other"),
    ],
)
def test_points_that_tell_nothing_are_refused(sizes: list[list[float]]) -> None:
    """A slope through one place, or a share between two that go together, would be made up."""
    with pytest.raises(ValueError, match="do not tell the sizes apart"):
        fit(sizes, [1.0] * len(sizes))
