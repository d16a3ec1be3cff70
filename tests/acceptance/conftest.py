"""The week of January 2023, each what-if of it planned and kept once for all tests."""

from __future__ import annotations

import os

import pytest

from tests.acceptance.planned import Week


@pytest.fixture(scope="session")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    """Give the what-ifs of the week; each is planned when it is first asked for."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of all workers of this session
    folder = folder / "week"
    folder.mkdir(exist_ok=True)
    return Week(folder)
