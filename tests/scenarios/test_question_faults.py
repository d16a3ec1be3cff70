"""Questions that cannot be asked: every fault at its column, with what to give instead."""

from __future__ import annotations

import pytest

from scheduler.errors import ScenarioError
from tests.scenarios.asking import ask, faults_in

VERBS = "docks, flies, handover, lands, launches, relocates, returns, stays, undocks"
FLIGHTS = "crew-5, crew-6, progress-ms-22, soyuz-ms-22, soyuz-ms-23, soyuz-ms-24"
PORTS = "harmony-forward, harmony-zenith, poisk-zenith, rassvet-nadir"
ANOTHER = "Ask about another flight."

WORDS = {
    "": ["1: nothing is asked. Give a question."],
    " ?": ["1: nothing is asked. Give a question."],
    "hello world": [f"1: no verb stands in 'hello world'. Give one of: {VERBS}."],
    "crew-5 undock by 2023-02-01": ["8: no verb 'undock'. Did you mean 'undocks'?"],
    "crew-5 undocks": [
        "8: something is missing after 'undocks'. Give one of: after, before, by, from, on."
    ],
    "undocks by 2023-02-01": ["1: nothing stands before 'undocks'. Give a flight."],
    "flies": [
        "1: nothing stands before 'flies'. Give a flight or person.",
        "1: something is missing after 'flies'. Give one of: crewed, empty, on.",
    ],
    "crew-6 flies crowded": ["14: 'crowded' cannot follow 'flies'. Did you mean 'crewed'?"],
    "crew-6 stays 2023-02-01": ["14: '2023-02-01' cannot follow 'stays'. Give one of: home."],
    "crew-6 stays home today": ["19: 'stays home' is whole without 'today'. Leave that out."],
    "crew-5 undocks befor 2023-02-31": [
        "16: 'befor' cannot follow 'undocks'. Did you mean 'before'?",
        "22: no day '2023-02-31'. Give a day of the calendar, as YYYY-MM-DD.",
    ],
    "crew-5 undocks by": ["16: a date is missing after 'undocks by'. Give one."],
    "crew-5 undocks by 1.2.2023": ["19: no day '1.2.2023'. Give a day as YYYY-MM-DD."],
    "crew-5 undocks by 1900-01-01": ["19: no day '1900-01-01'. Give a day between 1957 and 2199."],
    "crew-5 undocks by 2023-02-01 or later": [
        "30: 'or later' stands after the day. Leave it out, or join questions by and."
    ],
    "rubio returns on": ["15: a flight is missing after 'returns on'. Give one."],
    "soyuz-ms-23 docks at": ["19: a port is missing after 'docks at'. Give one."],
    "soyuz-ms-23 docks at rassvet or": ["19: a port is missing after 'docks at'. Give one."],
    "and crew-5 undocks by 2023-02-01": ["1: 'and' joins two questions. Give both."],
    "crew-5 undocks by 2023-02-01 and": ["30: 'and' joins two questions. Give both."],
    "handover": [
        "1: it is not said how. End in direct or indirect.",
        "1: two flights are wanted. Give the one that leaves, then the other.",
    ],
    "handover crew-5 crew-6": ["17: it is not said how. End in direct or indirect."],
    "handover crew-5 crew-6 indirekt": [
        "24: no kind of handover 'indirekt'. Did you mean 'indirect'?"
    ],
    "handovre crew-5 crew-6 direct": ["1: no verb 'handovre'. Did you mean 'handover'?"],
    "handover crew-5 direct": [
        "1: two flights are wanted. Give the one that leaves, then the other."
    ],
}
NAMES = {
    "soyuz-ms-32 launches by 2023-10-01": [
        "1: no flight 'soyuz-ms-32'. Did you mean 'soyuz-ms-24'?"
    ],
    "xyz launches by 2023-10-01": [f"1: no flight 'xyz'. Give one of: {FLIGHTS}."],
    "ms-22 lands on 2023-10-01": [
        "1: 'ms-22' may be progress-ms-22 or soyuz-ms-22. Give one of them."
    ],
    "Rubbio returns on crew5": [
        "1: no person 'Rubbio'. Did you mean 'rubio'?",
        "19: no flight 'crew5'. Did you mean 'crew-5'?",
    ],
    "Frank Rubbio returns on crew-5": ["1: no person 'Frank Rubbio'. Did you mean 'rubio'?"],
    "rubio returns on 2023-03-01": [f"18: no flight '2023-03-01'. Give one of: {FLIGHTS}."],
    "crew-6 docks at harmony or poisk-zenit": [
        "17: 'harmony' may be harmony-forward or harmony-zenith. Give one of them.",
        "28: no port 'poisk-zenit'. Did you mean 'poisk-zenith'?",
    ],
    "crew-6 docks at xyz": [f"17: no port 'xyz'. Give one of: {PORTS}."],
    "handover soyuz-ms-33 soyuz ms-24 direct": [
        "10: no flight 'soyuz-ms-33'. Did you mean 'soyuz-ms-23'?"
    ],
    "handover soyuz-ms-33 soyuz-ms-44 direct": [
        "10: no flight 'soyuz-ms-33'. Did you mean 'soyuz-ms-23'?",
        "22: no flight 'soyuz-ms-44'. Did you mean 'soyuz-ms-24'?",
    ],
}
WORLD = {
    "soyuz-ms-19 lands on 2023-03-01": [
        f"1: soyuz-ms-19 left the station on 2022-03-30. {ANOTHER}"
    ],
    "soyuz-ms-25 stays home": [
        f"1: soyuz-ms-25 is due on 2024-03-13, not before until (2023-12-31). {ANOTHER}"
    ],
    "crew-5 launches by 2023-02-01": [
        "1: crew-5 was launched on 2022-10-05, too late for that. Ask when it undocks or lands."
    ],
    "crew-5 docks on 2023-02-01": [
        "1: crew-5 was launched on 2022-10-05, too late for that. Ask when it undocks or lands."
    ],
    "crew-5 flies empty": [
        "1: crew-5 was launched on 2022-10-05, too late for that. Ask when it undocks or lands."
    ],
    "crew-5 stays home": [
        "1: crew-5 was launched on 2022-10-05, too late for that. Ask when it undocks or lands."
    ],
    "crew-5 docks at harmony-zenith": [
        "1: crew-5 docked on 2022-10-06. Ask on which day it relocates."
    ],
    "crew-6 docks at poisk-zenith or harmony-zenith or harmony-zenith": [
        "17: port 'poisk-zenith' takes no crew-dragon. Give one of: harmony-forward, "
        "harmony-zenith.",
        "51: 'harmony-zenith' stands here twice. Keep one.",
    ],
    "progress-ms-22 flies crewed": [
        f"1: progress-ms-22 is a progress-ms, which carries nobody. {ANOTHER}"
    ],
    "progress-ms-22 relocates on 2023-03-01": [
        f"1: progress-ms-22 is a progress-ms, which keeps its port. {ANOTHER}"
    ],
    "dubrov returns on progress-ms-22": [
        "1: dubrov is neither aboard nor due to fly before 2023-12-31. Ask about somebody else.",
        f"19: progress-ms-22 is a progress-ms, which carries nobody. {ANOTHER}",
    ],
    "rubio flies on soyuz-ms-23": [
        "1: rubio went up on soyuz-ms-22 already. Ask what they return on."
    ],
    "ohara flies on crew-5": [
        "16: crew-5 was launched on 2022-10-05, too late for that. Ask when it undocks or lands."
    ],
    "handover crew-6 crew-5 direct": [
        "10: crew-5 comes before crew-6. Give them the other way round."
    ],
    "handover crew-5 soyuz-ms-24 direct": [
        "10: soyuz-ms-24 does not relieve crew-5. Give soyuz-ms-23 or soyuz-ms-22."
    ],
    "handover soyuz-ms-19 progress-ms-22 direct": [
        f"10: soyuz-ms-19 left the station on 2022-03-30. {ANOTHER}",
        f"22: progress-ms-22 is a progress-ms, which carries nobody. {ANOTHER}",
    ],
    "handover crew-6 soyuz-ms-22 direct": [
        "17: soyuz-ms-22 relieves nobody who is still here. Give another flight."
    ],
}
DAYS = {
    "crew-5 undocks by 2023-01-10": [
        "19: 2023-01-10 is before as_of (2023-01-11). Give a later day."
    ],
    "crew-5 undocks before 2023-01-11": [
        "23: before 2023-01-11 comes to 2023-01-10, before as_of (2023-01-11). Give a later day."
    ],
    "crew-5 lands by 2023-01-11": [
        "17: by 2023-01-11 comes to 2023-01-10, before as_of (2023-01-11). Give a later day."
    ],
    "crew-6 docks from 2023-01-10": [
        "19: from 2023-01-10 comes to 2023-01-09, before as_of (2023-01-11). Give a later day."
    ],
    "soyuz-ms-24 launches on 2023-12-31": [
        "25: 2023-12-31 is not before until (2023-12-31). Give an earlier day."
    ],
    "soyuz-ms-24 launches by 2023-12-31": [
        "25: 2023-12-31 is not before until (2023-12-31). Give an earlier day."
    ],
    "crew-5 undocks after 2199-12-31": [
        "22: after 2199-12-31 comes to 2200-01-01, too far away. Give an earlier day."
    ],
    "rubio returns before 2023-01-11": [
        "22: before 2023-01-11 comes to 2023-01-10, before as_of (2023-01-11). Give a later day."
    ],
}
CLASHES = {
    "crew-6 launches by 2023-03-01 and crew-6 launches before 2023-04-01": [
        "35: 'crew-6 launches before 2023-04-01' and 'crew-6 launches by 2023-03-01' speak of "
        "one thing. Keep one of the two."
    ],
    "rubio returns on crew-6 and rubio returns on crew-6": [
        "29: 'rubio returns on crew-6' and 'rubio returns on crew-6' speak of one thing. "
        "Keep one of the two."
    ],
    "crew-6 flies crewed and crew-6 stays home": [
        "1: 'crew-6 flies crewed' cannot be where crew-6 stays home. Keep one of the two."
    ],
    "crew-6 stays home and handover crew-5 crew-6 direct and rubio returns on crew-6": [
        "23: 'handover crew-5 crew-6 direct' cannot be where crew-6 stays home. "
        "Keep one of the two.",
        "57: 'rubio returns on crew-6' cannot be where crew-6 stays home. Keep one of the two.",
    ],
}
FAULTS = {**WORDS, **NAMES, **WORLD, **DAYS, **CLASHES}


