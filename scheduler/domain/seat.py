"""Seat grades, and how many places a ship gives on a day (domain_rules LB-1, LB-4, LB-5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from scheduler.domain.fact import Health


class Grade(IntEnum):
    """How good a place home is; smaller is better."""

    G0 = 0
    G1 = 1
    G2 = 2
    G3 = 3
    G4 = 4

    @property
    def meaning(self) -> str:
        """Tell the grade in words."""
        return GRADE_WORDS[self]


GRADE_WORDS = {
    Grade.G0: "certified seat, own liner or suit",
    Grade.G1: "certified seat, no fitted liner or suit",
    Grade.G2: "improvised place",
    Grade.G3: "place in an emergency-only ship",
    Grade.G4: "no seat",
}


@dataclass(frozen=True)
class HealthState:
    """A ship's health on one day; ``seats`` is the number the state names, if any."""

    health: Health = Health.NOMINAL
    seats: int | None = None

    @property
    def allows_planned_landing(self) -> bool:
        """Say whether a landing with people may be planned."""
        return self.health in (Health.NOMINAL, Health.RESTRICTED)

    @property
    def may_leave_empty(self) -> bool:
        """Say whether the ship may undock with nobody in it."""
        return self.health is not Health.UNFIT


@dataclass(frozen=True)
class Places:
    """Places that a ship gives on one day: certified, improvised beyond them, emergency."""

    certified: int = 0
    improvised: int = 0
    emergency: int = 0

    @property
    def total(self) -> int:
        """Count all places."""
        return self.certified + self.improvised + self.emergency


def places(state: HealthState, seats: int, emergency_seats: int) -> Places:
    """Read the health table of design.md, section 2, for a ship with so many seats."""
    named = seats if state.seats is None else state.seats
    match state.health:
        case Health.NOMINAL:
            return Places(certified=seats, improvised=max(0, emergency_seats - seats))
        case Health.RESTRICTED:
            return Places(certified=min(named, seats))
        case Health.UNDER_REVIEW | Health.EMERGENCY_ONLY:
            return Places(emergency=named)
        case _:
            return Places()
