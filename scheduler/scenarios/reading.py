"""From what-if files to one ``WhatIf``: read, stacked, every fault kept for one telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from scheduler.documents.document import ANY, Document
from scheduler.documents.suggestions import unknown
from scheduler.documents.validation import shown as as_told
from scheduler.documents.validation import validate
from scheduler.documents.yaml import read_yaml
from scheduler.errors import Complaint, InputError, ScenarioError
from scheduler.scenarios.file import KINDS, Header, model_for
from scheduler.scenarios.model import Change
from scheduler.scenarios.what_if import Spot, WhatIf, Written
from scheduler.scenarios.writes import LEAST_GRADE, Write, doubles, laid_under, writes
from scheduler.shelf import DISK, Shelf

UNREAD = {"title": "untitled", "station": "?", "as_of": "2199-12-31", "until": "2199-12-31"}


@dataclass(frozen=True)
class _Layer:
    """One file: its header as far as it could be read, its changes, what is wrong in it."""

    document: Document
    header: Header
    changes: tuple[Written, ...]
    spots: tuple[Spot, ...]
    faults: tuple[Complaint, ...]


def read_what_if(path: Path, shelf: Shelf = DISK) -> WhatIf:
    """Read a what-if file and those laid under it.

    The header of the file itself wins over theirs, and so does what its changes write; a file
    that is laid under twice is read once. Faults do not stop the reading: they are kept in
    ``WhatIf.faults``, and ``apply_what_if`` raises them with those that it finds.

    Parameters
    ----------
    shelf
        Where the file and those under it stand.

    Raises
    ------
    ScenarioError
        When the file cannot be read as YAML, or names no station to look ids up in.
    """
    try:
        document = read_yaml(path, shelf=shelf)
    except InputError as error:
        raise ScenarioError(str(error)) from None
    if document.data is None:
        raise ScenarioError(document.faults)
    layers = _Stack(shelf).lay(path, document, (shelf.same(path),))
    top = layers[-1]
    faults = [fault for layer in layers for fault in layer.faults]
    if top.header.station == UNREAD["station"]:
        raise ScenarioError(faults)
    faults += _days(top)
    return _what_if(layers, faults)


def _what_if(layers: list[_Layer], faults: list[Complaint]) -> WhatIf:
    top = layers[-1]
    document, header = top.document, top.header
    graded = next((layer for layer in reversed(layers) if layer.header.least_grade), None)
    changes: tuple[Written, ...] = ()
    for layer in layers:
        over = [write for one in layer.changes for write in writes(one.change)]
        if layer.header.least_grade:
            over.append(Write(LEAST_GRADE, "least_grade"))
        changes = (*laid_under(changes, over), *layer.changes)
    return WhatIf(
        title=header.title,
        station=header.station,
        station_at=document.at("station"),
        as_of=header.as_of,
        until=header.until,
        least_grade=graded.header.least_grade if graded else None,
        least_grade_at=str(graded.document.at("least_grade")) if graded else "",
        changes=changes,
        spots=tuple(spot for layer in layers for spot in layer.spots),
        texts={layer.document.place: layer.document.text for layer in (top, *layers)},
        faults=tuple(faults),
        has_days=header.as_of < header.until,
    )


def _days(top: _Layer) -> Iterator[Complaint]:
    """Complain of a horizon that ends before it begins."""
    as_of, until = top.header.as_of, top.header.until
    if until <= as_of and UNREAD["as_of"] not in (str(as_of), str(until)):
        told = f"until is {until}, before as_of ({as_of}). Give a later day."
        if until == as_of:
            told = f"until is {until}, the same day as as_of. Give a later day."
        yield top.document.complaint(told, "until")


class _Stack:
    """Reads files and those under them, each once."""

    def __init__(self, shelf: Shelf) -> None:
        """Begin with nothing read."""
        self._shelf = shelf
        self._read: set[Path] = set()

    def lay(self, path: Path, document: Document, chain: tuple[Path, ...]) -> list[_Layer]:
        """Give the layers of a file, the lowest first, itself last.

        Parameters
        ----------
        chain
            The files that lead to this one, the top one first, itself last.
        """
        self._read.add(chain[-1])
        top = _layer(document)
        below: list[_Layer] = []
        faults = list(top.faults)
        for place, name in enumerate(top.header.under):
            under = path.parent / name
            same, fault = self._shelf.same(under), ""
            if same in chain:
                fault = f"{name} lies under itself. Take it out of one of the two files."
            elif name in top.header.under[:place]:
                fault = f"{name!r} stands here twice. Keep one."
            elif same not in self._read:
                found = self._under(under, top.header.station, chain)
                if isinstance(found, str):
                    fault = found
                else:
                    below += found
            if fault:
                faults.append(document.complaint(fault, "under", place))
        return [*below, _Layer(document, top.header, top.changes, top.spots, tuple(faults))]

    def _under(self, path: Path, station: str, chain: tuple[Path, ...]) -> list[_Layer] | str:
        """Give the layers of a file under another, or what is wrong with it as a whole."""
        shown = self._shelf.shown(path)
        try:
            document = read_yaml(path, shown, self._shelf)
        except InputError:
            return f"no file {shown}. Give a path beside this file."
        layers = self.lay(path, document, (*chain, self._shelf.same(path)))
        other = layers[-1].header.station
        if UNREAD["station"] not in (other, station) and other != station:
            return f"{shown} is for station {other!r}. Give a file for {station!r}."
        return layers


def _layer(document: Document) -> _Layer:
    """Read one file as far as it goes."""
    if document.data is None:
        return _Layer(document, Header.model_validate(UNREAD), (), (), document.faults)
    header, found = validate(Header, document)
    faults = [*document.faults, *found]
    spots = tuple(
        Spot(document, steps)
        for steps in document.matching("changes", ANY)
        if isinstance(steps[-1], int) and steps not in document.unread
    )
    changes: list[Written] = []
    for spot in spots:
        change, found = _change(spot)
        faults += found
        if change is not None:
            changes.append(Written(change, spot))
    header = header or _as_far_as_it_goes(document)
    faults += doubles(changes)
    faults += _grade_twice(header, changes)
    return _Layer(document, header, tuple(changes), spots, tuple(faults))


def _change(spot: Spot) -> tuple[Change | None, list[Complaint]]:
    model = model_for(spot.value())
    if model is not None:
        return validate(model, spot.document, *spot.steps)
    if not isinstance(spot.value(), dict):
        text = f"a change is {as_told(spot.value())}. Give keys with values, change first."
        return None, [spot.complaint(text)]
    return None, list(_kind(spot))


def _kind(spot: Spot) -> Iterator[Complaint]:
    """Complain of the kind of a change that nobody knows."""
    kind = spot.value("change")
    if isinstance(kind, str):
        yield spot.complaint(unknown("change", kind, KINDS), "change")
    elif (*spot.steps, "change") not in spot.document.unread:
        what = "'change' is missing" if kind is None else f"change is {as_told(kind)}"
        text = f"{what}. Give the kind of change: {', '.join(KINDS)}."
        yield spot.complaint(text, "change")


def _grade_twice(header: Header, changes: Iterable[Written]) -> Iterator[Complaint]:
    for one in changes:
        for write in writes(one.change):
            if header.least_grade and write.fact == LEAST_GRADE:
                text = "least_grade stands at the head of the file, too. Keep one of them."
                yield one.spot.complaint(text, *write.steps, on_key=True)


def _as_far_as_it_goes(document: Document) -> Header:
    """Read the keys of a header that are sound, so that the changes can be judged as well."""
    data = document.data if isinstance(document.data, dict) else {}
    kept: dict[str, object] = dict(UNREAD)
    for key in data.keys() & Header.model_fields.keys():
        with suppress(ValidationError):
            Header.model_validate({**UNREAD, key: data[key]})
            kept[key] = data[key]
    return Header.model_validate(kept)
