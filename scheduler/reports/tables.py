"""The plain tables of a report: stays, handovers, waivers, life margins, goals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from rich.text import Text

from scheduler.domain import FlightPlan, GoalResult, LifeUse, Stay, WaiverUse
from scheduler.reports.context import View
from scheduler.reports.layout import ALARM, NOTABLE, Cell, Column, Lines, heading, paragraph, table
from scheduler.reports.trouble import part_words
from scheduler.units import count

THIN_MARGIN_DAYS = 10  # below it a margin is marked
AMPLE_MARGIN_DAYS = 30  # from it on a cargo ship is not listed
LIFE = ("used", "limit", "margin")
NOTHING = "-"


def stay_table(view: View) -> Lines:
    """Draw the section ``Stays``: same stays together, longest extended first."""
    alike: dict[Stay, list[str]] = defaultdict(list)
    for stay in view.plan.stays:
        if stay.up is not None and stay.from_on is not None:
            alike[replace(stay, person="")].append(stay.person)
    if not alike:
        return []
    groups = sorted(alike.items(), key=lambda group: _stay_order(group[0]))
    rows = [_stay_row(view, stay, people) for stay, people in groups]
    columns = [
        Column("who", wraps=True),
        Column("up"),
        Column("down"),
        Column("dock", rank=2),
        Column("undock"),
        Column("days", is_right=True),
        Column("planned to", rank=3),
        Column("extension", is_right=True),
    ]
    return [heading("Stays", "days from launch to landing"), *table(columns, rows, view.width)]


def _stay_order(stay: Stay) -> tuple[int, str, str]:
    return (-(stay.extension_days or 0), str(stay.from_on), stay.up or "")


def _stay_row(view: View, stay: Stay, people: list[str]) -> list[Cell]:
    longer = stay.extension_days
    extension = NOTHING if longer is None else f"{longer:+d} d" if longer else "0 d"
    return [
        ", ".join(view.person(person) for person in people),
        view.short_ship(stay.up),
        view.short_ship(stay.down),
        str(stay.from_on),
        str(stay.to_on or NOTHING),
        NOTHING if stay.days is None else str(stay.days),
        str(stay.planned_to_on or NOTHING),
        Text(extension, style=NOTABLE if (longer or 0) > 0 else ""),
    ]


def handover_table(view: View) -> Lines:
    """Draw the section ``Handovers``."""
    handovers = view.plan.handovers
    if not handovers:
        return []
    rows = [
        (
            handover.line,
            view.ship(handover.outgoing),
            view.ship(handover.incoming),
            f"direct, {count(handover.days, 'day')} of overlap"
            if handover.is_direct
            else Text(f"indirect, {count(handover.days, 'day')} of gap", style=NOTABLE),
        )
        for handover in handovers
    ]
    columns = [Column("line"), Column("outgoing"), Column("incoming"), Column("handover")]
    return [heading("Handovers"), *table(columns, rows, view.width)]


def waiver_table(view: View) -> Lines:
    """Draw the section ``Waivers``: those that the plan leans on first."""
    if not view.run.waivers:
        return []
    waivers = sorted(view.run.waivers, key=lambda waiver: not waiver.is_needed)
    columns = [
        Column("rule"),
        Column("subject"),
        Column("limit", is_right=True),
        Column("waived to", is_right=True),
        Column("used", is_right=True),
        Column("needed"),
    ]
    rows = [_waiver_row(view, waiver) for waiver in waivers]
    notes = {
        number: ": ".join(part for part in (waiver.authority, waiver.reason) if part)
        for number, waiver in enumerate(waivers)
    }
    return [heading("Waivers"), *table(columns, rows, view.width, notes)]


def _waiver_row(view: View, waiver: WaiverUse) -> list[Cell]:
    return [
        waiver.rule,
        view.ship(waiver.subject),
        NOTHING if waiver.limit is None else str(waiver.limit),
        str(waiver.bound),
        NOTHING if waiver.used is None else str(waiver.used),
        Text("yes", style=NOTABLE) if waiver.is_needed else "no",
    ]


def life_table(view: View) -> Lines:
    """Draw the section ``Life``: days from launch to landing, the thinnest margin first.

    Cargo ships with time to spare are counted, not listed.
    """
    lives = [(flight, flight.life) for flight in view.plan.flights if flight.life and flight.flies]
    if not lives:
        return []
    lives.sort(key=lambda pair: (pair[1].margin_days, pair[0].flight))
    spare = [
        life.margin_days
        for flight, life in lives
        if life.margin_days >= AMPLE_MARGIN_DAYS and not view.carries_people(flight)
    ]
    rows = [
        _life_row(view, flight, life)
        for flight, life in lives
        if life.margin_days < AMPLE_MARGIN_DAYS or view.carries_people(flight)
    ]
    remark = f"certified days from launch; ! under {THIN_MARGIN_DAYS} days left"
    lines = [heading("Life", remark)]
    if rows:
        columns = [Column("ship"), *(Column(name, is_right=True) for name in LIFE), Column("")]
        lines += table(columns, rows, view.width)
    if spare:
        ships = count(len(spare), "cargo ship")
        lines += paragraph(f"{ships}: {min(spare)} d or more to spare.", view.width)
    return lines


def _life_row(view: View, flight: FlightPlan, life: LifeUse) -> list[Cell]:
    is_thin = life.margin_days < THIN_MARGIN_DAYS
    is_waived = any(
        waiver.is_needed and (waiver.rule, waiver.subject) == ("VL-1", flight.flight)
        for waiver in view.run.waivers
    )
    return [
        view.ship(flight.flight),
        f"{life.used_days} d",
        f"{life.limit_days} d",
        Text(f"{life.margin_days} d", style=ALARM if is_thin else ""),
        " ".join(["!"] * is_thin + ["limit by waiver"] * is_waived),
    ]


def goal_table(view: View) -> Lines:
    """Draw the section ``Goals``: each part with its value and its proved bound, in order."""
    rows = [row for goal in view.run.goals for row in _goal_rows(goal)]
    if not rows:
        return []
    columns = [
        Column("goal"),
        Column("part"),
        Column("value", is_right=True),
        Column("bound", is_right=True),
        Column("proved"),
    ]
    return [heading("Goals", "in order; less is better"), *table(columns, rows, view.width)]


def _goal_rows(goal: GoalResult) -> Iterator[list[Cell]]:
    if not goal.parts:
        yield [goal.goal, "", "", "", _proved(goal.is_proved)]
    for number, part in enumerate(goal.parts):
        name = goal.goal if number == 0 else ""
        bound, value = f"{part.bound:,}", f"{part.value:,}"
        yield [name, part_words(part), value, bound, _proved(part.is_proved)]


def _proved(is_proved: bool) -> Cell:
    return "proved" if is_proved else Text("open", style=NOTABLE)
