"""Cases: read from files, from a run's own files, from the texts kept with a run."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain import Inputs, Run
from scheduler.errors import InputError
from scheduler.planning import Case, case_of_run, case_of_texts, read_case
from scheduler.planning.case import files_of
from tests.cli.small_world import FACTS, SMALL, small
from tests.command import ROOT


def test_a_case_names_every_file_once(leak: Case) -> None:
    """The what-if first, those under it, the facts, the station last."""
    small_files = [f"tests/cli/small/{name}.yaml" for name in ("leak", "plain")]
    assert leak.inputs.files[:2] == tuple(small_files)
    assert leak.inputs.files[2] == "tests/cli/small/facts/people.csv"
    assert leak.inputs.files[-1] == "config/stations/iss.yaml"
    assert set(leak.inputs.texts) == set(leak.inputs.files)
    assert set(leak.fact_texts) == {name for name in leak.inputs.files if name.endswith(".csv")}


def test_the_working_directory_does_not_count(
    leak: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From elsewhere the same files make the same inputs, names included."""
    monkeypatch.chdir(tmp_path)
    elsewhere = read_case(small("leak"), FACTS)
    assert elsewhere.inputs == leak.inputs
    assert list(elsewhere.inputs.files) == list(leak.inputs.files)


def test_files_outside_the_project_are_named_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below it the short way; where one of them is not, all in full."""
    shutil.copytree(SMALL, tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    inside = read_case(Path("mine/leak.yaml"), Path("mine/facts"))
    assert inside.inputs.files[:2] == ("mine/leak.yaml", "mine/plain.yaml")
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    outside = read_case(Path("../mine/leak.yaml"), FACTS)
    assert outside.inputs.files[:2] == (f"{tmp_path}/mine/leak.yaml", f"{tmp_path}/mine/plain.yaml")


@pytest.mark.parametrize("name", ["../mine/top.yaml", "mine/top.yaml", "{}/mine/top.yaml"])
def test_kept_texts_are_read_again_however_they_were_named(
    name: str, leak_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a file lies under another from a folder above it; then the files may go."""
    shutil.copytree(SMALL, tmp_path / "mine")
    (tmp_path / "base").mkdir()
    shutil.move(tmp_path / "mine" / "plain.yaml", tmp_path / "base" / "plain.yaml")
    text = (tmp_path / "mine" / "leak.yaml").read_text("utf-8")
    top = text.replace("under: [plain.yaml]", "under: [../base/plain.yaml]")
    (tmp_path / "mine" / "top.yaml").write_text(top, "utf-8")
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / ("deep" if name.startswith("..") else "."))
    case = read_case(Path(name.format(tmp_path)), FACTS)
    run = replace(leak_run, inputs=case.inputs)
    shutil.rmtree(tmp_path / "mine")
    shutil.rmtree(tmp_path / "base")
    again = case_of_texts(run, case.inputs.texts)
    assert again.inputs.fingerprint == case.inputs.fingerprint
    named = [span.at for span in again.problem.health_spans]
    assert named == [f"{case.inputs.files[0]}:9"]
    assert (again.problem.as_of, again.problem.until) == (case.problem.as_of, case.problem.until)


def test_texts_are_laid_out_inside_their_folder() -> None:
    """No name leads out of it, whatever a document claims."""
    names = ("../../up.yaml", "/etc/passwd", "a/../../b.csv", "plain.yaml")
    with files_of(dict.fromkeys(names, "text\r\n")) as paths:
        root = Path(paths["plain.yaml"]).parent
        assert all(path.is_relative_to(root) and path.is_file() for path in paths.values())
        assert paths["/etc/passwd"].read_bytes() == b"text\r\n"
    assert not root.exists()


def test_a_run_is_judged_by_its_own_files(leak: Case, leak_run: Run) -> None:
    """What-if, facts and station are those that the run names."""
    case = case_of_run(leak_run)
    assert case.inputs == leak.inputs
    assert case.problem.title == "Soyuz 1 leaks"


@pytest.mark.parametrize(
    ("gone", "option"),
    [
        ("tests/cli/small/leak.yaml", "--what-if"),
        ("tests/cli/small/facts/people.csv", "--facts"),
        ("config/stations/iss.yaml", "--station"),
    ],
)
def test_a_file_that_is_gone_is_told(gone: str, option: str, leak_run: Run) -> None:
    """The sentence says how to give it."""
    files = tuple(name.replace(gone, f"gone/{gone}") for name in leak_run.inputs.files)
    run = replace(leak_run, inputs=Inputs(leak_run.inputs.fingerprint, files))
    with pytest.raises(InputError, match=rf"from gone/.*, which is not there\. .* with {option}\."):
        case_of_run(run)


def test_other_files_can_be_given(leak_run: Run) -> None:
    """Those given win over those named."""
    assert case_of_run(leak_run, small("plain")).problem.title == "Two ships, as published"
    assert case_of_texts(leak_run, leak_run.inputs.texts, small("plain")).problem.demands == ()


def test_a_run_of_facts_alone_keeps_its_horizon(leak: Case, leak_run: Run) -> None:
    """Without a what-if the days and the title are the run's."""
    files = tuple(name for name in leak.inputs.files if not name.startswith("tests/cli/small/l"))
    files = tuple(name for name in files if name != "tests/cli/small/plain.yaml")
    run = replace(leak_run, title="As told", inputs=Inputs("sha256:0", files))
    problem = case_of_run(run).problem
    assert (problem.as_of, problem.until, problem.title) == (run.as_of, run.until, "As told")
    assert problem.health_spans == ()


def test_facts_without_a_day_need_a_what_if(tmp_path: Path) -> None:
    """Nobody can say what the newest morning is."""
    shutil.copytree(FACTS, tmp_path / "facts")
    for name in ("events", "crew"):
        path = tmp_path / "facts" / f"{name}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    with pytest.raises(InputError, match=r"nothing to plan .* Give a what-if with its own as_of"):
        read_case(None, tmp_path / "facts")


def test_the_shipped_what_ifs_are_read() -> None:
    """Every file of ``config/what-if`` makes a case."""
    files = sorted((ROOT / "config" / "what-if").glob("*.yaml"))
    assert len(files) >= 5
    assert all(read_case(path).problem.flights for path in files)
