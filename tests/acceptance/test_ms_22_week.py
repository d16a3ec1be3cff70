"""Points 2 and 6 of the issue: the leak, planned by the shipped what-if.

Every expected date is worked out here by hand, from the published dates of the week
(domain_rules 8.4), the numbers of the station file and the order of the goals.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.acceptance.planned import LEAK, Planned, Week, days, each_day

pytestmark = pytest.mark.slow

OLD_CREW = ["petelin", "prokopyev", "rubio"]
CREW_OF_MS_23 = ["chub", "kononenko", "ohara"]
CREW_OF_MS_24 = ["caldwell-dyson", "ovchinin", "platonov"]
SEATS_READY = "2023-02-24"  # MS-23 docks on the day of its launch, 20 Feb; liners take 4 days


@pytest.fixture(scope="module")
def leak(week: Week) -> Planned:
    """Give the plan of the leak."""
    return week.planned(LEAK)


def test_the_plan_is_proved_best(leak: Planned) -> None:
    """The verdict is optimal and every goal, and every part of it, is proved."""
    assert leak.answer.status == 0
    assert leak.document["verdict"] == "optimal"
    order = ["seats", "staffing", "change", "handover", "extension", "margin", "moves", "earliest"]
    assert [goal["goal"] for goal in leak.document["goals"]] == order
    for goal in leak.document["goals"]:
        assert goal["proved"] is True
        for part in goal["parts"]:
            assert part["proved"] is True
            assert part["value"] == part["bound"]


def test_ms_22_lands_with_nobody(leak: Planned) -> None:
    """The damaged ship keeps its published day and comes down empty."""
    ship = leak.flight("soyuz-ms-22")
    assert ship["crew_up"] == OLD_CREW
    assert ship["crew_down"] == []
    assert (ship["undock"], ship["land"]) == ("2023-03-28", "2023-03-28")
    assert ship["changed"] == ["crew_down"]


def test_ms_23_goes_up_empty_as_early_as_it_can(leak: Planned) -> None:
    """Each day of waiting would cost two emergency-only seats, so it flies on its first day."""
    ship = leak.flight("soyuz-ms-23")
    assert ship["crew_up"] == []
    assert ship["launch"] == "2023-02-20"
    assert ship["dock"] == "2023-02-20"
    assert ship["published"]["launch"] == "2023-03-16"


def test_ms_23_brings_the_old_crew_home(leak: Planned) -> None:
    """Prokopyev, Petelin and Rubio land in MS-23, on its published day."""
    ship = leak.flight("soyuz-ms-23")
    assert ship["crew_down"] == OLD_CREW
    assert ship["land"] == "2023-09-27"
    assert {leak.stay(person)["down"] for person in OLD_CREW} == {"soyuz-ms-23"}


def test_every_later_crew_moves_on_by_one(leak: Planned) -> None:
    """The crew of MS-23 takes MS-24, and the crew of MS-24 the ship after it."""
    assert leak.flight("soyuz-ms-24")["crew_up"] == CREW_OF_MS_23
    assert leak.flight("soyuz-ms-25")["crew_up"] == CREW_OF_MS_24
    assert leak.flight("soyuz-ms-25")["status"] == "waiting"  # published for 2024-03-23
    assert leak.goal("change")["crews_waiting"] == 1


def test_september_is_kept(leak: Planned) -> None:
    """Nothing ranked before ``change`` gains by another day, so MS-24 flies as published."""
    ship = leak.flight("soyuz-ms-24")
    assert ship["launch"] == ship["published"]["launch"] == "2023-09-15"
    assert ship["changed"] == ["crew_up", "crew_down"]


def test_few_flights_change(leak: Planned) -> None:
    """Only the three ships that must: MS-22 and MS-24 in their crews, MS-23 by 24 days.

    From 20 Feb to 16 Mar there are 8 + 16 days.
    """
    assert leak.goal("change") == {"crews_waiting": 1, "flights": 3, "days": 24}
    moved = [
        f["flight"] for f in leak.document["flights"] if {"launch", "undock"} & {*f["changed"]}
    ]
    assert moved == ["soyuz-ms-23"]


def test_the_handover_is_direct(leak: Planned) -> None:
    """MS-24 docks on 15 Sep, MS-23 leaves on 27 Sep: 12 days together."""
    assert leak.handover("soyuz-ms-24") == {
        "line": "soyuz",
        "outgoing": "soyuz-ms-23",
        "incoming": "soyuz-ms-24",
        "kind": "direct",
        "overlap_days": 12,
    }
    assert {handover["kind"] for handover in leak.document["handovers"]} == {"direct"}


def test_the_old_crew_stays_a_year(leak: Planned) -> None:
    """From 2022-09-21 to 2023-09-27 it is a year and 6 days, 183 days more than published.

    After 28 Mar there are 3 days of March, 30 + 31 + 30 + 31 + 31 to the end of August, and 27.
    """
    for person in OLD_CREW:
        stay = leak.stay(person)
        assert stay["planned_to"] == "2023-03-28"
        assert (stay["days"], stay["extension_days"]) == (371, 183)
    assert leak.goal("extension") == {"longest": 183, "total": 3 * 183}


def test_one_has_an_improvised_place_and_two_an_emergency_seat(leak: Planned) -> None:
    """Until the seats have moved, MS-22 holds two and Crew-5's Dragon the third.

    The place in the Dragon takes 2 days from 11 Jan, so one is without a seat until 13 Jan.
    """
    two = [("soyuz-ms-22", "G3", "2023-01-11", SEATS_READY)]
    one = [(None, "G4", "2023-01-11", "2023-01-13"), ("crew-5", "G2", "2023-01-13", SEATS_READY)]
    before = [leak.seats(person)[:-1] for person in OLD_CREW]
    assert sorted(before, key=len) == [two, two, one]
    for person in OLD_CREW:
        assert leak.seats(person)[-1] == ("soyuz-ms-23", "G0", SEATS_READY, "2023-09-27")


def test_person_days_by_grade(leak: Planned) -> None:
    """From 11 Jan to 24 Feb there are 21 + 23 = 44 days: two at G3, one at G4 for 2, then G2."""
    assert leak.goal("seats") == {"G4": 2, "G3": 2 * 44, "G2": 44 - 2, "G1": 0}
    for grade, value in leak.goal("seats").items():
        assert sum(days(seat) for seat in leak.seats_at(grade)) == value


def test_everybody_else_keeps_their_own_seat(leak: Planned) -> None:
    """Nobody but the crew of MS-22 is touched: one seat each, at the best grade."""
    others = {stay["person"] for stay in leak.document["stays"]} - {*OLD_CREW, *CREW_OF_MS_24}
    assert len(others) == 4 * 4 + 3  # Crew-5, Crew-6, Ax-2, Crew-7; the crew that MS-24 brings
    for person in others:
        [(ship, grade, _, _)] = leak.seats(person)
        assert (ship, grade) == (leak.stay(person)["down"], "G0")


def test_days_without_a_seat_are_a_finding_of_safety(leak: Planned) -> None:
    """The two days are told as one finding of LB-1, class S, on the person without a seat."""
    [seat] = leak.seats_at("G4")
    [finding] = leak.document["findings"]
    assert (finding["ref"], finding["rule"], finding["class"]) == ("LB-1", "seat-for-everyone", "S")
    assert finding["subject"] == seat["person"]
    assert (finding["from"], finding["to"]) == ("2023-01-11", "2023-01-13")


def test_days_without_a_seat_head_the_report(leak: Planned) -> None:
    """The first line of the report says how many, who and when; the last day is meant."""
    [seat] = leak.seats_at("G4")
    first = leak.text.splitlines()[0]
    name = seat["person"].capitalize()
    assert first == f"!! 2 person-days without a seat: {name}, 2023-01-11 to 2023-01-12"


def test_no_ship_leaves_before_its_seats_are_empty(leak: Planned) -> None:
    """MS-22 waits for its last seat, Crew-5 for the improvised place."""
    for flight in ("soyuz-ms-22", "crew-5"):
        undock, crew = leak.flight(flight)["undock"], leak.flight(flight)["crew_down"]
        rows = [row for row in leak.document["seats"] if row["flight"] == flight]
        assert rows
        assert all(row["to"] <= undock for row in rows if row["person"] not in crew)
    assert leak.flight("crew-5")["undock"] == "2023-03-11"  # as published


def test_everybody_has_one_seat_on_every_day_aboard(leak: Planned) -> None:
    """From one seat to the next there is neither a hole nor an overlap, G4 included."""
    for stay in leak.document["stays"]:
        start, end = max(stay["from"], "2023-01-11"), min(stay["to"], "2023-12-31")
        rows = leak.seats(stay["person"])
        if start >= end:
            assert not rows
            continue
        assert (rows[0][2], rows[-1][3]) == (start, end)
        assert all(before[3] == after[2] for before, after in pairwise(rows))


def test_the_head_count_is_that_of_the_stays(leak: Planned) -> None:
    """On every day of the horizon as many are told aboard as have a stay."""
    told = {
        day: span["people"]
        for span in leak.document["aboard"]
        for day in each_day(span["from"], span["to"])
    }
    for day in each_day("2023-01-11", "2023-12-31"):
        stays = leak.document["stays"]
        assert told.pop(day) == sum(s["from"] <= str(day) < s["to"] for s in stays)
    assert not told


def test_the_waiver_is_named_with_the_days_it_gives(leak: Planned) -> None:
    """From 20 Feb to 27 Sep there are 8+31+30+31+30+31+31+27 = 219 days, 9 beyond the limit."""
    assert leak.document["waivers"] == [
        {
            "rule": "VL-1",
            "subject": "soyuz-ms-23",
            "bound": 220,
            "used": 219,
            "limit": 210,
            "authority": "Roscosmos and RSC Energia, state commission",
            "reason": "210 certified days from 2023-02-20 end on 2023-09-18, three days after "
            "MS-24 is due; 220 days are held possible",
            "needed": True,
        }
    ]
    life = leak.flight("soyuz-ms-23")["life"]
    assert life == {"used_days": 219, "limit_days": 220, "margin_days": 1}


def test_the_report_says_that_the_plan_leans_on_the_waiver(leak: Planned) -> None:
    """The short answer names rule, ship, days used and limit."""
    told = " ".join(leak.text.split())
    assert "The plan leans on 1 waiver: VL-1 for Soyuz MS-23 (219 where the limit is 210)." in told


def test_the_what_if_says_nothing_of_the_answer(leak: Planned) -> None:
    """It changes health, readiness, what may fly empty and a bound; no ride and no day."""
    text = leak.what_if.read_text("utf-8")
    kinds = {line.split(":")[1].strip() for line in text.splitlines() if "- change:" in line}
    assert kinds == {"health", "flight", "waiver"}
    keys = {line.split(":")[0].strip(" -") for line in text.splitlines() if line.startswith("  ")}
    assert keys.isdisjoint({"day", "event", "person", "leg", "down", "order", "ports"})
