"""The shipped facts: what is derived of 25 years, against the record and what everybody knows."""

from __future__ import annotations

from datetime import date
from functools import cache

from scheduler.domain import Facts, Station
from scheduler.history import Ledger, LedgerLine, RecordedExpedition, Slips, launch_slips, ledger
from scheduler.intake import read_expeditions, read_facts
from scheduler.settings import find_station, read_station
from tests.command import ROOT
from tests.seeds import folder as seeds

SEEDS = ROOT / "seeds" / "iss"
LAST = 74  # the last expedition on record


@cache
def shipped() -> tuple[Facts, Station, tuple[RecordedExpedition, ...]]:
    """Read what is shipped."""
    station = read_station(find_station("iss"))
    facts = read_facts(SEEDS, station).facts
    recorded = read_expeditions(SEEDS, [person.id for person in facts.people])
    assert recorded is not None
    return facts, station, recorded


@cache
def derived() -> Ledger:
    """Make the ledger of all that was flown."""
    found = ledger(*shipped())
    assert found is not None
    return found


@cache
def slips() -> Slips:
    """Compare all launches."""
    facts, station, _ = shipped()
    return launch_slips(facts, station)


def line(number: int) -> LedgerLine:
    """Find an expedition."""
    return next(one for one in derived().lines if one.expedition.number == number)


def test_numbers_and_days_are_those_on_record() -> None:
    """Expeditions 1 to 74, the recalled rows among them; a 75th goes on since."""
    assert [one.expedition.number for one in derived().lines] == [*range(1, LAST + 2)]
    told = [one for one in derived().mismatches if one.what != "commander"]
    assert [(one.expedition, one.what) for one in told] == [(LAST + 1, "number")]
    assert derived().numbers_agreeing == LAST


def test_rows_of_other_sources_agree() -> None:
    """Where a row rests on a page and not on memory, the beginning and the end are as derived."""
    sourced = [row for row in shipped()[2] if not row.is_recalled]
    assert len(sourced) > 30
    for row in sourced:
        expedition = line(row.number).expedition
        assert expedition.ends is not None
        assert (expedition.begins.on, expedition.ends.on) == (row.from_on, row.to_on)


def test_days_that_everybody_knows() -> None:
    """From agency pages, by hand: nothing here was read from our own files.

    Expedition 1 came on 2 November 2000. The crew of Soyuz MS-22 left its ship, which undocked
    empty on 28 March 2023, and went home on 27 September in MS-23, so that is Expedition 69.
    Expedition 71 ended with Soyuz MS-25 on 23 September 2024 (UTC). In May 2009 the crew of six
    began with the docking of Soyuz TMA-15, in March 2019 Expedition 59 with that of MS-12.
    """
    begun = {one.expedition.number: one.expedition.begins for one in derived().lines}
    assert begun[1].on == date(2000, 11, 2)
    assert (begun[69].on, begun[69].flight) == (date(2023, 3, 28), "soyuz-ms-22")
    assert (begun[70].on, begun[70].flight) == (date(2023, 9, 27), "soyuz-ms-23")
    assert (begun[72].on, begun[72].flight) == (date(2024, 9, 23), "soyuz-ms-25")
    assert (begun[20].on, begun[20].event) == (date(2009, 5, 29), "dock")
    assert (begun[59].on, begun[59].event) == (date(2019, 3, 15), "dock")
    assert {turn.event.value for number, turn in begun.items() if number not in (1, 20, 59)} == {
        "undock"
    }


def test_commanders_are_among_those_who_can_have_been() -> None:
    """But for four who stayed aboard when their expedition ended."""
    told = {
        one.expedition: (one.person, one.why)
        for one in derived().mismatches
        if one.what == "commander"
    }
    assert told == {
        45: ("kelly-scott", "stays on when it ends"),
        51: ("whitson", "stays on when it ends"),
        65: ("pesquet", "stays on when it ends"),
        70: ("kononenko", "stays on when it ends"),
    }


