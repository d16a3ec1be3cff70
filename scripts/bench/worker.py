"""Measures one world in a process of its own: ``python -m scripts.bench.worker WORLD LIMIT_S``.

``WORLD`` is a JSON object, ``LIMIT_S`` the time limit of the search. What is measured is written
as one JSON object to standard output.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from resource import RLIMIT_AS, setrlimit
from time import perf_counter

MOST_MEMORY = 6 * 10**9  # bytes; a search that needs more ends as a failure; assumed


def main() -> int:
    """Import, pose, search, in turn; the posing is no part of what is measured."""
    world, limit_s = sys.argv[1:]
    setrlimit(RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    begun = perf_counter()
    from scripts.bench.watching import watch

    import_s = perf_counter() - begun
    from scripts.bench.worlds import World

    problem = World(**json.loads(world)).problem()
    sizes = {
        "flights": len(problem.flights),
        "people": len(problem.travellers),
        "years": (problem.until - problem.as_of).days / 365.25,
    }
    watched = asdict(watch(problem, float(limit_s)))
    print(json.dumps(sizes | {"import_s": import_s, "watched": watched}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
