"""Reports look as they were last approved (tests/gold/README.md says how to approve)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scheduler.domain import Run
from scheduler.reports import Format, render
from tests.gold.compare import assert_gold
from tests.reports.example import make_run
from tests.reports.example_endings import (
    make_feasible_run,
    make_infeasible_run,
    make_quiet_run,
    make_undecided_run,
)
from tests.reports.example_ships import make_context

RUNS: dict[str, Callable[[], Run]] = {
    "ms-22": make_run,
    "as-published": make_quiet_run,
    "feasible": make_feasible_run,
    "infeasible": make_infeasible_run,
    "undecided": make_undecided_run,
}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", RUNS)
def test_report_looks_as_approved(name: str, width: int) -> None:
    """Every kind of ending is drawn as its gold file at both widths."""
    context = make_context(crews=name != "as-published")
    text = render(RUNS[name](), context, Format.TEXT, width)
    assert_gold(f"reports/{name}-{width}.txt", text)


def test_difference_is_told_and_kept(tmp_path: Path) -> None:
    """What differs from gold is shown, saved, and accepted by copying it."""
    gold, actual = tmp_path / "gold", tmp_path / "actual"
    with pytest.raises(AssertionError, match=r"\+drawn anew"):
        assert_gold("one.txt", "drawn anew\n", gold, actual)
    gold.mkdir()
    (gold / "one.txt").write_bytes((actual / "one.txt").read_bytes())
    assert_gold("one.txt", "drawn anew\n", gold, actual)
    assert not (actual / "one.txt").exists()
