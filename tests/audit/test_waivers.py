"""Waivers: which of them a plan leans on, and by how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.audit import waiver_uses
from scheduler.domain import Plan, Problem, Run, Waiver, WaiverUse
from scheduler.planning import Case
from scheduler.rules import RULES

WHO, WHY = "the state commission", "asked for"


@pytest.fixture
def made(leak_run: Run) -> Plan:
    """Give the plan of the small leak: Soyuz 2 lands on 21 December, its 210th day."""
    assert leak_run.plan is not None
    return leak_run.plan


def used(made: Plan, problem: Problem, *waivers: Waiver) -> list[WaiverUse]:
    """Ask what a plan makes of waivers."""
    return list(waiver_uses(made, replace(problem, waivers=waivers), RULES))


def life(bound: int, subject: str = "soyuz-2") -> Waiver:
    """Make a waiver of a ship's certified life."""
    return Waiver("VL-1", "life_days", subject, bound, WHO, WHY)


def test_without_a_waiver_there_is_no_use(made: Plan, leak: Case) -> None:
    """The small leak has none."""
    assert used(made, leak.problem) == []


def test_a_waiver_within_the_limit_is_not_needed(made: Plan, leak: Case) -> None:
    """210 of 210 days need nobody's signature."""
    assert used(made, leak.problem, life(240)) == [
        WaiverUse("VL-1", "soyuz-2", 240, 210, 210, WHO, WHY, is_needed=False)
    ]


def test_a_waiver_beyond_the_limit_is_needed(made: Plan, leak: Case) -> None:
    """Two days later the plan leans on it, with 212 of 210 days."""
    later = date(2023, 12, 23)
    flights = [
        replace(one, undock_on=later, land_on=later) if one.flight == "soyuz-2" else one
        for one in made.flights
    ]
    late = replace(made, flights=tuple(flights))
    [use] = used(late, leak.problem, life(240))
    assert (use.used, use.limit, use.bound, use.is_needed) == (212, 210, 240, True)


def test_a_waiver_of_another_ship_is_not_needed(made: Plan, leak: Case) -> None:
    """Each is measured by its own subject: Soyuz 1 lands on 20 June, 161 days after launch."""
    [use] = used(made, leak.problem, life(240, "soyuz-1"))
    assert (use.used, use.limit, use.is_needed) == (161, 210, False)


def test_a_long_stay_is_measured_by_its_days(made: Plan, leak: Case) -> None:
    """Bykov is away for 345 days, 10 January to 21 December; the limit here is 280."""
    rules = {**leak.station.rules, "CR-1": {"most_days": 280}}
    problem = replace(leak.problem, station=replace(leak.station, rules=rules))
    [use] = used(made, problem, Waiver("CR-1", "most_days", "bykov", 360, WHO, WHY))
    assert (use.used, use.limit, use.is_needed) == (345, 280, True)


def test_a_crowd_is_measured_by_its_heads(made: Plan, leak: Case) -> None:
    """Three are aboard throughout, far from eleven."""
    [use] = used(made, leak.problem, Waiver("HO-3", "most_aboard", "iss", 13, WHO, WHY))
    assert (use.used, use.limit, use.is_needed) == (3, 11, False)


def test_a_handover_is_measured_by_its_overlap(made: Plan, leak: Case) -> None:
    """There is no handover to Soyuz 2, which comes empty; the number is left open."""
    [use] = used(made, leak.problem, Waiver("HO-1", "least_handover_days", "soyuz-2", 0, WHO, WHY))
    assert (use.used, use.limit, use.is_needed) == (None, 2, False)


def test_a_seat_moved_early_needs_its_waiver(made: Plan, leak: Case) -> None:
    """Bykov sits in Soyuz 2 on 29 May; with one day of transfer he could on the 26th."""
    seats = []
    for seat in made.seats:
        early = seat.person == "bykov" and seat.flight == "soyuz-2"
        before = seat.person == "bykov" and seat.flight == "soyuz-1"
        seats.append(
            replace(seat, from_on=date(2023, 5, 26))
            if early
            else replace(seat, to_on=date(2023, 5, 26))
            if before
            else seat
        )
    moved = replace(made, seats=tuple(seats))
    waiver = Waiver("LB-3", "transfer_days", "soyuz-2", 1, WHO, WHY)
    [use] = used(moved, leak.problem, waiver)
    assert (use.used, use.limit, use.is_needed) == (None, 4, True)


def test_two_waivers_of_one_rule_are_told_apart(made: Plan, leak: Case) -> None:
    """Each is left out in turn, the other one staying."""
    both = (life(240), life(220, "soyuz-1"))
    assert [use.subject for use in used(made, leak.problem, *both)] == ["soyuz-2", "soyuz-1"]
