"""Who is fitted for which ship: the kind they came up in, and kinds that were brought for them.

A Shuttle brought Fay and left; her liner is in Soyuz 1. Both voices and both sides of the first
goal must treat her as a crew member of a Soyuz.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import (
    Facts,
    Plan,
    Problem,
    SeatFact,
    Standing,
    Traveller,
    published_problem,
)
from scheduler.goals.seats import Seats
from scheduler.rules.own_vehicle import OwnVehicle
from scheduler.rules.seat_for_everyone import SeatForEveryone
from scheduler.rules.seats_both_ways import SeatsBothWays
from tests.builders import Trip, make_facts, make_station, make_vehicle_type
from tests.history.worlds import SHUTTLE as BUILT_SHUTTLE
from tests.history.worlds import day
from tests.rules.agreement import Inexpressible, breaches, cost_of, solver_accepts, voices
from tests.rules.voyages import make_plan
from tests.rules.worlds import DRAGON, FORWARD, POISK, TINY, make_flight, make_problem

SHUTTLE = make_vehicle_type("shuttle", seats=2, fitted="shuttle-suit", pad="lc-39b")
STATION = replace(
    TINY,
    vehicle_types={**TINY.vehicle_types, "shuttle": SHUTTLE},
    pads={**TINY.pads, "lc-39b": replace(TINY.pads["lc-39a"], id="lc-39b")},
)
GONE = replace(
    make_flight(
        "sts-1",
        launch=-20,
        undock=-12,
        kind=DRAGON,
        crew=("fay",),
        ports=((FORWARD, -20),),
        standing=Standing.DEPARTED,
        line=None,
    ),
    vehicle_type="shuttle",
)
MS_1 = make_flight("ms-1", launch=-18, undock=6, crew=("ann",))
MS_2 = make_flight("ms-2", launch=2, undock=20, crew=("bob",), ports=((POISK, 2),))
CREW_1 = make_flight("crew-1", kind=DRAGON, launch=-8, undock=12, crew=())


def posed(*fitted_in: str) -> Problem:
    """Pose the world in which Fay was fitted for some ships; her seat is in Soyuz 1."""
    home = {"fay": "ms-1"}
    problem = make_problem(
        GONE, MS_1, MS_2, CREW_1, station=STATION, until=10, down=home, seat_in=home
    )
    fay = replace(problem.travellers["fay"], fitted_in=fitted_in)
    return replace(problem, travellers={**problem.travellers, "fay": fay})


@pytest.mark.parametrize(
    ("fitted_in", "kinds", "fits"),
    [
        pytest.param((), {"shuttle-suit"}, [], id="as-she-came"),
        pytest.param(
            ("ms-1",), {"shuttle-suit", "soyuz-liner"}, ["ms-1", "ms-2"], id="with-a-liner"
        ),
        pytest.param(
            ("ms-1", "crew-1"),
            {"shuttle-suit", "soyuz-liner", "dragon-suit"},
            ["ms-1", "ms-2", "crew-1"],
            id="with-a-liner-and-a-suit",
        ),
        pytest.param(("sts-1",), {"shuttle-suit"}, [], id="in-her-own-ship"),
    ],
)
def test_kinds_of_seat(fitted_in: tuple[str, ...], kinds: set[str], fits: list[str]) -> None:
    """A seat of one's own in one ship fits all ships of its kind."""
    problem = posed(*fitted_in)
    assert problem.kinds_of("fay") == kinds
    assert [ship for ship in ("ms-1", "ms-2", "crew-1") if problem.is_fitted("fay", ship)] == fits
    assert problem.is_fitted("fay", "sts-1")
    assert problem.kinds_of("ann") == {"soyuz-liner"}


def landing(problem: Problem, ship: str) -> Plan:
    """Let Fay land in a ship, her seat there from the day before Soyuz 1 leaves."""
    steps = [] if ship == "ms-1" else [(5, ship)]
    return make_plan(problem, down={"fay": ship}, seats={"fay": steps})


@pytest.mark.parametrize("ship", ["ms-1", "ms-2"])
def test_whoever_has_a_liner_may_land_in_a_soyuz(ship: str) -> None:
    """Both voices allow it, in the ship that holds the liner and in the next."""
    problem = posed("ms-1")
    plan = landing(problem, ship)
    for rule in (SeatsBothWays(), OwnVehicle(), SeatForEveryone()):
        assert voices(rule, plan, problem) == (True, True)


@pytest.mark.parametrize(
    ("fitted_in", "ship", "told"),
    [
        pytest.param((), "ms-1", "ms-1, which has no shuttle-suit.", id="no-liner"),
        pytest.param(
            ("ms-1",), "crew-1", "crew-1, which has no shuttle-suit or soyuz-liner.", id="no-suit"
        ),
    ],
)
def test_whoever_has_none_may_not(fitted_in: tuple[str, ...], ship: str, told: str) -> None:
    """The checker tells what is missing; the board knows no such landing."""
    problem = posed(*fitted_in)
    plan = landing(problem, ship)
    [finding] = breaches(SeatsBothWays(), plan, problem)
    assert finding.text == f"fay lands in {told}"
    with pytest.raises(Inexpressible):
        solver_accepts(SeatsBothWays(), plan, problem)


