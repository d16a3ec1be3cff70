"""A past day planned again, beside what was flown."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain import Difference, Finding, Run


@dataclass(frozen=True)
class Replay:
    """A past day planned again with what was known then, and what was flown.

    ``flown`` is a run as if reality had been planned: its goals are counted, its bounds are its
    values. ``broken`` are the rules of the case that it breaks. ``difference`` leads from the
    plan to what was flown; there is none where there is no plan.
    """

    name: str
    run: Run
    flown: Run
    broken: tuple[Finding, ...]
    difference: Difference | None

    @property
    def is_flown_better(self) -> bool:
        """Say whether what was flown keeps every rule and meets the goals better."""
        if self.broken or self.difference is None or not self.difference.goals:
            return False
        first = self.difference.goals[0]
        return first.after < first.before
