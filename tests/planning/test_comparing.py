"""Two runs side by side: of one station, and with a plan each where there is a difference."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Verdict
from scheduler.errors import InputError
from scheduler.planning import compare
from tests.builders import make_run


def test_a_run_is_the_same_as_itself() -> None:
    """An empty difference is an answer."""
    assert compare(make_run(), make_run()).is_same


def test_runs_of_two_stations_cannot_be_compared() -> None:
    """Both runs and both stations are named."""
    other = replace(make_run("tiangong-1"), station="css")
    with pytest.raises(InputError, match="ms-22-leak plans iss, and tiangong-1 plans css"):
        compare(make_run(), other)


def test_without_a_plan_no_difference_is_told() -> None:
    """Neither way round."""
    none = make_run(verdict=Verdict.INFEASIBLE, plan=None)
    assert compare(make_run(), none).difference is None
    assert compare(none, make_run()).difference is None
