"""Ways out: what gives way, the plan that follows, and what each costs beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from scheduler.domain import Run, Verdict, Way, part_in_words
from scheduler.reports.context import View
from scheduler.reports.head import seatless
from scheduler.reports.layout import QUIET, Column, Lines, heading, items, paragraph, table
from scheduler.reports.spans import in_words
from scheduler.reports.summary import sentences

NO_WAY = "No waiver opens this case: no number in the conflict could give way far enough."
NO_OTHER = "There is no other: any other way out needs all that one of these needs."
OTHERS = "There may be others."
OPEN = "The time ran out before a way out was found, or it was proved that there is none."
UNPLANNED = "It is proved that there is a plan then; no time was left to make it."
THEN = {
    Verdict.OPTIMAL: "Then there is a plan, proved optimal.",
    Verdict.FEASIBLE: "Then there is a plan, not proved optimal.",
}
SAVE = "--save DIR writes each way out as a what-if file, to be planned or changed."
MOST_BESIDE = 5  # ways in one table, so that it fits 80 columns


def ways_out(view: View, ways: Sequence[Way], are_all: bool | None) -> Iterator[Lines]:
    """Draw each way out, then all of them side by side; say where there is none.

    Parameters
    ----------
    are_all
        Whether there are no others; none where no way was looked for.
    """
    if not ways and are_all is None:
        return
    if not ways:
        told = NO_WAY if are_all else OPEN
        yield [heading("Ways out"), *paragraph(told, view.width)]
        return
    for number, way in enumerate(ways, start=1):
        title = f"Way out {number} of {len(ways)}"
        if len(ways) == 1:
            title = "The way out" if are_all else "A way out"
        yield _way(view, way, title, is_first=number == 1)
    yield paragraph(NO_OTHER if are_all else OTHERS, view.width, indent=0)


def _way(view: View, way: Way, title: str, *, is_first: bool) -> Lines:
    price = "the cheapest" if is_first else "the next cheapest"
    if not way.relaxation.is_cheapest:
        price = f"not proved {price}"
    return [
        heading(title, price),
        *items(map(view.context.named, _sentences(way)), view.width),
        *_plan(view, way.run),
    ]


def _sentences(way: Way) -> Iterator[str]:
    """Give each thing that gives way, with the days on which it has to where it is not always."""
    waivers = chain(way.relaxation.waived, repeat(None))
    for text, waiver in zip(way.relaxation.text.split("; "), waivers, strict=False):
        if waiver and waiver.from_on and waiver.to_on:
            text += f", {in_words(waiver.from_on, waiver.to_on)}"
        yield text


def _plan(view: View, run: Run | None) -> Lines:
    if run is None:
        return paragraph(UNPLANNED, view.width)
    after = View(run, view.context, view.width)
    told = " ".join((THEN[run.verdict], *sentences(after)))
    return [*seatless(after, indent=2), *paragraph(told, view.width)]


def side_by_side(view: View, ways: Sequence[Way], plan: Run | None = None) -> Iterator[Lines]:
    """Draw what each way out costs, goal by goal; beside the plan there is without them."""
    runs = {f"way {n}": way.run for n, way in enumerate(ways, start=1) if way.run}
    base = {"plan": plan} if plan and plan.plan else {}
    if len(base) + len(runs) < 2:
        return
    names = list(runs)
    for first in range(0, len(names), MOST_BESIDE):
        some = {name: runs[name] for name in names[first : first + MOST_BESIDE]}
        yield _beside(view, {**base, **some})


def _beside(view: View, runs: Mapping[str, Run]) -> Lines:
    values: dict[tuple[str, str], dict[str, int]] = {}
    for name, run in runs.items():
        for goal in run.goals:
            for part in goal.parts:
                values.setdefault((goal.goal, part.part), {})[name] = part.value
    rows, last = [], ""
    for (goal_name, part_name), told in values.items():
        if any(told.values()):
            shown = goal_name if goal_name != last else ""
            cells = [f"{told[name]:,}" if name in told else "-" for name in runs]
            rows.append((shown, part_in_words(goal_name, part_name), *cells))
            last = goal_name
    proved = ["yes" if run.verdict is Verdict.OPTIMAL else "no" for run in runs.values()]
    rows.append(("proved", "", *proved))
    heads = [Column(name, is_right=True) for name in runs]
    columns = [Column("goal"), Column("counted", wraps=True), *heads]
    title = heading("Side by side", "what each gives, goal by goal")
    return [title, *table(columns, rows, view.width)]


def saved_lines(view: View, saved: Sequence[str]) -> Lines:
    """Say which files were written, or how to have them."""
    told = f"Saved: {', '.join(saved)}." if saved else SAVE
    return paragraph(told, view.width, indent=0, style=QUIET)
