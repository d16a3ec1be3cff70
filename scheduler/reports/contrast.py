"""The report of a question: what it would cost, or what stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain import Contrast, Difference, PartDifference, Run, Verdict, part_in_words
from scheduler.reports.context import Context, View, listed
from scheduler.reports.differences import dates_that_differ, goals_that_differ
from scheduler.reports.explanation import NOTHING_PROVED, together
from scheduler.reports.head import asked, quiet, seatless, solved, titled
from scheduler.reports.layout import Lines, heading, paragraph, readable
from scheduler.reports.trouble import conflict_lines
from scheduler.reports.ways import saved_lines, side_by_side, ways_out

SAME = "The plan keeps it without being asked: no goal and no date differs."
NOT_FIRST = "The case has no plan without the question, either; rotation explain says why."
ONLY_SO = "Without the question the case has no plan; with it there is one."
UNKNOWN = "Whether there is a plan without the question was not decided in time."
OPEN_PLAN = "The plan without the question is not proved optimal, so neither is the price."
MOST_NAMED = 3  # parts of goals in a sentence; the table has them all
OPEN_PRICE = "It may cost less: the time ran out before the plan as asked was proved optimal."


def contrast_report(
    contrast: Contrast,
    context: Context,
    width: int,
    colour: bool,
    saved: Sequence[str] = (),
) -> str:
    """Write the answer to a question as text, ending in a line end.

    Parameters
    ----------
    saved
        The files that the question and the ways out were saved as.
    """
    view, ways = View(contrast.asked, context, readable(width)), contrast.ways
    drawn = [_head(view, contrast), _answer(view, contrast)]
    if contrast.difference:
        drawn.append(goals_that_differ(view, contrast.difference))
        drawn += dates_that_differ(view, contrast.difference)
    if contrast.asked.conflict:
        lines = conflict_lines(view, contrast.asked.conflict)
        drawn.append([heading("What stands against it"), *lines])
        drawn += ways_out(view, ways, contrast.are_ways_all)
        drawn += side_by_side(view, ways, contrast.plan)
    if saved or ways:
        drawn.append(saved_lines(view, saved))
    return together(drawn, colour)


def _head(view: View, contrast: Contrast) -> Lines:
    return [
        *seatless(view),
        *titled(view, _verdict(contrast), contrast.said),
        *quiet(view, f"Asked of: {contrast.plan.title}"),
        *quiet(view, asked(view)),
        *quiet(view, solved(contrast.plan.solver, contrast.asked.solver)),
    ]


def _verdict(contrast: Contrast) -> str:
    """Answer in a few words, for the first line."""
    match contrast.asked.verdict:
        case Verdict.INFEASIBLE:
            return "Impossible, proved"
        case Verdict.UNDECIDED:
            return "Undecided, nothing is proved"
    if contrast.difference is None:
        return "Possible"
    first = next(iter(contrast.difference.goals), None)
    if first is None:
        return "Possible at no price" if contrast.difference.flights else "It is so already"
    verdict = "Possible at a price" if first.after > first.before else "Possible, and better"
    return f"{verdict}, {'proved' if first.is_proved else 'not proved'}"


# --- the answer ---------------------------------------------------------------------------------


def _answer(view: View, contrast: Contrast) -> Lines:
    """Answer in a few sentences."""
    return paragraph(" ".join(_sentences(contrast)), view.width)


def _sentences(contrast: Contrast) -> Iterator[str]:
    has_answer = contrast.asked.plan is not None
    match contrast.plan.verdict:
        case Verdict.INFEASIBLE:
            yield ONLY_SO if has_answer else NOT_FIRST
        case Verdict.UNDECIDED:
            yield UNKNOWN
        case Verdict.FEASIBLE if has_answer:
            yield OPEN_PLAN
    if contrast.asked.verdict is Verdict.UNDECIDED:
        yield NOTHING_PROVED
    if contrast.difference:
        yield from _price(contrast, contrast.difference)


def _price(contrast: Contrast, difference: Difference) -> Iterator[str]:
    """Tell what is worse and what is better, beginning with the goal that decides."""
    if not difference.goals:
        yield "No goal is the worse for it." if difference.flights else SAME
        return
    yield from price(difference, contrast.asked)
    if contrast.asked.verdict is Verdict.FEASIBLE:
        yield OPEN_PRICE


def price(difference: Difference, after: Run) -> Iterator[str]:
    """Tell what is worse and what is better after, where goals differ, and what is unchanged."""
    first = difference.goals[0]
    worse = _told([part for part in difference.goals if part.after > part.before])
    better = _told([part for part in difference.goals if part.after < part.before])
    if first.after > first.before:
        yield f"It costs {worse}."
        yield f"In return: {better}." if better else ""
    else:
        yield f"It gives {better}."
        yield f"It costs {worse}." if worse else ""
    order = [goal.goal for goal in after.goals]
    before = order[: order.index(first.goal)]
    verb = "ranks" if len(before) == 1 else "rank"
    yield f"Unchanged: {listed(before)}, which {verb} before that." if before else ""


def _told(parts: Sequence[PartDifference]) -> str:
    """Tell the first parts that differ one way, and how many more there are."""
    named = [
        f"{one.after:,} {part_in_words(one.goal, one.part, one.after)} instead of {one.before:,}"
        for one in parts[:MOST_NAMED]
    ]
    more = len(parts) - MOST_NAMED
    return listed([*named, f"{more} more below"] if more > 0 else named)
