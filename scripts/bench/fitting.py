"""How a cost grows: exponents fitted to measured points by least squares on logarithms."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log


def exponents(sizes: Sequence[Sequence[float]], costs: Sequence[float]) -> list[float]:
    """Fit ``cost = factor * size_1 ** e_1 * size_2 ** e_2 ...`` to points.

    Parameters
    ----------
    sizes
        The sizes of each point, all more than 0.
    costs
        The cost of each point, more than 0.

    Returns
    -------
    The factor, then an exponent for each size.

    Raises
    ------
    ValueError
        When the points do not tell the sizes apart, so that no exponents follow from them.
    """
    rows = [[1.0, *map(log, size)] for size in sizes]
    targets = [log(cost) for cost in costs]
    width = len(rows[0])
    normal = [
        [sum(row[i] * row[j] for row in rows) for j in range(width)]
        + [sum(row[i] * target for row, target in zip(rows, targets, strict=True))]
        for i in range(width)
    ]
    factor, *found = _solved(normal)
    return [exp(factor), *found]


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> tuple[float, float]:
    """Fit ``cost = factor * size ** exponent``; give factor and exponent."""
    factor, found = exponents([[size] for size in sizes], costs)
    return factor, found


def _solved(matrix: list[list[float]]) -> list[float]:
    """Solve linear equations by Gauss and Jordan, the largest pivot of each column first."""
    size = len(matrix)
    for column in range(size):
        best = max(range(column, size), key=lambda row: abs(matrix[row][column]))
        matrix[column], matrix[best] = matrix[best], matrix[column]
        pivot = matrix[column][column]
        if abs(pivot) < 1e-9:
            raise ValueError("The points do not tell the sizes apart. Give points of other sizes.")
        matrix[column] = [value / pivot for value in matrix[column]]
        for row in range(size):
            if row != column:
                share = matrix[row][column]
                matrix[row] = [
                    value - share * other
                    for value, other in zip(matrix[row], matrix[column], strict=True)
                ]
    return [row[-1] for row in matrix]
