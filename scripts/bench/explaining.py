"""The explanation bench: conflicts and relaxations beside CPMpy's, as one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from scripts.bench.conflicts import Beside, World, measure_shop, measure_world
from scripts.bench.jobshop import OPTIMA, read_shops
from scripts.bench.peers.asking import Told
from scripts.bench.relaxing import Relaxations, measure_relaxations, percentile
from scripts.bench.telling import say, spread

# Bounds of issue 3, "To show", point 3.
MOST_RATIO = {"mus": 1 / 2, "quickxplain": 1 / 10}
MOST_SHOP_RATIO = 1.0
MOST_RELAXING_S = 1.0
PART = 95  # the percentile that is held against it


@dataclass(frozen=True)
class Asked:
    """What is to be measured."""

    worlds: Sequence[World]
    shops: Sequence[str]
    relaxed_crewed: int
    relaxed: int
    relaxed_by_peer: int
    limit_s: float


QUICK = Asked((World(1, 24, False, "berth"),), ("ft06", "la01", "la05"), 24, 8, 1, 20.0)
WHOLE = Asked(
    (
        World(1, 24, False, "berth"),
        World(1, 48, False, "order"),
        World(1, 120, False, "order"),
        World(1, 120, False, "more-ports"),
        World(1, 120, True, "more-ports"),
    ),
    tuple(OPTIMA),
    120,
    200,
    2,
    300.0,
)


@dataclass(frozen=True)
class Explanations:
    """All that was measured."""

    limit_s: float
    worlds: Sequence[Beside]
    shops: Sequence[Beside]
    relaxations: Relaxations


def measure(asked: Asked, repeat: int) -> Explanations:
    """Measure everything that is asked for."""
    worlds = []
    for world in asked.worlds:
        say(world.name)
        worlds.append(measure_world(world, tuple(MOST_RATIO), repeat, asked.limit_s))
    shops = []
    for shop in read_shops():
        if shop.name in asked.shops:
            say(shop.name)
            shops.append(measure_shop(shop, repeat, asked.limit_s))
    say(f"relaxing {asked.relaxed} cases")
    relaxed = measure_relaxations(
        asked.relaxed_crewed, asked.relaxed, asked.relaxed_by_peer, asked.limit_s
    )
    return Explanations(asked.limit_s, worlds, shops, relaxed)


def ratio(ours_s: float, told: Told) -> float:
    """Divide ours by the peer's time, or by its limit where it was stopped: it is no more."""
    return ours_s / (told.limit_s if told.seconds is None else told.seconds)


def verdict(beside: Beside, told: Told, most: float) -> str:
    """Say whether a bound is kept; where the peer was stopped it may be without being shown.

    Where nothing is known of the conflict beforehand, the peer's must not be smaller.
    """
    is_free = beside.expected is None and told.members is not None
    is_larger = is_free and len(beside.ours.members) > len(told.members or ())
    in_time = ratio(median(beside.ours.seconds), told) <= most
    if in_time and beside.ours.is_proved and not is_larger:
        return "kept"
    return "open" if told.seconds is None else "over"


def text_of(found: Explanations) -> str:
    """Write the table for a reader."""
    head = f"  {'CPMpy':<14}{'ours, s':<26}{'CPMpy, s':<11}{'ratio':<10}{'bound':<13}members"
    lines = [
        f"Explaining: ours beside CPMpy on the same requirements, {found.limit_s:g} s at most",
        "",
        head,
    ]
    for beside in found.worlds:
        lines += rows(beside, MOST_RATIO)
    for beside in found.shops:
        lines += rows(beside, {"mus": MOST_SHOP_RATIO})
    lines += ["", *relaxed_lines(found.relaxations)]
    return "\n".join(lines)


def rows(beside: Beside, most: dict[str, float]) -> Iterator[str]:
    """Write one question: its size, then a line for each method of the peer."""
    checked = "" if beside.is_right else "; WRONG: a conflict does not hold or can be reduced"
    yield f"{beside.name}: {beside.size}{checked}"
    for told in beside.peers:
        bound = most[told.method]
        is_over = told.seconds is None
        peer_s = f"> {told.limit_s:g}" if is_over else f"{told.seconds:.2f}"
        share = f"{'< ' if is_over else ''}{ratio(median(beside.ours.seconds), told):.3f}"
        held = f"{bound:g} {verdict(beside, told, bound)}"
        known = f", known {beside.expected}" if beside.expected else ""
        sizes = f"{len(beside.ours.members)} to {len(told.members) if told.members else '-'}{known}"
        ours_s = spread(beside.ours.seconds)
        yield f"  {told.method:<14}{ours_s:<26}{peer_s:<11}{share:<10}{held:<13}{sizes}"


def relaxed_lines(found: Relaxations) -> Iterator[str]:
    """Write what relaxing took: our many cases, then the peer's few."""
    if not found.cases:
        return
    seconds = [case.relaxing_s for case in found.cases]
    whole = [case.explaining_s + case.relaxing_s for case in found.cases]
    high = percentile(seconds, PART)
    held = "kept" if high <= MOST_RELAXING_S else "over"
    proved = sum(case.is_cheapest and bool(case.text) for case in found.cases)
    yield f"Relaxing: {len(found.cases)} cases, {proved} with a way out that is proved cheapest"
    yield f"{'':<34}{'median':<10}{f'{PART} %':<10}most"
    for name, values in (("from the conflict, s", seconds), ("from the problem, s", whole)):
        sums = (median(values), percentile(values, PART), max(values))
        yield f"{name:<34}" + "".join(f"{value:<10.2f}" for value in sums).rstrip()
    for name, told in found.peers:
        peer_s = f"> {told.limit_s:g}" if told.seconds is None else f"{told.seconds:.2f}"
        ours_s = next(case.relaxing_s for case in found.cases if case.name == name)
        yield f"{f'CPMpy mcs, {name}, s':<34}{peer_s:<10}ours {ours_s:.2f}"
    yield f"{PART} % from the conflict, <= {MOST_RELAXING_S:g} s: {held}"


def document_of(found: Explanations) -> dict[str, Any]:
    """Give all measurements for machines."""
    bounds = {"ratio": MOST_RATIO, "shop_ratio": MOST_SHOP_RATIO, "relaxing_s": MOST_RELAXING_S}
    return {"bounds": bounds, **asdict(found)}
