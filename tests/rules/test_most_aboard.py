"""Most aboard (HO-3): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Plan, Waiver
from scheduler.rules.most_aboard import MostAboard
from tests.rules.agreement import agree, breaches, sentences, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import (
    BUSY,
    POISK,
    VISITS,
    make_flight,
    make_problem,
    make_waiver,
    with_rules,
)

RULE = MostAboard()
NUMBERS = {"most_aboard": 3, "most_days": 2, "long_term": 2}
MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=4, undock=30, crew=("cat",), ports=((POISK, 4),))


def waiver(number: str, bound: int, first: int | None = None, end: int | None = None) -> Waiver:
    """Move one of the three numbers, on some days or always."""
    return make_waiver("HO-3", number, "iss", bound, first, end)


@pytest.mark.parametrize(
    ("leaves", "comes", "allowed"),
    [
        # 2 aboard; 3 from the day cat comes up to the day ann and bob leave
        pytest.param(4, 4, True, id="never-crowded"),
        pytest.param(6, 4, True, id="crowded-exactly-as-long-as-it-may"),
        pytest.param(7, 4, False, id="one-day-longer"),
        pytest.param(2, 0, True, id="crowded-from-the-first-day"),
        pytest.param(3, 0, False, id="crowded-too-long-from-the-first-day"),
        pytest.param(30, 8, True, id="crowded-to-the-last-day"),
        pytest.param(30, 7, False, id="crowded-too-long-to-the-last-day"),
        pytest.param(30, 9, True, id="days-beyond-until-do-not-count"),
    ],
)
def test_how_long(leaves: int, comes: int, allowed: bool) -> None:
    """More than 2 people are aboard for at most 2 days in a row; until is day 10."""
    problem = make_problem(MS_1, MS_2, until=10, station=with_rules(HO_3=NUMBERS))
    plan = make_plan(problem, {"ms-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("waivers", "leaves", "comes", "allowed"),
    [
        # never more than 2, though 3 are aboard from the one day up to the other
        pytest.param((), 4, 4, True, id="never-one-over"),
        pytest.param((), 5, 4, False, id="one-over"),
        pytest.param((), 1, 0, False, id="on-the-first-day"),
        pytest.param((), 30, 9, False, id="on-the-last-day"),
        pytest.param((waiver("most_aboard", 3),), 5, 4, True, id="waived"),
        pytest.param((waiver("most_aboard", 3, 4, 6),), 6, 4, True, id="waived-on-those-days"),
        pytest.param((waiver("most_aboard", 3, 5, 6),), 6, 4, False, id="waived-a-day-late"),
        pytest.param((waiver("most_aboard", 3, 4, 5),), 6, 4, False, id="waived-a-day-short"),
        pytest.param(
            (waiver("most_aboard", 3), waiver("most_days", 1)), 6, 4, False, id="days-cut"
        ),
        pytest.param(
            (waiver("most_aboard", 3), waiver("long_term", 3)), 30, 4, True, id="long-term-raised"
        ),
    ],
)
def test_how_many(waivers: tuple[Waiver, ...], leaves: int, comes: int, allowed: bool) -> None:
    """At most 2 people are aboard at all."""
    station = with_rules(HO_3={**NUMBERS, "most_aboard": 2})
    problem = make_problem(MS_1, MS_2, until=10, station=station, waivers=waivers)
    plan = make_plan(problem, {"ms-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes)})
    assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("numbers", "allowed", "told"),
    [
        pytest.param({}, True, [], id="none"),
        pytest.param({"long_term": 2}, True, [], id="a-crowd-without-days"),
        pytest.param({"most_days": 2}, True, [], id="days-without-a-crowd"),
        pytest.param({"most_aboard": 2}, False, ["At most 2 people are aboard."], id="the-most"),
        pytest.param(
            {"long_term": 2, "most_days": 2},
            False,
            ["More than 2 people are aboard for at most 2 days in a row."],
            id="the-crowd",
        ),
    ],
)
def test_numbers_left_out_limit_nothing(
    numbers: dict[str, int], allowed: bool, told: list[str]
) -> None:
    """Three people from day 4 on are judged by the numbers that the station file gives."""
    problem = make_problem(MS_1, MS_2, until=10, station=with_rules(HO_3=numbers))
    plan = make_plan(problem, {"ms-1": Voyage(undock=30)})
    assert voices(RULE, plan, problem) == (allowed, allowed)
    assert sentences(RULE, problem) == told


WORLD = make_problem(
    *BUSY,
    until=12,
    station=with_rules(HO_3={"most_aboard": 5, "most_days": 3, "long_term": 3}),
    opened=VISITS,
    waivers=(waiver("most_aboard", 4, 5, 8),),
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


def test_findings_say_how_many_and_how_long() -> None:
    """Too many people, and many people too long, are told with the days and the numbers."""
    station = with_rules(HO_3={"most_aboard": 2, "most_days": 2, "long_term": 2})
    problem = make_problem(MS_1, MS_2, until=10, station=station)
    plan = make_plan(problem, {"ms-1": Voyage(undock=7)})
    assert [finding.text for finding in breaches(RULE, plan, problem)] == [
        "3 people are aboard from 2030-01-05 up to 2030-01-08; the most is 2.",
        "More than 2 people are aboard for 3 days, from 2030-01-05 up to 2030-01-08; "
        "the most is 2 days.",
    ]


def test_wrong_statements_are_found() -> None:
    """A head-count that is not that of the stays is found."""
    problem = make_problem(MS_1, MS_2, until=10)
    plan = make_plan(problem)
    wrong = replace(plan, aboard=(replace(plan.aboard[0], people=7), *plan.aboard[1:]))
    [finding] = breaches(RULE, wrong, problem)
    assert finding.text == (
        "2 people are aboard from 2030-01-01 up to 2030-01-05; the plan states 7."
    )
