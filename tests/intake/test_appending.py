"""Rows at the end of a fact file: its columns, its line ends, and nothing before them touched."""

from __future__ import annotations

from datetime import date

from scheduler.domain import CrewFact, Edition, Event, EventFact, FlightFact, Status
from scheduler.intake import added, new_file, rows_by_file
from scheduler.intake.layout import CREW, EVENTS, FLIGHTS

ON = date(2023, 1, 11)
LAUNCH = EventFact(
    "soyuz-ms-23", Event.LAUNCH, None, ON, Status.PLANNED, ON, "2023-01-11", 'A, said "yes"'
)
EDITION = Edition(
    ON,
    "FPIP",
    (FlightFact("soyuz-spare", "Soyuz spare", "soyuz-ms", "soyuz", pad="baikonur-31"),),
    (LAUNCH,),
    (CrewFact("soyuz-ms-23", "rubio", "down", "", Status.WITHDRAWN, ON, "FPIP"),),
)


def test_every_row_goes_to_its_file() -> None:
    """A file without rows is left out."""
    assert list(rows_by_file(EDITION)) == [FLIGHTS, EVENTS, CREW]
    assert list(rows_by_file(Edition(ON, ""))) == []
    rows = rows_by_file(EDITION)
    assert new_file(CREW, rows[CREW]) == (
        f"{CREW.header}\nsoyuz-ms-23,rubio,down,,withdrawn,2023-01-11,FPIP\n"
    )
    assert new_file(FLIGHTS, rows[FLIGHTS]) == (
        f"{FLIGHTS.header}\nsoyuz-spare,Soyuz spare,soyuz-ms,soyuz,,baikonur-31,,\n"
    )


def test_commas_and_quotes_are_quoted() -> None:
    """As every reader of CSV understands it."""
    [row] = rows_by_file(EDITION)[EVENTS]
    assert added("source,at\n", [row]) == '"A, said ""yes""",2023-01-11\n'


def test_columns_and_line_ends_are_those_of_the_file() -> None:
    """Also where columns stand in another order, and the last line has no end."""
    [row] = rows_by_file(EDITION)[EVENTS]
    text = "status,flight_id,event\r\nplanned,a,dock"
    assert added(text, [row]) == "\r\nplanned,soyuz-ms-23,launch\r\n"
    assert added(text + "\r\n", [row]) == "planned,soyuz-ms-23,launch\r\n"
    assert added("status,event\n", []) == ""
