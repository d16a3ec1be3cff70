"""An outage told anew: one that begins on the day of a recorded one takes its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scheduler.domain import Outage, OutageFact, Problem
from tests.scenarios.world import FACTS, applied, written

KNOWN_ON = date(2022, 12, 20)
RECORDED = OutageFact("launcher", "soyuz", date(2022, 12, 15), date(2023, 6, 1), KNOWN_ON)
OTHER = OutageFact("pad", "baikonur-31", date(2022, 12, 15), None, KNOWN_ON)
Told = tuple[str, str, str, str | None]
LONG = ("launcher", "soyuz", "2022-12-15", "2023-06-01")
PAD = ("pad", "baikonur-31", "2022-12-15", None)


def laid(folder: Path, *changes: str) -> Problem:
    """Lay outages over facts with two of them; the what-if is of 11 January 2023."""
    text = "changes:\n" + "".join(f"  - {{change: outage, {change}}}\n" for change in changes)
    return applied(written(folder, text), facts=replace(FACTS, outages=(RECORDED, OTHER)))


def told(problem: Problem) -> list[Told]:
    """List the outages."""
    rows = [
        (one.kind, one.subject, str(one.from_on), str(one.to_on) if one.to_on else None)
        for one in problem.outages
    ]
    return sorted(rows, key=str)


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        pytest.param(
            "kind: launcher, subject: soyuz, from: 2022-12-15, to: 2023-03-01",
            [("launcher", "soyuz", "2022-12-15", "2023-03-01"), PAD],
            id="ends-sooner",
        ),
        pytest.param(
            "kind: launcher, subject: soyuz, from: 2022-12-15, to: 2023-09-01",
            [("launcher", "soyuz", "2022-12-15", "2023-09-01"), PAD],
            id="ends-later",
        ),
        pytest.param(
            "kind: pad, subject: baikonur-31, from: 2022-12-15, to: 2023-02-01",
            [LONG, ("pad", "baikonur-31", "2022-12-15", "2023-02-01")],
            id="an-open-one-ends",
        ),
        pytest.param(
            "kind: launcher, subject: soyuz, from: 2022-12-16, to: 2023-03-01",
            [LONG, ("launcher", "soyuz", "2022-12-16", "2023-03-01"), PAD],
            id="a-day-later-it-is-another",
        ),
        pytest.param(
            "kind: launcher, subject: soyuz, from: 2022-12-14, to: 2023-03-01",
            [("launcher", "soyuz", "2022-12-14", "2023-03-01"), LONG, PAD],
            id="a-day-sooner-it-is-another",
        ),
        pytest.param(
            "kind: launcher, subject: falcon-9, from: 2022-12-15, to: 2023-03-01",
            [("launcher", "falcon-9", "2022-12-15", "2023-03-01"), LONG, PAD],
            id="of-another-subject",
        ),
    ],
)
def test_an_outage_is_told_anew(tmp_path: Path, change: str, wanted: list[Told]) -> None:
    """Same kind, subject and first day: its end is that of the what-if; else both hold."""
    assert told(laid(tmp_path, change)) == wanted


def test_it_knows_its_line(tmp_path: Path) -> None:
    """So that a conflict can name it; the recorded one has no line."""
    problem = laid(tmp_path, "kind: launcher, subject: soyuz, from: 2022-12-15, to: 2023-03-01")
    at = {one.kind: one.at for one in problem.outages}
    assert at == {"launcher": f"{tmp_path / 'what-if.yaml'}:6", "pad": ""}


@pytest.mark.parametrize(
    ("to_on", "day", "is_out"),
    [
        ("2023-03-01", date(2023, 2, 28), True),
        ("2023-03-01", date(2023, 3, 1), False),
        ("2023-09-01", date(2023, 8, 31), True),
    ],
)
def test_it_holds_on_its_days_alone(tmp_path: Path, to_on: str, day: date, is_out: bool) -> None:
    """The recorded end, 1 June, plays no part any more."""
    change = f"kind: launcher, subject: soyuz, from: 2022-12-15, to: {to_on}"
    problem = laid(tmp_path, change)
    launcher = [one for one in problem.outages if one.kind == "launcher"]
    assert any(one.covers(day) for one in launcher) is is_out


def test_without_a_change_the_record_holds(tmp_path: Path) -> None:
    """A what-if about something else leaves it as it is."""
    problem = laid(tmp_path, "kind: port, subject: poisk-zenith, from: 2023-02-01, to: 2023-02-03")
    assert {Outage(RECORDED.kind, RECORDED.subject, RECORDED.from_on, RECORDED.to_on)} <= {
        *problem.outages
    }
