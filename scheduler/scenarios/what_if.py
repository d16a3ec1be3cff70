"""A what-if as it was read: its header, and its changes with the place of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scheduler.documents.document import Document, Step, Steps
from scheduler.domain import Place
from scheduler.errors import Complaint
from scheduler.scenarios.model import Change


@dataclass(frozen=True)
class Spot:
    """Where a change stands; steps lead on from it."""

    document: Document
    steps: Steps

    def value(self, *steps: Step) -> object:
        """Give what is written there; none when nothing is."""
        return self.document.value((*self.steps, *steps))

    def at(self, *steps: Step) -> str:
        """Give ``file:line`` of a key or value."""
        return str(self.document.at(*self.steps, *steps, on_key=True))

    def line(self, *steps: Step) -> int:
        """Give the line of a key or value."""
        return self.document.at(*self.steps, *steps, on_key=True).line

    def complaint(self, text: str, *steps: Step, on_key: bool = False) -> Complaint:
        """Complain of a value, or of its key."""
        return self.document.complaint(text, *self.steps, *steps, on_key=on_key)


@dataclass(frozen=True)
class Written:
    """A change with the place where it is written."""

    change: Change
    spot: Spot


@dataclass(frozen=True)
class WhatIf:
    """A what-if file with those laid under it.

    Parameters
    ----------
    station_at
        Where the station is named.
    least_grade_at
        ``file:line`` of the grade; empty without one.
    changes
        Those that hold, from the lowest file to the top; what an upper file writes anew is gone
        from the lower ones.
    spots
        Every change of every file, also those that could not be read.
    texts
        The files in the order they were read, the top one first, each with its text.
    faults
        What is wrong in the files themselves. A what-if with faults becomes no problem:
        ``apply_what_if`` tells them together with what it finds itself.
    has_days
        Whether ``as_of`` and ``until`` could be read; where not, they are far away.
    """

    title: str
    station: str
    station_at: Place
    as_of: date
    until: date
    least_grade: str | None
    least_grade_at: str
    changes: tuple[Written, ...]
    spots: tuple[Spot, ...]
    texts: Mapping[str, str]
    faults: tuple[Complaint, ...] = ()
    has_days: bool = True
