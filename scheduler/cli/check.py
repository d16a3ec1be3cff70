"""``rotation check``: judge any plan, ours or another's, without the solver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.cli.common import (
    ColourOption,
    DatabaseOption,
    ExitCode,
    FactsOption,
    JsonOption,
    StationOption,
    errors_as_text,
    examples,
    show,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from scheduler.planning import Judgement

EXAMPLES = examples(
    "rotation check june.json --what-if config/what-if/ms-24-in-june.yaml",
    "rotation check 20230111-0915",
)
RunArgument = Annotated[
    str, typer.Argument(metavar="RUN.json|RUN-ID", help="A run document, or the id of a kept run.")
]
WhatIfOption = Annotated[
    Path | None,
    typer.Option("--what-if", metavar="FILE", help="What-if file. Default: the one the run names."),
]


def check_command(
    run: RunArgument,
    what_if: WhatIfOption = None,
    facts: FactsOption = None,
    station: StationOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
    colour: ColourOption = None,
) -> None:
    """Judge a plan by every rule, and count its goals again.

    A kept run is judged by the inputs kept with it, unless others are given; a run document by
    the files that it names. No solver has a part in it.
    """
    from scheduler.cli.sources import find_run
    from scheduler.planning import judge
    from scheduler.reports import check_report

    with errors_as_text():
        kept = find_run(run, database)
        made = kept.run
        judgement = judge(made, kept.case(what_if, facts, station))
    if as_json:
        show(_json(judgement))
    else:
        text = check_report(
            made.id, judgement.findings, judgement.notes, width(), use_colour(colour)
        )
        show(text)
    raise typer.Exit(ExitCode.OK if judgement.is_clean else ExitCode.FINDINGS)


def _json(judgement: Judgement) -> str:
    from scheduler.documents.json_text import json_text
    from scheduler.documents.run_format import FINDING

    document = {
        "schema": "rotation.check/1",
        "run": judgement.run,
        "clean": judgement.is_clean,
        "findings": [
            {**FINDING.write(finding), "told": finding.is_told} for finding in judgement.findings
        ],
        "notes": list(judgement.notes),
    }
    return json_text(document)
