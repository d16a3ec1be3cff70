"""What one planned what-if says, looked up by id."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.command import WHAT_IFS, Answer, rotation, rotation_process

Json = dict[str, Any]
LEAK = "ms-22-leak"


class Planned:
    """One run document, as the command printed it."""

    def __init__(self, name: str, answer: Answer, database: Path) -> None:
        """Take what the command answered; the document is read from its standard output."""
        self.what_if = WHAT_IFS / f"{name}.yaml"
        self.answer = answer
        self.database = database
        self.document: Json = answer.json

    def flight(self, flight: str) -> Json:
        """Find a flight by id."""
        return _one(self.document["flights"], "flight", flight)

    def stay(self, person: str) -> Json:
        """Find a person's stay."""
        return _one(self.document["stays"], "person", person)

    def goal(self, goal: str) -> dict[str, int]:
        """Give the values of a goal's parts."""
        parts = _one(self.document["goals"], "goal", goal)["parts"]
        return {part["part"]: part["value"] for part in parts}

    def seats(self, person: str) -> list[tuple[str | None, str, str, str]]:
        """List a person's seats in order: the ship, the grade, the first day, the day after."""
        rows = [row for row in self.document["seats"] if row["person"] == person]
        found = [(row["flight"], row["grade"], row["from"], row["to"]) for row in rows]
        return sorted(found, key=lambda row: row[2])

    def seats_at(self, grade: str) -> list[Json]:
        """List all seats of one grade."""
        return [row for row in self.document["seats"] if row["grade"] == grade]

    def handover(self, incoming: str) -> Json:
        """Find the handover to a flight."""
        return _one(self.document["handovers"], "incoming", incoming)

    @cached_property
    def text(self) -> str:
        """Show the kept run as a text report of 80 columns."""
        return rotation("runs", "show", self.document["run"], "--database", self.database).out

    def piped(self, *words: str, **environment: str) -> Answer:
        """Show the kept run in a process of its own, its output in a pipe."""
        shown = ("runs", "show", self.document["run"], "--database", self.database)
        return rotation_process(*shown, *words, environment=environment)


class Week:
    """The what-ifs of the week, kept in one database; test processes side by side share them."""

    def __init__(self, folder: Path) -> None:
        """Keep answers and runs in a folder."""
        self._folder = folder
        self._planned: dict[str, Planned] = {}

    def planned(self, name: str) -> Planned:
        """Plan a shipped what-if, or recall its plan; the leak in a process of its own."""
        if name not in self._planned:
            database = self._folder / "week.sqlite3"
            words = ("plan", WHAT_IFS / f"{name}.yaml", "--json", "--database", database)
            kept = self._folder / f"{name}.json"
            with (self._folder / f"{name}.lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                if not kept.exists():
                    answer = (rotation_process if name == LEAK else rotation)(*words)
                    kept.write_text(json.dumps(asdict(answer)), "utf-8")
            answer = Answer(**json.loads(kept.read_text("utf-8")))
            self._planned[name] = Planned(name, answer, database)
        return self._planned[name]


def _one(rows: list[Json], key: str, value: str) -> Json:
    [found] = [row for row in rows if row[key] == value]
    return found


def days(seat: Json) -> int:
    """Count the days of a seat row."""
    return sum(1 for _ in each_day(seat["from"], seat["to"]))


def each_day(first: str, end: str) -> Iterator[date]:
    """Walk the days of ``[first, end)``."""
    day = date.fromisoformat(first)
    while day < date.fromisoformat(end):
        yield day
        day += timedelta(days=1)
