"""Handover overlap (HO-1): worked by hand, then both voices must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Handover, Override, Plan, Standing, Uncrewed
from scheduler.rules.handover_overlap import HandoverOverlap
from tests.rules.agreement import agree, breaches, voices
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, DRAGON, POISK, make_flight, make_problem, make_waiver

RULE = HandoverOverlap()
MS_1 = make_flight("ms-1", launch=-8, undock=8, crew=("ann",))
MS_2 = make_flight(
    "ms-2",
    launch=6,
    undock=30,
    crew=("bob",),
    ports=((POISK, 6),),
    uncrewed=Uncrewed.ALLOWED,
)
MS_3 = make_flight("ms-3", launch=9, undock=50, crew=("cat",))
TWO = make_problem(MS_1, MS_2, until=10)
EMPTY = Voyage(crew="")


def relieved(leaves: int, comes: int, **more: Voyage) -> dict[str, Voyage]:
    """Let ms-1 leave on one day and ms-2 come on another."""
    return {"ms-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes), **more}


@pytest.mark.parametrize(
    ("voyages", "allowed"),
    [
        # a direct handover lasts 2 days at least
        pytest.param(relieved(8, 6, **{"ms-2": Voyage(flies=False)}), True, id="never"),
        pytest.param(relieved(8, 6), True, id="exactly-the-least"),
        pytest.param(relieved(7, 6), False, id="one-day-short"),
        pytest.param(relieved(6, 6), True, id="indirect-on-one-day"),
        pytest.param(relieved(3, 6), True, id="indirect-with-a-gap"),
        pytest.param(relieved(2, 0), True, id="from-the-first-day"),
        pytest.param(relieved(1, 0), False, id="short-from-the-first-day"),
        pytest.param(relieved(10, 9), False, id="short-from-the-last-day-to-until"),
        pytest.param(relieved(11, 9), True, id="from-the-last-day-beyond-until"),
        pytest.param(relieved(7, 6, **{"ms-2": EMPTY}), True, id="comes-up-empty"),
    ],
)
def test_worked_cases(voyages: dict[str, Voyage], allowed: bool) -> None:
    """Two Soyuz crews, one after the other."""
    plan = make_plan(TWO, voyages)
    assert voices(RULE, plan, TWO) == (allowed, allowed)


def test_a_ship_that_leaves_without_people_hands_nothing_over() -> None:
    """The ship is gone the day after the new crew came, but nobody left in it."""
    problem = make_problem(MS_1, MS_2, until=10, opened=frozenset({("ann", "ms-2")}))
    plan = make_plan(problem, relieved(7, 6), down={"ann": "ms-2"})
    assert not plan.handovers
    assert voices(RULE, plan, problem) == (True, True)


@pytest.mark.parametrize(
    ("days", "launch", "allowed"),
    [
        # ms-3 relieves ms-1, which leaves on day 8, where ms-2 does not fly
        pytest.param(2, 6, True, id="exactly-the-least"),
        pytest.param(2, 7, False, id="one-day-short"),
        pytest.param(1, 7, True, id="waived-to-1-day"),
        pytest.param(3, 6, False, id="raised-to-3-days"),
    ],
)
def test_the_next_that_flies_relieves(days: int, launch: int, allowed: bool) -> None:
    """A crew relieves the nearest before it that flies; the incoming ship's number holds."""
    problem = make_problem(
        MS_1,
        MS_2,
        MS_3,
        until=10,
        overrides=(Override("HO-1", "least_handover_days", 3, "ms-3"),),
        waivers=(make_waiver("HO-1", "least_handover_days", "ms-3", days),),
    )
    voyages = {"ms-2": Voyage(flies=False), "ms-3": Voyage(launch=launch, crew="ms-2")}
    assert voices(RULE, make_plan(problem, voyages), problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("relieves", "allowed"),
    [pytest.param(None, True, id="in-turn"), pytest.param("ms-1", False, id="as-the-facts-say")],
)
def test_who_relieves_whom(relieves: str | None, allowed: bool) -> None:
    """The facts may say that ms-3 relieves ms-1, which leaves the day after ms-3 came."""
    ms_2 = replace(MS_2, launch_on=MS_1.launch_on, dock_on=MS_1.dock_on, standing=Standing.DOCKED)
    problem = make_problem(MS_1, ms_2, replace(MS_3, relieves=relieves), until=10)
    plan = make_plan(problem, {"ms-1": Voyage(undock=10)})
    # ms-3 docks on day 9, ms-1 undocks on day 10, ms-2 on day 30; ms-2 docked on day -8
    last = ("ms-1", 1) if relieves else ("ms-2", 21)
    wanted = [("ms-1", "ms-2", 18), (last[0], "ms-3", last[1])]
    assert [(h.outgoing, h.incoming, h.days) for h in plan.handovers] == wanted
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_the_past_is_not_judged() -> None:
    """A handover whose two sides lie behind us is past; one still going on is judged."""
    gone = make_flight("ms-0", launch=-90, undock=-7, standing=Standing.DEPARTED)
    later = make_flight("ms-4", launch=20, undock=60, standing=Standing.LATER)
    problem = make_problem(gone, MS_1, MS_2, later, until=10)
    plan = make_plan(problem)
    assert [h.outgoing for h in plan.handovers] == ["ms-1"]
    assert voices(RULE, plan, problem) == (True, True)


