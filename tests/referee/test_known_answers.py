"""Worlds worked out with a pencil: search and referee say what the pencil says."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import DemandKind, Plan, Problem, Standing, Uncrewed, Verdict
from tests.referee.comparing import differences, solved
from tests.referee.hand_made import broken, demand, life, ms_22_in_small, with_calm_rules
from tests.rules.worlds import POISK, make_flight, make_problem

CALM = with_calm_rules()
MS_1 = make_flight("ms-1", launch=-4, undock=3, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=1, undock=7, crew=("cat", "dan"), ports=((POISK, 1),))
MS_3 = make_flight("ms-3", launch=3, undock=9, crew=("eve", "fay"))


def answer(problem: Problem) -> tuple[Plan, dict[str, int]]:
    """Give the plan of a world, and the parts of its goals that are not 0."""
    assert differences(problem) == []
    outcome = solved(problem)
    assert outcome.plan is not None
    values = {f"{g.goal} {p.part}": p.value for g in outcome.goals for p in g.parts}
    return outcome.plan, {part: value for part, value in values.items() if value}


def crews(plan: Plan) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the people up and down of every ship that flies."""
    return {f.flight: (f.crew_up, f.crew_down) for f in plan.flights if f.flies}


def test_replacement_comes_empty_and_everybody_goes_home_on_it() -> None:
    """The MS-22 week in small, day by day.

    Seats: on day 0 one of two sits in the broken ship (G3), the other nowhere (G4), for a seat
    moves to the Dragon in a day. From day 1 on the other has its improvised place (G2). MS-2
    docks on day 2, seats move to it on day 4: G4 1, G3 4 (days 0 to 3), G2 3 (days 1 to 3).
    Its crew takes MS-3, whose crew waits. Changed: MS-1 lands empty, MS-2 in all, MS-3 in its
    crew. Days: MS-2 launches on day 2 for 4, and undocks on day 10 for 9, since the Dragon is
    pinned to day 9 and a day lies between two undockings; day 8 would cost a day as well, but
    then the overlap with MS-3 (from day 6) is 2 for 7 wished, not 4: short by 3. Both people
    land on day 10, not 4: 6 days longer each. Seat moves: into the Dragon, and both into MS-2.
    """
    plan, parts = answer(ms_22_in_small())
    assert parts == {
        "seats G4": 1,
        "seats G3": 4,
        "seats G2": 3,
        "change crews_waiting": 1,
        "change flights": 3,
        "change days": 3,
        "handover short_days": 3,
        "extension longest": 6,
        "extension total": 12,
        "moves seat_moves": 3,
    }
    assert crews(plan) == {
        "crew-1": (("mia", "ned"), ("mia", "ned")),
        "ms-1": (("ann", "bob"), ()),
        "ms-2": ((), ("ann", "bob")),
        "ms-3": (("cat", "dan"), ("cat", "dan")),
    }


def test_life_that_ends_before_the_relief_is_infeasible() -> None:
    """MS-1 lands by day 2 (6 days after day -4); MS-2 docks on day 4; somebody must be aboard."""
    late = make_flight("ms-2", launch=4, undock=9, crew=("cat",), ports=((POISK, 4),))
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=2, crew=("ann",)),
        late,
        until=6,
        station=CALM,
        overrides=(life(6),),
    )
    assert solved(posed).verdict is Verdict.INFEASIBLE
    assert differences(posed) == []
    in_time = replace(posed, overrides=(life(10, "ms-1"), life(6)))  # two days of handover
    assert solved(in_time).verdict is Verdict.OPTIMAL


def test_nobody_below_g3_cannot_be_kept_without_a_seat() -> None:
    """Two people, one emergency seat, no other ship: two days without a seat, told or forbidden."""
    posed = make_problem(
        MS_1, until=2, station=CALM, overrides=(life(9),), health_spans=(broken("ms-1"),)
    )
    _, parts = answer(posed)
    assert (parts["seats G4"], parts["seats G3"]) == (2, 2)
    strict = replace(posed, least_grade="G3", least_grade_at="what-if.yaml:5")
    assert solved(strict).verdict is Verdict.INFEASIBLE
    assert differences(strict) == []


def test_ship_that_may_come_empty_comes_with_its_crew() -> None:
    """Nothing is wrong, so nobody is left waiting: everything flies as published."""
    may_be_empty = replace(MS_2, uncrewed=Uncrewed.ALLOWED)
    posed = make_problem(MS_1, may_be_empty, until=4, station=CALM, overrides=(life(9),))
    plan, parts = answer(posed)
    assert crews(plan)["ms-2"] == (("cat", "dan"), ("cat", "dan"))
    assert parts == {"handover short_days": 5}  # overlap on days 1 and 2, of 7 wished


def test_crew_that_loses_its_ship_takes_the_next_and_the_last_one_waits() -> None:
    """MS-2 is lost: its crew flies on MS-3, no earlier than MS-3 can; the crew of MS-3 waits."""
    lost = replace(MS_2, standing=Standing.CANCELLED)
    posed = make_problem(MS_1, lost, MS_3, until=5, station=CALM, overrides=(life(9),))
    plan, parts = answer(posed)
    assert crews(plan)["ms-3"] == (("cat", "dan"), ("cat", "dan"))
    waiting = [stay.person for stay in plan.stays if stay.up is None]
    assert waiting == ["eve", "fay"]
    assert parts["change crews_waiting"] == 1


def test_people_who_cannot_come_home_are_a_crew_that_waits() -> None:
    """One day of horizon, a broken ship and no other: both stay, and are told as one crew."""
    posed = make_problem(
        MS_1, until=1, station=CALM, overrides=(life(9),), health_spans=(broken("ms-1", seats=2),)
    )
    plan, parts = answer(posed)
    assert [(stay.person, stay.down) for stay in plan.stays] == [("ann", None), ("bob", None)]
    assert parts["change crews_waiting"] == 1


def test_demand_that_nothing_can_keep_is_infeasible() -> None:
    """MS-1 is to stay to day 6, and its life ends on day 5."""
    stay = demand(DemandKind.EARLIEST_UNDOCK, "ms-1", 6)
    posed = make_problem(MS_1, until=4, station=CALM, overrides=(life(9),), demands=(stay,))
    assert solved(posed).verdict is Verdict.INFEASIBLE
    assert differences(posed) == []
