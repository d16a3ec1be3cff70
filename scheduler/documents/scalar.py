"""Scalars: text, numbers, days and fixed words as they stand in a JSON document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any, Protocol

WRONG = object()


class Shape(Protocol):
    """One kind of thing in a document; ``wanted`` ends the sentence "Give ..."."""

    @property
    def wanted(self) -> str:
        """Name what may stand here."""

    def write(self, value: object) -> object:
        """Give the JSON data of a value."""

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Give the value of JSON data, or ``WRONG`` with the faults told."""


@dataclass(frozen=True)
class Scalar:
    """Text, a number, a day; ``parse`` raises ``ValueError`` for what is none."""

    wanted: str
    parse: Callable[[object], object]
    dump: Callable[[Any], object] = lambda value: value

    def write(self, value: object) -> object:
        """Give the JSON data of a value."""
        return self.dump(value)

    def read(self, found: object, path: str, faults: list[str]) -> object:
        """Give the value, or tell what stands there and what to give."""
        try:
            return self.parse(found)
        except ValueError:
            return not_wanted(self, found, path, faults)


def words(meanings: Mapping[str, object]) -> Scalar:
    """Shape of a few fixed words, each with its meaning."""
    written = {meaning: word for word, meaning in meanings.items()}
    return Scalar(" or ".join(meanings), lambda found: _word(found, meanings), written.__getitem__)


def one_of(known: Iterable[str]) -> Scalar:
    """Shape of a few fixed words that mean themselves."""
    return words({word: word for word in known})


def _word(found: object, meanings: Mapping[str, object]) -> object:
    if not isinstance(found, str) or found not in meanings:
        raise ValueError
    return meanings[found]


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise ValueError
    found.encode()  # half a character pair, which no file can hold, is a ValueError
    return found


def _whole(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise ValueError
    return found


def _number(found: object) -> float:
    if not isinstance(found, float):
        return _whole(found)
    if not isfinite(found):  # what 1e999 is read as
        raise ValueError
    return found


def _is_so(found: object) -> bool:
    if not isinstance(found, bool):
        raise ValueError
    return found


def _day(found: object) -> date:
    day = date.fromisoformat(_text(found))
    if day.isoformat() != found:  # 20230111 and 2023-W02-3 are ISO days, too
        raise ValueError
    return day


TEXT = Scalar("text", _text)
WHOLE = Scalar("a whole number", _whole)
NUMBER = Scalar("a number", _number)
YES_NO = Scalar("true or false", _is_so)
DAY = Scalar("a day, YYYY-MM-DD", _day, date.isoformat)


def not_wanted(shape: Shape, found: object, path: str, faults: list[str]) -> object:
    """Tell what stands there instead of what is wanted."""
    faults.append(f"{path or 'the document'} is {_told(found)}. Give {shape.wanted}.")
    return WRONG


def _told(found: object) -> str:
    if isinstance(found, list):
        return "a list"
    if isinstance(found, dict):
        return "an object"
    shown = repr(found) if isinstance(found, str) else json.dumps(found)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
