"""Goal after goal: the parts in stages, each solved to proof and fixed before the next.

Each peer's process tells lines of JSON: ``built`` with the seconds that making the model took,
``plan`` whenever a better one is found, ``stage`` when a stage is proved, ``end``. Seconds are
counted from the start of solving; making the model is told apart.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from types import TracebackType

from scripts.bench.planning_peers.answer import tell, told_plan
from scripts.bench.planning_peers.daily import Daily
from scripts.bench.planning_peers.instance import Instance
from scripts.bench.planning_peers.program import Part, Terms, merged, times, value_of

SAFE_SUM = 2**52
"""The most that a weighted sum may come to, so that whole numbers in doubles stay exact."""

MOST_MEMORY_GB = 8
"""Memory that a peer may take on this machine; assumed."""
OUT_OF_MEMORY = 77

OnBetter = Callable[[int, int], None]


@dataclass(frozen=True)
class Solved:
    """How one solve ended: ``optimal``, ``feasible``, ``infeasible`` or ``unknown``."""

    status: str
    values: Sequence[int]
    bound: int


Solve = Callable[[Terms, float, OnBetter], Solved]
"""Minimises a sum in so many seconds; told values and bounds as they come."""


def stages(parts: Sequence[Part], most: int = SAFE_SUM) -> list[list[Part]]:
    """Group parts so that the weighted sum of each group stays exact, as few as may be."""
    grouped: list[list[Part]] = []
    for part in parts:
        if grouped and span([*grouped[-1], part]) <= most:
            grouped[-1].append(part)
        else:
            grouped.append([part])
    return grouped


def span(parts: Sequence[Part]) -> int:
    """Count the combinations of values of parts."""
    number = 1
    for part in parts:
        number *= part.most + 1
    return number


def weighted(parts: Sequence[Part]) -> Terms:
    """Weigh the parts so that one unit of an earlier outweighs all of the later."""
    weights = [span(parts[place + 1 :]) for place in range(len(parts))]
    return merged(
        term
        for weight, part in zip(weights, parts, strict=True)
        for term in times(weight, part.cost)
    )


def run(
    begun: float, daily: Daily, grouped: Sequence[Sequence[Part]], solve: Solve, limit_s: float
) -> None:
    """Solve stage after stage until the time is over, telling how it goes."""
    program, started = daily.program, perf_counter()
    size = {"columns": len(program.lows), "rows": len(program.rows), "stages": len(grouped)}
    tell(told="built", seconds=started - begun, **size)

    def at_s() -> float:
        return round(perf_counter() - started, 4)

    values: Sequence[int] = ()
    status = "optimal"
    for number, parts in enumerate(grouped):
        names = [f"{part.goal}:{part.name}" for part in parts]
        if values and not any(value_of(part.cost, values) for part in parts):
            costs = [0] * len(parts)  # no cost is below 0, so the plan in hand proves it
            tell(told="stage", at_s=at_s(), stage=number, parts=names, values=costs)
            for part in parts:
                program.equal(part.cost, 0)
            continue

        def better(value: int, bound: int, names: list[str] = names, stage: int = number) -> None:
            tell(told="plan", at_s=at_s(), stage=stage, parts=names, value=value, bound=bound)

        solved = solve(weighted(parts), limit_s - at_s(), better)
        values = solved.values or values
        if solved.status != "optimal":
            status = solved.status if not values else "feasible"
            told_bound = solved.bound if solved.status == "feasible" else None
            tell(told="cut", at_s=at_s(), stage=number, parts=names, bound=told_bound)
            break
        costs = [value_of(part.cost, values) for part in parts]
        tell(told="stage", at_s=at_s(), stage=number, parts=names, values=costs)
        for part, cost in zip(parts, costs, strict=True):
            program.equal(part.cost, cost)
    plan = told_plan(daily.answer(values)) if values else None
    tell(told="end", at_s=at_s(), status=status, plan=plan, memory_mb=peak_mb())


def peak_mb(who: int = resource.RUSAGE_SELF) -> float:
    """Give the most memory that this process has had, in MB."""
    return round(resource.getrusage(who).ru_maxrss / 1024, 1)


def hold_memory() -> None:
    """Let this process, and those that it starts, take so much memory and no more.

    Who wants more ends with ``OUT_OF_MEMORY``, or is aborted by its own solver.
    """
    most = MOST_MEMORY_GB << 30
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    told = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, MemoryError):
            os._exit(OUT_OF_MEMORY)
        told(kind, error, trace)

    sys.excepthook = hook


def asked() -> tuple[Instance, float, dict[str, object]]:
    """Read what a peer's process is asked: ``INSTANCE.json SECONDS [OPTIONS as JSON]``."""
    hold_memory()
    options = json.loads(sys.argv[3]) if len(sys.argv) > 3 else {}
    return Instance.read(Path(sys.argv[1])), float(sys.argv[2]), options
