"""``rotation why-not``: a question to a plan, answered with its price or with a conflict."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
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
from scheduler.cli.explain import WhatIfArgument
from scheduler.documents.questions import grammar

WEEK = "config/what-if/ms-22-leak.yaml"
EXAMPLES = "\n\n".join(
    (
        "\b\nQuestions:\n" + indent(grammar(), "  "),
        examples(
            f"rotation why-not {WEEK} rubio returns on crew-5",
            f"rotation why-not {WEEK} ms-24 launches by 2023-06-07",
        ),
    )
)
QuestionArgument = Annotated[
    list[str], typer.Argument(metavar="QUESTION", help="A question, as below.")
]
SaveQuestionOption = Annotated[
    Path | None,
    typer.Option(
        "--save",
        metavar="DIR",
        help="Save the question there as a what-if file, asked.yaml, and each way out.",
    ),
]


def why_not_command(
    what_if: WhatIfArgument,
    question: QuestionArgument,
    facts: FactsOption = None,
    station: StationOption = None,
    save: SaveQuestionOption = None,
    as_json: JsonOption = False,
    time_limit_s: TimeLimitOption = 60.0,
    colour: ColourOption = None,
) -> None:
    """Ask why a plan is not another: its price, or what forbids it.

    The question is laid over the what-if as changes of its own. Where a plan keeps them, the
    price is told goal by goal, with all that differs; where none does, the conflict and the
    cheapest ways out. Nothing is kept in the database. Each search ends after the time limit,
    and what was not proved by then is told so.
    """
    from datetime import UTC, datetime

    from scheduler.cli.progress import ProgressLine
    from scheduler.cli.shared import context_of, paths_under, run_id, save_files, way_files
    from scheduler.documents.explanation import contrast_text
    from scheduler.planning import Limits, asked_case, read_case, why_not
    from scheduler.reports import contrast_report

    with errors_as_text():
        case = read_case(what_if, facts, station)
        under = paths_under(what_if, save)
        asked, other = asked_case(" ".join(question), case, what_if, under, facts, station)
    with ProgressLine() as progress:
        name = run_id(datetime.now(UTC), case)
        found = why_not(asked, case, other, name, Limits(time_limit_s), progress)
    saved = save_files(save, {"asked.yaml": found.what_if, **way_files(found.ways)})
    if as_json:
        show(contrast_text(found))
    else:
        show(contrast_report(found, context_of(other), width(), use_colour(colour), saved.paths))
    with errors_as_text():
        saved.complain()
    raise typer.Exit(EXIT_FOR_VERDICT[found.asked.verdict.value])
