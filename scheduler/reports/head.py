"""The first lines of a report: who has no seat, how the run ended, what it was asked."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from scheduler.domain import Grade, Verdict
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
    verdict = VERDICTS[run.verdict]
    joint = ". " if ":" in verdict else ": "
    title = f"{verdict}{joint}{run.title}" if run.title else verdict
    station = view.context.station.name if view.context.station else run.station
    solver = f"{run.solver.name} {run.solver.version}".strip()
    asked = f"{station}, as of {run.as_of}, until {run.until}"
    solved = f"Run {run.id}, {run.solver.seconds:.1f} s of solving ({solver})"
    return [
        *seatless(view),
        *paragraph(title, view.width, indent=0, hang=2, style=HEADING),
        *paragraph(asked, view.width, indent=0, hang=2, style=QUIET),
        *paragraph(solved, view.width, indent=0, hang=2, style=QUIET),
    ]


def seatless(view: View) -> Lines:
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
    return paragraph(text, view.width, indent=0, hang=3, style=ALARM)
