"""The bench of starts: its sums and its table on made-up measurements; no time is asserted."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from scripts.bench import starts, telling
from scripts.bench.__main__ import main
from scripts.bench.starts import Planned, Report, Start

BENCH = Path(starts.__file__).parent
QUIET = {
    "cores": 2,
    "system": "Linux x86_64",
    "python": "3.11.7",
    "ortools": "9.15.6755",
    "load": 0.1,
}


def run_of(total_s: float, solving_s: float, verdict: str = "optimal", proved: int = 8) -> Planned:
    """Make a run of ``rotation plan`` with eight goals."""
    return Planned(total_s, solving_s, verdict, proved, 8)


def report_of(
    load: float | None = 0.1,
    what_ifs: Mapping[str, Sequence[Planned]] | None = None,
    helps_s: Sequence[float] = (0.1, 0.1, 0.2),
) -> Report:
    """Make a report of three repetitions, cold twice as slow as warm."""
    warm = Start([run_of(4, 2), run_of(4, 3), run_of(8, 3)], helps_s, [0.02, 0.01, 0.02], [1] * 3)
    cold = Start(
        [run_of(8, 2), run_of(8, 3), run_of(16, 3)], [0.4, 0.4, 0.5], [0.04, 0.02, 0.05], [2] * 3
    )
    return Report(QUIET | {"load": load}, 3, cold, warm, what_ifs or {"leak.yaml": warm.plans})


def line_with(text: str, start: str) -> str:
    """Find the one line that begins so; runs of blanks become one."""
    [line] = [line for line in text.splitlines() if line.startswith(start)]
    return " ".join(line.split())


# --- sums --------------------------------------------------------------------------------------


def test_ratio_is_taken_within_each_repetition() -> None:
    """A slow moment falls on both sides of a ratio, so medians are not divided by medians."""
    warm = report_of().warm
    assert starts.solving_shares(warm) == [2 / 4, 3 / 4, 3 / 8]
    assert starts.help_ratios(warm) == [5, 10, 10]  # 0.1 / 0.02, 0.1 / 0.01, 0.2 / 0.02
    assert starts.whole_ratios(warm) == [3 / 2, 1, 7 / 3]  # (4 - 1) / 2, (4 - 1) / 3, (8 - 1) / 3


def test_sides_of_unequal_length_are_refused() -> None:
    """A lost measurement is no ratio with its neighbour's."""
    with pytest.raises(ValueError, match="shorter"):
        starts.ratios([1.0, 2.0], [1.0])


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param([2.0], "2.00", id="one-stands-alone"),
        pytest.param([3.0, 1.0, 2.0], "2.00 (1.00 to 3.00)", id="odd"),
        pytest.param([4.0, 1.0, 2.0, 3.0], "2.50 (1.00 to 4.00)", id="even"),
    ],
)
def test_spread_is_median_least_and_most(values: list[float], told: str) -> None:
    """The order of the repetitions does not matter."""
    assert telling.spread(values) == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param([2.0, 9.99, 1.0], "2.00 (1.00 to 9.99)", id="below-ten"),
        pytest.param([2.0, 99.0, 1.0], "2.0 (1.0 to 99.0)", id="below-a-hundred"),
        pytest.param([2.0, 100.0, 1.0], "2 (1 to 100)", id="beyond"),
    ],
)
def test_brief_spread_has_places_for_its_largest_figure(values: list[float], told: str) -> None:
    """All three figures are written alike."""
    assert telling.brief(values) == told


@pytest.mark.parametrize(
    ("values", "word"),
    [
        pytest.param([2.9, 3.0, 9.0], "kept", id="median-exactly-at-the-bound"),
        pytest.param([0.1, 3.1, 3.1], "over", id="median-over"),
    ],
)
def test_bound_is_held_by_the_median(values: list[float], word: str) -> None:
    """One slow repetition does not break a bound, one quick one does not keep it."""
    assert telling.held(values, 3.0) == word


def test_run_document_is_read_as_it_is_written() -> None:
    """Proved goals are counted; the time is CP-SAT's own."""
    document = {
        "verdict": "feasible",
        "solver": {"seconds": 1.5},
        "goals": [{"goal": "seats", "proved": True}, {"goal": "staffing", "proved": False}],
    }
    assert starts.planned(4.0, document) == Planned(4.0, 1.5, "feasible", 1, 2)


# --- table -------------------------------------------------------------------------------------


