"""The small leak, planned once for all tests of a room."""

from __future__ import annotations

import pytest

from scheduler.domain import Run
from scheduler.planning import Case, Limits, plan, read_case
from tests.cli.small_world import FACTS, small


def unheard(_goal: str, _best: str, _bound: str) -> None:
    """Take progress and tell nobody."""


@pytest.fixture(scope="session")
def leak() -> Case:
    """Give the small leak as it is read."""
    return read_case(small("leak"), FACTS)


@pytest.fixture(scope="session")
def leak_run(leak: Case) -> Run:
    """Give the run of the small leak."""
    return plan(leak, "the-leak", Limits(workers=1), unheard)
