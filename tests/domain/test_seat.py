"""The health table of design.md, section 2, row by row."""

from __future__ import annotations

import pytest

from scheduler.domain import Grade, Health, HealthState, Places
from scheduler.domain.seat import places


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        pytest.param(HealthState(), Places(certified=4, improvised=1), id="nominal"),
        pytest.param(HealthState(Health.RESTRICTED, 2), Places(certified=2), id="restricted-to-2"),
        pytest.param(
            HealthState(Health.RESTRICTED, 9), Places(certified=4), id="restricted-above-its-seats"
        ),
        pytest.param(
            HealthState(Health.UNDER_REVIEW), Places(emergency=4), id="under-review-without-number"
        ),
        pytest.param(
            HealthState(Health.UNDER_REVIEW, 3), Places(emergency=3), id="under-review-for-3"
        ),
        pytest.param(
            HealthState(Health.EMERGENCY_ONLY, 2), Places(emergency=2), id="emergency-only-for-2"
        ),
        pytest.param(HealthState(Health.UNCREWED_ONLY), Places(), id="uncrewed-only"),
        pytest.param(HealthState(Health.UNFIT, 3), Places(), id="unfit"),
    ],
)
def test_places_of_a_ship_with_four_seats_and_five_in_need(
    state: HealthState, expected: Places
) -> None:
    """Each health gives the places that the table says."""
    assert places(state, seats=4, emergency_seats=5) == expected


@pytest.mark.parametrize(
    ("health", "lands_people", "leaves_empty"),
    [
        (Health.NOMINAL, True, True),
        (Health.RESTRICTED, True, True),
        (Health.UNDER_REVIEW, False, True),
        (Health.EMERGENCY_ONLY, False, True),
        (Health.UNCREWED_ONLY, False, True),
        (Health.UNFIT, False, False),
    ],
)
def test_what_may_be_planned(health: Health, lands_people: bool, leaves_empty: bool) -> None:
    """A landing with people, or leaving empty, is allowed as the table says."""
    state = HealthState(health)
    assert (state.allows_planned_landing, state.may_leave_empty) == (lands_people, leaves_empty)


def test_every_grade_has_a_meaning() -> None:
    """No grade is shown without words."""
    assert all(grade.meaning for grade in Grade)
