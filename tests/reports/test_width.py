"""No line is ever wider than asked, whatever the names; colour is never needed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from scheduler.domain import Run
from scheduler.reports import Context, Format, render
from tests.reports.example import make_run
from tests.reports.example_endings import (
    make_feasible_run,
    make_infeasible_run,
    make_quiet_run,
    make_undecided_run,
)
from tests.reports.example_ships import AS_OF, PEOPLE, SHIPS, make_context

MAKERS = (make_run, make_quiet_run, make_feasible_run, make_infeasible_run, make_undecided_run)
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
CODES = re.compile(r"\x1b\[[0-9;]*m")


def check_lines(text: str, width: int) -> None:
    """Check what holds for every report: width, line ends, nothing that steers a terminal."""
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not STEERING.search(text)
    for line in text.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("make", MAKERS)
def test_every_width_from_60_to_200(make: Callable[[], Run]) -> None:
    """The reports of all endings keep to every width that can be read."""
    for width in range(60, 201):
        check_lines(render(make(), make_context(), Format.TEXT, width), width)


def test_less_than_60_is_drawn_as_60() -> None:
    """A terminal too narrow to read gets the narrowest report, not a broken one."""
    narrow, narrowest = (render(make_run(), make_context(), width=width) for width in (20, 60))
    assert narrow == narrowest


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(60, 200),
    days=st.integers(1, 3000),
    names=st.dictionaries(st.sampled_from([*PEOPLE, *SHIPS]), st.text(max_size=90)),
    title=st.text(max_size=150),
)
def test_any_name_and_horizon(width: int, days: int, names: dict[str, str], title: str) -> None:
    """Long names, names in wide letters, control characters and any horizon do no harm."""
    run = replace(make_run(), title=title, until=AS_OF + timedelta(days=days))
    context = Context(make_context().station, {**PEOPLE, **SHIPS, **names})
    check_lines(render(run, context, Format.TEXT, width), width)


def test_ids_stand_for_names() -> None:
    """Without station and names the report is drawn all the same, with ids."""
    text = render(make_run(), Context(), Format.TEXT, 80)
    check_lines(text, 80)
    assert "soyuz-ms-23 goes up empty" in text
    assert "rubio" in text


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("width", [80, 120])
def test_colour_adds_codes_and_nothing_else(make: Callable[[], Run], width: int) -> None:
    """Without its codes the coloured report is the plain one, so no meaning is lost."""
    plain, coloured = (
        render(make(), make_context(), Format.TEXT, width, colour) for colour in (False, True)
    )
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert CODES.sub("", coloured) == plain


def test_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour is the caller's choice; NO_COLOR and the terminal's width are not asked here."""
    before = render(make_run(), make_context(), width=80, colour=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "40", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert render(make_run(), make_context(), width=80, colour=True) == before
