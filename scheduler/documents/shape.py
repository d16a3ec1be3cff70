"""Shapes: how values stand in a JSON document, written and read by the same table.

A shape has two methods. ``write`` gives the JSON data of a value. ``read`` gives the value
of JSON data, or ``WRONG`` after it has added every fault to the list it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scheduler.documents.scalar import TEXT, WRONG, Scalar, Shape, not_wanted, one_of
from scheduler.documents.suggestions import suggestion


@dataclass(frozen=True)
class Optional:
    """Something, or null."""

    inner: Shape

    @property
    def wanted(self) -> str:
        """Name what may stand here."""
        return f"{self.inner.wanted}, or null"

    def write(self, value: object) -> object:
        """Write none as null."""
        return None if value is None else self.inner.write(value)

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Read null as none."""
        if found is None:
            return None
        if isinstance(self.inner, Scalar):  # so that the fault names null, too
            return Scalar(self.wanted, self.inner.parse).read(found, path, faults)
        return self.inner.read(found, path, faults)


@dataclass(frozen=True)
class Each:
    """A list of things of one shape; a tuple on our side."""

    inner: Shape
    wanted: str = "a list"

    def write(self, value: object) -> object:
        """Write every member in order."""
        assert isinstance(value, tuple)
        return [self.inner.write(member) for member in value]

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Read every member, wrong ones included, so that all faults are told."""
        if not isinstance(found, list):
            return not_wanted(self, found, path, faults)
        members = [
            self.inner.read(member, f"{path}[{number}]", faults)
            for number, member in enumerate(found)
        ]
        return WRONG if _has_wrong(members) else tuple(members)


@dataclass(frozen=True)
class ByName:
    """An object whose keys are data, or of which each of ``names`` may be left out."""

    inner: Shape
    names: tuple[str, ...] | None = None
    wanted: str = "an object"

    def write(self, value: object) -> object:
        """Write in one order, so that equal mappings are equal texts."""
        assert isinstance(value, Mapping)
        names = sorted(value, key=self.names.index if self.names else None)
        return {name: self.inner.write(value[name]) for name in names}

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Read every value; keys that are not among ``names`` are faults."""
        if not isinstance(found, dict):
            return not_wanted(self, found, path, faults)
        if self.names is not None:
            _refuse_unknown(found, path, self.names, faults)
        values = {
            TEXT.read(name, f"a key of {path}", faults): self.inner.read(
                value, _at(path, name), faults
            )
            for name, value in found.items()
            if self.names is None or name in self.names
        }
        return WRONG if _has_wrong([*values, *values.values()]) else values


@dataclass(frozen=True)
class MayMiss:
    """What may be left out of a document; ``is_bare`` leaves the default out in writing, too."""

    inner: Shape
    default: object
    is_bare: bool = False

    @property
    def wanted(self) -> str:
        """Name what may stand here."""
        return self.inner.wanted

    def write(self, value: object) -> object:
        """Write what it holds."""
        return self.inner.write(value)

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Read what it holds."""
        return self.inner.read(found, path, faults)


@dataclass(frozen=True)
class Record:
    """An object with fixed keys, in their order.

    ``names`` gives the attribute of a key where the two differ, ``make`` builds the value from
    its attributes, and ``judge`` tells what is odd in it.
    """

    make: Callable[..., object]
    shapes: Mapping[str, Shape]
    judge: Callable[[Any], Iterable[str]] = lambda _value: ()
    names: Mapping[str, str] = field(default_factory=dict)
    wanted: str = "an object"

    def write(self, value: object) -> dict[str, object]:
        """Write the keys in the order of the table."""
        parts = [
            (key, shape, getattr(value, self.names.get(key, key)))
            for key, shape in self.shapes.items()
        ]
        return {key: shape.write(part) for key, shape, part in parts if not _is_bare(shape, part)}

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Read every key; unknown and missing ones are faults."""
        if not isinstance(found, dict):
            return not_wanted(self, found, path, faults)
        _refuse_unknown(found, path, list(self.shapes), faults)
        parts = {
            self.names.get(key, key): _read_key(found, key, shape, path, faults)
            for key, shape in self.shapes.items()
        }
        if _has_wrong(parts.values()):
            return WRONG
        value = self.make(**parts)
        odd = [_at(path, told) for told in self.judge(value)]
        faults += odd
        return WRONG if odd else value


@dataclass(frozen=True)
class Variants:
    """Records that are told apart by the word that stands under one key."""

    key: str
    records: Mapping[str, Record]
    word_of: Callable[[Any], str]
    wanted: str = "an object"

    def write(self, value: object) -> object:
        """Write the record that fits the value."""
        return self.records[self.word_of(value)].write(value)

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Read the record that the word names; without such a word, tell only that."""
        if not isinstance(found, dict):
            return not_wanted(self, found, path, faults)
        word = _read_key(found, self.key, one_of(self.records), path, faults)
        return WRONG if word is WRONG else self.records[str(word)].read(found, path, faults)


def _at(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _is_bare(shape: Shape, part: object) -> bool:
    return isinstance(shape, MayMiss) and shape.is_bare and part == shape.default


def _read_key(
    found: Mapping[str, object], key: str, shape: Shape, path: str, faults: list[str]
) -> object:
    if key in found:
        return shape.read(found[key], _at(path, key), faults)
    if isinstance(shape, MayMiss):
        return shape.default
    faults.append(f"{path or 'the document'} has no {key!r}. Give {shape.wanted}.")
    return WRONG


def _has_wrong(parts: Iterable[object]) -> bool:
    return any(part is WRONG for part in parts)


def _refuse_unknown(
    found: Mapping[str, object], path: str, known: Sequence[str], faults: list[str]
) -> None:
    for key in found:
        if key not in known:
            hint = suggestion(key, known)
            faults.append(f"{path or 'the document'} has an unknown key {key!r}. {hint}")
