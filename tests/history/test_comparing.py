"""What was derived against the record: every difference is told, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scheduler.history.comparing import Mismatch, RecordedExpedition, mismatches
from scheduler.history.expeditions import expeditions
from tests.history.worlds import ONE_LINE, day, dragon, flown_of, soyuz, world

FLOWN = flown_of(ONE_LINE)
FIRST = RecordedExpedition(1, day("2001-01-01"), day("2001-07-10"), ("ann",))
SECOND = RecordedExpedition(2, day("2001-07-10"), day("2002-01-10"), ("dee",))
THIRD = RecordedExpedition(3, day("2002-01-10"), None, ("eve",))
RECORD = (FIRST, SECOND, THIRD)


def found(*record: RecordedExpedition) -> list[Mismatch]:
    """Compare the world of one line with a record."""
    return list(mismatches(FLOWN, expeditions(FLOWN), record))


def test_nothing_differs() -> None:
    """Numbers, days and commanders are as recorded, in whatever order the rows stand."""
    assert found(*RECORD) == []
    assert found(*reversed(RECORD)) == []


def test_days_off() -> None:
    """It was derived from 10 July, three days after the record; to 10 January, two before."""
    odd = replace(SECOND, from_on=day("2001-07-07"), to_on=day("2002-01-12"))
    assert found(FIRST, odd, THIRD) == [
        Mismatch(2, "from", ("2001-07-10",), ("2001-07-07",), 3),
        Mismatch(2, "to", ("2002-01-10",), ("2002-01-12",), -2),
    ]


def test_an_end_on_one_side() -> None:
    """Without a day on both sides there is no number of days."""
    odd = replace(SECOND, to_on=None)
    ended = replace(THIRD, to_on=day("2002-02-01"))
    assert found(FIRST, odd, ended) == [
        Mismatch(2, "to", ("2002-01-10",), (), None),
        Mismatch(3, "to", (), ("2002-02-01",), None),
    ]


def test_a_number_on_one_side() -> None:
    """What only the record has cannot be derived; what it has not is not on record."""
    fourth = RecordedExpedition(4, day("2002-07-01"), None, ())
    assert found(FIRST, THIRD, fourth) == [
        Mismatch(2, "number", ("2001-07-10",), (), why="is not on record"),
        Mismatch(4, "number", (), ("2002-07-01",), why="cannot be derived"),
    ]


def test_a_row_without_a_commander_says_nothing() -> None:
    """Then there is nothing to hold against the facts."""
    assert found(*(replace(row, commanders=()) for row in RECORD)) == []


# Ann, Bob and Zoe come first; Cid and Dee by Dragon, in the middle; Bob goes home in Soyuz 2.
TWO_LINES = flown_of(
    world(
        soyuz(1, "2021-01-01", "2021-07-10", "ann bob zoe"),
        dragon(1, "2021-03-01", "2021-09-01", "cid dee"),
        soyuz(2, "2021-07-01", "2022-01-10", "eve fay"),
        dragon(2, "2021-08-24", "", "gus"),
        soyuz(3, "2022-01-05", "", "hal"),
        down={"soyuz-2": "bob"},
    )
)


@pytest.mark.parametrize(
    ("number", "commanders", "told"),
    [
        pytest.param(1, "ann", {}, id="goes-home-in-the-ship-that-ends-it"),
        pytest.param(1, "bob", {"bob": "stays on when it ends"}, id="stays-on"),
        pytest.param(2, "bob", {}, id="stayed-on-and-goes-home-later"),
        pytest.param(2, "fay", {}, id="came-days-before-it-began"),
        pytest.param(2, "cid bob", {}, id="hands-over-to-one-who-is-there"),
        pytest.param(2, "cid gus bob", {}, id="two-handovers"),
        pytest.param(2, "gus bob", {"gus": "is not aboard when it begins"}, id="not-there-yet"),
        pytest.param(2, "bob cid", {"cid": "is not aboard when it ends"}, id="left-before"),
        pytest.param(
            2,
            "ann bob",
            {"ann": "is not aboard when it begins", "bob": "does not meet ann aboard"},
            id="had-left",
        ),
        pytest.param(3, "gus", {}, id="goes-on"),
    ],
)
def test_commanders(number: int, commanders: str, told: Mapping[str, str]) -> None:
    """Expedition 1 is up to 10 July, 2 up to 10 January; Soyuz 1 takes Ann and Zoe home.

    Cid leaves by Dragon on 1 September, a week after Gus has come.
    """
    derived = [one for one in expeditions(TWO_LINES) if one.number == number]
    [one] = derived
    end_on = one.ends.on if one.ends else None
    row = RecordedExpedition(number, one.begins.on, end_on, tuple(commanders.split()))
    differing = mismatches(TWO_LINES, derived, [row])
    assert {one.person: one.why for one in differing} == told
    assert all(one.what == "commander" and one.days_off is None for one in differing)
    assert all(
        (one.recorded, one.derived) == (row.commanders, derived[0].candidates) for one in differing
    )


def test_whoever_came_after_it_began() -> None:
    """Gus goes home when expedition 2 ends, but came a month and more after it began."""
    flown = flown_of(
        world(
            soyuz(1, "2021-01-01", "2021-07-10", "ann"),
            soyuz(2, "2021-07-01", "2022-01-10", "eve"),
            dragon(2, "2021-08-24", "", "gus"),
            soyuz(3, "2022-01-05", "", "hal"),
            down={"soyuz-2": "gus"},
        )
    )
    derived = expeditions(flown)
    row = RecordedExpedition(2, day("2021-07-10"), day("2022-01-10"), ("eve", "gus"))
    [one] = [one for one in mismatches(flown, derived, [row]) if one.expedition == 2]
    assert (one.person, one.why) == ("gus", "was not aboard before it began")


def test_rows_from_memory() -> None:
    """They say so at their beginning."""
    assert replace(FIRST, source="recalled; days of the undockings").is_recalled
    assert not replace(FIRST, source="nasa.gov; the day recalled").is_recalled
