"""The peer: its environment holds what the lock names; it is asked exactly what ours is."""

from __future__ import annotations

import re
import subprocess
from itertools import chain, combinations
from pathlib import Path
from random import Random

import pytest
from ortools.sat.python import cp_model

from scheduler.explain import Inquiry
from scheduler.rules import RULES
from scheduler.solve import Engine
from scripts.bench.conflicts import is_irreducible, oracle_of
from scripts.bench.peers import environment
from scripts.bench.peers.asking import ask, which_hold
from scripts.bench.questions import Question, question_of
from scripts.bench.troubles import make_case
from scripts.bench.worlds import make_world

LOCKED = environment.LOCK.read_text("utf-8")


# --- the environment ---------------------------------------------------------------------------


def test_lock_names_hashes_and_no_addresses() -> None:
    """Every package by version and hash; where it comes from is the machine's business."""
    assert "://" not in LOCKED
    packages = re.split(r"\n(?=[a-z])", LOCKED)
    assert all(re.match(r"[a-z0-9-]+==", package) for package in packages)
    assert all("--hash=sha256:" in package for package in packages)


def test_peer_has_the_same_solver_as_ours() -> None:
    """A ratio between versions would say nothing of explainers; HiGHS would clash with it."""
    ours = (environment.ROOT / "requirements.lock").read_text("utf-8")
    [version] = re.findall(r"^ortools==(\S+)", ours, re.MULTILINE)
    assert f"ortools=={version} " in LOCKED
    assert "cpmpy==1.1.1 " in LOCKED
    assert "highspy" not in LOCKED


def test_nothing_but_the_lock_is_installed() -> None:
    """Hashes are asked for, and nothing is resolved."""
    command = environment.install_command(Path("uv"), Path("python"), Path("peers.lock"))
    assert {"--no-deps", "--require-hashes"} < {*map(str, command)}


def test_environment_follows_its_lock() -> None:
    """Another lock asks for another environment."""
    assert environment.fingerprint(b"a") != environment.fingerprint(b"b")


@pytest.mark.slow
def test_environment_is_made_once() -> None:
    """The second asker finds it ready, and CPMpy in it."""
    python = environment.ensure()
    assert environment.ensure() == python
    told = subprocess.check_output(
        [python, "-c", "import cpmpy; print(cpmpy.__version__)"], text=True
    )
    assert told.strip() == "1.1.1"


# --- what it is asked --------------------------------------------------------------------------


def each_kind() -> Question:
    """Make a model with a requirement for each kind of constraint that our boards use."""
    model = cp_model.CpModel()
    x, y, z = (model.new_int_var(0, 3, name) for name in "xyz")
    holes = model.new_int_var_from_domain(cp_model.Domain.from_values([0, 2, 5]), "holes")
    a, b, c = (model.new_bool_var(name) for name in "abc")
    model.add(holes + z == 5)  # physics: (0, 5) is out, so (2, 3) or (5, 0)
    model.add(x >= 1).only_enforce_if(a, ~b)
    switches = [model.new_bool_var(f"on:{number}") for number in range(9)]
    model.add(2 * x - y == 4).only_enforce_if(switches[0])
    model.add_bool_or(a, b, c).only_enforce_if(switches[1])
    model.add_bool_and(~a, ~b).only_enforce_if(switches[2])
    model.add(y != 2).only_enforce_if(switches[3])
    model.add(z + x >= 5).only_enforce_if(switches[4])
    tasks = [
        model.new_optional_fixed_size_interval_var(start, 2, literal, start.name)
        for start, literal in ((x, a), (y, b), (z, c))
    ]
    model.add_no_overlap(tasks).only_enforce_if(switches[5])
    model.add_bool_and(a, b).only_enforce_if(switches[6])
    model.add(holes <= 2).only_enforce_if(switches[7])
    model.add(x <= 1).only_enforce_if(switches[8])
    model.add_at_most_one(a, c)
    model.add_exactly_one(b, c)
    return Question("each kind", model, switches)


@pytest.mark.slow
def test_translation_means_the_same_for_every_kind_of_constraint() -> None:
    """Asked of all 512 subsets of nine requirements, both say the same."""
    question = each_kind()
    places = range(len(question.switches))
    subsets = list(chain.from_iterable(combinations(places, n) for n in range(len(places) + 1)))
    oracle = oracle_of(question)
    ours = [oracle.ask(subset).holds for subset in subsets]
    assert which_hold(question, subsets) == ours
    assert {*ours} == {True, False}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("trouble", "is_rich"), [("berth", False), ("handover", True)], ids=["plain", "rich"]
)
def test_translation_means_the_same_for_a_world(trouble: str, is_rich: bool) -> None:
    """Random subsets of a troubled world's requirements, most of which hold the trouble."""
    case = make_case(make_world(3, 6, is_rich=is_rich), 1, trouble)
    order = list(Inquiry(case.problem, RULES, Engine(60.0)).order)
    question, random = question_of(trouble, case.problem, order), Random(5)
    places = range(len(order))
    subsets = [[n for n in places if random.random() < 0.97] for _ in range(30)]
    oracle = oracle_of(question)
    ours = [oracle.ask(subset).holds for subset in subsets]
    assert which_hold(question, subsets) == ours
    assert {*ours} == {True, False}


@pytest.mark.slow
@pytest.mark.parametrize("trouble", ["order", "more-ports"])
def test_peers_conflicts_are_conflicts_of_ours(trouble: str) -> None:
    """What CPMpy finds is impossible and irreducible on our board, and as large as is known."""
    case = make_case(make_world(3, 6), 1, trouble)
    inquiry = Inquiry(case.problem, RULES, Engine(60.0, workers=1))
    question = question_of(trouble, case.problem, inquiry.order)
    for method in ("mus", "quickxplain"):
        found = ask(question, method, 120.0).members
        assert found is not None
        assert len(found) == case.members
        assert is_irreducible(inquiry.oracle, [inquiry.order[place] for place in found])
