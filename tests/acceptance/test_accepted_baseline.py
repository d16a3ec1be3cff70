"""An accepted plan is the next baseline: planning again the next morning changes nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.command import ROOT, WHAT_IFS, Answer, rotation

WHO = ("--who", "FPIP", "--why", "agreed")
pytestmark = pytest.mark.slow

HEALTH = """
  - {change: health, flight: soyuz-ms-22, health: emergency-only, seats: 2, from: 2022-12-15}
"""
LIFE = """
  - {change: waiver, rule: VL-1, subject: soyuz-ms-23, bound: 220, authority: RSC, reason: so}
"""
ORDER = """
  - {change: goal, order: [seats, staffing, handover, extension, change, margin, moves]}
"""
CASES = {  # what is no fact, and so has to be laid over again the next morning
    "ms-22-leak": HEALTH + LIFE,
    "ms-22-leak-no-waiver": HEALTH,
    "ms-24-in-june": HEALTH + LIFE + ORDER,
    "ms-23-two-weeks-late": HEALTH + LIFE,
    "nominal-2022-12": " []",
}


def planned(what_if: Path, facts: Path) -> Answer:
    """Plan a what-if over some facts."""
    answer = rotation("plan", what_if, "--facts", facts, "--json", "--no-save")
    assert answer.status == 0
    return answer


def the_morning_after(name: str, folder: Path) -> Path:
    """Write the what-if of the next morning: the same days, and what is no fact."""
    text = (WHAT_IFS / f"{name}.yaml").read_text("utf-8")
    if "as_of" not in text:
        text = (WHAT_IFS / "ms-22-leak.yaml").read_text("utf-8")
    as_of, until = (re.search(rf"^{key}: (\S+)", text, re.MULTILINE) for key in ("as_of", "until"))
    assert as_of
    assert until
    year, month, day = as_of[1].split("-")
    path = folder / "next.yaml"
    head = f"title: The morning after\nstation: iss\nas_of: {year}-{month}-{int(day) + 1:02}\n"
    path.write_text(f"{head}until: {until[1]}\nchanges:{CASES[name]}", "utf-8")
    return path


@pytest.mark.parametrize("name", CASES)
def test_planning_again_changes_nothing(name: str, tmp_path: Path) -> None:
    """The goal ``change`` is 0, the dates are the same, and the day before all is as it was."""
    facts = tmp_path / "iss"
    shutil.copytree(ROOT / "seeds" / "iss", facts)
    first = planned(WHAT_IFS / f"{name}.yaml", facts)
    document = tmp_path / "run.json"
    document.write_text(first.out, "utf-8")
    assert rotation("facts", "accept", document, "--facts", facts, *WHO).status == 0
    again = planned(the_morning_after(name, tmp_path), facts).json
    [change] = [goal for goal in again["goals"] if goal["goal"] == "change"]
    assert [part["value"] for part in change["parts"]] == [0, 0, 0]
    days = ("launch", "dock", "undock", "land", "ports", "crew_up", "crew_down")
    flying = {f["flight"]: f for f in again["flights"] if f["status"] != "waiting"}
    for flight in first.json["flights"]:
        if flight["status"] != "waiting":
            told = flying[flight["flight"]]
            assert [told[key] for key in days] == [flight[key] for key in days]
    before = planned(WHAT_IFS / f"{name}.yaml", facts).json
    for key in ("flights", "stays", "seats", "goals"):
        assert before[key] == first.json[key]
