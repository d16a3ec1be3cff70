"""The ledger as a whole, and of some days only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Event
from scheduler.history import Ledger, RecordedExpedition, ledger
from tests.history.worlds import ONE_LINE, STATION, day, planned, progress, world

RECORD = (
    RecordedExpedition(1, day("2001-01-01"), day("2001-07-10"), ("ann",)),
    RecordedExpedition(2, day("2001-07-10"), day("2002-01-11"), ("cid",)),
)
PLANS = (
    planned("soyuz-1", Event.LAND, "2001-07-08", "2000-06-01"),
    planned("soyuz-2", Event.LAND, "2002-01-10", "2000-06-01"),
)
FACTS = replace(ONE_LINE, events=(*ONE_LINE.events, *PLANS))


def made(start: str = "", end: str = "") -> Ledger:
    """Make the ledger of the world of one line, of all days or of some."""
    found = ledger(FACTS, STATION, RECORD, day(start) if start else None, day(end) if end else None)
    assert found is not None
    return found


def test_all_days() -> None:
    """From the docking of the first crew to the morning after the last event, 20 February 2002.

    Expedition 1 has 190 days (30 + 28 + 31 + 30 + 31 + 30 + 10), with 2 aboard, 4 from 1 July on.
    Expedition 2 has 184 (31 + 31 + 30 + 31 + 30 + 31), with 2, and 4 from 5 January on.
    Expedition 3 goes on for 41 (31 - 10 + 20), with 2.
    """
    found = made()
    assert (found.from_on, found.to_on) == (day("2001-01-01"), day("2002-02-20"))
    assert [(line.days, line.least, line.most) for line in found.lines] == [
        (190, 2, 4),
        (184, 2, 4),
        (41, 2, 2),
    ]
    assert [line.recorded for line in found.lines] == [*RECORD, None]
    assert [(one.expedition, one.what, one.days_off) for one in found.mismatches] == [
        (2, "to", -1),
        (3, "number", None),
    ]
    assert found.numbers_agreeing == 1
    assert [one.overlap_days for one in found.handovers] == [9, 5]
    assert (found.stays, [one.days for one in found.extensions]) == (4, [2, 2, 0, 0])
    assert [ship.flight for ship in found.ships] == ["soyuz-1", "progress-1", "soyuz-2", "soyuz-3"]


def test_some_days() -> None:
    """From 10 July to New Year: expedition 2, the handover that was over on 10 July, two ships.

    Ann and Bob landed on that day. The Progress is there for 175 of them, to 31 December
    (22 + 31 + 30 + 31 + 30 + 31), and so is Soyuz 2; Soyuz 1 has gone.
    """
    found = made("2001-07-10", "2002-01-01")
    assert [line.expedition.number for line in found.lines] == [2]
    assert (found.lines[0].days, found.lines[0].most) == (184, 4)
    assert [one.expedition for one in found.mismatches] == [2]
    assert [one.outgoing for one in found.handovers] == ["soyuz-1"]
    assert (found.stays, [one.person for one in found.extensions]) == (2, ["ann", "bob"])
    assert [(ship.flight, ship.days) for ship in found.ships] == [
        ("progress-1", 175),
        ("soyuz-2", 175),
    ]
    assert [(span.people, span.days) for span in found.heads] == [(2, 175)]


def test_the_last_day_is_not_included() -> None:
    """Up to 10 July neither the landing of that day counts nor the expedition that begins."""
    found = made("2001-03-01", "2001-07-10")
    assert [line.expedition.number for line in found.lines] == [1]
    assert (found.handovers, found.extensions, found.stays) == ((), (), 0)


def test_days_beyond_what_is_known_are_cut() -> None:
    """Nothing is told of days before the first crew, or after the last event."""
    found = made("1990-01-01", "2050-01-01")
    assert found == made()


@pytest.mark.parametrize(
    ("start", "end"), [("2005-01-01", ""), ("", "2000-12-31"), ("", "2001-01-01")]
)
def test_days_without_a_crew(start: str, end: str) -> None:
    """Then there is no ledger."""
    assert (
        ledger(FACTS, STATION, RECORD, day(start) if start else None, day(end) if end else None)
        is None
    )


def test_without_a_crew_at_all() -> None:
    """A station that only cargo ships have come to has no history of people."""
    assert ledger(world(progress(1, "2001-01-01", "2001-02-01")), STATION) is None


def test_without_a_record() -> None:
    """Nothing is compared, and nothing differs; an empty record is one."""
    without = ledger(FACTS, STATION)
    assert without is not None
    assert (without.has_record, without.mismatches, without.numbers_agreeing) == (False, (), 0)
    empty = ledger(FACTS, STATION, ())
    assert empty is not None
    assert [one.what for one in empty.mismatches] == ["number"] * 3


def test_a_recorded_expedition_that_was_not_derived_is_told_by_its_own_days() -> None:
    """Expedition 9 of July 2001 is told with July 2001, and not with 2002."""
    ninth = RecordedExpedition(9, day("2001-07-01"), day("2001-08-01"), ())
    for start, is_told in (("2001-07-15", True), ("2002-01-15", False)):
        found = ledger(FACTS, STATION, (*RECORD, ninth), day(start))
        assert found is not None
        assert (9 in [one.expedition for one in found.mismatches]) is is_told
