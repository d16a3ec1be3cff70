"""Neighbouring ports (PT-5): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan, Station
from scheduler.rules.neighbouring_ports import NeighbouringPorts
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    POISK,
    PROGRESS,
    RASSVET,
    SOYUZ,
    TINY,
    make_flight,
    make_problem,
)

RULE = NeighbouringPorts()
MS_1 = make_flight("ms-1", launch=-8, undock=40, crew=("ann",))
MS_2 = make_flight("ms-2", launch=6, undock=30, crew=("bob",), ports=((RASSVET, 6),))
CARGO = make_flight("cargo-1", kind=PROGRESS, launch=-8, undock=6)
LATER = make_flight("cargo-2", kind=PROGRESS, launch=4, undock=30)


def beside_poisk(*types: str) -> Station:
    """Give a station where ships of these types at Poisk block Rassvet."""
    ports = {**TINY.ports, RASSVET: replace(TINY.ports[RASSVET], blocked_by={POISK: types})}
    return replace(TINY, ports=ports)


@pytest.mark.parametrize(
    ("leaves", "comes", "allowed"),
    [
        # a Progress is at Poisk up to a day; on another day ms-2 comes to Rassvet
        pytest.param(5, 6, True, id="never-together"),
        pytest.param(6, 6, True, id="leaves-on-that-day"),
        pytest.param(7, 6, False, id="leaves-the-day-after"),
        pytest.param(0, 0, True, id="gone-on-the-first-day"),
        pytest.param(1, 0, False, id="still-there-on-the-first-day"),
        pytest.param(9, 9, True, id="gone-on-the-last-day"),
        pytest.param(40, 9, False, id="there-beyond-until"),
    ],
)
def test_arrivals(leaves: int, comes: int, allowed: bool) -> None:
    """A ship comes to a port beside which another stands."""
    problem = make_problem(CARGO, MS_2, until=10, station=beside_poisk(PROGRESS))
    plan = make_plan(problem, {"cargo-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("docks", "leaves", "allowed"),
    [
        # a Progress comes to Poisk on a day; on another day ms-1 leaves Rassvet
        pytest.param(8, 7, True, id="left-the-day-before"),
        pytest.param(8, 8, False, id="left-on-that-day"),
        pytest.param(2, 0, True, id="left-on-the-first-day"),
        pytest.param(9, 30, True, id="gone-again-beyond-until"),
        pytest.param(9, 29, False, id="still-there-beyond-until"),
    ],
)
def test_departures(docks: int, leaves: int, allowed: bool) -> None:
    """A ship leaves a port beside which another stands; that one stays up to day 30."""
    problem = make_problem(MS_1, LATER, until=10, station=beside_poisk(PROGRESS))
    voyages = {"cargo-2": Voyage(launch=docks - 2), "ms-1": Voyage(undock=leaves)}
    assert voices(RULE, make_plan(problem, voyages), problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("ports", "allowed"),
    [
        # the Progress is at Poisk up to day 6; ms-1 stands at Rassvet and cannot go to Poisk
        pytest.param(((RASSVET, -8), ("harmony-zenith", 6)), True, id="moves-when-it-has-left"),
        pytest.param(((RASSVET, -8), ("harmony-zenith", 5)), False, id="moves-while-it-is-there"),
    ],
)
def test_relocations(ports: tuple[tuple[str, int], ...], allowed: bool) -> None:
    """A relocation from the port is a departure, too."""
    problem = make_problem(MS_1, CARGO, until=10, station=beside_poisk(PROGRESS))
    plan = make_plan(problem, {"ms-1": Voyage(ports=ports)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("docks", "leaves", "allowed"),
    [
        # ms-2 is on its way to Rassvet; a Progress is at Poisk up to another day
        pytest.param(0, 0, True, id="gone-on-the-first-day"),
        pytest.param(0, 1, False, id="there-on-the-first-day"),
        pytest.param(2, 2, True, id="gone-on-that-day"),
        pytest.param(2, 3, False, id="there-on-that-day"),
    ],
)
def test_a_ship_on_its_way(docks: int, leaves: int, allowed: bool) -> None:
    """A docking that is still ahead counts, though its day is settled."""
    flying = make_flight("ms-2", launch=-1, dock=docks, undock=30, crew=("bob",))
    problem = make_problem(flying, CARGO, until=10, station=beside_poisk(PROGRESS))
    plan = make_plan(problem, {"cargo-1": Voyage(undock=leaves)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_other_types_do_not_block() -> None:
    """Only the types that the port names stand in the way, and no ship in its own."""
    problem = make_problem(MS_1, CARGO, until=10, station=beside_poisk(SOYUZ))
    plan = make_plan(problem, {"ms-1": Voyage(ports=((RASSVET, -8), (POISK, 3)))})
    assert voices(RULE, plan, problem) == (True, True)


WORLD = make_problem(*BUSY, until=12, station=beside_poisk(PROGRESS, SOYUZ))


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_finding_names_both_ships() -> None:
    """A move beside a blocking ship is told with both, the port and the day."""
    problem = make_problem(CARGO, MS_2, until=10, station=beside_poisk(PROGRESS))
    plan = make_plan(problem, {"cargo-1": Voyage(undock=7)})
    [finding] = breaches(RULE, plan, problem)
    assert finding.text == (
        "ms-2 moves at rassvet-nadir on 2030-01-07 while cargo-1 is at poisk-zenith."
    )
