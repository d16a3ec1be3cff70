"""The language of questions as it is told: its forms, their examples, and what help prints."""

from __future__ import annotations

import subprocess
import sys

import pytest

from scheduler.documents.questions import FORMS, WIDTH, Form, grammar, links
from scheduler.domain import Problem
from scheduler.paths import PROJECT
from scheduler.planning import read_case
from scheduler.scenarios.question import read_question

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern)


@pytest.fixture(scope="module")
def leak_week() -> Problem:
    """Give the shipped week of the leak, about which the examples ask."""
    return read_case(PROJECT / "config" / "what-if" / "ms-22-leak.yaml").problem


@each_form
def test_example_can_be_asked_as_it_stands(form: Form, leak_week: Problem) -> None:
    """It is a sound question about the shipped week, in the words of the language."""
    assert read_question(form.example, leak_week, ["ms-22-leak.yaml"]).said == form.example


@each_form
def test_example_is_one_of_its_form(form: Form) -> None:
    """Small words of the pattern stand in the example where the pattern has them."""
    pattern = form.pattern.split(" [")[0].split()
    for part, word in zip(pattern, form.example.split(), strict=False):
        assert part.isupper() or word in part.split("|")


@each_form
def test_form_is_told_in_full(form: Form) -> None:
    """Its meaning is a sentence; pattern and example stand on lines of their own."""
    assert form.meaning.endswith(".")
    lines = grammar().splitlines()
    assert form.pattern in lines
    assert f"    > {form.example}" in lines


def test_grammar_fits_a_terminal() -> None:
    """No line is too long for help on 80 columns, and none ends in blanks."""
    for line in grammar().splitlines():
        assert len(line) <= WIDTH
        assert line == line.rstrip()


def test_links_are_those_of_the_forms() -> None:
    """Each verb goes with its own link words; one verb may have several kinds of subject."""
    words = {verb: sorted(forms) for verb, forms in links().items()}
    bounds = ["after", "before", "by", "from", "on"]
    assert words == {
        "launches": bounds,
        "docks": sorted([*bounds, "at"]),
        "undocks": bounds,
        "lands": bounds,
        "relocates": ["on"],
        "flies": ["crewed", "empty", "on"],
        "stays": ["home"],
        "returns": ["before", "by", "on"],
    }
    assert {one.subject for one in links()["flies"].values()} == {"flight", "person"}


def test_help_needs_no_heavy_library() -> None:
    """The language can be printed without reading models, solver or database being loaded."""
    heavy = {"ortools", "pydantic", "sqlalchemy", "yaml"}
    code = "import scheduler.documents.questions as q, sys; q.grammar(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert heavy.isdisjoint(loaded.stdout.split())
