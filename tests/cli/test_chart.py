"""``rotation chart``: from a what-if, a run document or a kept run to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.small_world import FACTS, planned, small
from tests.command import Answer, rotation


def chart(asked: str | Path, output: Path, *words: str | Path) -> Answer:
    """Chart something of the small world, on a fixed day."""
    return rotation("chart", asked, "-o", output, "--today", "2023-06-01", *words)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the run document of the small leak."""
    path = tmp_path_factory.mktemp("chart") / "leak.json"
    path.write_text(planned("leak", "--json", "--no-save").out, "utf-8")
    return path


@pytest.mark.parametrize(
    ("ending", "start"),
    [("html", b"<!DOCTYPE html>"), ("svg", b"<svg "), ("png", b"\x89PNG"), ("pdf", b"%PDF-")],
)
def test_a_run_document_is_drawn_in_each_format(
    document: Path, tmp_path: Path, ending: str, start: bytes
) -> None:
    """The ending chooses; the path and the size of the file are told."""
    output = tmp_path / f"leak.{ending}"
    answer = chart(document, output)
    assert (answer.status, answer.err) == (0, "")
    assert output.read_bytes().startswith(start)
    assert answer.out.startswith(f"{output}: ")
    assert answer.out.endswith(" kB\n")


def test_a_what_if_is_planned_first(tmp_path: Path) -> None:
    """Progress goes to standard error, and nothing is kept."""
    output = tmp_path / "leak.svg"
    answer = chart(small("leak"), output, "--facts", FACTS)
    assert answer.status == 0
    assert "proved" in answer.err
    assert output.is_file()
    assert "No runs are stored" in rotation("runs").out


def test_a_kept_run_is_drawn_as_its_document_is(document: Path, tmp_path: Path) -> None:
    """By its id, from the inputs kept with it."""
    run = planned("leak", "--json").json["run"]
    outputs = [tmp_path / "kept.svg", tmp_path / "document.svg"]
    assert [chart(one, out).status for one, out in zip((run, document), outputs, strict=True)] == [
        0,
        0,
    ]
    assert outputs[0].read_bytes() == outputs[1].read_bytes()


@pytest.mark.parametrize("other", ["published", "plain"])
def test_another_plan_stands_behind(document: Path, tmp_path: Path, other: str) -> None:
    """The published one by that word, or any other run or what-if."""
    output = tmp_path / "against.svg"
    against = other if other == "published" else small(other)
    answer = chart(document, output, "--against", against, "--facts", FACTS)
    assert answer.status == 0
    assert ", against " in output.read_text("utf-8")
    assert 'class="ghost"' in output.read_text("utf-8")


def test_a_sheet_is_higher_than_a_slide(document: Path, tmp_path: Path) -> None:
    """A3 is 1 to the root of 2."""
    output = tmp_path / "sheet.svg"
    assert chart(document, output, "--size", "a3").status == 0
    assert 'viewBox="0 0 1600 1131"' in output.read_text("utf-8")


def test_today_has_its_line(document: Path, tmp_path: Path) -> None:
    """On the day that is given, where the chart shows it."""
    output = tmp_path / "today.svg"
    assert chart(document, output).status == 0
    assert "today 2023-06-01" in output.read_text("utf-8")


def test_an_older_chart_is_replaced(document: Path, tmp_path: Path) -> None:
    """Charts are drawn again and again."""
    output = tmp_path / "again.svg"
    output.write_text("older", "utf-8")
    assert chart(document, output).status == 0
    assert output.read_text("utf-8").startswith("<svg")
    assert [path.name for path in tmp_path.iterdir()] == ["again.svg"]


def test_without_a_plan_there_is_no_chart(tmp_path: Path) -> None:
    """The verdict is told, and its status is that of planning."""
    output = tmp_path / "none.svg"
    answer = chart(small("too-late"), output, "--facts", FACTS)
    assert answer.status == 3
    assert "there is no plan to draw, it is infeasible. Ask rotation explain why." in answer.err
    assert not output.exists()


@pytest.mark.parametrize(
    ("output", "told"),
    [
        pytest.param("chart.gif", "no chart is drawn as '.gif'. Give a name", id="format"),
        pytest.param("nowhere/chart.svg", "there is no folder", id="folder"),
    ],
)
def test_a_wrong_output_is_told_before_anything_is_planned(
    tmp_path: Path, output: str, told: str
) -> None:
    """With the exit status of wrong input."""
    answer = chart(small("leak"), tmp_path / output, "--facts", FACTS)
    assert answer.status == 2
    assert told in answer.err
    assert "proved" not in answer.err


def test_a_file_that_cannot_be_written_is_told(document: Path, tmp_path: Path) -> None:
    """A folder of that name, for one."""
    (tmp_path / "chart.svg").mkdir()
    answer = chart(document, tmp_path / "chart.svg")
    assert answer.status == 2
    assert "cannot be written" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["chart.svg"]


def test_a_run_whose_facts_are_gone_is_told(document: Path, tmp_path: Path) -> None:
    """What it was made from is drawn, too, so ids alone are not enough."""
    moved = tmp_path / "moved.json"
    names = document.read_text("utf-8").replace("/small/", "/gone/")
    moved.write_text(names, "utf-8")
    answer = chart(moved, tmp_path / "a.svg")
    assert (answer.status, answer.out) == (2, "")
    assert "which is not there. Give it with --" in answer.err


def test_a_run_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A file by its path, an id as any other command does."""
    for name in ("none.json", "none.yaml"):
        answer = chart(tmp_path / name, tmp_path / "a.svg")
        assert answer.status == 2
        assert f"{name}: there is no such file. Give the path of a " in answer.err