def test_ratios_stand_in_the_table_cold_beside_warm() -> None:
    """Each row holds the cold median with its spread, then the warm one."""
    text = starts.text_of(report_of())
    share = line_with(text, "CP-SAT / all of rotation plan")
    assert share.endswith("plan 0.25 (0.19 to 0.38) 0.50 (0.38 to 0.75)")  # 2/8, 3/16, 3/8
    whole = line_with(text, "(plan - import floor) / CP-SAT ")
    assert whole.endswith("CP-SAT 3.00 (2.00 to 4.67) 1.50 (1.00 to 2.33)")  # 6/2, 14/3, 3/2, 7/3
    assert line_with(text, "(plan - import floor) / CP-SAT,").endswith("<= 1.25: over")
    helps = line_with(text, "rotation --help / python -c pass")
    assert helps.endswith("10.00 (5.00 to 10.00)")


def test_every_what_if_has_its_line() -> None:
    """Solving time, bound, verdict and proofs, one line a what-if."""
    what_ifs = {"june.yaml": [run_of(5, 1)], "late.yaml": [run_of(9, 8, "feasible", 3)]}
    text = starts.text_of(report_of(what_ifs=what_ifs))
    assert line_with(text, "june.yaml") == "june.yaml 1.00 kept optimal 8 of 8"
    assert line_with(text, "late.yaml") == "late.yaml 8.00 over feasible 3 of 8"


def test_repetitions_that_end_differently_are_told() -> None:
    """A verdict that comes and goes is not hidden behind a median."""
    runs = [run_of(5, 2), run_of(9, 8, "feasible", 3)]
    line = starts.what_if_line("leak.yaml", runs)
    assert "feasible/optimal" in line
    assert line.endswith("3 of 8")


@pytest.mark.parametrize(
    ("load", "is_told"),
    [(0.1, False), (0.5, False), (1.2, True), (None, False)],
    ids=["idle", "at-the-limit", "busy", "not-known"],
)
def test_busy_machine_is_warned_of(load: float | None, is_told: bool) -> None:
    """Seconds of a busy machine are not held against a bound without a word."""
    assert ("WARNING: the machine was busy" in starts.text_of(report_of(load))) is is_told


def test_help_is_held_against_its_bound() -> None:
    """The last line says whether ``--help`` is quick enough."""
    assert starts.text_of(report_of()).endswith("<= 0.15 s: kept")
    assert starts.text_of(report_of(helps_s=[0.2, 0.2, 0.2])).endswith("<= 0.15 s: over")


def test_table_fits_a_terminal_of_100_columns() -> None:
    """Long names and wide spreads do not break lines."""
    slow = [run_of(99, 88.88), run_of(99, 77.77)]
    text = starts.text_of(report_of(what_ifs={"ms-23-two-weeks-late.yaml": slow}))
    assert max(map(len, text.splitlines())) <= 100


def test_document_holds_every_measurement() -> None:
    """The JSON is whole, so that two machines can be set side by side later."""
    document = json.loads(json.dumps(starts.document_of(report_of())))
    assert document["schema"] == "rotation.bench/1"
    assert document["ratios"]["warm"]["solving_share"] == [0.5, 0.75, 0.375]
    assert document["cold"]["plans"][2]["total_s"] == 16
    assert document["machine"] == QUIET
    assert [run["verdict"] for run in document["what_ifs"]["leak.yaml"]] == ["optimal"] * 3


# --- measuring ---------------------------------------------------------------------------------


def test_warm_start_keeps_compiled_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that forbids bytecode would make every start a cold one."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", "/elsewhere")
    warm = starts.environment(None)
    assert not {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"} & warm.keys()


def test_cold_start_finds_and_leaves_nothing(tmp_path: Path) -> None:
    """A child of a cold start neither reads compiled files nor writes any."""
    _, told = starts.timed(
        [sys.executable, "-c", "import json, sys; print(json.__cached__, sys.dont_write_bytecode)"],
        starts.environment(tmp_path),
    )
    place, is_silent = told.split()
    assert place.startswith(str(tmp_path))
    assert is_silent == "True"
    assert list(tmp_path.iterdir()) == []


def test_program_that_fails_is_shown_with_its_words() -> None:
    """A crash is no measurement."""
    crash = "import sys; sys.exit('no such ship')"
    with pytest.raises(SystemExit, match="ended with 1:\nno such ship"):
        starts.timed([sys.executable, "-c", crash], starts.environment(None))


def test_repetitions_below_one_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing can be said of no measurement."""
    with pytest.raises(SystemExit, match="2"):
        main(["--repeat", "0"])
    assert "--repeat is 0. Give 1 or more." in capsys.readouterr().err


@pytest.mark.slow
def test_quick_benchmark_runs_end_to_end(tmp_path: Path) -> None:
    """Once over everything that is measured, with real processes."""
    file = tmp_path / "bench.json"
    done = subprocess.run(
        [sys.executable, BENCH, "--only", "starts", "--quick", "--json", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert line_with(done.stdout, "CP-SAT / all of rotation plan")
    document = json.loads(file.read_text("utf-8"))
    assert list(document["what_ifs"]) == [starts.FIRST]
    assert len(document["warm"]["plans"]) == 1
