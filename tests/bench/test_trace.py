"""What a search tells of itself: times, gaps and the primal integral, worked out by hand."""

from __future__ import annotations

import pytest

from scheduler.domain import GoalResult, PartResult
from scripts.bench.trace import GoalTrace, first_plan_s, gap_of, numbers, told, traces

WORDS = [
    told(0.5, "seats", "", ""),
    told(1.0, "seats", "G4 8, G3 3", "G4 0, G3 0"),
    told(3.0, "seats", "G4 4, G3 5", "G4 2, G3 0"),
    told(5.0, "change", "", ""),
    told(12.0, "change", "flights 2, days 10", "flights 2, days 5"),
    told(20.0, "earliest", "3 of 20 ties settled", ""),
]


def result(goal: str, *parts: tuple[str, int, int]) -> GoalResult:
    """Make a goal with parts: name, value, bound."""
    return GoalResult(
        goal,
        all(value == bound for _, value, bound in parts),
        tuple(PartResult(name, value, bound, value == bound) for name, value, bound in parts),
    )


PROVED = (
    result("seats", ("G4", 4, 4), ("G3", 1, 1)),
    result("staffing", ("RS", 0, 0)),
    result("change", ("flights", 2, 2), ("days", 8, 8)),
    GoalResult("earliest", True),
)
CUT_SHORT = (
    result("seats", ("G4", 4, 4), ("G3", 1, 1)),
    result("staffing", ("RS", 0, 0)),
    GoalResult(
        "change", False, (PartResult("flights", 2, 2, True), PartResult("days", 10, 6, False))
    ),
    GoalResult("earliest", False),
)


def traced(goals: tuple[GoalResult, ...] = PROVED) -> dict[str, GoalTrace]:
    """Trace a search of 30 seconds."""
    return {trace.goal: trace for trace in traces(WORDS, goals, 30.0)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("G4 2, G3 88", {"G4": 2, "G3": 88}),
        ("flights 7", {"flights": 7}),
        ("3 of 20 ties settled", {}),
        ("all ties settled", {}),
        ("", {}),
    ],
    ids=["parts", "one-part", "ties", "done", "nothing"],
)
def test_numbers_are_read_from_words(words: str, found: dict[str, int]) -> None:
    """Only parts of goals are read, not the count of ties."""
    assert numbers(words) == found


def test_goal_is_done_when_a_later_one_begins() -> None:
    """The last is done with the search; one that was never asked takes no time."""
    spans = {goal: (trace.begun_s, trace.done_s) for goal, trace in traced().items()}
    assert spans == {
        "seats": (0.5, 5.0),
        "staffing": (5.0, 5.0),
        "change": (5.0, 20.0),
        "earliest": (20.0, 30.0),
    }


def test_first_plan_is_the_first_value_that_is_told() -> None:
    """A goal that has begun has no plan yet."""
    assert first_plan_s(WORDS) == 1.0
    assert first_plan_s(WORDS[:1]) is None


@pytest.mark.parametrize(
    ("pairs", "gap"),
    [
        pytest.param([(4, 4), (0, 0)], 0.0, id="closed"),
        pytest.param([(8, 2), (5, 5)], 0.75, id="first-part-open"),
        pytest.param([(4, 4), (10, 5)], 0.5, id="later-part-open"),
        pytest.param([(0, 0)], 0.0, id="nothing-to-gain"),
        pytest.param([(1, 4)], 1.0, id="never-more-than-all"),
    ],
)
def test_gap_is_that_of_the_first_open_part(pairs: list[tuple[int, int]], gap: float) -> None:
    """A later part says nothing while an earlier one is open."""
    assert gap_of(pairs) == gap


def test_gaps_are_those_known_at_the_time() -> None:
    """Closed by proof, open by value and bound, all of it before anything is known."""
    found = {goal: trace.gaps for goal, trace in traced().items()}
    assert found["seats"] == {"1": 1.0, "10": 0.0, "60": 0.0}  # (8 - 0) / 8 after a second
    assert found["change"] == {"1": 1.0, "10": 1.0, "60": 0.0}


def test_gap_of_a_search_that_was_cut_short_stays() -> None:
    """At the end, the bounds of the outcome count: (10 - 6) / 10."""
    trace = traced(CUT_SHORT)["change"]
    assert trace.gap == pytest.approx(0.4)
    assert trace.gaps["60"] == pytest.approx(0.4)
    assert not trace.is_proved


def test_primal_integral_counts_the_seconds_at_each_gap() -> None:
    """Against the last value, whatever the bound says.

    ``seats``: 1 s without a value, then 2 s at G4 8 for 4, half of it too many, then 2 s at
    G3 5 for 1, four fifths too many: 1 + 2 * 0.5 + 2 * 0.8. ``change``: 12 s without a value,
    8 s at 10 days for 8.
    """
    found = traced()
    assert found["seats"].primal_integral_s == pytest.approx(3.6)
    assert found["change"].primal_integral_s == pytest.approx(12 + 8 * 0.2)
