"""Toy models: clauses over a few literals, small enough to list what can hold together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product

from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.explain.oracle import Oracle
from scheduler.solve import Answer, Engine

Clause = tuple[int, ...]
"""Literals of which one must hold: n is the n-th variable, -n its negation; from 1 on."""

VARIABLES = 3
LITERALS = [one for n in range(1, VARIABLES + 1) for one in (n, -n)]
MOST_MEMBERS = 7


@dataclass(frozen=True)
class Toy:
    """Members that are one clause each; what they say together is found by listing."""

    clauses: tuple[Clause, ...]

    @property
    def members(self) -> range:
        """Give all members."""
        return range(len(self.clauses))

    @cached_property
    def _worlds(self) -> list[frozenset[int]]:
        """List which members each assignment keeps."""
        return [
            frozenset(
                member
                for member, clause in enumerate(self.clauses)
                if any(values[abs(one) - 1] is (one > 0) for one in clause)
            )
            for values in product((False, True), repeat=VARIABLES)
        ]

    def holds(self, members: Iterable[int]) -> bool:
        """Say whether an assignment keeps all of these members."""
        wanted = frozenset(members)
        return any(wanted <= kept for kept in self._worlds)

    def conflicts(self) -> set[frozenset[int]]:
        """List the irreducible conflicts: without any one member the rest can hold."""
        return {
            frozenset(one)
            for one in subsets(self.members)
            if not self.holds(one) and all(self.holds({*one} - {member}) for member in one)
        }

    def deleted(self, order: Sequence[int]) -> tuple[int, ...]:
        """Shrink by plain deletion, the last first."""
        left = list(order)
        for member in reversed(order):
            if not self.holds(one for one in left if one != member):
                left.remove(member)
        return tuple(left)

    def model(self) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
        """Post each clause behind a switch of its own."""
        model = cp_model.CpModel()
        literals = [model.new_bool_var(f"x{n}") for n in range(VARIABLES)]
        switches = [model.new_bool_var(f"on:{member}") for member in self.members]
        for clause, switch in zip(self.clauses, switches, strict=True):
            said = [literals[n - 1] if n > 0 else ~literals[-n - 1] for n in clause]
            model.add_bool_or(said).only_enforce_if(switch)
        return model, switches

    def oracle(self, engine: Engine | None = None) -> Oracle:
        """Ask a model of the clauses."""
        model, switches = self.model()
        return Oracle(model, switches, engine or Engine(60.0, workers=1))


def subsets(members: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Walk all choices of members, the small ones first."""
    listed = tuple(members)
    return chain.from_iterable(combinations(listed, size) for size in range(len(listed) + 1))


def clauses() -> st.SearchStrategy[tuple[Clause, ...]]:
    """Draw clauses of one to three literals; many of them cannot hold together."""
    one = st.lists(st.sampled_from(LITERALS), min_size=1, max_size=3, unique=True)
    return st.lists(one.map(tuple), min_size=2, max_size=MOST_MEMBERS).map(tuple)


def toys() -> st.SearchStrategy[Toy]:
    """Draw toys, hopeless or not."""
    return clauses().map(Toy)


def hopeless_toys() -> st.SearchStrategy[Toy]:
    """Draw toys whose members cannot all hold: a literal, its negation, and others beside them."""

    def mixed(told: tuple[tuple[Clause, ...], int]) -> Toy:
        others, literal = told
        return Toy((*others, (literal,), (-literal,)))

    return st.tuples(clauses(), st.integers(1, VARIABLES)).map(mixed)


class Blaming(Engine):
    """An engine that blames what it is told to, instead of what the solver blames.

    ``blamed`` is asked at each question that cannot hold, with the assumptions of the model.
    """

    def __init__(self, blamed: Callable[[Collection[int]], Iterable[int]]) -> None:
        """Keep whom to blame."""
        super().__init__(60.0, workers=1)
        self._blamed = blamed

    def quick(self, model: cp_model.CpModel) -> tuple[Answer, frozenset[int]]:
        """Answer as the solver does, and blame as told."""
        assumed = tuple(model.proto.assumptions)
        answer, _ = super().quick(model)
        return answer, frozenset(self._blamed(assumed) if answer.is_infeasible else ())
