"""How many people are aboard day by day, counted by hand."""

from datetime import date

from scheduler.domain import Stay, heads_by_day


def _stay(from_on: date | None, to_on: date | None) -> Stay:
    return Stay("somebody", "up", "down", from_on, to_on, None, None, None)


def _day(number: int) -> date:
    return date(2023, 1, number)


def test_counts_who_has_come_and_not_gone() -> None:
    """The day of docking counts, the day of undocking does not; what lies outside is cut."""
    stays = [
        _stay(date(2022, 12, 1), _day(3)),  # from before the first day
        _stay(_day(2), _day(4)),
        _stay(_day(4), None),  # lasts
        _stay(_day(3), date(2023, 6, 1)),  # to after the last day
        _stay(None, None),  # never comes
        _stay(date(2022, 1, 1), date(2022, 2, 1)),  # gone before
        _stay(date(2023, 3, 1), None),  # comes after
    ]
    heads = heads_by_day(stays, _day(1), _day(6))
    assert heads == {_day(1): 1, _day(2): 2, _day(3): 2, _day(4): 2, _day(5): 2}


def test_nobody_is_counted_as_none() -> None:
    """Every day is there, in order, also without people."""
    assert list(heads_by_day([], _day(1), _day(4)).items()) == [
        (_day(1), 0),
        (_day(2), 0),
        (_day(3), 0),
    ]
    assert heads_by_day([], _day(4), _day(1)) == {}
