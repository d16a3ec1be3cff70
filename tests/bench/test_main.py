"""The bench as one command: which parts it runs, and where it writes what it measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.bench import __main__ as bench
from scripts.bench import growth, planning, solving
from scripts.bench.growth import Growth
from scripts.bench.solving import Solved
from tests.bench.measurements import goal, measured, searched

FOUND = [measured(searched(goal("seats", 1.0, ("G4", 0, 0))))]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object, int]]:
    """Measure nothing; note what was to be measured, and how often."""
    notes: list[tuple[str, object, int]] = []

    def grow(what: growth.Asked, repeat: int) -> Growth:
        notes.append(("growth", what, repeat))
        return Growth(60.0, {"replanning": FOUND}, ())

    def solve(what: solving.Asked, repeat: int) -> Solved:
        notes.append(("worlds", what, repeat))
        return Solved(60.0, FOUND, [])

    monkeypatch.setattr(growth, "measure", grow)
    monkeypatch.setattr(solving, "measure", solve)
    return notes


def test_growth_is_printed_and_written_where_it_is_asked_for(
    asked: list[tuple[str, object, int]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tables on standard output, measurements as JSON, the plot as SVG; folders are made."""
    json_file, plot_file = tmp_path / "made" / "bench.json", tmp_path / "also" / "growth.svg"
    files = ["--json", str(json_file), "--plot", str(plot_file)]
    assert bench.main(["--only", "growth", *files]) == 0
    assert asked == [("growth", growth.WHOLE, 5)]
    told = capsys.readouterr().out
    assert "exponent of the first plan, replanning" in told
    assert f"Written: {json_file}" in told
    assert f"Written: {plot_file}" in told
    assert plot_file.read_text("utf-8").startswith("<svg")
    document = json.loads(json_file.read_text("utf-8"))
    assert document["growth"]["families"]["replanning"][0]["watched"]["search_s"] == 4.0
    assert document["machine"]["cores"] >= 1


def test_files_have_a_place_when_none_is_asked_for(
    asked: list[tuple[str, object, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is one that git ignores."""
    assert bench.FOLDER.name == ".bench"
    assert ".bench/" in (bench.FOLDER.parent / ".gitignore").read_text("utf-8").splitlines()
    monkeypatch.setattr(bench, "FOLDER", tmp_path)
    bench.main(["--only", "growth", "--quick"])
    assert asked == [("growth", growth.QUICK, 1)]
    assert {file.name for file in tmp_path.iterdir()} == {"bench.json", "growth.svg"}


def test_worlds_are_measured_with_as_many_seeds_as_asked(
    asked: list[tuple[str, object, int]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No plot is made where no growth was measured."""
    bench.main(["--only", "worlds", "--repeat", "7", "--json", str(tmp_path / "bench.json")])
    assert asked == [("worlds", solving.WHOLE, 7)]
    assert "slip plain, 2 lines, 12 crewed" in capsys.readouterr().out
    assert [file.name for file in tmp_path.iterdir()] == ["bench.json"]


@pytest.mark.parametrize(
    ("options", "limit_s"), [([], 60.0), (["--limit", "20"], 20.0), (["--quick"], 10.0)]
)
def test_peers_plan_within_the_limit_that_is_asked_for(
    options: list[str], limit_s: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A minute each by default; every shipped case is among what they are asked."""
    notes: list[planning.Asked] = []

    def plan(what: planning.Asked, _repeat: int) -> planning.Plans:
        notes.append(what)
        return planning.Plans(what.limit_s, [])

    monkeypatch.setattr(planning, "measure", plan)
    bench.main(["--only", "plan", *options, "--json", str(tmp_path / "bench.json")])
    assert [what.limit_s for what in notes] == [limit_s]
    names = {case.name for what in notes for case in what.cases}
    assert ({"ms-22-leak", "columbia-2003"} <= names) is ("--quick" not in options)


def test_no_time_for_peers_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The message says what to give instead."""
    with pytest.raises(SystemExit) as stopped:
        bench.main(["--only", "plan", "--limit", "0"])
    assert stopped.value.code == 2
    assert "--limit is 0. Give more than 0 seconds." in capsys.readouterr().err
