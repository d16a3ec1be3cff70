"""A question, read: the what-if file that asks the same, and where each part of it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scheduler.domain import Problem
from scheduler.errors import Complaint, ScenarioError
from scheduler.scenarios.file import model_for
from scheduler.scenarios.question.asking import Asked, Asking
from scheduler.scenarios.question.names import Names
from scheduler.scenarios.question.reading import Reader
from scheduler.scenarios.question.writing import written
from scheduler.scenarios.writes import Write, writes


@dataclass(frozen=True)
class Question:
    """A question as it was understood.

    Parameters
    ----------
    said
        The question in the words of the language, with ids for names.
    what_if
        The text of a what-if file that asks the same, laid over those of the problem.
    places
        The place in the question, ``question:1:8``, of each line of that text that it asked for.
    """

    said: str
    what_if: str
    places: Mapping[int, str]

    def placed(self, problem: Problem, name: str) -> Problem:
        """Let the demands of a problem that come from the question name their place in it.

        Parameters
        ----------
        problem
            What ``what_if`` poses, laid over the files under it.
        name
            The file name under which ``what_if`` was read.
        """
        own = {f"{name}:{line}": place for line, place in self.places.items()}
        demands = tuple(replace(one, at=own.get(one.at, one.at)) for one in problem.demands)
        return replace(problem, demands=demands)


def read_question(text: str, problem: Problem, under: Sequence[str]) -> Question:
    """Read a question about a problem; ``documents.questions`` has its language.

    Parameters
    ----------
    problem
        What the question is laid over, its own what-ifs applied.
    under
        The what-if files that pose the problem, by their paths as the new text is to name them.

    Raises
    ------
    ScenarioError
        With every fault, each at its place: ``question:1:8: what is wrong. What to give.``
    """
    reader, asking = Reader(Names(problem)), Asking(problem)
    clauses = reader.clauses(text)
    asked = [one for clause in clauses for one in asking.changes(clause)]
    faults = [*reader.faults, *asking.faults, *_clashes(asked)]
    if faults:
        raise ScenarioError(faults)
    lines = written(problem, under, _without_idle(asked))
    places = {number: place for number, (_, place) in enumerate(lines, start=1) if place}
    said = " and ".join(clause.said for clause in clauses)
    return Question(said, "\n".join([*(line for line, _ in lines), ""]), places)


def _clashes(asked: Iterable[Asked]) -> Iterator[Complaint]:
    """Complain of clauses that speak of one thing; whatever they say of it, one is too many."""
    seen: list[tuple[Asked, Write]] = []
    home = {str(one.data["flight"]) for one in asked if one.data["change"] == "cancel-flight"}
    explicit = [(one, write) for one in asked if not one.is_implied for write in _writes(one)]
    for one, write in explicit:
        said = one.clause.said
        twin = next((other.clause for other, was in seen if was.meets(write)), None)
        if twin is not None:
            told = f"{said!r} and {twin.said!r} speak of one thing. Keep one of the two."
            yield one.clause.at.complaint(told)
        for flight in sorted(home.intersection(write.flights)):
            told = f"{said!r} cannot be where {flight} stays home. Keep one of the two."
            yield one.clause.at.complaint(told)
        seen.append((one, write))


def _writes(one: Asked) -> tuple[Write, ...]:
    """List the facts that a change writes."""
    model = model_for(one.data)
    assert model is not None
    return writes(model.model_validate(one.data))


def _without_idle(asked: Iterable[Asked]) -> Iterator[Asked]:
    """Leave out what is implied where it is asked for as well."""
    asked = tuple(asked)
    flying = {str(one.data["flight"]) for one in asked if not one.is_implied and _has_fly(one)}
    for one in asked:
        flight = str(one.data.get("flight"))
        if not one.is_implied:
            yield one
        elif flight not in flying:
            flying.add(flight)
            yield one


def _has_fly(one: Asked) -> bool:
    """Say whether a change has its flight fly before ``until``."""
    return one.data["change"] == "pin" or "latest_launch" in one.data
