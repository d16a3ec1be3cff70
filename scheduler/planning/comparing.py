"""``compare``: two runs of one station, side by side."""

from __future__ import annotations

from scheduler.domain import Comparison, Run, difference
from scheduler.errors import InputError


def compare(before: Run, after: Run) -> Comparison:
    """Tell what changed from one run to another, and what it changes for whom.

    Raises
    ------
    InputError
        When they plan two stations: nothing in them is the same thing.
    """
    if before.station != after.station:
        told = f"{before.id} plans {before.station}, and {after.id} plans {after.station}."
        raise InputError(f"{told} Give two runs of one station.")
    has_both = before.plan is not None and after.plan is not None
    found = difference(before, after, in_full=True) if has_both else None
    return Comparison(before, after, found)
