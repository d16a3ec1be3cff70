"""Point 3 of the issue: what was planned on 2022-12-13, the day before the leak.

The quick tests plan it, because it takes a second; the leak itself is left to the slow ones.
"""

from __future__ import annotations

import pytest

from tests.acceptance.planned import Planned, Week


@pytest.fixture(scope="module")
def nominal(week: Week) -> Planned:
    """Give the plan before the leak."""
    return week.planned("nominal-2022-12")


def test_ms_23_flies_crewed_as_published(nominal: Planned) -> None:
    """MS-23 brings its own crew on 2023-03-16."""
    ship = nominal.flight("soyuz-ms-23")
    assert ship["launch"] == "2023-03-16"
    assert ship["crew_up"] == ship["crew_down"] == ["chub", "kononenko", "ohara"]


def test_the_crew_of_ms_22_comes_home_in_march(nominal: Planned) -> None:
    """MS-22 lands with its crew on 2023-03-28: 9+31+30+31+31+28+28 = 188 days after launch."""
    ship = nominal.flight("soyuz-ms-22")
    assert (ship["land"], ship["crew_down"]) == ("2023-03-28", ["petelin", "prokopyev", "rubio"])
    for person in ship["crew_down"]:
        assert (nominal.stay(person)["days"], nominal.stay(person)["extension_days"]) == (188, 0)


def test_nobody_is_extended_and_nothing_changes(nominal: Planned) -> None:
    """The published plan keeps every rule, so the best plan is the published one."""
    assert nominal.answer.status == 0
    assert nominal.document["verdict"] == "optimal"
    assert all(goal["proved"] for goal in nominal.document["goals"])
    assert nominal.goal("extension") == {"longest": 0, "total": 0}
    assert nominal.goal("change") == {"crews_waiting": 0, "flights": 0, "days": 0}
    for ship in nominal.document["flights"]:
        assert ship["changed"] == []
        assert all(ship[event] == day for event, day in ship["published"].items())


def test_everybody_has_their_own_seat(nominal: Planned) -> None:
    """Before the leak nobody needs anything but a certified seat, a waiver least of all."""
    assert {seat["grade"] for seat in nominal.document["seats"]} == {"G0"}
    assert nominal.document["findings"] == []
    assert nominal.document["waivers"] == []
    assert nominal.document["relaxations"] == []
    assert nominal.document["conflict"] is None


def test_both_soyuz_handovers_are_direct(nominal: Planned) -> None:
    """16 to 28 Mar, and 15 to 27 Sep: 12 days each."""
    for incoming in ("soyuz-ms-23", "soyuz-ms-24"):
        assert nominal.handover(incoming)["kind"] == "direct"
        assert nominal.handover(incoming)["overlap_days"] == 12
