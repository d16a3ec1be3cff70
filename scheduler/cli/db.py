"""``rotation db``: where the database is, and bringing its tables up to date."""

from __future__ import annotations

import typer

from scheduler.cli.common import DatabaseOption, errors_as_text, show

app = typer.Typer(help="Where the database is, and bringing it up to date.")


@app.command("where")
def where_command(database: DatabaseOption = None) -> None:
    """Print the address of the database and the edition of its tables."""
    from scheduler.store import Store

    with errors_as_text(), Store.open(database) as store:
        show(f"{store.where()} ({store.revision()})")


@app.command("upgrade")
def upgrade_command(database: DatabaseOption = None) -> None:
    """Bring the tables up to this program's edition; nothing is lost."""
    from scheduler.store import upgrade

    with errors_as_text():
        show(f"The tables are up to date: edition {upgrade(database)}.")
