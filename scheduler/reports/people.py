"""Who is aboard when, drawn in the terminal, and how many at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scheduler.domain import AboardSpan, Stay
from scheduler.reports.context import View
from scheduler.reports.layout import INDENT, NOTABLE, Lines, paragraph
from scheduler.reports.spans import in_words
from scheduler.reports.timeline import Bar, ChartRow, chart

ABOARD, EXTENDED = ("█", "cyan"), ("▒", NOTABLE)


def people_chart(view: View) -> Lines:
    """Draw the section ``People``: one row a person, grouped by the ship that brought them."""
    stays = _stays_by_ship(view)
    if not stays:
        return []
    legend = [f"{ABOARD[0]} aboard"]
    if any((stay.extension_days or 0) > 0 for group in stays.values() for stay in group):
        legend.append(f"{EXTENDED[0]} aboard longer than published")
    legend.append("at the end the ship home")
    groups = [
        (
            f"up on {view.ship(up)}" if up else "ship up unknown",
            [ChartRow(view.person(stay.person), [_bar(view, stay)]) for stay in group],
        )
        for up, group in stays.items()
    ]
    span = (view.run.as_of, view.run.until)
    return [*chart("People", span, groups, legend, view.width), *_head_count(view)]


def _stays_by_ship(view: View) -> dict[str | None, list[Stay]]:
    """Gather the stays that touch the horizon, the ship that came first leading."""
    until, as_of = view.run.until, view.run.as_of
    seen = [
        stay
        for stay in view.plan.stays
        if stay.from_on is not None
        and stay.from_on < until
        and (stay.to_on is None or stay.to_on > as_of)
    ]
    groups: dict[str | None, list[Stay]] = defaultdict(list)
    for stay in sorted(seen, key=lambda stay: (str(stay.from_on), stay.up or "")):
        groups[stay.up].append(stay)
    return dict(groups)


def _bar(view: View, stay: Stay) -> Bar:
    assert stay.from_on is not None
    is_extended = (stay.extension_days or 0) > 0
    return Bar(
        stay.from_on,
        stay.to_on or view.run.until,
        *ABOARD,
        label=view.short_ship(stay.down) if stay.down else "no ship",
        compact=view.compact_ship(stay.down) if stay.down else "",
        full=f"home on {view.ship(stay.down)}",
        tail_on=stay.planned_to_on if is_extended else None,
        tail=EXTENDED,
        is_labelled_last=True,
    )


def _head_count(view: View) -> Lines:
    """Say how many people are aboard at least and at most, and when."""
    as_of, until = view.run.as_of, view.run.until
    spans = [s for s in view.plan.aboard if s.to_on > as_of and s.from_on < until]
    if not spans:
        return []
    least, most = min(s.people for s in spans), max(s.people for s in spans)
    when = [_span_words(view, span) for span in spans if span.people == most]
    told = f"{least} at least, {most} at most ({'; '.join(when)})"
    counts = [f"{most} throughout" if least == most else told, *_by_segment(spans)]
    return paragraph(f"Aboard: {'; '.join(counts)}.", view.width, indent=2 * INDENT)


def _by_segment(spans: Sequence[AboardSpan]) -> list[str]:
    told = []
    for segment in dict.fromkeys(segment for span in spans for segment in span.by_segment):
        counts = [span.by_segment.get(segment, 0) for span in spans]
        least, most = min(counts), max(counts)
        told.append(f"{segment} {least}" if least == most else f"{segment} {least} to {most}")
    return told


def _span_words(view: View, span: AboardSpan) -> str:
    return in_words(max(span.from_on, view.run.as_of), min(span.to_on, view.run.until))
