"""The order of events in one flight, among what happened and among what was planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.world import append, faults_of, folder_with

LATER = "Give a later day."


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        # soyuz-ms-23, dock, prichal-nadir, 2023-02-26: at starts at 12 + 1 + 5 + 14 = 32
        pytest.param(
            {12: "soyuz-ms-23,dock,prichal-nadir,2023-02-23,actual,,S1,"},
            ["12:32: soyuz-ms-23: the actual docking on 2023-02-23 lies before"
             f" the actual launch on 2023-02-24 (line 11). {LATER}"],
            id="docked-before-launch",
        ),
        pytest.param(
            {12: "soyuz-ms-23,dock,prichal-nadir,2023-02-23,actual,,S1,",
             22: "soyuz-ms-23,dock,prichal-nadir,2023-02-30,actual,,S1,"},
            ["22:32: '2023-02-30' is not a day. Give YYYY-MM-DD, or an instant in UTC."],
            id="set-right-by-a-row-with-a-fault",
        ),
        pytest.param(
            {12: "soyuz-ms-23,dock,prichal-nadir,2023-02-23,actual,,S1,",
             22: "soyuz-ms-23,dock,prichal-nadir,2023-02-26,actual,,S1,"},
            ["12:32: soyuz-ms-23: the actual docking on 2023-02-23 lies before"
             f" the actual launch on 2023-02-24 (line 11). {LATER}"],
            id="set-right-later",
        ),
        pytest.param(
            {12: "soyuz-ms-23,dock,prichal-nadir,2023-02-24,actual,,S1,"}, [],
            id="docked-on-the-day-of-launch",
        ),
        # soyuz-ms-22, undock, no port: 12 + 7 + 1 + 1 = 21; launch, too; land: 19
        pytest.param(
            {3: "soyuz-ms-22,dock,rassvet-nadir,2022-09-21T13:54:48Z,actual,,S1,"},
            ["3:32: soyuz-ms-22: the actual docking on 2022-09-21T13:54:48Z lies before"
             f" the actual launch on 2022-09-21T13:54:49Z (line 2). {LATER}"],
            id="docked-a-second-before-launch",
        ),
        pytest.param(
            {14: "soyuz-ms-23,undock,,2023-02-25,actual,,S1,"},
            ["14:21: soyuz-ms-23: the actual undocking on 2023-02-25 lies before"
             f" the actual docking on 2023-02-26 (line 12). {LATER}"],
            id="undocked-before-docking-and-relocation-told-once",
        ),
        pytest.param(
            {8: "soyuz-ms-22,land,,2023-03-27,actual,,S1,"},
            ["8:19: soyuz-ms-22: the actual landing on 2023-03-27 lies before the actual undocking"
             f" on 2023-03-28T09:57:00Z (line 6). {LATER}"],
            id="landed-before-undocking",
        ),
        pytest.param(
            {13: "soyuz-ms-23,relocate,rassvet-nadir,2023-02-25,actual,,S1,"},
            ["13:36: soyuz-ms-23: the actual relocation on 2023-02-25 lies before"
             f" the actual docking on 2023-02-26 (line 12). {LATER}"],
            id="relocated-before-docking",
        ),
        pytest.param(
            {13: "soyuz-ms-23,relocate,rassvet-nadir,2023-09-28,actual,,S1,"},
            ["13:36: soyuz-ms-23: the actual relocation on 2023-09-28 lies after the actual"
             " undocking on 2023-09-27 (line 14). Give an earlier day, or a new row for the"
             " undocking too."],
            id="relocated-after-undocking",
        ),
    ],
)  # fmt: skip
def test_what_happened_is_in_order(
    tmp_path: Path, lines: dict[int, str], faults: list[str]
) -> None:
    """Two actual rows that contradict each other are told at the later event."""
    told = faults_of(folder_with(tmp_path, "events.csv", lines))
    assert told == sorted(f"events.csv:{fault}" for fault in faults)


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        pytest.param(
            {10: "soyuz-ms-23,dock,prichal-nadir,2023-03-15,planned,2022-09-01,S1,"},
            ["10:32: soyuz-ms-23: the planned docking on 2023-03-15 lies before"
             f" the planned launch on 2023-03-16 (line 9). {LATER}"],
            id="one-edition",
        ),
        pytest.param(
            {22: "soyuz-ms-23,launch,,2023-02-20,planned,2023-01-11,S1,"}, [],
            id="a-launch-pulled-in",
        ),
        pytest.param(
            {22: "soyuz-ms-23,launch,,2023-06-07,planned,2023-01-11,S1,"},
            ["22:21: soyuz-ms-23: the planned launch on 2023-06-07 lies after the planned docking"
             " on 2023-03-16 (line 10). Give an earlier day, or a new row for the docking too."],
            id="a-slip-without-a-new-docking",
        ),
        pytest.param(
            {22: "soyuz-ms-23,launch,,2023-06-07,planned,2023-01-11,S1,",
             23: "soyuz-ms-23,dock,prichal-nadir,2023-06-07,planned,2023-01-11,S1,"}, [],
            id="a-slip-with-a-new-docking",
        ),
        pytest.param(
            {22: "soyuz-ms-23,launch,,2023-06-07,planned,2023-01-11,S1,",
             23: "soyuz-ms-23,launch,,2023-06-08,planned,2023-01-12,S1,"},
            ["22:21: soyuz-ms-23: the planned launch on 2023-06-07 lies after the planned docking"
             " on 2023-03-16 (line 10). Give an earlier day, or a new row for the docking too.",
             "23:21: soyuz-ms-23: the planned launch on 2023-06-08 lies after the planned docking"
             " on 2023-03-16 (line 10). Give an earlier day, or a new row for the docking too."],
            id="each-row-that-brings-one",
        ),
        pytest.param(
            {10: "soyuz-ms-23,dock,prichal-nadir,2023-03-15,planned,2022-09-01,S1,",
             22: "soyuz-ms-23,undock,,2023-09-20,planned,2022-10-01,S1,",
             23: "soyuz-ms-23,land,,2023-09-20,planned,2022-11-01,S1,"},
            ["10:32: soyuz-ms-23: the planned docking on 2023-03-15 lies before"
             f" the planned launch on 2023-03-16 (line 9). {LATER}"],
            id="told-once-though-it-stands-in-many-editions",
        ),
        pytest.param(
            {11: "soyuz-ms-23,launch,,2023-03-20,actual,,S1,",
             12: "soyuz-ms-23,dock,prichal-nadir,2023-03-22,actual,,S1,"}, [],
            id="an-overdue-plan-is-no-fault",
        ),
        pytest.param(
            {22: "crew-5,undock,,2022-10-04,planned,2022-10-07,S1,"},
            # crew-5, undock, no port: 7 + 7 + 1 + 1 = 16
            ["22:16: crew-5: the planned undocking on 2022-10-04 lies before"
             f" the actual docking on 2022-10-06 (line 17). {LATER}"],
            id="a-plan-made-after-the-fact-must-fit-it",
        ),
        pytest.param(
            {22: "crew-5,undock,,2022-10-05,planned,2022-10-06,S1,"},
            ["22:16: crew-5: the planned undocking on 2022-10-05 lies before"
             f" the actual docking on 2022-10-06 (line 17). {LATER}"],
            id="a-plan-made-on-the-day-of-the-fact-must-fit-it",
        ),
        pytest.param(
            # the launch that the new docking belongs to has a fault of its own
            {22: "soyuz-ms-23,launch,,2023-02-30,planned,2023-01-11,S1,",
             23: "soyuz-ms-23,dock,prichal-nadir,2023-02-22,planned,2023-01-11,S1,"},
            ["22:21: '2023-02-30' is not a day. Give YYYY-MM-DD, or an instant in UTC."],
            id="a-launch-with-a-fault-is-not-held-against-the-docking",
        ),
        pytest.param(
            {22: "soyuz-ms-23,lunch,,2023-02-20,planned,2023-01-11,S1,",
             23: "soyuz-ms-23,dock,prichal-nadir,2023-02-22,planned,2023-01-11,S1,"},
            ["22:13: no event 'lunch'. Did you mean 'launch'?"],
            id="nor-one-that-is-misspelt",
        ),
        pytest.param(
            {22: "soyuz-ms-233,launch,,2023-02-20,planned,2023-01-11,S1,",
             23: "soyuz-ms-23,dock,prichal-nadir,2023-02-22,planned,2023-01-11,S1,"},
            ["22:1: no flight 'soyuz-ms-233'. Did you mean 'soyuz-ms-23'?"],
            id="nor-one-of-a-flight-that-is-misspelt",
        ),
        pytest.param(
            {22: "crew-5,undock,,2022-10-05,planned,2022-10-05,S1,"}, [],
            id="a-plan-made-before-the-fact-need-not",
        ),
        pytest.param(
            {22: "crew-5,relocate,harmony-zenith,2023-03-20,planned,2022-10-07,S1,",
             23: "crew-5,undock,,2023-03-11,planned,2022-10-07,S1,"},
            # crew-5, relocate, harmony-zenith: 7 + 9 + 15 + 1 = 32
            ["22:32: crew-5: the planned relocation on 2023-03-20 lies after the planned undocking"
             " on 2023-03-11 (line 23). Give an earlier day, or a new row for the undocking too."],
            id="planned-relocation-after-the-stay",
        ),
        pytest.param(
            {22: "crew-5,undock,,2022-10-04,planned,2022-10-07,S1,",
             23: "crew-5,undock,,,withdrawn,2022-10-07,S1,"}, [],
            id="taken-back-the-same-day",
        ),
    ],
)  # fmt: skip
def test_what_is_planned_is_in_order(
    tmp_path: Path, lines: dict[int, str], faults: list[str]
) -> None:
    """Each edition of a plan holds together, and agrees with what was known to have happened."""
    told = faults_of(folder_with(tmp_path, "events.csv", lines))
    assert told == [f"events.csv:{fault}" for fault in faults]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param(
            "ax-9,dock,harmony-zenith,2023-05-22,actual,,S1,",
            "22:6: ax-9: an actual docking without an actual launch."
            " Give the row of the launch, too.", id="docked",
        ),
        pytest.param(
            "ax-9,undock,,2023-05-22,actual,,S1,",
            "22:6: ax-9: an actual undocking without an actual docking."
            " Give the row of the docking, too.", id="undocked",
        ),
        pytest.param(
            "ax-9,relocate,harmony-zenith,2023-05-22,actual,,S1,",
            "22:6: ax-9: an actual relocation without an actual docking."
            " Give the row of the docking, too.", id="relocated",
        ),
        pytest.param(
            "ax-9,land,,2023-05-22,actual,,S1,",
            "22:6: ax-9: an actual landing without an actual launch."
            " Give the row of the launch, too.", id="landed",
        ),
    ],
)  # fmt: skip
def test_nothing_happens_out_of_nothing(tmp_path: Path, line: str, fault: str) -> None:
    """An actual event needs the actual event that leads to it."""
    folder = folder_with(tmp_path, "events.csv", {22: line})
    append(folder, "flights.csv", "ax-9,Axiom Ax-9,crew-dragon,,,lc-39a,,S1\n")
    assert faults_of(folder) == [f"events.csv:{fault}"]


@pytest.mark.parametrize(
    ("launch", "land"),
    [
        pytest.param("T08:40:15Z", "T08:59:56Z", id="by-the-second"),
        pytest.param("", "", id="by-the-day"),
        pytest.param("T08:40:15Z", "", id="by-both"),
    ],
)
def test_an_aborted_launch_comes_down_without_docking(
    tmp_path: Path, launch: str, land: str
) -> None:
    """A flight that never docks may land, its plans still standing."""
    lines = {
        22: "soyuz-ms-10,launch,,2018-10-11,planned,2018-09-01,S1,",
        23: "soyuz-ms-10,dock,rassvet-nadir,2018-10-11,planned,2018-09-01,S1,",
        24: "soyuz-ms-10,undock,,2019-04-15,planned,2018-09-01,S1,",
        25: f"soyuz-ms-10,launch,,2018-10-11{launch},actual,,S1,",
        26: "soyuz-ms-10,abort,,2018-10-11,actual,,S1,",
        27: f"soyuz-ms-10,land,,2018-10-11{land},actual,,S1,",
    }
    folder = folder_with(tmp_path, "events.csv", lines)
    append(folder, "flights.csv", "soyuz-ms-10,Soyuz MS-10,soyuz-ms,soyuz,,,,S1\n")
    append(
        folder, "crew.csv", "soyuz-ms-10,mann,up,,actual,,S1\nsoyuz-ms-10,mann,down,,actual,,S1\n"
    )
    assert faults_of(folder) == []
