"""Answers to why and why not: conflicts, ways out, and what a question would change."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.difference import Difference
from scheduler.domain.finding import Conflict
from scheduler.domain.relaxation import Relaxation
from scheduler.domain.run import Run


@dataclass(frozen=True)
class Way:
    """A way out: the relaxation, the what-if file that takes it, and the plan it gives.

    ``run`` is none where no time was left to plan it.
    """

    relaxation: Relaxation
    what_if: str
    run: Run | None = None


@dataclass(frozen=True)
class Explanation:
    """Why a case has no plan, and the cheapest ways out.

    ``run`` tells the case and the verdict; it holds no plan. ``is_smallest`` says whether the
    first conflict is proved to be of least size, ``are_all`` whether there are no other
    conflicts, ``are_ways_all`` whether no waiver opens the case in another way; each is none
    where it was not asked.
    """

    run: Run
    conflicts: tuple[Conflict, ...] = ()
    is_smallest: bool | None = None
    are_all: bool | None = None
    ways: tuple[Way, ...] = ()
    are_ways_all: bool | None = None


@dataclass(frozen=True)
class Contrast:
    """What a question would change: the plan as it is, and the one that was asked for.

    ``said`` is the question as it was understood, ``what_if`` the file that asks the same. Where
    one of the runs has no plan there is no difference to tell. ``are_ways_all`` is as for an
    explanation.
    """

    said: str
    what_if: str
    plan: Run
    asked: Run
    difference: Difference | None = None
    ways: tuple[Way, ...] = ()
    are_ways_all: bool | None = None
