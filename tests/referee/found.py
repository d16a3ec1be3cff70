"""Worlds in which the search once gave a wrong answer, each cut down to the smallest case."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import (
    DemandKind,
    Override,
    PortCall,
    Problem,
    Standing,
    Waiver,
)
from tests.referee.hand_made import broken, demand, life, with_calm_rules
from tests.rules.worlds import (
    DRAGON,
    POISK,
    RASSVET,
    ZENITH,
    make_flight,
    make_problem,
    on,
    with_rules,
)

CALM = with_calm_rules()
EMPTY_ALLOWED = with_calm_rules(CT_1={"least_aboard": 0})


def waiver_that_comes_later() -> Problem:
    """Let a full Dragon hold one person more from day 2 on; a cut beforehand saw day 0 only."""
    return make_problem(
        make_flight("ms-1", launch=-3, undock=4, crew=("ann", "bob")),
        make_flight("crew-1", kind=DRAGON, launch=-3, undock=4, crew=("mia", "ned")),
        until=4,
        station=CALM,
        overrides=(life(9),),
        health_spans=(broken("ms-1"),),
        waivers=(
            Waiver("LB-4", "emergency_seats", "crew-1", 3, "who", "why", on(2)),
            Waiver("LB-4", "emergency_seats", "crew-1", 2, "who", "why", None, on(2)),
        ),
    )


def ship_that_is_never_ready() -> Problem:
    """Have the only ship home ready after the horizon; somebody landed in it all the same."""
    late = make_flight("ms-2", launch=2, undock=6, crew=("cat",), has_readiness=True)
    return make_problem(
        make_flight("ms-1", launch=-3, undock=2, crew=("ann",)),
        late,
        until=4,
        station=CALM,
        overrides=(life(9),),
        down={"ann": "ms-2"},
        health_spans=(broken("ms-1", "uncrewed-only", None),),
        demands=(demand(DemandKind.EARLIEST_LAUNCH, "ms-2", 8),),
    )


def crew_that_docks_at_the_end() -> Problem:
    """Let people with a seat to decide dock on ``until``; nobody brought them down in the plan."""
    return make_problem(
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=5, crew=("mia",)),
        make_flight("crew-2", kind=DRAGON, launch=3, undock=9, crew=("oda", "pia")),
        until=4,
        station=CALM,
        overrides=(life(9),),
        health_spans=(broken("crew-2", "under-review", 1, 0, 5),),
    )


def one_leaves_today_and_one_stays() -> Problem:
    """Land one of two alike people today; the seats of the other were told of the wrong one."""
    return make_problem(
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=0, crew=("mia", "ned")),
        make_flight("ms-1", launch=-4, undock=4, crew=("ann",)),
        make_flight("crew-9", kind=DRAGON, launch=9, undock=14, standing=Standing.LATER),
        until=3,
        station=with_rules(CALM, CT_1={"least_aboard": 2}),
        overrides=(life(5), life(9, "ms-1"), Override("LB-3", "transfer_days", 0)),
        down={"ned": "crew-9"},
        health_spans=(broken("crew-1", first=1),),
    )


def half_a_crew_flies() -> Problem:
    """Take one of two people whose seats are decided up; both were counted aboard."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        make_flight(
            "ms-2", launch=1, undock=6, crew=("cat", "dan"), seats_up=1, ports=((POISK, 1),)
        ),
        until=4,
        station=CALM,
        overrides=(life(9),),
        health_spans=(broken("ms-2", "under-review", 1, 0, 3),),
    )


