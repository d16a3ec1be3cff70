"""Flights, people and ports by their ids, and by public names that only one of them has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from scheduler.documents.suggestions import unknown
from scheduler.domain import Problem
from scheduler.errors import Complaint
from scheduler.scenarios.question.words import Words, said

Noun = str


class Names:
    """Finds what a few words name in one problem."""

    def __init__(self, problem: Problem) -> None:
        """Collect the ids of every kind, with the public names of each."""
        others = (*problem.later, *problem.departed.values(), *problem.cancelled)
        flights = {flight.id: flight.name for flight in others}
        flights |= {flight.id: flight.name for flight in problem.flights.values()}
        named = {
            "flight": flights,
            "person": {person.id: person.name for person in problem.people.values()},
            "port": {port: port for port in problem.station.ports},
        }
        self._asked_of: Mapping[Noun, set[str]] = {
            "flight": {*problem.flights},
            "person": {*problem.travellers},
            "port": {*problem.station.ports},
        }
        self._ids = {noun: {_fold(id_): id_ for id_ in ids} for noun, ids in named.items()}
        self._ways = {
            noun: _ways(ids, _beginnings if noun == "port" else _endings)
            for noun, ids in named.items()
        }

    def may_be(self, noun: Noun, words: Words) -> list[str]:
        """List the ids that the words may stand for; an id itself stands for nothing else."""
        folded = _fold(said(words))
        if folded in self._ids[noun]:
            return [self._ids[noun][folded]]
        return sorted(self._ways[noun].get(folded, ()))

    def find(self, noun: Noun, words: Words) -> str | Complaint:
        """Find the one thing that the words stand for, or say what is wrong with them."""
        found, name = self.may_be(noun, words), said(words)
        if len(found) == 1:
            return found[0]
        if found:
            text = f"{name!r} may be {' or '.join(found)}. Give one of them."
            return words[0].complaint(text)
        known = self._asked_of[noun]
        spellings = {
            way: id_
            for way, ids in self._ways[noun].items()
            for id_ in ids
            if len(ids) == 1 and id_ in known
        }
        return words[0].complaint(unknown(noun, name, known, spellings))


def _ways(named: Mapping[str, str], parts: Callable[[str], Iterator[str]]) -> dict[str, set[str]]:
    """Give the ids that may be meant by each way of naming them."""
    ways: dict[str, set[str]] = {}
    for id_, name in named.items():
        for way in (_fold(id_), *parts(_fold(name))):
            ways.setdefault(way, set()).add(id_)
    return ways


def _endings(name: str) -> Iterator[str]:
    """Walk a name and what ends it, a bare number left out: ``soyuz-ms-24`` and ``ms-24``."""
    parts = name.split("-")
    for start in range(len(parts)):
        ending = "-".join(parts[start:])
        if any(letter.isalpha() for letter in ending):
            yield ending


def _beginnings(name: str) -> Iterator[str]:
    """Walk what a name begins with: ``poisk`` and ``poisk-zenith``."""
    parts = name.split("-")
    yield from ("-".join(parts[:end]) for end in range(1, len(parts) + 1))


def _fold(text: str) -> str:
    """Write a name so that its spellings are the same: small letters, no accents, hyphens."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", re.sub("['\u2019]", "", plain)).strip("-")