@pytest.mark.parametrize("question", FAULTS)
def test_every_fault_is_told_at_its_place(question: str) -> None:
    """Each with its column, counted by hand, and what to give instead."""
    assert faults_in(question) == FAULTS[question]


def test_faults_of_all_clauses_are_told_at_once() -> None:
    """One clause that cannot be read does not hide what is wrong with another."""
    question = "crew-7 lunches by 2023-02-30 and rubbio returns by soon and crew-5 stays home"
    assert faults_in(question) == [
        "1: no flight 'crew-7'. Did you mean 'crew-6'?",
        "8: no verb 'lunches'. Did you mean 'launches'?",
        "19: no day '2023-02-30'. Give a day of the calendar, as YYYY-MM-DD.",
        "34: no person 'rubbio'. Did you mean 'rubio'?",
        "52: no day 'soon'. Give a day as YYYY-MM-DD.",
        "61: crew-5 was launched on 2022-10-05, too late for that. Ask when it undocks or lands.",
    ]


def test_a_fault_says_where_it_stands() -> None:
    """The place names the question, its line and its column."""
    with pytest.raises(ScenarioError) as caught:
        ask("crew-5 undocks by 2023-02-01 and\n  rubbio returns on crew-5")
    assert str(caught.value) == "question:2:3: no person 'rubbio'. Did you mean 'rubio'?"


def test_a_flight_that_the_file_cancels_cannot_be_asked_about() -> None:
    """It does not fly, so nothing of it is decided."""
    cancelled = "{change: cancel-flight, flight: soyuz-ms-24}"
    assert faults_in("soyuz-ms-24 launches by 2023-10-01", cancelled) == [
        f"1: soyuz-ms-24 does not fly. {ANOTHER}"
    ]
