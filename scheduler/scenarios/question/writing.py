"""What is asked, written as a what-if file, with the place in the question of each line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scheduler.domain import Problem
from scheduler.scenarios.question.asking import Asked
from scheduler.scenarios.writing import change_lines, header_lines

Line = tuple[str, str | None]


def written(problem: Problem, under: Sequence[str], asked: Iterable[Asked]) -> list[Line]:
    """Write a what-if file line by line, each change with the place of its clause.

    Parameters
    ----------
    problem
        What the question is about; the header is its own.
    under
        The what-if files that pose the problem.
    """
    changes = [
        (line, one.clause.at.place)
        for one in asked
        for line in change_lines({**one.data, "why": f"asked: {one.clause.said}"})
    ]
    head = [(line, None) for line in header_lines(problem, problem.title, under)]
    return [*head, ("changes:" if changes else "changes: []", None), *changes]
