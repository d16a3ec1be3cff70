"""The planning bench: how quickly worlds are planned and proved, and how well in a given time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean, median
from textwrap import wrap
from typing import Any

from scheduler.units import count
from scripts.bench.bars import (
    Bar,
    Target,
    bar_lines,
    bars_document,
    first_s,
    peak,
    proved_s,
    whole_ratio,
    worst_gap,
)
from scripts.bench.measured import Measured, by_world, document_of, values
from scripts.bench.measuring import measure_all
from scripts.bench.telling import brief, spread
from scripts.bench.trace import GAP_AFTER_S
from scripts.bench.worlds import World, shipped_worlds

WIDTH = 100

TWO_YEARS = World("fresh", crewed=10, is_rich=True)
TEN_YEARS = World("fresh", crewed=42, is_rich=True)
THIRTY_YEARS = World("fresh", crewed=120)
ONE_SLIP = World("slip", crewed=120)

# Bounds of issue 6, "To show", points 3 and 4.
TARGETS = (
    Target("two years fresh, every goal proved", TWO_YEARS, proved_s, 5.0),
    Target("ten years fresh, first plan", TEN_YEARS, first_s, 1.0),
    Target("ten years fresh, widest gap after 60 s", TEN_YEARS, worst_gap, 0.01, ""),
    Target("ten years fresh, peak memory", TEN_YEARS, peak, 400.0, "MB"),
    Target("ten years fresh, all but imports / CP-SAT", TEN_YEARS, whole_ratio, 1.25, ""),
    Target("120 crewed flights fresh, first plan", THIRTY_YEARS, first_s, 1.0),
    Target("120 crewed flights, replanned after one slip", ONE_SLIP, proved_s, 0.5),
    Target("the same, all but imports / CP-SAT", ONE_SLIP, whole_ratio, 1.25, ""),
)


@dataclass(frozen=True)
class Asked:
    """What is to be measured; ``shipped`` cases, too, all or the first few."""

    worlds: Sequence[World]
    shipped: int | None
    limit_s: float


QUICK = Asked(
    (
        World("slip", crewed=12),
        World("disturbed", crewed=6, is_rich=True),
        World("fresh", crewed=4, lines=1),
        World("troubled", crewed=12),
    ),
    1,
    5.0,
)
WHOLE = Asked(
    (
        World("slip", crewed=6, lines=1),
        World("disturbed", crewed=12, is_rich=True),
        World("disturbed", crewed=24, lines=3, is_rich=True),
        World("disturbed", crewed=42, is_rich=True),
        World("fresh", crewed=12, lines=1),
        World("fresh", crewed=12, lines=3),
        World("troubled", crewed=24, is_rich=True),
        World("troubled", crewed=120),
        TWO_YEARS,
        TEN_YEARS,
        THIRTY_YEARS,
        ONE_SLIP,
    ),
    None,
    60.0,
)


@dataclass(frozen=True)
class Solved:
    """All that was measured, and the bars that it is held against."""

    limit_s: float
    found: Sequence[Measured]
    bars: Sequence[Bar]


def measure(asked: Asked, repeat: int) -> Solved:
    """Measure every world with so many seeds; a shipped case has none, and is repeated as often."""
    worlds = [*dict.fromkeys(asked.worlds), *list(shipped_worlds())[: asked.shipped]]
    seeded = [replace(world, seed=seed + 1) for world in worlds for seed in range(repeat)]
    found = measure_all(seeded, asked.limit_s)
    names = {world.name for world in worlds}
    bars = [target.bar(found) for target in TARGETS if target.world.name in names]
    return Solved(asked.limit_s, found, bars)


def text_of(solved: Solved) -> str:
    """Write the tables for a reader."""
    seeds = max((one.world.seed for one in solved.found), default=0)
    imports = [one.import_s for one in solved.found if one.watched]
    lines = [
        f"Planning: {count(seeds, 'seed')} a world, {solved.limit_s:g} s at most; "
        "each figure is a median (least to most)",
        "Seconds count from the problem in memory on, building included",
        f"Before that, the solver's side takes {brief(imports) if imports else '-'} s to import",
        "",
        f"  {'build, s':<20}{'first plan, s':<20}{'search, s':<20}{'CP-SAT, s':<20}memory, MB",
    ]
    for runs in by_world(solved.found):
        lines += world_lines(runs)
    return "\n".join([*lines, *(["", *bar_lines(solved.bars)] if solved.bars else ())])


def world_lines(runs: Sequence[Measured]) -> Iterator[str]:
    """Write one world: its size and how its searches ended, times and memory, goal by goal."""
    watched = [one.watched for one in runs if one.watched]
    yield f"{runs[0].world.name}: {_size(runs)}; {_ends(runs)}"
    yield from (f"  seed {one.world.seed} {one.complaint}" for one in runs if one.complaint)
    if not watched:
        return
    firsts = values(runs, lambda one: one.first_plan_s)
    figures = (
        f"{brief(values(runs, lambda one: one.build_s)):<20}",
        f"{brief(firsts) if firsts else 'none':<20}",
        f"{brief(values(runs, lambda one: one.search_s)):<20}",
        f"{brief(values(runs, lambda one: one.solving_s)):<20}",
        spread(values(runs, peak), 0),
    )
    yield f"  {''.join(figures)}"
    if any(one.goals for one in watched):
        yield from _goal_lines(runs)
    size = f"{watched[0].variables:,} variables, {watched[0].constraints:,} constraints"
    yield f"  audit, s: {brief(values(runs, lambda one: one.audit_s))}; model: {size}"
    shares = [whole_ratio(one) for one in watched if one.solving_s]
    if shares:
        yield f"  all but imports / CP-SAT: {brief(shares)}"


def _size(runs: Sequence[Measured]) -> str:
    first = next((one for one in runs if one.watched), runs[0])
    return f"{first.flights} flights, {first.people} people, {first.years:.1f} years"


def _ends(runs: Sequence[Measured]) -> str:
    """Tell the verdicts, each with the number of seeds that it came for."""
    verdicts = [one.watched.verdict if one.watched else "failed" for one in runs]
    told = [f"{verdicts.count(name)} {name}" for name in sorted(set(verdicts))]
    return ", ".join(told)


def _goal_lines(runs: Sequence[Measured]) -> Iterator[str]:
    """Write the seconds to the proof of each goal, then the gaps and the primal integral.

    A goal that some seeds left open has their number; a mean is over the goals but the tie-break.
    """
    planned = [one.watched.goals for one in runs if one.watched and one.watched.goals]
    told = []
    for goals in zip(*planned, strict=True):
        proofs = [goal.done_s for goal in goals if goal.is_proved]
        left = len(goals) - len(proofs)
        open_ = f"{left} open" if left else ""
        seconds = f"{median(proofs):.1f}" if proofs else ""
        told.append(" ".join(filter(None, (goals[0].goal, seconds, open_))))
    yield from wrap(f"  proved, s: {', '.join(told)}", WIDTH, subsequent_indent=" " * 4)
    counted = [[goal for goal in goals if goal.parts] for goals in planned]
    gaps = [
        f"{median(mean(goal.gaps[str(at)] for goal in goals) for goals in counted):.3f}"
        for at in GAP_AFTER_S
    ]
    integral = brief([mean(goal.primal_integral_s for goal in goals) for goals in counted])
    after = "/".join(map(str, GAP_AFTER_S))
    yield f"  gap after {after} s: {' '.join(gaps)}; primal integral, s: {integral}"


def document(solved: Solved) -> dict[str, Any]:
    """Give all measurements for machines."""
    return {
        "limit_s": solved.limit_s,
        "bars": bars_document(solved.bars),
        "worlds": document_of(solved.found),
    }
