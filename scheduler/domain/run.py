"""A run: what was asked, what was answered, and how surely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scheduler.domain.finding import Conflict, Finding
from scheduler.domain.plan import Plan
from scheduler.domain.relaxation import Relaxation


class Verdict(StrEnum):
    """How a planning run ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class PartResult:
    """One part of a goal: its value, the proved bound, and whether they meet."""

    part: str
    value: int
    bound: int
    is_proved: bool


@dataclass(frozen=True)
class GoalResult:
    """One goal with its parts in order."""

    goal: str
    is_proved: bool
    parts: tuple[PartResult, ...] = ()


@dataclass(frozen=True)
class WaiverUse:
    """A waiver as the plan uses it; ``is_needed`` when the limit alone would be broken."""

    rule: str
    subject: str
    bound: int
    used: int | None
    limit: int | None
    authority: str
    reason: str
    is_needed: bool


@dataclass(frozen=True)
class SolverInfo:
    """Which solver answered, with which settings, in how many seconds."""

    name: str
    version: str
    seconds: float
    seed: int


@dataclass(frozen=True)
class Inputs:
    """The files a run read, with one fingerprint over all of their bytes."""

    fingerprint: str
    files: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """One planning run, complete; ``plan`` is none where there is no plan."""

    id: str
    title: str
    station: str
    as_of: date
    until: date
    verdict: Verdict
    plan: Plan | None
    goals: tuple[GoalResult, ...]
    solver: SolverInfo
    inputs: Inputs
    waivers: tuple[WaiverUse, ...] = ()
    findings: tuple[Finding, ...] = ()
    conflict: Conflict | None = None
    relaxations: tuple[Relaxation, ...] = ()
