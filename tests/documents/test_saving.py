"""Text files: all of one or nothing, whatever happens to the program that writes it."""

from __future__ import annotations

import errno
import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scheduler.documents import saving
from scheduler.documents.saving import refuse_other, save_new, save_over
from scheduler.errors import InputError
from tests.command import ROOT

WRITER = """
import itertools, sys
from pathlib import Path
from scheduler.documents.saving import save_new, save_over
print("ready", flush=True)
for number in itertools.count():
    save_new(Path(f"{sys.argv[1]}-{number}.txt"), "whole" * 20_000)
"""


def saves_nameless(folder: Path) -> bool:
    """Say whether files can be made in a folder before they have a name."""
    try:
        os.close(os.open(folder, saving.NAMELESS | os.O_WRONLY))
    except OSError:
        return False
    return True


def refuse(number: int) -> None:
    """Stand for a call of the system that fails."""
    raise OSError(number, os.strerror(number))


@pytest.fixture(params=["as-it-is", "no-flag", "no-file-system", "no-proc"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give this system, and it without what files without a name need."""
    if request.param == "no-flag":
        monkeypatch.setattr(saving, "NAMELESS", 0)
    elif request.param == "no-file-system":
        monkeypatch.setattr(os, "open", lambda *_: refuse(errno.EOPNOTSUPP))
    elif request.param == "no-proc":
        monkeypatch.setattr(os, "link", lambda *_, **__: refuse(errno.ENOENT))
    return str(request.param)


@pytest.mark.usefixtures("system")
def test_a_file_is_written_to_the_byte(tmp_path: Path) -> None:
    """No line end is changed, nothing else is left, and it is a file like any other."""
    save_new(tmp_path / "a.yaml", "ü: 1\r\n")
    with (tmp_path / "plain").open("w"):
        pass
    assert (tmp_path / "a.yaml").read_bytes() == "ü: 1\r\n".encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "plain"]
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_bare_name_is_a_file_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path need not name a folder."""
    monkeypatch.chdir(tmp_path)
    save_new(Path("a.yaml"), "text")
    assert (tmp_path / "a.yaml").read_text("utf-8") == "text"


@pytest.mark.usefixtures("system")
def test_a_file_is_never_replaced(tmp_path: Path) -> None:
    """Whoever saves again is told; unless it is the same, which is what was wanted."""
    path = tmp_path / "a.yaml"
    save_new(path, "mine")
    save_new(path, "mine")
    with pytest.raises(InputError) as caught:
        save_new(path, "yours")
    assert str(caught.value) == f"{path}: there is another file of this name. Give a new name."
    with pytest.raises(InputError, match="there is another file of this name"):
        save_new(tmp_path, "text")
    assert path.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("system")
def test_where_no_file_can_be_the_reason_is_told(tmp_path: Path) -> None:
    """In words, with what to give instead."""
    path = tmp_path / "nowhere" / "a.yaml"
    with pytest.raises(InputError) as caught:
        save_new(path, "text")
    told = f"{path}: cannot be written (no such file or directory). Give a path that can."
    assert str(caught.value) == told


@pytest.mark.usefixtures("system")
def test_a_fault_on_the_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told, and what was begun is taken away."""
    monkeypatch.setattr(os, "fsync", lambda _: refuse(errno.ENOSPC))
    with pytest.raises(InputError, match=r"cannot be written \(no space left on device\)\."):
        save_new(tmp_path / "a.yaml", "text")
    assert list(tmp_path.iterdir()) == []


def test_what_an_earlier_kill_left_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files have to be renamed, saving again cleans up."""
    monkeypatch.setattr(saving, "NAMELESS", 0)
    (tmp_path / ".a.yaml.new").write_text("hal", "utf-8")
    save_new(tmp_path / "a.yaml", "half")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_killed_at_any_moment_only_whole_files_stay(tmp_path: Path) -> None:
    """A program that does nothing but save is killed 20 times; there is no other file."""
    if not saves_nameless(tmp_path):
        pytest.skip("the file system knows no files without a name: a kill can leave a second one")
    moment = random.Random(20230226)
    for kill in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(kill)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(moment.uniform(0, 0.05))
            writer.kill()
    files = list(tmp_path.iterdir())
    assert len(files) > 20
    assert all(path.suffix == ".txt" and path.stat().st_size == 100_000 for path in files)


def test_a_name_can_be_tried_before_anything_is_written(tmp_path: Path) -> None:
    """Free, or held by the same text, is fine; any other file is refused, a broken link too."""
    path = tmp_path / "one.yaml"
    refuse_other(path, b"text")
    assert not path.exists()
    path.write_text("text", "utf-8")
    refuse_other(path, b"text")
    path.write_text("other", "utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "nowhere")
    for taken in (path, link):
        with pytest.raises(InputError, match="there is another file of this name"):
            refuse_other(taken, b"text")


@pytest.mark.usefixtures("system")
def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Where there was another and where there was none; nothing else is left."""
    path = tmp_path / "chart.svg"
    for data in (b"first", b"second"):
        save_over(path, data)
        assert path.read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == ["chart.svg"]


def test_a_file_that_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    """A folder of that name stays as it is."""
    (tmp_path / "chart.svg").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        save_over(tmp_path / "chart.svg", b"data")
    assert [file.name for file in tmp_path.iterdir()] == ["chart.svg"]


def test_a_file_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    """The link leads to the new text."""
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    save_over(link, b"new")
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.usefixtures("system")
def test_a_fault_on_the_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was, with nothing beside it."""
    path = tmp_path / "chart.svg"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: refuse(errno.ENOSPC))
    with pytest.raises(InputError, match=r"chart\.svg: cannot be written \(no space left"):
        save_over(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["chart.svg"]


def test_a_link_in_a_circle_is_told(tmp_path: Path) -> None:
    """It leads to no place for a file."""
    path = tmp_path / "round.svg"
    path.symlink_to(path)
    with pytest.raises(InputError, match=r"round\.svg: cannot be written"):
        save_over(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["round.svg"]


@pytest.mark.skipif(os.name == "nt", reason="has other rights")
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The old file stays."""
    with pytest.raises(InputError, match=r"no/a\.csv: cannot be written \(no such file"):
        save_over(tmp_path / "no" / "a.csv", b"new")
