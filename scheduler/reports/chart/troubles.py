"""Rows of what is out of order: health of ships, outages, and the waivers that a plan leans on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from scheduler.domain import Outage, WaiverUse
from scheduler.reports.chart.axis import Axis
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.health import spells
from scheduler.reports.chart.labels import pack
from scheduler.reports.chart.rows import Item, Row
from scheduler.units import add_days

SECTION = "Health, outages, waivers"
LABEL_ROOM = 150.0  # kept free after each mark, so that its label has a place


def trouble_rows(charted: Charted, axis: Axis) -> list[Row]:
    """Give rows for health changes, outages and waivers; none for a kind that is not there."""
    kinds = {
        ("Health",): list(_health(charted)),
        ("Outages",): list(_outages(charted, axis)),
        ("Waivers",): list(_waivers(charted)),
    }
    rows: list[Row] = []
    for label, items in kinds.items():
        seen = [item for item in items if axis.shows(item.from_on, item.to_on)]
        seen.sort(key=lambda item: axis.span(item.from_on, item.to_on))
        spans = [axis.span(item.from_on, item.to_on) for item in seen]
        wide = [(start, max(end, start + LABEL_ROOM)) for start, end in spans]
        lanes: dict[int, list[Item]] = defaultdict(list)
        for lane, item in zip(pack(wide), seen, strict=True):
            lanes[lane].append(item)
        rows += [
            Row(SECTION, "", label if lane == 0 else (), tuple(lanes[lane]), f"{label} {lane}")
            for lane in sorted(lanes)
        ]
    return rows


def _health(charted: Charted) -> Iterator[Item]:
    for flight, found in spells(charted).items():
        for spell in found:
            ship, what = charted.view.short_ship(flight), spell.health.value
            seats = "" if spell.seats is None else f", {spell.seats} seats"
            yield Item(
                f"{charted.ship(flight)} {what}",
                spell.from_on,
                spell.to_on,
                "health",
                (f"{ship} {what}{seats}", f"{ship} {what}"),
                facts=(spell.words,),
                text_role="alarm",
            )


def _outages(charted: Charted, axis: Axis) -> Iterator[Item]:
    """Walk the outages; facts that hold all the time, and ports that come or go, are left out."""
    for outage in charted.problem.outages:
        is_plain = not outage.at
        if is_plain and (_is_absence(charted, outage) or _is_throughout(outage, axis)):
            continue
        name = charted.context.name(outage.subject)
        said = f"{name} {outage.kind} closed"
        yield Item(
            said,
            outage.from_on,
            outage.to_on,
            "outage",
            (said, name),
            facts=(f"what-if {outage.at}",) if outage.at else (),
        )


def _is_throughout(outage: Outage, axis: Axis) -> bool:
    return outage.from_on <= axis.start and (outage.to_on is None or outage.to_on >= axis.end)


def _is_absence(charted: Charted, outage: Outage) -> bool:
    port = charted.problem.station.ports.get(outage.subject)
    return port is not None and (outage.to_on == port.from_on or outage.from_on == port.to_on)


def _waivers(charted: Charted) -> Iterator[Item]:
    for waiver in charted.run.waivers:
        start, end = _when(charted, waiver)
        ship = charted.view.short_ship(waiver.subject)
        name = charted.context.name(waiver.subject)
        used = "" if waiver.used is None else f", used {waiver.used}"
        limit = "" if waiver.limit is None else f" (limit {waiver.limit})"
        brief = f"{waiver.rule} {ship}: {waiver.bound}"
        needed = "needed" if waiver.is_needed else "not needed"
        yield Item(
            f"Waiver of {waiver.rule} for {name}",
            start,
            end,
            "waiver",
            (f"{brief}{limit}{used}", f"{brief}{limit}", brief),
            facts=(f"bound {waiver.bound}{limit}{used}, {needed}", waiver.authority, waiver.reason),
            text_role="note",
        )


def _when(charted: Charted, use: WaiverUse) -> tuple[date | None, date | None]:
    """Say when a waiver counts: its own days, else those of its flight beyond the limit."""
    own = [w for w in charted.problem.waivers if (w.rule, w.subject) == (use.rule, use.subject)]
    if own and own[0].from_on:
        return own[0].from_on, own[0].to_on
    flight = charted.plan.flight(use.subject)
    if flight and flight.launch_on and flight.land_on and use.limit is not None:
        beyond = add_days(flight.launch_on, use.limit)
        if use.rule == "VL-1" and beyond < flight.land_on:
            return beyond, flight.land_on
    return (flight.dock_on, flight.undock_on) if flight else (charted.run.as_of, charted.run.until)
