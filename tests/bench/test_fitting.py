"""Exponents: exact on points that follow a power exactly, refused where no exponent follows."""

from __future__ import annotations

import pytest

from scripts.bench.fitting import exponent, exponents

SIZES = (12.0, 24.0, 48.0, 96.0, 480.0)


@pytest.mark.parametrize("power", [0, 1, 2, 1.3], ids=["flat", "in-step", "square", "between"])
def test_power_is_found_exactly(power: float) -> None:
    """Three times a power of the size: both numbers come back."""
    factor, found = exponent(SIZES, [3 * size**power for size in SIZES])
    assert (factor, found) == pytest.approx((3, power))


def test_noise_that_is_even_on_both_sides_does_not_tilt_the_line() -> None:
    """Twice and half of a cost are as far from it on a logarithmic axis."""
    sizes = [size for size in SIZES for _ in range(2)]
    costs = [share * size for size in SIZES for share in (0.5, 2.0)]
    assert exponent(sizes, costs) == pytest.approx((1, 1))


def test_sizes_are_told_apart_where_they_differ() -> None:
    """Cost grows in step with the first size, with the square of the second, not with the third."""
    sizes = [(a, b, c) for a in (1.0, 2.0, 5.0) for b in (3.0, 7.0) for c in (2.0, 9.0)]
    found = exponents(sizes, [4 * a * b**2 for a, b, _ in sizes])
    assert found == pytest.approx([4, 1, 2, 0])


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param([[12.0], [12.0]], id="one-size-only"),
        pytest.param([[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]], id="one-is-the-double-of-the-other"),
    ],
)
def test_points_that_tell_nothing_are_refused(sizes: list[list[float]]) -> None:
    """A slope through one place, or a share between two that go together, would be made up."""
    with pytest.raises(ValueError, match="do not tell the sizes apart"):
        exponents(sizes, [1.0] * len(sizes))
