"""What an acceptance tells besides its rows: who and what has no place any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain import Run
from scheduler.errors import InputError
from scheduler.planning import Case, Limits, accept, finish_earlier, plan, read_case
from tests.cli.small_world import FACTS, small, two_ships
from tests.planning.conftest import unheard

LATE = """\
title: Soyuz 1 leaks, and its relief comes when nobody plans any more
station: iss
as_of: 2023-05-20
until: 2023-07-01
changes:
  - {change: health, flight: soyuz-1, health: emergency-only, seats: 2, from: 2023-02-20}
  - {change: flight, flight: soyuz-2, earliest_launch: 2023-08-01, uncrewed: allowed}
"""


def notes(what_if: Path, facts: Path) -> tuple[str, ...]:
    """Plan a what-if, accept it, and give what is told of it."""
    case = read_case(what_if, facts)
    run = plan(case, "the-run", Limits(workers=1), unheard)
    return accept(run, case, facts, "FPIP", "agreed", None).notes


def test_where_all_have_a_place_nothing_is_told(leak: Case, leak_run: Run) -> None:
    """Soyuz 2 comes empty for the crew of Soyuz 1, and its own crew has moved to Soyuz 3."""
    assert accept(leak_run, leak, FACTS, "FPIP", "agreed", None).notes == ()


def test_whom_nobody_brings_home_is_told(tmp_path: Path) -> None:
    """Nobody may land in Soyuz 1, and Soyuz 2, the next to come, has no day before 1 July."""
    what_if = tmp_path / "late.yaml"
    what_if.write_text(LATE, "utf-8")
    assert notes(what_if, FACTS) == (
        "No day any more for soyuz-2.",
        "The plan brings nobody home of aksyonov, bykov, carter. The facts go on to say what they"
        " said, so planning again counts a change.",
    )


def test_whom_no_flight_takes_up_is_told(tmp_path: Path) -> None:
    """No flight comes after Soyuz 2, which goes up empty, so its crew stays on the ground."""
    assert notes(small("leak"), two_ships(tmp_path / "facts")) == (
        "No flight any more takes up dorin, egorov, fisher.",
    )


def test_a_run_that_names_no_folder_needs_one(leak_run: Run) -> None:
    """As a run of another program may."""
    bare = replace(leak_run, inputs=replace(leak_run.inputs, files=("leak.yaml",)))
    with pytest.raises(
        InputError, match=r"the-leak names no fact folder\. Give one with --facts\."
    ):
        finish_earlier(bare, None)
