"""Names: what nobody knows is told once, and kept from the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.audit import audit, breaches, known_part
from scheduler.audit.names import unknown_names
from scheduler.domain import FlightPlan, Grade, Handover, Plan, Problem, Run, SeatSpan, Stay
from scheduler.planning import Case, Limits, plan, read_case
from scheduler.rules import RULES
from tests.cli.small_world import FACTS, small
from tests.planning.conftest import unheard

DAY, NEXT = date(2023, 5, 25), date(2023, 6, 25)
SHIP = FlightPlan("vostok-1", "soyuz-ms", "planned", DAY, DAY, NEXT, NEXT)
GUEST = Stay("gagarin", "soyuz-2", "soyuz-2", DAY, NEXT, 30, None, None)
LOST = Stay("bykov", "vostok-1", "vostok-2", DAY, NEXT, 30, None, None)
SEATS = (
    SeatSpan("gagarin", "soyuz-2", DAY, NEXT, Grade.G0),
    SeatSpan("bykov", "vostok-3", DAY, NEXT, Grade.G0),
)
RELIEF = Handover("soyuz", "vostok-4", "soyuz-2", True, 5)


@pytest.fixture
def made(leak_run: Run) -> Plan:
    """Give the plan of the small leak."""
    assert leak_run.plan is not None
    return leak_run.plan


@pytest.fixture
def strange(made: Plan) -> Plan:
    """Give the same plan with strangers everywhere."""
    return replace(
        made,
        flights=(*made.flights, SHIP),
        stays=(*made.stays, GUEST, LOST),
        seats=(*made.seats, *SEATS),
        handovers=(*made.handovers, RELIEF),
    )


def test_every_unknown_name_is_told_once(strange: Plan, leak: Case) -> None:
    """However often it stands there; ships first, then people."""
    found = [(one.ref, one.subject) for one in unknown_names(strange, leak.problem)]
    ships = [("facts", f"vostok-{number}") for number in (1, 2, 3, 4)]
    assert found == [*ships, ("facts", "gagarin")]


def test_nobody_is_unknown_in_our_own_plan(made: Plan, leak: Case) -> None:
    """Nothing is told, and nothing is left out."""
    assert list(unknown_names(made, leak.problem)) == []
    assert known_part(made, leak.problem) == made


def test_strangers_are_left_out(strange: Plan, made: Plan, leak: Case) -> None:
    """What remains is the plan without them."""
    assert known_part(strange, leak.problem) == made


def test_the_audit_tells_strangers_and_judges_the_rest(strange: Plan, leak: Case) -> None:
    """No rule has to know what to do with them."""
    found = breaches(audit(strange, leak.problem, RULES))
    assert [finding.subject for finding in found] == [
        "vostok-1",
        "vostok-2",
        "vostok-3",
        "vostok-4",
        "gagarin",
    ]


def test_a_seat_that_is_none_is_no_stranger(leak: Case) -> None:
    """G4 has no ship, and needs none."""
    seat = SeatSpan("bykov", None, DAY, NEXT, Grade.G4)
    assert known_part(Plan(seats=(seat,)), leak.problem).seats == (seat,)


def test_crews_of_later_ships_are_known_but_not_judged() -> None:
    """Gurin and Holt fly after the horizon; the plan may say on what."""
    case = read_case(small("chain"), FACTS)
    problem: Problem = case.problem
    made = plan(case, "chain", Limits(workers=1), unheard).plan
    assert made is not None
    later = {stay.person for stay in made.stays} - {*problem.travellers}
    assert later == {"gurin", "holt"}
    assert list(unknown_names(made, problem)) == []
    assert {stay.person for stay in known_part(made, problem).stays} == {*problem.travellers}
