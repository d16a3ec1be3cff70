"""The list itself: what it leaves out, and lists only once, loses no plan."""

from __future__ import annotations

from functools import cache
from itertools import islice
from random import Random

import pytest

from scheduler.domain import Problem
from tests.explain.keeping import broken, misstated
from tests.explain.listing import Listing
from tests.explain.options import Options
from tests.explain.posing import all_requirements
from tests.referee.worlds import make_world

SHAPES = (("kite-1", "mule-1"), ("kite-1", "kite-2"), ("kite-1", "gull-1"))
MOST_PLANS = 1_500
CHOICES = 40


@cache
def plain_world(seed: int) -> tuple[Problem, Listing]:
    """Make the first world of a seed of which every plan can be written out."""
    for number in range(seed, seed + 500_000, 1_000):
        problem = make_world(number, is_troubled=number % 2 == 0, shapes=SHAPES, lengths=(2, 3))
        listing = Listing(problem, all_requirements(problem))
        if Options(problem, (), is_pruned=False).combinations > 4 * MOST_PLANS:
            continue
        size = len(list(islice(listing.every_plan(), MOST_PLANS + 1)))
        if 60 < size <= MOST_PLANS:
            return problem, listing
    raise AssertionError(f"All worlds of seed {seed} are too large.")


@pytest.mark.parametrize("seed", range(6))
def test_any_requirements_can_be_kept_if_a_list_of_everything_says_so(seed: int) -> None:
    """For choices of requirements, a few or nearly all: the same answer from both lists."""
    problem, listing = plain_world(seed)
    asked, random = sorted(all_requirements(problem), key=repr), Random(seed)
    breaches = {frozenset(broken(plan, problem, asked)) for plan in listing.every_plan()}
    answers = []
    for _ in range(CHOICES):
        kept = frozenset(random.sample(asked, random.randint(1, len(asked))))
        found = Listing(problem, kept).find()
        answers.append(found is not None)
        assert answers[-1] is any(not (one & kept) for one in breaches)
        assert found is None or not broken(found, problem, kept)


@pytest.mark.parametrize("seed", range(4))
def test_every_plan_is_stated_rightly(seed: int) -> None:
    """The checks find breaches in it, but never a number that it states wrongly."""
    problem, listing = plain_world(seed)
    for plan in islice(listing.every_plan(), 300):
        assert misstated(plan, problem) == []
