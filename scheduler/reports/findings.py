"""What a checker found, in its rules' own words, and the report of ``rotation check``."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from scheduler.domain import HARDNESS, Finding
from scheduler.reports.context import Context, View
from scheduler.reports.layout import (
    ALARM,
    HEADING,
    Column,
    Lines,
    heading,
    items,
    paint,
    paragraph,
    readable,
    table,
)
from scheduler.reports.trouble import class_words
from scheduler.units import count

ORDER = {hardness: number for number, hardness in enumerate(HARDNESS)}


def finding_section(view: View) -> Lines:
    """Draw the section ``Findings``."""
    findings = view.run.findings
    if not findings:
        return []
    return [heading("Findings"), *_finding_table(findings, view.context, view.width)]


def _finding_table(findings: Sequence[Finding], context: Context, width: int) -> Lines:
    """Draw findings, the hardest class first."""
    columns = [Column("rule"), Column("class"), Column("finding", wraps=True)]
    hardest = sorted(findings, key=lambda f: (ORDER.get(f.hardness, len(ORDER)), f.ref))
    rows = [(f.ref, class_words(f.hardness), context.named(f.text, f.subject)) for f in hardest]
    return table(columns, rows, width)


def check_report(
    run_id: str,
    findings: Sequence[Finding],
    notes: Sequence[str],
    width: int,
    colour: bool,
    context: Context | None = None,
) -> str:
    """Write what ``rotation check`` says of a plan: how many findings, which, and what was noted.

    Days without a seat are told apart: a plan may hold them if it says so. With a context the
    findings speak of flights and people by name.
    """
    context = context or Context()
    width = readable(width)
    broken = [finding for finding in findings if not finding.is_told]
    told = [finding for finding in findings if finding.is_told]
    style = ALARM if broken else HEADING
    lines = paragraph(f"{_outcome(broken, told)} Run {run_id}.", width, 0, hang=2, style=style)
    if broken:
        lines += [Text(), *_finding_table(broken, context, width)]
    if told:
        lines += [Text(), heading("Told by the plan itself")]
        lines += _finding_table(told, context, width)
    if notes:
        lines += [Text(), heading("Notes"), *items(notes, width)]
    return paint(lines, colour)


def _outcome(broken: Sequence[Finding], told: Sequence[Finding]) -> str:
    if broken:
        return f"{count(len(broken), 'finding')}."
    if told:
        return f"No rule is broken, but the plan tells of {count(len(told), 'finding')}."
    return "Clean: no rule is broken."
