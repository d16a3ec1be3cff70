"""Our own search, in a process of its own, told in the same lines as the peers tell theirs.

    python -m scripts.bench.planning_peers.ours PROBLEM.pickle SECONDS OUTCOME.pickle

A goal is proved when the search turns to the next; all are when it turns to breaking ties, which
the peers do not do. What it takes to break them is told by ``end``.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from time import perf_counter

from scheduler.board import Board
from scheduler.domain import Plan, Problem
from scheduler.goals import TIE_BREAK, goals_in_order
from scheduler.rules import RULES
from scheduler.solve import Engine
from scheduler.solve.lexicographic import LexicographicSearch
from scripts.bench.planning_peers.answer import tell
from scripts.bench.planning_peers.staging import peak_mb

WORKERS = 2


class Teller:
    """Turns the progress of the search into lines: a plan seen first, goals left behind."""

    def __init__(self, problem: Problem) -> None:
        """Name the parts, which are those of the score of an empty plan."""
        self._parts = {
            goal.code: [f"{goal.code}:{part}" for part in goal.score(Plan(), problem)]
            for goal in goals_in_order(problem.goals)
        }
        self._left = list(self._parts)
        self.start()

    def start(self) -> None:
        """Start the clock, when everything is built."""
        self._started = perf_counter()

    def at_s(self) -> float:
        """Give the seconds since the start."""
        return round(perf_counter() - self._started, 4)

    def __call__(self, goal: str, best: str, bound: str) -> None:
        """Tell the goals before this one as proved, and a better plan as found."""
        is_over = goal == TIE_BREAK
        place = len(self._left) if is_over else self._left.index(goal)
        if place:
            parts = [part for code in self._left[:place] for part in self._parts[code]]
            tell(told="stage", at_s=self.at_s(), parts=parts)
            self._left = self._left[place:]
        if best and not is_over:
            tell(told="plan", at_s=self.at_s(), parts=self._parts[goal], value=best, bound=bound)


def main() -> None:
    """Build, search, tell; leave the outcome in a file."""
    problem = pickle.loads(Path(sys.argv[1]).read_bytes())
    engine = Engine(float(sys.argv[2]), workers=WORKERS)
    begun = perf_counter()
    board = Board(problem)
    teller = Teller(problem)
    search = LexicographicSearch(board, RULES, engine, teller)
    tell(told="built", seconds=perf_counter() - begun)
    teller.start()
    outcome = search.run()
    values = {
        f"{goal.goal}:{part.part}": part.value for goal in outcome.goals for part in goal.parts
    }
    at_s, status = teller.at_s(), outcome.verdict.value
    tell(told="end", at_s=at_s, status=status, values=values, memory_mb=peak_mb())
    Path(sys.argv[3]).write_bytes(pickle.dumps(outcome))


if __name__ == "__main__":
    main()
