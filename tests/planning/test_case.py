"""Cases: read from files, from a run's own files, from the texts kept with a run."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain import Inputs, Run
from scheduler.errors import InputError
from scheduler.planning import Case, case_of_run, case_of_texts, read_case
from scheduler.shelf import Shelf
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


@pytest.mark.parametrize("start", ["", "link/", "{}/link/"])
def test_links_keep_their_names(
    start: str, leak_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder may be a link: what was kept is found by the name that leads to it."""
    shutil.copytree(SMALL, tmp_path / "mine")
    (tmp_path / "link").symlink_to("mine", target_is_directory=True)
    for name, target in (("plain.yaml", "published.yaml"), ("facts/crew.csv", "facts/crews.txt")):
        (tmp_path / "mine" / name).rename(tmp_path / "mine" / target)
        (tmp_path / "mine" / name).symlink_to(tmp_path / "mine" / target)
    monkeypatch.chdir(tmp_path / "mine" if not start else tmp_path)
    folder = start.format(tmp_path)
    case = read_case(Path(f"{folder}leak.yaml"), Path(f"{folder}facts"))
    again = case_of_texts(replace(leak_run, inputs=case.inputs), case.inputs.texts)
    assert (again.inputs, again.facts) == (case.inputs, case.facts)
    assert {Path(name).name for name in case.fact_texts} >= {"crew.csv", "people.csv"}


def test_kept_texts_leave_no_file(
    leak: Case, leak_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read in memory: nothing is laid out, and no file of their names is looked at."""
    for name in leak.inputs.files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("of another day", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    again = case_of_texts(leak_run, leak.inputs.texts)
    assert (again.inputs, again.facts) == (leak.inputs, leak.facts)
    assert list(again.inputs.files) == list(leak.inputs.files)
    assert [span.at for span in again.problem.health_spans] == ["tests/cli/small/leak.yaml:9"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_kept_file_that_lies_under_none_is_told(leak: Case, leak_run: Run) -> None:
    """Whoever spoils a stored run gets words, and no file of the disk instead."""
    texts = dict(leak.inputs.texts)
    del texts["tests/cli/small/plain.yaml"]
    with pytest.raises(InputError) as caught:
        case_of_texts(leak_run, texts)
    assert str(caught.value) == (
        "tests/cli/small/leak.yaml:5:9: no file tests/cli/small/plain.yaml. "
        "Give a path beside this file."
    )


def test_a_question_in_memory_is_laid_over_files(
    leak_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It makes a case like any file beside them; kept, it is read again without them."""
    shutil.copytree(SMALL, tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    question = (
        "title: Later\nstation: iss\nas_of: 2023-05-20\nuntil: 2023-07-01\nunder: [leak.yaml]\n"
    )
    path = Path("mine/question.yaml")
    case = read_case(path, Path("mine/facts"), shelf=Shelf({"mine/question.yaml": question}))
    files = ("mine/question.yaml", "mine/plain.yaml", "mine/leak.yaml")
    assert case.inputs.files[:3] == files
    assert case.problem.title == "Later"
    assert [span.at for span in case.problem.health_spans] == ["mine/leak.yaml:9"]
    shutil.rmtree(tmp_path / "mine")
    again = case_of_texts(replace(leak_run, inputs=case.inputs), case.inputs.texts)
    assert again.inputs == case.inputs
    assert replace(again.problem, title="") == replace(case.problem, title="")


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


def test_a_station_with_cadences_is_planned_without_a_what_if(
    leak_run: Run, tmp_path: Path
) -> None:
    """Its flights are created for the horizon of the facts, and for that of a run of facts alone.

    Soyuz 4, the last that is published, is due on 2024-05-20; a Progress has never been.
    """
    text = (ROOT / "config" / "stations" / "iss.yaml").read_text("utf-8")
    cargo = "cargo: {vehicle_type: progress-ms, every_days: 100, stay_days: 60, assumed: true}"
    crews = "line: soyuz, vehicle_type: soyuz-ms, every_days: 30, crew: [NASA], assumed: true"
    station = tmp_path / "iss.yaml"
    station.write_text(f"{text}\ncadences:\n  {cargo}\n  crews: {{{crews}}}\n", "utf-8")
    line = len(text.splitlines()) + 3
    problem = read_case(None, FACTS, station).problem
    created = [flight.id for flight in problem.flights.values() if flight.cadence]
    # from 2024-05-20 on, the day of the last launch, to 2024-11-20, when Soyuz 4 leaves
    assert created == [
        "cargo-2024-1",
        "cargo-2024-2",
        "crews-2024-1",
        "crews-2024-2",
        "crews-2024-3",
        "crews-2024-4",
        "crews-2024-5",
        "crews-2024-6",
    ]
    assert problem.demands[0].at == f"{station}:{line}"
    files = (*(name for name in leak_run.inputs.files if name.endswith(".csv")), str(station))
    alone = replace(leak_run, inputs=Inputs("sha256:0", files))
    again = case_of_run(alone).problem
    assert {f.id for f in again.flights.values() if f.cadence} == {"cargo-2023-1"}
