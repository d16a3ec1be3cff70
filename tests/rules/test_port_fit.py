"""Port fit (PT-2): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan, PortStay
from scheduler.rules.port_fit import PortFit
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    FORWARD,
    POISK,
    RASSVET,
    ZENITH,
    make_flight,
    make_problem,
    on,
    with_rules,
)

RULE = PortFit()
MS_2 = make_flight("ms-2", launch=4, undock=30, crew=("bob",))
TWO_MOVES = with_rules(PT_3={"most_relocations": 2})


@pytest.mark.parametrize(
    ("ports", "allowed"),
    [
        # a Soyuz fits Rassvet and Poisk; it docks on day 4, until is day 10
        pytest.param(((RASSVET, 4),), True, id="never-elsewhere"),
        pytest.param(((FORWARD, 4),), False, id="docks-where-it-does-not-fit"),
        pytest.param(((RASSVET, 4), (POISK, 9)), True, id="moves-on-the-last-day"),
        pytest.param(((RASSVET, 4), (ZENITH, 9)), False, id="moves-where-it-does-not-fit"),
        pytest.param(((RASSVET, 4), (ZENITH, 15)), False, id="beyond-until"),
        pytest.param(((RASSVET, 4), (POISK, 5), (RASSVET, 6)), True, id="a-day-at-each"),
        pytest.param(((RASSVET, 4), (POISK, 5), (RASSVET, 5)), False, id="no-day-at-one"),
        pytest.param(((RASSVET, 4), (POISK, 5), (FORWARD, 6)), False, id="the-third-does-not-fit"),
    ],
)
def test_worked_cases(ports: tuple[tuple[str, int], ...], allowed: bool) -> None:
    """One Soyuz still to launch, which may be relocated twice."""
    problem = make_problem(MS_2, until=10, station=TWO_MOVES)
    plan = make_plan(problem, {"ms-2": Voyage(ports=ports)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("ports", "allowed"),
    [
        # it stands at Harmony forward, where a Soyuz does not fit
        pytest.param(((FORWARD, -8),), True, id="stays-where-it-is"),
        pytest.param(((FORWARD, -8), (POISK, 0)), True, id="moves-on-the-first-day"),
        pytest.param(((FORWARD, -8), (ZENITH, 0)), False, id="moves-where-it-does-not-fit"),
        pytest.param(((FORWARD, -8), (POISK, 2), (FORWARD, 5)), False, id="comes-back"),
    ],
)
def test_where_a_ship_stands_is_past(ports: tuple[tuple[str, int], ...], allowed: bool) -> None:
    """What has docked is left alone; where it goes from there is judged."""
    ms_1 = make_flight("ms-1", launch=-8, undock=30, crew=("ann",), ports=((FORWARD, -8),))
    problem = make_problem(ms_1, until=10, station=TWO_MOVES)
    plan = make_plan(problem, {"ms-1": Voyage(ports=ports)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_a_ship_on_its_way_has_not_docked() -> None:
    """A ship launched before ``as_of`` still has its port to choose."""
    flying = make_flight("ms-2", launch=-1, dock=1, undock=30, crew=("bob",))
    problem = make_problem(flying, until=10)
    for port, allowed in ((FORWARD, False), (RASSVET, True)):
        plan = make_plan(problem, {"ms-2": Voyage(ports=((port, 1),))})
        assert voices(RULE, plan, problem) == (allowed, allowed)


WORLD = make_problem(*BUSY, until=12, station=TWO_MOVES)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_says_where_and_what() -> None:
    """A port that does not accept a type is told with both."""
    problem = make_problem(MS_2, until=10)
    plan = make_plan(problem, {"ms-2": Voyage(ports=((FORWARD, 4),))})
    [finding] = breaches(RULE, plan, problem)
    assert finding.text == "ms-2 is at harmony-forward, which does not accept soyuz-ms."


def stays(*parts: tuple[str, int, int]) -> tuple[PortStay, ...]:
    """Write port stays as port, first day and day of leaving."""
    return tuple(PortStay(port, on(first), on(end)) for port, first, end in parts)


@pytest.mark.parametrize(
    ("ports", "text"),
    [
        pytest.param((), "ms-2 is docked without a port.", id="no-port"),
        pytest.param(
            stays((RASSVET, 5, 30)),
            "ms-2 docks on 2030-01-05, but is at its first port from 2030-01-06.",
            id="late-at-its-port",
        ),
        pytest.param(
            stays((RASSVET, 4, 29)),
            "ms-2 undocks on 2030-01-31, but is at its last port until 2030-01-30.",
            id="early-from-its-port",
        ),
        pytest.param(
            stays((RASSVET, 4, 8), (POISK, 9, 30)),
            "ms-2 does not pass straight from rassvet-nadir to poisk-zenith.",
            id="a-hole-between-two",
        ),
    ],
)
def test_holes_are_found(ports: tuple[PortStay, ...], text: str) -> None:
    """A docked ship is at one port or another on all of its days."""
    problem = make_problem(MS_2, until=10)
    plan = make_plan(problem)
    wrong = replace(plan, flights=(replace(plan.flights[0], ports=ports),))
    assert [finding.text for finding in breaches(RULE, wrong, problem)] == [text]
