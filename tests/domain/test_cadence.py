"""Wished launches: a table worked by hand. 2030 is no leap year; 2030-01-01 is the morning."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

import pytest

from scheduler.domain import Cadence, wished_launches

AS_OF = date(2030, 1, 1)

# days from 1 January to the first of a month: Feb 31, Mar 59, Apr 90, May 120, Jun 151, Jul 181
TABLE: dict[str, tuple[dict[str, Any], str | None, list[tuple[str, str]]]] = {
    "nothing is published": (
        {"every_days": 100},
        None,
        # 100 days after 1 January is 11 April (90 + 10), 200 days after it 20 July (181 + 19)
        [("2030-01-01", "2030-01-01"), ("2030-04-11", "2030-04-11"), ("2030-07-20", "2030-07-20")],
    ),
    "a first day": (
        {"every_days": 100, "from_on": date(2030, 3, 1)},
        None,
        # 59 + 100 = 159: 9 June (151 + 8); 259 is 17 September
        [("2030-03-01", "2030-03-01"), ("2030-06-09", "2030-06-09"), ("2030-09-17", "2030-09-17")],
    ),
    "after the last published one": (
        {"every_days": 100},
        "2029-12-01",
        # 31 days to the new year leave 69: 11 March (59 + 10); 169 is 19 June
        [("2030-03-11", "2030-03-11"), ("2030-06-19", "2030-06-19")],
    ),
    "a first day before that": (
        {"every_days": 100, "from_on": date(2030, 2, 1)},
        "2029-12-01",
        [("2030-03-11", "2030-03-11")],
    ),
    "a first day after that": (
        {"every_days": 100, "from_on": date(2030, 4, 1)},
        "2029-12-01",
        [("2030-04-01", "2030-04-01")],
    ),
    "overdue, so due this morning": (
        {"every_days": 100},
        "2029-01-01",
        [("2030-01-01", "2030-01-01"), ("2030-04-11", "2030-04-11")],
    ),
    "ready early, but not before this morning": (
        {"every_days": 100, "ready_days_early": 14},
        None,
        [("2030-01-01", "2030-01-01"), ("2030-03-28", "2030-04-11")],
    ),
    "an end, itself not included": (
        {"every_days": 100, "until": date(2030, 7, 20)},
        None,
        [("2030-01-01", "2030-01-01"), ("2030-04-11", "2030-04-11")],
    ),
    "ready days alone": (
        {"ready_on": (date(2030, 2, 1), date(2030, 2, 11))},
        None,
        [("2030-02-01", "2030-02-01"), ("2030-02-11", "2030-02-11")],
    ),
    "ready days, and days between": (
        {"every_days": 100, "ready_on": (date(2030, 2, 1), date(2030, 2, 11), date(2031, 1, 1))},
        None,
        # 1 February and 100 days is 12 May (31 + 100 = 120 + 11), when the second has long been
        # ready; 100 days more is August, when the third is not ready yet
        [("2030-02-01", "2030-02-01"), ("2030-02-11", "2030-05-12"), ("2031-01-01", "2031-01-01")],
    ),
    "ships ready by the last launch are used up": (
        {"ready_on": (date(2030, 2, 1), date(2030, 2, 11))},
        "2030-02-05",
        [("2030-02-11", "2030-02-11")],
    ),
    "ready since last year": (
        {"ready_on": (date(2029, 12, 15),)},
        None,
        [("2030-01-01", "2030-01-01")],
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_launches_are_wished(case: str) -> None:
    """Each with the day from which its ship is ready; a cadence without an end goes on."""
    keys, last_on, expected = TABLE[case]
    cadence = Cadence("soyuz", "soyuz-ms", **keys)
    last = date.fromisoformat(last_on) if last_on else None
    found = wished_launches(cadence, AS_OF, last)
    has_end = bool(cadence.ready_on or cadence.until)
    told = [(str(one.ready_on), str(one.launch_on)) for one in islice(found, 50)]
    assert told[: len(expected)] == expected
    assert len(told) == (len(expected) if has_end else 50)


def test_a_family_is_a_line_or_a_type() -> None:
    """Ships of a line are told apart from those of the same type that belong to none."""
    assert Cadence("soyuz", "soyuz-ms", line="soyuz").family == "soyuz"
    assert Cadence("visitors", "crew-dragon").family == "crew-dragon"


def test_a_name_is_made_of_the_id() -> None:
    """Unless one is given."""
    assert Cadence("cargo-dragon", "cargo-dragon").told_name == "Cargo dragon"
    assert Cadence("cargo-dragon", "cargo-dragon", name="CRS").told_name == "CRS"
