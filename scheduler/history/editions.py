"""What had really been published: plans without those that the flown day stands in for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scheduler.domain import CrewFact, EventFact, Facts, Status

_STAND_IN = re.compile(r"assumed:? the flown days?\b")


def is_stand_in(row: EventFact) -> bool:
    """Say whether a row is no plan: its note says that the flown day was put in its place.

    So it is told of most flights of the shipped facts, ``assumed: the flown day stands in for
    the plan``; others had a month published, ``late July: assumed the flown day``.
    """
    return row.status is Status.PLANNED and _STAND_IN.search(row.note) is not None


def published_only(facts: Facts) -> Facts:
    """Give the published editions alone: plans that are no stand-ins, and their withdrawals."""
    kept = (row for row in facts.events if row.status is not Status.ACTUAL)
    return Facts(events=tuple(row for row in kept if not is_stand_in(row)))


def rides_by_person(rows: Iterable[CrewFact]) -> Mapping[str, tuple[CrewFact, ...]]:
    """Sort crew rows by person, each person's in file order."""
    found: dict[str, list[CrewFact]] = {}
    for row in rows:
        found.setdefault(row.person, []).append(row)
    return {person: tuple(rides) for person, rides in found.items()}
