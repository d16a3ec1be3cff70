"""Conflicts of random worlds: impossible together, possible without any one member."""

from __future__ import annotations

from random import Random

import pytest

from scheduler.explain import prove_infeasible
from scheduler.rules import RULES
from scheduler.solve import Engine
from tests.explain.posing import (
    Tiring,
    all_requirements,
    blame,
    conflict_of,
    holding,
    hopeless_world,
    kept_badly,
)


@pytest.mark.parametrize("seed", range(24))
def test_conflict_is_what_it_says(seed: int) -> None:
    """Found, labelled as proved and irreducible, and both are so by another route."""
    problem = hopeless_world(seed)
    conflict = conflict_of(problem)
    members = set(conflict.requirements)
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)
    assert members <= all_requirements(problem)
    assert holding(problem, members) is None
    for member in members:
        assert holding(problem, members - {member}) is not None


@pytest.mark.parametrize("seed", range(24))
def test_plan_without_one_member_keeps_the_others(seed: int) -> None:
    """The rules' own checks find nothing against the members that were kept."""
    problem = hopeless_world(seed)
    members = set(conflict_of(problem).requirements)
    for member in members:
        plan = holding(problem, members - {member})
        assert plan is not None
        assert kept_badly(problem, plan, members - {member}) == []


@pytest.mark.parametrize("seed", range(24))
def test_verdict_is_proved_a_second_time(seed: int) -> None:
    """A fresh board with all days, another seed, no presolve: still no plan."""
    problem = hopeless_world(seed)
    other = Engine(60.0, workers=1, seed=11, uses_presolve=False)
    assert prove_infeasible(problem, RULES, other)


@pytest.mark.parametrize("seed", range(24))
def test_nonsense_for_a_core_costs_time_only(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever CP-SAT blames (google/or-tools issues 5141, 3943), the conflict is one."""
    problem = hopeless_world(seed)
    random = Random(problem.title)
    chosen = frozenset(random.sample(range(400), 200))
    blame(monkeypatch, chosen)
    conflict = conflict_of(problem)
    members = set(conflict.requirements)
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)
    assert holding(problem, members) is None
    for member in members:
        assert holding(problem, members - {member}) is not None


@pytest.mark.parametrize("solves", [0, 1, 2, 3, 5, 8, 13])
@pytest.mark.parametrize("seed", range(6))
def test_labels_are_honest_when_the_time_runs_out(seed: int, solves: int) -> None:
    """What is called irreducible is so; what is called proved again is impossible."""
    problem = hopeless_world(seed)
    conflict = conflict_of(problem, Tiring(solves))
    members = set(conflict.requirements)
    assert conflict.is_reproved
    assert holding(problem, members) is None
    shown = [holding(problem, members - {member}) is not None for member in members]
    assert all(shown) or not conflict.is_irreducible


@pytest.mark.parametrize("seed", range(6))
def test_conflict_that_is_not_proved_again_says_so(seed: int) -> None:
    """Without time for the second proof nothing is claimed."""
    problem = hopeless_world(seed)
    conflict = conflict_of(problem, proof=Tiring(0))
    assert (conflict.is_irreducible, conflict.is_reproved) == (False, False)
    assert not prove_infeasible(problem, RULES, Tiring(0))
