"""Seat for everyone (LB-1): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scheduler.board import Board
from scheduler.domain import Grade, HealthSpan, Plan, SeatSpan, Waiver
from scheduler.rules.over_capacity import OverCapacity
from scheduler.rules.seat_for_everyone import SeatForEveryone
from scheduler.rules.ship_health import ShipHealth
from tests.rules.agreement import agree, breaches, checker_accepts, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import make_plan
from tests.rules.worlds import BUSY, DRAGON, VISITS, make_flight, make_problem, make_waiver, on

RULE = SeatForEveryone()
ANN_IN_MS_1 = make_problem(make_flight("ms-1", launch=-8, undock=30, crew=("ann",)), until=10)


def waiver(bound: Grade, first: int | None = None, end: int | None = None) -> Waiver:
    """Lower the least grade, on some days or always."""
    return make_waiver("LB-1", "least_grade", "iss", bound, first, end)


@pytest.mark.parametrize(
    ("sick", "least", "waivers", "allowed"),
    [
        # ann is at G3 from the first number up to the second, at G0 on all other days
        pytest.param(None, "G0", (), True, id="never"),
        pytest.param((2, 5), "G4", (), True, id="no-least-grade"),
        pytest.param((2, 5), "G3", (), True, id="exactly-at-the-least"),
        pytest.param((2, 5), "G2", (), False, id="one-grade-below"),
        pytest.param((0, 1), "G2", (), False, id="below-on-the-first-day"),
        pytest.param((-3, 0), "G2", (), True, id="below-before-the-first-day"),
        pytest.param((9, 10), "G2", (), False, id="below-on-the-last-day"),
        pytest.param((10, 12), "G2", (), True, id="below-beyond-until"),
        pytest.param((2, 5), "G2", (waiver(Grade.G3),), True, id="waived"),
        pytest.param((2, 5), "G2", (waiver(Grade.G3, 2, 5),), True, id="waived-on-those-days"),
        pytest.param((2, 5), "G2", (waiver(Grade.G3, 3, 5),), False, id="waived-a-day-late"),
        pytest.param((2, 5), "G2", (waiver(Grade.G3, 2, 4),), False, id="waived-a-day-short"),
    ],
)
def test_worked_cases(
    sick: tuple[int, int] | None, least: str, waivers: tuple[Waiver, ...], allowed: bool
) -> None:
    """One person in a ship that is emergency-only for some days."""
    problem = replace(ANN_IN_MS_1, least_grade=least, waivers=waivers)
    if sick:
        span = HealthSpan("ms-1", "emergency-only", 1, on(sick[0]), on(sick[1]), "")
        problem = replace(problem, health_spans=(span,))
    assert voices(RULE, make_plan(problem), problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("crew", "least", "allowed"),
    [
        # the Dragon has 2 certified seats and 1 improvised place; ann has no suit
        pytest.param(("fay",), "G1", True, id="a-certified-seat-is-free"),
        pytest.param(("fay",), "G0", False, id="without-a-suit"),
        pytest.param(("fay", "gus"), "G2", True, id="an-improvised-place"),
        pytest.param(("fay", "gus"), "G1", False, id="only-an-improvised-place"),
    ],
)
def test_guests_in_a_dragon(crew: tuple[str, ...], least: str, allowed: bool) -> None:
    """People fitted for a ship have its certified seats first; a guest has what is left."""
    problem = make_problem(
        make_flight("ms-1", launch=-8, undock=30, crew=("ann",)),
        make_flight("crew-1", kind=DRAGON, launch=-8, undock=30, crew=crew),
        until=10,
        opened=frozenset({("ann", "crew-1")}),
        least_grade=least,
    )
    plan = make_plan(problem, seats={"ann": [(4, "crew-1")]})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("least", "allowed"), [pytest.param("G4", True, id="told"), pytest.param("G3", False, id="set")]
)
def test_without_a_seat(least: str, allowed: bool) -> None:
    """To have no seat is told, and forbidden only where a least grade forbids it."""
    problem = replace(
        ANN_IN_MS_1, least_grade=least, opened=frozenset({("ann", "ms-1")})
    )  # nothing opens, but ann's seats are decided now
    plan = make_plan(problem, seats={"ann": [(3, None), (5, "ms-1")]})
    assert voices(RULE, plan, problem) == (allowed, allowed)
    [finding] = RULE.check(plan, problem)
    assert finding.is_told is allowed
    assert finding.text == "ann has no seat (G4) from 2030-01-04 up to 2030-01-06."


SICK = make_problem(
    *BUSY,
    until=12,
    opened=VISITS,
    health_spans=(HealthSpan("ms-1", "emergency-only", 2, on(3), on(8), ""),),
)


@FEW
@given(plan=plans(SICK), least=st.sampled_from(["G3", "G2", "G1", "G0"]))
def test_both_voices_agree(plan: Plan, least: str) -> None:
    """No plan is judged differently; places that a ship does not have are for other rules."""
    problem = replace(SICK, least_grade=least)
    assume(all(checker_accepts(rule, plan, problem) for rule in (OverCapacity(), ShipHealth())))
    assert agree(RULE, plan, problem)


ROWS = {"ms-1": SeatSpan("ann", "ms-1", on(0), on(10), Grade.G0)}


@pytest.mark.parametrize(
    ("seats", "texts"),
    [
        pytest.param(
            (replace(ROWS["ms-1"], to_on=on(9)),),
            ["ann has no seat row from 2030-01-10 up to 2030-01-11."],
            id="no-row-on-the-last-day",
        ),
        pytest.param(
            (ROWS["ms-1"], replace(ROWS["ms-1"], from_on=on(4), to_on=on(6))),
            ["ann has two seats at once from 2030-01-05 up to 2030-01-07."],
            id="two-rows",
        ),
        pytest.param(
            (replace(ROWS["ms-1"], flight="ms-9"),),
            ["ann has a seat in ms-9, which is not docked, from 2030-01-01 up to 2030-01-11."],
            id="no-such-ship",
        ),
        pytest.param(
            (replace(ROWS["ms-1"], from_on=on(-9)),),
            ["ann holds a seat from 2029-12-23 up to 2029-12-24 but is not aboard."],
            id="a-seat-before-the-docking",
        ),
        pytest.param(
            (replace(ROWS["ms-1"], grade=Grade.G4),),
            [
                "ann is at G4 with a ship named from 2030-01-01 up to 2030-01-11.",
                "The seat grades stated in ms-1 from 2030-01-01 up to 2030-01-11 "
                "are not those that its places give.",
            ],
            id="no-seat-in-a-ship",
        ),
        pytest.param(
            (replace(ROWS["ms-1"], grade=Grade.G1),),
            [
                "The seat grades stated in ms-1 from 2030-01-01 up to 2030-01-11 "
                "are not those that its places give."
            ],
            id="another-grade",
        ),
    ],
)
def test_wrong_rows_are_found(seats: tuple[SeatSpan, ...], texts: list[str]) -> None:
    """What only a plan of others can say: missing, double, stray and wrongly graded seats."""
    plan = replace(make_plan(ANN_IN_MS_1), seats=seats)
    assert [finding.text for finding in breaches(RULE, plan, ANN_IN_MS_1)] == texts


@pytest.mark.parametrize(("least", "steps"), [("G3", 1), ("G2", 2), ("G0", 4)])
def test_least_grade_gives_way_down_to_no_seat_at_all(least: str, steps: int) -> None:
    """G3, the grade above G4, has one step to give; G0 has four."""
    board = Board(replace(ANN_IN_MS_1, least_grade=least), has_switches=True, has_slacks=True)
    RULE.post(board)
    assert [(slack.base, slack.most) for slack in board.slacks.values()] == [(Grade[least], steps)]
