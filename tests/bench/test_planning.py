"""The planning bench: what peers are asked is what ours is, and their plans are judged by ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.audit import audit, breaches
from scheduler.domain import Plan, Problem
from scheduler.planning import read_case
from scheduler.rules import RULES
from scripts.bench.planning_peers.daily import Daily
from scripts.bench.planning_peers.decoding import answer_of, plan_of, scores_of
from scripts.bench.planning_peers.instance import Instance
from scripts.bench.planning_peers.plain_cpsat import PlainModel
from scripts.bench.planning_peers.posing import instance_of
from scripts.bench.planning_peers.program import Part, value_of
from scripts.bench.planning_peers.running import (
    PEERS,
    Measured,
    Peer,
    judged,
    run_peer,
)
from scripts.bench.planning_peers.staging import stages, weighted
from tests.bench.troubled_worlds import best, calm, late, leak, sick
from tests.command import WHAT_IFS

BY_NAME = {peer.name: peer for peer in PEERS}
PLAIN, BY_PART = BY_NAME["plain CP-SAT, weighted"], BY_NAME["plain CP-SAT, by part"]
GECODE, SHOP = BY_NAME["MiniZinc, Gecode"], BY_NAME["PyJobShop (part)"]
LIMIT_S = 120.0


# --- posing and reading back -------------------------------------------------------------------


@pytest.mark.parametrize("pose", [calm, sick, late], ids=["calm", "sick", "late"])
def test_instance_is_the_same_after_writing(pose: Callable[[], Problem], tmp_path: Path) -> None:
    """What a peer's process reads is what was posed."""
    instance = instance_of(pose())
    instance.write(tmp_path / "instance.json")
    assert Instance.read(tmp_path / "instance.json") == instance


def test_days_left_are_those_that_the_rules_leave() -> None:
    """A late ship launches no sooner than it is ready, and lands within the life of its type."""
    problem = late()
    ship = instance_of(problem).ship["soyuz-002"]
    published = (problem.flights["soyuz-002"].launch_on - problem.as_of).days
    assert ship.launch_days[0][0] == published + 10
    [life] = {life.most for life in ship.lives}
    assert ship.undock_days[-1][1] - 1 == ship.launch_days[-1][1] - 1 + life - ship.return_days


@pytest.mark.parametrize("pose", [calm, sick, late], ids=["calm", "sick", "late"])
def test_plan_survives_being_told_in_numbers(pose: Callable[[], Problem]) -> None:
    """Days, rides and seats are all of a plan: what is put together from them is as good."""
    problem = pose()
    plan, parts = best(problem)
    again = plan_of(problem, answer_of(problem, plan))
    assert scores_of(problem, again) == parts
    assert judged(problem, again) == "clean"


def test_broken_plan_is_judged_so() -> None:
    """A peer gets no credit for a plan that breaks a rule."""
    problem = calm()
    answer = answer_of(problem, best(problem)[0])
    ship = answer.ships["soyuz-002"]
    away = replace(answer, ships={**answer.ships, "soyuz-002": replace(ship, undock=900)})
    plan = plan_of(problem, away)
    assert "vehicle-life" in {finding.rule for finding in breaches(audit(plan, problem, RULES))}
    assert "breaches" in judged(problem, plan)


# --- the daily programme means what ours means --------------------------------------------------


def held_values(problem: Problem, plan: Plan) -> dict[str, int]:
    """Fix the daily programme to a plan; give its parts, none where it is forbidden."""
    daily = Daily(instance_of(problem))
    daily.hold(answer_of(problem, plan))
    values = PlainModel(daily.program).complete({})
    return {f"{p.goal}:{p.name}": value_of(p.cost, values) for p in daily.program.parts}


@pytest.mark.parametrize("pose", [calm, sick, late], ids=["calm", "sick", "late"])
def test_our_best_plan_costs_the_same_in_the_daily_programme(
    pose: Callable[[], Problem],
) -> None:
    """Nothing that check allows is forbidden there, and each part is counted alike."""
    problem = pose()
    plan, parts = best(problem)
    assert held_values(problem, plan) == parts


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ms-22-leak", "nominal-2022-12"])
def test_shipped_plan_costs_the_same_in_the_daily_programme(name: str) -> None:
    """The shipped cases hold most of the rules at once."""
    problem = read_case(WHAT_IFS / f"{name}.yaml").problem
    plan, parts = best(problem)
    assert held_values(problem, plan) == parts


def test_stages_weigh_an_earlier_part_over_all_later_ones() -> None:
    """One unit of the first costs more than the most of the rest; what is too large is split."""
    parts = [Part("g", "a", [(1, 1)], 9), Part("g", "b", [(1, 2)], 4), Part("g", "c", [(1, 3)], 2)]
    assert stages(parts, most=150) == [parts]
    assert weighted(parts) == [(15, 1), (3, 2), (1, 3)]
    assert stages(parts, most=50) == [parts[:2], parts[2:]]


# --- the peers ---------------------------------------------------------------------------------


def agree(peer: Peer, problem: Problem) -> Measured:
    """Have a peer prove every part: clean, and equal to ours."""
    measured = run_peer(peer, problem, LIMIT_S)
    assert (measured.status, measured.verdict) == ("optimal", "clean")
    assert len(measured.proved) == measured.parts
    assert measured.scores == best(problem)[1]
    return measured


@pytest.mark.slow
@pytest.mark.parametrize("pose", [calm, sick, late], ids=["calm", "sick", "late"])
def test_plain_cpsat_proves_what_ours_proves(pose: Callable[[], Problem]) -> None:
    """Part by part, weighted as far as it goes."""
    agree(PLAIN, pose())


@pytest.mark.slow
def test_plain_cpsat_proves_the_leak_as_ours_does(tmp_path: Path) -> None:
    """Real ships and people; the whole year takes it longer than a test may."""
    agree(PLAIN, leak(tmp_path))


@pytest.mark.slow
def test_cpsat_by_part_proves_what_ours_proves() -> None:
    """One part after the other comes to the same."""
    agree(BY_PART, late())


@pytest.mark.slow
def test_highs_proves_what_ours_proves() -> None:
    """Rounded to whole numbers, stage by stage."""
    agree(BY_NAME["HiGHS"], calm())


@pytest.mark.slow
@pytest.mark.parametrize("pose", [calm, late], ids=["calm", "late"])
def test_minizinc_proves_what_ours_proves(pose: Callable[[], Problem]) -> None:
    """A model of its own, in the words of constraints."""
    if GECODE.missing():
        pytest.skip(GECODE.missing())
    agree(GECODE, pose())


@pytest.mark.slow
def test_pyjobshop_says_its_part_and_what_it_lacks() -> None:
    """A late ship moves its launch by as many days; no people, so no whole plan."""
    measured = run_peer(SHOP, late(), LIMIT_S)
    assert measured.status == "optimal"
    assert {*measured.proved} == {"change:days"}
    assert measured.trace[-1]["values"] == [10]
    assert "people, crews and seats" in measured.lacks


def test_missing_minizinc_is_told_loudly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its row says so, and how to have it."""
    monkeypatch.setattr("shutil.which", lambda _name: None)
    measured = run_peer(GECODE, calm(), LIMIT_S)
    assert measured.status == "missing"
    assert "install" in capsys.readouterr().err
