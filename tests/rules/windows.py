"""What the four rules about calendar windows have in common in their tests."""

from __future__ import annotations

from scheduler.domain import Problem, WindowFact
from tests.rules.worlds import AS_OF, BUSY, make_flight, make_problem, on

MS_2 = make_flight("ms-2", launch=4, undock=30, crew=("bob",))
"""Launched and docked on one day, undocked and landed on another; until is day 10."""


def window(kind: str, first: int, end: int | None, subject: str = "ms-2") -> WindowFact:
    """Make a window of whole days."""
    return WindowFact(kind, subject, on(first), None if end is None else on(end), AS_OF)


def ms_2_with(*windows: WindowFact) -> Problem:
    """Pose the problem of one Soyuz and some windows."""
    return make_problem(MS_2, until=10, windows=windows)


def busy_with(kind: str) -> Problem:
    """Give the busy world windows for the station, a type and a ship."""
    return make_problem(
        *BUSY,
        until=12,
        windows=(
            window(kind, 2, 9, "soyuz-ms"),
            window(kind, 11, 25, "soyuz-ms"),
            window(kind, 4, 6, "crew-1"),
            window(kind, 8, None, "lc-39a"),
        ),
    )
