"""Crew order (CT-2): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan, Problem, Standing, Uncrewed
from scheduler.rules.crew_order import CrewOrder
from tests.rules.agreement import (
    Inexpressible,
    agree,
    breaches,
    solver_accepts,
    voices,
)
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, make_flight, make_problem, on

RULE = CrewOrder()
ALLOWED = Uncrewed.ALLOWED
MS_2 = make_flight("ms-2", launch=2, undock=20, crew=("bob",), uncrewed=ALLOWED)
MS_3 = make_flight("ms-3", launch=4, undock=30, crew=("cat",), uncrewed=ALLOWED)
MS_4 = make_flight("ms-4", launch=6, undock=40, crew=("dan",), uncrewed=ALLOWED)
LINE = make_problem(MS_2, MS_3, MS_4, until=10)


def brings(*crews: str | None) -> dict[str, Voyage]:
    """Name what ms-2, ms-3 and ms-4 bring: a crew, nobody (empty) or they do not fly (none)."""
    ships = ("ms-2", "ms-3", "ms-4")
    return {
        ship: Voyage(flies=False) if crew is None else Voyage(crew=crew)
        for ship, crew in zip(ships, crews, strict=True)
    }


@pytest.mark.parametrize(
    ("crews", "allowed"),
    [
        pytest.param(("ms-2", "ms-3", "ms-4"), True, id="as-published"),
        pytest.param(("", "ms-2", "ms-3"), True, id="all-move-on-by-one"),
        pytest.param(("", "", "ms-2"), True, id="all-move-on-by-two"),
        pytest.param(("", "", ""), True, id="never-anybody"),
        pytest.param((None, "ms-2", "ms-3"), True, id="one-ship-is-lost"),
        pytest.param(("ms-2", "", "ms-3"), True, id="the-second-is-empty"),
        pytest.param(("", "ms-3", "ms-4"), False, id="the-first-crew-is-left-out"),
        pytest.param((None, "ms-3", "ms-4"), False, id="left-out-with-its-ship"),
        pytest.param(("", "ms-3", "ms-2"), False, id="overtaken"),
        pytest.param(("ms-2", "", "ms-4"), False, id="the-last-overtakes"),
        pytest.param(("ms-2", "ms-3", ""), True, id="the-last-waits"),
    ],
)
def test_who_flies_on_what(crews: tuple[str | None, ...], allowed: bool) -> None:
    """Three ships and their three crews."""
    plan = make_plan(LINE, brings(*crews))
    assert voices(RULE, plan, LINE) == (allowed, allowed)


@pytest.mark.parametrize(
    ("launches", "allowed"),
    [
        pytest.param((2, 4, 6), True, id="as-published"),
        pytest.param((4, 5, 6), True, id="a-day-apart"),
        pytest.param((5, 5, 6), False, id="two-on-one-day"),
        pytest.param((6, 5, 8), False, id="two-in-turn"),
        pytest.param((7, 8, 6), False, id="the-last-comes-first"),
        pytest.param((0, 1, 9), True, id="from-the-first-day-to-the-last"),
        pytest.param((0, 9, 9), False, id="two-on-the-last-day"),
        pytest.param((1, 0, 9), False, id="in-turn-on-the-first-days"),
    ],
)
def test_launches_in_order(launches: tuple[int, ...], allowed: bool) -> None:
    """Ships launch in published order."""
    ships = zip(("ms-2", "ms-3", "ms-4"), launches, strict=True)
    plan = make_plan(LINE, {ship: Voyage(launch=day) for ship, day in ships})
    assert voices(RULE, plan, LINE) == (allowed, allowed)


def test_a_ship_that_does_not_fly_has_no_place_in_the_order() -> None:
    """The ships around one that stays on the ground are compared with one another."""
    voyages = {"ms-2": Voyage(launch=7), "ms-3": Voyage(flies=False)}
    late = make_plan(LINE, {**voyages, "ms-4": Voyage(crew="ms-3", launch=6)})
    assert voices(RULE, late, LINE) == (False, False)
    fine = make_plan(LINE, {**voyages, "ms-4": Voyage(crew="ms-3", launch=8)})
    assert voices(RULE, fine, LINE) == (True, True)


def lost(*flights: str) -> Problem:
    """Cancel some flights; their crews wait."""
    ships = (MS_2, MS_3, MS_4)
    standing = dict.fromkeys(flights, Standing.CANCELLED)
    return make_problem(
        *(replace(f, standing=standing.get(f.id, f.standing)) for f in ships), until=10
    )


@pytest.mark.parametrize(
    ("crews", "allowed"),
    [
        pytest.param(("", "ms-2", "ms-3"), True, id="takes-the-next"),
        pytest.param(("", "ms-3", "ms-4"), False, id="is-forgotten"),
        pytest.param(("", "", "ms-2"), True, id="takes-the-one-after-that"),
    ],
)
def test_a_cancelled_flight(crews: tuple[str, ...], allowed: bool) -> None:
    """The crew of a cancelled flight is first in the queue."""
    problem = lost("ms-2")
    plan = make_plan(problem, brings(*crews))
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_two_ships_published_for_one_day() -> None:
    """A crew may fly on any ship published no earlier than its own, that of its day included."""
    same_day = replace(MS_2, crew=()), replace(MS_3, launch_on=on(2), dock_on=on(2))
    problem = make_problem(*same_day, until=10)
    plan = make_plan(problem, {"ms-2": Voyage(crew="ms-3"), "ms-3": Voyage(launch=5, crew="")})
    assert voices(RULE, plan, problem) == (True, True)


def test_part_of_a_crew() -> None:
    """Where a ship has fewer places, part of the crew flies; the next crew is due after it."""
    # ann and bob are due on ms-2, which has one place: ann comes first by id
    short = replace(MS_2, crew=("ann", "bob"), seats_up=1)
    problem = make_problem(short, MS_3, until=10)
    plan = make_plan(problem)
    assert [flight.crew_up for flight in plan.flights] == [("ann",), ("cat",)]
    assert voices(RULE, plan, problem) == (True, True)


WORLD = make_problem(*BUSY, until=12)
LOSS = make_problem(
    *(replace(f, standing=Standing.CANCELLED) if f.id == "ms-2" else f for f in BUSY),
    make_flight("ms-4", launch=9, undock=25, crew=("hal",), uncrewed=ALLOWED),
    until=12,
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


@FEW
@given(plan=plans(LOSS))
def test_both_voices_agree_after_a_loss(plan: Plan) -> None:
    """No plan is judged differently when a flight was cancelled."""
    assert agree(RULE, plan, LOSS)


def test_findings_say_who_is_next() -> None:
    """A crew out of turn is told with the one that is due; so are launches out of turn."""
    plan = make_plan(LINE, {**brings("", "ms-3", ""), "ms-2": Voyage(crew="", launch=5)})
    assert [finding.text for finding in breaches(RULE, plan, LINE)] == [
        "ms-3 brings cat; next in order are bob.",
        "ms-3 launches before ms-2, out of published order.",
    ]


def test_what_only_others_can_plan() -> None:
    """A ship that may not be empty, and a crew made up anew: the board has no such decision."""
    must_carry = replace(MS_2, uncrewed=Uncrewed.FORBIDDEN)
    problem = make_problem(must_carry, MS_3, until=10)
    empty = make_plan(problem, {"ms-2": Voyage(crew=""), "ms-3": Voyage(crew="ms-2")})
    assert [finding.text for finding in breaches(RULE, empty, problem)] == [
        "ms-2 goes up empty, which is not allowed."
    ]
    with pytest.raises(Inexpressible):
        solver_accepts(RULE, empty, problem)


@pytest.mark.parametrize(
    ("crews", "text"),
    [
        pytest.param(
            (("bob", "cat"), ()), "ms-2 brings bob, cat; next in order are bob.", id="mixed"
        ),
        pytest.param((("cat",), ()), "ms-2 brings cat; next in order are bob.", id="too-soon"),
        pytest.param(
            (("bob",), ("dan",)), "ms-3 brings dan; next in order are nobody.", id="nobody-left"
        ),
    ],
)
def test_crews_that_are_not_due(crews: tuple[tuple[str, ...], ...], text: str) -> None:
    """People made up to a crew anew, or due later, or when all have flown."""
    problem = make_problem(MS_2, replace(MS_3, crew=()), MS_4, until=10)
    plan = make_plan(problem, brings("", "", ""))
    flights = [replace(f, crew_up=crew) for f, crew in zip(plan.flights, crews, strict=False)]
    wrong = replace(plan, flights=(*flights, plan.flights[2]))
    assert [finding.text for finding in breaches(RULE, wrong, problem)] == [text]
    with pytest.raises(Inexpressible):
        solver_accepts(RULE, wrong, problem)
