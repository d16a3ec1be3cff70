"""Made-up measurements for the tests of the bench's tables."""

from __future__ import annotations

from dataclasses import replace

from scripts.bench.measured import Measured, Watched
from scripts.bench.trace import GoalTrace
from scripts.bench.worlds import World

WORLD = World("slip", crewed=12)
GAPS = {"1": 1.0, "10": 0.5, "60": 0.0}


def goal(name: str, done_s: float, *parts: tuple[str, int, int]) -> GoalTrace:
    """Make a goal that is proved where all parts meet their bounds."""
    is_proved = all(value == bound for _, value, bound in parts)
    return GoalTrace(name, is_proved, 0.0, done_s, parts, GAPS, 2.0)


def searched(
    *goals: GoalTrace,
    first_plan_s: float | None = 1.0,
    search_s: float = 4.0,
    peak_mb: float = 200.0,
    breaches: tuple[str, ...] = (),
) -> Watched:
    """Make a search; it is optimal when every goal is proved."""
    is_optimal = all(one.is_proved for one in goals)
    verdict = ("optimal" if is_optimal else "feasible") if goals else "undecided"
    sizes = {"asked": 5, "variables": 1234, "constraints": 5678}
    return Watched(
        verdict=verdict,
        build_s=0.5,
        first_plan_s=first_plan_s,
        search_s=search_s,
        audit_s=0.1,
        solving_s=2.0,
        peak_mb=peak_mb,
        breaches=breaches,
        goals=goals,
        **sizes,
    )


def measured(
    watched: Watched | None,
    world: World = WORLD,
    *,
    seed: int = 1,
    flights: int = 12,
    fault: str = "",
) -> Measured:
    """Make a measurement; years and people go with the flights."""
    seeded = replace(world, seed=seed)
    return Measured(seeded, flights, 3 * flights, flights / 4, 0.4, watched, fault)
