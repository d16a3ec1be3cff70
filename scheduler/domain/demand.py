"""What a what-if file demands: each is a requirement with the place where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DemandKind(StrEnum):
    """The demands that a what-if file can make."""

    EARLIEST_LAUNCH = "earliest_launch"
    LAUNCH_FROM = "launch_from"
    LATEST_LAUNCH = "latest_launch"
    EARLIEST_UNDOCK = "earliest_undock"
    LATEST_UNDOCK = "latest_undock"
    PORTS = "ports"
    UNCREWED = "uncrewed"
    CREWED = "crewed"
    PIN_EVENT = "pin"
    PIN_LEG = "pin-leg"
    UNAVAILABLE = "unavailable"
    RETURN_BY = "must_return_by"
    DIRECT_HANDOVER = "direct"
    INDIRECT_HANDOVER = "indirect"


@dataclass(frozen=True)
class Demand:
    """One demand on one flight or person.

    ``day`` is the day demanded, or the first day of ``unavailable`` whose last, excluded, is
    ``to_on``; ``event`` is the pinned event or leg; ``flight`` the ship of a pinned leg, or the
    one whose crew the subject's relieves.
    """

    kind: DemandKind
    subject: str
    at: str
    day: date | None = None
    to_on: date | None = None
    event: str = ""
    flight: str = ""
    ports: tuple[str, ...] = ()
    why: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Tell a demand from all others of a problem, whatever day it gives."""
        return self.kind.value, self.subject, self.event, self.at


@dataclass(frozen=True)
class HealthSpan:
    """A health laid over the facts by a what-if, in ``[from_on, to_on)``; open without an end."""

    flight: str
    health: str
    seats: int | None
    from_on: date
    to_on: date | None
    at: str
    why: str = ""


@dataclass(frozen=True)
class Outage:
    """A pad, port or launcher family out of use; ``at`` is empty when a fact says so."""

    kind: str
    subject: str
    from_on: date
    to_on: date | None
    at: str = ""

    def covers(self, day: date) -> bool:
        """Say whether the outage holds on a day."""
        return self.from_on <= day and (self.to_on is None or day < self.to_on)
