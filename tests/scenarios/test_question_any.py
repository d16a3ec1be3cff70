"""Whatever is asked: a what-if file that can be laid, or faults with places; never a crash."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.documents.questions import FORMS, HANDOVER, Form, links
from scheduler.errors import ScenarioError
from scheduler.scenarios.question import read_question
from tests.scenarios.asking import ASKED, BASE, CREW_6, posed
from tests.scenarios.world import HEAD

CHANGES = (
    CREW_6,
    "{change: flight, flight: soyuz-ms-24, earliest_launch: 2023-06-07}",
    "{change: flight, flight: crew-5, latest_undock: 2023-04-01, earliest_undock: 2023-02-01}",
)
BASE_TEXT = f"{HEAD}changes: [{', '.join(CHANGES)}]\n"
WEEK = posed({BASE: BASE_TEXT}, BASE)
FLIGHTS = [
    *("soyuz-ms-19", "soyuz-ms-22", "soyuz-ms-23", "soyuz-ms-24", "soyuz-ms-25", "soyuz-ms-26"),
    *("crew-5", "crew-6", "progress-ms-22", "Soyuz MS-24", "ms-22", "SpaceX Crew-6"),
]
PEOPLE = ["rubio", "Frank Rubio", "ohara", "dubrov", "kikina", "borisov", "novitsky", "rubbio"]
PORTS = ["harmony-forward", "Poisk zenith", "rassvet", "harmony", "poisk-zenith or rassvet-nadir"]
DAYS = [
    *("2023-01-10", "2023-01-11", "2023-01-12", "2023-03-01", "2023-08-23", "2023-12-30"),
    *("2023-12-31", "2024-02-29", "2023-02-29", "2199-12-31", "1957-01-01", "0000-00-00", "soon"),
]
KINDS = {"flight": FLIGHTS, "person": PEOPLE, "port": PORTS, "date": DAYS}
VERBS = links()
WORDS = [*VERBS, *{word for forms in VERBS.values() for word in forms}, HANDOVER, "direct"]
MANY = settings(max_examples=400, deadline=None, derandomize=True)


def options(form: Form) -> list[list[str]]:
    """List what may stand in each place of a form."""
    parts = form.pattern.split(" [")[0].split()
    return [KINDS.get(part.lower()) or part.split("|") for part in parts]


@st.composite
def clauses(draw: st.DrawFn) -> str:
    """Draw one form filled in, well or badly."""
    places = options(draw(st.sampled_from(FORMS)))
    return " ".join(draw(st.sampled_from(words)) for words in places)


def is_laid(question: str) -> bool:
    """Lay a question over the week, or see that each of its faults has a place and our words."""
    try:
        asked = read_question(question, WEEK, ["base.yaml"])
    except ScenarioError as error:
        see_places(question, error)
        return False
    problem = posed({BASE: BASE_TEXT, ASKED: asked.what_if}, ASKED)
    new = [one for one in asked.placed(problem, ASKED).demands if one not in WEEK.demands]
    assert all(one.at.startswith("question:") for one in new)
    assert read_question(asked.said, WEEK, ["base.yaml"]).said == asked.said
    return True


def see_places(question: str, error: ScenarioError) -> None:
    """Make sure that each fault stands in the question, and says what to give instead."""
    rows = question.split("\n")
    assert error.complaints
    for complaint in error.complaints:
        assert complaint.place == "question"
        assert 1 <= complaint.line <= len(rows)
        assert 1 <= complaint.column <= max(1, len(rows[complaint.line - 1]))
        assert complaint.text.endswith((".", "?"))


@MANY
@given(asked=st.lists(clauses(), min_size=1, max_size=3))
def test_forms_with_any_names_and_days(asked: list[str]) -> None:
    """What is not refused with its faults gives a what-if file without any."""
    is_laid(" and ".join(asked))


@MANY
@given(words=st.lists(st.sampled_from([*WORDS, *FLIGHTS, *PEOPLE, *PORTS, *DAYS, "and", "or"])))
def test_words_in_any_order(words: list[str]) -> None:
    """Known words in senseless order are told of in our own words."""
    is_laid(" ".join(words))


@MANY
@given(text=st.text(max_size=40))
def test_any_text(text: str) -> None:
    """Letters, marks and blanks of any kind never stop the reading."""
    assert not is_laid(text)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern)
def test_every_form_can_be_asked_here(form: Form) -> None:
    """The names and days above are such that each form is laid with some of them."""
    assert any(is_laid(" ".join(words)) for words in product(*options(form)))
