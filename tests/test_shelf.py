"""Shelves: input files on the disk, in memory, or in memory over the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.shelf import DISK, Shelf

MEMORY = Shelf({"mine/top.yaml": "ü: 1\r\n", "/full/facts/crew.csv": "a"}, has_disk=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds a file, and a folder with another."""
    (tmp_path / "mine" / "deep").mkdir(parents=True)
    (tmp_path / "mine" / "top.yaml").write_bytes(b"on disk")
    (tmp_path / "mine" / "low.yaml").write_bytes(b"below")
    (tmp_path / "mine" / "deep" / "other.yaml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", ["mine/top.yaml", "./mine/top.yaml", "base/../mine/top.yaml"])
def test_a_text_is_found_by_any_spelling_of_its_path(path: str) -> None:
    """``..`` needs no folder to lead through; the name shown is the one it was put there by."""
    assert MEMORY.read_bytes(Path(path)) == "ü: 1\r\n".encode()
    assert MEMORY.held(Path(path)) == MEMORY.shown(Path(path)) == "mine/top.yaml"
    assert MEMORY.is_file(Path(path))
    assert MEMORY.same(Path(path)) == Path("mine/top.yaml")


def test_memory_alone_knows_nothing_of_the_disk(folder: Path) -> None:
    """What is there but not in memory is not there; no name leads out of memory."""
    low = Path("mine/low.yaml")
    assert not MEMORY.exists(low)
    assert not MEMORY.is_file(low)
    assert not MEMORY.is_folder(folder)
    assert MEMORY.held(low) is None
    with pytest.raises(FileNotFoundError):
        MEMORY.read_bytes(low)


def test_a_folder_in_memory_is_where_a_text_lies() -> None:
    """It holds the files that lie in it, whatever lies elsewhere."""
    assert MEMORY.is_folder(Path("/full/x/../facts"))
    assert MEMORY.exists(Path("/full/facts"))
    assert not MEMORY.is_file(Path("/full/facts"))
    assert MEMORY.files_in(Path("/full/facts")) == [Path("/full/facts/crew.csv")]
    assert MEMORY.files_in(Path("/full")) == []
    assert not MEMORY.exists(Path("/full/fakts"))


def test_the_disk_is_read_as_it_is(folder: Path) -> None:
    """Files, folders and names are the system's own; links lead to one file."""
    top = Path("mine/top.yaml")
    assert DISK.read_bytes(top) == b"on disk"
    assert DISK.files_in(Path("mine")) == [Path("mine/low.yaml"), top]
    assert DISK.is_folder(Path("mine"))
    assert DISK.exists(Path("mine/deep"))
    assert not DISK.exists(Path("yours"))
    assert DISK.shown(folder / "mine" / "top.yaml") == "mine/top.yaml"
    (folder / "link.yaml").symlink_to(top)
    assert DISK.same(Path("link.yaml")) == DISK.same(top) == (folder / top).resolve()


def test_texts_lie_over_the_disk(folder: Path) -> None:
    """A text hides the file of its path; all others are read from the disk."""
    shelf = Shelf({"mine/top.yaml": "in memory", "mine/new.yaml": "new"})
    assert shelf.read_bytes(Path("mine/top.yaml")) == b"in memory"
    assert shelf.read_bytes(Path("mine/low.yaml")) == b"below"
    names = [path.name for path in shelf.files_in(Path("mine"))]
    assert names == ["low.yaml", "new.yaml", "top.yaml"]
    assert shelf.shown(folder / "mine" / "low.yaml") == "mine/low.yaml"
