"""Rows of days: expeditions with their commanders, and calendar windows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from scheduler.reports.chart.axis import Axis
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.labels import pack
from scheduler.reports.chart.rows import Item, Row
from scheduler.reports.context import short_people

EXPEDITIONS, WINDOWS = "Expeditions", "Windows"
KINDS = {  # of windows: how the row is called, and whether days inside are the good ones
    "lit-landing": (("Lit landings", "Lit"), True),
    "launch-days": (("Launch days", "Launch"), True),
    "beta-cutout": (("Beta cutouts", "Beta"), False),
    "eva": (("Spacewalks", "EVA"), False),
}


def window_rows(charted: Charted, axis: Axis) -> list[Row]:
    """Give a row for each kind of window that is on the chart."""
    found: dict[str, list[Item]] = defaultdict(list)
    for window in charted.problem.windows:
        if not axis.shows(window.from_on, window.to_on):
            continue
        forms, is_good = KINDS.get(window.kind, ((window.kind,), True))
        name = charted.context.name(window.subject)
        short = charted.view.short_ship(window.subject)
        said = "allowed inside only" if is_good else "no launch, docking or landing inside"
        item = Item(
            f"{forms[0]}: {name}",
            window.from_on,
            window.to_on,
            "allowed" if is_good else "forbidden",
            () if window.subject == charted.run.station else tuple(dict.fromkeys((name, short))),
            (),
            (said, window.source) if window.source else (said,),
        )
        found[window.kind].append(item)
    return [
        Row(WINDOWS, "", KINDS.get(kind, ((kind,), True))[0], tuple(items), f"{kind} {lane}")
        for kind in sorted(found, key=lambda kind: list(KINDS).index(kind) if kind in KINDS else 9)
        for lane, items in enumerate(_lanes(found[kind], axis))
    ]


def _lanes(items: list[Item], axis: Axis) -> list[list[Item]]:
    """Lay windows that overlap below one another."""
    items.sort(key=lambda item: axis.span(item.from_on, item.to_on))
    lanes: dict[int, list[Item]] = defaultdict(list)
    spans = [axis.span(item.from_on, item.to_on) for item in items]
    for lane, item in zip(pack(spans), items, strict=True):
        lanes[lane].append(item)
    return [lanes[lane] for lane in sorted(lanes)]


def expedition_rows(charted: Charted) -> list[Row]:
    """Give the row of expeditions; none where no expedition is on record."""
    items = tuple(_expeditions(charted))
    return [Row(EXPEDITIONS, "", (EXPEDITIONS, "Exp."), items)] if items else []


def _expeditions(charted: Charted) -> Iterator[Item]:
    """Walk the expeditions: the one on record that is under way, then those of the plan.

    One ends when a crew of the first line goes home (domain_rules HO-6). Who commands is known
    of the one under way; of others only who can have done so by its end.
    """
    begun = [one for one in charted.recorded if one.from_on <= charted.run.as_of]
    if not begun:
        return
    now = max(begun, key=lambda one: one.from_on)
    starts: list[date] = [now.from_on, *_turns(charted)]
    for number, start in enumerate(starts, start=now.number):
        end = starts[number - now.number + 1] if number - now.number + 1 < len(starts) else None
        known = now.commanders if start == now.from_on else ()
        names = list(short_people(known, charted.context).values())
        able = [charted.view.person(person) for person in _able(charted, start, end)]
        fact = f"commander: {', '.join(names)}" if names else f"can command: {', '.join(able)}"
        who = ", ".join(names)
        forms = (f"Expedition {number}, {who}", f"Exp. {number} {who}") if who else ()
        yield Item(
            f"Expedition {number}",
            start,
            end,
            "expedition",
            (*forms, f"Expedition {number}", f"Exp. {number}", str(number)),
            facts=(fact,) if names or able else (),
        )


def _turns(charted: Charted) -> list[date]:
    """List the days after ``as_of`` on which a ship of the first line leaves that had a crew."""
    lines = list(charted.problem.station.lines)
    days = {
        flight.undock_on
        for flight in charted.plan.flights
        if flight.flies
        and flight.undock_on
        and (flight.crew_up or flight.crew_down)
        and lines[:1] == [charted.line(flight.flight)]
    }
    return sorted(day for day in days if day > charted.run.as_of)


def _able(charted: Charted, start: date, end: date | None) -> Iterator[str]:
    """Name who was aboard before an expedition began, and went home when it ended."""
    for stay in charted.plan.stays:
        is_before = stay.from_on is not None and stay.from_on < start
        if is_before and end is not None and stay.to_on == end:
            yield stay.person
