"""``rotation compare``: two plans side by side, and what the change means for whom."""

from __future__ import annotations

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
    "rotation compare 20230111-0915 20230112-0840",
    "rotation compare 20230111-0915 config/what-if/ms-24-in-june.yaml",
    "rotation compare before.json after.json --json > difference.json",
)
BeforeArgument = Annotated[
    str,
    typer.Argument(metavar="A", help="What stood before: RUN-ID, RUN.json or WHAT-IF.yaml."),
]
AfterArgument = Annotated[
    str, typer.Argument(metavar="B", help="What it is compared with: the same three.")
]


def compare_command(
    before: BeforeArgument,
    after: AfterArgument,
    facts: FactsOption = None,
    station: StationOption = None,
    as_json: JsonOption = False,
    time_limit_s: TimeLimitOption = 60.0,
    database: DatabaseOption = None,
    colour: ColourOption = None,
) -> None:
    """Tell what changed between two plans, and for whom.

    Goal by goal, flight by flight, person by person, with the waivers. A what-if is planned
    first, and nothing of it is kept. That nothing differs is an answer like any other, status 0;
    where one of the two has no plan, that is told, and the status is that of its verdict.
    """
    from scheduler.cli.progress import ProgressLine
    from scheduler.cli.sources import Source, joined
    from scheduler.documents.comparison import comparison_text
    from scheduler.planning import Limits, compare
    from scheduler.reports import comparison_report

    with errors_as_text():
        sources = [Source.read(name, facts, station, database) for name in (before, after)]
    with ProgressLine() as progress:
        runs = [source.run(Limits(time_limit_s), progress) for source in sources]
    with errors_as_text():
        found = compare(*runs)
    if as_json:
        show(comparison_text(found))
    else:
        context = joined(*(source.context for source in sources))
        show(comparison_report(found, context, width(), use_colour(colour)))
    raise typer.Exit(max(EXIT_FOR_VERDICT[run.verdict.value] for run in runs))