def ship_without_places_up() -> Problem:
    """Leave no places up, which is as good as empty, and a change to the published crew."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        make_flight("ms-2", launch=1, undock=6, crew=("cat",), seats_up=0, ports=((POISK, 1),)),
        until=4,
        station=EMPTY_ALLOWED,
        overrides=(life(9),),
    )


def ship_without_places_that_is_never_ready() -> Problem:
    """Let a ship neither take people up nor ever fly; nobody can be settled in it."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        make_flight("ms-2", launch=1, undock=6, crew=("cat",), seats_up=0, has_readiness=True),
        until=4,
        station=EMPTY_ALLOWED,
        overrides=(life(9),),
        health_spans=(broken("ms-1"),),
        demands=(demand(DemandKind.EARLIEST_LAUNCH, "ms-2", 8),),
    )


def two_of_one_crew_left_up_there() -> Problem:
    """Leave two people of one crew up there, differing in what is open to them: one crew waits."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann", "bob")),
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=2, crew=("mia", "ned")),
        until=4,
        station=CALM,
        overrides=(life(9),),
        opened=frozenset({("ann", "crew-1")}),
        health_spans=(broken("ms-1"),),
        demands=(demand(DemandKind.PIN_EVENT, "crew-1", 2, event="undock"),),
    )


def seat_moved_before_today() -> Problem:
    """Seat somebody in a ship of another kind that must leave today: they need a seat today."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=2, crew=("ann",)),
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=0, crew=("mia",)),
        until=3,
        station=EMPTY_ALLOWED,
        overrides=(life(9), life(5, "crew-1")),
        seat_in={"ann": "crew-1"},
    )


def seat_in_a_ship_pinned_to_leave_today() -> Problem:
    """Pose the same where the ship might stay, but for a pin."""
    posed = seat_moved_before_today()
    leaves = demand(DemandKind.PIN_EVENT, "crew-1", 0, event="undock")
    return replace(posed, overrides=(life(9),), demands=(leaves,))


def newcomers_on_a_day_of_leaving() -> Problem:
    """Dock a crew one seat short on the day on which the old ship leaves; that is no loss."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=2, crew=("ann", "bob")),
        make_flight("ms-2", launch=2, undock=6, crew=("cat", "dan"), ports=((POISK, 2),)),
        until=4,
        station=replace(CALM, rules={**CALM.rules, "TR-1": {"separation_days": 0}}),
        overrides=(life(9),),
        health_spans=(broken("ms-2", "under-review", 1, 0),),
        demands=(
            demand(DemandKind.PIN_EVENT, "ms-1", 2, event="undock"),
            demand(DemandKind.PIN_EVENT, "ms-2", 2, event="launch"),
        ),
    )


def ship_gone_before_the_crew_comes() -> Problem:
    """Let a ship open to somebody leave before they dock, both after ``until``."""
    return make_problem(
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=3, crew=("mia",)),
        make_flight("ms-2", launch=2, dock_on=on(5), undock=9, crew=("cat",)),
        until=3,
        station=CALM,
        overrides=(life(9),),
        opened=frozenset({("cat", "crew-1")}),
        health_spans=(broken("ms-2", "uncrewed-only", None),),
    )


def crew_that_is_never_brought_home() -> Problem:
    """Have a crew not land in its ship: the ship brings nobody home, so nobody relieves it."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=2, crew=("ann",)),
        make_flight("ms-2", launch=1, undock=5, crew=("cat",), ports=((POISK, 1),)),
        make_flight("ms-3", launch=4, undock=9, crew=("eve", "fay")),
        until=6,
        station=with_rules(CALM, CT_1={"least_aboard": 0}, TR_1={"separation_days": 0}),
        overrides=(life(8), Override("HO-1", "least_handover_days", 1)),
        goals=("handover", "seats", "staffing", "change", "extension", "margin", "moves"),
        health_spans=(broken("ms-2", "emergency-only", None, 2, 4),),
        demands=(demand(DemandKind.PIN_EVENT, "ms-1", 2, event="undock"),),
    )


