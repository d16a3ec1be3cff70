"""A linear program in whole numbers, before any solver has it: columns, rows, parts to minimise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Terms = list[tuple[int, int]]
"""A sum: factors and columns. The column ``ONE`` is always 1, so that a number is a sum as well."""

ONE = 0
TRUE: Terms = [(1, ONE)]
FAR = 10**9


@dataclass(frozen=True)
class Part:
    """One part of a goal: what it costs, and the most that can be."""

    goal: str
    name: str
    cost: Terms
    most: int


@dataclass
class Program:
    """Columns with their bounds, and rows that bound sums from below and above."""

    lows: list[int] = field(default_factory=lambda: [1])
    highs: list[int] = field(default_factory=lambda: [1])
    rows: list[tuple[Terms, int, int]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    hints: dict[int, int] = field(default_factory=dict)

    def hint(self, terms: Terms, value: int) -> None:
        """Say what a column is in the plan to look at first."""
        if len(terms) == 1 and terms[0][1] != ONE:
            self.hints[terms[0][1]] = value

    def yes_no(self) -> int:
        """Make a column that is 0 or 1."""
        return self.number(0, 1)

    def number(self, low: int, high: int) -> int:
        """Make a column in a span, both ends included."""
        self.lows.append(low)
        self.highs.append(high)
        return len(self.lows) - 1

    def at_most(self, terms: Terms, high: int) -> None:
        """Bound a sum from above."""
        self.rows.append((terms, -FAR, high))

    def at_least(self, terms: Terms, low: int) -> None:
        """Bound a sum from below."""
        self.rows.append((terms, low, FAR))

    def equal(self, terms: Terms, value: int) -> None:
        """Fix a sum."""
        self.rows.append((terms, value, value))

    def both(self, one: Terms, other: Terms) -> Terms:
        """Make a column that is 1 exactly when two sums of 0 or 1 are."""
        if not one or not other:
            return []
        if one in (TRUE, other):
            return other
        if other == TRUE:
            return one
        column = self.yes_no()
        self.at_most([(1, column), *minus(one)], 0)
        self.at_most([(1, column), *minus(other)], 0)
        self.at_least([(1, column), *minus(one), *minus(other)], -1)
        return [(1, column)]


def minus(terms: Iterable[tuple[int, int]]) -> Terms:
    """Turn the sign of a sum round."""
    return [(-factor, column) for factor, column in terms]


def times(number: int, terms: Iterable[tuple[int, int]]) -> Terms:
    """Multiply a sum."""
    return [(number * factor, column) for factor, column in terms]


def merged(terms: Iterable[tuple[int, int]]) -> Terms:
    """Write a sum with each column once."""
    found: dict[int, int] = {}
    for factor, column in terms:
        found[column] = found.get(column, 0) + factor
    return [(factor, column) for column, factor in found.items() if factor]


def value_of(terms: Iterable[tuple[int, int]], values: Sequence[int]) -> int:
    """Evaluate a sum."""
    return sum(factor * values[column] for factor, column in terms)
