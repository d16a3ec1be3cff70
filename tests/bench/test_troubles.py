"""Troubles of the bench: each leaves no plan, with the conflict that its docstring counts."""

from __future__ import annotations

import pytest

from scheduler.explain import find_conflict
from scheduler.rules import RULES
from scheduler.solve import Engine
from scripts.bench.troubles import LOCAL, TROUBLES, make_case
from scripts.bench.worlds import make_world


def test_same_seed_gives_the_same_trouble() -> None:
    """Kind and place are the seed's alone."""
    world = make_world(1, 12)
    cases = [make_case(world, 5) for _ in range(2)]
    assert repr(cases[0]) == repr(cases[1])


def test_kinds_and_places_vary_with_the_seed() -> None:
    """Two hundred seeds do not ask the same question."""
    world = make_world(1, 12)
    cases = [make_case(world, seed) for seed in range(200)]
    assert {case.trouble for case in cases} == {*LOCAL}
    assert len({repr(case.problem.demands) for case in cases}) > len(LOCAL)


def test_trouble_that_grows_with_the_world_is_not_local() -> None:
    """Its conflict has no number that is known beforehand."""
    assert {*TROUBLES} - {*LOCAL} == {"relief"}
    assert make_case(make_world(1, 16), 1, "relief").members is None


@pytest.mark.parametrize("trouble", LOCAL)
def test_conflict_has_the_members_that_were_counted(trouble: str) -> None:
    """Irreducible, proved, and of the size worked out by hand."""
    case = make_case(make_world(2, 6), 3, trouble)
    conflict = find_conflict(
        case.problem,
        RULES,
        Engine(60.0, workers=1),
        Engine(60.0, workers=1, seed=3),
        lambda *_: None,
    )
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)
    assert len(conflict.requirements) == case.members
