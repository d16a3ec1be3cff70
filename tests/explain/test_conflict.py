"""Conflicts on worlds with a known answer, and what they do not rest on."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import (
    Conflict,
    Demand,
    DemandKind,
    LifeEdition,
    Outage,
    Problem,
    Requirement,
)
from scheduler.explain import find_conflict, prove_infeasible
from scheduler.rules import RULES
from scheduler.solve import Answer, Engine
from tests.explain.posing import NOTHING, blame
from tests.rules.worlds import TINY, make_flight, make_problem, on, with_rules

SHIP = make_flight("ship", launch=-30, undock=9, crew=("ana", "bea"))


def silent(_goal: str, _best: str, _bound: str) -> None:
    """Tell nobody."""


def conflict_of(problem: Problem) -> Conflict:
    """Explain a world."""
    engines = Engine(60.0, workers=1), Engine(60.0, workers=1, seed=3)
    return find_conflict(problem, RULES, *engines, silent)


def can_hold(problem: Problem, requirements: tuple[Requirement, ...]) -> bool:
    """Ask by another route: a fresh board with these requirements only, without presolve."""
    board = Board(problem, only=frozenset(requirements))
    for rule in RULES:
        rule.post(board)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False
    return bool(solver.solve(board.model) != cp_model.INFEASIBLE)


def short_lived() -> Problem:
    """Two members: the ship's life ends on day 10, the planner wants it to stay to day 12."""
    kind = replace(TINY.vehicle_types["soyuz-ms"], life=(replace(_life(), days=40),))
    station = replace(TINY, vehicle_types={**TINY.vehicle_types, "soyuz-ms": kind})
    stay_on = Demand(DemandKind.EARLIEST_UNDOCK, "ship", "what-if.yaml:7", on(12))
    return make_problem(SHIP, station=station, demands=(stay_on,))


def _life() -> LifeEdition:
    return TINY.vehicle_types["soyuz-ms"].life[0]


def shut_in() -> Problem:
    """Three members: the port closes on day 4, the ship may use no other, and must stay to 6."""
    demands = (
        Demand(DemandKind.EARLIEST_UNDOCK, "ship", "what-if.yaml:7", on(6)),
        Demand(DemandKind.PORTS, "ship", "what-if.yaml:9", ports=("rassvet-nadir",)),
    )
    closed = Outage("port", "rassvet-nadir", on(4), None, "what-if.yaml:5")
    return make_problem(SHIP, demands=demands, outages=(closed,))


def nobody_left() -> Problem:
    """Two members: the only crew must be home by day 5, and somebody must be aboard to day 20."""
    home = Demand(DemandKind.LATEST_UNDOCK, "ship", "what-if.yaml:7", on(5))
    station = with_rules(CT_1={"least_aboard": 1})
    return make_problem(SHIP, demands=(home,), station=station)


KNOWN = [
    pytest.param(short_lived(), [("VL-1", "ship"), ("what-if", "ship")], id="life"),
    pytest.param(
        shut_in(),
        [("PT-6", "rassvet-nadir"), ("what-if", "ship"), ("what-if", "ship")],
        id="closed-port",
    ),
    pytest.param(nobody_left(), [("CT-1", "iss"), ("what-if", "ship")], id="empty-station"),
]


@pytest.mark.parametrize(("problem", "members"), KNOWN)
def test_known_conflict_is_found_exactly(problem: Problem, members: list[tuple[str, str]]) -> None:
    """The members worked out by hand, no more and no fewer, and labelled as proved."""
    conflict = conflict_of(problem)
    assert sorted((r.ref, r.subject) for r in conflict.requirements) == members
    assert (conflict.is_irreducible, conflict.is_reproved) == (True, True)


@pytest.mark.parametrize(("problem", "members"), KNOWN)
def test_conflict_holds_by_another_route(problem: Problem, members: list[tuple[str, str]]) -> None:
    """Together impossible; without any one of them possible."""
    requirements = conflict_of(problem).requirements
    assert not can_hold(problem, requirements)
    for rest in combinations(requirements, len(members) - 1):
        assert can_hold(problem, rest)


@pytest.mark.parametrize(("problem", "_members"), KNOWN)
def test_answer_does_not_rest_on_the_core(
    problem: Problem, _members: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong core (google/or-tools issue 5141) costs time, never the answer."""
    expected = conflict_of(problem)
    blame(monkeypatch, frozenset({0}))
    assert conflict_of(problem) == expected
    blame(monkeypatch, frozenset())
    assert conflict_of(problem) == expected


def test_demands_name_their_place() -> None:
    """A member that is the planner's own demand says where it is written."""
    places = {r.at for r in conflict_of(shut_in()).requirements}
    assert places == {"what-if.yaml:5", "what-if.yaml:7", "what-if.yaml:9"}


class Tired(Engine):
    """An engine that never comes to an answer."""

    def solve(self, *_: object) -> Answer:
        """Give up."""
        return NOTHING

    def quick(self, *_: object) -> tuple[Answer, frozenset[int]]:
        """Give up sooner."""
        return NOTHING, frozenset()


def test_conflict_without_time_is_not_called_irreducible() -> None:
    """What could not be tried stays in, and the label says so; the whole is proved all the same."""
    proof = Engine(60.0, workers=1)
    conflict = find_conflict(short_lived(), RULES, Tired(60.0), proof, silent)
    assert (conflict.is_irreducible, conflict.is_reproved) == (False, True)
    assert len(conflict.requirements) > 2


def test_infeasibility_is_proved_on_a_fresh_board() -> None:
    """The second proof agrees where there is no plan, and disagrees where there is one."""
    assert prove_infeasible(short_lived(), RULES, Engine(60.0, workers=1))
    assert not prove_infeasible(make_problem(SHIP), RULES, Engine(60.0, workers=1))
