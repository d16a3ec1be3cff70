"""The first lines of a report: who has no seat, how the run ended, what it was asked."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from scheduler.domain import Grade, SolverInfo, Verdict
from scheduler.reports.context import View
from scheduler.reports.layout import ALARM, HEADING, QUIET, Lines, paragraph
from scheduler.reports.spans import in_words, seat_spans
from scheduler.units import count, days_between

VERDICTS = {
    Verdict.OPTIMAL: "Optimal plan, proved",
    Verdict.FEASIBLE: "Feasible plan, not proved optimal",
    Verdict.INFEASIBLE: "Infeasible, proved: no plan exists",
    Verdict.UNDECIDED: "Undecided: nothing is proved",
}


def head(view: View) -> Lines:
    """Draw the first lines; days without a seat come before all else."""
    run = view.run
    return [
        *seatless(view),
        *titled(view, VERDICTS[run.verdict], run.title),
        *quiet(view, asked(view)),
        *created(view),
        *quiet(view, f"Run {run.id}, {solved(run.solver)}"),
    ]


def titled(view: View, verdict: str, title: str) -> Lines:
    """Draw the line that says how it ended, and what."""
    joint = ". " if ":" in verdict else ": "
    told = f"{verdict}{joint}{title}" if title else verdict
    return paragraph(told, view.width, indent=0, hang=2, style=HEADING)


def quiet(view: View, told: str) -> Lines:
    """Draw a line that only says where an answer comes from."""
    return paragraph(told, view.width, indent=0, hang=2, style=QUIET)


def asked(view: View) -> str:
    """Name the station and the days of a run."""
    run = view.run
    station = view.context.station.name if view.context.station else run.station
    return f"{station}, as of {run.as_of}, until {run.until}"


def created(view: View) -> Lines:
    """Say how many flights were created from cadences; nothing where none were."""
    counts = view.context.created
    if not counts:
        return []
    families = ", ".join(f"{number} {cadence}" for cadence, number in sorted(counts.items()))
    told = f"{count(sum(counts.values()), 'flight')} created from cadences: {families}"
    return quiet(view, f"{told}; published for them are the days wished")


def solved(solver: SolverInfo, *others: SolverInfo) -> str:
    """Say how long was solved, and with what."""
    seconds = sum(one.seconds for one in (solver, *others))
    return f"{seconds:.1f} s of solving ({f'{solver.name} {solver.version}'.strip()})"


def seatless(view: View, indent: int = 0) -> Lines:
    """Say loudly who has no seat on which days; nothing when everyone has one."""
    spans = [span for span in seat_spans(view) if span.grade is Grade.G4]
    if not spans:
        return []
    total = sum(days_between(span.from_on, span.to_on) for span in spans)
    together: dict[tuple[date, date], list[str]] = defaultdict(list)
    for span in spans:
        together[span.from_on, span.to_on].append(span.person)
    told = "; ".join(
        f"{view.people(people)}, {in_words(*days)}" for days, people in sorted(together.items())
    )
    text = f"!! {count(total, 'person-day')} without a seat: {told}"
    return paragraph(text, view.width, indent=indent, hang=3, style=ALARM)
