"""What stays of the week: its runs, listed side by side, each as it was."""

from __future__ import annotations

import pytest

from tests.acceptance.planned import LEAK, Week
from tests.command import rotation

pytestmark = pytest.mark.slow


def test_september_and_june_are_listed_side_by_side(week: Week) -> None:
    """``rotation runs`` shows both answers to the leak, with what each does to the goals.

    September: 24 days moved, 183 of extension; June: 323 and 78 (see the tests of each).
    """
    september, june = week.planned(LEAK), week.planned("ms-24-in-june")
    told = " ".join(rotation("runs", "--database", week.planned(LEAK).database).out.split())
    for planned in (september, june):
        assert planned.document["run"] in told
        assert planned.document["title"] in told
    assert "change 1/3/24, handover 0/0, extension 183/549" in told
    assert "handover 0/0, extension 78/234, change 1/3/323" in told


def test_the_document_is_kept_to_the_byte(week: Week) -> None:
    """What the first process printed is what another one finds."""
    leak = week.planned(LEAK)
    answer = rotation("runs", "json", leak.document["run"], "--database", leak.database)
    assert answer.out == leak.answer.out


def test_each_run_is_shown_again(week: Week) -> None:
    """From the inputs kept with it, by the beginning of its id."""
    leak = week.planned(LEAK)
    run = leak.document["run"]
    answer = rotation("runs", "show", run[:19], "--database", leak.database)
    assert answer.status == 0
    assert f"Run {run}," in answer.out
    assert answer.out == leak.text
