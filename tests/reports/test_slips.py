"""The report of launch slips: each group told, and what is too little said so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.reports import Context, slips_report
from tests.gold.compare import assert_gold
from tests.reports.history_example import make_context, make_slips
from tests.reports.test_ledger import row
from tests.reports.test_width import CODES, check_lines


def drawn(width: int = 120) -> str:
    """Draw the example."""
    return slips_report(make_slips(), make_context(), width, colour=False)


@pytest.mark.parametrize("width", [80, 120])
def test_it_looks_as_approved(width: int) -> None:
    """At both widths (tests/gold/README.md says how to approve)."""
    assert_gold(f"reports/slips-{width}.txt", drawn(width))


def test_what_was_compared_and_what_was_left_out() -> None:
    """14 editions of 13 flights; stand-ins, ships that wait and rough lead times are counted."""
    words = " ".join(drawn().split())
    assert words.startswith(
        "Launch slips: 14 published launch days of 13 flights, of 297 that flew"
    )
    assert "Left out: 295 rows in which the flown day stands in for a plan, and 2 of ships" in words
    assert "In 2 of the published rows the day on which they became known is assumed" in words
    few = slips_report(
        replace(make_slips(), stand_ins=1, waiting=0), make_context(), 120, colour=False
    )
    assert "Left out: 1 row in which the flown day stands in for a plan." in " ".join(few.split())


def test_groups_with_enough_flights() -> None:
    """Of 0 to 11 the median is 5.5; nine times of ten it lies within the 3rd and the 10th.

    Their chance is 1 - 2 (1 + 12 + 66)/4096, 0.961; without one more at either end 0.854. A
    buffer takes the most: that it is enough has a chance of 1 - 0.8^12, 0.931.
    """
    assert row(drawn(), "soyuz all any time") == "soyuz all any time 12 0 5.5 11 2 to 9 11"


def test_groups_with_too_few() -> None:
    """Six flights are enough for a median, not for a buffer; one is for neither."""
    text = drawn()
    assert row(text, "soyuz soyuz-ms") == "soyuz soyuz-ms 31 to 90 d 6 0 2.5 5 0 to 5 too few"
    assert row(text, "181 d") == (
        "181 d or more 1 1,235 1235 1,235 too few to say too few".replace(" 1235 ", " 1,235 ")
    )
    assert row(text, "0 to 30 d") == "0 to 30 d 1 -20 -20 -20 too few to say too few"


def test_nothing_published() -> None:
    """Then there is no table, and it is said how many rows were left out."""
    empty = replace(make_slips(), slips=(), groups=())
    text = slips_report(empty, make_context(), 80, colour=False)
    assert text.startswith("Launch slips: 0 published launch days of 0 flights, of 297 that flew\n")
    assert "By provider" not in text


def test_every_width_and_without_names() -> None:
    """No line is wider than asked."""
    for width in range(60, 201):
        check_lines(drawn(width), width)
    assert "The station" in slips_report(make_slips(), Context(), 80, colour=False)


def test_colour_adds_codes_and_nothing_else() -> None:
    """Without its codes the coloured report is the plain one."""
    coloured = slips_report(make_slips(), make_context(), 80, colour=True)
    assert "\x1b[" in coloured
    assert CODES.sub("", coloured) == drawn(80)
