"""The goals, worked by hand: what the board counts is what the score counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import (
    HealthSpan,
    Override,
    Plan,
    Problem,
    Standing,
    Uncrewed,
    Waiver,
)
from scheduler.goals import Goal
from scheduler.goals.change import Change
from scheduler.goals.extension import ExtensionGoal
from scheduler.goals.handover import HandoverGoal
from scheduler.goals.margin import Margin
from scheduler.goals.moves import Moves
from scheduler.goals.seats import Seats
from scheduler.goals.staffing import Staffing
from tests.rules.agreement import cost_of
from tests.rules.voyages import Steps, Voyage, make_plan
from tests.rules.worlds import (
    DRAGON,
    POISK,
    RASSVET,
    make_flight,
    make_problem,
    make_waiver,
    on,
    with_rules,
)

MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=4, undock=30, crew=("cat",), ports=((POISK, 4),))
CREW_1 = make_flight("crew-1", kind=DRAGON, launch=-8, undock=30, crew=("fay",))
TWO = make_problem(MS_1, MS_2, until=10)
GUEST = make_problem(
    replace(MS_1, undock_on=on(30)), CREW_1, until=10, opened=frozenset({("ann", "crew-1")})
)


def both(goal: Goal, plan: Plan, problem: Problem) -> dict[str, int]:
    """Score a plan, which has to be what it costs on the board."""
    score = dict(goal.score(plan, problem))
    assert cost_of(goal, plan, problem) == score
    return score


def sick(health: str, seats: int, first: int, end: int | None) -> tuple[HealthSpan, ...]:
    """Damage ms-1."""
    return (HealthSpan("ms-1", health, seats, on(first), None if end is None else on(end), ""),)


@pytest.mark.parametrize(
    ("steps", "spans", "wanted"),
    [
        # ann has her own seat in ms-1, or a certified one without a suit in crew-1
        pytest.param([], (), {}, id="everybody-in-their-own"),
        pytest.param([(4, "crew-1")], (), {"G1": 6}, id="without-a-suit"),  # days 4 to 9
        pytest.param([(0, None), (3, "ms-1")], (), {"G4": 3}, id="without-a-seat"),
        pytest.param([(9, None)], (), {"G4": 1}, id="on-the-last-day"),
        # both of ms-1 at G3 from day 7 on: 3 days of 2 people
        pytest.param([], sick("emergency-only", 2, 7, None), {"G3": 6}, id="emergency-only"),
        pytest.param([(5, "crew-1")], sick("emergency-only", 2, 7, None), {"G3": 3, "G1": 5},
                     id="one-at-g3-and-one-at-g1"),
        pytest.param([], sick("emergency-only", 2, 10, None), {}, id="beyond-until"),
    ],
)  # fmt: skip
def test_seats(steps: Steps, spans: tuple[HealthSpan, ...], wanted: dict[str, int]) -> None:
    """Person-days by grade, worst first."""
    problem = replace(GUEST, health_spans=spans)
    score = both(Seats(), make_plan(problem, seats={"ann": steps}), problem)
    assert list(score) == ["G4", "G3", "G2", "G1"]
    assert {grade: days for grade, days in score.items() if days} == wanted


def test_improvised_places() -> None:
    """Beyond the two certified seats of a Dragon, a guest is at G2."""
    crew_1 = replace(CREW_1, crew=("fay", "gus"))
    problem = make_problem(MS_1, crew_1, until=10, opened=frozenset({("ann", "crew-1")}))
    plan = make_plan(problem, {"ms-1": Voyage(undock=30)}, seats={"ann": [(8, "crew-1")]})
    assert both(Seats(), plan, problem) == {"G4": 0, "G3": 0, "G2": 2, "G1": 0}


@pytest.mark.parametrize(
    ("leaves", "comes", "waivers", "missing"),
    [
        # ann and bob leave on the one day, cat comes on the other; until is day 10
        pytest.param(6, 4, (), 0, id="never-short"),
        pytest.param(4, 7, (), 3, id="short-for-three-days"),
        pytest.param(0, 1, (), 1, id="on-the-first-day"),
        pytest.param(8, 9, (), 1, id="near-the-last-day"),
        pytest.param(
            4, 7, (make_waiver("HO-4", "least_crew", "RS", 2, 6, 8),), 5, id="raised"
        ),  # days 4 and 5: 1 each, day 6: 2, day 7: 1 of 2, so 1
    ],
)
def test_staffing(leaves: int, comes: int, waivers: tuple[Waiver, ...], missing: int) -> None:
    """Person-days below the least crew of a segment; nobody runs the US one here."""
    problem = replace(TWO, waivers=waivers)
    plan = make_plan(problem, {"ms-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes)})
    assert both(Staffing(), plan, problem) == {"RS": missing, "USOS": 10}


@pytest.mark.parametrize(
    ("voyages", "wanted"),
    [
        # crews that wait, flights changed, days moved; until is day 10
        pytest.param({}, (0, 0, 0), id="as-published"),
        pytest.param({"ms-1": Voyage(undock=9)}, (0, 1, 3), id="undocks-later"),
        pytest.param({"ms-1": Voyage(undock=0)}, (0, 1, 6), id="undocks-on-the-first-day"),
        pytest.param({"ms-1": Voyage(undock=12)}, (0, 1, 6), id="undocks-beyond-until"),
        pytest.param({"ms-2": Voyage(launch=9)}, (0, 1, 5), id="launches-on-the-last-day"),
        pytest.param({"ms-2": Voyage(launch=5, undock=28)}, (0, 1, 3), id="both"),
        pytest.param({"ms-2": Voyage(ports=((RASSVET, 4),))}, (0, 1, 0), id="another-port"),
        pytest.param(
            {"ms-1": Voyage(ports=((RASSVET, -8), (POISK, 2)))}, (0, 1, 0), id="a-relocation"
        ),
        # not flown: as if launched on day 10, 6 days late; its crew waits
        pytest.param({"ms-2": Voyage(flies=False)}, (1, 1, 6), id="does-not-fly"),
        pytest.param({"ms-2": Voyage(crew="")}, (1, 1, 0), id="flies-empty"),
    ],
)
def test_change(voyages: dict[str, Voyage], wanted: tuple[int, int, int]) -> None:
    """Crews waiting, flights changed, days moved."""
    ships = MS_1, replace(MS_2, uncrewed=Uncrewed.ALLOWED)
    problem = make_problem(*ships, until=10)
    score = both(Change(), make_plan(problem, voyages), problem)
    assert score == dict(zip(("crews_waiting", "flights", "days"), wanted, strict=True))


@pytest.mark.parametrize(
    ("down", "waiting", "flights"),
    [
        pytest.param({}, 0, 0, id="everybody-lands"),
        pytest.param({"ann": None}, 1, 1, id="one-is-left-aboard"),
        pytest.param({"ann": None, "bob": None}, 1, 1, id="two-of-one-crew-are-left-aboard"),
        pytest.param({"ann": "crew-1"}, 0, 2, id="one-lands-in-another"),
    ],
)
def test_people_left_aboard(down: dict[str, str | None], waiting: int, flights: int) -> None:
    """People without a ship home count as one crew that waits, however they are open to ships."""
    crew_2 = make_flight("crew-2", kind=DRAGON, launch=3, undock=40, crew=("gus",))
    opened = frozenset({("ann", "crew-1"), ("bob", "crew-2")})
    problem = make_problem(MS_1, CREW_1, crew_2, until=10, opened=opened)
    score = both(Change(), make_plan(problem, down=down), problem)
    assert score == {"crews_waiting": waiting, "flights": flights, "days": 0}


def test_a_crew_on_the_ground_waits_once() -> None:
    """A crew whose seats are to be decided counts once when it does not fly."""
    ms_2 = replace(MS_2, uncrewed=Uncrewed.ALLOWED)
    problem = make_problem(MS_1, CREW_1, ms_2, until=10, opened=frozenset({("cat", "crew-1")}))
    plan = make_plan(problem, {"ms-2": Voyage(crew="")})
    assert both(Change(), plan, problem) == {"crews_waiting": 1, "flights": 1, "days": 0}


@pytest.mark.parametrize(
    ("changed", "voyages", "wanted"),
    [
        pytest.param({"is_optional": True}, {"ms-2": Voyage(flies=False)}, (1, 0, 0), id="may"),
        pytest.param({"is_optional": True}, {"ms-2": Voyage(launch=6)}, (0, 1, 2), id="but-does"),
        pytest.param({"standing": Standing.CANCELLED}, {}, (1, 0, 0), id="cancelled"),
        pytest.param({"seats_up": 0}, {}, (1, 1, 0), id="no-places-up"),
    ],
)
def test_flights_that_need_not_fly(
    changed: dict[str, object], voyages: dict[str, Voyage], wanted: tuple[int, int, int]
) -> None:
    """An optional flight that does not fly has changed nothing; its crew waits all the same."""
    ms_2 = replace(MS_2, uncrewed=Uncrewed.ALLOWED, **changed)  # type: ignore[arg-type]
    problem = make_problem(MS_1, ms_2, until=10)
    score = both(Change(), make_plan(problem, voyages), problem)
    assert tuple(score.values()) == wanted


PUBLISHED_MOVE = make_flight(
    "ms-1", launch=-8, undock=9, crew=("ann",), ports=((RASSVET, -8), (POISK, 4))
)


@pytest.mark.parametrize(
    ("ports", "flights"),
    [
        pytest.param(((RASSVET, -8), (POISK, 4)), 0, id="as-published"),
        pytest.param(((RASSVET, -8), (POISK, 5)), 1, id="a-day-later"),
        pytest.param(((RASSVET, -8),), 1, id="not-moved"),
    ],
)
def test_a_published_relocation(ports: tuple[tuple[str, int], ...], flights: int) -> None:
    """A relocation left out or put off changes its flight; its days are not counted."""
    problem = make_problem(PUBLISHED_MOVE, until=10)
    plan = make_plan(problem, {"ms-1": Voyage(ports=ports)})
    score = both(Change(), plan, problem)
    assert score == {"crews_waiting": 0, "flights": flights, "days": 0}


@pytest.mark.parametrize(
    ("brings", "wanted"),
    [
        # ms-2 was to bring cat and is cancelled or flies empty; ms-3 was to go up without a crew
        pytest.param("ms-2", {"crews_waiting": 0, "flights": 1, "days": 0}, id="brings-them"),
        pytest.param("", {"crews_waiting": 1, "flights": 0, "days": 0}, id="brings-nobody"),
    ],
)
def test_a_ship_published_without_a_crew(brings: str, wanted: dict[str, int]) -> None:
    """The crew of a cancelled flight may fly on a ship that was to go up without one."""
    lost = replace(MS_2, standing=Standing.CANCELLED)
    ms_3 = make_flight("ms-3", launch=8, undock=40, uncrewed=Uncrewed.ALLOWED)
    problem = make_problem(MS_1, lost, ms_3, until=10)
    plan = make_plan(problem, {"ms-3": Voyage(crew=brings)})
    assert both(Change(), plan, problem) == wanted


@pytest.mark.parametrize(
    "opened",
    [
        pytest.param(frozenset(), id="to-all"),
        pytest.param(frozenset({("bob", "crew-1")}), id="to-her-alone"),
    ],
)
def test_a_published_landing_that_is_closed(opened: frozenset[tuple[str, str]]) -> None:
    """Somebody published to land in a ship that is closed to them changes both ships."""
    problem = make_problem(MS_1, CREW_1, until=10, down={"ann": "crew-1"}, opened=opened)
    plan = make_plan(problem, down={"ann": "ms-1"})
    score = both(Change(), plan, problem)
    assert score == {"crews_waiting": 0, "flights": 2, "days": 0}


@pytest.mark.parametrize(
    ("leaves", "comes", "gap", "short"),
    [
        # 7 days of overlap are wished
        pytest.param(11, 4, 0, 0, id="exactly-as-wished"),
        pytest.param(10, 4, 0, 1, id="one-day-short"),
        pytest.param(30, 4, 0, 0, id="longer"),
        pytest.param(4, 4, 0, 7, id="on-one-day"),
        pytest.param(2, 4, 2, 7, id="a-gap"),
        pytest.param(0, 9, 9, 7, id="from-the-first-day-to-the-last"),
    ],
)
def test_handover(leaves: int, comes: int, gap: int, short: int) -> None:
    """Days of gap, then days short of the wish; a gap is short by all of it."""
    plan = make_plan(TWO, {"ms-1": Voyage(undock=leaves), "ms-2": Voyage(launch=comes)})
    assert both(HandoverGoal(), plan, TWO) == {"gap_days": gap, "short_days": short}


@pytest.mark.parametrize(
    ("leaves", "gap"),
    [pytest.param(6, 4, id="to-until"), pytest.param(10, 0, id="still-there-at-until")],
)
def test_nobody_comes(leaves: int, gap: int) -> None:
    """A crew that nobody relieves before ``until`` leaves a gap to that day."""
    later = make_flight("ms-3", launch=20, undock=60, standing=Standing.LATER)
    problem = make_problem(MS_1, later, until=10)
    score = both(HandoverGoal(), make_plan(problem, {"ms-1": Voyage(undock=leaves)}), problem)
    assert score == {"gap_days": gap, "short_days": 7 if gap else 0}


@pytest.mark.parametrize(
    ("voyages", "down", "longest", "total"),
    [
        # ann and bob are to land on day 6, fay on day 31; cat is not aboard yet
        pytest.param({}, {}, 0, 0, id="as-published"),
        pytest.param({"ms-1": Voyage(undock=8)}, {}, 2, 4, id="two-days-each"),
        pytest.param({"ms-1": Voyage(undock=0)}, {}, 0, 0, id="home-early"),
        pytest.param({"ms-2": Voyage(undock=40)}, {}, 0, 0, id="not-those-on-the-ground"),
        pytest.param({}, {"ann": "crew-1"}, 25, 25, id="another-ship-home"),  # 31 - 6
        pytest.param({}, {"ann": None}, 4, 4, id="no-ship-home"),  # to day 10 at the least
        pytest.param(
            {"ms-1": Voyage(undock=8)}, {"ann": "crew-1"}, 25, 27, id="longest-and-another"
        ),
    ],
)
def test_extension(
    voyages: dict[str, Voyage], down: dict[str, str | None], longest: int, total: int
) -> None:
    """The longest extension, then all of them together."""
    problem = make_problem(MS_1, MS_2, CREW_1, until=10, opened=frozenset({("ann", "crew-1")}))
    score = both(ExtensionGoal(), make_plan(problem, voyages, down=down), problem)
    assert score == {"longest": longest, "total": total}


@pytest.mark.parametrize(
    ("undock", "short"),
    [
        # 200 certified days from day -8 end on day 192, the wished margin of 10 on day 182
        pytest.param(6, 0, id="never-near-it"),
        pytest.param(182, 0, id="exactly-as-wished"),
        pytest.param(183, 1, id="one-day-short"),
        pytest.param(195, 13, id="beyond-its-life"),
    ],
)
def test_margin(undock: int, short: int) -> None:
    """Days by which the life margin falls short of the wish; waivers lengthen no life."""
    station = with_rules(VL_1={"wished_margin_days": 10})
    waiver = make_waiver("VL-1", "life_days", "ms-1", 300)
    problem = make_problem(MS_1, until=10, station=station, waivers=(waiver,))
    plan = make_plan(problem, {"ms-1": Voyage(undock=undock)})
    assert both(Margin(), plan, problem) == {"days": short}


def test_margins_of_ships_that_fly() -> None:
    """Ships that stay on the ground have no margin; a flight may have a wish of its own."""
    wish = Override("VL-1", "wished_margin_days", 180, "ms-2")
    problem = make_problem(MS_1, MS_2, until=10, overrides=(wish,))
    # ms-2 is up from day 4 to day 30: 200 - 26 = 174 days of margin, 6 short of the wish
    assert both(Margin(), make_plan(problem), problem) == {"days": 6}
    grounded = make_plan(problem, {"ms-2": Voyage(flies=False)})
    assert both(Margin(), grounded, problem) == {"days": 0}


@pytest.mark.parametrize(
    ("steps", "ports", "wanted"),
    [
        pytest.param([], (), (0, 0), id="nothing-moves"),
        pytest.param([(0, "crew-1")], (), (1, 0), id="on-the-first-day"),
        pytest.param([(3, "crew-1"), (9, "ms-1")], (), (2, 0), id="there-and-back"),
        pytest.param([(3, None), (5, "ms-1")], (), (1, 0), id="out-and-back"),
        pytest.param([(3, None)], (), (0, 0), id="only-out"),
        pytest.param([], ((RASSVET, -8), (POISK, 0)), (0, 1), id="relocated-on-the-first-day"),
        pytest.param([], ((RASSVET, -8), (POISK, 20)), (0, 1), id="relocated-beyond-until"),
    ],
)
def test_moves(steps: Steps, ports: tuple[tuple[str, int], ...], wanted: tuple[int, int]) -> None:
    """Seats that move into a ship, then relocations."""
    plan = make_plan(GUEST, {"ms-1": Voyage(ports=ports)}, seats={"ann": steps})
    assert tuple(both(Moves(), plan, GUEST).values()) == wanted


def test_a_crew_that_comes_up_does_not_move() -> None:
    """People take their seats with them when they come up; a later change is a move."""
    problem = make_problem(MS_1, MS_2, until=10, opened=frozenset({("cat", "ms-1")}))
    stays = make_plan(problem, {"ms-1": Voyage(undock=30)})
    assert both(Moves(), stays, problem) == {"seat_moves": 0, "relocations": 0}
    moves = make_plan(problem, {"ms-1": Voyage(undock=30)}, seats={"cat": [(7, "ms-1")]})
    assert both(Moves(), moves, problem) == {"seat_moves": 1, "relocations": 0}
