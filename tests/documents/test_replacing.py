"""Files replaced together: all of them or none, whoever stops the program, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.documents import replacing
from scheduler.documents.replacing import finish, replace_together
from scheduler.documents.saving import save_over
from scheduler.errors import InputError

INTENT = ".intent.json"
OLD = {"a.csv": "old a.csv", "b.csv": "old b.csv"}
NEW = {"a.csv": "new a\n", "b.csv": "new b\n"}


class Stopped(BaseException):
    """Stands for a program that is killed: nothing catches it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with two files and one that is not to be touched."""
    for name in ("a.csv", "b.csv", "c.csv"):
        (tmp_path / name).write_text(f"old {name}", "utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    """Read all files of a folder."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_files_are_replaced_and_others_left(folder: Path) -> None:
    """Nothing else stays behind."""
    replace_together(folder / INTENT, OLD, NEW)
    assert texts(folder) == {**NEW, "c.csv": "old c.csv"}


@pytest.mark.parametrize("step", range(3))
def test_whoever_is_stopped_leaves_none_or_all(
    step: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the intent is whole nothing is done; after it, all is done by whoever comes next."""
    before, left = texts(folder), [step]

    def replace_some(path: Path, data: bytes) -> None:
        if not left[0]:
            raise Stopped
        left[0] -= 1
        save_over(path, data)

    monkeypatch.setattr(replacing, "save_over", replace_some)
    if step < len(NEW):
        with pytest.raises(Stopped):
            replace_together(folder / INTENT, OLD, NEW)
        assert (folder / INTENT).exists()
    else:
        replace_together(folder / INTENT, OLD, NEW)
    monkeypatch.setattr(replacing, "save_over", save_over)
    assert finish(folder / INTENT) is (step < len(NEW))
    assert texts(folder) == {**before, **NEW}
    assert finish(folder / INTENT) is False


def test_without_the_intent_nothing_is_touched(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is stopped while it writes down what it will do has done nothing."""

    def stop(*_: object) -> None:
        raise Stopped

    before = texts(folder)
    monkeypatch.setattr(replacing, "save_new", stop)
    with pytest.raises(Stopped):
        replace_together(folder / INTENT, OLD, NEW)
    assert texts(folder) == before


def test_an_unfinished_change_is_not_overwritten(folder: Path) -> None:
    """It has to be finished first."""
    (folder / INTENT).write_text("{}", "utf-8")
    with pytest.raises(InputError, match="an earlier change is not finished"):
        replace_together(folder / INTENT, OLD, NEW)


def test_what_somebody_else_has_changed_is_left(folder: Path) -> None:
    """Their rows would be lost; nothing is written, and nothing is left over."""
    (folder / "b.csv").write_text("their b", "utf-8")
    before = texts(folder)
    with pytest.raises(InputError, match=r"b\.csv: somebody has changed it meanwhile"):
        replace_together(folder / INTENT, OLD, NEW)
    assert texts(folder) == before
