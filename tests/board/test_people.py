"""Who is settled, and how the others are put together; each case worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scheduler.board.people import health_days, place_days, seat_groups
from scheduler.domain import (
    DemandKind,
    Health,
    HealthFact,
    Problem,
    Standing,
    Uncrewed,
    Waiver,
)
from tests.referee.hand_made import broken, demand
from tests.rules.worlds import DRAGON, POISK, make_flight, make_problem, on

MS_1 = make_flight("ms-1", launch=-4, undock=3, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=2, undock=9, crew=("cat", "dan"), ports=((POISK, 2),))
MS_3 = make_flight("ms-3", launch=5, undock=12, crew=("eve",))
CREW_1 = make_flight("crew-1", kind=DRAGON, launch=-4, undock=5, crew=("mia",))
SHIPS = (MS_1, MS_2, MS_3, CREW_1)
ALL_MS_1, ALL_MS_2, ALL_MS_3 = {"ann", "bob"}, {"cat", "dan"}, {"eve"}


def unsettled(problem: Problem) -> set[str]:
    """List the people whose seats are decided."""
    return {person for group in seat_groups(problem) for person in group.people}


def recorded(flight: str, health: Health, seats: int | None = None, first: int = -1) -> HealthFact:
    """Record a health."""
    return HealthFact(flight, on(first), health, seats, on(-1))


CASES = [
    pytest.param({}, set(), id="nothing-touches-anybody"),
    pytest.param({"health_spans": (broken("ms-1"),)}, ALL_MS_1, id="their-ship-is-broken"),
    pytest.param(
        {"health_spans": (broken("ms-1", first=2),)}, ALL_MS_1, id="their-ship-breaks-later"
    ),
    pytest.param(
        {"health_spans": (broken("ms-1", first=-3, end=0),)}, set(), id="their-ship-was-broken"
    ),
    pytest.param(
        {"health_spans": (broken("ms-1", first=-3, end=1),)}, ALL_MS_1, id="broken-until-tomorrow"
    ),
    pytest.param(
        {"health_facts": (recorded("ms-1", Health.RESTRICTED, 2),)},
        set(),
        id="restricted-to-as-many-as-they-are",
    ),
    pytest.param(
        {"health_facts": (recorded("ms-1", Health.RESTRICTED, 1),)},
        ALL_MS_1,
        id="restricted-to-fewer",
    ),
    pytest.param(
        {"health_facts": (recorded("ms-1", Health.UNDER_REVIEW),)}, ALL_MS_1, id="under-review"
    ),
    pytest.param({"down": {"ann": "ms-2"}}, {"ann"}, id="lands-on-another-ship"),
    pytest.param({"seat_in": {"ann": "crew-1"}}, {"ann"}, id="sits-in-another-ship"),
    pytest.param({"opened": frozenset({("ann", "crew-1")})}, {"ann"}, id="another-ship-is-open"),
    pytest.param(
        {"demands": (demand(DemandKind.RETURN_BY, "ann", 2),)}, {"ann"}, id="must-be-home-by"
    ),
    pytest.param(
        {"demands": (demand(DemandKind.PIN_LEG, "ann", 2, event="down", flight="ms-1"),)},
        {"ann"},
        id="ride-home-is-pinned",
    ),
    pytest.param(
        {"demands": (demand(DemandKind.PIN_LEG, "cat", 2, event="up", flight="ms-2"),)},
        set(),
        id="ride-up-is-pinned",
    ),
    pytest.param(
        {"demands": (demand(DemandKind.UNAVAILABLE, "cat", 2),)}, set(), id="cannot-fly-for-a-while"
    ),
    pytest.param(
        {"demands": (demand(DemandKind.LATEST_UNDOCK, "ms-1", 2),)}, set(), id="ship-is-hurried"
    ),
    pytest.param({"down": {"cat": "ms-3"}}, ALL_MS_2, id="one-of-a-crew-to-come-unsettles-it-all"),
    pytest.param(
        {"health_spans": (broken("ms-3"),)},
        ALL_MS_2 | ALL_MS_3,
        id="a-later-ship-may-bring-the-earlier-crew",
    ),
    pytest.param({"health_spans": (broken("ms-2"),)}, ALL_MS_2, id="an-earlier-ship-does-not"),
]


@pytest.mark.parametrize(("fields", "people"), CASES)
def test_settled_or_not(fields: dict[str, Any], people: set[str]) -> None:
    """Nobody but those whom the trouble touches needs a seat decided."""
    assert unsettled(make_problem(*SHIPS, until=8, **fields)) == people


def test_ship_without_a_line_unsettles_its_own_crew_only() -> None:
    """Its crew takes no other ship, and no other crew takes it."""
    visit = make_flight("visit", launch=6, undock=9, crew=("vic",), line=None)
    posed = make_problem(*SHIPS, visit, until=8, health_spans=(broken("visit"),))
    assert unsettled(posed) == {"vic"}


def test_seats_up_do_not_unsettle() -> None:
    """Who stays on the ground needs no seat."""
    few = replace(MS_2, seats_up=1)
    assert unsettled(make_problem(MS_1, few, until=8)) == set()


def test_crew_of_a_lost_ship_is_settled_by_the_ships_to_come() -> None:
    """MS-2 is cancelled: its two need MS-3 to be sound for two, and it has two seats."""
    lost = replace(MS_2, standing=Standing.CANCELLED)
    assert unsettled(make_problem(MS_1, lost, MS_3, until=8)) == set()
    small = replace(MS_3, seats=1, uncrewed=Uncrewed.ALLOWED)
    assert unsettled(make_problem(MS_1, lost, small, until=8)) == set()  # only one of them flies
    hurt = make_problem(MS_1, lost, MS_3, until=8, health_spans=(broken("ms-3", seats=2),))
    assert unsettled(hurt) == ALL_MS_2 | ALL_MS_3


def test_people_alike_make_one_group_and_one_class() -> None:
    """Ann and Bob came together, sit together, and nothing tells them apart."""
    [group] = seat_groups(make_problem(*SHIPS, until=8, health_spans=(broken("ms-1"),)))
    assert (group.people, group.seat_in, group.crew, group.kinds) == (
        ("ann", "bob"),
        "ms-1",
        None,
        frozenset({"soyuz-liner"}),
    )
    assert [one.people for one in group.classes] == [("ann", "bob")]


@pytest.mark.parametrize(
    ("fields", "groups", "classes"),
    [
        pytest.param({"agencies": {"ann": "NASA"}}, 1, 2, id="segments-make-classes"),
        pytest.param({"down": {"ann": "ms-2"}}, 1, 2, id="published-landings-make-classes"),
        pytest.param(
            {"demands": (demand(DemandKind.RETURN_BY, "ann", 2),)}, 1, 2, id="demands-make-classes"
        ),
        pytest.param({"opened": frozenset({("ann", "crew-1")})}, 2, 2, id="open-ships-make-groups"),
        pytest.param({"seat_in": {"ann": "crew-1"}}, 2, 2, id="seats-make-groups"),
    ],
)
def test_what_tells_people_apart(fields: dict[str, Any], groups: int, classes: int) -> None:
    """Two of a broken ship, told apart by one thing at a time."""
    posed = make_problem(*SHIPS, until=8, health_spans=(broken("ms-1"),), **fields)
    found = seat_groups(posed)
    assert (len(found), sum(len(group.classes) for group in found)) == (groups, classes)


def test_days_of_health_begin_with_today() -> None:
    """Facts and what-ifs count from today on, each day once, and only of this ship."""
    posed = make_problem(
        *SHIPS,
        until=8,
        health_facts=(
            recorded("ms-1", Health.UNFIT, first=-1),
            recorded("ms-1", Health.NOMINAL, first=3),
            recorded("ms-2", Health.NOMINAL, first=4),
        ),
        health_spans=(broken("ms-1", first=3, end=5),),
    )
    assert health_days(posed, "ms-1") == [on(0), on(3), on(5)]


def test_days_of_places_include_dated_waivers() -> None:
    """A waiver of the emergency seats begins and ends; another rule's does not matter."""
    waivers = (
        Waiver("LB-4", "emergency_seats", "crew-1", 4, "who", "why", on(2), on(6)),
        Waiver("LB-4", "emergency_seats", "ms-1", 3, "who", "why", on(1)),
        Waiver("VL-1", "life_days", "crew-1", 99, "who", "why", on(3)),
    )
    posed = make_problem(*SHIPS, until=8, waivers=waivers)
    assert place_days(posed, "crew-1") == [on(0), on(2), on(6)]
