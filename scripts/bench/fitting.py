"""How a cost grows: exponents fitted to measured points by least squares on logarithms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt


@dataclass(frozen=True)
class Fit:
    """``cost = factor * size_1 ** exponents[0] * size_2 ** exponents[1] ...``.

    ``errors`` are the standard errors of the exponents; none where there are no more points than
    are needed for a fit, so that nothing is left to judge it by.
    """

    factor: float
    exponents: tuple[float, ...]
    errors: tuple[float | None, ...]

    def cost(self, *sizes: float) -> float:
        """Give the cost on the fitted line."""
        powers = [power * log(size) for power, size in zip(self.exponents, sizes, strict=True)]
        return self.factor * exp(sum(powers))


def fit(sizes: Sequence[Sequence[float]], costs: Sequence[float]) -> Fit:
    """Fit an exponent for each size to points.

    Parameters
    ----------
    sizes
        The sizes of each point, all more than 0.
    costs
        The cost of each point, more than 0.

    Raises
    ------
    ValueError
        When the points do not tell the sizes apart, so that no exponents follow from them.
    """
    rows = [[1.0, *map(log, size)] for size in sizes]
    targets = [log(cost) for cost in costs]
    width = len(rows[0]) if rows else 0
    inverse = _inverse(
        [[sum(r[i] * r[j] for r in rows) for j in range(width)] for i in range(width)]
    )
    sums = [
        sum(row[i] * target for row, target in zip(rows, targets, strict=True))
        for i in range(width)
    ]
    factor, *exponents = (_product(line, sums) for line in inverse)
    found = [factor, *exponents]
    left = sum(
        (target - _product(row, found)) ** 2 for row, target in zip(rows, targets, strict=True)
    )
    spare = len(rows) - width
    errors = [sqrt(left / spare * inverse[i][i]) if spare else None for i in range(1, width)]
    return Fit(exp(factor), tuple(exponents), tuple(errors))


def _product(row: Sequence[float], column: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(row, column, strict=True))


def _inverse(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """Invert a matrix by Gauss and Jordan, the largest pivot of each column first."""
    size = len(matrix)
    work = [[*row, *(float(i == j) for j in range(size))] for i, row in enumerate(matrix)]
    for column in range(size):
        best = max(range(column, size), key=lambda row: abs(work[row][column]))
        work[column], work[best] = work[best], work[column]
        pivot = work[column][column]
        if abs(pivot) < 1e-9:
            break
        work[column] = [value / pivot for value in work[column]]
        for row in range(size):
            if row != column:
                share = work[row][column]
                pairs = zip(work[row], work[column], strict=True)
                work[row] = [value - share * other for value, other in pairs]
    else:
        if size:
            return [row[size:] for row in work]
    raise ValueError("The points do not tell the sizes apart. Give points of other sizes.")
