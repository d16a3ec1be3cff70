"""What the words RUN and WHAT-IF of a command stand for: a run with the case it was made from."""

from __future__ import annotations

from pathlib import Path

from scheduler.documents.run import read_run, run_of_text
from scheduler.domain import Run
from scheduler.errors import InputError
from scheduler.planning import Case, case_of_run, case_of_texts

WHAT_IF = (".yaml", ".yml")


def is_what_if(name: str) -> bool:
    """Say whether a word names a what-if file, which has yet to be planned."""
    return Path(name).suffix.lower() in WHAT_IF


def read_made(
    name: str, what_if: Path | None, facts: Path | None, station: Path | None, database: str | None
) -> tuple[Run, Case]:
    """Read a run document by its path, or a kept run by its id, each with its case.

    Raises
    ------
    InputError
        When there is no such file, or a file that the run names is not there.
    StoreError
        When no kept run has this id.
    """
    if name.endswith(".json") or Path(name).is_file():
        if not Path(name).is_file():
            raise InputError(f"{name}: there is no such file. Give the path of a run document.")
        made = read_run(Path(name))
        return made, case_of_run(made, what_if, facts, station)
    from scheduler.store import Store

    with Store.open(database) as store:
        made = run_of_text(store.run_document(name), name)
        texts = store.run_inputs(name)
    return made, case_of_texts(made, texts, what_if, facts, station)
