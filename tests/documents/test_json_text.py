"""The text of a document: for people to read, and JSON for any reader."""

from __future__ import annotations

import math

import pytest

from scheduler.documents.json_text import json_text


def test_a_document_is_written_for_people_too() -> None:
    """A line for each key, letters as they are, and an end to the last line."""
    written = json_text({"name": "Müller", "days": [1, None]})
    assert written == '{\n  "name": "Müller",\n  "days": [\n    1,\n    null\n  ]\n}\n'


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_what_json_does_not_know_is_not_written(number: float) -> None:
    """Other readers would refuse the whole document."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"days": number})
