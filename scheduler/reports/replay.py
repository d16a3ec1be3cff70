"""A past day planned again, and what was flown beside it: ``rotation history replay``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from scheduler.domain import Difference, Verdict, part_in_words
from scheduler.history import Replay
from scheduler.reports.context import Context, View, listed
from scheduler.reports.differences import dates_that_differ, goals_that_differ
from scheduler.reports.explanation import together
from scheduler.reports.head import asked, quiet, solved, titled
from scheduler.reports.layout import Column, Lines, heading, paint, paragraph, readable, table
from scheduler.reports.trouble import conflict_lines
from scheduler.units import count

NAMES = ("plan", "flown")
SAME = "What was flown is the plan: no goal and no date differs."
NO_PLAN = "By these rules there was no plan, so there is nothing to compare."


def replay_report(one: Replay, context: Context, width: int, colour: bool) -> str:
    """Write one replay: what makes the difference, then goals, flights and stays that differ."""
    view = View(one.run, context, readable(width))
    drawn = [_head(view, one)]
    if one.broken:
        drawn.append(_broken(view, one))
    if one.difference:
        drawn.append(goals_that_differ(view, one.difference, NAMES))
        drawn += dates_that_differ(view, one.difference, NAMES)
    if one.run.conflict:
        lines = conflict_lines(view, one.run.conflict)
        drawn.append([heading("Why there was no plan"), *lines])
    return together(drawn, colour)


def _head(view: View, one: Replay) -> Lines:
    words = {Verdict.OPTIMAL: "Planned again", Verdict.FEASIBLE: "Planned again, not proved best"}
    return [
        *titled(view, words.get(view.run.verdict, view.run.verdict.value), view.run.title),
        *quiet(view, asked(view)),
        *quiet(view, solved(view.run.solver)),
        Text(),
        *paragraph(" ".join(_reason(one)), view.width),
    ]


def _reason(one: Replay) -> Iterator[str]:
    """Say which rule or goal makes the difference."""
    difference = one.difference
    if difference is None:
        yield NO_PLAN
        return
    if difference == Difference():
        yield SAME
        return
    if one.broken:
        refs = listed([_rule(ref) for ref in dict.fromkeys(f.ref for f in one.broken)])
        yield f"The plan keeps every rule of the case; what was flown does not keep {refs}."
    if difference.goals:
        first = difference.goals[0]
        words = part_in_words(first.goal, first.part)
        better = "the plan" if first.before < first.after else "what was flown"
        yield (
            f"The goal {first.goal} makes the difference: {words} {first.before:,} in the plan and "
            f"{first.after:,} as flown, so {better} is better by it."
        )
    else:
        yield "No goal differs: dates differ that no goal counts."
    if one.is_flown_better:
        yield "It keeps every rule of the case, too, so the plan is not the best: a fault of ours."
    if one.run.verdict is Verdict.FEASIBLE:
        yield "The search was cut short, so a better plan may exist."


def _rule(ref: str) -> str:
    return {"what-if": "what the case asks for", "readiness": "the published readiness"}.get(
        ref, ref
    )


def _broken(view: View, one: Replay) -> Lines:
    columns = [Column("rule"), Column("what was flown", wraps=True)]
    rows = [(f.ref, view.context.named(f.text, f.subject)) for f in one.broken]
    return [heading("Rules that were not kept"), *table(columns, rows, view.width)]


def replays_table(replays: Sequence[Replay], width: int, colour: bool) -> str:
    """List replays: as-of day, verdict, flights alike, days off, and what makes the difference."""
    columns = [
        Column("case"),
        Column("as of"),
        Column("verdict"),
        Column("ships alike", is_right=True, rank=1),
        Column("days off", is_right=True),
        Column("first goal to differ", wraps=True),
        Column("flown breaks", wraps=True),
    ]
    rows = [
        (
            one.name,
            str(one.run.as_of),
            one.run.verdict.value,
            _alike(one),
            _days_off(one),
            _first_goal(one),
            ", ".join(dict.fromkeys(finding.ref for finding in one.broken)) or "-",
        )
        for one in replays
    ]
    title = heading("Past days planned again", count(len(rows), "case"))
    return paint([title, *table(columns, rows, readable(width))], colour)


def _alike(one: Replay) -> str:
    flying = {f.flight for run in (one.run, one.flown) if run.plan for f in run.plan.flights}
    if one.difference is None:
        return "-"
    other = {change.subject for change in one.difference.flights}
    return f"{len(flying - other)} of {len(flying)}"


def _days_off(one: Replay) -> str:
    """Add up the days by which launches and undockings differ."""
    if one.run.plan is None or one.flown.plan is None:
        return "-"
    days = 0
    for planned in one.run.plan.flights:
        flown = one.flown.plan.flight(planned.flight)
        if flown is None:
            continue
        for ours, theirs in (
            (planned.launch_on, flown.launch_on),
            (planned.undock_on, flown.undock_on),
        ):
            days += abs((theirs - ours).days) if ours and theirs else 0
    return f"{days:,}"


def _first_goal(one: Replay) -> str:
    if one.difference is None:
        return "no plan"
    if not one.difference.goals:
        return "none"
    first = one.difference.goals[0]
    part = first.part.replace("_", " ")
    return f"{first.goal} {part}: {first.before:,} to {first.after:,}"
