"""``rotation plan``: make one plan, audit it, keep it, show it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scheduler.cli.common import (
    EXIT_FOR_VERDICT,
    ColourOption,
    DatabaseOption,
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
    "rotation plan config/what-if/ms-22-leak.yaml",
    "rotation plan config/what-if/ms-24-in-june.yaml --json --no-save > june.json",
)
WhatIfArgument = Annotated[
    Path | None,
    typer.Argument(metavar="WHAT-IF", help="What-if file. Without one: the facts as they stand."),
]
SaveOption = Annotated[bool, typer.Option("--save/--no-save", help="Keep the run in the database.")]


def plan_command(
    what_if: WhatIfArgument = None,
    facts: FactsOption = None,
    station: StationOption = None,
    as_json: JsonOption = False,
    time_limit_s: TimeLimitOption = 60.0,
    save: SaveOption = True,
    database: DatabaseOption = None,
    colour: ColourOption = None,
) -> None:
    """Plan a what-if, prove the plan, keep it and show it.

    Every goal is proved and the plan is judged without the solver before it is shown. Where no
    plan exists, the requirements that cannot hold together are named, and the cheapest ways out.
    """
    from contextlib import ExitStack
    from datetime import UTC, datetime

    from scheduler.cli.progress import ProgressLine
    from scheduler.cli.shared import context_of, run_id
    from scheduler.planning import Limits, keep, read_case
    from scheduler.planning import plan as make_plan
    from scheduler.reports import Format, render

    with ExitStack() as stack:
        with errors_as_text():
            case = read_case(what_if, facts, station)
            store = None
            if save:
                from scheduler.store import Store

                store = stack.enter_context(Store.open(database))
        now = datetime.now(UTC)
        with ProgressLine() as progress:
            run = make_plan(case, run_id(now, case), Limits(time_limit_s), progress)
        if store is not None:
            with errors_as_text():
                keep(run, case, store, now)
    fmt = Format.JSON if as_json else Format.TEXT
    show(render(run, context_of(case), fmt, width(), use_colour(colour)))
    raise typer.Exit(EXIT_FOR_VERDICT[run.verdict.value])
