"""Who flew: one ship at a time, a seat for each, no ride before its day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.world import append, faults_of, folder_with

MORE_EVENTS = """\
crew-5,undock,,2023-03-11,actual,,S1,
crew-5,land,,2023-03-12,actual,,S1,
crew-6,launch,,2023-03-02,actual,,S1,
crew-6,dock,harmony-zenith,2023-03-03,actual,,S1,
crew-8,launch,,2024-03-04,actual,,S1,
crew-8,land,,2024-10-25,actual,,S1,
crew-7,launch,,2023-08-26,actual,,S1,
crew-7,dock,harmony-forward,2023-08-27,actual,,S1,
"""
MORE_FLIGHTS = """\
crew-8,SpaceX Crew-8,crew-dragon,dragon,,lc-39a,,S1
crew-6,SpaceX Crew-6,crew-dragon,dragon,,lc-39a,,S1
crew-7,SpaceX Crew-7,crew-dragon,dragon,,lc-39a,,S1
"""
TAKE_OUT = "Give the row that brings them down before, or take this one out."


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        pytest.param(
            # crew-6, mann: the person starts at 8; crew-5 lands on 2023-03-12
            {11: "crew-6,mann,up,,actual,,S1"},
            ["11:8: mann is on two ships: crew-6 launches on 2023-03-02, but mann is up since"
             f" 2022-10-05 on crew-5 (line 7). {TAKE_OUT}"],
            id="before-their-own-ship-lands",
        ),
        pytest.param({11: "crew-7,mann,up,,actual,,S1"}, [], id="after-their-own-ship-landed"),
        pytest.param(
            {11: "crew-8,mann,up,,actual,,S1", 12: "crew-8,mann,down,,actual,,S1"}, [],
            id="after-their-own-ship-landed-and-down-again",
        ),
        pytest.param(
            {11: "crew-7,rubio,up,,actual,,S1"},
            ["11:8: rubio is on two ships: crew-7 launches on 2023-08-26, but rubio is up since"
             f" 2022-09-21T13:54:49Z on soyuz-ms-22 (line 4). {TAKE_OUT}"],
            id="their-own-ship-landed-without-them",
        ),
        pytest.param(
            {11: "crew-6,kononenko,up,,actual,,S1", 12: "crew-7,kononenko,up,,actual,,S1"},
            ["12:8: kononenko is on two ships: crew-7 launches on 2023-08-26, but kononenko is up"
             f" since 2023-03-02 on crew-6 (line 11). {TAKE_OUT}"],
            id="their-own-ship-is-still-up",
        ),
        pytest.param(
            {11: "crew-6,kononenko,up,,actual,,S1", 12: "crew-5,kononenko,down,,actual,,S1",
             13: "crew-7,kononenko,up,,actual,,S1"}, [],
            id="down-on-another-ship",
        ),
        pytest.param(
            {11: "crew-7,mann,up,,planned,2022-10-01,S1",
             12: "crew-6,mann,up,,planned,2022-10-01,S1"}, [], id="plans-are-not-looked-at",
        ),
        pytest.param(
            {11: "soyuz-ms-22,rubio,up,flight engineer,actual,2022-09-22,S2"}, [],
            id="recorded-twice",
        ),
        pytest.param(
            # soyuz-ms-23, kononenko: the person starts at 13
            {11: "soyuz-ms-23,kononenko,down,,actual,,S1"},
            ["11:13: kononenko lands on soyuz-ms-23 on 2023-09-27, but is not up then."
             " Give the row that brings them up, or take this one out."],
            id="down-without-up",
        ),
        pytest.param(
            # rubio: soyuz-ms-22, rubio starts at 13; he came down on soyuz-ms-23 later
            {11: "soyuz-ms-22,rubio,down,,actual,,S1"},
            ["10:13: rubio lands on soyuz-ms-23 on 2023-09-27, but is not up then."
             " Give the row that brings them up, or take this one out."],
            id="down-twice",
        ),
        pytest.param(
            # crew-7, mann, down: status starts at 7 + 5 + 5 + 1 + 1 = 19
            {11: "crew-7,mann,down,,actual,,S1"},
            ["11:19: crew-7 has no actual landing, so nobody has flown down on it."
             " Give planned, or the row of the landing, too."],
            id="down-on-a-ship-still-up",
        ),
        pytest.param(
            # soyuz-ms-23, rubio, down: known_on starts at 12 + 6 + 5 + 1 + 7 + 1 = 32
            {10: "soyuz-ms-23,rubio,down,,actual,2023-09-26,S1"},
            ["10:32: known_on is 2023-09-26, before the landing of soyuz-ms-23 (2023-09-27)."
             " Give that day or a later one, or leave it empty."],
            id="known-before-the-landing",
        ),
        pytest.param(
            {11: "soyuz-ms-22,kononenko,up,,actual,,S1"},
            ["11:13: 4 people up on soyuz-ms-22, which has 3 seats. Take 1 out."],
            id="one-more-than-seats",
        ),
        pytest.param(
            {11: "soyuz-ms-22,kononenko,up,,actual,,S1", 12: "soyuz-ms-22,extra,up,,actual,,S1"},
            ["11:13: 5 people up on soyuz-ms-22, which has 3 seats. Take 2 out."],
            id="two-more-told-once",
        ),
        pytest.param(
            {11: "soyuz-ms-22,kononenko,up,,planned,2022-09-01,S1"}, [], id="plans-have-no-seats",
        ),
    ],
)  # fmt: skip
def test_what_people_flew(tmp_path: Path, lines: dict[int, str], faults: list[str]) -> None:
    """Each person is followed up and down; the row that cannot be is told."""
    folder = folder_with(tmp_path, "crew.csv", lines)
    append(folder, "events.csv", MORE_EVENTS)
    append(folder, "flights.csv", MORE_FLIGHTS)
    append(folder, "people.csv", "extra,Ex Tra,NASA,,,,\n")
    assert faults_of(folder) == [f"crew.csv:{fault}" for fault in faults]


@pytest.mark.parametrize(
    ("file", "lines", "fault"),
    [
        pytest.param(
            "crew.csv",
            {11: "soyuz-ms-23,mann,down,,actuall,,S1", 12: "crew-9,mann,up,,actual,,S1"},
            "11:24: no status 'actuall'. Did you mean 'actual'?", id="the-way-down",
        ),
        pytest.param(
            "crew.csv",
            {11: "soyuz-ms-23,mannn,down,,actual,,S1", 12: "crew-9,mann,up,,actual,,S1"},
            "11:13: no person 'mannn'. Did you mean 'mann'?", id="the-person",
        ),
        pytest.param(
            "crew.csv", {4: "soyuz-ms-22,rubioo,up,,actual,,S1"},
            "4:13: no person 'rubioo'. Did you mean 'rubio'?", id="the-way-up",
        ),
        pytest.param(
            "events.csv", {22: "crew-5,land,,2023-03-32,actual,,S1,"},
            "22:14: '2023-03-32' is not a day. Give YYYY-MM-DD, or an instant in UTC.",
            id="the-landing-of-their-ship",
        ),
        pytest.param(
            "events.csv", {16: "crew-5,launch,,2024-10-05,actual,,S1,"},
            "17:29: crew-5: the actual docking on 2022-10-06 lies before the actual launch"
            " on 2024-10-05 (line 16). Give a later day.",
            id="the-launch-of-their-ship",
        ),
    ],
)  # fmt: skip
def test_a_row_with_a_fault_is_not_held_against_others(
    tmp_path: Path, file: str, lines: dict[int, str], fault: str
) -> None:
    """Nobody is said to be on two ships, or on none, because of a row with a fault of its own."""
    folder = folder_with(tmp_path, file, lines)
    if file == "events.csv":
        append(folder, "crew.csv", "crew-9,mann,up,,actual,,S1\n")
    append(folder, "events.csv", "crew-9,launch,,2023-11-01,actual,,S1,\n")
    append(folder, "flights.csv", "crew-9,SpaceX Crew-9,crew-dragon,dragon,,lc-39a,,S1\n")
    assert faults_of(folder) == [f"{file}:{fault}"]
