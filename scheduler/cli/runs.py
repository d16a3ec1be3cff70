"""``rotation runs``: the runs that were kept."""

from __future__ import annotations

from typing import Annotated

import typer

from scheduler.cli.common import (
    ColourOption,
    DatabaseOption,
    errors_as_text,
    examples,
    show,
    use_colour,
    width,
)

app = typer.Typer(
    help="List kept runs, show one, or print its document. Alone: list.",
    invoke_without_command=True,
)

RunArgument = Annotated[str, typer.Argument(metavar="RUN-ID", help="The run's id, or its start.")]


@app.callback()
def runs_command(
    context: typer.Context, database: DatabaseOption = None, colour: ColourOption = None
) -> None:
    """List kept runs, show one, or print its document. Alone: list."""
    if context.invoked_subcommand is None:
        list_command(database, colour)
    elif database is not None or colour is not None:
        raise typer.BadParameter(f"Give options after {context.invoked_subcommand}.")


@app.command("list")
def list_command(database: DatabaseOption = None, colour: ColourOption = None) -> None:
    """List the kept runs, the newest first, with what their goals came to."""
    from scheduler.documents.run import run_of_text
    from scheduler.reports import RunRow, goals_in_brief, runs_table
    from scheduler.store import Store

    with errors_as_text(), Store.open(database) as store:
        rows = []
        for kept in store.runs():
            run = run_of_text(store.run_document(kept.id), kept.id)
            rows.append(
                RunRow(
                    kept.id,
                    f"{kept.created_at:%Y-%m-%d %H:%M}",
                    kept.title,
                    kept.as_of,
                    kept.until,
                    str(kept.verdict),
                    goals_in_brief(run.goals),
                )
            )
    show(runs_table(rows, width(), use_colour(colour)))


@app.command("show", epilog=examples("rotation runs show 20230111-0915"))
def show_command(
    run: RunArgument, database: DatabaseOption = None, colour: ColourOption = None
) -> None:
    """Show a kept run again, from the inputs kept with it."""
    from scheduler.cli.shared import context_of
    from scheduler.documents.run import run_of_text
    from scheduler.planning import case_of_texts
    from scheduler.reports import render
    from scheduler.store import Store

    with errors_as_text():
        with Store.open(database) as store:
            made = run_of_text(store.run_document(run), run)
            texts = store.run_inputs(run)
        case = case_of_texts(made, texts)
    show(render(made, context_of(case), width=width(), colour=use_colour(colour)))


@app.command("json", epilog=examples("rotation runs json 20230111-0915 > run.json"))
def json_command(run: RunArgument, database: DatabaseOption = None) -> None:
    """Print the document of a kept run, to the byte."""
    from scheduler.store import Store

    with errors_as_text(), Store.open(database) as store:
        show(store.run_document(run))
