"""What-if demand: of flights worked by hand, kind by kind; then both voices must agree on all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scheduler.domain import Demand, DemandKind, Plan, Problem
from tests.rules.agreement import agree, breaches, voices
from tests.rules.demanding import KIND, RULE, demanding, judged
from tests.rules.drawing import FEW, plans
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import BUSY, FORWARD, POISK, RASSVET, VISITS, make_problem, on, with_rules


@pytest.mark.parametrize(
    ("day", "launch", "allowed"),
    [
        pytest.param(5, 5, True, id="exactly"),
        pytest.param(5, 4, False, id="one-day-before"),
        pytest.param(0, 0, True, id="the-first-day"),
        pytest.param(9, 9, True, id="the-last-day"),
        pytest.param(10, 9, False, id="until"),
        pytest.param(12, None, True, id="beyond-until-it-does-not-fly"),
    ],
)
@pytest.mark.parametrize("kind", [KIND.EARLIEST_LAUNCH, KIND.LAUNCH_FROM])
def test_earliest_launch(day: int, launch: int | None, allowed: bool, kind: DemandKind) -> None:
    """A launch is no earlier; one that waits beyond the horizon is none."""
    problem = demanding(kind, "ms-2", day=day)
    found = judged(problem, "ms-2", launch=launch, flies=launch is not None)
    assert found == (allowed, allowed)


@pytest.mark.parametrize(
    ("day", "launch", "allowed"),
    [
        pytest.param(5, 5, True, id="exactly"),
        pytest.param(5, 6, False, id="one-day-after"),
        pytest.param(0, 0, True, id="the-first-day"),
        pytest.param(9, 9, True, id="the-last-day"),
        pytest.param(9, None, False, id="it-does-not-fly"),
    ],
)
def test_latest_launch(day: int, launch: int | None, allowed: bool) -> None:
    """A launch is no later, and it does happen."""
    problem = demanding(KIND.LATEST_LAUNCH, "ms-2", day=day)
    found = judged(problem, "ms-2", launch=launch, flies=launch is not None)
    assert found == (allowed, allowed)


@pytest.mark.parametrize(
    ("kind", "day", "undock", "allowed"),
    [
        pytest.param(KIND.EARLIEST_UNDOCK, 7, 7, True, id="earliest-exactly"),
        pytest.param(KIND.EARLIEST_UNDOCK, 7, 6, False, id="earliest-and-a-day-before"),
        pytest.param(KIND.EARLIEST_UNDOCK, 0, 0, True, id="earliest-on-the-first-day"),
        pytest.param(KIND.EARLIEST_UNDOCK, 12, 11, False, id="earliest-beyond-until"),
        pytest.param(KIND.LATEST_UNDOCK, 7, 7, True, id="latest-exactly"),
        pytest.param(KIND.LATEST_UNDOCK, 7, 8, False, id="latest-and-a-day-after"),
        pytest.param(KIND.LATEST_UNDOCK, 0, 0, True, id="latest-on-the-first-day"),
        pytest.param(KIND.LATEST_UNDOCK, 12, 13, False, id="latest-beyond-until"),
    ],
)
def test_undocking(kind: DemandKind, day: int, undock: int, allowed: bool) -> None:
    """A docked ship leaves no earlier, or no later."""
    assert judged(demanding(kind, "ms-1", day=day), "ms-1", undock=undock) == (allowed, allowed)


@pytest.mark.parametrize("kind", [KIND.EARLIEST_UNDOCK, KIND.LATEST_UNDOCK])
def test_undocking_of_a_ship_on_the_ground(kind: DemandKind) -> None:
    """A ship that does not fly has nothing to undock."""
    assert judged(demanding(kind, "ms-2", day=8), "ms-2", flies=False) == (True, True)


@pytest.mark.parametrize(
    ("ship", "ports", "allowed"),
    [
        pytest.param("ms-2", ((POISK, 4),), True, id="where-demanded"),
        pytest.param("ms-2", ((RASSVET, 4),), False, id="elsewhere"),
        pytest.param("ms-2", ((POISK, 4), (RASSVET, 9)), False, id="elsewhere-on-the-last-day"),
        pytest.param("ms-2", ((POISK, 4), (RASSVET, 20)), False, id="elsewhere-beyond-until"),
        pytest.param("ms-1", ((RASSVET, -8),), True, id="where-it-stands-is-past"),
        pytest.param("ms-1", ((RASSVET, -8), (POISK, 0)), True, id="moves-there"),
        pytest.param("ms-1", ((RASSVET, -8), (FORWARD, 0)), False, id="moves-elsewhere"),
        pytest.param("ms-1", ((RASSVET, -8), (POISK, 0), (RASSVET, 3)), False, id="and-back"),
    ],
)
def test_ports(ship: str, ports: tuple[tuple[str, int], ...], allowed: bool) -> None:
    """A ship uses Poisk only."""
    problem = demanding(KIND.PORTS, ship, ports=(POISK,))
    assert judged(problem, ship, ports=ports) == (allowed, allowed)


@pytest.mark.parametrize(
    ("kind", "voyage", "allowed"),
    [
        pytest.param(KIND.UNCREWED, Voyage(crew=""), True, id="empty"),
        pytest.param(KIND.UNCREWED, Voyage(), False, id="not-empty"),
        pytest.param(KIND.UNCREWED, Voyage(flies=False), True, id="empty-on-the-ground"),
        pytest.param(KIND.CREWED, Voyage(), True, id="crewed"),
        pytest.param(KIND.CREWED, Voyage(crew=""), False, id="not-crewed"),
        pytest.param(KIND.CREWED, Voyage(flies=False), True, id="crewed-on-the-ground"),
    ],
)
def test_crewed_or_not(kind: DemandKind, voyage: Voyage, allowed: bool) -> None:
    """A ship goes up empty, or with a crew."""
    problem = demanding(kind, "ms-2")
    plan = make_plan(problem, {"ms-2": voyage})
    assert voices(RULE, plan, problem) == (allowed, allowed)


MOVED_TWICE = ((RASSVET, 3), (POISK, 6), (RASSVET, 8))


@pytest.mark.parametrize(
    ("event", "day", "voyage", "allowed"),
    [
        # launched on day 2, a Dragon docks on day 3, undocks on day 9, lands on day 10
        pytest.param("launch", 2, Voyage(), True, id="launch"),
        pytest.param("launch", 3, Voyage(), False, id="launch-a-day-off"),
        pytest.param("launch", 0, Voyage(launch=0), True, id="launch-on-the-first-day"),
        pytest.param("launch", 9, Voyage(launch=9, undock=30), True, id="launch-on-the-last-day"),
        pytest.param("launch", 9, Voyage(flies=False), False, id="launch-of-no-flight"),
        pytest.param("dock", 3, Voyage(), True, id="dock"),
        pytest.param("dock", 4, Voyage(), False, id="dock-a-day-off"),
        # where it does not fly, the board keeps it at launch 10, dock 11, undock 12, land 13
        pytest.param("dock", 11, Voyage(flies=False), False, id="dock-of-no-flight"),
        pytest.param("undock", 9, Voyage(), True, id="undock"),
        pytest.param("undock", 8, Voyage(), False, id="undock-a-day-off"),
        pytest.param("undock", 12, Voyage(flies=False), False, id="undock-of-no-flight"),
        pytest.param("land", 10, Voyage(), True, id="land"),
        pytest.param("land", 9, Voyage(), False, id="land-a-day-off"),
        pytest.param("land", 13, Voyage(flies=False), False, id="land-of-no-flight"),
        pytest.param("relocate", 6, Voyage(ports=MOVED_TWICE), True, id="relocate-first"),
        pytest.param("relocate", 8, Voyage(ports=MOVED_TWICE), True, id="relocate-second"),
        pytest.param("relocate", 7, Voyage(ports=MOVED_TWICE), False, id="relocate-a-day-off"),
        pytest.param("relocate", 3, Voyage(), False, id="relocate-on-the-day-it-docks"),
        pytest.param("relocate", 9, Voyage(), False, id="relocate-on-the-day-it-leaves"),
    ],
)
def test_pinned_events(event: str, day: int, voyage: Voyage, allowed: bool) -> None:
    """An event is held to a day, and it has to happen."""
    problem = demanding(KIND.PIN_EVENT, "crew-2", day=day, event=event)
    plan = make_plan(problem, {"crew-2": voyage})
    assert voices(RULE, plan, problem) == (allowed, allowed)


def test_a_relocation_that_is_not_to_be_had() -> None:
    """A pinned relocation of a ship that may not be moved is refused, not a crash."""
    problem = demanding(KIND.PIN_EVENT, "crew-2", day=5, event="relocate")
    problem = replace(problem, station=with_rules(PT_3={"most_relocations": 0}))
    assert judged(problem, "crew-2") == (False, False)


WORLD = make_problem(
    *BUSY,
    until=12,
    opened=VISITS,
    station=with_rules(PT_3={"most_relocations": 2}),
    demands=(
        Demand(KIND.PORTS, "ms-2", "a:1", ports=(POISK, RASSVET, "harmony-forward")),
        Demand(KIND.LATEST_UNDOCK, "crew-2", "a:2", day=on(16)),
        Demand(KIND.UNAVAILABLE, "eve", "a:3", day=on(4), to_on=on(7)),
        Demand(KIND.RETURN_BY, "bob", "a:4", day=on(14)),
    ),
)
PINNED = replace(
    WORLD,
    demands=(
        Demand(KIND.EARLIEST_LAUNCH, "ms-3", "a:1", day=on(3)),
        Demand(KIND.CREWED, "ms-3", "a:2"),
        Demand(KIND.PIN_LEG, "fay", "a:3", event="down", flight="crew-1"),
    ),
)


@FEW
@given(plan=plans(WORLD))
def test_both_voices_agree(plan: Plan) -> None:
    """No plan is judged differently."""
    assert agree(RULE, plan, WORLD)


RELIEVED = replace(
    WORLD,
    demands=(
        Demand(KIND.DIRECT_HANDOVER, "ms-2", "a:1", flight="ms-1"),
        Demand(KIND.INDIRECT_HANDOVER, "crew-2", "a:2", flight="crew-1"),
    ),
)


@FEW
@given(plan=plans(RELIEVED))
def test_both_voices_agree_on_handovers(plan: Plan) -> None:
    """No plan is judged differently where handovers are demanded."""
    assert agree(RULE, plan, RELIEVED)


@FEW
@given(plan=plans(PINNED))
def test_both_voices_agree_on_pins(plan: Plan) -> None:
    """No plan is judged differently where rides and crews are demanded."""
    assert agree(RULE, plan, PINNED)


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        pytest.param(
            demanding(KIND.EARLIEST_LAUNCH, "ms-2", day=6),
            "Not kept (what-if.yaml:9): Ms-2 launches on 2030-01-07 at the earliest.",
            id="of-a-flight",
        ),
        pytest.param(
            demanding(KIND.RETURN_BY, "gus", day=6),
            "Not kept (what-if.yaml:9): Gus lands by 2030-01-07.",
            id="of-a-person",
        ),
        pytest.param(
            demanding(KIND.UNAVAILABLE, "gus", day=1),
            "Not kept (what-if.yaml:9): Gus cannot launch from 2030-01-02 up to further notice.",
            id="without-an-end",
        ),
        pytest.param(
            demanding(KIND.INDIRECT_HANDOVER, "ms-2", flight="ms-1"),
            "Not kept (what-if.yaml:9): Ms-1 hands over to Ms-2 indirectly.",
            id="of-a-handover",
        ),
    ],
)
def test_finding_says_what_was_demanded_and_where(problem: Problem, text: str) -> None:
    """A demand that is not kept is told in its own words, with its place."""
    [finding] = breaches(RULE, make_plan(problem), problem)
    assert finding.text == text
