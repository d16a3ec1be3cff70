"""Ids of people: the surname, with the given name where two people share it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scripts.seedmaking.raw import Row, kebab

OF_TWO_WORDS = ("Al Mansouri", "Al Neyadi", "Caldwell Dyson", "De Winne", "Vande Hei")
GIVEN_NAMES = {"Suni": "Sunita"}


def person_ids(missions: Iterable[Row]) -> dict[str, str]:
    """Give the id of each person, by the stable key of the raw list."""
    names = {row["person_id"]: row["person"] for row in missions}
    bearers: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        bearers[_surname(name)].append(key)
    return {
        key: kebab(surname if len(keys) == 1 else f"{surname} {_given_name(names[key])}")
        for surname, keys in bearers.items()
        for key in keys
    }


def _surname(name: str) -> str:
    double = next((two for two in OF_TWO_WORDS if name.endswith(two)), "")
    return double or name.rsplit(maxsplit=1)[-1]


def _given_name(name: str) -> str:
    given = name.split(maxsplit=1)[0]
    return GIVEN_NAMES.get(given, given)
