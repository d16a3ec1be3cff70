"""From members that cannot hold together to an irreducible conflict among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scheduler.explain.oracle import Oracle

Told = Callable[[int], None]
"""Told how many members are still looked at."""


@dataclass(frozen=True)
class Shrunk:
    """Members that cannot hold together, in the order they were given.

    ``is_irreducible``: without any one of them the rest can hold, each shown by a solve.
    """

    members: tuple[int, ...]
    is_irreducible: bool


def preferred(oracle: Oracle, order: Sequence[int], told: Told = lambda _: None) -> Shrunk:
    """Find the irreducible conflict that blames the first members rather than the last.

    The last member is tried first: where the rest cannot hold without it, it is dropped for
    good. What the solver does not blame is dropped without a solve of its own, because the
    blamed ones stay; if a set so found turns out to hold together, blame was wrong, and all is
    done again without it. So the answer is always the one that plain deletion would give.

    Parameters
    ----------
    order
        Members that cannot hold together, what is to be blamed first at the front.
    """
    found = _delete(oracle, order, told, trusts_blame=True)
    if oracle.ask(found.members).holds is False:
        return found
    found = _delete(oracle, order, told, trusts_blame=False)
    is_conflict = oracle.ask(found.members).holds is False
    return Shrunk(found.members, found.is_irreducible and is_conflict)


def _delete(oracle: Oracle, order: Sequence[int], told: Told, *, trusts_blame: bool) -> Shrunk:
    left = list(order)
    blamed = oracle.ask(left).core if trusts_blame else frozenset()
    is_irreducible = True
    for member in reversed(order):
        rest = [one for one in left if one != member]
        if blamed and member not in blamed:
            left = rest
            continue
        reply = oracle.ask(rest)
        if reply.holds is False:
            left = rest
            blamed = reply.core if trusts_blame else blamed
            told(len(blamed or left))
        elif reply.holds is None:
            is_irreducible = False
    return Shrunk(tuple(left), is_irreducible)
