"""``rotation facts``: what was known on a day, and one flight's editions."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.cli.common import (
    ColourOption,
    DatabaseOption,
    FactsOption,
    StationOption,
    errors_as_text,
    show,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from datetime import date

    from scheduler.planning import Case

app = typer.Typer(help="List what was known, show a flight's editions, load a fact folder.")

AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help="Known before the morning of this day. Default: everything.",
    ),
]
FlightArgument = Annotated[str, typer.Argument(metavar="FLIGHT", help="The flight's id.")]


@app.command("list")
def list_command(
    as_of: AsOfOption = None,
    facts: FactsOption = None,
    station: StationOption = None,
    colour: ColourOption = None,
) -> None:
    """List the flights known on a morning, with what was published of each.

    Example:

    rotation facts list --as-of 2023-01-11
    """
    from scheduler.cli.shared import context_of
    from scheduler.reports import facts_table

    with errors_as_text():
        case, day = _read(facts, station, as_of)
    problem = case.problem
    flights = [
        *problem.departed.values(),
        *problem.flights.values(),
        *problem.later,
        *problem.cancelled,
    ]
    show(facts_table(flights, day, context_of(case), width(), use_colour(colour)))


@app.command("show")
def show_command(
    flight: FlightArgument,
    as_of: AsOfOption = None,
    facts: FactsOption = None,
    station: StationOption = None,
    colour: ColourOption = None,
) -> None:
    """Show every edition of one flight known on a morning, and which of them holds.

    Example:

    rotation facts show soyuz-ms-23 --as-of 2023-02-14
    """
    from scheduler.cli.shared import context_of
    from scheduler.documents.suggestions import unknown
    from scheduler.domain import editions_of
    from scheduler.errors import InputError
    from scheduler.reports import editions_table

    with errors_as_text():
        case, day = _read(facts, station, as_of)
        if flight not in [fact.id for fact in case.facts.flights]:
            raise InputError(unknown("flight", flight, [f.id for f in case.facts.flights]))
    held = editions_of(case.facts, flight, day)
    rows = [row for row in case.facts.events if row.flight == flight and row.known_on < day]
    show(editions_table(flight, rows, held, day, context_of(case), width(), use_colour(colour)))


@app.command("load")
def load_command(
    facts: Annotated[Path, typer.Argument(metavar="DIR", help="Fact folder.")],
    station: StationOption = None,
    database: DatabaseOption = None,
) -> None:
    """Check a fact folder and add its new rows to the database; nothing is ever taken away."""
    from datetime import UTC
    from pathlib import PurePath

    from scheduler.intake import read_facts
    from scheduler.settings import find_station, read_station
    from scheduler.store import Store

    with errors_as_text():
        known = read_station(station or find_station("iss"))
        folder = read_facts(facts, known)
        texts = {PurePath(name).name: text for name, text in folder.texts.items()}
        with Store.open(database) as store:
            added = store.add_facts(known.id, texts, datetime.now(UTC))
            store.commit()
            show(f"{added} new rows in {store.where()}")


def _read(facts: Path | None, station: Path | None, as_of: datetime | None) -> tuple[Case, date]:
    """Read the fact folder and resolve it as of a day, by default the day after the last fact."""
    from dataclasses import replace

    from scheduler.domain import published_problem
    from scheduler.planning import read_case
    from scheduler.units import add_days

    case = read_case(None, facts, station)
    if as_of is None:
        return case, case.problem.as_of
    day = as_of.date()
    problem = published_problem(case.facts, case.station, day, add_days(day, 365))
    return replace(case, problem=problem), day
