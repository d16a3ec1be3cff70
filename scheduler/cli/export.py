"""``rotation export``: a plan as a calendar, tables, a workbook, a document, or facts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scheduler.cli.common import (
    EXIT_FOR_VERDICT,
    DatabaseOption,
    FactsOption,
    StationOption,
    TimeLimitOption,
    errors_as_text,
    examples,
    one_of,
    read_day,
    show,
)

if TYPE_CHECKING:
    from datetime import date

    from scheduler.domain import Run
    from scheduler.reports import Context


class To(StrEnum):
    """What a plan can be exported to."""

    ICS = "ics"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    FACTS = "facts"


EXAMPLES = examples(
    "rotation export 20230111-0915 -o plan.ics --people",
    "rotation export 20230111-0915 -o plan.xlsx --replace",
    "rotation export plan.json --to csv -o tables.zip",
    "rotation export config/what-if/ms-22-leak.yaml --to facts -o planned",
)
ENDINGS = {".ics": To.ICS, ".xlsx": To.XLSX, ".json": To.JSON, ".zip": To.CSV, "": To.CSV}
OF_MANY_FILES = (To.CSV, To.FACTS)
PRINTED = (To.ICS, To.JSON)

RunArgument = Annotated[
    str, typer.Argument(metavar="RUN", help="RUN-ID, RUN.json, or a WHAT-IF.yaml to be planned.")
]
ToOption = Annotated[
    To | None,
    typer.Option(
        "--to",
        parser=one_of(To),
        autocompletion=lambda: list(To),
        metavar="|".join(To),
        help="Calendar, tables, workbook, document, or rows for a fact folder.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="File to write; for tables and facts a folder, or a .zip. Default: print.",
    ),
]
PeopleOption = Annotated[
    bool, typer.Option("--people", help="Calendar: add who is aboard from when to when.")
]
KnownOnOption = Annotated[
    Any,  # a date or nothing; typer would have to import it to be told so
    typer.Option(
        "--known-on",
        parser=read_day,
        metavar="DAY",
        help="Facts: the day on which they became known. Default: the day of the run.",
    ),
]
ReplaceOption = Annotated[
    bool, typer.Option("--replace", help="Write in the place of files that are there.")
]


def export_command(
    run: RunArgument,
    to: ToOption = None,
    output: OutOption = None,
    people: PeopleOption = False,
    known_on: KnownOnOption = None,
    replace: ReplaceOption = False,
    facts: FactsOption = None,
    station: StationOption = None,
    time_limit_s: TimeLimitOption = 60.0,
    database: DatabaseOption = None,
) -> None:
    """Write a plan for other programs: calendar, tables, facts.

    The format is the one that --to names, else the one that FILE ends in. All days are UTC. A
    calendar has whole days and the same ids for the same events in every run, so that one who
    subscribes to it sees them move. One run always gives the same bytes. A file that is there is
    kept, unless --replace is given, and is replaced whole.
    """
    from scheduler.cli.progress import ProgressLine
    from scheduler.cli.sources import Source
    from scheduler.paths import shown
    from scheduler.planning import Limits

    with errors_as_text():
        wanted = _format(to, output, has_people=people, has_day=known_on is not None)
        source = Source.read(run, facts, station, database)
    with ProgressLine() as progress:
        made = source.run(Limits(time_limit_s), progress)
    with errors_as_text():
        files = _written(made, source.context, wanted, has_people=people, known_on=known_on)
        if output is None:
            [data] = files.values()
            show(data.decode())
        else:
            saved = _save(output, files, wanted, is_replacing=replace)
            show(f"Saved: {', '.join(shown(path) for path in saved)}.")
    raise typer.Exit(EXIT_FOR_VERDICT[made.verdict.value])


def _format(to: To | None, output: Path | None, *, has_people: bool, has_day: bool) -> To:
    """Settle the format, and see that the rest fits it."""
    from scheduler.errors import InputError

    ending = None if output is None else output.suffix.lower()
    meant = to or (To.JSON if ending is None else ENDINGS.get(ending))
    if meant is None:
        raise InputError(f"{output}: no format ends in {ending}. Give .ics, .xlsx, .json or .zip.")
    if ending is not None and meant not in _formats(ending):
        good = "a folder or a .zip" if meant in OF_MANY_FILES else f"one that ends in .{meant}"
        raise InputError(f"{output}: is no place for {meant}. Give {good}.")
    if ending is None and meant not in PRINTED:
        raise InputError(f"{meant} cannot be printed. Give a place for it with -o.")
    if has_people and meant is not To.ICS:
        raise InputError(f"--people is for calendars, not for {meant}. Leave it out.")
    if has_day and meant is not To.FACTS:
        raise InputError(f"--known-on is for facts, not for {meant}. Leave it out.")
    return meant


def _formats(ending: str) -> tuple[To, ...]:
    return OF_MANY_FILES if ending in ("", ".zip") else tuple(filter(None, [ENDINGS.get(ending)]))


def _written(
    run: Run, context: Context, to: To, *, has_people: bool, known_on: date | None
) -> dict[str, bytes]:
    """Give the files of an export by name; all but the document need a plan."""
    from scheduler.documents.run import document_text
    from scheduler.errors import InputError

    if to is To.JSON:
        return {"run.json": document_text(run).encode()}
    if run.plan is None:
        told = f"{run.id} has no plan (verdict {run.verdict.value})"
        raise InputError(f"{told}, so there is nothing to put in {to}. Give --to json.")
    if to is To.FACTS:
        from scheduler.planning import fact_files

        source = f"planned by rotation, run {run.id}"
        return _encoded(fact_files(run, known_on or run.as_of, source))
    if to is To.ICS:
        from scheduler.reports.export.calendar import calendar_text

        return {"plan.ics": calendar_text(run, context, has_people=has_people).encode()}
    from scheduler.reports.export.sheets import sheets_of

    sheets = sheets_of(run, context)
    if to is To.CSV:
        from scheduler.reports.export.csv_files import csv_texts

        return _encoded(csv_texts(sheets))
    from scheduler.reports.export.moment import moment_of
    from scheduler.reports.export.workbook import workbook_bytes

    return {"plan.xlsx": workbook_bytes(sheets, run.title, moment_of(run))}


def _encoded(texts: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in texts.items()}


def _save(output: Path, files: dict[str, bytes], to: To, *, is_replacing: bool) -> list[Path]:
    """Save the files: one under its own name, several in a folder or packed into one."""
    from scheduler.cli.shared import make_folder
    from scheduler.documents.saving import refuse_other, save_new_bytes, save_over

    if to not in OF_MANY_FILES:
        placed = {output: next(iter(files.values()))}
    elif output.suffix.lower() == ".zip":
        from scheduler.reports.export.csv_files import zipped

        placed = {output: zipped(files)}
    else:
        make_folder(output)
        placed = {output / name: data for name, data in files.items()}
    for path, data in placed.items() if not is_replacing else ():
        refuse_other(path, data)
    for path, data in placed.items():
        (save_over if is_replacing else save_new_bytes)(path, data)
    return list(placed)
