"""From voyages to a plan: stays, extensions, flights, head-counts and handovers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from scheduler.audit.record import check_record
from scheduler.domain import AboardSpan, Handover, LifeUse, Plan, PortStay, Stay
from scheduler.history.completing import Voyage, completed
from scheduler.rules import RULES
from tests.history.completed import CREW_1, LEFT, MS_1, MS_2, made, number, seat
from tests.history.drawn_worlds import MovedWorld, moved_worlds, published
from tests.rules.voyages import make_plan
from tests.rules.worlds import (
    DRAGON,
    POISK,
    RASSVET,
    make_flight,
    make_problem,
    make_waiver,
    on,
)

# --- stays -------------------------------------------------------------------------------------


def numbers(stay: Stay) -> tuple[str | None, str | None, *tuple[int | None, ...]]:
    """Give ships and days of a stay: up, down, from, to, days, planned landing, extension."""
    days = (number(stay.from_on), number(stay.to_on))
    planned = number(stay.planned_to_on)
    return (stay.up, stay.down, *days, stay.days, planned, stay.extension_days)


@pytest.mark.parametrize(
    ("undock", "days", "extension"),
    [
        # launched on day -8, published to land on day 6
        pytest.param(6, 14, 0, id="as-published"),
        pytest.param(9, 17, 3, id="three-days-longer"),
        pytest.param(4, 12, 0, id="two-days-shorter"),
    ],
)
def test_stay_of_somebody_aboard(undock: int, days: int, extension: int) -> None:
    """Days run from launch to landing; an extension is never below zero."""
    problem = make_problem(MS_1)
    late = replace(published(problem)["ms-1"], undock_on=on(undock), land_on=on(undock))
    [ann, _] = completed(problem, {"ms-1": late}, {}).stays
    assert numbers(ann) == ("ms-1", "ms-1", -8, undock, days, 6, extension)


def test_stay_of_somebody_in_a_ship_that_takes_a_day() -> None:
    """Launched on day -6, docked on -5, undocked on 8 and landed on 9: 15 days."""
    [fay] = made(make_problem(CREW_1)).stays
    assert numbers(fay) == ("crew-1", "crew-1", -5, 8, 15, 9, 0)


def test_stay_of_somebody_to_come_has_no_extension() -> None:
    """From day 4 to day 16: 12 days."""
    [cat] = made(make_problem(MS_2)).stays
    assert numbers(cat) == ("ms-2", "ms-2", 4, 16, 12, 16, None)


def test_stay_in_two_ships() -> None:
    """Ann comes in ms-1 and goes home in ms-2: 24 days from -8 to 16, all of them published."""
    ann = made(make_problem(MS_1, MS_2, down=LEFT)).stays[0]
    assert numbers(ann) == ("ms-1", "ms-2", -8, 16, 24, 16, 0)


def test_whom_nobody_takes_home_stays() -> None:
    """A person without a ship home is aboard, and holds a seat or none, up to ``until``."""
    problem = make_problem(MS_1, until=10)
    nobody = replace(published(problem)["ms-1"], crew_down=("bob",))
    plan = completed(problem, {"ms-1": nobody}, {})
    assert numbers(plan.stays[0]) == ("ms-1", None, -8, None, None, 6, None)
    assert seat(plan, "ann") == [("ms-1", 0, 6, "G0"), (None, 6, 10, "G4")]


# --- flights -----------------------------------------------------------------------------------


def test_a_flight_without_a_voyage_waits() -> None:
    """It keeps its published days for comparison, has none of its own, and its crew stays home."""
    problem = make_problem(MS_1, MS_2)
    plan = completed(problem, {"ms-1": published(problem)["ms-1"]}, {})
    waiting = plan.flight("ms-2")
    assert waiting is not None
    assert (waiting.status, waiting.changed, waiting.flies) == ("waiting", ("launch",), False)
    assert (waiting.launch_on, waiting.dock_on, waiting.undock_on, waiting.land_on) == (None,) * 4
    assert waiting.published == {"launch": on(4), "dock": on(4), "undock": on(16), "land": on(16)}
    cat = next(stay for stay in plan.stays if stay.person == "cat")
    assert numbers(cat) == (None, None, None, None, None, 16, None)
    assert seat(plan, "cat") == []


def test_a_flight_that_need_not_fly_is_cancelled() -> None:
    """Then nothing of what is published is changed; the same holds for one that was lost."""
    optional = replace(MS_2, is_optional=True)
    problem = make_problem(MS_1, optional)
    plan = completed(problem, {"ms-1": published(problem)["ms-1"]}, {})
    told = plan.flight("ms-2")
    assert told is not None
    assert (told.status, told.changed) == ("cancelled", ())


def test_a_flight_with_a_voyage_is_told_whole() -> None:
    """Docked ships keep the crew that came in them, though the voyage names those still aboard."""
    problem = make_problem(replace(MS_1, hull="No. 753"), waivers=(WAIVER,))
    own = Voyage(
        launch_on=on(-8),
        dock_on=on(-8),
        undock_on=on(7),
        land_on=on(7),
        ports=(PortStay(RASSVET, on(-8), on(2)), PortStay(POISK, on(2), on(7))),
        crew_up=("ann",),
        crew_down=("bob",),
    )
    told = completed(problem, {"ms-1": own}, {}).flight("ms-1")
    assert told is not None
    assert (told.status, told.hull, told.vehicle_type) == ("docked", "No. 753", "soyuz-ms")
    assert (told.crew_up, told.crew_down) == (("ann", "bob"), ("bob",))
    assert told.ports == own.ports
    # undocked a day late, at another port since day 2, and without ann
    assert told.changed == ("undock", "port", "crew_down")
    assert told.published == {"launch": on(-8), "dock": on(-8), "undock": on(6), "land": on(6)}
    # from day -8 to day 7 there are 15 days; 200 are certified, 12 by the waiver
    assert told.life == LifeUse(15, 12, -3)


WAIVER = make_waiver("VL-1", "life_days", "ms-1", 12, 7)


def test_a_waiver_of_life_counts_on_the_landing_day() -> None:
    """From day 7 on; landing on day 6 leaves 200 - 14 = 186 days."""
    told = made(make_problem(MS_1, waivers=(WAIVER,))).flight("ms-1")
    assert told is not None
    assert told.life == LifeUse(14, 200, 186)


# --- head-counts and handovers -----------------------------------------------------------------


def test_head_count_is_cut_where_it_changes() -> None:
    """Soyuz crews count to the Russian segment, fay of NASA to the other.

    2 and 1 up to day 4, when cat comes; ann and bob leave on 6, fay on 8, cat on 16.
    """
    plan = made(make_problem(MS_1, MS_2, CREW_1, until=20))
    spans = [(0, 4, 2, 1), (4, 6, 3, 1), (6, 8, 1, 1), (8, 16, 1, 0), (16, 20, 0, 0)]
    assert plan.aboard == tuple(
        AboardSpan(on(first), on(end), rs + usos, {"RS": rs, "USOS": usos})
        for first, end, rs, usos in spans
    )


def test_head_count_is_cut_where_one_comes_as_another_of_the_other_segment_goes() -> None:
    """Two are aboard all the time, but on day 6 bob leaves and gus of NASA comes."""
    crew_2 = make_flight("crew-2", kind=DRAGON, launch=5, undock=30, crew=("gus",))
    one = replace(MS_1, crew=("bob",))
    plan = made(make_problem(one, replace(CREW_1, undock_on=on(30)), crew_2, until=10))
    assert [(number(s.from_on), s.people, s.by_segment) for s in plan.aboard] == [
        (0, 2, {"RS": 1, "USOS": 1}),
        (6, 2, {"RS": 0, "USOS": 2}),
    ]


@pytest.mark.parametrize(
    ("undock", "wanted"),
    [
        # ms-2 docks on day 4
        pytest.param(6, Handover("soyuz", "ms-1", "ms-2", True, 2), id="two-days-together"),
        pytest.param(4, Handover("soyuz", "ms-1", "ms-2", False, 0), id="on-the-same-day"),
        pytest.param(1, Handover("soyuz", "ms-1", "ms-2", False, 3), id="three-days-of-gap"),
    ],
)
def test_handover(undock: int, wanted: Handover) -> None:
    """Days together, or the gap."""
    plan = made(make_problem(replace(MS_1, undock_on=on(undock), land_on=on(undock)), MS_2))
    assert plan.handovers == (wanted,)


def test_handover_to_a_crew_that_waits_is_a_gap_to_the_end() -> None:
    """From day 6 to day 20 there are 14."""
    problem = make_problem(MS_1, MS_2, until=20)
    plan = completed(problem, {"ms-1": published(problem)["ms-1"]}, {})
    assert plan.handovers == (Handover("soyuz", "ms-1", "ms-2", False, 14),)


# --- any world ---------------------------------------------------------------------------------


def flights_of(plan: Plan) -> list[tuple[object, ...]]:
    """List what both makers tell of flights."""
    return [
        (
            *(f.flight, f.status, f.launch_on, f.dock_on, f.undock_on, f.land_on, f.ports, f.life),
            *(sorted(f.crew_up), sorted(f.crew_down)),
        )
        for f in plan.flights
    ]


@settings(max_examples=300)
@given(drawn=moved_worlds())
def test_plan_is_that_of_the_other_maker(drawn: MovedWorld) -> None:
    """Completed from the published voyages it equals a plan completed by the tests' own code."""
    problem, moves = drawn
    steps = {person: [(day, ship) for day, ship, _ in rows] for person, rows in moves.items()}
    plan, other = made(problem, moves), make_plan(problem, seats=steps)
    assert plan.stays == other.stays
    assert sorted(map(str, plan.handovers)) == sorted(map(str, other.handovers))
    assert plan.aboard == other.aboard
    assert sorted(map(str, plan.seats)) == sorted(map(str, other.seats))
    assert flights_of(plan) == flights_of(other)


@settings(max_examples=300)
@given(drawn=moved_worlds(is_sound=False))
def test_nothing_is_told_wrongly(drawn: MovedWorld) -> None:
    """Whatever rule the voyages break, the plan says of itself what is so."""
    problem, moves = drawn
    plan = made(problem, moves)
    assert list(check_record(plan, problem)) == []
    findings = [finding for rule in RULES for finding in rule.check(plan, problem)]
    assert [one for one in findings if one.ref == "LB-1" and not one.is_told] == []
    assert [one.text for one in findings if " states " in one.text] == []
