"""The report for people, as a terminal and a pipe get it: narrow, wide, without colour."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.acceptance.planned import LEAK, Planned, Week

pytestmark = pytest.mark.slow

SECTIONS = [
    "So what happens?",
    "Ports:",
    "People:",
    "Flights",
    "Stays:",
    "Seats:",
    "Handovers",
    "Waivers",
    "Life:",
    "Goals:",
    "Findings",
]


@pytest.fixture(scope="module")
def leak(week: Week) -> Planned:
    """Give the plan of the leak."""
    return week.planned(LEAK)


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal(leak: Planned, columns: int) -> None:
    """The report keeps to the columns that it is given, and ends no line in blanks."""
    lines = leak.piped(COLUMNS=str(columns)).out.splitlines()
    assert max(map(cell_len, lines)) <= columns
    assert max(map(cell_len, lines)) > columns - 10  # it uses them, too
    assert [line for line in lines if line != line.rstrip()] == []


def test_every_section_stands_in_its_place(leak: Planned) -> None:
    """From the answer to the proof, all that the issue asks for, each once."""
    lines = leak.text.splitlines()
    places = [[n for n, line in enumerate(lines) if line.startswith(name)] for name in SECTIONS]
    assert [len(found) for found in places] == [1] * len(SECTIONS)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        pytest.param((), {}, id="pipe"),
        pytest.param(("--no-colour",), {}, id="no-colour"),
        pytest.param((), {"NO_COLOR": "1"}, id="no-color-variable"),
        pytest.param((), {"TERM": "dumb"}, id="dumb"),
    ],
)
def test_no_escape_codes(
    leak: Planned, words: tuple[str, ...], environment: dict[str, str]
) -> None:
    """A pipe gets plain text, and so does whoever asks for it."""
    answer = leak.piped(*words, **environment)
    assert answer.status == 0
    assert "\x1b" not in answer.out
    assert answer.err == ""


def test_colour_can_be_asked_for(leak: Planned) -> None:
    """In colour it says the same words."""
    answer = leak.piped("--colour")
    assert "\x1b[" in answer.out
    assert _plain(answer.out) == leak.text


def test_the_short_answer_says_what_happens(leak: Planned) -> None:
    """One paragraph: the empty ship, the long stay, the chain, the seats, the waiver."""
    lines = leak.text.splitlines()
    start = lines.index("So what happens?") + 1
    told = " ".join(" ".join(lines[start : lines.index("", start)]).split())
    assert "Soyuz MS-23 goes up empty on 2023-02-20, 24 days earlier than published." in told
    assert "Soyuz MS-22 lands empty on 2023-03-28, the published day." in told
    assert "stay 371 days instead of 188, 183 more than published" in told
    assert "go up on Soyuz MS-24 (2023-09-15) instead of Soyuz MS-23" in told
    assert "without a certified seat of their own, 2023-01-11 to 2023-02-23" in told


def test_who_could_come_home_on_what(leak: Planned) -> None:
    """The seats are told by person, ship, grade and days, the last day included."""
    told = [" ".join(line.split()) for line in leak.text.splitlines()]
    assert "Soyuz MS-23 G0 2023-02-24 2023-09-26 215" in told
    assert any(line.endswith("Soyuz MS-22 G3 2023-01-11 2023-02-23 44") for line in told)
    assert any(line.endswith("SpaceX Crew-5 G2 2023-01-13 2023-02-23 42") for line in told)


def _plain(text: str) -> str:
    """Take the escape codes out."""
    first, *others = text.split("\x1b[")
    return first + "".join(part.split("m", 1)[1] for part in others)