@pytest.mark.parametrize(
    ("fitted_in", "opened", "g1"),
    [
        # in ms-1 from day 0 to 6
        pytest.param(("ms-1",), frozenset(), 0, id="with-a-liner"),
        pytest.param((), frozenset({("fay", "ms-1")}), 6, id="without"),
    ],
)
def test_a_liner_makes_the_seat_ones_own(
    fitted_in: tuple[str, ...], opened: frozenset[tuple[str, str]], g1: int
) -> None:
    """The first goal costs on the board what the plan scores: no day at G1 with a liner."""
    problem = replace(posed(*fitted_in), opened=opened)
    plan = landing(problem, "ms-1")
    wanted = {"G4": 0, "G3": 0, "G2": 0, "G1": g1}
    assert Seats().score(plan, problem) == wanted
    assert cost_of(Seats(), plan, problem) == wanted


# --- from facts --------------------------------------------------------------------------------

BRINGS = Trip(
    flight="sts-1",
    days=("2022-12-01", "2022-12-01", "2022-12-10", "2022-12-10"),
    vehicle_type="shuttle",
    line=None,
    crew=("fay",),
    agency="NASA",
    flown=4,
)
HOLDS = Trip(
    flight="soyuz-1",
    days=("2022-09-21", "2022-09-21", "2023-03-28", "2023-03-28"),
    crew=("ann",),
    flown=2,
)
FACTS = make_facts(BRINGS, HOLDS)


def row(grade: str, from_on: str, known_on: str = "", flight: str = "soyuz-1") -> SeatFact:
    """Move Fay's seat."""
    return SeatFact("fay", flight, day(from_on), grade, day(known_on or from_on))


def fay(*rows: SeatFact, facts: Facts = FACTS) -> Traveller:
    """Pose the problem of 11 January 2023, and give Fay."""
    station = make_station(types=(*make_station().vehicle_types.values(), BUILT_SHUTTLE))
    posed = published_problem(
        replace(facts, seats=rows), station, day("2023-01-11"), day("2023-06-01")
    )
    return posed.travellers["fay"]


# she came in the Shuttle of December, which left without her: she is to land in soyuz-1
STAYED = replace(
    FACTS,
    crew=(
        *FACTS.crew,
        replace(FACTS.crew[0], flight="soyuz-1", leg="down", known_on=day("2022-12-02")),
    ),
)


@pytest.mark.parametrize(
    ("rows", "fitted_in", "seat_in"),
    [
        pytest.param([], (), "soyuz-1", id="no-row"),
        pytest.param([row("G0", "2022-12-02")], ("soyuz-1",), "soyuz-1", id="own-seat"),
        pytest.param([row("G1", "2022-12-02")], (), "soyuz-1", id="a-seat-that-is-not-fitted"),
        pytest.param([row("G0", "2022-12-01")], ("soyuz-1",), "soyuz-1", id="on-docking"),
        pytest.param([row("G0", "2022-11-30")], (), "soyuz-1", id="of-an-earlier-stay"),
        pytest.param([row("G0", "2023-01-10")], ("soyuz-1",), "soyuz-1", id="known-yesterday"),
        pytest.param([row("G0", "2023-01-09", "2023-01-11")], (), "soyuz-1", id="known-today"),
        pytest.param(
            [row("G0", "2022-12-02"), row("G2", "2023-01-02", flight="sts-1")],
            ("soyuz-1",),
            "sts-1",
            id="fitted-for-good-wherever-the-seat-is",
        ),
    ],
)
def test_own_seats_are_read_from_facts(
    rows: list[SeatFact], fitted_in: tuple[str, ...], seat_in: str
) -> None:
    """A G0 row of this stay, known before ``as_of``, fits a person for that ship."""
    found = fay(*rows, facts=STAYED)
    assert (found.up, found.down) == ("sts-1", "soyuz-1")
    assert (found.fitted_in, found.seat_in) == (fitted_in, seat_in)


def test_nobody_on_the_ground_is_fitted_later() -> None:
    """A launch is due today, and a seat is told for today: until she has flown it is none."""
    today = day("2023-01-11")
    coming = replace(BRINGS, flight="sts-2", days=(str(today),) * 2 + ("2023-01-19",) * 2, flown=0)
    found = fay(row("G0", str(today), "2023-01-10"), facts=make_facts(coming, HOLDS))
    assert (found.up, found.fitted_in, found.seat_in) == ("sts-2", (), None)
