"""Measure ``rotation`` on this machine, as ratios within one run.

    python3 scripts/dev.py bench [--only PART] [--repeat N] [--quick] [--json FILE]

Three parts: how the program starts (``starts``); how it plans (``plan``) beside CP-SAT written
plainly, HiGHS, MiniZinc with Gecode and PyJobShop; how it explains (``explain``) beside CPMpy. Some
peers run in an environment of their own that is made on first use. All of it takes a few hours,
most of which the peers need; ``--quick`` takes two minutes at most.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.bench import explaining, planning, starts

PARTS = ("starts", "plan", "explain")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as asked, and show it."""
    parser = argparse.ArgumentParser(prog="bench", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--only", choices=PARTS, metavar="PART", help=" or ".join(PARTS))
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--quick", action="store_true", help="once, and small cases only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all measurements, too")
    asked = parser.parse_args(argv)
    if asked.repeat < 1:
        parser.error(f"--repeat is {asked.repeat}. Give 1 or more.")
    if not starts.ROTATION.exists():
        parser.error(f"{starts.ROTATION} is not there. Run: python3 scripts/dev.py bench")
    document = measure(
        [asked.only] if asked.only else PARTS, 1 if asked.quick else asked.repeat, asked.quick
    )
    if asked.json:
        asked.json.write_text(json.dumps(document, indent=2) + "\n", "utf-8")
    return 0


def measure(parts: Sequence[str], repeat: int, is_quick: bool) -> dict[str, Any]:
    """Measure the parts one after the other, show each, give all for machines."""
    document: dict[str, Any] = {"schema": starts.SCHEMA}
    if "starts" in parts:
        report = starts.measure(repeat, [] if is_quick else starts.shipped_what_ifs())
        print(starts.text_of(report), flush=True)
        document |= starts.document_of(report)
    if "plan" in parts:
        planned = planning.measure(planning.quick() if is_quick else planning.whole(), repeat)
        print(planning.text_of(planned), flush=True)
        machine = document.get("machine") or starts.machine_facts()
        document |= {"machine": machine, "plan": planning.document_of(planned)}
    if "explain" in parts:
        machine = document.get("machine") or starts.machine_facts()
        found = explaining.measure(explaining.QUICK if is_quick else explaining.WHOLE, repeat)
        print(explaining.text_of(found), flush=True)
        document |= {"machine": machine, "explain": explaining.document_of(found)}
    return document


if __name__ == "__main__":
    sys.exit(main())
