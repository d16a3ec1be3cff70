"""The report of ``compare``: what changed from one run to another, and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain import Comparison, Difference, Run
from scheduler.reports.context import Context, View, listed
from scheduler.reports.contrast import price
from scheduler.reports.differences import dates_that_differ, goals_that_differ, waivers_that_differ
from scheduler.reports.explanation import together
from scheduler.reports.head import VERDICTS, quiet, titled
from scheduler.reports.layout import Lines, heading, paragraph, readable
from scheduler.reports.trouble import conflict_lines
from scheduler.units import count

NAMES = ("before", "after")
SAME = "Nothing differs: no goal, no flight and nobody's days, seats or waivers."
NO_GOAL = "No goal is the better or the worse for it."
OTHER_DAYS = "They do not plan the same days, so goals that count days count others."
OTHER_ORDER = "They rank their goals differently"


def comparison_report(comparison: Comparison, context: Context, width: int, colour: bool) -> str:
    """Write a comparison as text, ending in a line end."""
    view = View(comparison.after, context, readable(width))
    drawn = [_head(view, comparison)]
    found = comparison.difference
    if found is not None:
        drawn.append(goals_that_differ(view, found, NAMES))
        drawn += dates_that_differ(view, found, NAMES)
        drawn.append(waivers_that_differ(view, found, NAMES))
    for name, run in zip(NAMES, (comparison.before, comparison.after), strict=True):
        if run.conflict:
            title = heading(f"Why there is no plan {name}")
            drawn.append([title, *conflict_lines(view, run.conflict)])
    return together(drawn, colour)


def _head(view: View, comparison: Comparison) -> Lines:
    return [
        *titled(view, _outcome(comparison), ""),
        *_named(view, "Before", comparison.before),
        *_named(view, "After", comparison.after),
        *paragraph(" ".join(_sentences(comparison)), view.width),
    ]


def _outcome(comparison: Comparison) -> str:
    found = comparison.difference
    if found is None:
        return "No plan to compare"
    if comparison.is_same:
        return "The same plan"
    flights = {change.subject for change in found.flights}
    people = len({change.subject for change in found.people})
    told = "1 person" if people == 1 else f"{people} people"
    parts = count(len(found.goals), "part")
    return f"{count(len(flights), 'flight')}, {told} and {parts} of goals differ"


def _named(view: View, name: str, run: Run) -> Lines:
    days = f"as of {run.as_of}, until {run.until}"
    return quiet(view, f"{name}: {run.title or 'untitled'}, {days}, run {run.id}")


def _sentences(comparison: Comparison) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    found = comparison.difference
    for name, run in zip(("Before", "After"), (before, after), strict=True):
        if run.plan is None:
            yield f"{name}: {VERDICTS[run.verdict]}."
    if comparison.is_same:
        yield SAME
    elif found is not None:
        yield from _price(found, after)
    if found is not None and (before.as_of, before.until) != (after.as_of, after.until):
        yield OTHER_DAYS
    orders = [[goal.goal for goal in run.goals] for run in (before, after)]
    if found is not None and orders[0] != orders[1]:
        yield f"{OTHER_ORDER}: {listed(orders[0])} before; {listed(orders[1])} after."


def _price(found: Difference, after: Run) -> Iterator[str]:
    yield from price(found, after) if found.goals else (NO_GOAL,)
