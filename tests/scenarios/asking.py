"""The leak week with a ship added by a what-if, and questions asked about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.domain import Demand, Problem, published_problem
from scheduler.errors import ScenarioError
from scheduler.scenarios import apply_what_if, read_what_if
from scheduler.scenarios.question import Question, read_question
from scheduler.shelf import Shelf
from tests.builders import make_station
from tests.scenarios.world import FACTS, HEAD

NAMES = {
    "soyuz-ms-24": "Soyuz MS-24",
    "soyuz-ms-22": "Soyuz MS-22",
    "progress-ms-22": "Progress MS-22",
    "crew-5": "SpaceX Crew-5",
}
PEOPLE = {"rubio": "Frank Rubio", "ohara": "Loral O'Hara"}
WEEK = replace(
    FACTS,
    flights=tuple(replace(f, name=NAMES.get(f.id, f.name)) for f in FACTS.flights),
    people=tuple(replace(p, name=PEOPLE.get(p.id, p.name)) for p in FACTS.people),
)
# docks on 2023-02-27, lands on 2023-08-24
CREW_6 = (
    "{change: add-flight, flight: crew-6, vehicle_type: crew-dragon, line: dragon, "
    "launch: 2023-02-26, undock: 2023-08-23, name: SpaceX Crew-6}"
)
BASE, ASKED = "what-ifs/base.yaml", "what-ifs/asked.yaml"


@dataclass(frozen=True)
class Answer:
    """A question as it was read, and the problem that its what-if file poses."""

    question: Question
    problem: Problem
    base: Problem

    @property
    def demands(self) -> list[Demand]:
        """List what the question demands, and the file under it does not, without the reasons."""
        placed = self.question.placed(self.problem, ASKED).demands
        return [replace(one, why="") for one in placed if one not in self.base.demands]


def posed(texts: dict[str, str], name: str) -> Problem:
    """Read a what-if held in memory and lay it over the week."""
    what_if = read_what_if(Path(name), Shelf(texts, has_disk=False))
    problem = published_problem(WEEK, make_station(), what_if.as_of, what_if.until, what_if.title)
    return apply_what_if(what_if, problem, WEEK)


def ask(text: str, *changes: str) -> Answer:
    """Ask a question about the week with Crew-6 and other changes; lay its what-if over it."""
    base = f"{HEAD}changes: [{', '.join((CREW_6, *changes))}]\n"
    before = posed({BASE: base}, BASE)
    question = read_question(text, before, ["base.yaml"])
    problem = posed({BASE: base, ASKED: question.what_if}, ASKED)
    return Answer(question, problem, before)


def faults_in(text: str, *changes: str) -> list[str]:
    """List what is wrong with a question, each fault with its column."""
    try:
        ask(text, *changes)
    except ScenarioError as error:
        return [str(one).removeprefix("question:1:") for one in error.complaints]
    return []
