"""Extensions as flown: landings against the landings that had been published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    Status,
    crew_known,
    editions_of,
)
from scheduler.history.aboard import Flown, FlownStay
from scheduler.history.editions import published_only, rides_by_person
from scheduler.units import add_days


@dataclass(frozen=True)
class FlownExtension:
    """The landing of one stay against the published one.

    ``planned_on`` is the landing that stood published on the morning after the docking, of the
    ship on which the person was then to land; where none was published by then, the first that
    was. ``known_on`` is the day on which it was, and ``note`` what its row says beside.
    """

    person: str
    up: str
    down: str
    planned_ship: str
    planned_on: date
    known_on: date
    undocked_on: date
    landed_on: date
    note: str = ""

    @property
    def is_assumed_in_part(self) -> bool:
        """Say whether the row of the published landing tells of something assumed."""
        return "assumed" in self.note

    @property
    def days(self) -> int:
        """Count the days beyond the published landing; below zero an earlier landing."""
        return (self.landed_on - self.planned_on).days


def extensions(flown: Flown) -> tuple[FlownExtension, ...]:
    """List the ended stays of which a landing had been published, in the order of landing."""
    plans = _Plans(flown)
    found = [found for stay in flown.stays if (found := plans.extension(stay)) is not None]
    return tuple(sorted(found, key=lambda one: (one.landed_on, one.down, one.person)))


class _Plans:
    """Looks up what had been published of landings."""

    def __init__(self, flown: Flown) -> None:
        self._flown = flown
        self._published = published_only(flown.facts)
        self._rides = rides_by_person(row for row in flown.facts.crew if row.leg == "down")

    @cached_property
    def _landed_on(self) -> dict[str, date]:
        return {
            row.flight: row.on
            for row in self._flown.facts.events
            if row.event is Event.LAND and row.status is Status.ACTUAL
        }

    def extension(self, stay: FlownStay) -> FlownExtension | None:
        """Compare one stay with the first landing that counts for it."""
        landed_on = self._landed_on.get(stay.down or "")
        if landed_on is None or stay.down is None or stay.to_on is None:
            return None
        for morning in self._mornings(stay, landed_on):
            ship = self._planned_ship(stay, morning)
            row = editions_of(self._published, ship, morning).planned.get(Event.LAND)
            if row is not None:
                return FlownExtension(
                    person=stay.person,
                    up=stay.up,
                    down=stay.down,
                    planned_ship=ship,
                    planned_on=row.on,
                    known_on=row.known_on,
                    undocked_on=stay.to_on,
                    landed_on=landed_on,
                    note=row.note,
                )
        return None

    def _mornings(self, stay: FlownStay, landed_on: date) -> Iterator[date]:
        """Walk the mornings on which something may have changed: after docking, then later."""
        first = add_days(stay.from_on, 1)
        rides = self._planned_rides(stay)
        ships = {stay.up, *(row.flight for row in rides)}
        known = {row.known_on for ship in ships for row in self._landings(ship)}
        known |= {row.known_on for row in rides if row.known_on}
        yield first
        yield from sorted(
            morning for day in known if first < (morning := add_days(day, 1)) <= landed_on
        )

    def _landings(self, ship: str) -> Sequence[EventFact]:
        rows = self._published.events_by_flight.get(ship, ())
        return [row for row in rows if row.event is Event.LAND]

    def _planned_rides(self, stay: FlownStay) -> Sequence[CrewFact]:
        """List what was published of the person's way home, for ships that left after they came."""
        return [
            row
            for row in self._rides.get(stay.person, ())
            if row.status is not Status.ACTUAL
            and self._landed_on.get(row.flight, date.max) > stay.from_on
        ]

    def _planned_ship(self, stay: FlownStay, morning: date) -> str:
        """Name the ship on which somebody was to land, as known on a morning."""
        rides = crew_known(Facts(crew=tuple(self._planned_rides(stay))), morning)
        return rides[-1].flight if rides else stay.up
