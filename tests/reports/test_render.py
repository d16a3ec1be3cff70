"""One reporter per format, all behind one call."""

from __future__ import annotations

import json

import pytest

from scheduler.documents.run import document_text
from scheduler.reports import Context, Format, render
from scheduler.reports.render import REPORTERS
from tests.reports.example import make_run
from tests.reports.example_ships import make_context


def test_every_format_has_its_reporter() -> None:
    """No format can be asked for that nobody writes."""
    assert set(REPORTERS) == set(Format)


def test_text_is_the_default() -> None:
    """A run is shown as text for 80 columns without colour unless asked otherwise."""
    assert render(make_run(), make_context()) == (
        render(make_run(), make_context(), Format.TEXT, 80, colour=False)
    )


@pytest.mark.parametrize("colour", [False, True])
def test_json_is_the_run_document(colour: bool) -> None:
    """The JSON format is the run document, whatever width and colour."""
    text = render(make_run(), Context(), Format.JSON, 60, colour)
    assert text == document_text(make_run())
    assert json.loads(text)["schema"] == "rotation.run/1"
