"""YAML text to plain data, with the place of every key and value.

Scalars are read as YAML 1.2 says (``no`` is text, ``012`` is twelve), except that days stay
text. Anchors, aliases and tags are refused: what a file says stands where it is read.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

import yaml

from scheduler.documents.document import Document, Steps
from scheduler.documents.yaml_faults import position, syntax_fault, text_faults
from scheduler.domain import Place
from scheduler.errors import Complaint, InputError
from scheduler.shelf import DISK, Shelf

DEEPEST = 20  # levels; our files have six
NULL = frozenset({"", "~", "null", "Null", "NULL"})
TRUE = frozenset({"true", "True", "TRUE"})
FALSE = frozenset({"false", "False", "FALSE"})
DECIMAL = re.compile(r"[-+]?[0-9]{1,18}")  # longer ones stay text: no number of ours is
BASED = re.compile(r"0(?:o[0-7]{1,18}|x[0-9a-fA-F]{1,15})")
FRACTION = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def read_yaml(path: Path, place: str = "", shelf: Shelf = DISK) -> Document:
    """Read a YAML file; faults of the file itself are in the document.

    Parameters
    ----------
    place
        Name that complaints give the file; its path without one.
    shelf
        Where the file stands.

    Raises
    ------
    InputError
        When there is no such file, or it cannot be opened.
    """
    place = place or str(path)
    try:
        raw = shelf.read_bytes(path).removeprefix(BOM_UTF8)
    except FileNotFoundError:
        raise InputError(f"{place}: there is no such file. Give the path of a file.") from None
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise InputError(f"{place}: cannot be read ({reason}). Give a readable file.") from None
    try:
        return parse_yaml(raw.decode(), place)
    except UnicodeDecodeError as error:
        line, column = position(raw[: error.start].decode())
        text = f"byte {raw[error.start]:#04x} is not UTF-8. Save the file as UTF-8."
        return Document(place, "", faults=(Complaint(place, line, column, text),))


def parse_yaml(text: str, place: str) -> Document:
    """Turn YAML text into a document; ``place`` is the name that complaints give it."""
    faults = [Complaint(place, line, column, fault) for line, column, fault in text_faults(text)]
    if faults:
        return Document(place, text, faults=tuple(faults))
    reader = _Reader(place)
    try:
        data = reader.read(text)
    except yaml.MarkedYAMLError as error:
        line, column, fault = syntax_fault(error, text)
        return Document(place, text, faults=(Complaint(place, line, column, fault),))
    return Document(
        place=place,
        text=text,
        data=data,
        keys=reader.keys,
        values=reader.values,
        unread=frozenset(reader.unread),
        faults=tuple(reader.faults),
    )


class _Reader:
    """Builds plain data from the parser's events, and notes where everything stands."""

    def __init__(self, place: str) -> None:
        """Begin with an empty page."""
        self.place = place
        self.keys: dict[Steps, Place] = {}
        self.values: dict[Steps, Place] = {}
        self.unread: set[Steps] = set()
        self.faults: list[Complaint] = []
        self._events: Iterator[yaml.Event] = iter(())

    def read(self, text: str) -> object:
        """Give the data of the only document in the text; none when that is no mapping."""
        self._events = iter(yaml.parse(text, Loader=yaml.CBaseLoader))
        data: object = None
        seen = 0
        for event in self._events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            seen += 1
            if seen > 1:
                self._complain(event, "a second document starts here. Keep one in a file.")
                break
            data = self._build(next(self._events), ())
        if not seen:
            told = "the file is empty. Give keys with values, as in title: Soyuz slips."
            self.faults.append(Complaint(self.place, 1, 1, told))
        elif not isinstance(data, dict):
            at = self.values[()]
            told = "the file holds no keys. Give keys with values, as in title: Soyuz slips."
            self.faults.append(Complaint(self.place, at.line, at.column, told))
            return None
        return data

    def _build(self, event: yaml.Event, steps: Steps) -> object:
        self.values[steps] = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._complain(event, f"alias *{event.anchor} is not read here. Write the value out.")
            self.unread.add(steps)
            return None
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if event.anchor is not None:
            self._complain(event, f"anchor &{event.anchor} is not read here. Leave it out.")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._complain(event, f"tag {tag} is not read here. Write the plain value.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, steps)
        if len(steps) >= DEEPEST:
            self._complain(event, "this is nested too deep. Give what the format asks for.")
            self._skip(event)
            self.unread.add(steps)
            return None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(steps)
        return self._mapping(steps)

    def _sequence(self, steps: Steps) -> list[object]:
        members: list[object] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            members.append(self._build(event, (*steps, len(members))))
        return members

    def _mapping(self, steps: Steps) -> dict[str, object]:
        members: dict[str, object] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, steps)
            if key is None:
                self._skip(next(self._events))
                continue
            self.keys[*steps, key] = self._place(event)
            members[key] = self._build(next(self._events), (*steps, key))
        return members

    def _key(self, event: yaml.Event, steps: Steps) -> str | None:
        """Read a key; none, with a fault told, for one that is no text or stands twice."""
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            self._complain(event, "a key stands here that is no plain text. Give a word.")
            self._skip(event)
            return None
        first = self.keys.get((*steps, event.value))
        if first is None:
            return str(event.value)
        told = f"{event.value!r} stands here a second time (first: line {first.line}). Keep one."
        self._complain(event, told)
        return None

    def _skip(self, event: yaml.Event) -> None:
        """Pass over a value and all that it holds."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            inner = next(self._events)
            depth += isinstance(inner, yaml.CollectionStartEvent)
            depth -= isinstance(inner, yaml.CollectionEndEvent)

    def _scalar(self, event: yaml.ScalarEvent, steps: Steps) -> object:
        if event.style:  # quoted or block: text as written
            return event.value
        value = plain_scalar(event.value)
        if value is None:
            self.unread.add(steps)
            name = repr(steps[-1]) if steps and isinstance(steps[-1], str) else "an item"
            self._complain(event, f"{name} has no value. Give one, or leave it out.")
        return value

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None
        return Place(self.place, mark.line + 1, mark.column + 1)

    def _complain(self, event: yaml.Event, text: str) -> None:
        at = self._place(event)
        self.faults.append(Complaint(self.place, at.line, at.column, text))


def plain_scalar(text: str) -> str | int | float | bool | None:
    """Read an unquoted scalar as the core schema of YAML 1.2 does."""
    if text in NULL:
        return None
    if text in TRUE or text in FALSE:
        return text in TRUE
    if DECIMAL.fullmatch(text):
        return int(text)
    if BASED.fullmatch(text):
        return int(text, 0)
    if FRACTION.fullmatch(text):
        return float(text)
    if NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "", 1))
    return text