def two_alike_and_one_seat() -> Problem:
    """Let somebody take the seat of somebody alike as their own ship leaves: that is a move."""
    return make_problem(
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=3, crew=("mia", "ned")),
        make_flight("ms-1", launch=-4, undock=6, crew=("ann",)),
        until=4,
        station=CALM,
        overrides=(life(12),),
        health_spans=(broken("crew-1", seats=2), broken("ms-1", seats=2)),
        demands=(demand(DemandKind.PIN_EVENT, "crew-1", 3, event="undock"),),
    )


def two_ships_leave_and_one_seat_is_free() -> Problem:
    """Seat two people alike in two ships that leave together; each of them needs the one seat."""
    transfers = (
        Override("LB-3", "transfer_days", 0, "ms-1"),
        Override("LB-3", "transfer_days", 3, "ms-2"),
    )
    return make_problem(
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=3, crew=("mia", "ned")),
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        make_flight("ms-2", launch=-4, undock=6, crew=("bob",), ports=((POISK, -4),)),
        until=4,
        station=with_rules(CALM, TR_1={"separation_days": 0}),
        overrides=(life(12), *transfers),
        health_spans=(broken("crew-1"),),
        demands=(
            demand(DemandKind.PIN_EVENT, "crew-1", 3, event="undock"),
            demand(DemandKind.PIN_EVENT, "ms-1", 3, event="undock"),
        ),
    )


def crews_pushed_beyond_the_horizon() -> Problem:
    """Push crews on by a lost ship, the last of them people who are not due before ``until``."""
    later = [
        make_flight(flight, launch=day, undock=day + 6, crew=crew, standing=Standing.LATER)
        for flight, day, crew in (("ms-8", 6, ("jan",)), ("ms-9", 12, ("lou",)))
    ]
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        make_flight("ms-2", launch=1, undock=6, crew=("cat",), standing=Standing.CANCELLED),
        make_flight("ms-3", launch=2, undock=6, crew=("eve",), ports=((POISK, 2),)),
        *later,
        until=4,
        station=EMPTY_ALLOWED,
        overrides=(life(9),),
        agencies={"jan": "Nobody's"},
    )


def ports_of_a_ship_that_stands() -> Problem:
    """Demand other ports of a ship than the one where it stands, which is past."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",), ports=((POISK, -4),)),
        until=3,
        station=EMPTY_ALLOWED,
        overrides=(life(9),),
        demands=(replace(demand(DemandKind.PORTS, "ms-1", 0), day=None, ports=(RASSVET,)),),
    )


def landing_published_in_a_strange_ship() -> Problem:
    """Publish a landing for which somebody is not fitted: it cannot be kept."""
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=4, crew=("mia",)),
        until=3,
        station=CALM,
        overrides=(life(9),),
        down={"ann": "crew-1"},
    )


def people_on_their_way() -> Problem:
    """Have people under way to the station; they sit in their ship from docking on."""
    under_way = make_flight(
        "crew-2",
        kind=DRAGON,
        launch=-1,
        dock_on=on(1),
        undock=6,
        crew=("oda", "pia"),
        calls=(PortCall(ZENITH, on(1)),),
    )
    return make_problem(
        make_flight("crew-1", kind=DRAGON, launch=-4, undock=3, crew=("mia",)),
        under_way,
        until=4,
        station=EMPTY_ALLOWED,
        overrides=(life(9),),
        goals=("moves", "seats", "staffing", "change", "handover", "extension", "margin"),
        opened=frozenset({("pia", "crew-1")}),
    )


def crew_of_an_aborted_launch() -> Problem:
    """Have a crew that lost its ship before today; it comes first on the next one."""
    lost = make_flight("ms-2", launch=0, undock=6, crew=("cat",), standing=Standing.CANCELLED)
    return make_problem(
        make_flight("ms-1", launch=-4, undock=3, crew=("ann",)),
        lost,
        make_flight("ms-3", launch=2, undock=7, crew=("eve", "fay"), ports=((POISK, 2),)),
        until=4,
        station=CALM,
        overrides=(life(9),),
        agencies={"cat": "Nobody's"},
    )
