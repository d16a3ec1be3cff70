"""How the cost of planning grows with flights, years and people: exponents, a table, bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import inf
from statistics import median
from typing import Any

from scripts.bench.bars import Bar, bar_lines, bars_document, peak
from scripts.bench.fitting import Fit, fit
from scripts.bench.measured import Measured, Watched, by_world, document_of, values
from scripts.bench.measuring import measure_all
from scripts.bench.telling import brief
from scripts.bench.worlds import World, crewed_for

MOST_EXPONENT = 1.3  # issue 6, "To show", point 5: of the first plan against flights
LEAST_FLIGHTS = 12
CELL, WIDE = 20, 16

Cost = Callable[[Watched], float | None]


def _proved_search_s(watched: Watched) -> float | None:
    """Give the seconds of a search that was not cut short: others cost more than was measured."""
    return watched.search_s if watched.verdict == "optimal" else None


COSTS: Mapping[str, Cost] = {
    "first plan, s": lambda watched: watched.first_plan_s,
    "building, s": lambda watched: watched.build_s,
    "all proved, s": _proved_search_s,
    "memory, MB": peak,
}
FIRST_PLAN = next(iter(COSTS))
SIZES: Mapping[str, Callable[[Measured], float]] = {
    "flights": lambda one: one.flights,
    "years": lambda one: one.years,
    "people": lambda one: one.people,
}


@dataclass(frozen=True)
class Asked:
    """What is to be measured: kinds of worlds in so many sizes, counted in flights.

    ``others`` are worlds with more or fewer flights and people a year: they tell apart what
    flights, years and people each add.
    """

    families: Mapping[str, World]
    flights: Sequence[int]
    others: Sequence[World]
    limit_s: float


REPLAN, FRESH = World("slip", is_rich=True), World("fresh", is_rich=True)
QUICK = Asked({"replanning": World("slip")}, (12, 24, 48), (), 5.0)
WHOLE = Asked(
    {"replanning": REPLAN, "fresh": FRESH},
    (LEAST_FLIGHTS, 24, 48, 96, 192, 384, 480),
    tuple(
        World("slip", crewed=crewed, lines=lines, is_rich=is_rich)
        for lines in (1, 3)
        for crewed in (12, 48)
        for is_rich in (False, True)
    ),
    60.0,
)


@dataclass(frozen=True)
class Growth:
    """All that was measured, by family, and the worlds beside them."""

    limit_s: float
    families: Mapping[str, Sequence[Measured]]
    others: Sequence[Measured]

    def points(self, family: str, size: str, cost: str) -> list[tuple[float, float]]:
        """Give size and cost of each search of a family that has that cost."""
        return _points(self.families[family], SIZES[size], COSTS[cost])

    @property
    def bars(self) -> list[Bar]:
        """Hold the exponent of the first plan against its bound, family by family.

        Where a world has no first plan in time, the exponent is infinite.
        """
        bars = []
        for family, found in self.families.items():
            points = self.points(family, "flights", FIRST_PLAN)
            line = line_through(points)
            figure = inf if len(points) < len(found) or line is None else line.exponents[0]
            text = f"exponent of the first plan, {family}"
            bars.append(Bar(text, MOST_EXPONENT, [figure], ""))
        return bars


def measure(asked: Asked, repeat: int) -> Growth:
    """Measure all sizes with so many seeds each."""
    families = {
        family: measure_all(_seeded(_sized(world, asked.flights), repeat), asked.limit_s)
        for family, world in asked.families.items()
    }
    return Growth(
        asked.limit_s, families, measure_all(_seeded(asked.others, repeat), asked.limit_s)
    )


def line_through(points: Sequence[tuple[float, float]]) -> Fit | None:
    """Fit a cost to one size; none where the points are of one size."""
    if len({size for size, _ in points}) < 2:
        return None
    return fit([[size] for size, _ in points], [cost for _, cost in points])


def joint_fit(growth: Growth, cost: str) -> Fit | None:
    """Fit one exponent each for flights, years and people to all that was measured of one form.

    None where too few worlds beside the families have that cost, for then the three grow as one.
    """
    if not growth.others:
        return None
    form = growth.others[0].world.form
    pooled = [one for found in growth.families.values() for one in found]
    pooled = [one for one in (*pooled, *growth.others) if one.world.form == form]
    known = [(one, COSTS[cost](one.watched)) for one in pooled if one.watched]
    told = [(one, figure) for one, figure in known if figure]
    sizes = [[of(one) for of in SIZES.values()] for one, _ in told]
    try:
        return fit(sizes, [figure for _, figure in told])
    except ValueError:
        return None


def text_of(growth: Growth) -> str:
    """Write the tables for a reader."""
    lines = [
        f"Growth: {growth.limit_s:g} s at most a search; medians (least to most), standard errors"
    ]
    for family, found in growth.families.items():
        lines += ["", *_family_lines(family, found)]
        lines += ["", f"  {'exponent against':<24}" + "".join(f"{size:<{WIDE}}" for size in SIZES)]
        lines += [_exponent_line(growth, family, cost) for cost in COSTS]
    lines += _joint_lines(growth)
    return "\n".join([*lines, "", *bar_lines(growth.bars)])


def document(growth: Growth) -> dict[str, Any]:
    """Give all measurements for machines."""
    return {
        "limit_s": growth.limit_s,
        "bars": bars_document(growth.bars),
        "exponents": {
            family: {
                cost: {
                    size: _fit_document(line_through(growth.points(family, size, cost)))
                    for size in SIZES
                }
                for cost in COSTS
            }
            for family in growth.families
        },
        "joint_exponents": {cost: _fit_document(joint_fit(growth, cost)) for cost in COSTS},
        "families": {name: document_of(found) for name, found in growth.families.items()},
        "others": document_of(growth.others),
    }


def _sized(world: World, flights: Sequence[int]) -> list[World]:
    return [
        replace(world, crewed=crewed_for(size, lines=world.lines, is_rich=world.is_rich))
        for size in flights
    ]


def _seeded(worlds: Sequence[World], repeat: int) -> list[World]:
    return [replace(world, seed=seed + 1) for world in worlds for seed in range(repeat)]


def _points(
    found: Sequence[Measured], size: Callable[[Measured], float], cost: Cost
) -> list[tuple[float, float]]:
    known = [(size(one), cost(one.watched)) for one in found if one.watched]
    return [(number, figure) for number, figure in known if figure]


def _fit_document(found: Fit | None) -> dict[str, Any] | None:
    return None if found is None else asdict(found)


def _family_lines(family: str, found: Sequence[Measured]) -> Iterator[str]:
    yield f"{family}"
    *timed, memory = COSTS
    heads = "".join(f"{cost:<{CELL}}" for cost in timed)
    yield f"  {'flights':<8}{'years':<6}{heads}{memory:<11}proved"
    for runs in by_world(found):
        yield from (f"  seed {one.world.seed} {one.complaint}" for one in runs if one.complaint)
        figures = [values(runs, COSTS[cost]) for cost in timed]
        cells = "".join(f"{brief(found) if found else '-':<{CELL}}" for found in figures)
        peaks = values(runs, COSTS[memory])
        told = f"{median(peaks):.0f}" if peaks else "-"
        years = median(one.years for one in runs)
        proved = sum(one.watched is not None and one.watched.verdict == "optimal" for one in runs)
        row = f"  {max(one.flights for one in runs):<8}{years:<6.1f}{cells}{told:<11}"
        yield f"{row}{proved} of {len(runs)}"


def _exponent_line(growth: Growth, family: str, cost: str) -> str:
    lines = [line_through(growth.points(family, size, cost)) for size in SIZES]
    cells = [
        _cell(line.exponents[0], line.errors[0]) if line else f"{'-':<{WIDE}}" for line in lines
    ]
    return f"  {cost:<24}{''.join(cells).rstrip()}"


def _joint_lines(growth: Growth) -> Iterator[str]:
    if not growth.others:
        return
    yield ""
    yield f"{growth.others[0].world.form}, worlds of one to three lines, plain and rich together"
    yield f"  {'exponents fitted as one':<24}" + "".join(f"{size:<{WIDE}}" for size in SIZES)
    for cost in COSTS:
        found = joint_fit(growth, cost)
        cells = map(_cell, found.exponents, found.errors) if found else ()
        yield f"  {cost:<24}{''.join(cells).rstrip()}"


def _cell(exponent: float, error: float | None) -> str:
    told = f"{exponent:.2f}" if error is None else f"{exponent:.2f} +- {error:.2f}"
    return f"{told:<{WIDE}}"
