"""The report of an explanation: conflicts in sentences, then each way out with its plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from scheduler.domain import Explanation, Verdict
from scheduler.reports.context import Context, View
from scheduler.reports.head import VERDICTS, asked, quiet, solved, titled
from scheduler.reports.layout import QUIET, Lines, heading, paint, paragraph, readable
from scheduler.reports.trouble import conflict_lines
from scheduler.reports.ways import saved_lines, side_by_side, ways_out
from scheduler.units import count

TITLES = {**VERDICTS, Verdict.FEASIBLE: "There is a plan"}
THERE_IS_A_PLAN = (
    "All requirements can hold together, so there is nothing to explain. rotation plan makes the "
    "best plan; rotation why-not says why it is not another."
)
NOTHING_PROVED = (
    "The time ran out before it was proved that there is a plan, or that there is none. A longer "
    "time limit may decide it."
)
BACKGROUND = (
    "Taken as given: all that happened before {as_of}, how long ships are under way, and who came "
    "up with whom."
)


def explanation_report(
    explanation: Explanation,
    context: Context,
    width: int,
    colour: bool,
    saved: Sequence[str] = (),
) -> str:
    """Write an explanation as text, ending in a line end.

    Parameters
    ----------
    saved
        The files that the ways out were saved as.
    """
    view, ways = View(explanation.run, context, readable(width)), explanation.ways
    drawn = [
        *_head(view),
        *_conflicts(view, explanation),
        *ways_out(view, ways, explanation.are_ways_all),
        *side_by_side(view, ways),
        saved_lines(view, saved) if ways else [],
    ]
    return together(drawn, colour)


def together(sections: Sequence[Lines], colour: bool) -> str:
    """Set sections one below the other, a blank line between two."""
    lines: Lines = []
    for section in filter(None, sections):
        lines += [Text(), *section] if lines else section
    return paint(lines, colour)


def _head(view: View) -> Iterator[Lines]:
    run = view.run
    yield [
        *titled(view, TITLES[run.verdict], run.title),
        *quiet(view, asked(view)),
        *quiet(view, solved(run.solver)),
    ]
    told = {Verdict.FEASIBLE: THERE_IS_A_PLAN, Verdict.UNDECIDED: NOTHING_PROVED}
    yield paragraph(told.get(run.verdict, ""), view.width)


def _conflicts(view: View, explanation: Explanation) -> Iterator[Lines]:
    conflicts, labels = explanation.conflicts, " ".join(_labels(explanation))
    if len(conflicts) == 1:
        lines = conflict_lines(view, conflicts[0], labels)
        yield [heading("Why there is no plan"), *lines]
    elif conflicts:
        yield [heading("Why there is no plan"), *paragraph(labels, view.width)]
        for number, conflict in enumerate(conflicts, start=1):
            title = f"Conflict {number} of {len(conflicts)}"
            yield [heading(title), *conflict_lines(view, conflict)]
    if conflicts:
        given = BACKGROUND.format(as_of=view.run.as_of)
        yield paragraph(given, view.width, indent=0, style=QUIET)


def _labels(explanation: Explanation) -> Iterator[str]:
    """Say what was asked of the conflicts: whether they are all, whether the first is smallest."""
    number = len(explanation.conflicts)
    if explanation.are_all is not None:
        rest = "there is no other, which is proved" if explanation.are_all else "there may be more"
        yield f"{count(number, 'conflict')} found; {rest}."
    if explanation.is_smallest is not None:
        first = "this" if number == 1 else "the first"
        proved = f"None has fewer members than {first}, which is proved."
        yield proved if explanation.is_smallest else "A smaller one was not ruled out in time."
