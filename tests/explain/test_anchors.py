"""Anchors: what is held as published changes how long an answer takes, never the answer."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.explain import preferred
from scheduler.explain.anchors import FEW, MANY_SHIPS, Anchors, make_anchors
from scheduler.explain.late import Late
from scheduler.explain.oracle import Oracle
from scheduler.rules import RULES
from scheduler.solve import Answer, Engine
from scripts.bench.troubles import make_case
from scripts.bench.worlds import make_world
from tests.explain.posing import NOTHING
from tests.explain.toys import VARIABLES, Toy, hopeless_toys, subsets, toys

HELD = st.lists(st.booleans(), min_size=VARIABLES, max_size=VARIABLES)
FREE = st.sets(st.integers(0, VARIABLES - 1))
CROWDED = 40


class Patient(Engine):
    """An engine whose quick try decides nothing while something is assumed beside switches."""

    def quick(self, model: cp_model.CpModel) -> tuple[Answer, frozenset[int]]:
        """Give up where an anchor is assumed."""
        names = [model.proto.variables[index].name for index in model.proto.assumptions]
        if any(name.startswith("anchor") for name in names):
            return NOTHING, frozenset()
        return super().quick(model)


def anchored(
    toy: Toy, held: Sequence[bool], free: set[int], engine: Engine | None = None
) -> Oracle:
    """Hold each literal of a toy to a value, by an anchor that may be let go."""
    model, switches = toy.model()
    anchors = [model.new_bool_var(f"anchor:{number}") for number in range(VARIABLES)]
    for number, (anchor, value) in enumerate(zip(anchors, held, strict=True)):
        literal = model.get_bool_var_from_proto_index(number)
        model.add(literal == int(value)).only_enforce_if(anchor)
    return Oracle(
        model, switches, engine or Engine(60.0, workers=1), anchors=Anchors(anchors, free)
    )


@given(toy=toys(), held=HELD, free=FREE, data=st.data())
def test_answers_are_those_without_anchors(
    toy: Toy, held: list[bool], free: set[int], data: st.DataObject
) -> None:
    """Whatever is held at first, and whatever was asked before."""
    oracle = anchored(toy, held, free)
    for members in data.draw(st.permutations(list(subsets(toy.members))))[:12]:
        assert oracle.ask(members).holds is toy.holds(members)


@given(toy=hopeless_toys(), held=HELD, free=FREE)
def test_conflicts_are_those_without_anchors(toy: Toy, held: list[bool], free: set[int]) -> None:
    """The preferred conflict is the one that plain deletion gives."""
    oracle = anchored(toy, held, free)
    assert preferred(oracle, toy.members).members == toy.deleted(toy.members)


@given(toy=toys(), held=HELD)
def test_questions_left_open_are_asked_thoroughly(toy: Toy, held: list[bool]) -> None:
    """Where the quick try gives up while ships are held, a thorough search holds none."""
    oracle = anchored(toy, held, set(), Patient(60.0, workers=1))
    for members in list(subsets(toy.members))[:20]:
        assert oracle.ask(members).holds is toy.holds(members)


@given(toy=hopeless_toys(), held=HELD, free=FREE)
def test_least_is_least_anywhere(toy: Toy, held: list[bool], free: set[int]) -> None:
    """Nothing less is overlooked because it is not nearby."""
    most = max(len(one) for one in subsets(toy.members) if toy.holds(one))
    oracle = anchored(toy, held, free)
    model = oracle.model.clone()
    answer = oracle.least(model, len(oracle.switches) - sum(oracle.switches))
    assert (answer.is_proved, answer.objective) == (True, len(toy.members) - most)


def places(anchors: Anchors, literals: Sequence[cp_model.IntVar]) -> list[int]:
    """List the places of what is held."""
    indices = [literal.index for literal in literals]
    return [indices.index(literal.index) for literal in anchors.held]


def test_of_many_that_are_blamed_the_nearest_are_let_go() -> None:
    """Ship 20 is free; of all that are blamed the four beside it go first, then as many again."""
    model = cp_model.CpModel()
    literals = [model.new_bool_var(f"anchor:{number}") for number in range(CROWDED)]
    anchors = Anchors(literals, {20})
    everyone = {literal.index for literal in literals}
    assert anchors.let_go(everyone)
    assert set(range(CROWDED)) - {*places(anchors, literals)} == {18, 19, 20, 21, 22}
    assert len(anchors.held) == CROWDED - 1 - FEW
    assert anchors.let_go(everyone)
    assert len(anchors.held) == CROWDED - 2 * (1 + FEW)


def test_few_that_are_blamed_are_let_go_at_once() -> None:
    """Wherever they are; and nothing is let go where no anchor is blamed."""
    model = cp_model.CpModel()
    literals = [model.new_bool_var(f"anchor:{number}") for number in range(CROWDED)]
    anchors = Anchors(literals, {20})
    assert anchors.let_go({literals[0].index, literals[39].index})
    assert {0, 20, 39} == set(range(CROWDED)) - {*places(anchors, literals)}
    assert not anchors.let_go({literals[0].index, 10_000})


def test_small_worlds_have_no_anchors() -> None:
    """With so few ships it costs less to ask at once."""
    problem = make_world(1, 8)
    assert len(problem.flights) < MANY_SHIPS
    assert not make_anchors(Board(problem, has_switches=True)).held


def test_ships_that_demands_name_are_free_from_the_start() -> None:
    """Of a long world all ships but those in the what-if are held, and can be held together."""
    case = make_case(make_world(1, CROWDED), 3, "handover").problem
    board = Board(case, has_switches=True)
    Late(board, RULES)
    anchors = make_anchors(board)
    named = {demand.subject for demand in case.demands}
    assert len(named) == 2
    assert {one.name.removeprefix("anchor:") for one in anchors.held} == {*case.flights} - named
    anchors.hold(board.model)
    assert Engine(60.0, workers=1).solve(board.model).has_plan
