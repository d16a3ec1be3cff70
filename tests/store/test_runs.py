"""Runs in the store: kept whole, found again, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler.documents.run import document_text, run_of_text
from scheduler.errors import StoreError
from scheduler.store import RunSummary, Store
from tests.builders import make_run
from tests.documents.full_run import FULL_RUN
from tests.store.saving import NOON, VERSIONS, counts, save

INPUTS = {"what-if.yaml": "title: лёд\n", "iss.yaml": "station: iss\n"}


def test_run_comes_back_as_it_was_saved(database: str) -> None:
    """Document and inputs are the same to the last character."""
    save(database, FULL_RUN, inputs=INPUTS)
    with Store.open(database) as store:
        assert store.run_document(FULL_RUN.id) == document_text(FULL_RUN)
        assert run_of_text(store.run_document(FULL_RUN.id), "store") == FULL_RUN
        assert store.run_inputs(FULL_RUN.id) == INPUTS


def test_list_of_runs_says_what_each_was(database: str) -> None:
    """The summary is made from the run, the moment is given back in UTC."""
    eastward = timezone(timedelta(hours=3))
    run = make_run()
    with Store.open(database) as store:
        moment = datetime(2023, 1, 11, 15, 0, 0, 123456, tzinfo=eastward)
        store.save_run(run, document_text(run), {}, VERSIONS, moment)
        store.commit()
        assert store.runs() == (
            RunSummary(
                id="ms-22-leak",
                created_at=NOON + timedelta(microseconds=123456),
                title="Soyuz MS-22 loses its coolant",
                station="iss",
                as_of=date(2023, 1, 11),
                until=date(2023, 12, 31),
                verdict="optimal",
                goals={"seats": {"G4": 2}},
                versions=VERSIONS,
            ),
        )


def test_runs_are_listed_newest_first(database: str) -> None:
    """By moment; of two at one moment the later saved comes first."""
    for run_id, minutes in (("b", 5), ("a", 0), ("c", 5), ("d", 9)):
        save(database, run_id, minutes=minutes)
    with Store.open(database) as store:
        assert [run.id for run in store.runs()] == ["d", "c", "b", "a"]


def test_moment_without_a_zone_is_refused(sqlite_database: str) -> None:
    """What it means would depend on the machine: a bug of the caller, not told in words."""
    run = make_run()
    with (
        Store.open(sqlite_database) as store,
        pytest.raises(ValueError, match="has no time zone"),
    ):
        store.save_run(run, "{}", {}, {}, NOON.replace(tzinfo=None))


# --- never changed -----------------------------------------------------------------------------


def test_same_run_again_changes_nothing(database: str) -> None:
    """Saving twice is saving once, the first moment stays."""
    save(database, "a", inputs=INPUTS)
    before = counts(database)
    save(database, "a", inputs=INPUTS, minutes=7)
    assert counts(database) == before == {"facts": 0, "texts": 2, "runs": 1, "run_inputs": 2}
    with Store.open(database) as store:
        assert store.runs()[0].created_at == NOON


def test_another_document_under_the_same_id_is_refused(database: str) -> None:
    """A run is never changed."""
    save(database, "a")
    with pytest.raises(StoreError, match=r"run 'a' is kept with another document\. Give the new"):
        save(database, replace(make_run("a"), title="another"))
    with Store.open(database) as store:
        assert run_of_text(store.run_document("a"), "store") == make_run("a")


def test_equal_inputs_are_stored_once(database: str) -> None:
    """Ten runs over one station file keep one text, also where one run has it twice."""
    for number in range(10):
        save(database, f"run-{number}", inputs={"a.yaml": "same", "b.yaml": "same"})
    assert counts(database) == {"facts": 0, "texts": 1, "runs": 10, "run_inputs": 20}


# --- the unit of work --------------------------------------------------------------------------


def test_leaving_without_commit_undoes_everything(database: str) -> None:
    """What was written is seen inside the block and gone after it."""
    run = make_run()
    with Store.open(database) as store:
        store.save_run(run, document_text(run), INPUTS, VERSIONS, NOON)
        store.add_facts("iss", {"people.csv": "person_id\nrubio\n"}, NOON)
        assert [run.id for run in store.runs()] == ["ms-22-leak"]
        assert len(store.fact_rows("iss", "people.csv")) == 1
    assert set(counts(database).values()) == {0}


def test_error_in_the_block_undoes_everything(database: str) -> None:
    """A crash of the caller keeps nothing, and is not hidden."""

    def save_and_crash() -> None:
        run = make_run()
        with Store.open(database) as store:
            store.save_run(run, document_text(run), INPUTS, VERSIONS, NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_crash()
    assert set(counts(database).values()) == {0}


def test_after_a_failed_writing_nothing_can_be_committed(database: str) -> None:
    """Who catches the error cannot keep the half that went well."""
    good = make_run("good")
    with Store.open(database) as store:
        store.save_run(good, document_text(good), INPUTS, VERSIONS, NOON)
        with pytest.raises(StoreError, match=r"notes: holds a NUL character\. Give text\."):
            store.save_run(make_run("bad"), "{}", {"notes": "\0"}, VERSIONS, NOON)
        with pytest.raises(StoreError, match="a writing failed, so nothing was kept"):
            store.commit()
    assert set(counts(database).values()) == {0}


def test_one_block_can_commit_more_than_once(database: str) -> None:
    """What was committed stays, what came after it goes."""
    with Store.open(database) as store:
        for run_id in ("a", "b"):
            run = make_run(run_id)
            store.save_run(run, document_text(run), {}, VERSIONS, NOON)
            if run_id == "a":
                store.commit()
        store.commit()
        store.commit()
        late = make_run("c")
        store.save_run(late, document_text(late), {}, VERSIONS, NOON)
    assert counts(database)["runs"] == 2


# --- finding a run -----------------------------------------------------------------------------


@pytest.fixture
def three_runs(sqlite_database: str) -> str:
    """Give a store with three runs, two of which begin alike."""
    for minutes, run_id in enumerate(("ms22-7f31", "ms22-90aa", "crew5-01")):
        save(sqlite_database, make_run(run_id, title=run_id), minutes=minutes)
    return sqlite_database


@pytest.mark.parametrize("given", ["crew5-01", "crew5", "c"])
def test_run_is_found_by_its_beginning(three_runs: str, given: str) -> None:
    """As much of the id as tells it apart is enough."""
    with Store.open(three_runs) as store:
        assert '"run": "crew5-01"' in store.run_document(given)
        assert store.run_inputs(given) == {}


def test_whole_id_wins_over_longer_ones(three_runs: str) -> None:
    """An id that is also the beginning of another is itself."""
    save(three_runs, "ms22")
    with Store.open(three_runs) as store:
        assert '"run": "ms22"' in store.run_document("ms22")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(
            "ms22",
            "'ms22' begins 2 runs: 'ms22-90aa', 'ms22-7f31'. Give more of the id.",
            id="ambiguous",
        ),
        pytest.param("crew5-02", "No run 'crew5-02'. Did you mean 'crew5-01'?", id="near"),
        pytest.param(
            "zzz",
            "No run 'zzz'. The newest are 'crew5-01', 'ms22-90aa', 'ms22-7f31'.",
            id="far",
        ),
        pytest.param("CREW5", "No run 'CREW5'. The newest are", id="case-counts"),
        pytest.param("%", "No run '%'. The newest are", id="no-wildcards"),
    ],
)
def test_unknown_run_names_near_ones(three_runs: str, given: str, told: str) -> None:
    """The complaint shows what to give instead."""
    with Store.open(three_runs) as store:
        for ask in (store.run_document, store.run_inputs):
            with pytest.raises(StoreError) as caught:
                ask(given)
            assert told in str(caught.value)


def test_empty_store_says_how_to_fill_it(sqlite_database: str) -> None:
    """Before the first run there is nothing near."""
    with (
        Store.open(sqlite_database) as store,
        pytest.raises(StoreError, match=r"No run 'a': there is no run yet\. Plan with --save\."),
    ):
        store.run_document("a")


def test_many_fitting_runs_are_not_all_named(sqlite_database: str) -> None:
    """Five are enough to see the pattern."""
    with Store.open(sqlite_database) as store:
        for number in range(9):
            run = make_run(f"r{number}")
            store.save_run(run, document_text(run), {}, {}, NOON)
        store.commit()
        with pytest.raises(StoreError, match=r"begins 9 runs: 'r8', .*'r4', \.\.\.\. Give more"):
            store.run_document("r")


# --- any text at all ---------------------------------------------------------------------------

letters = st.characters(codec="utf-8", exclude_characters="\0")


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    document=st.text(letters, min_size=1),
    inputs=st.dictionaries(st.text(letters, min_size=1, max_size=9), st.text(letters), max_size=3),
)
def test_any_text_is_kept_to_the_letter(
    database: str, document: str, inputs: dict[str, str]
) -> None:
    """Line ends, quotes and rare letters come back as they went in."""
    with Store.open(database) as store:
        store.save_run(make_run("x"), document, inputs, {}, NOON)
        assert store.run_document("x") == document
        assert store.run_inputs("x") == inputs
