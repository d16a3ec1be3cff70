"""The flown record, judged: breaches found, told by person and year, and exceptions matched."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scheduler.domain import Finding
from scheduler.history import DocumentedException, flown_record, judged
from tests.builders import Trip
from tests.history.recorded import (
    AFT,
    CARGO,
    LONG_BEFORE,
    SHIPS,
    SOUND,
    STATION,
    audited,
    days,
    key,
    told,
)
from tests.history.worlds import day, progress, soyuz, world

# --- breaches ----------------------------------------------------------------------------------


def test_a_sound_world_breaks_nothing() -> None:
    """Soyuz 3 lands on the last day of its life, and no two ships come or go on one day.

    Of the five ships one left as the record begins; two crews were relieved by a third.
    """
    found = audited(SOUND)
    assert found.breaches == ()
    assert (found.flights, found.stays, found.handovers) == (4, 6, 2)
    assert days(found.from_on, found.to_on) == ("2001-01-01", "2002-08-04")


def late(days_late: int) -> Trip:
    """Let Soyuz 3 land so many days after the end of its life, on 3 August 2002."""
    home = str(day("2002-08-03") + timedelta(days=days_late))
    return soyuz(3, "2002-01-05", home, "ann eve")


SECOND = replace(  # launched on 20 December 2001, docked on the day on which Soyuz 3 docks
    progress(2, "2002-01-05", "2002-05-01"),
    port=AFT,
    days=("2001-12-20", "2002-01-05", "2002-05-01", "2002-05-01"),
)
BROKEN = world(LONG_BEFORE, CARGO, *SHIPS[:2], late(7), SECOND)
LIFE = ("VL-1", "soyuz-3", "2002-01-05", "2002-08-10")  # seven days after 3 August
TRAFFIC = ("TR-1", "iss", "2002-01-05", "2002-01-05")


def test_planted_breaches_are_found_and_nothing_else() -> None:
    """A life seven days too long, and two dockings on one day, both in 2002."""
    found = audited(BROKEN)
    assert told(found) == [TRAFFIC, LIFE]
    assert [one.year for one in found.breaches] == [2002, 2002]
    assert found.unexplained == found.breaches
    traffic, life = (one.finding.text for one in found.breaches)
    assert life == "soyuz-3 lands 217 days after launch, on 2002-08-10; its limit is 210 days."
    assert "soyuz-3 (2002-01-05)" in traffic
    assert "progress-2 (2002-01-05)" in traffic


@pytest.mark.parametrize(("days_late", "is_broken"), [(0, False), (1, True)])
def test_the_last_day_of_a_life(days_late: int, is_broken: bool) -> None:
    """210 days are allowed, 211 are not."""
    assert bool(audited(world(*SHIPS[:2], late(days_late))).breaches) is is_broken


def test_breaches_speak_of_people() -> None:
    """Away for at most 200 days: Ann's first stay of 190 is none, her second of 210 is.

    Cid's and Dee's lasts 193 days: from 1 July 2001 to 10 January 2002.
    """
    strict = replace(STATION, rules={**STATION.rules, "CR-1": {"most_days": 200}})
    found = audited(SOUND, station=strict)
    assert told(found) == [
        ("CR-1", person, "2002-01-05", "2002-08-03") for person in ("ann", "eve")
    ]
    assert [one.finding.text.split(";")[0] for one in found.breaches] == [
        "ann is away for 210 days",
        "eve is away for 210 days",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("soyuz-3 brings ann#2, eve; due is ann#1.", "soyuz-3 brings ann, eve; due is ann."),
        ("bob and ann#1", "bob and ann"),
        ("progress-1 is no. #1 here", "progress-1 is no. #1 here"),
    ],
)
def test_no_number_of_a_stay_is_left_in_words(text: str, wanted: str) -> None:
    """Wherever somebody is named, before a comma or at the end."""
    finding = Finding("CT-2", "crew-order", "A", "ann#2", text)
    [breach] = judged(flown_record(SOUND, STATION), [finding], ()).breaches
    assert (breach.finding.subject, breach.finding.text) == ("ann", wanted)


def test_the_twelfth_stay_is_not_the_first() -> None:
    """Its number is taken away whole."""
    record = flown_record(SOUND, STATION)
    known = record.problem.travellers
    travellers = {**known, "ann#12": known["ann#1"]}
    often = replace(record, problem=replace(record.problem, travellers=travellers))
    finding = Finding("CT-2", "crew-order", "A", "ann#12", "ann#12 comes after ann#1")
    [breach] = judged(often, [finding], ()).breaches
    assert (breach.finding.subject, breach.finding.text) == ("ann", "ann comes after ann")


def test_a_breach_without_days_is_told_in_the_year_of_the_launch() -> None:
    """Soyuz 2 was launched in 2001; of a person without days the record's first year is taken."""
    record = flown_record(SOUND, STATION)
    for subject, year in (("soyuz-2", 2001), ("soyuz-3", 2002), ("eve", 2001)):
        finding = Finding("HO-1", "handover-overlap", "A", subject, "too short")
        assert [one.year for one in judged(record, [finding], ()).breaches] == [year]


