"""What-if demand, of handovers: worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Demand, DemandKind, Standing
from tests.rules.agreement import voices
from tests.rules.demanding import CREW_2, KIND, MS_1, MS_2, RULE, demanding
from tests.rules.voyages import Voyage, make_plan
from tests.rules.worlds import make_flight, make_problem


@pytest.mark.parametrize(
    ("leaves", "voyage", "direct", "indirect"),
    [
        # ms-1 undocks on day 6, ms-2 docks on the day of its launch, day 4 as published
        pytest.param(6, Voyage(), True, False, id="as-published"),
        pytest.param(5, Voyage(), True, False, id="one-day-of-overlap"),
        pytest.param(4, Voyage(), False, True, id="on-one-day"),
        pytest.param(3, Voyage(), False, True, id="one-day-of-gap"),
        pytest.param(1, Voyage(launch=0), True, False, id="from-the-first-day"),
        pytest.param(0, Voyage(launch=0), False, True, id="both-on-the-first-day"),
        pytest.param(10, Voyage(launch=9), True, False, id="from-the-last-day"),
        pytest.param(9, Voyage(launch=9), False, True, id="both-on-the-last-day"),
        pytest.param(6, Voyage(crew=""), False, False, id="comes-empty"),
        # the gap to until is told as a handover to ms-2, but ms-2 does not come
        pytest.param(6, Voyage(flies=False), False, False, id="never-comes"),
    ],
)
def test_handover(leaves: int, voyage: Voyage, direct: bool, indirect: bool) -> None:
    """One crew docks before the other leaves, or no sooner than that; both take part."""
    for kind, allowed in ((KIND.DIRECT_HANDOVER, direct), (KIND.INDIRECT_HANDOVER, indirect)):
        problem = demanding(kind, "ms-2", flight="ms-1")
        plan = make_plan(problem, {"ms-1": Voyage(undock=leaves), "ms-2": voyage})
        assert voices(RULE, plan, problem) == (allowed, allowed)


@pytest.mark.parametrize("kind", [KIND.DIRECT_HANDOVER, KIND.INDIRECT_HANDOVER])
def test_a_ship_that_leaves_without_people_hands_nothing_over(kind: DemandKind) -> None:
    """The old crew lands in the new ship, so neither kind of handover takes place."""
    problem = replace(demanding(kind, "ms-2", flight="ms-1"), opened=frozenset({("ann", "ms-2")}))
    plan = make_plan(problem, down={"ann": "ms-2"})
    assert voices(RULE, plan, problem) == (False, False)


@pytest.mark.parametrize(
    ("outgoing", "flies", "allowed"),
    [
        # ms-3 docks on day 8; ms-1 undocks on day 9, ms-2 on day 30
        pytest.param("ms-2", True, True, id="the-one-before"),
        pytest.param("ms-1", True, False, id="not-the-one-before-that"),
        pytest.param("ms-1", False, True, id="unless-the-one-before-does-not-fly"),
        pytest.param("ms-2", False, False, id="not-one-that-does-not-fly"),
        pytest.param("crew-2", True, False, id="not-of-another-line"),
    ],
)
def test_handover_in_line(outgoing: str, flies: bool, allowed: bool) -> None:
    """A crew relieves the nearest before it whose ship flies."""
    demand = Demand(KIND.DIRECT_HANDOVER, "ms-3", "what-if.yaml:9", flight=outgoing)
    ms_3 = make_flight("ms-3", launch=8, undock=40, crew=("dan",))
    problem = make_problem(MS_1, MS_2, ms_3, CREW_2, until=10, demands=(demand,))
    voyages = {"ms-1": Voyage(undock=9)}
    if not flies:
        voyages |= {"ms-2": Voyage(flies=False), "ms-3": Voyage(crew="ms-2")}
    assert voices(RULE, make_plan(problem, voyages), problem) == (allowed, allowed)


@pytest.mark.parametrize(
    ("dock", "kind", "allowed"),
    [
        pytest.param(-4, KIND.DIRECT_HANDOVER, True, id="both-are-there"),
        pytest.param(-4, KIND.INDIRECT_HANDOVER, False, id="both-are-there-and-not-apart"),
        pytest.param(0, KIND.DIRECT_HANDOVER, True, id="on-its-way"),
    ],
)
def test_handover_that_has_begun(dock: int, kind: DemandKind, allowed: bool) -> None:
    """A crew that has launched before the first day takes part as well."""
    ms_2 = make_flight("ms-2", launch=-4, dock=dock, undock=30, crew=("bob",))
    demand = Demand(kind, "ms-2", "what-if.yaml:9", flight="ms-1")
    problem = make_problem(MS_1, ms_2, until=10, demands=(demand,))
    assert voices(RULE, make_plan(problem), problem) == (allowed, allowed)


@pytest.mark.parametrize("kind", [KIND.DIRECT_HANDOVER, KIND.INDIRECT_HANDOVER])
def test_handover_from_a_crew_that_has_left(kind: DemandKind) -> None:
    """Who left before the first day is relieved indirectly."""
    gone = make_flight("ms-0", launch=-90, undock=-2, crew=("zoe",))
    gone = replace(gone, standing=Standing.DEPARTED)
    demand = Demand(kind, "ms-2", "what-if.yaml:9", flight="ms-0")
    problem = make_problem(gone, MS_2, until=10, demands=(demand,))
    allowed = kind is KIND.INDIRECT_HANDOVER
    assert voices(RULE, make_plan(problem), problem) == (allowed, allowed)
