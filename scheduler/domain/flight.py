"""A flight as the planner meets it: what is frozen, what is published, what may change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Where a flight stands on the morning of ``as_of``."""

    DEPARTED = "departed"
    DOCKED = "docked"
    FLYING = "flying"
    PLANNED = "planned"
    LATER = "later"
    CANCELLED = "cancelled"


class Uncrewed(StrEnum):
    """Whether a crewed ship may go up empty."""

    ALLOWED = "allowed"
    REQUIRED = "required"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class PortCall:
    """A port and the day a ship comes to it."""

    port: str
    from_on: date


@dataclass(frozen=True)
class Published:
    """What stood in the facts on the morning of ``as_of``; nothing is corrected here."""

    launch_on: date | None = None
    dock_on: date | None = None
    undock_on: date | None = None
    land_on: date | None = None

    @property
    def days(self) -> dict[str, date]:
        """Give the days that are known, by event."""
        days = {
            "launch": self.launch_on,
            "dock": self.dock_on,
            "undock": self.undock_on,
            "land": self.land_on,
        }
        return {event: on for event, on in days.items() if on is not None}


@dataclass(frozen=True)
class Flight:
    """One ship on one mission, with the dates that hold unless the plan moves them.

    ``launch_on`` to ``land_on`` are the published or actual days, a published day that has
    passed without its actual being due on ``as_of``. ``calls`` are the ports still ahead, the
    port of the moment first. ``crew`` are the people published to go up. ``cadence`` names the
    one that a flight was created from; its published days are those that are wished.
    """

    id: str
    name: str
    vehicle_type: str
    standing: Standing
    launch_on: date
    dock_on: date
    undock_on: date
    land_on: date
    calls: tuple[PortCall, ...]
    published: Published = Published()
    line: str | None = None
    hull: str | None = None
    pad: str | None = None
    relieves: str | None = None
    crew: tuple[str, ...] = ()
    seats: int | None = None
    seats_up: int | None = None
    uncrewed: Uncrewed = Uncrewed.FORBIDDEN
    is_optional: bool = False
    is_added: bool = False
    has_readiness: bool = False
    cadence: str | None = None

    @property
    def has_launched(self) -> bool:
        """Say whether the launch lies behind us."""
        return self.standing in (Standing.DEPARTED, Standing.DOCKED, Standing.FLYING)

    @property
    def is_ahead(self) -> bool:
        """Say whether the launch can still be decided."""
        return self.standing is Standing.PLANNED


@dataclass(frozen=True)
class Traveller:
    """Somebody who is aboard, or is published to go up before ``until``.

    ``planned_to_on`` is the published landing day; ``seat_in`` the ship that holds the seat of
    somebody aboard on ``as_of``, ``fitted_in`` those that they got a seat of their own in later.
    """

    person: str
    up: str
    down: str
    is_aboard: bool
    launched_on: date
    planned_to_on: date | None
    seat_in: str | None = None
    fitted_in: tuple[str, ...] = ()
