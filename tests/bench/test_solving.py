"""The planning bench: its table on made-up searches, and one real search of a tiny world."""

from __future__ import annotations

import json

import pytest

from scripts.bench import measuring, solving
from scripts.bench.measured import Measured, by_world
from scripts.bench.measuring import measure
from scripts.bench.solving import Solved, text_of
from scripts.bench.worlds import World
from tests.bench.measurements import goal, measured, searched

SEATS = goal("seats", 1.0, ("G4", 0, 0))
CHANGE = goal("change", 3.0, ("flights", 1, 1), ("days", 20, 20))
OPEN = goal("change", 4.0, ("flights", 1, 1), ("days", 20, 10))
TINY = World("fresh", crewed=2, lines=1)


def table(*found: Measured) -> list[str]:
    """Write the table; runs of blanks become one."""
    text = text_of(Solved(60.0, found, ()))
    assert max(map(len, text.splitlines())) <= 100
    return [" ".join(line.split()) for line in text.splitlines()]


def test_world_has_its_size_and_how_its_searches_ended() -> None:
    """Verdicts are counted, so that one seed that was not proved is seen."""
    lines = table(measured(searched(SEATS, CHANGE)), measured(searched(SEATS, OPEN), seed=2))
    size = "12 flights, 36 people, 3.0 years"
    assert f"slip plain, 2 lines, 12 crewed: {size}; 1 feasible, 1 optimal" in lines
    model = "1,234 variables, 5,678 constraints"
    assert f"audit, s: 0.10 (0.10 to 0.10); model: {model}" in lines
    assert "all but imports / CP-SAT: 2.05 (2.05 to 2.05)" in lines  # (4 + 0.1) / 2


def test_figures_are_medians_with_their_spread() -> None:
    """Building, first plan, search, CP-SAT, memory, in this order."""
    one, other = searched(SEATS, search_s=3.0), searched(SEATS, search_s=5.0, peak_mb=300.4)
    figures = "0.50 (0.50 to 0.50) 1.00 (1.00 to 1.00) 4.00 (3.00 to 5.00) 2.00 (2.00 to 2.00)"
    assert f"{figures} 250 (200 to 300)" in table(measured(one), measured(other, seed=2))


def test_proofs_gaps_and_integral_are_told() -> None:
    """A goal that a seed left open says so; the gaps are means over the goals of a search."""
    lines = table(measured(searched(SEATS, CHANGE)), measured(searched(SEATS, OPEN), seed=2))
    assert "proved, s: seats 1.0, change 3.0 1 open" in lines
    gaps = "gap after 1/10/60 s: 1.000 0.500 0.000"
    assert f"{gaps}; primal integral, s: 2.00 (2.00 to 2.00)" in lines


def test_first_plan_that_never_came_is_not_a_number() -> None:
    """A search without a plan has neither a first plan nor goals."""
    lines = table(measured(searched(first_plan_s=None)))
    assert any(line.startswith("0.50 none 4.00 2.00") for line in lines)
    assert not any("proved, s" in line for line in lines)


@pytest.mark.parametrize(
    ("found", "complaint"),
    [
        (measured(None, fault="MemoryError"), "seed 1 FAILED: MemoryError"),
        (
            measured(searched(SEATS, breaches=("two at a port",)), seed=3),
            "seed 3 WRONG: the audit rejects the plan: two at a port",
        ),
        (
            measured(searched(SEATS), World("troubled", crewed=6)),
            "seed 1 WRONG: a plan, where there should be none",
        ),
    ],
    ids=["failed", "breach", "impossible"],
)
def test_measurement_that_does_not_count_says_so(found: Measured, complaint: str) -> None:
    """Loudly: right below its world."""
    assert complaint in table(found)


def test_seeds_of_a_world_stand_together() -> None:
    """They differ in nothing but the seed."""
    found = [measured(searched(SEATS), seed=1), measured(searched(SEATS), seed=2)]
    other = measured(searched(SEATS), World("fresh", crewed=12))
    assert [len(group) for group in by_world([*found, other])] == [2, 1]


def test_every_target_is_on_a_world_that_is_measured() -> None:
    """No bar of the issue is left out of the whole bench."""
    names = {world.name for world in solving.WHOLE.worlds}
    assert {target.world.name for target in solving.TARGETS} <= names


@pytest.mark.parametrize(
    ("world", "years", "flights"),
    [(solving.TWO_YEARS, 2, 28), (solving.TEN_YEARS, 10, 140), (solving.THIRTY_YEARS, 30, 120)],
    ids=["two", "ten", "thirty"],
)
def test_worlds_of_the_targets_are_as_long_as_promised(
    world: World, years: int, flights: int
) -> None:
    """To a year and to a tenth of the flights."""
    problem = world.problem()
    assert abs((problem.until - problem.as_of).days / 365.25 - years) < 1
    assert abs(len(problem.flights) - flights) <= flights / 10


# --- measuring ---------------------------------------------------------------------------------


def test_tiny_world_is_measured_in_a_process_of_its_own() -> None:
    """Everything is there, in an order of time that makes sense, and it can be written as JSON."""
    found = measure(TINY, 60.0)
    watched = found.watched
    assert watched is not None, found.fault
    assert (found.flights, found.people) == (2, 6)
    assert found.complaint == ""
    assert watched.verdict == "optimal"
    assert watched.first_plan_s is not None
    assert 0 < watched.build_s < watched.first_plan_s < watched.search_s
    assert 0 < watched.solving_s < watched.search_s
    assert watched.peak_mb > 50  # OR-Tools alone weighs more
    assert [one.goal for one in watched.goals] == [*TINY.problem().goals]
    assert all(one.is_proved and one.done_s <= watched.search_s for one in watched.goals)
    assert json.loads(json.dumps(watched.goals[0].parts)) == [
        [part, value, bound] for part, value, bound in watched.goals[0].parts
    ]


def test_world_without_a_plan_is_infeasible_as_it_should_be() -> None:
    """That is no complaint."""
    found = measure(World("troubled", crewed=6), 60.0)
    assert found.watched is not None
    assert (found.watched.verdict, found.complaint) == ("infeasible", "")


def test_process_that_fails_is_told_with_its_last_words() -> None:
    """A world that cannot be posed is a failure, not a figure."""
    found = measure(World("shipped", file="config/what-if/no-such.yaml"), 1.0)
    assert found.watched is None
    assert "no-such.yaml" in found.fault


def test_process_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Building alone may take longer than anybody waits."""
    monkeypatch.setattr(measuring, "GRACE_S", 0.0)
    assert measure(TINY, 0.05).fault == "stopped after 0.05 s"
