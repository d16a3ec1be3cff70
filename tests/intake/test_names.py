"""What a user may have meant, and how it is told."""

from __future__ import annotations

import pytest

from scheduler.intake.names import Known
from scheduler.intake.spelling import is_kebab, kebab, listed, near, nearest

MANY = Known("flight", frozenset(f"progress-ms-{number}" for number in range(10)), "flights.csv")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param("progress-ms-3", None, id="known"),
        pytest.param("Progress MS-3", "no flight 'Progress MS-3'. Did you mean 'progress-ms-3'?",
                     id="the-public-name"),
        pytest.param("htv-9", "no flight 'htv-9'. Give one of flights.csv.", id="too-many-to-list"),
    ],
)  # fmt: skip
def test_unknown_words(given: str, told: str | None) -> None:
    """The nearest word is offered, else where to look."""
    assert MANY.fault(given) == told


def test_any_word_will_do_where_the_words_are_lost() -> None:
    """A damaged file of ids is told once, not again in each row that names one."""
    assert Known("flight", None).fault("anything") is None
    assert list(Known("flight", None).candidates("anything")) == ["anything"]


@pytest.mark.parametrize(
    ("given", "known", "found"),
    [
        pytest.param("crew-5", ("crew-5", "soyuz-ms-22"), ("crew-5",), id="itself"),
        pytest.param("CREW 5", ("crew-5", "crew-6"), ("crew-5", "crew-6"), id="the-nearest-first"),
        pytest.param("starliner", ("crew-5", "soyuz-ms-22"), (), id="nothing"),
        pytest.param("", ("crew-5",), (), id="empty"),
        pytest.param("crew-5", (), (), id="no-words"),
    ],
)
def test_near_words(given: str, known: tuple[str, ...], found: tuple[str, ...]) -> None:
    """Capitals, blanks and hyphens do not count."""
    assert near(given, known) == found
    assert nearest(given, known) == (found[0] if found else None)


@pytest.mark.parametrize(
    ("text", "is_one", "better"),
    [
        pytest.param("soyuz-ms-23", True, "soyuz-ms-23", id="kebab"),
        pytest.param("Soyuz MS-23", False, "soyuz-ms-23", id="public-name"),
        pytest.param("ohara--lo", False, "ohara-lo", id="two-hyphens"),
        pytest.param("-x-", False, "x", id="at-the-ends"),
        pytest.param("Nguyễn", False, "nguyen", id="accents"),
        pytest.param("ng-18\n", False, "ng-18", id="line-end"),
        pytest.param("", False, "", id="empty"),
    ],
)
def test_kebab_case(text: str, is_one: bool, better: str) -> None:
    """Lower-case letters and digits, single hyphens between."""
    assert is_kebab(text) is is_one
    assert kebab(text) == better


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["a"], "a", id="one"),
        pytest.param(["a", "b"], "a or b", id="two"),
        pytest.param(["a", "b", "c"], "a, b or c", id="three"),
    ],
)
def test_lists(words: list[str], text: str) -> None:
    """Words are listed as one would say them."""
    assert listed(words) == text
