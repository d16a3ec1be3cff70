"""Whole folders with several faults each: all are told at once, in order, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.world import BROKEN, faults_of


@pytest.mark.parametrize("folder", sorted(BROKEN.iterdir()), ids=lambda folder: folder.name)
def test_every_fault_is_told(folder: Path) -> None:
    """The faults are those of ``expected.txt``, which was written by hand."""
    assert faults_of(folder) == (folder / "expected.txt").read_text("utf-8").splitlines()
