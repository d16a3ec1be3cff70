"""A run as plain tables, for spreadsheets and for other programs; names stand beside ids.

Days are UTC days. A ``to`` is the first day that is not included. Lists of ids stand in one
cell, with ``;`` between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scheduler.domain import FlightPlan, Plan, Run
from scheduler.reports.context import Context

Cell = str | int | date | bool | None
EVENTS = ("launch", "dock", "undock", "land")


@dataclass(frozen=True)
class Sheet:
    """One table: its name, its columns, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets_of(run: Run, context: Context) -> tuple[Sheet, ...]:
    """Give all tables of a run; one without rows has its columns all the same."""
    return tuple(make(run, context) for make in SHEETS)


def _sheet(name: str, columns: str, rows: Iterable[tuple[Cell, ...]]) -> Sheet:
    return Sheet(name, tuple(columns.split()), tuple(rows))


def _listed(ids: Iterable[str]) -> str:
    return ";".join(ids)


def _names(ids: Iterable[str], context: Context) -> str:
    return ";".join(map(context.name, ids))


def _name(some_id: str | None, context: Context) -> str | None:
    return None if some_id is None else context.name(some_id)


def _plan(run: Run) -> Plan:
    return run.plan or Plan()


def run_sheet(run: Run, context: Context) -> Sheet:
    """Say which run it is, and how to read the days."""
    rows: list[tuple[Cell, ...]] = [
        ("run", run.id),
        ("title", run.title),
        ("station", run.station),
        ("station_name", context.name(run.station)),
        ("as_of", run.as_of),
        ("until", run.until),
        ("verdict", run.verdict.value),
        ("fingerprint", run.inputs.fingerprint),
        ("days", "UTC; a day under 'from' is included, one under 'to' is not"),
    ]
    return _sheet("run", "what value", rows)


def flight_sheet(run: Run, context: Context) -> Sheet:
    """List the flights, each with its published days and its life."""
    columns = (
        "flight name vehicle_type hull status launch dock undock land crew_up crew_up_names "
        "crew_down crew_down_names published_launch published_dock published_undock "
        "published_land changed life_used_days life_limit_days life_margin_days"
    )
    return _sheet("flights", columns, (_flight(f, context) for f in _plan(run).flights))


def _flight(flight: FlightPlan, context: Context) -> tuple[Cell, ...]:
    life = flight.life
    return (
        flight.flight,
        context.name(flight.flight),
        flight.vehicle_type,
        flight.hull,
        flight.status,
        flight.launch_on,
        flight.dock_on,
        flight.undock_on,
        flight.land_on,
        _listed(flight.crew_up),
        _names(flight.crew_up, context),
        _listed(flight.crew_down),
        _names(flight.crew_down, context),
        *(flight.published.get(event) for event in EVENTS),
        _listed(flight.changed),
        *((life.used_days, life.limit_days, life.margin_days) if life else (None, None, None)),
    )


def port_sheet(run: Run, context: Context) -> Sheet:
    """List which ship is at which port when."""
    rows = (
        (f.flight, context.name(f.flight), s.port, context.port(s.port), s.from_on, s.to_on)
        for f in _plan(run).flights
        for s in f.ports
    )
    return _sheet("ports", "flight flight_name port port_name from to", rows)


def stay_sheet(run: Run, context: Context) -> Sheet:
    """List who is aboard when, and how they come and go."""
    columns = "person name up up_name down down_name from to days planned_to extension_days"
    rows = (
        (
            s.person,
            context.name(s.person),
            s.up,
            _name(s.up, context),
            s.down,
            _name(s.down, context),
            s.from_on,
            s.to_on,
            s.days,
            s.planned_to_on,
            s.extension_days,
        )
        for s in _plan(run).stays
    )
    return _sheet("stays", columns, rows)


def seat_sheet(run: Run, context: Context) -> Sheet:
    """List whose seat is where when; without a flight there is none."""
    rows = (
        (
            s.person,
            context.name(s.person),
            s.flight,
            _name(s.flight, context),
            s.from_on,
            s.to_on,
            s.grade.name,
            s.grade.meaning,
        )
        for s in _plan(run).seats
    )
    return _sheet("seats", "person name flight flight_name from to grade meaning", rows)


def handover_sheet(run: Run, context: Context) -> Sheet:
    """List the handovers; days are overlap where direct, else gap."""
    rows = (
        (
            h.line,
            h.outgoing,
            context.name(h.outgoing),
            h.incoming,
            context.name(h.incoming),
            "direct" if h.is_direct else "indirect",
            h.days,
        )
        for h in _plan(run).handovers
    )
    columns = "line outgoing outgoing_name incoming incoming_name kind days"
    return _sheet("handovers", columns, rows)


def aboard_sheet(run: Run, _context: Context) -> Sheet:
    """List how many people are aboard when; one column a segment."""
    spans = _plan(run).aboard
    segments = tuple(dict.fromkeys(segment for span in spans for segment in span.by_segment))
    rows = (
        (s.from_on, s.to_on, s.people, *(s.by_segment.get(segment) for segment in segments))
        for s in spans
    )
    return Sheet("aboard", ("from", "to", "people", *segments), tuple(rows))


def goal_sheet(run: Run, _context: Context) -> Sheet:
    """List the goals in their order, one row a part; the last goal has none."""
    return _sheet("goals", "rank goal part value bound proved", _goals(run))


def _goals(run: Run) -> Iterator[tuple[Cell, ...]]:
    for rank, goal in enumerate(run.goals, start=1):
        if not goal.parts:
            yield rank, goal.goal, None, None, None, goal.is_proved
        for part in goal.parts:
            yield rank, goal.goal, part.part, part.value, part.bound, part.is_proved


def waiver_sheet(run: Run, context: Context) -> Sheet:
    """List the waivers that the plan was given."""
    rows = (
        (
            w.rule,
            w.subject,
            context.name(w.subject),
            w.limit,
            w.bound,
            w.used,
            w.is_needed,
            w.authority,
            w.reason,
        )
        for w in run.waivers
    )
    columns = "rule subject subject_name limit bound used needed authority reason"
    return _sheet("waivers", columns, rows)


def finding_sheet(run: Run, context: Context) -> Sheet:
    """List the findings."""
    rows = (
        (
            f.ref,
            f.rule,
            f.hardness,
            f.subject,
            context.name(f.subject),
            f.from_on,
            f.to_on,
            f.text,
        )
        for f in run.findings
    )
    return _sheet("findings", "ref rule class subject subject_name from to text", rows)


SHEETS: tuple[Callable[[Run, Context], Sheet], ...] = (
    run_sheet,
    flight_sheet,
    port_sheet,
    stay_sheet,
    seat_sheet,
    handover_sheet,
    aboard_sheet,
    goal_sheet,
    waiver_sheet,
    finding_sheet,
)
