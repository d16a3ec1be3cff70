"""What is published of a flight: the days that are known, and no others."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.domain import Published

LAUNCH, DOCK = date(2023, 2, 24), date(2023, 2, 26)
UNDOCK, LAND = date(2023, 9, 26), date(2023, 9, 27)


@pytest.mark.parametrize(
    ("published", "days"),
    [
        pytest.param(Published(), {}, id="nothing-is-known"),
        pytest.param(Published(launch_on=LAUNCH), {"launch": LAUNCH}, id="a-launch-alone"),
        pytest.param(
            Published(undock_on=UNDOCK, land_on=LAND),
            {"undock": UNDOCK, "land": LAND},
            id="a-way-home-alone",
        ),
        pytest.param(
            Published(LAUNCH, DOCK, UNDOCK, LAND),
            {"launch": LAUNCH, "dock": DOCK, "undock": UNDOCK, "land": LAND},
            id="all-of-it",
        ),
    ],
)
def test_published_days_by_event(published: Published, days: dict[str, date]) -> None:
    """In the order in which they come; what is not known is left out."""
    assert list(published.days.items()) == list(days.items())