def test_breaches_stand_in_order() -> None:
    """By rule, year, first day and subject."""
    rows = [("B", "x", 2), ("A", "z", 400), ("A", "y", 400), ("A", "w", 3), ("A", "v", 9)]
    findings = [
        Finding(ref, "", "F", subject, "", day("2001-01-01") + timedelta(days=after))
        for ref, subject, after in rows
    ]
    found = judged(flown_record(SOUND, STATION), findings, ())
    assert [one.finding.subject for one in found.breaches] == ["w", "v", "y", "z", "x"]


# --- exceptions --------------------------------------------------------------------------------


def exception(rule: str, subject: str, from_on: str, to_on: str) -> DocumentedException:
    """Document a breach."""
    return DocumentedException(rule, subject, day(from_on), day(to_on), "so it was", "a book")


@pytest.mark.parametrize(
    ("given", "explained"),
    [
        pytest.param(LIFE, LIFE, id="life-to-the-day"),
        pytest.param((*LIFE[:2], "2002-01-01", "2002-12-31"), LIFE, id="life-within-a-year"),
        pytest.param((*LIFE[:2], "2002-01-06", "2002-08-10"), None, id="begins-a-day-late"),
        pytest.param((*LIFE[:2], "2002-01-05", "2002-08-09"), None, id="ends-a-day-early"),
        pytest.param(("VL-1", "soyuz-2", *LIFE[2:]), None, id="another-ship"),
        pytest.param(("TR-1", "soyuz-3", *LIFE[2:]), None, id="another-rule"),
        pytest.param(TRAFFIC, TRAFFIC, id="one-day"),
        pytest.param((*TRAFFIC[:2], "2002-01-04", "2002-01-06"), TRAFFIC, id="day-within"),
        pytest.param((*TRAFFIC[:2], "2002-01-06", "2002-01-06"), None, id="the-day-after"),
        pytest.param((*TRAFFIC[:2], "2002-01-04", "2002-01-04"), None, id="the-day-before"),
    ],
)
def test_an_exception_explains_what_it_fits(
    given: tuple[str, str, str, str], explained: tuple[str, str, str, str] | None
) -> None:
    """Rule and subject are the same, and the days lie within; one that fits nothing is listed."""
    one = exception(*given)
    found = audited(BROKEN, one)
    matched = {key(breach.finding): breach.exception for breach in found.breaches}
    wanted = {fit: one if fit == explained else None for fit in (LIFE, TRAFFIC)}
    assert matched == wanted
    assert found.unused == (() if explained else (one,))
    assert len(found.unexplained) == (1 if explained else 2)


@pytest.mark.parametrize("is_narrow_first", [True, False])
def test_of_two_that_fit_the_narrower_is_taken(is_narrow_first: bool) -> None:
    """Whichever stands first; the wider one explains nothing then."""
    narrow = exception(*LIFE)
    wide = exception(*LIFE[:2], "2002-01-05", "2002-08-11")
    given = (narrow, wide) if is_narrow_first else (wide, narrow)
    found = audited(BROKEN, *given)
    assert [one.exception for one in found.breaches] == [None, narrow]
    assert found.unused == (wide,)


def test_one_exception_may_explain_several_breaches() -> None:
    """A finding without days is explained by any days."""
    both = [Finding("HO-1", "", "A", "soyuz-2", text) for text in ("too short", "told wrongly")]
    one = exception("HO-1", "soyuz-2", "1999-01-01", "1999-01-02")
    found = judged(flown_record(SOUND, STATION), both, [one])
    assert [breach.exception for breach in found.breaches] == [one, one]
    assert (found.unused, found.unexplained) == ((), ())


def test_an_exception_names_the_person_not_the_stay() -> None:
    """Ann's second stay, by her name and its days; Eve's needs its own."""
    strict = replace(STATION, rules={**STATION.rules, "CR-1": {"most_days": 200}})
    given = exception("CR-1", "ann", "2002-01-05", "2002-08-03")
    found = audited(SOUND, given, station=strict)
    assert [one.exception for one in found.breaches] == [given, None]
