"""How many people are aboard, day by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from scheduler.domain.plan import Stay, each_day


def heads_by_day(stays: Iterable[Stay], from_on: date, to_on: date) -> dict[date, int]:
    """Count the people aboard on each day of ``[from_on, to_on)``, in order.

    Each stay is looked at once, however many days there are; one without an end lasts.
    """
    length = max(0, (to_on - from_on).days)
    steps = [0] * (length + 1)
    for stay in stays:
        if stay.from_on is None:
            continue
        first = max(0, (stay.from_on - from_on).days)
        end = length if stay.to_on is None else min(length, (stay.to_on - from_on).days)
        if first < end:
            steps[first] += 1
            steps[end] -= 1
    return dict(zip(each_day(from_on, to_on), accumulate(steps), strict=False))
