"""``rotation facts``: what was known on a day, and one flight's editions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scheduler.cli.common import (
    ColourOption,
    DatabaseOption,
    FactsOption,
    StationOption,
    errors_as_text,
    examples,
    read_day,
    show,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from datetime import date

    from scheduler.planning import Case

app = typer.Typer(help="List what was known, show a flight's editions, load facts.")


AsOfOption = Annotated[
    Any,  # a date or nothing; typer would have to import it to be told so
    typer.Option(
        "--as-of",
        parser=read_day,
        metavar="DAY",
        help="Known before the morning of this day. Default: everything.",
    ),
]
FlightArgument = Annotated[str, typer.Argument(metavar="FLIGHT", help="The flight's id.")]


@app.command("list", epilog=examples("rotation facts list --as-of 2023-01-11"))
def list_command(
    as_of: AsOfOption = None,
    facts: FactsOption = None,
    station: StationOption = None,
    colour: ColourOption = None,
) -> None:
    """List the flights known on a morning, as published then."""
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


@app.command("show", epilog=examples("rotation facts show soyuz-ms-23 --as-of 2023-02-14"))
def show_command(
    flight: FlightArgument,
    as_of: AsOfOption = None,
    facts: FactsOption = None,
    station: StationOption = None,
    colour: ColourOption = None,
) -> None:
    """Show every edition of a flight, and which of them holds."""
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
    editions = [row for row in case.facts.events if row.flight == flight]
    rows = [row for row in editions if row.known_on < day]
    if not rows:
        first = min((str(row.known_on) for row in editions), default="no day")
        told = f"Nothing of {flight} was known on {day}; its first edition is known on {first}."
        show(told)
        return
    show(editions_table(flight, rows, held, day, context_of(case), width(), use_colour(colour)))


@app.command("load", epilog=examples("rotation facts load seeds/iss"))
def load_command(
    facts: Annotated[Path, typer.Argument(metavar="DIR", help="Fact folder.")],
    station: StationOption = None,
    database: DatabaseOption = None,
) -> None:
    """Add the new rows of a fact folder to the database.

    The folder is checked first; what is in the database is never taken away.
    """
    from datetime import UTC, datetime
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


def _read(facts: Path | None, station: Path | None, as_of: date | None) -> tuple[Case, date]:
    """Read the fact folder and resolve it as of a day, by default the day after the last fact."""
    from dataclasses import replace

    from scheduler.domain import published_problem
    from scheduler.planning import read_case
    from scheduler.units import add_days

    case = read_case(None, facts, station)
    day = as_of or add_days(max(row.known_on for row in case.facts.events), 1)
    problem = published_problem(case.facts, case.station, day, add_days(day, 365))
    return replace(case, problem=problem), day
