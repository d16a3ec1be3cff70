"""The cadences of a station file: one for each family, each fit for its type of ship."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scheduler.documents.cadence import cadence_faults, cadence_of
from scheduler.documents.document import Document
from scheduler.domain import Cadence, Station
from scheduler.errors import Complaint
from scheduler.settings.model import StationFile

GROUP = "cadences"
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def cadences_of(entry: StationFile, document: Document) -> tuple[Cadence, ...]:
    """Give the cadences in the order of the file, each with its place."""
    return tuple(
        cadence_of(id_, keys, str(document.at(GROUP, id_, on_key=True)))
        for id_, keys in entry.cadences.items()
    )


def cadence_complaints(station: Station, document: Document) -> Iterator[Complaint]:
    """Walk what is wrong with the cadences of a station beyond the kind of each value."""
    seen: dict[str, Cadence] = {}
    for cadence in station.cadences:
        steps = (GROUP, cadence.id)
        if not KEBAB.fullmatch(cadence.id):
            text = f"cadence is {cadence.id!r}. Give small letters and digits, joined by hyphens."
            yield document.complaint(text, *steps, on_key=True)
        for below, text in cadence_faults(cadence, station):
            yield document.complaint(text, *steps, *below)
        if cadence.family in seen:
            key = "line" if cadence.line else "vehicle_type"
            text = f"cadence {seen[cadence.family].id} is of {cadence.family}, too. Keep one."
            yield document.complaint(text, *steps, key)
        seen.setdefault(cadence.family, cadence)
