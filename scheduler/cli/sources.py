"""Where a command's run comes from: the store, a run document, or a what-if planned for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scheduler.cli.progress import ProgressLine
from scheduler.cli.shared import context_of, run_id
from scheduler.domain import Run
from scheduler.errors import InputError
from scheduler.planning import Case, Limits, case_of_run, case_of_texts, plan, read_case
from scheduler.reports import Context

WHAT_IF = (".yaml", ".yml")


@dataclass(frozen=True)
class Kept:
    """A run, and where it was kept in the store the texts of its inputs."""

    run: Run
    texts: Mapping[str, str] | None = None

    def case(
        self, what_if: Path | None = None, facts: Path | None = None, station: Path | None = None
    ) -> Case:
        """Read its case: from what was kept with it, or from the files that it names.

        Raises
        ------
        InputError
            When a file is not there, or is wrong.
        """
        if self.texts is None:
            return case_of_run(self.run, what_if, facts, station)
        return case_of_texts(self.run, self.texts, what_if, facts, station)


def find_run(name: str, database: str | None) -> Kept:
    """Find a run by the path of its document, or by its id in the store or the start of that.

    Raises
    ------
    InputError, StoreError
        When there is none, or the document has faults.
    """
    from scheduler.documents.run import read_run, run_of_text

    if name.endswith(".json") or Path(name).is_file():
        return Kept(read_run(_there(name, "a run document")))
    from scheduler.store import Store

    with Store.open(database) as store:
        return Kept(run_of_text(store.run_document(name), name), store.run_inputs(name))


@dataclass(frozen=True)
class Source:
    """A run that is there, or a case that is still to be planned; nothing is kept of it."""

    kept: Kept | None
    case: Case | None

    @classmethod
    def read(
        cls,
        name: str,
        facts: Path | None,
        station: Path | None,
        database: str | None,
        *,
        needs_case: bool = False,
    ) -> Source:
        """Read what a name stands for: a what-if file, a run document, or the id of a kept run.

        The files of a run document may be gone: then ids stand in for names, unless the case is
        needed.

        Raises
        ------
        InputError, StoreError
            When there is no such thing, or it has faults.
        """
        if name.endswith(WHAT_IF):
            return cls(None, read_case(_there(name, "a what-if file"), facts, station))
        kept = find_run(name, database)
        try:
            return cls(kept, kept.case(None, facts, station))
        except InputError:
            if needs_case or facts or station or kept.texts is not None:
                raise
            return cls(kept, None)

    def run(self, limits: Limits, progress: ProgressLine) -> Run:
        """Give the run; a case is planned first."""
        if self.kept is not None:
            return self.kept.run
        assert self.case is not None
        name = run_id(datetime.now(UTC), self.case)
        return plan(self.case, name, limits, progress, has_offers=False)

    @property
    def context(self) -> Context:
        """Give the names that a report may use."""
        return Context() if self.case is None else context_of(self.case)


def joined(before: Context, after: Context) -> Context:
    """Give one set of names for two runs; where both name something, as the second does."""
    return Context(
        after.station or before.station,
        {**before.names, **after.names},
        {**before.crews, **after.crews},
    )


def _there(name: str, what: str) -> Path:
    if not Path(name).is_file():
        raise InputError(f"{name}: there is no such file. Give the path of {what}.")
    return Path(name)
