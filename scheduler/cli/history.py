"""``rotation history``: what was flown, and what follows from it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from scheduler.cli.common import (
    ColourOption,
    FactsOption,
    JsonOption,
    StationOption,
    errors_as_text,
    examples,
    read_day,
    show,
    use_colour,
    width,
)

app = typer.Typer(help="What was flown: a ledger of it, and how launches slipped.")

FromOption = Annotated[
    Any,  # a date or nothing; typer would have to import it to be told so
    typer.Option(
        "--from",
        parser=read_day,
        metavar="DATE",
        help="Count from this day on. Default: the first docking with a crew.",
    ),
]
UntilOption = Annotated[
    Any,
    typer.Option(
        "--until",
        parser=read_day,
        metavar="DATE",
        help="Count up to this day, which is not included. Default: all that is known.",
    ),
]


@app.command(
    "ledger",
    epilog=examples(
        "rotation history ledger",
        "rotation history ledger --from 2022-09-01 --until 2023-10-01",
        "rotation history ledger --json > ledger.json",
    ),
)
def ledger_command(
    facts: FactsOption = None,
    station: StationOption = None,
    from_on: FromOption = None,
    until: UntilOption = None,
    as_json: JsonOption = False,
    colour: ColourOption = None,
) -> None:
    """Derive expeditions, head-counts, handovers, ship days.

    Also extensions, and days by port. All of it follows from who flew when.

    An expedition ends, and the next begins, when a ship of the first crew's line undocks with
    people of a long stay, or empty after it had brought some; when any ship takes home everybody
    who lived there before it came; and when a crew docks that takes a new place, for the crew it
    was to relieve has left and somebody else had been sent for it. A long stay is one of 60 days
    or more. No fact tells who commands: whoever came before an expedition began and went home
    when it ended can have.

    Where expeditions.csv lies in the fact folder, the expeditions are compared with it, and every
    difference is listed.
    """
    from scheduler.cli.folder import FactFolder
    from scheduler.documents.ledger import ledger_text
    from scheduler.errors import InputError
    from scheduler.history import ledger
    from scheduler.intake import read_expeditions
    from scheduler.reports import ledger_report

    with errors_as_text():
        folder = FactFolder.read(facts, station)
        recorded = read_expeditions(folder.path, [one.id for one in folder.facts.people])
        if from_on and until and until <= from_on:
            raise InputError(f"--until is {until}, not after --from ({from_on}). Give a later day.")
        found = ledger(folder.facts, folder.station, recorded, from_on, until)
        if found is None:
            raise InputError("No crew was aboard on any of these days. Give others.")
    if as_json:
        show(ledger_text(folder.station.id, found))
    else:
        show(ledger_report(found, folder.context, width(), use_colour(colour)))


@app.command(
    "slips",
    epilog=examples("rotation history slips", "rotation history slips --json > slips.json"),
)
def slips_command(
    facts: FactsOption = None,
    station: StationOption = None,
    as_json: JsonOption = False,
    colour: ColourOption = None,
) -> None:
    """Tell how much later ships flew than published, to size buffers.

    By launcher family and vehicle type, and by lead time: the days from when a launch day became
    known to that day. Rows in which the flown day stands in for a plan are no plans and are left
    out. Medians have an exact interval, buffers an exact bound; where flights are too few for
    them, that is said.
    """
    from scheduler.cli.folder import FactFolder
    from scheduler.documents.slips import slips_text
    from scheduler.history import launch_slips
    from scheduler.reports import slips_report

    with errors_as_text():
        folder = FactFolder.read(facts, station)
    found = launch_slips(folder.facts, folder.station)
    if as_json:
        show(slips_text(folder.station.id, found))
    else:
        show(slips_report(found, folder.context, width(), use_colour(colour)))
