"""The store of facts and runs, as a unit of work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection, Engine, Table, insert, select

from scheduler.domain import Run
from scheduler.errors import StoreError
from scheduler.store import upgrading
from scheduler.store.engine import address, engine_for, faults_in_words, for_writing, shown
from scheduler.store.lookup import NEWEST_FIRST, find_run
from scheduler.store.rows import (
    FactRow,
    RunSummary,
    digest_of,
    fact_rows,
    from_store,
    run_row,
    to_utc,
)
from scheduler.store.tables import FACTS, RUN_INPUTS, RUNS, TEXTS


class Store:
    """Facts and runs, added to and never changed.

    What is written is kept by ``commit()``; leaving the block without it undoes everything::

        with Store.open() as store:
            store.save_run(run, text, inputs, versions, created_at)
            store.commit()

    From its first writing to its commit, or the end of the block, no other program can write,
    so whoever writes commits soon. Reading waits for nobody.
    """

    def __init__(self, url: URL, engine: Engine) -> None:
        """Use a database that is ready; ``Store.open`` makes it so."""
        self._url = url
        self._engine = engine
        self._writer: Connection | None = None
        self._is_spoilt = False

    @classmethod
    def open(cls, database: str | None = None) -> Self:
        """Open a database and give it its tables when it is empty.

        Parameters
        ----------
        database
            A path or an address; by default ``ROTATION_DATABASE_URL``, else the user's own file.

        Raises
        ------
        StoreError
            When there is no such database, or it is another program's or a newer edition's.
        """
        url = address(database)
        with faults_in_words(url):
            engine = engine_for(url)
            try:
                upgrading.make_ready(engine)
            except BaseException:
                engine.dispose()
                raise
        return cls(url, engine)

    def __enter__(self) -> Self:
        """Begin a unit of work."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Undo what was not committed, and close the database."""
        self._end(is_kept=False)
        self._engine.dispose()

    def commit(self) -> None:
        """Keep what was written since the last commit, all of it or, on a fault, nothing.

        Raises
        ------
        StoreError
            When the database cannot keep it, or a writing had failed before.
        """
        if self._is_spoilt:
            told = "a writing failed, so nothing was kept. Open the store and write it all again"
            raise StoreError(f"{self.where()}: {told}.")
        self._end(is_kept=True)

    def where(self) -> str:
        """Give the address of the database without its secrets."""
        return shown(self._url)

    def revision(self) -> str | None:
        """Give the edition of the tables."""
        with self._reading() as connection:
            return upgrading.revision(connection)

    # --- facts -----------------------------------------------------------------------------

    def add_facts(self, station: str, folder: Mapping[str, str], added_at: datetime) -> int:
        """Add the rows of a fact folder that are not yet here; give their number.

        Rows that are no longer in the folder stay.

        Parameters
        ----------
        folder
            The CSV text of each file, by its name.
        """
        with self._writing() as connection:
            return sum(
                _add_facts(connection, station, file, text, added_at)
                for file, text in sorted(folder.items())
            )

    def fact_rows(self, station: str, file: str) -> tuple[FactRow, ...]:
        """List the rows that were ever in a file, in the order in which they came."""
        wanted = select(FACTS.c.content, FACTS.c.added_at).order_by(FACTS.c.id)
        with self._reading() as connection:
            found = connection.execute(wanted.filter_by(station=station, file=file))
            return tuple(FactRow(row.content, from_store(row.added_at)) for row in found)

    # --- runs ------------------------------------------------------------------------------

    def save_run(
        self,
        run: Run,
        document: str,
        inputs: Mapping[str, str],
        versions: Mapping[str, str],
        created_at: datetime,
    ) -> None:
        """Keep a run; the same one again changes nothing.

        Parameters
        ----------
        document
            The run document, as text.
        inputs
            The text of each file that the run read, by its name.
        versions
            The version of each program that had a part in it.

        Raises
        ------
        StoreError
            When another document is kept under the same id, or an input cannot be kept.
        """
        with self._writing() as connection:
            kept = connection.execute(select(RUNS.c.document).filter_by(id=run.id)).scalar()
            if kept == document:
                return
            if kept is not None:
                told = f"run {run.id!r} is kept with another document. Give the new one another id"
                raise StoreError(f"{told}; a run is never changed.")
            digests = _add_texts(connection, inputs)
            row = {**run_row(run), "created_at": to_utc(created_at), "document": document}
            connection.execute(insert(RUNS), {**row, "versions": dict(versions)})
            _insert_all(
                connection,
                RUN_INPUTS,
                [{"run_id": run.id, "name": name, "digest": d} for name, d in digests.items()],
            )

    def runs(self) -> tuple[RunSummary, ...]:
        """List the runs, newest first."""
        columns = [RUNS.c[column] for column in RunSummary.__dataclass_fields__]
        wanted = select(*columns).order_by(*NEWEST_FIRST)
        with self._reading() as connection:
            rows = [row._asdict() for row in connection.execute(wanted)]
        return tuple(
            RunSummary(**{**row, "created_at": from_store(row["created_at"])}) for row in rows
        )

    def run_document(self, run: str) -> str:
        """Give the document of a run, named by its id or by enough of its beginning."""
        with self._reading() as connection:
            wanted = select(RUNS.c.document).filter_by(id=find_run(connection, run))
            return str(connection.execute(wanted).scalar_one())

    def run_inputs(self, run: str) -> dict[str, str]:
        """Give the text of each file that a run read, by its name."""
        texts = select(RUN_INPUTS.c.name, TEXTS.c.content).join_from(RUN_INPUTS, TEXTS)
        with self._reading() as connection:
            found = texts.where(RUN_INPUTS.c.run_id == find_run(connection, run))
            rows = connection.execute(found.order_by(RUN_INPUTS.c.name))
            return {row.name: row.content for row in rows}

    # --- transactions ----------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Read what stands in the database, and what was just written here."""
        with faults_in_words(self._url):
            if self._writer is not None:
                yield self._writer
                return
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Write in the open transaction, or in a new one; a fault spoils and undoes it all."""
        with faults_in_words(self._url):
            try:
                if self._writer is None:
                    self._writer = for_writing(self._engine).connect()
                    self._writer.begin()
                yield self._writer
            except BaseException:
                self._is_spoilt = True
                self._end(is_kept=False)
                raise

    def _end(self, *, is_kept: bool) -> None:
        writer, self._writer = self._writer, None
        if writer is None:
            return
        with faults_in_words(self._url), writer:  # closing undoes what is not kept
            if is_kept:
                writer.commit()


def _add_facts(
    connection: Connection, station: str, file: str, text: str, added_at: datetime
) -> int:
    """Add those rows of a file that are not there; of equal rows, one."""
    same_file = select(FACTS.c.digest).filter_by(station=station, file=file)
    there = set(connection.execute(same_file).scalars())
    rows = {digest: row for digest, row in fact_rows(file, text) if digest not in there}
    where_and_when = {"station": station, "file": file, "added_at": to_utc(added_at)}
    return _insert_all(
        connection,
        FACTS,
        [{**where_and_when, "digest": digest, "content": row} for digest, row in rows.items()],
    )


def _add_texts(connection: Connection, texts: Mapping[str, str]) -> dict[str, str]:
    """Add those texts that are not there; give the digest of each, by its name."""
    for name, text in texts.items():
        if "\0" in text:
            raise StoreError(f"{name}: holds a NUL character. Give text.")
    digests = {name: digest_of(text) for name, text in texts.items()}
    content = {digests[name]: text for name, text in texts.items()}
    same = select(TEXTS.c.digest).where(TEXTS.c.digest.in_(content))
    there = set(connection.execute(same).scalars())
    _insert_all(
        connection,
        TEXTS,
        [{"digest": d, "content": content[d]} for d in sorted(content) if d not in there],
    )
    return digests


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, object]]) -> int:
    if rows:  # without rows SQLAlchemy would insert one of defaults
        connection.execute(insert(table), rows)
    return len(rows)
