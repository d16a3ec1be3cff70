"""For all tests: Hypothesis without chance or haste, and nobody's own data touched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("rotation", derandomize=True, deadline=None)
settings.load_profile("rotation")

OF_THE_USER = ("ROTATION_DATABASE_URL", "NO_COLOR")
_number = count()


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which each test finds its own data directory."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session", autouse=True)
def data_of_the_session(data_folder: Path) -> Iterator[None]:
    """Keep what is made once for many tests out of the user's data directory, too."""
    with pytest.MonkeyPatch.context() as patch:
        _leave_the_user_alone(patch, data_folder / "session")
        yield


@pytest.fixture(autouse=True)
def data_of_the_test(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a data directory of its own, made when something is written to it."""
    own = data_folder / f"test-{next(_number)}"
    _leave_the_user_alone(monkeypatch, own)
    return own


def _leave_the_user_alone(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("ROTATION_DATA_DIR", str(folder))
    patch.setenv("COLUMNS", "80")
    for name in OF_THE_USER:
        patch.delenv(name, raising=False)
