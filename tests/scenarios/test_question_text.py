"""How a question is understood, and the what-if file that it becomes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scheduler.documents.yaml import read_yaml
from scheduler.scenarios.question import read_question
from scheduler.shelf import Shelf
from tests.scenarios.asking import ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Soyuz MS-24 launches by 2023-10-01", "soyuz-ms-24 launches by 2023-10-01"),
        ("soyuz ms 24 LAUNCHES By 2023-10-01?", "soyuz-ms-24 launches by 2023-10-01"),
        ("ms-24 launches by 2023-10-01.", "soyuz-ms-24 launches by 2023-10-01"),
        ("SpaceX Crew-5 lands on 2023-02-01 ?!", "crew-5 lands on 2023-02-01"),
        ("Rubio returns on Crew-5", "rubio returns on crew-5"),
        ("FRANK RUBIO returns on SPACEX CREW-5", "rubio returns on crew-5"),
        ("Loral O\u2019Hara flies on Soyuz MS-24", "ohara flies on soyuz-ms-24"),
        ("soyuz-ms-23 docks at Poisk Zenith", "soyuz-ms-23 docks at poisk-zenith"),
        ("soyuz-ms-23 docks at RASSVET", "soyuz-ms-23 docks at rassvet-nadir"),
        ("handover SpaceX Crew-5 SpaceX Crew-6 DIRECT", "handover crew-5 crew-6 direct"),
        ("handover Soyuz MS-22 soyuz-ms-23 indirect", "handover soyuz-ms-22 soyuz-ms-23 indirect"),
    ],
)
def test_public_names_stand_for_ids(question: str, said: str) -> None:
    """Capitals, hyphens and accents do not matter; the end of a name is enough where it is one."""
    assert ask(question).question.said == said


def test_the_what_if_file_can_be_kept() -> None:
    """It has the header of the problem, lies over its files, and says what was asked."""
    text = ask("Crew-6 flies empty and rubio returns by 2023-03-01").question.what_if
    assert text == (
        'title: "T"\n'
        "station: iss\n"
        "as_of: 2023-01-11\n"
        "until: 2023-12-31\n"
        'under: ["base.yaml"]\n'
        "changes:\n"
        "  - change: flight\n"
        "    flight: crew-6\n"
        "    uncrewed: required\n"
        '    why: "asked: crew-6 flies empty"\n'
        "  - change: flight\n"
        "    flight: crew-6\n"
        "    latest_launch: 2023-12-30\n"
        '    why: "asked: crew-6 flies empty"\n'
        "  - change: person\n"
        "    person: rubio\n"
        "    must_return_by: 2023-03-01\n"
        '    why: "asked: rubio returns by 2023-03-01"\n'
    )


@pytest.mark.parametrize("title", ['"', "a: b # c", "\x7f\u2028\x85é🚀", "null", "- \\n"])
def test_any_title_is_written_as_it_is(title: str) -> None:
    """Quotes, marks of YAML and letters of any kind are read back as they were."""
    problem = replace(ask("crew-5 undocks on 2023-02-01").base, title=title)
    question = read_question("crew-5 undocks on 2023-02-01", problem, [title])
    read = what_if_of(question.what_if)
    assert (read["title"], read["under"]) == (title, [title])


def what_if_of(text: str) -> dict[str, Any]:
    """Read a what-if file held in memory as plain data."""
    data = read_yaml(Path("asked.yaml"), shelf=Shelf({"asked.yaml": text}, has_disk=False)).data
    assert isinstance(data, dict)
    return data
