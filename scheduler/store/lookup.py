"""Finding a run by its id or by enough of its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from sqlalchemy import Connection, select

from scheduler.errors import StoreError
from scheduler.store.tables import RUNS

MOST_NAMED = 5  # runs named in a complaint
NEWEST_FIRST = (RUNS.c.created_at.desc(), RUNS.c.number.desc())


def find_run(connection: Connection, run: str) -> str:
    """Give the one id that is, or begins with, what was given."""
    ids = [str(row.id) for row in connection.execute(select(RUNS.c.id).order_by(*NEWEST_FIRST))]
    if run in ids:
        return run
    fitting = [id_ for id_ in ids if id_.startswith(run)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        told = f"{run!r} begins {len(fitting)} runs: {_some(fitting)}"
        raise StoreError(f"{told}. Give more of the id.")
    if not ids:
        raise StoreError(f"No run {run!r}: there is no run yet. Plan with --save.")
    near = get_close_matches(run, ids, MOST_NAMED)
    hint = f"Did you mean {_some(near)}?" if near else f"The newest are {_some(ids)}."
    raise StoreError(f"No run {run!r}. {hint}")


def _some(ids: Sequence[str]) -> str:
    named = [repr(id_) for id_ in ids]
    rest = ["..."] if len(named) > MOST_NAMED else []
    return ", ".join(named[:MOST_NAMED] + rest)
