"""Relaxations: what would have to give way, so that there is a plan or a better one."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.demand import Demand
from scheduler.domain.waiver import Waiver


@dataclass(frozen=True)
class WaiverNeed:
    """One waiver of a relaxation: by how much which bound must move."""

    rule: str
    subject: str
    by: int
    unit: str
    hardness: str
    authority: str


@dataclass(frozen=True)
class Relaxation:
    """Waivers that would open a case or better a plan, and what they would give.

    ``waived`` are the waivers themselves; ``moved`` the what-if's own demands as they would have
    to read. ``is_cheapest``: nothing cheaper would do, but for relaxations told before it; this
    is proved.
    """

    waivers: tuple[WaiverNeed, ...]
    verdict_after: str
    text: str = ""
    waived: tuple[Waiver, ...] = ()
    moved: tuple[Demand, ...] = ()
    is_cheapest: bool = False
