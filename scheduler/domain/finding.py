"""What a checker finds, and what a conflict is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

HARDNESS = {
    "S": "safety",
    "C": "certification",
    "F": "flight rule",
    "A": "agreement",
    "P": "preference",
}

AUTHORITIES = {
    "S": "the programme, by name",
    "C": "the certification body",
    "F": "the ISS programme",
    "A": "the partners",
    "P": "the planner",
}
"""Who can move a rule's bound. Source: domain_rules, section 0."""

PROVIDER = "the provider"
"""Who can have a ship ready sooner than published; assumed."""


@dataclass(frozen=True)
class Finding:
    """A breach of one rule by one subject in ``[from_on, to_on)``.

    ``is_told`` marks what a plan may hold if it says so: days without a seat.
    """

    ref: str
    rule: str
    hardness: str
    subject: str
    text: str
    from_on: date | None = None
    to_on: date | None = None
    is_told: bool = False


@dataclass(frozen=True)
class Requirement:
    """A rule applied to one subject, in one sentence; ``at`` is set for a what-if's demand."""

    ref: str
    rule: str
    hardness: str
    subject: str
    sentence: str
    at: str = ""

    @property
    def authority(self) -> str:
        """Name who can let it give way."""
        return PROVIDER if self.ref == "readiness" else AUTHORITIES[self.hardness]


@dataclass(frozen=True)
class Conflict:
    """Requirements that cannot hold together.

    ``is_irreducible``: without any one member the rest can hold, each shown by a solve.
    ``is_reproved``: proved again in a fresh model without switches.
    """

    requirements: tuple[Requirement, ...]
    is_irreducible: bool
    is_reproved: bool
