"""Where each number of a station file comes from: its source, or the word that it is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.documents.document import ANY, Document, Steps
from scheduler.documents.suggestions import suggestion
from scheduler.domain import Provenance
from scheduler.errors import Complaint

ABOUT_NUMBERS = ("source", "assumed")
ENTRIES: tuple[Steps, ...] = (
    ("segments", ANY),
    ("ports", ANY),
    ("vehicle_types", ANY),
    ("vehicle_types", ANY, "life_days", ANY),
    ("pads", ANY),
    ("lines", ANY),
    ("agencies", ANY),
    ("cadences", ANY),
    ("rules", ANY),
)


@dataclass(frozen=True)
class _Entry:
    """A group of keys with numbers in it, and what it says of where they come from."""

    document: Document
    steps: Steps

    @property
    def keys(self) -> dict[str, object]:
        """Give the keys with their values."""
        value = self.document.value(self.steps)
        return value if isinstance(value, dict) else {}

    @property
    def others(self) -> dict[str, object]:
        """Give the keys that do not tell where something comes from."""
        return {key: value for key, value in self.keys.items() if key not in ABOUT_NUMBERS}

    def numbers(self) -> Iterator[Steps]:
        """Walk the numbers that stand here, and those of groups such as ``transit_days``."""
        for key, value in self.others.items():
            if _is_number(value):
                yield (key,)
            elif isinstance(value, dict):
                yield from ((key, inner) for inner, day in value.items() if _is_number(day))

    def source(self, key: str) -> str:
        """Give the source of a number; empty where none is given."""
        source = self.keys.get("source")
        text = source.get(key) if isinstance(source, dict) else source
        return text if isinstance(text, str) else ""

    def is_assumed(self, key: str) -> bool:
        """Say whether a number is marked as assumed."""
        assumed = self.keys.get("assumed")
        return assumed is True or (isinstance(assumed, list) and key in assumed)

    def named(self) -> Iterator[tuple[Steps, str]]:
        """Walk the keys that ``source`` and ``assumed`` name, with the place of each."""
        source, assumed = self.keys.get("source"), self.keys.get("assumed")
        if isinstance(source, dict):
            yield from ((("source", key), key) for key in source)
        if isinstance(assumed, list):
            yield from ((("assumed", at), str(key)) for at, key in enumerate(assumed))


def provenance_of(document: Document) -> tuple[tuple[Provenance, ...], list[Complaint]]:
    """Collect where the numbers come from; complain of each that does not say it."""
    found: list[Provenance] = []
    complaints: list[Complaint] = []
    for entry in _entries(document):
        for steps in entry.numbers():
            key = str(steps[0])
            source, is_assumed = entry.source(key), entry.is_assumed(key)
            if source or is_assumed:
                name = ".".join(str(step) for step in (*_named(document, entry.steps), *steps))
                found.append(Provenance(name, source, is_assumed))
                continue
            value = document.value((*entry.steps, *steps))
            text = (
                f"{steps[-1]} is {value}, from nowhere. Give source, or assumed: true, beside it."
            )
            complaints.append(document.complaint(text, *entry.steps, *steps, on_key=True))
        complaints += _idle(entry)
    return tuple(found), complaints


def _entries(document: Document) -> Iterator[_Entry]:
    for pattern in ENTRIES:
        for steps in document.matching(*pattern):
            yield _Entry(document, steps)


def _idle(entry: _Entry) -> Iterator[Complaint]:
    """Complain of sources and assumptions of keys that are not there."""
    for steps, key in entry.named():
        if key not in entry.others:
            text = f"no key {key!r} stands beside it. {suggestion(str(key), entry.others)}"
            yield entry.document.complaint(text, *entry.steps, *steps, on_key=True)


def _named(document: Document, steps: Steps) -> Iterator[str | int]:
    """Name a life by its first day, everything else by its key."""
    for length, step in enumerate(steps, start=1):
        if isinstance(step, int):
            yield str(document.value((*steps[:length], "from")))
        else:
            yield step


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
