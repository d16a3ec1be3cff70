"""``scripts/make_seeds.py`` makes the shipped folder again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.seeds.folder import ROOT, SEEDS

RAW = ROOT.parent / "shared" / "data"


@pytest.mark.skipif(not RAW.is_dir(), reason=f"the raw material is not at {RAW}")
def test_script_makes_the_same_bytes_again(tmp_path: Path) -> None:
    """The shipped folder is what the script derives, file by file and byte by byte."""
    script = ROOT / "scripts" / "make_seeds.py"
    subprocess.run([sys.executable, script, RAW, "--out", tmp_path], check=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in SEEDS.iterdir()
    )
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (SEEDS / path.name).read_bytes(), path.name


def test_script_says_what_is_missing(tmp_path: Path) -> None:
    """Without the raw folder nothing is written."""
    script = ROOT / "scripts" / "make_seeds.py"
    nowhere, out = tmp_path / "nowhere", tmp_path / "out"
    done = subprocess.run(
        [sys.executable, script, nowhere, "--out", out], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert f"{nowhere}: no such folder. Give the folder of the raw files." in done.stderr
    assert not out.exists()
