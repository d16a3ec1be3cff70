"""A CP-SAT model in the words of CPMpy, constraint for constraint.

Runs in the peers' environment only. A constraint that holds while literals hold becomes an
implication; where CPMpy cannot say so of no-overlap, the literals go into the presence of each
interval, which comes to the same. What this cannot say, it refuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import cpmpy as cp  # type: ignore[import-not-found]  # only the peers have it

Expression = Any  # CPMpy is not typed
Proto = Any  # of the classic Python protocol buffers


class Translation:
    """The variables and constraints of a model; ``variables`` has the places of the original."""

    def __init__(self, proto: Proto) -> None:
        """Translate all of a model."""
        self._proto = proto
        self.constraints: list[Expression] = []
        self.variables = [self._variable(number) for number in range(len(proto.variables))]
        for constraint in proto.constraints:
            self.constraints += self._constraint(constraint)

    def _variable(self, number: int) -> Expression:
        domain, name = list(self._proto.variables[number].domain), f"v{number}"
        if domain == [0, 1]:
            return cp.boolvar(name=name)
        variable = cp.intvar(domain[0], domain[-1], name=name)
        if len(domain) > 2:
            self.constraints.append(within(variable, domain))
        return variable

    def _constraint(self, constraint: Proto) -> Iterator[Expression]:
        kind = constraint.WhichOneof("constraint")
        when = [self._literal(literal) for literal in constraint.enforcement_literal]
        if kind == "interval":
            return  # told by the constraints that use it
        if kind == "no_overlap":
            yield self._no_overlap(constraint.no_overlap.intervals, when)
            return
        told = self._told(kind, constraint)
        yield cp.all(when).implies(told) if when else told

    def _told(self, kind: str, constraint: Proto) -> Expression:
        match kind:
            case "linear":
                return within(self._sum(constraint.linear), list(constraint.linear.domain))
            case "bool_or":
                return cp.any(self._literals(constraint.bool_or))
            case "bool_and":
                return cp.all(self._literals(constraint.bool_and))
            case "at_most_one":
                return cp.sum(self._literals(constraint.at_most_one)) <= 1
            case "exactly_one":
                return cp.sum(self._literals(constraint.exactly_one)) == 1
        raise NotImplementedError(f"{kind} is not translated yet.")

    def _no_overlap(self, intervals: Sequence[int], when: list[Expression]) -> Expression:
        starts, sizes, ends, presences = [], [], [], []
        for number in intervals:
            found = self._proto.constraints[number]
            size = self._sum(found.interval.size)
            if least(size) < 1:
                raise NotImplementedError("An interval may be empty, which CPMpy reads otherwise.")
            literals = [self._literal(literal) for literal in found.enforcement_literal]
            starts.append(self._sum(found.interval.start))
            sizes.append(size)
            ends.append(self._sum(found.interval.end))
            presences.append(cp.all([*literals, *when]))
        return cp.NoOverlapOptional(starts, sizes, ends, presences)

    def _sum(self, linear: Proto) -> Expression:
        offset = getattr(linear, "offset", 0)
        terms = [
            coefficient * self.variables[number] if coefficient != 1 else self.variables[number]
            for number, coefficient in zip(linear.vars, linear.coeffs, strict=True)
        ]
        if not terms:
            return offset
        whole = terms[0] if len(terms) == 1 else cp.sum(terms)
        return whole + offset if offset else whole

    def _literals(self, argument: Proto) -> list[Expression]:
        return [self._literal(literal) for literal in argument.literals]

    def _literal(self, literal: int) -> Expression:
        number = literal if literal >= 0 else -literal - 1
        variable = self.variables[number]
        if not variable.is_bool():  # a Boolean that is fixed has a domain of one value
            variable = variable == 1
        return variable if literal >= 0 else ~variable


def within(expression: Expression, domain: list[int]) -> Expression:
    """Say that an expression takes one of the values of a domain."""
    spans = list(zip(domain[::2], domain[1::2], strict=True))
    told = [between(expression, low, high) for low, high in spans]
    return told[0] if len(told) == 1 else cp.any(told)


EDGE = 2**62


def between(expression: Expression, low: int, high: int) -> Expression:
    """Say that an expression lies in a span, of which one end may be open."""
    if low == high:
        return expression == low
    if low <= -EDGE:
        return expression <= high
    if high >= EDGE:
        return expression >= low
    return (expression >= low) & (expression <= high)


def least(expression: Expression) -> int:
    """Give the least value that an expression may take."""
    return expression if isinstance(expression, int) else int(expression.get_bounds()[0])
