"""Random worlds without a plan, so small that all their plans can be listed."""

from __future__ import annotations

from collections.abc import Iterator

from tests.explain.judging import Told, told
from tests.referee.worlds import make_world

SHAPES = (
    ("kite-1", "kite-2"),
    ("kite-1", "kite-2"),
    ("kite-1", "gull-2"),
    ("kite-1", "mule-1"),
    ("kite-1", "kite-2", "mule-2"),
    ("kite-1", "kite-2", "gull-1"),
    ("gull-1", "gull-2", "kite-2"),
)
LENGTHS = (3, 4, 4, 5)
STEP = 1_000_000


def hopeless_worlds(seed: int) -> Iterator[Told]:
    """Walk the worlds of a seed that have no plan, explained; every other seed's are troubled."""
    for number in range(seed, seed + 1_000 * STEP, STEP):
        problem = make_world(number, is_troubled=seed % 2 == 0, shapes=SHAPES, lengths=LENGTHS)
        explained = told(problem)
        if explained is not None:
            yield explained
