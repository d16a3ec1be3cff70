"""The report of a run for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text

from scheduler.domain import Run
from scheduler.reports.context import Context, View
from scheduler.reports.findings import finding_section
from scheduler.reports.flights import flight_table
from scheduler.reports.head import head
from scheduler.reports.heads import head_chart
from scheduler.reports.layout import Lines, paint, readable
from scheduler.reports.people import people_chart
from scheduler.reports.ports import port_chart
from scheduler.reports.seats import seat_table
from scheduler.reports.summary import summary
from scheduler.reports.tables import (
    goal_table,
    handover_table,
    life_table,
    stay_table,
    waiver_table,
)
from scheduler.reports.trouble import relaxations, trouble

SECTIONS: tuple[Callable[[View], Lines], ...] = (
    head,
    trouble,
    summary,
    port_chart,
    people_chart,
    head_chart,
    flight_table,
    stay_table,
    seat_table,
    handover_table,
    waiver_table,
    life_table,
    goal_table,
    finding_section,
    relaxations,
)
WITHOUT_A_PLAN = (head, trouble, relaxations, goal_table, finding_section)


def text_report(run: Run, context: Context, width: int, colour: bool) -> str:
    """Write the report as text; a section that has nothing to say is left out."""
    view = View(run, context, readable(width))
    drawn = [section(view) for section in (SECTIONS if run.plan else WITHOUT_A_PLAN)]
    lines: Lines = []
    for section in filter(None, drawn):
        lines += [Text(), *section] if lines else section
    return paint(lines, colour)
