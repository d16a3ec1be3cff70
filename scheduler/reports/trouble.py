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
EXPLAINED = "rotation explain plans each of them, and writes it as a what-if file."
TOO_MANY = "The time ran out before they were fewer, so they are not listed here."
MOST_UNSHRUNK = 30  # more than these nobody can use; the largest found in real weeks has 13
QUESTION, AS_ASKED = "question", "as asked"
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
    return [heading("Why there is no plan"), *conflict_lines(view, conflict)]


def conflict_lines(view: View, conflict: Conflict, remark: str = "") -> Lines:
    """Draw a conflict: how many members, how sure, a remark, and each in its own sentence."""
    members = conflict.requirements
    told = f"{count(len(members), 'requirement')} cannot hold together. {_how_sure(conflict)}"
    if len(members) == 1 and conflict.is_irreducible:
        told = f"1 requirement cannot hold, whatever else is left out; {_again(conflict)}."
    if not members:
        told = f"What is taken as given cannot hold by itself; {_again(conflict)}."
    if len(members) > MOST_UNSHRUNK and not conflict.is_irreducible:
        return paragraph(f"{told} {TOO_MANY} {remark}", view.width)
    table_lines = _conflict_table(view, members) if members else []
    return [*paragraph(f"{told} {remark}", view.width), *table_lines]


def _how_sure(conflict: Conflict) -> str:
    least = (
        "Each is needed: without any one of them the rest can hold"
        if conflict.is_irreducible
        else "Not proved irreducible: some of them may have no part in it"
    )
    return f"{least}; {_again(conflict)}."


def _again(conflict: Conflict) -> str:
    return "proved again in a fresh model" if conflict.is_reproved else "not proved a second time"


def _conflict_table(view: View, requirements: Sequence[Requirement]) -> Lines:
    """Draw requirements, one sentence each, with rule, class and where a demand is written."""
    columns = [Column("rule"), Column("class"), Column("what it says", wraps=True)]
    rows = []
    for requirement in requirements:
        sentence = view.context.named(requirement.sentence, requirement.subject)
        told = "\n".join(filter(None, (sentence, place(requirement.at))))
        rows.append((requirement.ref, class_words(requirement.hardness), told))
    return table(columns, rows, view.width)


def place(at: str) -> str:
    """Say where a demand is written; a question has it in its first line."""
    return AS_ASKED if at.startswith(f"{QUESTION}:") else at


def class_words(hardness: str) -> str:
    """Write a hardness class as words."""
    return HARDNESS.get(hardness, hardness)


def relaxations(view: View) -> Lines:
    """Draw what waivers would bring; where there is no plan, the cheapest ways to one."""
    found = view.run.relaxations
    if not found:
        return []
    named = view.context.named
    told = [named(relaxation.text) or _in_words(view, relaxation) for relaxation in found]
    if view.run.verdict is Verdict.INFEASIBLE:
        title = heading("Ways out", "the cheapest first")
        return [title, *items(told, view.width), *paragraph(EXPLAINED, view.width)]
    return [heading("What a waiver would bring"), *items(told, view.width)]


def _in_words(view: View, relaxation: Relaxation) -> str:
    """Word a relaxation that was read from a document, which keeps no words."""
    needs = listed([_need(view, need) for need in relaxation.waivers])
    if view.run.verdict is Verdict.INFEASIBLE:
        return f"{needs}."
    if view.run.verdict is Verdict.OPTIMAL and relaxation.verdict_after == Verdict.OPTIMAL:
        return f"{needs}: then there is a better plan."
    return f"{needs}: then {relaxation.verdict_after}."


def _need(view: View, need: WaiverNeed) -> str:
    unit = need.unit if need.by != 1 else need.unit.removesuffix("s")
    subject = view.context.name(need.subject)
    whose = ", ".join(part for part in (class_words(need.hardness), need.authority) if part)
    return f"{need.rule} for {subject} by {need.by} {unit} ({whose})"
