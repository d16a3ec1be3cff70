"""The record of Expeditions 1 to 74 agrees with the flights and with who was aboard."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from tests.seeds.folder import aboard, flown, rows_of

# The first began with the docking of its crew, two later ones with that of new crew members.
BEGAN_AT_A_DOCKING = {"1", "20", "59"}


def days_of(event: str) -> set[str]:
    """List the days on which some crewed or uncrewed ship did something."""
    return {r["at"][:10] for rows in flown().values() for r in rows if r["event"] == event}


def on_board(person_id: str, day: date) -> bool:
    """Say whether somebody was aboard at the end of a day."""
    return person_id in {stay.person_id for stay in aboard()[day]}


def test_they_follow_one_another() -> None:
    """74 of them, without a gap, from the first docking on."""
    rows = rows_of("expeditions")
    assert [row["expedition"] for row in rows] == [str(n) for n in range(1, 75)]
    assert (rows[0]["from"], rows[-1]["to"]) == ("2000-11-02", "2026-07-26")
    assert [one["to"] for one, _ in pairwise(rows)] == [row["from"] for row in rows[1:]]


def test_each_begins_at_an_undocking() -> None:
    """Domain_rules HO-6; three began when their crew docked."""
    for row in rows_of("expeditions"):
        event = "dock" if row["expedition"] in BEGAN_AT_A_DOCKING else "undock"
        assert row["from"] in days_of(event), row


def test_commanders_were_aboard() -> None:
    """The first named on the first full day, the last named to the day before the end."""
    for row in rows_of("expeditions"):
        commanders = row["commander"].split(";")
        start, end = (date.fromisoformat(row[key]) for key in ("from", "to"))
        assert on_board(commanders[0], start), row
        assert on_board(commanders[-1], end - timedelta(days=1)), row


def test_sources_say_what_is_recalled() -> None:
    """Each row names a page for its commander, or says that it rests on memory."""
    recalled = [row for row in rows_of("expeditions") if row["source"].startswith("recalled")]
    others = [row["source"] for row in rows_of("expeditions") if row not in recalled]
    assert len(recalled) == 39
    assert [told for told in others if "." not in told.split("; ")[0]] == []
