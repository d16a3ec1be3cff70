"""Where input files are read from: the disk, texts in memory, or these laid over it."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from scheduler import paths


@dataclass(frozen=True)
class Shelf:
    """Input files by their paths: texts held in memory, and the disk where it has one.

    A text in memory hides the file of the same path on the disk. Paths in memory are what they
    spell, ``..`` taken out: they are neither linked nor made absolute.

    Parameters
    ----------
    texts
        The text of each file in memory, by its path.
    has_disk
        Whether what is not in memory is looked for on the disk.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    has_disk: bool = True

    def held(self, path: PurePath) -> str | None:
        """Give the name of a text in memory, as it was put there; none for any other file."""
        return next((name for name in self.texts if _plain(name) == _plain(path)), None)

    def read_bytes(self, path: Path) -> bytes:
        """Read a file.

        Raises
        ------
        OSError
            When there is no such file, or it cannot be read.
        """
        name = self.held(path)
        if name is not None:
            return self.texts[name].encode()
        if not self.has_disk:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return path.read_bytes()

    def exists(self, path: Path) -> bool:
        """Say whether there is a file or folder of this path."""
        is_held = self.held(path) is not None or any(self._inside(path))
        return is_held or (self.has_disk and path.exists())

    def is_file(self, path: Path) -> bool:
        """Say whether there is a file of this path."""
        return self.held(path) is not None or (self.has_disk and path.is_file())

    def is_folder(self, path: Path) -> bool:
        """Say whether there is a folder of this path; in memory, one that a text lies in."""
        return any(self._inside(path)) or (self.has_disk and path.is_dir())

    def files_in(self, folder: Path) -> list[Path]:
        """List the files that lie in a folder, by their names; not those in folders below it."""
        names = {_plain(name).name for name in self._inside(folder)}
        if self.has_disk and folder.is_dir():
            names |= {path.name for path in folder.iterdir() if path.is_file()}
        return [folder / name for name in sorted(names)]

    def shown(self, path: Path) -> str:
        """Name a file for the user: as it was put into memory, or the short way."""
        return self.held(path) or paths.shown(path)

    def same(self, path: Path) -> Path:
        """Give one and the same path for all that lead to a file."""
        name = self.held(path)
        return Path(_plain(name)) if name is not None else path.resolve()

    def _inside(self, folder: PurePath) -> list[str]:
        return [name for name in self.texts if _plain(name).parent == _plain(folder)]


DISK = Shelf()


def _plain(path: str | PurePath) -> PurePath:
    return PurePath(os.path.normpath(path))
