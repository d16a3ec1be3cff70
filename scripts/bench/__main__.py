"""Measure ``rotation`` on this machine, as ratios within one run.

    python3 scripts/dev.py bench [--only PART] [--repeat N] [--limit S] [--quick] [--json FILE]
                                   [--plot FILE]

Five parts: how the program starts (``starts``); how quickly it plans worlds and the shipped cases
(``worlds``); how that grows (``growth``); how it plans beside CP-SAT written plainly, HiGHS,
MiniZinc with Gecode and PyJobShop (``plan``); and how it explains beside CPMpy (``explain``). Some
peers run in an environment of their own that is made on first use. All of it takes some hours,
most of which the peers need; ``--quick`` takes two minutes at most. The measurements and the plot
of the growth are written to ``.bench``, or where ``--json`` and ``--plot`` say.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.bench import explaining, growth, planning, solving, starts
from scripts.bench.plot import svg_of

PARTS = ("starts", "worlds", "growth", "plan", "explain")
FOLDER = starts.ROOT / ".bench"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as asked, show it, and write it down."""
    parser = argparse.ArgumentParser(prog="bench", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--only", choices=PARTS, metavar="PART", help=" or ".join(PARTS))
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="seeds; default: 5")
    parser.add_argument(
        "--limit",
        type=float,
        default=planning.LIMIT_S,
        metavar="S",
        help="seconds of solving for each peer of plan; default: 60",
    )
    parser.add_argument("--quick", action="store_true", help="once, and small cases only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="default: .bench/bench.json")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="default: .bench/growth.svg")
    asked = parser.parse_args(argv)
    if asked.repeat < 1:
        parser.error(f"--repeat is {asked.repeat}. Give 1 or more.")
    if asked.limit <= 0:
        parser.error(f"--limit is {asked.limit:g}. Give more than 0 seconds.")
    if not starts.ROTATION.exists():
        parser.error(f"{starts.ROTATION} is not there. Run: python3 scripts/dev.py bench")
    parts = [asked.only] if asked.only else PARTS
    plot = asked.plot or FOLDER / "growth.svg"
    planned = planning.quick() if asked.quick else planning.whole(asked.limit)
    document = measure(parts, 1 if asked.quick else asked.repeat, asked.quick, plot, planned)
    write(asked.json or FOLDER / "bench.json", json.dumps(document, indent=2) + "\n")
    return 0


def measure(
    parts: Sequence[str], repeat: int, is_quick: bool, plot: Path, plans: planning.Asked
) -> dict[str, Any]:
    """Measure the parts one after the other, show each, give all for machines."""
    document: dict[str, Any] = {"schema": starts.SCHEMA, "machine": starts.machine_facts()}
    if "starts" in parts:
        report = starts.measure(repeat, [] if is_quick else starts.shipped_what_ifs())
        show(starts.text_of(report))
        document |= starts.document_of(report)
    if "worlds" in parts:
        solved = solving.measure(solving.QUICK if is_quick else solving.WHOLE, repeat)
        show(solving.text_of(solved))
        document["worlds"] = solving.document(solved)
    if "growth" in parts:
        grown = growth.measure(growth.QUICK if is_quick else growth.WHOLE, repeat)
        show(growth.text_of(grown))
        write(plot, svg_of(grown))
        document["growth"] = growth.document(grown)
    if "plan" in parts:
        planned = planning.measure(plans, repeat)
        show(planning.text_of(planned))
        document["plan"] = planning.document_of(planned)
    if "explain" in parts:
        found = explaining.measure(explaining.QUICK if is_quick else explaining.WHOLE, repeat)
        show(explaining.text_of(found))
        document["explain"] = explaining.document_of(found)
    return document


def show(text: str) -> None:
    """Print the table of one part."""
    print(f"{text}\n", flush=True)


def write(file: Path, text: str) -> None:
    """Write a file, with the folders that it stands in; say where it is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    print(f"Written: {file}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
