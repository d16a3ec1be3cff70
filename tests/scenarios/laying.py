"""Changes laid over the leak week, one a line."""

from __future__ import annotations

from pathlib import Path

from scheduler.domain import Facts, Problem
from tests.scenarios.world import FACTS, applied, written


def laid(folder: Path, *changes: str, facts: Facts = FACTS) -> Problem:
    """Lay changes over the leak week; the first one stands on line 6."""
    text = "changes:\n" + "".join(f"  - {{change: {change}}}\n" for change in changes)
    return applied(written(folder, text), facts=facts)


def at(folder: Path, line: int) -> str:
    """Give the place of a line of that file."""
    return f"{folder / 'what-if.yaml'}:{line}"
