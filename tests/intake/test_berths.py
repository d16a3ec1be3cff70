"""One ship at a port at a time, worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.world import append, faults_of, folder_with

# In the valid folder: soyuz-ms-22 at rassvet-nadir from 2022-09-21 to 2023-03-28, soyuz-ms-23 at
# prichal-nadir from 2023-02-26 and at rassvet-nadir from 2023-04-06 to 2023-09-27, crew-5 at
# harmony-forward from 2022-10-06 on, progress-ms-22 at zvezda-aft from 2023-02-11 on.


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        pytest.param(
            {12: "soyuz-ms-23,dock,rassvet-nadir,2023-03-28,actual,,S1,",
             13: "soyuz-ms-23,relocate,prichal-nadir,2023-04-06,actual,,S1,"}, [],
            id="comes-on-the-day-the-other-leaves",
        ),
        pytest.param(
            {12: "soyuz-ms-23,dock,rassvet-nadir,2023-03-28T09:56:00Z,actual,,S1,",
             13: "soyuz-ms-23,relocate,prichal-nadir,2023-04-06,actual,,S1,"},
            ["12:18: two ships at rassvet-nadir: soyuz-ms-23 comes on 2023-03-28T09:56:00Z, but"
             " soyuz-ms-22 (line 3) is there from 2022-09-21T17:06:00Z to 2023-03-28T09:57:00Z."
             " Give another port or another day."],
            id="comes-a-minute-before-the-other-leaves",
        ),
        pytest.param(
            {12: "soyuz-ms-23,dock,rassvet-nadir,2023-03-28T12:57:00+03:00,actual,,S1,",
             13: "soyuz-ms-23,relocate,prichal-nadir,2023-04-06,actual,,S1,"}, [],
            id="comes-at-the-moment-when-the-other-leaves",
        ),
        pytest.param(
            {12: "soyuz-ms-23,dock,rassvet-nadir,2023-03-27,actual,,S1,",
             13: "soyuz-ms-23,relocate,prichal-nadir,2023-04-06,actual,,S1,"},
            ["12:18: two ships at rassvet-nadir: soyuz-ms-23 comes on 2023-03-27, but soyuz-ms-22"
             " (line 3) is there from 2022-09-21T17:06:00Z to 2023-03-28T09:57:00Z."
             " Give another port or another day."],
            id="comes-a-day-before-the-other-leaves",
        ),
        pytest.param(
            # soyuz-ms-23, relocate: the port starts at 12 + 9 + 1 = 22
            {13: "soyuz-ms-23,relocate,rassvet-nadir,2023-03-01,actual,,S1,"},
            ["13:22: two ships at rassvet-nadir: soyuz-ms-23 comes on 2023-03-01, but soyuz-ms-22"
             " (line 3) is there from 2022-09-21T17:06:00Z to 2023-03-28T09:57:00Z."
             " Give another port or another day."],
            id="relocates-to-a-taken-port",
        ),
        pytest.param(
            {6: "soyuz-ms-22,relocate,prichal-nadir,2023-01-01,actual,,S1,\n",
             7: "soyuz-ms-22,undock,,2023-02-25,actual,,S1,",
             12: "soyuz-ms-23,dock,rassvet-nadir,2023-02-26,actual,,S1,",
             13: "soyuz-ms-23,relocate,prichal-nadir,2023-04-06,actual,,S1,"}, [],
            id="ports-left-by-relocation-are-free",
        ),
        pytest.param(
            {22: "crew-9,launch,,2024-09-28,actual,,S1,",
             23: "crew-9,dock,harmony-forward,2024-09-29,actual,,S1,"},
            # crew-9, dock: the port starts at 7 + 5 + 1 = 13
            ["23:13: two ships at harmony-forward: crew-9 comes on 2024-09-29, but crew-5 (line 17)"
             " is there from 2022-10-06 on."
             " Give another port, or the undocking of crew-5."],
            id="a-ship-that-never-left",
        ),
        pytest.param(
            {22: "crew-9,launch,,2024-09-28,actual,,S1,",
             23: "crew-9,dock,harmony-forward,2024-09-29,actual,,S1,",
             24: "crew-8,launch,,2024-03-04,actual,,S1,",
             25: "crew-8,dock,harmony-forward,2024-03-05,actual,,S1,",
             26: "crew-8,undock,,2024-10-23,actual,,S1,"},
            ["23:13: two ships at harmony-forward: crew-9 comes on 2024-09-29, but crew-8 (line 25)"
             " is there from 2024-03-05 to 2024-10-23. Give another port or another day.",
             "25:13: two ships at harmony-forward: crew-8 comes on 2024-03-05, but crew-5 (line 17)"
             " is there from 2022-10-06 on."
             " Give another port, or the undocking of crew-5."],
            id="a-missing-undocking-is-told-once",
        ),
        pytest.param(
            {22: "crew-9,launch,,2023-01-10,actual,,S1,",
             23: "crew-9,dock,harmony-zenith,2023-01-11,planned,2022-09-01,S1,",
             24: "crew-8,launch,,2023-01-10,actual,,S1,",
             25: "crew-8,dock,harmony-zenith,2023-01-11,planned,2022-09-01,S1,"}, [],
            id="plans-are-not-looked-at",
        ),
        pytest.param(
            {22: "crew-5,relocate,harmony-zenith,2023-01-01,planned,2022-09-01,S1,",
             23: "crew-8,launch,,2023-02-10,actual,,S1,",
             24: "crew-8,dock,harmony-zenith,2023-02-11,actual,,S1,"}, [],
            id="nor-planned-relocations",
        ),
        pytest.param(
            {22: "crew-8,launch,,2023-02-10,actual,,S1,",
             23: "crew-8,dock,harmony-forward,2023-02-11,actual,,S1,",
             24: "crew-8,undock,,2023-02-11,actual,,S1,"},
            ["23:13: two ships at harmony-forward: crew-8 comes on 2023-02-11, but crew-5 (line 17)"
             " is there from 2022-10-06 on."
             " Give another port, or the undocking of crew-5."],
            id="a-ship-that-stays-for-hours",
        ),
        pytest.param(
            {16: "crew-5,launch,,2022-10-05,actual,,S1,",
             17: "crew-5,dock,harmony-forward,2022-10-06,actual,,S1,",
             22: "crew-5,land,,2023-03-12,actual,,S1,",
             23: "crew-9,launch,,2024-09-28,actual,,S1,",
             24: "crew-9,dock,harmony-forward,2024-09-29,actual,,S1,"}, [],
            id="a-ship-that-landed-has-left",
        ),
        pytest.param(
            {22: "crew-8,launch,,2022-11-01,actual,,S1,",
             23: "crew-8,dock,harmony-zenith,2022-11-02,actual,,S1,",
             24: "crew-8,undock,,2023-11-02,actual,,S1,",
             25: "crew-9,launch,,2022-12-01,actual,,S1,",
             26: "crew-9,dock,harmony-zenith,2022-12-02,actual,,S1,",
             27: "crew-9,undock,,2022-12-12,actual,,S1,",
             28: "crew-10,launch,,2023-01-01,actual,,S1,",
             29: "crew-10,dock,harmony-zenith,2023-01-02,actual,,S1,"},
            ["26:13: two ships at harmony-zenith: crew-9 comes on 2022-12-02, but crew-8 (line 23)"
             " is there from 2022-11-02 to 2023-11-02. Give another port or another day.",
             "29:14: two ships at harmony-zenith: crew-10 comes on 2023-01-02, but crew-8 (line 23)"
             " is there from 2022-11-02 to 2023-11-02. Give another port or another day."],
            id="each-ship-that-comes-is-told",
        ),
    ],
)  # fmt: skip
def test_two_ships_on_a_port(tmp_path: Path, lines: dict[int, str], faults: list[str]) -> None:
    """The ship that comes second is told, with the one that is there."""
    folder = folder_with(tmp_path, "events.csv", lines)
    append(
        folder,
        "flights.csv",
        "".join(f"crew-{n},SpaceX,crew-dragon,dragon,,lc-39a,,\n" for n in (8, 9, 10)),
    )
    assert faults_of(folder) == [f"events.csv:{fault}" for fault in faults]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("crew-6,undock,,2023-03-11,actual,,S1,",
                     "24:1: no flight 'crew-6'. Did you mean 'crew-9'?", id="undocking-of-a-like"),
        pytest.param("crew-5,undock,,2023-03-32,actual,,S1,",
                     "24:16: '2023-03-32' is not a day. Give YYYY-MM-DD, or an instant in UTC.",
                     id="undocking"),
        pytest.param("crew-5,relocate,harmony-top,2023-03-11,actual,,S1,",
                     "24:17: no port 'harmony-top'. Did you mean 'harmony-zenith'?",
                     id="relocation"),
    ],
)  # fmt: skip
def test_a_row_that_may_be_lost_is_not_missed(tmp_path: Path, line: str, fault: str) -> None:
    """When a row that could clear the port has a fault of its own, only that fault is told."""
    lines = {
        22: "crew-9,launch,,2024-09-28,actual,,S1,",
        23: "crew-9,dock,harmony-forward,2024-09-29,actual,,S1,",
        24: line,
    }
    folder = folder_with(tmp_path, "events.csv", lines)
    append(folder, "flights.csv", "crew-9,SpaceX Crew-9,crew-dragon,dragon,,lc-39a,,\n")
    assert faults_of(folder) == [f"events.csv:{fault}"]
