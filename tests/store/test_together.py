"""Several programs at one store, and programs that are killed while they write."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from scheduler.documents.run import document_text, run_of_text
from scheduler.store import Store
from tests.builders import make_run
from tests.store.saving import NOON, behind_its_back, counts, save

KILLS = 24
INPUTS_EACH = 6


def inputs_of(run_id: str) -> dict[str, str]:
    """Make the inputs of a run, big enough that writing them takes a while."""
    return {f"{run_id}-{n}.yaml": f"{run_id} {n}\n" * 500 for n in range(INPUTS_EACH)}


def facts_of(run_id: str) -> dict[str, str]:
    """Make the facts that come with a run."""
    return {"events.csv": "id\n" + "".join(f"{run_id}-{n}\n" for n in range(20))}


def save_for_ever(database: str, begin: int, told: Connection) -> None:
    """Save run after run, with facts in the same unit, and tell each one that is kept."""
    number = begin
    while True:
        run = make_run(f"run-{number:06}", files=tuple(inputs_of(f"run-{number:06}")))
        with Store.open(database) as store:
            store.add_facts("iss", facts_of(run.id), NOON)
            store.save_run(run, document_text(run), inputs_of(run.id), {}, NOON)
            store.commit()
        told.send(run.id)
        number += 1


def told_until_closed(ear: Connection) -> Iterator[str]:
    """Give what a killed writer had told before."""
    try:
        while ear.poll():
            yield ear.recv()
    except EOFError:
        return


def kill_one_writer(database: str, begin: int, after_s: float) -> set[str]:
    """Start a writer, kill it without a warning, give the runs that it said were kept."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.test_together"])
    ear, mouth = context.Pipe(duplex=False)
    writer: ForkServerProcess = context.Process(target=save_for_ever, args=(database, begin, mouth))
    writer.start()
    mouth.close()
    first = ear.recv() if begin else None  # the first writer may die while it makes the tables
    time.sleep(after_s)
    writer.kill()
    writer.join()
    kept = {*told_until_closed(ear), *([first] if first else [])}
    ear.close()
    assert writer.exitcode == -9
    return kept


def whole_runs(database: str) -> set[str]:
    """Look at every run: each is there with all that belongs to it, and nothing else is."""
    with Store.open(database) as store:
        ids = {run.id for run in store.runs()}
        for run_id in ids:
            run = run_of_text(store.run_document(run_id), "store")
            assert run.id == run_id
            assert store.run_inputs(run_id) == inputs_of(run_id)
            assert set(run.inputs.files) == set(inputs_of(run_id))
    with behind_its_back(database) as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    number = len(ids)
    assert counts(database) == {
        "facts": 20 * number,
        "texts": INPUTS_EACH * number,
        "runs": number,
        "run_inputs": INPUTS_EACH * number,
    }
    return ids


@pytest.mark.slow
def test_killed_writer_leaves_whole_runs_only(sqlite_database: str) -> None:
    """Killed at any moment, a writer leaves all of a run or nothing; what it told is there."""
    chance = random.Random(22)
    told: set[str] = set()
    for number in range(KILLS):
        told |= kill_one_writer(sqlite_database, number * 1000, chance.uniform(0, 0.12))
        files = {path.name for path in Path(sqlite_database).parent.iterdir()}
        assert files <= {f"store.sqlite3{end}" for end in ("", "-wal", "-shm", "-journal")}
        assert whole_runs(sqlite_database) >= told
    assert len(told) >= KILLS


@pytest.mark.slow
def test_killed_first_writer_leaves_an_empty_store_or_a_ready_one(tmp_path: Path) -> None:
    """Who dies while making the tables leaves a file that the next one makes ready."""
    chance = random.Random(23)
    for number in range(8):
        database = str(tmp_path / f"{number}.sqlite3")
        kill_one_writer(database, 0, chance.uniform(0, 0.4))
        whole_runs(database)


@pytest.mark.parametrize("is_ready", [True, False])
def test_many_writers_lose_nothing(database: str, is_ready: bool) -> None:
    """They wait for one another, also where the first has to make the tables."""
    if is_ready:
        save(database, "first")
    ids = [f"run-{number:02}" for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda run_id: save(database, run_id, inputs={"same": "x"}), ids))
    with Store.open(database) as store:
        assert {run.id for run in store.runs()} == {*ids, *(["first"] if is_ready else [])}
    assert counts(database)["texts"] == 1


def test_same_run_from_many_writers_is_one(database: str) -> None:
    """Two planners with one question keep one answer."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: save(database, "same", inputs={"same": "x"}), range(8)))
    assert counts(database) == {"facts": 0, "texts": 1, "runs": 1, "run_inputs": 1}
