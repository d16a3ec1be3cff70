"""Point 5 of the issue: MS-23 may launch on 2023-03-10 at the earliest."""

from __future__ import annotations

import pytest

from tests.acceptance.planned import LEAK, Planned, Week, days

pytestmark = pytest.mark.slow

OLD_CREW = ["petelin", "prokopyev", "rubio"]
SEATS_READY = "2023-03-14"  # docked on 10 Mar, and 4 days for the liners


@pytest.fixture(scope="module")
def late(week: Week) -> Planned:
    """Give the plan with MS-23 two weeks late."""
    return week.planned("ms-23-two-weeks-late")


def test_the_plan_is_proved_best(late: Planned) -> None:
    """MS-23 flies empty on the first day it can; everything is proved."""
    assert late.answer.status == 0
    assert late.document["verdict"] == "optimal"
    assert all(goal["proved"] for goal in late.document["goals"])
    assert late.flight("soyuz-ms-23")["launch"] == "2023-03-10"
    assert late.flight("soyuz-ms-23")["crew_up"] == []


def test_the_improvised_place_lasts_longer(late: Planned, week: Week) -> None:
    """It is needed until the liners have moved: to 13 Mar instead of 23 Feb."""
    before, after = week.planned(LEAK).seats_at("G2"), late.seats_at("G2")
    assert max(seat["to"] for seat in before) == "2023-02-24"
    assert max(seat["to"] for seat in after) == SEATS_READY
    assert sum(map(days, after)) > sum(map(days, before))


def test_crew_5_waits_for_the_place_to_be_empty(late: Planned) -> None:
    """Published for 11 Mar, it leaves when the place is empty, on 14 Mar, and no later."""
    places = [seat for seat in late.seats_at("G2") if seat["flight"] == "crew-5"]
    assert [seat["to"] for seat in places] == [SEATS_READY]
    assert late.flight("crew-5")["undock"] == "2023-03-14"
    assert late.flight("crew-5")["changed"] == ["undock"]


def test_a_second_place_is_made_in_crew_6(late: Planned) -> None:
    """Crew-6 docks on 3 Mar; from 5 Mar a second of the three need not sit in MS-22."""
    [place] = [seat for seat in late.seats_at("G2") if seat["flight"] == "crew-6"]
    assert (place["from"], place["to"]) == ("2023-03-05", SEATS_READY)


def test_person_days_by_grade(late: Planned) -> None:
    """From 11 Jan to 14 Mar there are 21 + 28 + 13 = 62 days for each of three.

    G4: one for 2 days. G2: that one for the other 60, a second from 5 to 14 Mar for 9. The rest
    is G3: 3 * 62 - 2 - 69.
    """
    assert late.goal("seats") == {"G4": 2, "G3": 3 * 62 - 2 - 69, "G2": 60 + 9, "G1": 0}


def test_handover_of_the_dragons_grows(late: Planned) -> None:
    """From 3 to 14 Mar both Dragons are there, 11 days, which the crowd rule allows (14)."""
    assert late.handover("crew-6")["overlap_days"] == 11
    crowds = [span for span in late.document["aboard"] if span["people"] > 7]
    assert {(span["people"], span["from"], span["to"]) for span in crowds} >= {
        (11, "2023-03-03", "2023-03-14")
    }


def test_life_margins_are_shown(late: Planned) -> None:
    """Crew-5 lands on 15 Mar, 26 + 30 + 31 + 31 + 28 + 15 = 161 days of 210 after 5 Oct.

    MS-23 needs no waiver: to 27 Sep there are 21 + 30 + 31 + 30 + 31 + 31 + 27 = 201 days.
    """
    assert late.flight("crew-5")["life"] == {
        "used_days": 161,
        "limit_days": 210,
        "margin_days": 49,
    }
    assert late.flight("soyuz-ms-23")["life"]["used_days"] == 201
    [waiver] = late.document["waivers"]
    assert (waiver["used"], waiver["needed"]) == (201, False)
    told = [line.split() for line in late.text.splitlines() if line.startswith("  SpaceX Crew-5")]
    assert ["SpaceX", "Crew-5", "161", "d", "210", "d", "49", "d"] in told


def test_few_days_move(late: Planned) -> None:
    """MS-23 launches 6 days before its published 16 Mar, Crew-5 leaves 3 days late."""
    assert late.goal("change") == {"crews_waiting": 1, "flights": 4, "days": 6 + 3}
    for person in OLD_CREW:
        assert late.stay(person)["down"] == "soyuz-ms-23"