@pytest.mark.parametrize(
    ("leaves", "gap"),
    [
        pytest.param(9, 1, id="on-the-last-day"),
        pytest.param(10, None, id="at-until"),
        pytest.param(0, 10, id="on-the-first-day"),
    ],
)
def test_a_crew_that_nobody_relieves_in_time(leaves: int, gap: int | None) -> None:
    """The gap runs to ``until``; stating another one is found."""
    later = make_flight("ms-4", launch=20, undock=60, standing=Standing.LATER)
    problem = make_problem(MS_1, later, until=10)
    plan = make_plan(problem, {"ms-1": Voyage(undock=leaves)})
    wanted = (Handover("soyuz", "ms-1", "ms-4", False, gap),) if gap else ()
    assert plan.handovers == wanted
    assert voices(RULE, plan, problem) == (True, True)


DEPARTED = (
    make_flight("ms-0", launch=-90, undock=-2, standing=Standing.DEPARTED),
    make_flight("crew-0", kind=DRAGON, launch=-90, undock=-1, standing=Standing.DEPARTED),
)
LATER = (
    make_flight("ms-4", launch=16, undock=60, crew=("hal",), standing=Standing.LATER),
    make_flight("crew-3", kind=DRAGON, launch=14, undock=60, standing=Standing.LATER),
)
WORLD = make_problem(*BUSY, *DEPARTED, *LATER, until=12)
SKIPPING = make_problem(
    *(replace(f, relieves="ms-1") if f.id == "ms-3" else f for f in BUSY), until=12
)
WAITING = make_problem(*(f for f in BUSY if f.id != "crew-1"), *DEPARTED, *LATER, until=12)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


@FEW
@given(plan=plans(WAITING))
def test_both_voices_agree_after_a_gap(plan: Plan) -> None:
    """No plan is judged differently where a line stands empty on the first day."""
    assert agree(RULE, plan, WAITING)


@FEW
@given(plan=plans(SKIPPING))
def test_both_voices_agree_on_another_order(plan: Plan) -> None:
    """No plan is judged differently where the facts say who relieves whom."""
    assert agree(RULE, plan, SKIPPING)


def test_finding_says_how_long() -> None:
    """A handover that is too short is told with its days and the least."""
    [finding] = breaches(RULE, make_plan(TWO, relieved(7, 6)), TWO)
    assert finding.text == "ms-1 and ms-2 overlap by 1 day; the least is 2 days."


@pytest.mark.parametrize(
    ("stated", "text"),
    [
        pytest.param(
            (),
            "The handover from ms-1 to ms-2 is direct, 2 days; the plan states none.",
            id="none",
        ),
        pytest.param(
            (Handover("soyuz", "ms-1", "ms-2", False, 1),),
            "The handover from ms-1 to ms-2 is direct, 2 days; the plan states indirect, 1 day.",
            id="another",
        ),
    ],
)
def test_wrong_statements_are_found(stated: tuple[Handover, ...], text: str) -> None:
    """What a plan says of its handovers is judged, too."""
    plan = replace(make_plan(TWO), handovers=stated)
    assert [finding.text for finding in breaches(RULE, plan, TWO)] == [text]
