"""When there is no proved plan: the conflict, or what the search left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain import (
    HARDNESS,
    Conflict,
    GoalResult,
    PartResult,
    Relaxation,
    Requirement,
    Verdict,
    WaiverNeed,
)
from scheduler.reports.context import View, listed
from scheduler.reports.layout import Column, Lines, heading, items, paragraph, table
from scheduler.units import count

UNDECIDED = (
    "The search ended with neither a plan nor a proof. Nothing is proved: there may be a plan, "
    "and there may be none. A longer time limit may decide it."
)
NOT_BEST = "The time ran out. The plan below keeps every rule, but a better one may exist."


def trouble(view: View) -> Lines:
    """Draw what stands between this run and a proved plan; nothing for a proved one."""
    match view.run.verdict:
        case Verdict.OPTIMAL:
            return []
        case Verdict.FEASIBLE:
            told = " ".join((NOT_BEST, *_open_goals(view.run.goals)))
            return [heading("What is not proved"), *paragraph(told, view.width)]
        case Verdict.UNDECIDED:
            return [heading("What is known"), *paragraph(UNDECIDED, view.width)]
        case Verdict.INFEASIBLE:
            return _conflict(view, view.run.conflict)


def _open_goals(goals: Sequence[GoalResult]) -> Iterator[str]:
    """Name the first goal that is not proved, with its gap, and count the rest."""
    open_parts = [(goal.goal, part) for goal in goals for part in goal.parts if not part.is_proved]
    if not open_parts:
        return
    goal, part = open_parts[0]
    yield f"The first open part is {goal}, {part_words(part)}: {_gap(part)}."
    proved = [goal.goal for goal in goals if goal.is_proved and goal.parts]
    if proved:
        yield f"Proved: {listed(proved)}."
    if len(open_parts) > 1:
        verb = "is" if len(open_parts) == 2 else "are"
        yield f"{count(len(open_parts) - 1, 'part')} after it {verb} open, too."


def _gap(part: PartResult) -> str:
    gap = part.value - part.bound
    return f"{part.value} here, at best {part.bound}, a gap of {gap}"


def part_words(part: PartResult) -> str:
    """Write the name of a goal's part as words."""
    return part.part.replace("_", " ")


def _conflict(view: View, conflict: Conflict | None) -> Lines:
    if conflict is None:
        told = "It is proved that no plan keeps every rule; why was not asked or not found."
        return [heading("Why there is no plan"), *paragraph(told, view.width)]
    number = count(len(conflict.requirements), "requirement")
    told = f"{number} cannot hold together. {_how_sure(conflict)}"
    return [
        heading("Why there is no plan"),
        *paragraph(told, view.width),
        *_conflict_table(view, conflict.requirements),
    ]


def _how_sure(conflict: Conflict) -> str:
    least = (
        "Each is needed: without any one of them the rest can hold"
        if conflict.is_irreducible
        else "Not proved irreducible: some of them may have no part in it"
    )
    again = "proved again in a fresh model" if conflict.is_reproved else "not proved a second time"
    return f"{least}; {again}."


def _conflict_table(view: View, requirements: Sequence[Requirement]) -> Lines:
    """Draw requirements, one sentence each, with rule, class and where a demand is written."""
    columns = [Column("rule"), Column("class"), Column("what it says", wraps=True)]
    rows = []
    for requirement in requirements:
        sentence = view.context.named(requirement.sentence, requirement.subject)
        told = "\n".join(filter(None, (sentence, requirement.at)))
        rows.append((requirement.ref, class_words(requirement.hardness), told))
    return table(columns, rows, view.width)


def class_words(hardness: str) -> str:
    """Write a hardness class as words."""
    return HARDNESS.get(hardness, hardness)


def relaxations(view: View) -> Lines:
    """Draw what waivers would bring."""
    found = view.run.relaxations
    if not found:
        return []
    named = view.context.named
    told = [named(relaxation.text) or _in_words(view, relaxation) for relaxation in found]
    return [heading("What a waiver would bring"), *items(told, view.width)]


def _in_words(view: View, relaxation: Relaxation) -> str:
    """Word a relaxation that was read from a document, which keeps no words."""
    needs = listed([_need(view, need) for need in relaxation.waivers])
    if view.run.verdict is Verdict.OPTIMAL and relaxation.verdict_after == Verdict.OPTIMAL:
        return f"{needs}: then there is a better plan."
    return f"{needs}: then {relaxation.verdict_after}."


def _need(view: View, need: WaiverNeed) -> str:
    unit = need.unit if need.by != 1 else need.unit.removesuffix("s")
    subject = view.context.name(need.subject)
    whose = ", ".join(part for part in (class_words(need.hardness), need.authority) if part)
    return f"{need.rule} for {subject} by {need.by} {unit} ({whose})"
