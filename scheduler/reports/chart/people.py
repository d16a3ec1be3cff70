"""Rows of people, by line: each stay a bar, stays of one place following one another in a lane."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from scheduler.domain import Plan, SeatSpan, Stay
from scheduler.reports.chart.axis import Axis
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.facts import person_facts
from scheduler.reports.chart.labels import Room, pack
from scheduler.reports.chart.rows import Item, Part, Row

SECTION = "People"
VISITS = "visits"
ROLES = ("person-0", "person-1", "person-3")
VISIT_ROLE = "person-2"


def people_rows(charted: Charted, axis: Axis) -> list[Row]:
    """Give as many rows for each line as it has people aboard at once."""
    seats: dict[str, list[SeatSpan]] = defaultdict(list)
    for seat in charted.plan.seats:
        seats[seat.person].append(seat)
    here, was = _seen(charted.plan, axis), _seen(charted.other.plan, axis) if charted.other else {}
    lines: dict[str, list[list[Item]]] = defaultdict(list)
    for stay in sorted((was | here).values(), key=lambda stay: (str(stay.from_on), stay.up or "")):
        items = [_item(charted, stay, seats[stay.person])] if stay.person in here else []
        if stay.person in was:
            items += _ghost(charted, was[stay.person], here.get(stay.person))
        lines[charted.line(stay.up) or VISITS].append(items)
    known = [*charted.problem.station.lines, *sorted(lines)]
    order = [line for line in dict.fromkeys(known) if line in lines and line != VISITS]
    rows: list[Row] = []
    for number, line in enumerate(order):
        rows += _lanes(line, ROLES[number % len(ROLES)], lines[line], axis)
    return [*rows, *_lanes(VISITS, VISIT_ROLE, lines[VISITS], axis)]


def _seen(plan: Plan, axis: Axis) -> dict[str, Stay]:
    """Give the stays that are on the chart, by person."""
    return {
        stay.person: stay
        for stay in plan.stays
        if stay.from_on and axis.shows(stay.from_on, stay.to_on)
    }


def _lanes(line: str, role: str, found: list[list[Item]], axis: Axis) -> list[Row]:
    """Lay stays one after another in lanes; with a stay goes what another plan has of it."""
    whole = sorted(((_whole(items, axis), items) for items in found), key=lambda one: one[0][0])
    lanes: dict[int, list[Item]] = defaultdict(list)
    for lane, (_, items) in zip(pack([span for span, _ in whole]), whole, strict=True):
        lanes[lane] += [_in_role(item, role) for item in items]
    return [
        Row(SECTION, line.capitalize(), (), tuple(lanes[lane]), f"{line} {lane}")
        for lane in sorted(lanes)
    ]


def _whole(items: Sequence[Item], axis: Axis) -> Room:
    spans = [axis.span(item.from_on, item.to_on) for item in items]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _in_role(item: Item, role: str) -> Item:
    return item if item.is_ghost else replace(item, role=role)


def _item(charted: Charted, stay: Stay, seats: Sequence[SeatSpan]) -> Item:
    is_extended = bool(stay.planned_to_on) and (stay.extension_days or 0) > 0
    parts = (Part(stay.planned_to_on, stay.to_on, "extension"),) if is_extended else ()
    return Item(
        charted.context.name(stay.person),
        stay.from_on,
        stay.to_on,
        ROLES[0],
        person_forms(charted, stay),
        (f"{charted.view.person(stay.person)[:4]}.",),
        person_facts(charted, stay, seats),
        parts,
        ("person", stay.person),
    )


def person_forms(charted: Charted, stay: Stay) -> tuple[str, ...]:
    """Word a stay, the longest first: up ship, name, down ship; a name."""
    view, name = charted.view, charted.view.person(stay.person)
    up, down = view.short_ship(stay.up), view.short_ship(stay.down)
    if stay.up == stay.down:
        long = (f"{up} › {name} › {down}", f"{name} {up}")  # noqa: RUF001  (no quotation mark)
    else:
        long = (f"{up} › {name} › {down}", f"{name} › {down}")  # noqa: RUF001
    return (*long, name)


def _ghost(charted: Charted, was: Stay, here: Stay | None) -> list[Item]:
    """Give the stay as the other plan has it, where the days are not the same."""
    assert charted.other is not None
    if here and (here.from_on, here.to_on) == (was.from_on, was.to_on):
        return []
    name = charted.context.name(was.person)
    ghost = Item(
        f"{name}, {charted.other.title}",
        was.from_on,
        was.to_on,
        "ghost",
        () if here else (f"{name}: {charted.other.title}", name),
        facts=person_facts(charted, was, ()),
        key=("person", was.person),
        is_ghost=True,
        text_role="muted",
    )
    return [ghost]
