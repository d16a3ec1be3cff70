"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from scheduler.errors import InputError

NAMELESS = getattr(os, "O_TMPFILE", 0)  # Linux alone has it, and not on every file system
NOT_HERE = (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL)


def save_new(path: Path, text: str) -> None:
    """Write a text file that is not there yet, as ``save_new_bytes`` does."""
    save_new_bytes(path, text.encode())


def save_new_bytes(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, all of it or nothing; the same again is no fault.

    On Linux a program that is killed at any moment leaves nothing else: the file has no name
    until it is whole. Elsewhere, and on file systems that cannot do that (FAT, NFS), it is first
    written beside its place as ``.name.new``; killed just then, the program leaves that, until
    the file is saved again. A file that is there is never replaced: no system can do so without
    such a second name, and it may be somebody's work.

    Raises
    ------
    InputError
        When another file has the name, or none can be written there.
    """
    try:
        if not _save_nameless(path, data):
            _save_by_renaming(path, data)
    except FileExistsError:
        refuse_other(path, data)
    except OSError as error:
        raise _unwritable(path, error) from None


def save_over(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, in place of one of that name.

    A link keeps leading to it, and it keeps who may read and write it. A program that is killed
    while it replaces a file may leave ``.name.new`` beside it, until the file is saved again;
    where there was none, it leaves what ``save_new`` would.

    Raises
    ------
    InputError
        When none can be written there; the old file stays as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() or not _save_nameless(target, data):
            _replace(target, data)
    except OSError as error:
        raise _unwritable(path, error) from None


def refuse_other(path: Path, data: bytes) -> None:
    """See that something can be saved under a name: no other file has it.

    Raises
    ------
    InputError
        When another file has the name.
    """
    if os.path.lexists(path) and not _holds(path, data):
        told = f"{path}: there is another file of this name. Give a new name."
        raise InputError(told) from None


def _save_nameless(path: Path, data: bytes) -> bool:
    """Write a file without a name, then name it; say whether this system can do so."""
    if not NAMELESS:
        return False
    try:
        handle = os.open(path.parent, NAMELESS | os.O_WRONLY, 0o666)
    except OSError as error:
        if error.errno in NOT_HERE:
            return False
        raise
    with os.fdopen(handle, "wb") as file:
        _write(file, data)
        try:  # src_dir_fd is there to make Python call linkat, which can follow the link in /proc
            os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle)
        except FileNotFoundError:  # no /proc
            return False
    return True


def _save_by_renaming(path: Path, data: bytes) -> None:
    if path.exists():
        raise FileExistsError
    with _second(path, data) as second:
        second.rename(path)


def _replace(path: Path, data: bytes) -> None:
    with _second(path, data) as second:
        if path.exists():
            shutil.copymode(path, second)
        second.replace(path)


@contextmanager
def _second(path: Path, data: bytes) -> Iterator[Path]:
    """Write a file under a second name; it is gone again where it does not get its own."""
    second = path.with_name(f".{path.name}.new")
    try:
        with second.open("wb") as file:
            _write(file, data)
        yield second
    except BaseException:
        second.unlink(missing_ok=True)
        raise


def _write(file: BinaryIO, data: bytes) -> None:
    """Write all, and have it on the disk before anything is named after it."""
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _unwritable(path: Path, error: OSError) -> InputError:
    reason = (error.strerror or "no reason given").lower()
    return InputError(f"{path}: cannot be written ({reason}). Give a path that can.")


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
