"""Killed at any moment: the store holds all of a run or nothing, and no other file stays.

Each command is killed twice here, and as often as told by::

    ROTATION_TEST_KILLS=100 python3 scripts/dev.py test tests/cli/test_killed.py
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from pathlib import Path

import pytest

from scheduler.scenarios import read_what_if
from scheduler.store import Store
from tests.cli.killing import Place, killed, undisturbed
from tests.cli.small_world import FACTS, planned, small
from tests.command import rotation

KILLS = int(os.environ.get("ROTATION_TEST_KILLS", "2"))
TOO_LATE = "soyuz-1 undocks on 2023-08-20"  # its life ends before that
LEAK = (small("leak"), "--facts", FACTS)
COMMANDS: dict[str, tuple[str | Path, ...]] = {  # RUN stands for the run that is kept already
    "plan": ("plan", *LEAK),
    "explain": ("explain", small("too-late"), "--facts", FACTS, "--save", "."),
    "why-not": ("why-not", small("plain"), TOO_LATE, "--facts", FACTS, "--save", "."),
    "chart": ("chart", *LEAK, "-o", "chart.svg"),
    "check": ("check", "RUN"),
    "runs list": ("runs", "list"),
    "runs show": ("runs", "show", "RUN"),
    "plan, first": ("plan", *LEAK),  # "first": there is no store yet
    "facts load, first": ("facts", "load", FACTS),
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="looks at files that others hold open"),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store that holds a run of the facts as published."""
    path = tmp_path_factory.mktemp("kept") / "kept.sqlite3"
    assert planned("plain", "--database", path).status == 0
    return path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_killed_command_leaves_all_of_a_run_or_nothing(
    name: str, kept: Path, tmp_path: Path
) -> None:
    """What the store holds is what it held before, or what it holds when nobody kills."""
    store = None if name.endswith("first") else kept
    with Store.open(str(kept)) as opened:
        [run] = opened.runs()
    words = tuple(run.id if word == "RUN" else str(word) for word in COMMANDS[name])
    before = Place.made(tmp_path / "before", store).rows()
    place = Place.made(tmp_path / "after", store)
    course = undisturbed(place, words)
    assert course.status in (0, 3)  # 3: proved infeasible
    assert place.strays(is_opened=True) == []
    after = place.rows()
    assert_whole(place)
    for number in range(KILLS):
        chance = random.Random(f"{name} {number}")
        folder = tmp_path / str(number)
        place = killed(folder, store, words, course, chance, is_at_a_change=number % 2 == 1)
        assert place.strays(is_opened=False) == []
        assert place.rows() in (before, after)
        assert_whole(place)
        shutil.rmtree(folder)


def assert_whole(place: Place) -> None:
    """Show and judge every run in a store, read every file that was asked for; find no other."""
    assert place.strays(is_opened=True) == []
    for file in place.work.iterdir():
        if file.suffix == ".svg":
            assert file.read_text("utf-8").endswith("</svg>\n")
        else:
            assert read_what_if(file).faults == ()
    with Store.open(str(place.store)) as store:
        runs = store.runs()
    for run in runs:
        assert rotation("runs", "show", run.id, "--database", place.store).status == 0
        judged = rotation("check", run.id, "--json", "--database", place.store)
        assert judged.status == 0
        assert not any("other inputs" in note for note in judged.json["notes"])
