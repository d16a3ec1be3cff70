"""``rotation chart``: a plan on one page, for a browser, a slide or a wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    from scheduler.domain import Run
    from scheduler.history import RecordedExpedition
    from scheduler.planning import Case
    from scheduler.reports.chart import Other

WEEK = "config/what-if/ms-22-leak.yaml"
PUBLISHED = "published"
SIZES = ("slide", "a3")
EXAMPLES = examples(
    f"rotation chart {WEEK} -o week.html",
    "rotation chart june.json -o june.pdf --size a3 --against published",
    "rotation chart 20230111-0915 -o week.png --against june.json",
)
AskedArgument = Annotated[
    str,
    typer.Argument(metavar="RUN|WHAT-IF", help="A kept run, a run document, or a what-if file."),
]
FileOption = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to; ends in .html, .svg, .png or .pdf."
    ),
]
AgainstOption = Annotated[
    str | None,
    typer.Option(
        metavar="RUN|WHAT-IF", help="Another plan, ghosted behind; or the word: published."
    ),
]
SizeOption = Annotated[
    str,
    typer.Option(
        parser=one_of(SIZES),
        autocompletion=lambda: list(SIZES),
        metavar="|".join(SIZES),
        help="A slide of 16:9, or a sheet of A3.",
    ),
]
TodayOption = Annotated[
    date | None,
    typer.Option(
        parser=read_day, metavar="DATE", help="Where the line of today stands. Default: today, UTC."
    ),
]


@dataclass(frozen=True)
class _Files:
    """What the options say of where things are, and how long a search may be."""

    facts: Path | None
    station: Path | None
    database: str | None
    time_limit_s: float


def chart_command(
    asked: AskedArgument,
    output: FileOption,
    against: AgainstOption = None,
    facts: FactsOption = None,
    station: StationOption = None,
    size: SizeOption = "slide",
    today: TodayOption = None,
    time_limit_s: TimeLimitOption = 60.0,
    database: DatabaseOption = None,
) -> None:
    """Draw a plan on one page: ports, people, seats, handovers.

    A what-if is planned first, and nothing is kept. The page for browsers is one file that needs
    no network; it tells the facts behind each bar, can be zoomed, and says the same as a table.
    With another plan, that one stands behind in dashes, and arrows say what has moved. A file of
    the same name is replaced.
    """
    from datetime import UTC, datetime

    from scheduler.cli.shared import context_of
    from scheduler.documents.saving import save_over
    from scheduler.paths import shown
    from scheduler.reports.chart import Charted, Size, draw, format_of

    files = _Files(facts, station, database, time_limit_s)
    with errors_as_text():
        fmt = format_of(output)
        _refuse_missing_folder(output)
    run, case = _run_of(asked, files)
    other = _other(against, case, files) if against else None
    day = today or datetime.now(UTC).date()
    with errors_as_text():
        recorded = _recorded(case, run, files)
        charted = Charted(run, case.problem, context_of(case), recorded, day, other)
        drawn = draw(charted, fmt, Size(size))
        save_over(output, drawn)
    show(f"{shown(output)}: {len(drawn) / 1000:,.0f} kB")


def _refuse_missing_folder(output: Path) -> None:
    from scheduler.errors import InputError

    if not output.parent.is_dir():
        raise InputError(f"{output}: there is no folder {output.parent}. Give one that is there.")


def _run_of(asked: str, files: _Files) -> tuple[Run, Case]:
    """Give a run with a plan; leave with the status of its verdict where it has none."""
    from scheduler.cli.progress import ProgressLine
    from scheduler.cli.sources import Source
    from scheduler.planning import Limits

    with errors_as_text():
        where = (files.facts, files.station, files.database)
        source = Source.read(asked, *where, needs_case=True)
    with ProgressLine() as progress:
        run = source.run(Limits(files.time_limit_s), progress)
    if run.plan is None:
        told = f"{asked}: there is no plan to draw, it is {run.verdict}. Ask rotation explain why."
        typer.echo(told, err=True)
        raise typer.Exit(EXIT_FOR_VERDICT[run.verdict.value])
    assert source.case is not None
    return run, source.case


def _other(against: str, case: Case, files: _Files) -> Other:
    from scheduler.domain import Plan
    from scheduler.reports.chart import PUBLISHED as TITLE
    from scheduler.reports.chart import Other, published_plan

    if against == PUBLISHED:
        return Other(TITLE, published_plan(case.problem))
    run, _ = _run_of(against, files)
    return Other(run.title, run.plan or Plan())


def _recorded(case: Case, run: Run, files: _Files) -> tuple[RecordedExpedition, ...]:
    """Read the expeditions on record, from the fact folder of the run."""
    from scheduler.intake import read_expeditions
    from scheduler.paths import shipped
    from scheduler.planning import fact_folder

    named = fact_folder(run) or Path("seeds") / case.station.id
    folder = files.facts or shipped(str(named))
    return read_expeditions(folder, case.problem.people) or ()
