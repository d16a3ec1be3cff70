"""The shipped font: widths as the file has them, and every letter that a name needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scheduler.cli.folder import FactFolder
from scheduler.reports.chart.fonts import font, text_width


def test_a_width_worked_by_hand() -> None:
    """Roboto's digits are 1151 of 2048 units wide: two of them at size 20 make 22.48."""
    assert round(text_width("22", 20), 2) == 22.48
    assert text_width("22", 20, is_bold=True) > text_width("22", 20)


@given(st.text(max_size=10), st.text(max_size=10))
def test_a_text_is_as_wide_as_its_parts(one: str, other: str) -> None:
    """There is no kerning, so nothing depends on neighbours."""
    together = text_width(one + other, 12)
    assert abs(together - text_width(one, 12) - text_width(other, 12)) < 1e-9


def test_every_letter_of_the_shipped_names_is_there() -> None:
    """Also the Turkish and the Polish ones."""
    facts = FactFolder.read(None, None).facts
    names = [one.name for one in facts.people] + [one.name for one in facts.flights]
    letters = set("".join(names) + "\u203a\u2026\u2013\u2014")
    for is_bold in (False, True):
        assert letters - set(font(is_bold=is_bold).glyphs) == set()
