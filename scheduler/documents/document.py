"""A user's file as plain data, with the place of every key and value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scheduler.domain import Place
from scheduler.errors import Complaint

Step = str | int
Steps = tuple[Step, ...]
ANY = "*"


@dataclass(frozen=True, eq=False)
class Document:
    """One file, read.

    Steps, the keys and list positions from the top, lead to a value: ``("changes", 0, "flight")``.

    Parameters
    ----------
    place
        File as the user named it.
    data
        Plain data: mappings, lists, text, numbers, true and false; none when unreadable.
    keys, values
        Where each key and each value stands.
    unread
        Values that could not be read, such as empty ones; each has its fault.
    faults
        What is wrong with the file itself, whatever it should hold.
    """

    place: str
    text: str
    data: object = None
    keys: Mapping[Steps, Place] = field(default_factory=dict)
    values: Mapping[Steps, Place] = field(default_factory=dict)
    unread: frozenset[Steps] = frozenset()
    faults: tuple[Complaint, ...] = ()

    def value(self, steps: Steps) -> object:
        """Give the value at the end of the steps; none when nothing stands there."""
        found = self.data
        for step in steps:
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and 0 <= step < len(found):
                found = found[step]
            else:
                return None
        return found

    def matching(self, *pattern: Step) -> Iterator[Steps]:
        """Walk the steps that fit a pattern, where ``ANY`` stands for any key or list position."""
        reached: list[Steps] = [()]
        for part in pattern:
            reached = [
                (*steps, step)
                for steps in reached
                for step in _steps_below(self.value(steps))
                if part in (ANY, step)
            ]
        yield from reached

    def at(self, *steps: Step, on_key: bool = False) -> Place:
        """Say where a value stands, or its key; of what is missing, where it should stand."""
        if on_key and steps in self.keys:
            return self.keys[steps]
        for length in range(len(steps), 0, -1):
            if steps[:length] in self.values:
                return self.values[steps[:length]]
        return self.values.get((), Place(self.place, 1, 1))

    def complaint(self, text: str, *steps: Step, on_key: bool = False) -> Complaint:
        """Complain of the value at the end of the steps, or of its key."""
        at = self.at(*steps, on_key=on_key)
        return Complaint(self.place, at.line, at.column, text)


def _steps_below(value: object) -> Iterator[Step]:
    if isinstance(value, dict):
        yield from value
    elif isinstance(value, list):
        yield from range(len(value))
