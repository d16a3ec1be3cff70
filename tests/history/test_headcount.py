"""Head-counts: the number of each day, and of each year."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain import each_day
from scheduler.history.aboard import FlownStay
from scheduler.history.headcount import HeadSpan, HeadYear, head_spans, head_years, least_and_most
from scheduler.units import add_days
from tests.history.worlds import day

START, END = day("2001-12-20"), day("2002-01-10")


def stay(person: str, start: str, end: str = "") -> FlownStay:
    """Make a stay."""
    return FlownStay(person, "up", "down" if end else None, day(start), day(end) if end else None)


STAYS = (
    stay("ann", "2001-12-01", "2001-12-30"),
    stay("bob", "2001-12-25", "2002-01-05"),
    stay("cid", "2001-12-30", "2002-01-05"),
    stay("dee", "2002-01-05"),
    stay("eve", "2001-11-01", "2001-12-20"),
)


def test_days_are_counted_at_their_end() -> None:
    """Ann alone up to Christmas, then with Bob; on 30 December Cid comes as Ann goes, so it is 2.

    On 5 January Bob and Cid go and Dee comes: 1. Eve left on the first day and does not count.
    """
    assert head_spans(STAYS, START, END) == (
        HeadSpan(START, day("2001-12-25"), 1),
        HeadSpan(day("2001-12-25"), day("2002-01-05"), 2),
        HeadSpan(day("2002-01-05"), END, 1),
    )


def test_years() -> None:
    """2001: 5 days of 1 and 7 of 2 are 19 person-days; 2002: 4 days of 2 and 5 of 1 are 13."""
    assert head_years(head_spans(STAYS, START, END)) == (
        HeadYear(2001, 12, 1, 2, 19),
        HeadYear(2002, 9, 1, 2, 13),
    )


def test_a_year_that_ends_with_the_span_is_the_last() -> None:
    """Up to New Year's Day is 2001 alone."""
    years = head_years(head_spans(STAYS, START, day("2002-01-01")))
    assert [year.year for year in years] == [2001]


def test_nobody_aboard_is_zero() -> None:
    """A day without anybody is a day, too."""
    assert head_spans((), START, END) == (HeadSpan(START, END, 0),)
    assert head_years(()) == ()


def test_least_and_most_of_some_days() -> None:
    """On the last two days of December there are two aboard throughout."""
    spans = head_spans(STAYS, START, END)
    assert least_and_most(spans, day("2001-12-30"), day("2002-01-01")) == (2, 2)
    assert least_and_most(spans, day("2001-12-24"), day("2001-12-26")) == (1, 2)


DAYS = st.integers(0, 40)


@given(st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS))), DAYS, st.integers(1, 30))
def test_every_day_is_counted_right(
    drawn: list[tuple[int, int | None]], first: int, days: int
) -> None:
    """The spans give each day the number of those who are aboard on it, one by one."""
    stays = [
        FlownStay(
            str(n), "up", None, add_days(START, a), None if b is None else add_days(START, a + b)
        )
        for n, (a, b) in enumerate(drawn)
    ]
    start = add_days(START, first)
    end = add_days(start, days)
    spans = head_spans(stays, start, end)
    counted = {d: span.people for span in spans for d in each_day(span.from_on, span.to_on)}
    assert counted == {d: sum(one.is_aboard_on(d) for one in stays) for d in each_day(start, end)}
    assert all(
        one.to_on == other.from_on and one.people != other.people for one, other in pairwise(spans)
    )
    assert sum(year.person_days for year in head_years(spans)) == sum(counted.values())
