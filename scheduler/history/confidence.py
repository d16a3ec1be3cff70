"""How sure a few numbers make us of a quantile: exact bounds from order statistics.

The numbers are taken for independent draws of one kind; nothing is assumed of their
distribution. The k-th smallest of n lies at or below the p-quantile unless fewer than k of the
n fall at or below it, and how many do is binomial with n and p.

Source: order-statistic intervals for quantiles (Thompson 1936; Conover, Practical Nonparametric
Statistics, section 3.2), recalled.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

SURE = 0.9
"""How often an interval or bound of ours holds, at least; our choice."""


def at_most(number: int, of: int, probability: float) -> float:
    """Give the chance that at most ``number`` of ``of`` draws fall where each has this chance."""
    chance, other = probability, 1 - probability
    return sum(comb(of, k) * chance**k * other ** (of - k) for k in range(number + 1))


def median_interval(numbers: Sequence[int]) -> tuple[int, int] | None:
    """Give the narrowest interval, even from both ends, that holds the median ``SURE`` of times.

    Fewer than five numbers give none: even from the least to the most they are not so sure.
    """
    ordered, found = sorted(numbers), None
    for rank in range(1, len(ordered) // 2 + 1):
        if 1 - 2 * at_most(rank - 1, len(ordered), 0.5) >= SURE:
            found = (ordered[rank - 1], ordered[-rank])
    return found


def upper_bound(numbers: Sequence[int], quantile: float) -> int | None:
    """Give the least number that lies at or above a quantile ``SURE`` of times; none for too few.

    Parameters
    ----------
    quantile
        Between 0 and 1: 0.8 for what four of five do not go beyond.
    """
    ordered = sorted(numbers)
    for rank in range(1, len(ordered) + 1):
        if at_most(rank - 1, len(ordered), quantile) >= SURE:
            return ordered[rank - 1]
    return None
