"""``rotation facts accept``: a plan becomes the baseline of the mornings to come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scheduler.cli.common import (
    DatabaseOption,
    StationOption,
    errors_as_text,
    examples,
    read_day,
    show,
    width,
)

if TYPE_CHECKING:
    from scheduler.planning import Acceptance

EXAMPLES = examples(
    "rotation facts accept 20230111-0915 --who FPIP --why 'agreed' --dry-run",
    "rotation facts accept plan.json --who NASA --why agreed --facts mine",
)
RunArgument = Annotated[
    str, typer.Argument(metavar="RUN-ID|RUN.json", help="A kept run, or a run document.")
]
WhoOption = Annotated[str, typer.Option("--who", metavar="NAME", help="Who accepts the plan.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; it stays in the rows.")]
OnOption = Annotated[
    Any,  # a date or nothing; typer would have to import it to be told so
    typer.Option(
        "--on",
        parser=read_day,
        metavar="DAY",
        help="The day on which it is accepted. Default: the day of the run.",
    ),
]
FolderOption = Annotated[
    Path | None,
    typer.Option("--facts", metavar="DIR", help="Fact folder to add to. Default: the run's own."),
]
DryOption = Annotated[bool, typer.Option("--dry-run", help="Show the rows, and write nothing.")]


def accept_command(
    run: RunArgument,
    who: WhoOption,
    why: WhyOption,
    on: OnOption = None,
    facts: FolderOption = None,
    station: StationOption = None,
    dry_run: DryOption = False,
    database: DatabaseOption = None,
) -> None:
    """Make a plan the next baseline, by adding rows.

    Every launch, docking, relocation, undocking and landing ahead, and who rides what, is added
    as planned; what no longer holds is withdrawn. No row is changed or taken out. The rows are
    known on the day of the acceptance, so they count from the next morning on: as of the run's
    own morning the earlier baseline stands as it stood. The folder is checked with them before
    anything is written, and all files are written or none.
    """
    from scheduler.cli.sources import find_run
    from scheduler.planning import accept, finish_earlier, publish

    with errors_as_text():
        kept = find_run(run, database)
        if not dry_run and finish_earlier(kept.run, facts):
            typer.echo("An acceptance that had been cut short was finished first.", err=True)
        case = kept.case(None, None, station)
        made = accept(kept.run, case, facts, who, why, on)
        if not dry_run:
            publish(made)
    show(_told(made, is_dry=dry_run))


def _told(made: Acceptance, *, is_dry: bool) -> str:
    from textwrap import fill

    from scheduler.paths import shown
    from scheduler.units import add_days, count

    if not made.texts:
        return f"{shown(made.folder)} says this already: nothing to add."
    lines = []
    for name, rows in made.rows.items():
        verb = "would be added to" if is_dry else "added to"
        lines.append(f"{count(len(rows), 'row')} {verb} {shown(made.folder / name)}")
        lines += [f"  {row}" for row in rows] if is_dry else []
    counts = "would be" if is_dry else "is"
    known_on = made.edition.known_on
    lines += [
        *(fill(note, width(), subsequent_indent="  ") for note in made.notes),
        f"Known on {known_on}. Source:",
        fill(made.edition.source, width(), initial_indent="  ", subsequent_indent="  "),
        f"The plan {counts} the baseline as of {add_days(known_on, 1)} and later.",
        "Health, outages, rules, waivers and goals of a what-if are not in it.",
    ]
    return "\n".join(lines)
