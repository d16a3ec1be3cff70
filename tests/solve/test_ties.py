"""Ties: of plans equally good by every goal, the one that comes first in the canonical order."""

from __future__ import annotations

from scheduler.domain import DemandKind, Plan, Problem
from tests.referee.comparing import differences, solved
from tests.referee.hand_made import broken, demand, life, with_calm_rules
from tests.rules.worlds import DRAGON, POISK, RASSVET, make_flight, make_problem, on

ONLY_SEATS = ("seats", "earliest")
CALM = with_calm_rules()


def planned(problem: Problem) -> Plan:
    """Give the plan that the search takes."""
    outcome = solved(problem)
    assert outcome.goals[-1].is_proved
    assert outcome.plan is not None
    return outcome.plan


def course(plan: Plan, flight: str) -> tuple[int, int, tuple[str, ...]]:
    """Give launch, undocking and ports of a ship."""
    found = plan.flight(flight)
    assert found is not None
    assert found.launch_on
    assert found.undock_on
    launch, undock = ((day - on(0)).days for day in (found.launch_on, found.undock_on))
    return launch, undock, tuple(stay.port for stay in found.ports)


def test_earliest_days_in_order_of_flights_then_the_first_port() -> None:
    """Where only seats count, MS-1 comes first: it undocks as early as it can.

    Somebody is aboard on every day and two days of handover are the least, so MS-2 comes on day
    1, as published, and MS-1 leaves on day 3. MS-2 then leaves as early as it can: on day 4,
    the end. While MS-1 is at Rassvet, the first port that is free is Poisk.
    """
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=5, crew=("ann",)),
        make_flight("ms-2", launch=1, undock=9, crew=("cat",)),
        until=4,
        station=CALM,
        overrides=(life(14),),
        goals=ONLY_SEATS,
    )
    assert course(planned(posed), "ms-1") == (-4, 3, (RASSVET,))
    assert course(planned(posed), "ms-2") == (1, 4, (POISK,))


def test_two_ports_equally_good_give_the_first_of_the_station_file() -> None:
    """A ship published without a port takes the first that is free."""
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=5, crew=("ann",), ports=((POISK, -4),)),
        make_flight("ms-2", launch=1, undock=9, crew=("cat",), calls=()),
        until=4,
        station=CALM,
        overrides=(life(14),),
    )
    assert course(planned(posed), "ms-2")[2] == (RASSVET,)


def test_people_alike_are_taken_by_id() -> None:
    """One of two must move to the Dragon: the first by id keeps their place."""
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=5, crew=("bob", "ann")),
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=5, crew=("mia", "ned")),
        until=4,
        station=CALM,
        overrides=(life(14),),
        health_spans=(broken("ms-1"),),
    )
    held = [seat for seat in planned(posed).seats if seat.person in ("ann", "bob")]
    assert [(s.person, s.flight, s.from_on, s.to_on) for s in held] == [
        ("ann", "ms-1", on(0), on(4)),
        ("bob", None, on(0), on(1)),
        ("bob", "crew-1", on(1), on(4)),
    ]
    assert differences(posed) == []


def test_seats_move_as_early_as_they_can() -> None:
    """A seat must move by day 3, can from day 2 on, and is no better before or after."""
    posed = make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        make_flight("ms-2", launch=-3, undock=5, crew=("bob",), ports=((POISK, -3),)),
        until=4,
        station=CALM,
        overrides=(life(14),),
        health_spans=(broken("ms-1", seats=2), broken("ms-2", seats=2)),
        demands=(demand(DemandKind.PIN_EVENT, "ms-1", 3, event="undock"),),
    )
    held = [(seat.flight, seat.from_on) for seat in planned(posed).seats if seat.person == "ann"]
    assert held == [("ms-1", on(0)), ("ms-2", on(2))]
