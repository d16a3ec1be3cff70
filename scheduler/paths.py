"""Where the shipped files stand, and where a user's data goes."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def shipped(relative: str) -> Path:
    """Find a shipped file or folder: first below the working directory, then in the project."""
    here = Path(relative)
    return here if here.exists() else PROJECT / relative


def shown(path: Path) -> str:
    """Name a path the short way: from the working directory or the project, if it lies below.

    Symbolic links keep their own names, by which other files know them.
    """
    full = Path(os.path.normpath(Path.cwd() / path))
    for root in (Path.cwd(), PROJECT):
        if full.is_relative_to(root):
            return full.relative_to(root).as_posix()
    return str(path)


def data_directory() -> Path:
    """Give the folder for the database and evidence, made when it is missing."""
    from platformdirs import user_data_dir

    folder = Path(os.environ.get("ROTATION_DATA_DIR") or user_data_dir("rotation", False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
