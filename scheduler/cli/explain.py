"""``rotation explain``: why there is no plan, and the cheapest ways out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scheduler.cli.common import (
    EXIT_FOR_VERDICT,
    ColourOption,
    FactsOption,
    JsonOption,
    StationOption,
    TimeLimitOption,
    errors_as_text,
    examples,
    show,
    use_colour,
    width,
)

EXAMPLES = examples(
    "rotation explain config/what-if/plan-a.yaml",
    "rotation explain config/what-if/plan-a.yaml --smallest --ways 5 --save ways",
)
WhatIfArgument = Annotated[Path, typer.Argument(metavar="WHAT-IF", help="What-if file.")]
SmallestOption = Annotated[
    bool, typer.Option("--smallest", help="Find a conflict of least size, and prove that it is.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Find all conflicts, up to --most.")]
MostOption = Annotated[
    int, typer.Option("--most", metavar="N", min=1, help="How many conflicts --all finds at most.")
]
WaysOption = Annotated[
    int, typer.Option("--ways", metavar="K", min=0, help="How many ways out to find at most.")
]
SaveWaysOption = Annotated[
    Path | None,
    typer.Option(
        "--save", metavar="DIR", help="Save each way out there as a what-if file, way-1.yaml."
    ),
]


def explain_command(
    what_if: WhatIfArgument,
    facts: FactsOption = None,
    station: StationOption = None,
    is_smallest: SmallestOption = False,
    has_all: AllOption = False,
    most: MostOption = 20,
    ways: WaysOption = 3,
    save: SaveWaysOption = None,
    as_json: JsonOption = False,
    time_limit_s: TimeLimitOption = 60.0,
    colour: ColourOption = None,
) -> None:
    """Say why a what-if has no plan, and which waivers would open it.

    First the conflict: requirements that cannot hold together, none of them idle, for without
    any one the rest can hold. Then the cheapest ways out, those that spare safety first, each
    with the plan it gives. Nothing is kept in the database. Each search ends after the time
    limit, and what was not proved by then is told so.
    """
    from datetime import UTC, datetime

    from scheduler.cli.progress import ProgressLine
    from scheduler.cli.shared import context_of, paths_under, run_id, save_files, way_files
    from scheduler.documents.explanation import explanation_text
    from scheduler.planning import Limits, Wanted, explain, read_case
    from scheduler.reports import explanation_report

    with errors_as_text():
        case = read_case(what_if, facts, station)
    wanted = Wanted(is_smallest, most if has_all else 1, ways)
    with ProgressLine() as progress:
        name = run_id(datetime.now(UTC), case)
        under = paths_under(what_if, save)
        found = explain(case, name, Limits(time_limit_s), wanted, under, progress)
    saved = save_files(save, way_files(found.ways))
    if as_json:
        show(explanation_text(found))
    else:
        show(explanation_report(found, context_of(case), width(), use_colour(colour), saved.paths))
    with errors_as_text():
        saved.complain()
    raise typer.Exit(EXIT_FOR_VERDICT[found.run.verdict.value])
