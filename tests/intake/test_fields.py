"""Single fields: each fault alone in the valid folder, at a place counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.world import faults_of, folder_with

NOT_A_DAY = "is not a day. Give YYYY-MM-DD, or an instant in UTC."

PEOPLE = [
    # wakata, Koichi Wakata, JAXA: fields start at 1, 8, 22, 27, 28 and, after 12 days, 31
    (7, "wakata,,JAXA,,,,S1", "7:8: name is empty. Give the name of the person."),
    (7, "wakata,Koichi Wakata, ,,,,S1", "7:22: agency is empty. Give the agency, such as NASA."),
    (7, ",Nobody,NASA,,,,S1", "7:1: person_id is empty. Give an id such as rubio."),
    (7, "Koichi Wakata,K. W.,JAXA,,,,S1",
     "7:1: person_id 'Koichi Wakata' is not in kebab-case. Give 'koichi-wakata'."),
    (7, "o'hara,L. O'Hara,NASA,,,,S1",
     "7:1: person_id \"o'hara\" is not in kebab-case. Give 'ohara'."),
    (7, "Жук,Zhuk,Roscosmos,,,,S1",
     "7:1: person_id 'Жук' is not in kebab-case. Give lower-case letters, digits and hyphens."),
    (7, "rubio,Frank Rubio,NASA,,,,S1",
     "7:1: person_id 'rubio' stands already in line 4. Keep one of the rows."),
    (7, "wakata,Koichi Wakata,JAXA,,many,,S1",
     "7:28: career_days is 'many'. Give a number such as 12.5, or nothing."),
    (7, "wakata,Koichi Wakata,JAXA,,12,-3,S1",
     "7:31: career_dose_msv is '-3'. Give a number such as 12.5, or nothing."),
    (7, "wakata,Koichi Wakata,JAXA,,12,nan,S1",
     "7:31: career_dose_msv is 'nan'. Give a number such as 12.5, or nothing."),
    (7, "wakata,Koichi Wakata,JAXA,,12",
     "7:28: 5 fields in a row of 7. Give a comma for every field, also for an empty one."),
    (7, "wakata,Koichi Wakata,JAXA,,12,,S1,S2",
     "7:35: 8 fields in a row of 7. Put a field that holds a comma in quotes."),
    (7, 'wakata,"Koichi" Wakata,JAXA,,,,S1',
     "7:16: text after a closing quote."
     " Put a comma between, or double each quote inside a quoted field."),
    (7, 'wakata,"Koichi Wakata,JAXA,,,,S1',
     "7:8: this quote is never closed."
     " Close it, or double each quote that belongs to the text of a quoted field."),
    (1, 'person_id,"name"s,agency,skills,career_days,career_dose_msv,source',
     "1:17: text after a closing quote."
     " Put a comma between, or double each quote inside a quoted field."),
    (1, 'person_id,name,agency,skills,"career_days,career_dose_msv,source',
     "1:30: this quote is not closed: text follows on the next quote, in line 4."
     " Close it, or double each quote that belongs to the text of a quoted field."),
]  # fmt: skip

FLIGHTS = [
    # crew-6, SpaceX Crew-6, crew-dragon, dragon, no hull, lc-39a: 1, 8, 22, 34, 41, 42, 49
    (6, "crew-6,,crew-dragon,dragon,,lc-39a,,S1",
     "6:8: name is empty. Give the name of the flight."),
    (6, "Crew 6,SpaceX Crew-6,crew-dragon,dragon,,lc-39a,,S1",
     "6:1: flight_id 'Crew 6' is not in kebab-case. Give 'crew-6'."),
    (6, "crew-5,SpaceX Crew-5,crew-dragon,dragon,,lc-39a,,S1",
     "6:1: flight_id 'crew-5' stands already in line 4. Keep one of the rows."),
    (6, "crew-6,SpaceX Crew-6,crew-dragoon,dragon,,lc-39a,,S1",
     "6:22: no vehicle type 'crew-dragoon'. Did you mean 'crew-dragon'?"),
    (6, "crew-6,SpaceX Crew-6,,dragon,,lc-39a,,S1",
     "6:22: vehicle_type is empty. Give a vehicle type."),
    (6, "crew-6,SpaceX Crew-6,x-37,dragon,,lc-39a,,S1",
     "6:22: no vehicle type 'x-37'. Give crew-dragon, progress-ms or soyuz-ms."),
    (6, "crew-6,SpaceX Crew-6,crew-dragon,drago,,lc-39a,,S1",
     "6:34: no line 'drago'. Did you mean 'dragon'?"),
    (6, "crew-6,SpaceX Crew-6,crew-dragon,dragon,,LC39A,,S1",
     "6:42: no pad 'LC39A'. Did you mean 'lc-39a'?"),
    (6, "crew-6,SpaceX Crew-6,crew-dragon,dragon,,lc-39a,crew-55,S1",
     "6:49: no flight 'crew-55'. Did you mean 'crew-5'?"),
    (6, "crew-6,SpaceX Crew-6,crew-dragon,dragon,,lc-39a,crew-6,S1",
     "6:49: crew-6 relieves itself. Give the flight before it, or leave it empty."),
]  # fmt: skip

EVENTS = [
    # soyuz-ms-22, dock, rassvet-nadir, 2022-09-21, actual: 1, 13, 18, 32, 43, 50
    (3, "soyuz-ms-222,dock,rassvet-nadir,2022-09-21,actual,,S1,",
     "3:1: no flight 'soyuz-ms-222'. Did you mean 'soyuz-ms-22'?"),
    (3, ",dock,rassvet-nadir,2022-09-21,actual,,S1,", "3:1: flight_id is empty. Give a flight."),
    (3, "soyuz-ms-22,duck,rassvet-nadir,2022-09-21,actual,,S1,",
     "3:13: no event 'duck'. Did you mean 'dock'?"),
    (3, "soyuz-ms-22,arrival,rassvet-nadir,2022-09-21,actual,,S1,",
     "3:13: no event 'arrival'. Give abort, dock, land, launch, relocate or undock."),
    (3, "soyuz-ms-22,,rassvet-nadir,2022-09-21,actual,,S1,",
     "3:13: event is empty. Give launch, dock, relocate, undock, land or abort."),
    (3, "soyuz-ms-22,dock,rasvet-nadir,2022-09-21,actual,,S1,",
     "3:18: no port 'rasvet-nadir'. Did you mean 'rassvet-nadir'?"),
    (3, "soyuz-ms-22,dock,,2022-09-21,actual,,S1,", "3:18: port is empty. Give a port."),
    (3, "soyuz-ms-22,dock,zvezda-aft,2022-09-21,actual,,S1,",
     "3:18: zvezda-aft does not take soyuz-ms. Give rassvet-nadir or prichal-nadir."),
    (13, "soyuz-ms-23,relocate,,2023-04-06,actual,,S1,", "13:22: port is empty. Give a port."),
    (19, "progress-ms-22,dock,zvezda-aft,2000-07-25,actual,,S1,",
     "19:21: zvezda-aft comes on 2000-07-26, after this day (2000-07-25)."
     " Give another port or another day."),
    (12, "soyuz-ms-23,dock,prichal-nadir,2030-01-01,actual,,S1,",
     "12:18: prichal-nadir is gone since 2030-01-01, before this day (2030-01-01)."
     " Give another port or another day."),
    (2, "soyuz-ms-22,launch,rassvet-nadir,2022-09-21,actual,,S1,",
     "2:20: port is 'rassvet-nadir', but the event is launch."
     " Leave it empty: only dock and relocate name a port."),
    (3, "soyuz-ms-22,dock,rassvet-nadir,2022-02-30,actual,,S1,", f"3:32: '2022-02-30' {NOT_A_DAY}"),
    (3, "soyuz-ms-22,dock,rassvet-nadir,2022-09-21T17:06,actual,,S1,",
     "3:32: '2022-09-21T17:06' has no time zone. End the instant in Z."),
    (3, "soyuz-ms-22,dock,rassvet-nadir,,actual,,S1,",
     "3:32: at is empty. Give a day as YYYY-MM-DD."),
    (3, "soyuz-ms-22,dock,rassvet-nadir,2022-09-21,flown,,S1,",
     "3:43: no status 'flown'. Give actual, planned or withdrawn."),
    (3, "soyuz-ms-22,dock,rassvet-nadir,2022-09-21,actual,2022-09-20,S1,",
     "3:50: known_on is 2022-09-20, before the day it happened (2022-09-21)."
     " Give that day or a later one, or leave it empty."),
    (3, "soyuz-ms-22,dock,rassvet-nadir,2022-09-21,actual,yesterday,S1,",
     f"3:50: 'yesterday' {NOT_A_DAY}"),
    (3, "soyuz-ms-22,dock,rassvet-nadir,0001-01-01T00:00+01:00,actual,,S1,",
     "3:32: '0001-01-01T00:00+01:00' lies beyond the calendar. Give a day of this age."),
    (3, "soyuz-ms-22,dock,rassvet-nadir,2022-09-21,actual,S1",
     "3:50: 6 fields in a row of 8. Give a comma for every field, also for an empty one."),
    # soyuz-ms-22, undock, no port, 2023-03-28, planned: 1, 13, 20, 21, 32, 40
    (4, "soyuz-ms-22,undock,,2023-03-28,planned,,S1,",
     "4:40: known_on is empty in a planned row. Give the day on which it became known."),
    # the row before begins in line 6 and ends in line 7
    (8, "soyuz-ms-22,land,,2023-13-28,actual,,S1,", f"8:19: '2023-13-28' {NOT_A_DAY}"),
    # progress-ms-22, undock, no port, no day, withdrawn: 1, 16, 23, 24, 25, 35
    (21, "progress-ms-22,undock,,,withdrawn,,S1,",
     "21:35: known_on is empty in a withdrawn row. Give the day on which it became known."),
]  # fmt: skip

CREW = [
    # soyuz-ms-22, rubio, up, no role, actual: 1, 13, 19, 22, 23, 30
    (4, "soyuz-ms-29,rubio,up,,actual,,S1",
     "4:1: no flight 'soyuz-ms-29'. Did you mean 'soyuz-ms-23'?"),
    (4, "soyuz-ms-22,rubia,up,,actual,,S1", "4:13: no person 'rubia'. Did you mean 'rubio'?"),
    (4, "soyuz-ms-22,,up,,actual,,S1", "4:13: person_id is empty. Give a person."),
    (4, "soyuz-ms-22,rubio,left,,actual,,S1", "4:19: no leg 'left'. Give down or up."),
    (4, "soyuz-ms-22,rubio,up,,acutal,,S1", "4:23: no status 'acutal'. Did you mean 'actual'?"),
    (4, "soyuz-ms-22,rubio,up,,,,S1",
     "4:23: status is empty. Give planned, actual or withdrawn."),
    (4, "soyuz-ms-22,rubio,up,,actual,2022-9-21,S1", f"4:30: '2022-9-21' {NOT_A_DAY}"),
    (4, "soyuz-ms-22,rubio,up,,actual,2022-09-20,S1",
     "4:30: known_on is 2022-09-20, before the launch of soyuz-ms-22 (2022-09-21)."
     " Give that day or a later one, or leave it empty."),
    (5, "soyuz-ms-23,kononenko,up,,planned,,S1",
     "5:35: known_on is empty in a planned row. Give the day on which it became known."),
    (11, "progress-ms-22,mann,up,,planned,2022-09-01,S1",
     "11:1: progress-ms-22 has no seats: its type is progress-ms. Give a flight with seats."),
]  # fmt: skip

HEALTH = [
    # soyuz-ms-22, 2023-01-11, emergency-only, 2: 1, 13, 24, 39, 41
    (3, "soyuz-ms-20,2023-01-11,emergency-only,2,2023-01-11,S1",
     "3:1: no flight 'soyuz-ms-20'. Did you mean 'soyuz-ms-23'?"),
    (3, "soyuz-ms-22,,emergency-only,2,2023-01-11,S1",
     "3:13: from is empty. Give a day as YYYY-MM-DD."),
    (3, "soyuz-ms-22,2023-01-11,emergency,2,2023-01-11,S1",
     "3:24: no health 'emergency'. Did you mean 'emergency-only'?"),
    (3, "soyuz-ms-22,2023-01-11,emergency-only,4,2023-01-11,S1",
     "3:39: seats is 4, but soyuz-ms has 3. Give that or fewer."),
    (3, "soyuz-ms-22,2023-01-11,emergency-only,1.5,2023-01-11,S1",
     "3:39: seats is '1.5'. Give a whole number, or nothing."),
    (3, f"soyuz-ms-22,2023-01-11,emergency-only,{'9' * 5000},2023-01-11,S1",
     f"3:39: seats is '{'9' * 5000}'. Give a whole number, or nothing."),
    (3, "soyuz-ms-22,2023-01-11,emergency-only,2,,S1",
     "3:41: known_on is empty. Give a day as YYYY-MM-DD."),
]  # fmt: skip

OUTAGES = [
    # pad, baikonur-31, 2025-11-27: 1, 5, 17, 28
    (2, "pat,baikonur-31,2025-11-27,,2025-11-27,S1",
     "2:1: no kind of outage 'pat'. Did you mean 'pad'?"),
    (2, "pad,baikonur-13,2025-11-27,,2025-11-27,S1",
     "2:5: no pad 'baikonur-13'. Did you mean 'baikonur-31'?"),
    (2, "port,baikonur-31,2025-11-27,,2025-11-27,S1",
     "2:6: no port 'baikonur-31'. Give harmony-forward, harmony-zenith, prichal-nadir,"
     " rassvet-nadir or zvezda-aft."),
    (2, "launcher,falcon,2025-11-27,,2025-11-27,S1",
     "2:10: no launcher 'falcon'. Did you mean 'falcon-9'?"),
    (2, "pad,baikonur-31,2025-11-27,2025-11-27,2025-11-27,S1",
     "2:28: to is 2025-11-27, not after from (2025-11-27)."
     " Give a later day, or leave it empty for an open end."),
    (4, "launcher,falcon-9,2024-07-12,9999-12-32,2024-07-12,S1", f"4:30: '9999-12-32' {NOT_A_DAY}"),
    (2, "pad,baikonur-31,2025-11-31,2025-11-27,2025-11-27,S1", f"2:17: '2025-11-31' {NOT_A_DAY}"),
    (2, "pad,baikonur-31,2025-11-27,2026-02-30,2025-11-27,S1", f"2:28: '2026-02-30' {NOT_A_DAY}"),
]  # fmt: skip

SEATS = [
    # rubio, crew-5, 2023-01-18, G2: 1, 7, 14, 25, 28
    (2, "rubi,crew-5,2023-01-18,G2,2023-01-18,S1", "2:1: no person 'rubi'. Did you mean 'rubio'?"),
    (2, "rubio,crew5,2023-01-18,G2,2023-01-18,S1",
     "2:7: no flight 'crew5'. Did you mean 'crew-5'?"),
    (2, "rubio,crew-5,18.01.2023,G2,2023-01-18,S1", f"2:14: '18.01.2023' {NOT_A_DAY}"),
    (2, "rubio,crew-5,2023-01-18,2,2023-01-18,S1",
     "2:25: no grade '2'. Did you mean 'G2'?"),
    (2, "rubio,crew-5,2023-01-18,good,2023-01-18,S1",
     "2:25: no grade 'good'. Give G0, G1, G2, G3 or G4."),
    (2, "rubio,crew-5,2023-01-18,G2,,S1", "2:28: known_on is empty. Give a day as YYYY-MM-DD."),
]  # fmt: skip

WINDOWS = [
    # lit-landing, soyuz-ms, 2023-03-01: 1, 13, 22, 33
    (2, "lit-landings,soyuz-ms,2023-03-01,,2022-09-01,S1",
     "2:1: no kind of window 'lit-landings'. Did you mean 'lit-landing'?"),
    (2, "lit-landing,soyus-ms,2023-03-01,,2022-09-01,S1",
     "2:13: no station, vehicle type, flight or pad 'soyus-ms'. Did you mean 'soyuz-ms'?"),
    (2, "lit-landing,soyuz-ms,2023-03-01,2022-03-01,2022-09-01,S1",
     "2:33: to is 2022-03-01, not after from (2023-03-01)."
     " Give a later day, or leave it empty for an open end."),
]  # fmt: skip

FAULTS = {
    "people.csv": PEOPLE,
    "flights.csv": FLIGHTS,
    "events.csv": EVENTS,
    "crew.csv": CREW,
    "health.csv": HEALTH,
    "outages.csv": OUTAGES,
    "seats.csv": SEATS,
    "windows.csv": WINDOWS,
}


@pytest.mark.parametrize(
    ("file", "number", "line", "fault"),
    [
        pytest.param(file, *case, id=f"{file}-{at}")
        for file, cases in FAULTS.items()
        for at, case in enumerate(cases)
    ],
)
def test_one_fault_is_told_once_at_its_place(
    tmp_path: Path, file: str, number: int, line: str, fault: str
) -> None:
    """A fault is told where its field starts, and nothing else is told because of it."""
    assert faults_of(folder_with(tmp_path, file, {number: line})) == [f"{file}:{fault}"]


def test_two_rows_without_an_id_are_not_twins(tmp_path: Path) -> None:
    """An empty id is told as empty in each row, not as the same one."""
    folder = folder_with(tmp_path, "people.csv", {7: ",A,NASA,,,,", 8: ",B,NASA,,,,"})
    told = "person_id is empty. Give an id such as rubio."
    assert faults_of(folder) == [f"people.csv:7:1: {told}", f"people.csv:8:1: {told}"]


@pytest.mark.parametrize(
    ("file", "number", "line"),
    [
        pytest.param("people.csv", 7, "wakata,Koichi Wakata,JAXA,,0,0.5,", id="no-source"),
        pytest.param("people.csv", 7, "wakata,若田光一,JAXA,;;,,,", id="any-script"),
        pytest.param("flights.csv", 6, "ax-2,Axiom Ax-2,crew-dragon,,,,,", id="no-line-no-pad"),
        pytest.param("events.csv", 2, "soyuz-ms-22,launch,,2022-09-22T00:54+08:00,actual,,,",
                     id="other-time-zone"),
        pytest.param("events.csv", 17, "crew-5,dock,harmony-forward,2022-10-06,actual,2022-10-06,,",
                     id="known-when-it-happened"),
        pytest.param("events.csv", 22, "progress-ms-22,dock,,2023-02-11,withdrawn,2023-02-10,,",
                     id="withdrawn-docking-without-port"),
        pytest.param("events.csv", 22, "crew-5,undock,,9999-12-31,planned,9999-12-31,,",
                     id="the-last-day-of-all"),
        pytest.param("crew.csv", 4, "soyuz-ms-22,rubio,up,,actual,2022-09-21,",
                     id="known-that-day"),
        pytest.param("health.csv", 3, "soyuz-ms-22,2023-01-11,restricted,3,2023-01-11,",
                     id="all-seats-named"),
        pytest.param("outages.csv", 2, "pad,lc-39a,2025-11-27,2025-11-28,2025-11-27,",
                     id="outage-of-a-day"),
    ],
)  # fmt: skip
def test_the_edge_of_what_is_allowed(tmp_path: Path, file: str, number: int, line: str) -> None:
    """What just holds is not complained of."""
    assert faults_of(folder_with(tmp_path, file, {number: line})) == []
