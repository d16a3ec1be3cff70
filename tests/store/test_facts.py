"""Facts in the store: every row once, the first moment it was seen, never changed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scheduler.errors import StoreError
from scheduler.store import FactRow, Store
from tests.store.saving import NOON, behind_its_back, counts

EVENTS = """flight_id,event,at,known_on,note
soyuz-ms-23,launch,2023-03-16,2022-06-01,
soyuz-ms-23,launch,2023-02-20,2023-01-11,"earlier, empty"
"""


def add(database: str, folder: dict[str, str], *, minutes: int = 0, station: str = "iss") -> int:
    """Add a folder in a unit of its own, so many minutes past noon."""
    with Store.open(database) as store:
        added = store.add_facts(station, folder, NOON + timedelta(minutes=minutes))
        store.commit()
    return added


def test_rows_come_back_with_their_first_moment(database: str) -> None:
    """In file order, empty cells left out."""
    assert add(database, {"events.csv": EVENTS}) == 2
    with Store.open(database) as store:
        launch = {"flight_id": "soyuz-ms-23", "event": "launch"}
        assert store.fact_rows("iss", "events.csv") == (
            FactRow({**launch, "at": "2023-03-16", "known_on": "2022-06-01"}, NOON),
            FactRow(
                {
                    **launch,
                    "at": "2023-02-20",
                    "known_on": "2023-01-11",
                    "note": "earlier, empty",
                },
                NOON,
            ),
        )


def test_same_folder_again_adds_nothing(database: str) -> None:
    """Re-adding is free and keeps the first moment."""
    add(database, {"events.csv": EVENTS})
    assert add(database, {"events.csv": EVENTS}, minutes=5) == 0
    with Store.open(database) as store:
        assert {row.added_at for row in store.fact_rows("iss", "events.csv")} == {NOON}


def test_grown_folder_adds_what_is_new(database: str) -> None:
    """New rows come behind the old ones; a row that was taken out stays."""
    add(database, {"events.csv": EVENTS})
    header, first, _ = EVENTS.splitlines()
    grown = f"{header}\n{first}\nsoyuz-ms-23,launch,2023-02-24,2023-02-19,\n"
    assert add(database, {"events.csv": grown}, minutes=5) == 1
    with Store.open(database) as store:
        rows = store.fact_rows("iss", "events.csv")
    assert [(row.content["at"], row.added_at - NOON) for row in rows] == [
        ("2023-03-16", timedelta(0)),
        ("2023-02-20", timedelta(0)),
        ("2023-02-24", timedelta(minutes=5)),
    ]


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("person_id,name\nrubio,Rubio\nrubio,Rubio\n", id="row-twice"),
        pytest.param("name,person_id\nRubio,rubio\n", id="columns-turned"),
        pytest.param("person_id,name,relieves\nrubio,Rubio,\n", id="new-empty-column"),
        pytest.param("\ufeffperson_id,name\r\nrubio,Rubio\r\n", id="from-a-spreadsheet"),
        pytest.param('person_id,name\n"rubio","Rubio"\n\n', id="quoted"),
    ],
)
def test_row_that_says_the_same_is_the_same(sqlite_database: str, again: str) -> None:
    """What counts is what a row says, not how it is written."""
    assert add(sqlite_database, {"people.csv": "person_id,name\nrubio,Rubio\n"}) == 1
    assert add(sqlite_database, {"people.csv": again}) == 0


def test_stations_and_files_are_kept_apart(database: str) -> None:
    """The same row in another file, or of another station, is another fact."""
    text = "id\nx\n"
    assert add(database, {"people.csv": text, "flights.csv": text}) == 2
    assert add(database, {"people.csv": text}, station="tiangong") == 1
    with Store.open(database) as store:
        assert len(store.fact_rows("iss", "people.csv")) == 1
        assert store.fact_rows("mir", "people.csv") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a,b\n1,2\n1,2,3\n", r"people\.csv:3: more cells than columns", id="too-wide"),
        pytest.param('a,b\n1,"2"3\n', r"people\.csv:2: .* Mend the quoting", id="bad-quoting"),
    ],
)
def test_broken_file_keeps_nothing(sqlite_database: str, text: str, told: str) -> None:
    """A row that does not fit its header is told with its line, and no file is stored."""
    with pytest.raises(StoreError, match=told):
        add(sqlite_database, {"events.csv": EVENTS, "people.csv": text})
    assert counts(sqlite_database)["facts"] == 0


def test_short_and_empty_files_are_fine(sqlite_database: str) -> None:
    """A missing last cell is an empty one; a file with a header only has no rows."""
    folder = {"people.csv": "a,b\n1\n", "seats.csv": "a,b\n", "windows.csv": ""}
    assert add(sqlite_database, folder) == 1


def test_letters_are_readable_in_the_database(sqlite_database: str) -> None:
    """Who looks with another program sees names, not codes."""
    add(sqlite_database, {"people.csv": "name\nDésert\n"})
    with behind_its_back(sqlite_database) as connection:
        content = connection.exec_driver_sql("SELECT content FROM facts").scalar_one()
    assert content == '{"name": "Désert"}'
