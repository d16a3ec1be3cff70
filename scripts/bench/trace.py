"""What a search told of itself while it ran: when each goal was begun, better, and done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.domain import GoalResult

GAP_AFTER_S = (1, 10, 60)
PART = re.compile(r"(\S+) (\d+)(?:, |$)")


@dataclass(frozen=True)
class Told:
    """One word of the search, ``at_s`` seconds after it began; parts by name, where it gave any."""

    at_s: float
    goal: str
    values: Mapping[str, int]
    bounds: Mapping[str, int]


def told(at_s: float, goal: str, best: str, bound: str) -> Told:
    """Read a word of the search, ``G4 2, G3 88``; of the tie-break no numbers are read."""
    return Told(at_s, goal, numbers(best), numbers(bound))


def numbers(words: str) -> dict[str, int]:
    """Read the parts of a goal from words."""
    return {part: int(number) for part, number in PART.findall(words)}


@dataclass(frozen=True)
class GoalTrace:
    """One goal of a search.

    ``begun_s`` and ``done_s`` are seconds from the beginning of the search; a goal that was never
    asked, because its value was 0 already, begins and is done when the next begins. ``gaps`` maps
    seconds to the gap between best value and bound then, a share from 0 to 1; 1 before anything
    is known of the goal. ``primal_integral_s`` is the gap between the best value so far and the
    last, over the seconds of the search.
    """

    goal: str
    is_proved: bool
    begun_s: float
    done_s: float
    parts: Sequence[tuple[str, int, int]]
    gaps: Mapping[str, float]
    primal_integral_s: float

    @property
    def gap(self) -> float:
        """Give the gap that is left at the end."""
        return gap_of([(value, bound) for _, value, bound in self.parts])


def traces(words: Sequence[Told], goals: Sequence[GoalResult], end_s: float) -> Iterator[GoalTrace]:
    """Walk the goals of a search that ended after ``end_s`` seconds, in their order."""
    spans = _spans(words, [result.goal for result in goals], end_s)
    for result in goals:
        begun_s, done_s = spans[result.goal]
        steps = [word for word in words if word.goal == result.goal and word.values]
        yield GoalTrace(
            goal=result.goal,
            is_proved=result.is_proved,
            begun_s=begun_s,
            done_s=done_s,
            parts=tuple((part.part, part.value, part.bound) for part in result.parts),
            gaps={str(at): _gap_at(at, steps, result, done_s) for at in GAP_AFTER_S},
            primal_integral_s=_primal_integral(steps, result, done_s),
        )


def _spans(
    words: Sequence[Told], goals: Sequence[str], end_s: float
) -> dict[str, tuple[float, float]]:
    """Give begin and end of each goal, from the last to the first: a goal ends one before it."""
    first: dict[str, float] = {}
    for word in words:
        first.setdefault(word.goal, word.at_s)
    spans = {}
    for goal in reversed(goals):
        begun_s = first.get(goal, end_s)
        spans[goal] = begun_s, end_s
        end_s = begun_s
    return spans


def first_plan_s(words: Sequence[Told]) -> float | None:
    """Give the seconds until the search first told the value of a plan."""
    return min((word.at_s for word in words if word.values), default=None)


def gap_of(pairs: Sequence[tuple[int, int]]) -> float:
    """Give the gap of a goal whose parts count in their order: that of the first that is open."""
    for value, bound in pairs:
        if value != bound:
            return min(1.0, abs(value - bound) / max(1, abs(value)))
    return 0.0


def _gap_at(at_s: float, steps: Sequence[Told], result: GoalResult, done_s: float) -> float:
    if done_s <= at_s:
        return gap_of([(part.value, part.bound) for part in result.parts])
    values, bounds = _known(steps, at_s)
    if not values:
        return 1.0
    known = [part.part for part in result.parts if part.part in values]
    return gap_of([(values[part], bounds.get(part, 0)) for part in known])


def _known(steps: Sequence[Told], at_s: float) -> tuple[dict[str, int], dict[str, int]]:
    """Give the newest value and bound of each part; parts are told together or one by one."""
    values: dict[str, int] = {}
    bounds: dict[str, int] = {}
    for step in steps:
        if step.at_s <= at_s:
            values |= step.values
            bounds |= step.bounds
    return values, bounds


def _primal_integral(steps: Sequence[Told], result: GoalResult, done_s: float) -> float:
    last = {part.part: part.value for part in result.parts}
    total, since, gap = 0.0, 0.0, 1.0
    for step in steps:
        total += gap * (step.at_s - since)
        values, _ = _known(steps, step.at_s)
        gap = gap_of([(values[part], last[part]) for part in last if part in values])
        since = step.at_s
    return total + gap * (done_s - since)