def test_head_counts_are_those_of_a_count_by_hand() -> None:
    """Never below two; day by day as the reader of ``tests/seeds`` counts, from its own rows."""
    ledger_days = {
        day: span.people
        for span in derived().heads
        for day in seeds.days_between(span.from_on, span.to_on)
    }
    assert min(ledger_days.values()) == 2
    assert ledger_days == {
        day: len(stays) for day, stays in seeds.aboard().items() if day in ledger_days
    }
    assert len(ledger_days) == (seeds.LAST_DAY - date(2000, 11, 2)).days


def test_handovers_that_are_known() -> None:
    """Domain_rules HO-1 lists them: overlap in days, below zero the gap."""
    known = {
        ("soyuz-ms-17", "soyuz-ms-18"): 8,
        ("soyuz-ms-23", "soyuz-ms-24"): 12,
        ("soyuz-ms-25", "soyuz-ms-26"): 12,
        ("soyuz-ms-27", "soyuz-ms-28"): 12,
        ("crew-8", "crew-9"): 24,
        ("crew-9", "crew-10"): 2,
        ("crew-10", "crew-11"): 6,
        ("crew-2", "crew-3"): -3,
        ("crew-11", "crew-12"): -31,
        ("soyuz-tma-21", "soyuz-tma-22"): -61,
    }
    found = {(one.outgoing, one.incoming): one.overlap_days for one in derived().handovers}
    assert {pair: found.get(pair) for pair in known} == known


def test_each_crew_is_relieved_once() -> None:
    """No ship stands twice on the same side of a handover."""
    outgoing = [one.outgoing for one in derived().handovers]
    incoming = [one.incoming for one in derived().handovers]
    assert len(set(outgoing)) == len(outgoing)
    assert len(set(incoming)) == len(incoming)


def test_extensions_that_are_known() -> None:
    """Domain_rules CR-2: 183 days of the crew of Soyuz MS-22.

    Wilmore and Williams were to land on 14 June 2024 and did on 18 March 2025: 277 days. Those of
    Expedition 6 were to land on 12 March 2003 and did on 4 May: 53.
    """
    found = {(one.person, one.up): one.days for one in derived().extensions}
    for person in ("petelin", "prokopyev", "rubio"):
        assert found[person, "soyuz-ms-22"] == 183
    assert found["wilmore", "starliner-cft"] == found["williams-sunita", "starliner-cft"] == 277
    assert found["bowersox", "sts-113"] == 53


def test_ship_days_are_those_of_the_ports() -> None:
    """Each ship is at one port on each of its days; the longest flown Soyuz had 245."""
    assert sum(one.days for one in derived().types) == sum(one.days for one in derived().ports)
    assert all(one.days <= one.days_there for one in derived().ports)
    longest = {one.vehicle_type: (one.longest, one.longest_days) for one in derived().types}
    assert longest["soyuz-ms"] == ("soyuz-ms-27", 245)


def test_slips_that_are_known() -> None:
    """Published 16 March 2023, flown on 24 February: Soyuz MS-23 came 20 days early."""
    days = {(slip.flight, str(slip.planned_on)): slip.days for slip in slips().slips}
    assert days["soyuz-ms-23", "2023-03-16"] == -20
    assert days["soyuz-ms-23", "2023-02-20"] == 4
    assert days["sts-114", "2003-03-01"] == 878  # 1 March 2003 to 26 July 2005


def test_no_stand_in_counts() -> None:
    """Rows that the note calls so are left out, every one; what remains has few flights."""
    launches = [row for row in seeds.rows_of("events") if row["event"] == "launch"]
    planned = [row for row in launches if row["status"] == "planned"]
    stand_ins = [row for row in planned if "assumed the flown day" in row["note"].replace(":", "")]
    assert slips().stand_ins == len(stand_ins)
    assert len(slips().slips) == len(planned) - len(stand_ins)
    assert slips().waiting == 0
