"""Rows of handovers: direct ones as an overlap, indirect ones as a gap, each with its days."""

from __future__ import annotations

from collections import defaultdict

from scheduler.domain import Handover
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.rows import Item, Row

SECTION = "Handovers"


def handover_rows(charted: Charted) -> list[Row]:
    """Give a row for each line that hands over."""
    found: dict[str, list[Item]] = defaultdict(list)
    for handover in charted.plan.handovers:
        found[handover.line].append(_item(charted, handover))
    known = [*charted.problem.station.lines, *sorted(found)]
    return [
        Row(SECTION, "", (f"{line.capitalize()} handovers", line.capitalize()), tuple(found[line]))
        for line in dict.fromkeys(known)
        if line in found
    ]


def _item(charted: Charted, handover: Handover) -> Item:
    plan, view = charted.plan, charted.view
    outgoing, incoming = plan.flight(handover.outgoing), plan.flight(handover.incoming)
    came = incoming.dock_on if incoming and incoming.flies else None
    left = outgoing.undock_on if outgoing else None
    start, end = (came, left) if handover.is_direct else (left, came)
    days, ship = handover.days, view.short_ship(handover.incoming)
    if handover.is_direct:
        forms = (f"direct {days} d, {ship}", f"direct {days} d")
        fact = f"direct, {days} days of overlap"
    else:
        forms = (f"gap {days} d, {ship}", f"gap {days} d")
        fact = f"indirect, a gap of {days} days"
    return Item(
        f"{view.ship(handover.outgoing)} to {view.ship(handover.incoming)}",
        start,
        end,
        "direct" if handover.is_direct else "gap",
        forms,
        facts=(fact,),
        text_role="ink" if handover.is_direct else "alarm",
    )
