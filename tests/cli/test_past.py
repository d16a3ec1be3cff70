"""``rotation history audit`` and ``replay``, as a user calls them on the small world."""

from __future__ import annotations

import pytest

from tests.command import rotation


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("colombia-2003", "Did you mean 'columbia-2003'?", id="misspelt"),
        pytest.param("skylab", "Give one of: columbia-2003, ms-22-2022-12-15, ", id="unknown"),
        pytest.param("lost.yaml", "Give one of: columbia-2003, ms-22-2022-12-15, ", id="no-file"),
    ],
)
def test_a_case_that_is_not_there(name: str, told: str) -> None:
    """The nearest case is named, else all of them; exit status 2, and nothing is planned."""
    answer = rotation("history", "replay", name)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"{name}: there is no such case or what-if file. {told}")
