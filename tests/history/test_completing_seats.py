"""From voyages to a plan: who sits where, at which grade."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scheduler.domain import Flight, Health
from tests.history.completed import CREW_1, LEFT, MS_1, MS_2, Row, made, seat, sick
from tests.history.drawn_worlds import Step
from tests.rules.worlds import PROGRESS, make_flight, make_problem


@pytest.mark.parametrize(
    ("flights", "fields", "moves", "wanted"),
    [
        pytest.param(
            [MS_1],
            {},
            {},
            {"ann": [("ms-1", 0, 6, "G0")], "bob": [("ms-1", 0, 6, "G0")]},
            id="own-ship-up-to-its-undocking",
        ),
        pytest.param(
            [MS_2],
            {"until": 10},
            {},
            {"cat": [("ms-2", 4, 10, "G0")]},  # from the docking up to until
            id="own-ship-from-its-docking-up-to-until",
        ),
        pytest.param(
            [MS_1, CREW_1],
            {},
            {"ann": [(3, "crew-1", "G1")]},
            {
                # 2 certified seats in crew-1: fay has her suit, ann comes second without one
                "ann": [("ms-1", 0, 3, "G0"), ("crew-1", 3, 6, "G1")],
                "fay": [("crew-1", 0, 8, "G0")],
            },
            id="moved-seat-counts-from-its-day",
        ),
        pytest.param(
            [MS_1, replace(CREW_1, crew=("fay", "gus"))],
            {},
            {"ann": [(3, "crew-1", "G2")]},
            {
                # ann, though first by name, is third: the two with suits take the 2 seats
                "ann": [("ms-1", 0, 3, "G0"), ("crew-1", 3, 6, "G2")],
                "fay": [("crew-1", 0, 8, "G0")],
                "gus": [("crew-1", 0, 8, "G0")],
            },
            id="improvised-place",
        ),
        pytest.param(
            [MS_1, CREW_1],
            {},
            {"ann": [(-2, "crew-1", "G1"), (4, "ms-1", "G0")]},
            {"ann": [("crew-1", 0, 4, "G1"), ("ms-1", 4, 6, "G0")]},
            id="moved-before-as-of-and-back",
        ),
        pytest.param(
            [MS_1, CREW_1],
            {},
            {"ann": [(-8, "crew-1", "G1")], "bob": [(-9, "crew-1", "G1")]},
            # ms-1 docked on day -8: what was before is of another stay
            {"ann": [("crew-1", 0, 6, "G1")], "bob": [("ms-1", 0, 6, "G0")]},
            id="moved-on-the-day-of-docking-or-before-it",
        ),
        pytest.param(
            [replace(MS_1, crew=("ann", "bob", "cem"), seats=3)],
            {"health_facts": (sick("ms-1", Health.EMERGENCY_ONLY, 2),)},
            {},
            {
                "ann": [("ms-1", 0, 6, "G3")],
                "bob": [("ms-1", 0, 6, "G3")],
                "cem": [(None, 0, 6, "G4")],  # 2 places, and the third by name has none
            },
            id="third-in-a-ship-for-emergencies-of-two",
        ),
        pytest.param(
            [replace(MS_1, crew=("bob", "cem")), replace(CREW_1, crew=("ada",))],
            {"health_facts": (sick("ms-1", Health.EMERGENCY_ONLY, 2),)},
            {"ada": [(0, "ms-1", "G3")]},
            {
                # those with liners go before ada, who is first by name
                "ada": [(None, 0, 8, "G4")],
                "bob": [("ms-1", 0, 6, "G3")],
                "cem": [("ms-1", 0, 6, "G3")],
            },
            id="fitted-first-in-an-emergency",
        ),
        pytest.param(
            [MS_1],
            {"health_facts": (sick("ms-1", Health.UNDER_REVIEW, None, 2),)},
            {},
            {"ann": [("ms-1", 0, 2, "G0"), ("ms-1", 2, 6, "G3")]},
            id="cut-where-the-grade-changes",
        ),
        pytest.param(
            [MS_1],
            {
                "health_facts": (
                    sick("ms-1", Health.UNDER_REVIEW, 1),
                    sick("ms-1", Health.NOMINAL, None, 5),
                )
            },
            {},
            {
                "ann": [("ms-1", 0, 5, "G3"), ("ms-1", 5, 6, "G0")],
                "bob": [(None, 0, 5, "G4"), ("ms-1", 5, 6, "G0")],
            },
            id="healed",
        ),
        pytest.param(
            [MS_1],
            {"health_facts": (sick("ms-1", Health.UNCREWED_ONLY, None, 3),)},
            {},
            {"ann": [("ms-1", 0, 3, "G0"), (None, 3, 6, "G4")]},
            id="a-ship-for-nobody",
        ),
        pytest.param(
            [MS_1, MS_2],
            {"down": LEFT},
            {},
            {"ann": [("ms-1", 0, 6, "G0"), (None, 6, 16, "G4")]},
            id="ship-gone",
        ),
        pytest.param(
            [MS_1, MS_2],
            {"down": LEFT},
            {"ann": [(5, "ms-2", "G0")]},
            {"ann": [("ms-1", 0, 5, "G0"), ("ms-2", 5, 16, "G0")]},
            id="liner-moved-to-a-ship-of-the-same-kind",
        ),
        pytest.param(
            [MS_1, MS_2],
            {"down": LEFT},
            {"ann": [(2, "ms-2", "G0")]},
            # ms-2 docks on day 4: a seat in it is none before
            {"ann": [("ms-1", 0, 2, "G0"), (None, 2, 4, "G4"), ("ms-2", 4, 16, "G0")]},
            id="moved-to-a-ship-that-is-not-there-yet",
        ),
        pytest.param(
            [MS_1, CREW_1],
            {"down": {"ann": "crew-1"}, "seat_in": {"ann": "crew-1"}},
            {},
            {"ann": [("crew-1", 0, 8, "G1")]},
            id="seat-of-as-of",
        ),
    ],
)
def test_seats_worked_by_hand(
    flights: list[Flight],
    fields: dict[str, Any],
    moves: dict[str, list[Step]],
    wanted: dict[str, list[Row]],
) -> None:
    """Each in the ship of the moment, at the grade that its places give; rows do not overlap."""
    plan = made(make_problem(*flights, **fields), moves)
    assert {person: seat(plan, person) for person in wanted} == wanted


def test_a_suit_brought_up_later_makes_a_seat_of_ones_own() -> None:
    """Ann is fitted for the Dragon, too: by name she is first, and gus third in 2 seats."""
    flights = (MS_1, replace(CREW_1, crew=("fay", "gus")))
    problem = make_problem(*flights, down={"ann": "crew-1"})
    ann = replace(problem.travellers["ann"], fitted_in=("crew-1",))
    problem = replace(problem, travellers={**problem.travellers, "ann": ann})
    plan = made(problem, {"ann": [(3, "crew-1", "G0")]})
    assert seat(plan, "ann") == [("ms-1", 0, 3, "G0"), ("crew-1", 3, 8, "G0")]
    assert seat(plan, "fay") == [("crew-1", 0, 8, "G0")]
    assert seat(plan, "gus") == [("crew-1", 0, 3, "G0"), ("crew-1", 3, 8, "G2")]


def test_a_cargo_ship_holds_nobody() -> None:
    """A seat that was moved to it is none."""
    cargo = make_flight("cargo", kind=PROGRESS, launch=-8, undock=9)
    problem = make_problem(MS_1, cargo, down={"ann": "ms-1"}, seat_in={"ann": "cargo"})
    assert seat(made(problem), "ann") == [(None, 0, 6, "G4")]
