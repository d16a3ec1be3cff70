"""Commands started as a user starts them, and killed: at any moment, or just as files change.

A command has three folders of its own: its data, the one it works in, and the one for temporary
files. What is in them afterwards is all that it left.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scheduler.store import Store
from tests.cli.small_world import rows
from tests.command import ROOT

STORE = "rotation.sqlite3"
SAVED = (".yaml", ".svg")  # what commands are asked to write
UNTIL_IT_IS_OPENED = {f"{STORE}-wal", f"{STORE}-shm", f"{STORE}-journal"}  # SQLite mends by them
TRIALS = 50
GLANCE_S = 0.0002  # what is written in between counts as one change
CHANGE_S = 0.002  # about what lies between two of them


@dataclass(frozen=True)
class Place:
    """The folders of one command, inside one that is its own."""

    folder: Path

    @classmethod
    def made(cls, folder: Path, store: Path | None) -> Place:
        """Make the folders; the store is a copy, or there is none yet."""
        place = cls(folder)
        for part in (place.data, place.work, place.temporary):
            part.mkdir(parents=True)
        if store is not None:
            shutil.copy(store, place.store)
        return place

    @property
    def data(self) -> Path:
        """Give the data directory."""
        return self.folder / "data"

    @property
    def work(self) -> Path:
        """Give the working directory."""
        return self.folder / "work"

    @property
    def temporary(self) -> Path:
        """Give the directory for temporary files."""
        return self.folder / "temporary"

    @property
    def store(self) -> Path:
        """Give the database."""
        return self.data / STORE

    def start(self, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
        """Start a command here; what it prints is not looked at."""
        own = {
            "HOME": self.work,
            "TMPDIR": self.temporary,
            "ROTATION_DATA_DIR": self.data,
            "PYTHONPATH": ROOT,
        }
        return subprocess.Popen(
            [sys.executable, "-m", "scheduler", *words],
            cwd=self.work,
            env={**os.environ, **{name: str(value) for name, value in own.items()}},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def look(self) -> frozenset[tuple[str, int, int]]:
        """Take down what is in the folders: whatever is written to a file shows."""
        seen = set()
        for folder in (self.data, self.work, self.temporary):
            for entry in os.scandir(folder):
                with suppress(FileNotFoundError):  # gone since it was listed
                    state = entry.stat()
                    seen.add((entry.path, state.st_size, state.st_mtime_ns))
        return frozenset(seen)

    def rows(self) -> Mapping[str, int]:
        """Open the store as every command does, and count the rows of its tables.

        That mends it where somebody was killed, and takes away what SQLite needed for that.
        """
        with Store.open(str(self.store)):
            pass
        return rows(self.store)

    def strays(self, *, is_opened: bool) -> list[str]:
        """List what is neither the store nor a file that a command was asked to write."""
        of_the_store = {STORE} if is_opened else {STORE, *UNTIL_IT_IS_OPENED}
        inside = [path for path in self.data.rglob("*") if path.name not in of_the_store]
        inside += [path for path in self.work.rglob("*") if path.suffix not in SAVED]
        inside += self.temporary.rglob("*")
        return sorted(path.relative_to(self.folder).as_posix() for path in inside)


@dataclass(frozen=True)
class Course:
    """How long a command takes when nobody disturbs it, and how often its files change then."""

    status: int
    seconds: float
    changes: int


def undisturbed(place: Place, words: tuple[str, ...]) -> Course:
    """Let a command run to its end."""
    began, changes, seen = time.monotonic(), 0, place.look()
    with place.start(words) as process:
        while process.poll() is None:
            time.sleep(GLANCE_S)
            if seen != (seen := place.look()):
                changes += 1
    return Course(process.returncode, time.monotonic() - began, changes)


def killed(
    folder: Path,
    store: Path | None,
    words: tuple[str, ...],
    course: Course,
    chance: random.Random,
    *,
    is_at_a_change: bool,
) -> Place:
    """Kill a command and give its place; where it was done before, kill another one earlier."""
    kill, latest = _kill_at_a_change if is_at_a_change else _kill_at_a_moment, 1.0
    for trial in range(TRIALS):
        place, share = Place.made(folder / str(trial), store), chance.uniform(0, latest)
        with place.start(words) as process:
            kill(place, process, course, share)
        if process.returncode < 0:
            return place
        latest = share
    raise AssertionError(f"{words} was done before it was killed, {TRIALS} times.")


def _kill_at_a_moment(
    _place: Place, process: subprocess.Popen[bytes], course: Course, share: float
) -> None:
    """Kill a command in the middle of its usual time, or wherever the share says."""
    time.sleep(share * course.seconds)
    process.kill()


def _kill_at_a_change(
    place: Place, process: subprocess.Popen[bytes], course: Course, share: float
) -> None:
    """Kill a command at one of its usual changes of files, or between that and the next."""
    done = 1 + share * (max(course.changes, 1) - 1)
    left, seen = int(done), place.look()
    while left > 0 and process.poll() is None:
        time.sleep(GLANCE_S)
        if seen != (seen := place.look()):
            left -= 1
    time.sleep((done % 1) * CHANGE_S)
    process.kill()
