"""Write the fact folder: see ``scripts/make_seeds.py``."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.seedmaking.folder import fact_folder, write
from scripts.seedmaking.raw import ROOT

RAW = ROOT.parent / "shared" / "data"
OUT = ROOT / "seeds" / "iss"


def main() -> None:
    """Read the raw folder, write the fact folder, say how much."""
    parser = argparse.ArgumentParser(
        prog="make_seeds.py", description="Make the fact folder from the raw material."
    )
    parser.add_argument("raw", type=Path, nargs="?", default=RAW, help="folder of the raw files")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write")
    given = parser.parse_args()
    if not given.raw.is_dir():
        parser.error(f"{given.raw}: no such folder. Give the folder of the raw files.")
    folder = fact_folder(given.raw)
    write(folder, given.out)
    print(f"{given.out}: " + ", ".join(f"{len(rows)} {name}" for name, rows in folder.items()))


if __name__ == "__main__":
    main()
