"""The report of a ledger: every part told, every difference marked, at every width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from scheduler.reports import Context, ledger_report
from tests.gold.compare import assert_gold
from tests.reports.history_example import LINES, make_context, make_ledger
from tests.reports.test_width import CODES, check_lines


def drawn(width: int = 120) -> str:
    """Draw the example."""
    return ledger_report(make_ledger(), make_context(), width, colour=False)


def row(text: str, start: str) -> str:
    """Find the first line that begins with some words, blanks made single."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return next(line for line in lines if line.startswith(start))


@pytest.mark.parametrize("width", [80, 120])
def test_it_looks_as_approved(width: int) -> None:
    """At both widths (tests/gold/README.md says how to approve)."""
    assert_gold(f"reports/ledger-{width}.txt", drawn(width))


def test_the_first_line_is_the_outcome() -> None:
    """Expedition 69 is as recorded, 70 is not, and 71 is on no record: 3 differences."""
    assert " ".join(drawn().split()).startswith(
        "Ledger: 3 expeditions derived, 1 of 2 on record with the same number and days;"
        " 3 differences in all International"
    )


def test_expeditions_stand_with_their_commander() -> None:
    """One that differs is marked, one that goes on has no end, and a docking is told as one."""
    text = drawn()
    assert row(text, "69") == (
        "69 2022-09-29 2023-03-28 180 7-11 Soyuz MS-22 Prokopyev Petelin, Prokopyev, Rubio"
    )
    assert row(text, "70").endswith("7 Soyuz MS-23 ! Mogensen, Kononenko S. Williams")
    assert row(text, "71") == "71 2023-09-27 goes on 13 7-10 - ! - -"
    ends = replace(LINES[0].expedition, ends=LINES[0].expedition.begins)
    docks = replace(make_ledger(), lines=(replace(LINES[0], expedition=ends),))
    assert "Soyuz MS-22 docks" in ledger_report(docks, make_context(), 120, colour=False)


def test_every_difference_is_listed() -> None:
    """With what was derived, what is recorded, the days off and why."""
    text = drawn()
    told = text.partition("Compared with the record")[2].partition("Head-counts")[0]
    assert row(told, "70 from") == "70 from 2023-03-28 2023-03-30 -2"
    assert row(told, "70 commander") == (
        "70 commander S. Williams Mogensen, Kononenko - Kononenko stays on when it ends"
    )
    assert row(told, "71") == "71 number 2023-09-27 nothing - is not on record"
    words = " ".join(told.split())
    assert "1 row of the record rests on memory alone." in words
    assert "is one of them in 1 of 2 expeditions. no what" in words


def test_without_a_record() -> None:
    """It is said, and nothing is compared."""
    bare = [replace(line, recorded=None) for line in LINES]
    ledger = replace(make_ledger(), lines=tuple(bare), has_record=False, mismatches=())
    text = ledger_report(ledger, make_context(), 120, colour=False)
    assert text.startswith("Ledger: 3 expeditions derived, and no record to compare with\n")
    assert "Compared" not in text
    assert "!" not in text.replace("! where it differs", "")


def test_a_record_without_a_difference() -> None:
    """Then this is said instead of a table."""
    ledger = replace(make_ledger(), lines=LINES[:1], mismatches=())
    assert "Nothing differs." in ledger_report(ledger, make_context(), 120, colour=False)


def test_head_counts() -> None:
    """Seven on 73 + 220 days, up to 2 March and from the 4th on, eleven on one; 1,978 / 282 is 7.0.

    December has 12 days of them, January 31, February 28 and March two: 73. From 4 March to
    9 October they are 28 + 30 + 31 + 30 + 31 + 31 + 30 + 9: 220.
    """
    text = " ".join(drawn().split())
    assert "7 at least, on 293 days between 2022-12-20 and 2023-10-09." in text
    assert "11 at most, on 2023-03-03." in text
    assert row(drawn(), "2023 ") == "2023 7 11 7.0"


def test_handovers() -> None:
    """How they were in each line, those of one ship last; then one by one."""
    text = drawn()
    assert row(text, "soyuz:") == "soyuz: 2 direct, 12 to 30 days of overlap, median 21."
    assert row(text, "dragon:") == "dragon: 1 indirect, 1 day of gap."
    assert row(text, "Brought") == (
        "Brought and taken home by one ship: 1 direct, 8 days of overlap."
    )
    assert row(text, "one ship") == (
        "one ship STS-105 STS-105 2023-01-01 2023-01-09 direct, 8 days of overlap"
    )
    assert row(text, "dragon SpaceX").endswith("indirect, 1 day of gap")


def test_extensions_of_the_same_crew_stand_together() -> None:
    """28 March to 27 September are 183 days; a day before the 28th of September is -1."""
    text = drawn()
    assert row(text, "Petelin") == (
        "Petelin, Prokopyev, Rubio Soyuz MS-22 Soyuz MS-23 2023-03-28 2023-09-27 +183 d"
    )
    assert row(text, "J. Williams").endswith("2023-09-28 2023-09-27 -1 d")
    words = " ".join(text.split())
    assert "A landing had been published for 4 of 5 ended stays. The rows of 3 say" in words


def test_without_extensions_it_is_said() -> None:
    """No table, but how many stays there were."""
    text = ledger_report(replace(make_ledger(), extensions=()), make_context(), 80, colour=False)
    assert "A landing had been published for 0 of 5 ended stays.\n\nShip days" in text


def test_ships_and_ports() -> None:
    """1,238 days of two ships are 619 on average; 174 days of 294 are 59 %."""
    text = drawn()
    assert row(text, "soyuz-ms") == "soyuz-ms 2 1,238 619 213 Soyuz MS-23"
    assert row(text, "Prichal") == "Prichal nadir 1 174 294 59%"
    assert row(text, "Ship days") == "Ship days: 2 ships, 1,318 docked days"


def test_what_has_nothing_to_say_is_left_out() -> None:
    """Sections without rows are not drawn."""
    empty = replace(
        make_ledger(),
        lines=(),
        mismatches=(),
        heads=(),
        years=(),
        handovers=(),
        ships=(),
        types=(),
        ports=(),
    )
    text = ledger_report(empty, make_context(), 80, colour=False)
    for section in ("Expeditions", "Head-counts", "Handovers", "Ship days", "Ports"):
        assert section not in text


def test_every_width_and_without_names() -> None:
    """No line is wider than asked; ids stand for names that are not known."""
    for width in range(60, 201):
        check_lines(drawn(width), width)
    bare = ledger_report(make_ledger(), Context(), 80, colour=False)
    assert max(map(cell_len, bare.splitlines())) <= 80
    assert "soyuz-ms-23" in bare


def test_colour_adds_codes_and_nothing_else() -> None:
    """Without its codes the coloured report is the plain one."""
    coloured = ledger_report(make_ledger(), make_context(), 80, colour=True)
    assert "\x1b[" in coloured
    assert CODES.sub("", coloured) == drawn(80)
