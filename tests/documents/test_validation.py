"""Plain data against a model: every fault at its place, in our own words."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field

from scheduler.documents.fields import Count, Day, Id, OneOf, Strict, Text
from scheduler.documents.schema import json_schema
from scheduler.documents.suggestions import suggestion, unknown
from scheduler.documents.validation import validate
from scheduler.documents.yaml import parse_yaml


class Inner(Strict):
    """A part."""

    day: Day = Field(alias="from", description="The first day.")
    word: Annotated[str, OneOf("up", "down")] = Field(default="up", description="The way.")


class Outer(Strict):
    """A whole."""

    name: Text = Field(description="The name of it.")
    seats: Count | None = Field(default=None, description="The seats.")
    is_open: bool = Field(default=False, description="Whether it is open.")
    ids: list[Id] = Field(default=[], description="The ids.")
    part: Inner | None = Field(default=None, description="The part.")
    parts: dict[str, Inner] = Field(default={}, description="The parts by name.")


def told(text: str) -> list[str]:
    """Give the faults of a text as an ``Outer``, in the order of their places."""
    _, complaints = validate(Outer, parse_yaml(text, "f"))
    return [str(complaint) for complaint in sorted(complaints)]


def test_sound_data_become_a_value() -> None:
    """Nothing is complained of, and the keys of the file lead to the fields."""
    value, complaints = validate(Outer, parse_yaml("name: a\npart: {from: 2023-01-11}\n", "f"))
    assert complaints == []
    assert value is not None
    assert value.part is not None
    assert value.part.day.isoformat() == "2023-01-11"


def test_part_of_a_document_is_validated_in_its_place() -> None:
    """Steps lead to the part, and complaints to its lines."""
    document = parse_yaml("list:\n  - name: a\n    seats: -1\n", "f")
    value, complaints = validate(Outer, document, "list", 0)
    assert value is None
    assert [str(one) for one in complaints] == ["f:3:12: seats is -1. Give 0 or more."]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("seats: 1", "f:1:1: 'name' is missing. Give the name of it."),
        ("name: a\nnam: b", "f:2:1: no key 'nam'. Did you mean 'name'?"),
        (
            "name: a\nqqq: b",
            "f:2:1: no key 'qqq'. Give one of: ids, is_open, name, part, parts, seats.",
        ),
        ("name: 5", "f:1:7: name is 5. Give text, in quotes where it looks like a number."),
        ("name: ''", "f:1:7: name is ''. Give some text."),
        ("name: a\nseats: x", "f:2:8: seats is 'x'. Give a whole number."),
        ("name: a\nseats: 1.5", "f:2:8: seats is 1.5. Give a whole number."),
        ("name: a\nseats: true", "f:2:8: seats is true. Give a whole number."),
        ("name: a\nis_open: yes", "f:2:10: is_open is 'yes'. Give true or false."),
        ("name: a\nids: b", "f:2:6: ids is 'b'. Give a list, such as [a, b]."),
        (
            "name: a\nids: [b, C]",
            "f:2:10: item 2 of ids is 'C'. Give small letters and digits, joined by hyphens.",
        ),
        ("name: a\npart: b", "f:2:7: part is 'b'. Give keys with values."),
        ("name: a\npart: []", "f:2:7: part is empty. Give keys with values."),
        ("name: a\nparts: [b]", "f:2:8: parts is a list. Give keys with values."),
        ("name: a\npart: {}", "f:2:7: 'from' is missing. Give the first day."),
        (
            "name: a\npart: {from: 2023-02-30}",
            "f:2:14: from is '2023-02-30'. Give a day of the calendar, as YYYY-MM-DD.",
        ),
        (
            "name: a\npart: {from: 11 January}",
            "f:2:14: from is '11 January'. Give a day as YYYY-MM-DD.",
        ),
        (
            "name: a\npart: {from: 9999-12-31}",
            "f:2:14: from is '9999-12-31'. Give a day between 1957 and 2199.",
        ),
        (
            "name: a\nparts: {b: {from: 2023-01-11, word: dwon}}",
            "f:2:37: word is 'dwon'. Did you mean 'down'?",
        ),
        (
            "name: a\nparts: {b: {fro: 2023-01-11, from: 2023-01-11}}",
            "f:2:13: no key 'fro'. Did you mean 'from'?",
        ),
        (
            f"name: a\nseats: {'x' * 60}",
            f"f:2:8: seats is '{'x' * 39}…'. Give a whole number.",
        ),
    ],
)
def test_each_fault_is_told_in_our_words(text: str, fault: str) -> None:
    """One fault, one sentence: what is wrong with the value, and what to give instead."""
    assert told(text) == [fault]


def test_all_faults_are_told_at_once() -> None:
    """Nothing hides behind the first fault."""
    assert told("seats: two\npart: {from: soon, word: left}\n") == [
        "f:1:1: 'name' is missing. Give the name of it.",
        "f:1:8: seats is 'two'. Give a whole number.",
        "f:2:14: from is 'soon'. Give a day as YYYY-MM-DD.",
        "f:2:26: word is 'left'. Give one of: down, up.",
    ]


def test_what_could_not_be_read_is_complained_of_once() -> None:
    """An empty value is a fault of the file; that it is no number goes without saying."""
    document = parse_yaml("name: a\nseats:\n", "f")
    assert [fault.text for fault in document.faults] == [
        "'seats' has no value. Give one, or leave it out."
    ]
    assert validate(Outer, document)[1] == []


@pytest.mark.parametrize(
    ("name", "known", "answer"),
    [
        ("soyuz-ms-99", ["soyuz-ms-19", "crew-5"], "Did you mean 'soyuz-ms-19'?"),
        ("ROSCOSMOS", ["NASA", "Roscosmos"], "Did you mean 'Roscosmos'?"),
        ("x", ["beta", "alpha"], "Give one of: alpha, beta."),
        ("x", [], "There is none to give here."),
        ("x", [f"n{n:02}" for n in range(14)], "n10, n11 and 2 more."),
    ],
)
def test_suggestions(name: str, known: list[str], answer: str) -> None:
    """The nearest name, whatever its case; else all, unless they are many."""
    assert suggestion(name, known).endswith(answer)


def test_unknown_names_are_told_with_their_kind() -> None:
    """The sentence of the house."""
    assert unknown("flight", "soyuz-ms-99", ["soyuz-ms-19"]) == (
        "no flight 'soyuz-ms-99'. Did you mean 'soyuz-ms-19'?"
    )


def test_schema_of_a_model() -> None:
    """Editors see the keys of the file, the words that may stand, and no nulls."""
    schema = json_schema(Outer)
    assert schema["properties"]["seats"] == {
        "description": "The seats.",
        "minimum": 0,
        "type": "integer",
    }
    assert schema["$defs"]["Inner"]["properties"]["word"]["enum"] == ["up", "down"]
    assert schema["$defs"]["Inner"]["required"] == ["from"]
    assert schema["additionalProperties"] is False
