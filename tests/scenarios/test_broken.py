"""Broken what-if files: every fault of each, at once, at its place.

The places were counted in the files by hand; ``broken/`` holds one file a case.
"""

from __future__ import annotations

import pytest

from tests.scenarios.world import HERE, faults_of

BROKEN = HERE / "broken"
LAID_UNDER = {"loop-2.yaml", "mir.yaml"}
KINDS = (
    "health, flight, outage, person, rule, waiver, pin, handover, goal, add-flight, cancel-flight, "
    "cadence"
)
PORTS = "harmony-forward, harmony-zenith, poisk-zenith, rassvet-nadir"
PARTS = (
    "earliest_launch, launch_from, latest_launch, earliest_undock, latest_undock, uncrewed, ports, "
    "seats_up, optional"
)
WHOLE = "Give a whole number, 0 or more."
ONE_DAY_LATER = "Give that day or a later one."
FAULTS = {
    "late.yaml": [
        "5:8: until is 2022-12-31, before as_of (2023-01-11). Give a later day.",
        "8:13: no flight 'soyuz-ms-99'. Did you mean 'soyuz-ms-19'?",
        "9:13: health is 'emergency'. Did you mean 'emergency-only'?",
        "10:12: seats is 'two'. Give a whole number.",
    ],
    "keys.yaml": [
        "1:1: 'title' is missing. Give what is asked, in a few words.",
        "1:1: 'until' is missing. Give the end of the horizon, itself not included.",
        "1:1: no key 'titel'. Did you mean 'title'?",
        "4:1: no key 'untill'. Did you mean 'until'?",
        "6:13: no change 'helth'. Did you mean 'health'?",
        "8:5: 'flight' is missing. Give the flight whose health it is.",
        "8:5: 'from' is missing. Give the first day that it holds.",
        "9:5: no key 'ship'. Give one of: change, flight, from, health, seats, to, why.",
        f"11:5: 'change' is missing. Give the kind of change: {KINDS}.",
        "12:5: 'day' is missing. Give the day that it is to happen.",
        "12:5: 'event' is missing. Give the event that is pinned.",
        "13:13: no flight 'soyuz-ms-98'. Did you mean 'soyuz-ms-19'?",
        "14:5: no key 'events'. Did you mean 'event'?",
    ],
    "days.yaml": [
        "3:8: as_of is '2023-02-30'. Give a day of the calendar, as YYYY-MM-DD.",
        "4:8: until is '31.12.2023'. Give a day as YYYY-MM-DD.",
        "8:14: no pad 'baikonur-13'. Did you mean 'baikonur-31'?",
        "10:9: to is 2023-05-01, not after from (2023-05-01). Give a later day.",
        "13:41: to is 2023-03-01, not after from (2023-03-10). Give a later day.",
        "16:20: latest_launch is 20230310. Give a day as YYYY-MM-DD.",
        "17:15: optional is 'yes'. Give true or false.",
    ],
    "horizon.yaml": [
        f"8:22: earliest_launch is 2023-01-10, before as_of (2023-01-11). {ONE_DAY_LATER}",
        "9:20: latest_launch is 2023-12-31, not before until (2023-12-31). Give an earlier day.",
        "13:11: from is 2024-01-01, not before until (2023-12-31). Give an earlier day.",
        "18:9: to is 2023-01-11, not after as_of (2023-01-11), so nothing changes. "
        "Give a later day.",
        f"21:25: from is 2023-01-01, before as_of (2023-01-11). {ONE_DAY_LATER}",
        f"22:21: must_return_by is 2023-01-10, before as_of (2023-01-11). {ONE_DAY_LATER}",
        "26:10: day is 2024-01-05, not before until (2023-12-31). Give an earlier day.",
        "33:9: to is 2022-12-31, not after as_of (2023-01-11), so nothing changes. "
        "Give a later day.",
    ],
    "twice.yaml": [
        "5:1: 'station' stands here a second time (first: line 2). Keep one.",
        "13:5: earliest_launch of soyuz-ms-23 is given in line 9, too. Keep one.",
        "21:5: health of soyuz-ms-22 is given in line 16, too. "
        "Keep one, or end it before the other.",
        "26:13: soyuz-ms-24 is cancelled in line 24. Keep one of the two.",
        "32:28: 'change' stands here twice. Keep one.",
    ],
    "ids.yaml": [
        "2:10: station is 'mir', but the station file is of 'iss'. Give that.",
        "7:13: flight 'soyuz-ms-26' is not known yet on 2023-01-11: its launch became known on "
        "2023-06-01. Give a later as_of.",
        "11:13: no port 'poisk-zenit'. Did you mean 'poisk-zenith'?",
        f"11:41: no port 'xyz'. Give one of: {PORTS}.",
        "13:13: no person 'rubbio'. Did you mean 'rubio'?",
        "14:11: no flight 'crew5'. Did you mean 'crew-5'?",
        "17:14: no launcher 'falcon'. Did you mean 'falcon-9'?",
        "21:11: no rule 'VL-2'. Did you mean 'VL-1'?",
        "25:11: VL-1 has no number 'live_days'. Did you mean 'life_days'?",
        f"29:14: no port 'soyuz-ms-23'. Give one of: {PORTS}.",
    ],
    "ships.yaml": [
        "7:13: soyuz-ms-19 left the station on 2022-03-30. Leave it out.",
        "11:5: soyuz-ms-22 was launched on 2022-09-21, so earliest_launch comes too late. "
        "Leave it out.",
        "12:13: port 'harmony-forward' takes no soyuz-ms. Give one of: rassvet-nadir, "
        "poisk-zenith.",
        "15:5: progress-ms-22 is a progress-ms, which carries nobody. Leave uncrewed out.",
        "16:5: progress-ms-22 is a progress-ms, which carries nobody. Leave seats_up out.",
        "19:5: crew-5 was launched on 2022-10-05, so seats_up comes too late. Leave it out.",
        "22:15: seats_up is 4, more than soyuz-ms-23 has. Give 0 to 3.",
        "25:20: soyuz-ms-25 is due on 2024-03-13, not before until (2023-12-31). "
        "Give it an earliest_launch before that, or a later until.",
        f"26:5: nothing is changed here. Give one of: {PARTS}.",
        "31:12: seats is 6, more than crew-5 holds. Give 0 to 5.",
        "34:13: soyuz-ms-22 was launched on 2022-09-21, too late to cancel it. Leave it out.",
        "38:12: seats stands beside health 'nominal'. Leave it out.",
    ],
    "people.yaml": [
        "7:13: dubrov is neither aboard nor due to fly before 2023-12-31. Leave it out.",
        "11:11: progress-ms-22 is a progress-ms, which carries nobody. Give another flight.",
        "12:5: nothing is changed here. Give one of: unavailable, must_return_by, down.",
        "15:13: rubio went up on soyuz-ms-22 already. Leave the pin out.",
        "20:10: leg is 'sideways'. Give one of: down, up.",
        "25:13: crew-5 was launched on 2022-10-05. Give a flight still to launch.",
        "29:13: soyuz-ms-25 is due on 2024-03-13, not before until (2023-12-31). "
        "Give it an earliest_launch before that, or a later until.",
        "32:12: the dock of soyuz-ms-22 was on 2022-09-21. Leave the pin out.",
        f"37:10: day is 2023-01-01, before as_of (2023-01-11). {ONE_DAY_LATER}",
    ],
    "handovers.yaml": [
        "7:15: soyuz-ms-24 does not relieve crew-5. Give soyuz-ms-23 or soyuz-ms-22.",
        "11:15: soyuz-ms-19 left the station on 2022-03-30. Leave it out.",
        "12:15: soyuz-ms-25 is due on 2024-03-13, not before until (2023-12-31). "
        "Give it an earliest_launch before that, or a later until.",
        "15:15: progress-ms-22 is a progress-ms, which carries nobody. Give another flight.",
        "20:15: soyuz-ms-22 relieves nobody who is still here. Give another flight.",
        "25:11: kind is 'both'. Give one of: direct, indirect.",
        "28:15: incoming is 'soyuz-ms-23', as outgoing is. Give another flight.",
        "31:15: no flight 'soyuz-ms-32'. Did you mean 'soyuz-ms-25'?",
        "41:5: handover from soyuz-ms-23 to soyuz-ms-24 is given in line 37, too. Keep one.",
        "44:12: progress-ms-22 is a progress-ms, which keeps its port. Leave the pin out.",
        "48:18: soyuz-ms-25 is due on 2024-03-13, not before until (2023-12-31). "
        "Give it an earliest_launch before that, or a later until.",
        "51:5: soyuz-ms-22 was launched on 2022-09-21, so launch_from comes too late. "
        "Leave it out.",
    ],
    "rules.yaml": [
        "5:14: least_grade is 'G5'. Give one of: G0, G1, G2, G3, G4.",
        f"9:24: most_aboard is 'G3'. {WHOLE}",
        f"9:39: most_days is -1. {WHOLE}",
        f"9:54: long_term is 7.5. {WHOLE}",
        "12:24: least_grade is 3. Give a grade, G0 to G4.",
        "14:11: HO-3 has several limits. Give number: most_aboard, most_days, long_term.",
        "21:13: wished_margin_days is a wish, which needs no waiver. Set it with change: rule.",
        "28:14: soyuz-ms-19 left the station on 2022-03-30. Leave it out.",
        f"29:12: bound is 'G2'. {WHOLE}",
        f"35:12: bound is 12.5. {WHOLE}",
        "36:16: authority is ''. Give some text.",
        "39:20: item 2 of order is 'handovers'. Did you mean 'handover'?",
        "41:12: order is empty. Give at least one.",
    ],
    "add.yaml": [
        "7:13: flight 'soyuz-ms-23' exists already. Give another id.",
        "11:13: flight is 'Rescue 1'. Give small letters and digits, joined by hyphens.",
        "16:19: no vehicle type 'soyuz-mz'. Did you mean 'soyuz-ms'?",
        "18:11: no line 'soyus'. Did you mean 'soyuz'?",
        f"23:13: launch is 2023-01-01, before as_of (2023-01-11). {ONE_DAY_LATER}",
        "24:10: pad 'lc-39a' launches no progress-ms. Give one of: baikonur-31.",
        "25:11: port 'harmony-forward' takes no progress-ms. Give one of: poisk-zenith.",
        "26:5: a progress-ms carries nobody. Leave seats out.",
        "27:5: a progress-ms carries nobody. Leave crew out.",
        "32:11: dock is 2023-03-31, before launch (2023-04-01). Give a later day.",
        "38:27: 'dubrov' stands here twice. Keep one.",
        "44:11: crew is 2 people, more than there are seats (1). Give fewer.",
        "44:20: rubio flies on soyuz-ms-22 already. Give somebody else.",
    ],
    "cadence.yaml": [
        "9:19: no vehicle type 'soyuz-mz'. Did you mean 'soyuz-ms'?",
        "10:11: no line 'soyus'. Did you mean 'soyuz'?",
        "11:10: no pad 'baikonur-13'. Did you mean 'baikonur-31'?",
        "12:17: every_days is 0. Give 1 or more.",
        "13:12: no agency 'Nasa'. Did you mean 'NASA'?",
        "15:14: cadence is 'Cargo 1'. Give small letters and digits, joined by hyphens.",
        "18:16: stay_days is 99999. Give 36525 or less.",
        "22:11: a progress-ms carries nobody, so it can be of no line. "
        "Give another vehicle_type, or leave line out.",
        "24:10: pad 'lc-39a' launches no progress-ms. Give one of: baikonur-31.",
        "25:27: port 'harmony-forward' takes no progress-ms. Give one of: poisk-zenith.",
        "26:11: a progress-ms carries nobody. Leave crew out.",
        "30:5: cadence of dragon is given in line 22, too. Keep one.",
        "30:11: a line is made of crews. Give crew, the agency of each person.",
        "37:11: crew is 5 people, more than there are seats (4). Give fewer.",
        "39:14: cadence 'visitors' is given in line 33, too, for crew-dragon. Give another id.",
        "43:13: no port 'poisk-zenit'. Did you mean 'poisk-zenith'?",
        "44:97: crew is empty. Give at least one.",
    ],
    "cadence-days.yaml": [
        "11:11: from is 2022-12-31, before as_of (2023-01-11). Give that day or a later one.",
        "12:12: until is 2024-01-01, after the end of the horizon (2023-12-31). "
        "Give an earlier day, or leave it out.",
        "17:13: ready is 2023-01-10, before as_of (2023-01-11). Give that day or a later one.",
        "17:25: ready is 2023-12-31, not before until (2023-12-31). Give an earlier day.",
        "19:5: nothing says when. Give every_days, or ready with the days of the ships.",
        "20:5: a ship of no line needs its stay. Give stay_days, from docking to leaving.",
        "26:16: stay_days stands beside a line, whose crews stay until they are relieved. "
        "Leave it out.",
        "31:23: ready_days_early stands beside ready. Keep one.",
        "36:37: ready is 2023-03-01 after 2023-03-01. Give days in order, each once.",
        "44:12: until is 2023-03-01, not after from (2023-03-01). Give a later day.",
        "50:12: until is 2023-01-11, not after as_of (2023-01-11). Give a later day.",
    ],
    "edges.yaml": [
        "7:13: soyuz-ms-19 left the station on 2022-03-30. Leave it out.",
        "9:13: soyuz-ms-19 left the station on 2022-03-30. Leave it out.",
        "14:13: health is 'restricted' to no number. Give seats.",
        "21:15: uncrewed is 'required' beside a crew. Leave one of them out.",
        "26:13: undock is 2023-02-02, not after dock (2023-02-02). Give a later day.",
    ],
    "yaml.yaml": [
        "1:8: anchor &t is not read here. Leave it out.",
        "2:10: tag !!str is not read here. Write the plain value.",
        "5:13: 'least_grade' has no value. Give one, or leave it out.",
        "8:12: alias *t is not read here. Write the value out.",
        "9:5: 'order' stands here a second time (first: line 8). Keep one.",
        "11:13: no flight 'soyuz-ms-97'. Did you mean 'soyuz-ms-19'?",
        "12:13: 'health' has no value. Give one, or leave it out.",
        "14:4: an item has no value. Give one, or leave it out.",
        "15:5: a change is 'soyuz-ms-23'. Give keys with values, change first.",
        f"16:13: change is a list. Give the kind of change: {KINDS}.",
    ],
    "tabs.yaml": [
        "6:1: a tab stands before the text. Indent with spaces.",
        "7:3: a tab stands before the text. Indent with spaces.",
    ],
    "quote.yaml": ["1:8: the quote that opens here is not closed. Close it."],
    "colon.yaml": [
        "1:19: a ':' stands where none can be. Put quotes round the text, or begin a new line."
    ],
    "nowhere.yaml": [
        "1:1: 'station' is missing. Give the id of the station.",
        "1:8: title is 22. Give text, in quotes where it looks like a number.",
        "2:1: no key 'stations'. Did you mean 'station'?",
        "5:10: changes is 'none'. Give a list, such as [a, b].",
    ],
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_told_at_its_place(name: str) -> None:
    """A broken file is told whole: each fault with line and column, and what to give instead."""
    assert faults_of(BROKEN / name) == [f"{name}:{fault}" for fault in FAULTS[name]]


def test_faults_of_files_laid_under_are_told_too() -> None:
    """Missing files, circles, other stations and broken files below: all in one telling."""
    assert faults_of(BROKEN / "loop.yaml") == [
        "loop-2.yaml:6:5: loop.yaml lies under itself. Take it out of one of the two files.",
        "loop-2.yaml:9:13: no flight 'soyuz-ms-28'. Did you mean 'soyuz-ms-25'?",
        "loop.yaml:5:22: no file missing.yaml. Give a path beside this file.",
        "loop.yaml:5:36: 'loop-2.yaml' stands here twice. Keep one.",
        "loop.yaml:5:49: mir.yaml is for station 'mir'. Give a file for 'iss'.",
        "loop.yaml:8:13: no flight 'soyuz-ms-29'. Did you mean 'soyuz-ms-25'?",
        "quote.yaml:1:8: the quote that opens here is not closed. Close it.",
    ]


def test_no_broken_file_is_forgotten() -> None:
    """Each file of the folder is asked about."""
    names = {path.name for path in BROKEN.glob("*.yaml")}
    assert names == set(FAULTS) | LAID_UNDER | {"loop.yaml"}
