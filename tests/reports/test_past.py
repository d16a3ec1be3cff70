"""The report of the audited past: what is not explained first, then all the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Finding
from scheduler.history import Breach, HistoryAudit
from scheduler.reports import Context, past_report
from tests.reports.history_example import make_context
from tests.reports.past_example import CROWDS, LIFE, UNDATED, make_audit
from tests.reports.test_ledger import row
from tests.reports.test_width import CODES, check_lines


def drawn(audit: HistoryAudit | None = None, width: int = 200) -> str:
    """Draw the example, or another audit."""
    return past_report(audit or make_audit(), make_context(), width, colour=False)


def sections(text: str) -> list[str]:
    """List the headings, in their order."""
    blocks = text.split("\n\n")[1:]
    return [block.splitlines()[0] for block in blocks]


@pytest.mark.parametrize(
    ("breaches", "told"),
    [
        pytest.param((), "No rule was ever broken.", id="none"),
        pytest.param(
            CROWDS[:1],
            "1 finding in all that was flown, each with a documented exception.",
            id="one",
        ),
        pytest.param(
            (*CROWDS[:2], LIFE),
            "3 findings in all that was flown, each with a documented exception.",
            id="all-explained",
        ),
        pytest.param(CROWDS[2:], "1 of 1 finding has no documented exception.", id="one-is-not"),
        pytest.param(
            (UNDATED, *CROWDS, LIFE),
            "2 of 5 findings have no documented exception.",
            id="two-are-not",
        ),
    ],
)
def test_the_first_line_is_the_outcome(breaches: tuple[Breach, ...], told: str) -> None:
    """How many findings there are, and how many nobody explains."""
    text = drawn(replace(make_audit(), breaches=breaches))
    assert text.splitlines()[0] == told
    assert " ".join(text.split()).startswith(
        f"{told} International Space Station, 2000-11-02 to 2024-10-31:"
        " 291 flights, 487 stays and 1 handover judged. "
    )


def test_rules_stand_by_class_and_years_are_counted() -> None:
    """Certification comes before a flight rule, that before an agreement, whatever the name."""
    table = drawn().split("\n\n")[1].splitlines()
    assert [" ".join(line.split()) for line in table] == [
        "Findings by rule and year",
        "rule class findings explained by year",
        "VL-1 certification 1 1 2024 1",
        "HO-3 flight rule 3 2 2009 2, 2010 1",
        "HO-1 agreement 1 0 2024 1",
    ]


def test_a_class_that_is_unknown_stands_last() -> None:
    """It is told as it is."""
    odd = Breach(Finding("XX-1", "odd", "Z", "iss", "odd."), 2001, None)
    table = drawn(replace(make_audit(), breaches=(odd, UNDATED, LIFE))).split("\n\n")[1]
    assert [line.split()[0] for line in table.splitlines()[2:]] == ["VL-1", "HO-1", "XX-1"]
    assert row(table, "XX-1") == "XX-1 Z 1 0 2001 1"


def test_what_is_not_explained_comes_before_what_is() -> None:
    """Each finding with its rule; an explained one with what happened, and where that is told."""
    text = drawn()
    assert sections(text) == [
        "Findings by rule and year",
        "Not explained",
        "Explained, each by a documented exception",
        "Exceptions that explain nothing",
        "The worst days for a seat home: the worst first",
    ]
    _, _, bare, explained, unused, _ = text.split("\n\n")
    assert row(bare, "HO-1") == "HO-1 crew-8 is late."
    assert row(bare, "HO-3") == (
        "HO-3 13 people are aboard from 2010-07-17 up to 2010-07-24; the most is 11."
    )
    assert len(bare.splitlines()) == 4
    assert row(explained, "VL-1") == (
        "VL-1 crew-8 lands 235 days after launch, on 2024-10-25; its limit is 210 days."
        " Held by weather (a report)."
    )
    assert len(explained.splitlines()) == 5
    assert row(unused, "- TR-1") == "- TR-1, iss, 2019-08-27: Two on one day."


def test_where_nothing_is_to_be_told_nothing_is_drawn() -> None:
    """Of findings, explanations and exceptions."""
    explained = replace(make_audit(), breaches=(LIFE,), unused=())
    assert [one.partition(",")[0] for one in sections(drawn(explained))] == [
        "Findings by rule and year",
        "Explained",
        "The worst days for a seat home: the worst first",
    ]
    bare = replace(make_audit(), breaches=(UNDATED,), unused=())
    assert "Explained" not in drawn(bare)
    clean = replace(make_audit(), breaches=(), unused=(), worst=())
    assert sections(drawn(clean)) == ["The worst days for a seat home: the worst first"]
    assert drawn(clean).endswith("Everybody had a certified seat of their own.\n")


def test_the_worst_days_tell_who_where_and_why() -> None:
    """The last day is told, too, 11 to 17 January are 7 days; people alike stand together.

    A sound ship gives no reason, so its grade is told in words.
    """
    text = drawn()
    assert row(text, "2023-01-11") == (
        "2023-01-11 2023-01-17 7 Dmitri Petelin and Sergey Prokopyev in Soyuz MS-22 at G3,"
        " emergency-only (2 seats). Frank Rubio without a seat at G4, emergency-only (2 seats)."
    )
    assert row(text, "2023-01-18") == (
        "2023-01-18 2023-01-19 2 Frank Rubio in SpaceX Crew-5 at G2, improvised place."
    )


def test_a_ship_is_told_by_its_name() -> None:
    """Where it is known; ids stand for the rest."""
    named = Context(names={"crew-8": "SpaceX Crew-8"})
    text = past_report(make_audit(), named, 200, colour=False)
    assert row(text, "VL-1 SpaceX").startswith("VL-1 SpaceX Crew-8 lands 235 days after launch")
    assert "petelin and prokopyev in soyuz-ms-22" in text


def test_every_width() -> None:
    """No line is wider than asked."""
    for width in range(60, 201):
        check_lines(drawn(width=width), width)


def test_colour_adds_codes_and_nothing_else() -> None:
    """What is not explained is told in another colour than what is."""
    coloured = past_report(make_audit(), make_context(), 80, colour=True)
    assert CODES.sub("", coloured) == drawn(width=80)
    calm = past_report(replace(make_audit(), breaches=(LIFE,)), make_context(), 80, colour=True)
    alarm, heading = (CODES.findall(text)[0] for text in (coloured, calm))
    assert alarm != heading
